"""Lets a program's system calls to the disk fail, one at a time, or ends it at one, by strace."""

import collections
import os
import re
import shutil
import signal
import subprocess

CALLS = ("openat", "read", "write", "ftruncate", "fchmod", "utimensat", "fsync", "linkat", "renameat2", "unlinkat",
         "mkdir", "mkdirat", "flock", "fstatfs", "newfstatat", "getdents64")
CODES = ("EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EINTR")
SKIPPED = 77

Fault = collections.namedtuple("Fault", "way call number what")  # what: KILL or the name of an error


def place_for_files():
    """Where test files go soonest: the page cache outlives a kill, so that a disk in memory proves as much."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def run(command, *options):
    """Runs a command under strace; the finished process, with what it printed."""
    # LeakSanitizer cannot run under a tracer.
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0")
    return subprocess.run(["strace", "-f", "-qq", "-e", "signal=none", *options, *map(str, command)], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120, check=False)


def can_trace():
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true"], check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def calls_to_the_disk(command, folder, trace):
    """For each system call the numbers, from 1, of those that the command makes once `folder` is in play."""
    run(command, "-o", trace, "-e", "trace=" + ",".join(CALLS))
    counts, first = collections.Counter(), {}
    is_in_play = False
    with open(trace, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            found = re.match(r"(?:\d+ +)?(\w+)\(", line)
            if not found:
                continue
            counts[found[1]] += 1
            is_in_play = is_in_play or str(folder) in line
            if is_in_play:
                first.setdefault(found[1], counts[found[1]])
    return {call: range(start, counts[call] + 1) for call, start in first.items()}


def faults_at(way, calls, every):
    """Every Nth call of `calls`, ended there and with each error."""
    for call, numbers in calls.items():
        for number in numbers[::every]:
            for what in ("KILL", *CODES):
                yield Fault(way, call, number, what)


def run_with(fault, command):
    """The command with that fault."""
    how = "signal=KILL" if fault.what == "KILL" else "error=" + fault.what
    done = run(command, "-o", "/dev/null", "-e", f"trace={fault.call}",
               "-e", f"inject={fault.call}:{how}:when={fault.number}")
    # UBSan writes to a pipe to see whether memory may be read. Struck there it ends the program, with exit status 0.
    if "CHECK failed: sanitizer_" in done.stderr:
        done.returncode = -signal.SIGABRT
    return done
