#!/usr/bin/env bash
# Runs a command in a root, as the first process of mount and process namespaces that its caller,
# check-in-root.sh, has made: in-root.sh FOLDER CORPUS COMMAND…
# In FOLDER are the root, which nothing is written to, and what the command may write. It sees the
# source folder, read-only but for the build folders, as /ibid/tree, and the corpus where the source
# folder's options expect it. There is no network.
set -euo pipefail
folder=$1
corpus=$2
shift 2
root=$folder/root

# bind_read_only SOURCE TARGET
bind_read_only ()
{
    mkdir -p "$2"
    mount --bind "$1" "$2"
    mount -o remount,bind,ro "$2"
}

mount_devices ()
{
    local name
    mount -t tmpfs -o mode=755 none "$root/dev"
    for name in null zero full random urandom tty; do
        : >"$root/dev/$name"
        mount --bind "/dev/$name" "$root/dev/$name"
    done
    mkdir "$root/dev/shm" "$root/dev/pts"
    mount -t tmpfs -o mode=1777 none "$root/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=666 none "$root/dev/pts"
    ln -s pts/ptmx "$root/dev/ptmx"
    ln -s /proc/self/fd "$root/dev/fd"
    ln -s fd/0 "$root/dev/stdin"
    ln -s fd/1 "$root/dev/stdout"
    ln -s fd/2 "$root/dev/stderr"
}

mount_tree ()
{
    local name
    mount -t tmpfs none "$root/ibid"
    bind_read_only "$PWD" "$root/ibid/tree"
    for name in build build-sanitize; do mount --bind "$folder/$name" "$root/ibid/tree/$name"; done
    for name in documents there; do
        mkdir "$root/ibid/$name"
        mount --bind "$folder/$name" "$root/ibid/$name"
    done
    if [ -d "$corpus" ]; then bind_read_only "$corpus" "$root/ibid/shared/corpus"; fi
}

mount --make-rprivate /
bind_read_only "$root" "$root"
mount -t proc none "$root/proc"
mount_devices
for name in tmp var/tmp run root; do mount -t tmpfs -o mode=1777 none "$root/$name"; done
mount_tree

# Not exec: this one takes in whatever processes lose their parents.
env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 \
    chroot "$root" bash -c 'cd /ibid/tree && exec "$@"' bash "$@"
