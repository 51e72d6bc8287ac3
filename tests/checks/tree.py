"""What the checks share: walking the tree and reporting problems."""

import os
import sys


def root_from_arguments():
    if len(sys.argv) != 2:
        sys.exit(f"usage: {os.path.basename(sys.argv[0])} SOURCE-FOLDER")
    return sys.argv[1]


def files(root, folders, suffixes=("",)):
    """Yields the paths, from `root`, of all files in the folders with one of the suffixes, sorted.

    Walks the disk rather than asking git, so that it works in a release archive as well.
    """
    for folder in folders:
        for where, inner, names in os.walk(os.path.join(root, folder)):
            inner[:] = sorted(n for n in inner if not n.startswith((".", "build", "__pycache__")))
            for name in sorted(names):
                if name.endswith(tuple(suffixes)):
                    yield os.path.relpath(os.path.join(where, name), root)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


class Report:
    def __init__(self):
        self.n_problems = 0

    def problem(self, path, line, reason):
        print(f"{path}:{line}: {reason}")
        self.n_problems += 1

    def finish(self):
        """The exit status."""
        if self.n_problems:
            print(f"{self.n_problems} problem(s)")
        return 1 if self.n_problems else 0
