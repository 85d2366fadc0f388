"""Looks into the memory of a running process, as a core image would hold it."""

import contextlib
import os
import signal

SLICE = 16 * 1024 * 1024
LARGEST = 1 << 32  # a larger mapping is the sanitizer's map of its own bookkeeping, which holds no data


def may_be_read(process):
    """A kiosk's memory is for root alone."""
    try:
        with open(f"/proc/{process}/mem", "rb"):
            return True
    except PermissionError:
        return False


def regions(process):
    """What can hold data: all that is writable, and whatever else belongs to no file."""
    with open(f"/proc/{process}/maps", encoding="utf-8") as maps:
        for line in maps:
            span, mode, _, _, inode, *name = line.split(maxsplit=5)
            low, high = (int(end, 16) for end in span.split("-"))
            is_kernel = name and name[0].startswith(("[vvar", "[vdso", "[vsyscall", "/dev/dri"))
            if mode[0] == "r" and (mode[1] == "w" or inode == "0") and not is_kernel and high - low <= LARGEST:
                yield low, high, name[0].strip() if name else ""


@contextlib.contextmanager
def held_still(process):
    """Stops a process for a while: what moves in memory while it is read could be missed."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def slices(process, overlap=0):
    """All that can hold data, as (address, bytes, mapping); each slice goes `overlap` bytes into the next."""
    with held_still(process), open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
        for low, high, name in regions(process):
            for at in range(low, high, SLICE):
                try:
                    memory.seek(at)
                    yield at, memory.read(min(SLICE + overlap, high - at)), name
                except OSError:  # a mapping that cannot be read, such as a device's
                    break


def find(process, patterns):
    """Where each of the patterns ({name: bytes}) is: a list of (name, address, mapping)."""
    found = []
    for at, data, name in slices(process, max(map(len, patterns.values())) - 1):
        for pattern, wanted in patterns.items():
            place = data.find(wanted)
            while 0 <= place < SLICE:
                found.append((pattern, at + place, name))
                place = data.find(wanted, place + 1)
    return found


def words_among(process, wanted):
    """Which of a set of 64-bit numbers stand anywhere in memory, at addresses that 8 divides."""
    found = set()
    for _, data, _ in slices(process):
        found |= wanted & set(memoryview(data[:len(data) // 8 * 8]).cast("Q"))
    return found
