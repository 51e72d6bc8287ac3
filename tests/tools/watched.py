"""Runs a program and watches over its time and memory; prints TAP."""

import os
import re
import subprocess
import tempfile
import time

POLL_SECONDS = 0.005


class Result:
    """What became of it: status is None when it was killed for taking too long."""

    def __init__(self, status, output, errors, seconds, cpu_seconds, peak_mb):
        self.status = status
        self.output = output
        self.errors = errors
        self.seconds = seconds
        self.cpu_seconds = cpu_seconds
        self.peak_mb = peak_mb


def make_environment():
    """With the address sanitizer long records of who allocated what take most of the time."""
    options = os.environ.get("ASAN_OPTIONS")
    return {**os.environ, "ASAN_OPTIONS": f"{options}:malloc_context_size=3"} if options else None


def read_peak_mb(pid):
    """The most memory that the process has had so far; 0 when it has ended."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
            match = re.search(r"^VmHWM:\s+(\d+) kB", file.read(), re.MULTILINE)
    except OSError:
        return 0
    return int(match[1]) / 1024 if match else 0


def read_cpu_seconds(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(arguments, seconds):
    """Kills what has worked for so many seconds, or waited for three times as many: other programs
    on the machine must not make a test fail. Standard output may be large: it goes through a file."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        begin = time.monotonic()
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            env=make_environment(),
        )
        peak_mb = 0
        cpu_seconds = 0
        while process.poll() is None:
            peak_mb = max(peak_mb, read_peak_mb(process.pid))
            cpu_seconds = max(cpu_seconds, read_cpu_seconds(process.pid))
            if cpu_seconds > seconds or time.monotonic() - begin > 3 * seconds:
                process.kill()
                process.wait()
                process.returncode = None
                break
            time.sleep(POLL_SECONDS)
        taken = time.monotonic() - begin
        output.seek(0)
        errors.seek(0)
        return Result(
            process.returncode,
            output.read(),
            errors.read().decode("utf-8", "replace"),
            taken,
            cpu_seconds,
            peak_mb,
        )


class Tap:
    """Numbers and prints the results; a line to each."""

    def __init__(self, n_tests):
        self.n_done = 0
        self.n_failed = 0
        print(f"1..{n_tests}", flush=True)

    def passed(self, name, figures=""):
        self.n_done += 1
        print(f"ok {self.n_done} {name}", flush=True)
        if figures:
            print(f"# {figures}", flush=True)

    def skipped(self, name, reason):
        self.n_done += 1
        print(f"ok {self.n_done} {name} # SKIP {reason}", flush=True)

    def failed(self, name, problems, figures=""):
        self.n_done += 1
        self.n_failed += 1
        print(f"not ok {self.n_done} {name}", flush=True)
        for line in [*problems, figures]:
            print("# " + line.replace("\n", "\n# ")[:2000], flush=True)

    def status(self):
        return 1 if self.n_failed else 0
