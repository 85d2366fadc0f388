"""Data folders in trouble: full, without inodes, read-only, gone, wanted by two. A visit is refused before it starts, or
it is saved; it is never half saved.

  data_folder_test.py KEEPER      KEEPER is the program of tests/keeper.cpp

Small and read-only disks are mounted where that is allowed (root, in a mount namespace of their own), else skipped.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

KEEPER = sys.argv[1]
IN_NAMESPACE = "KIOSK_TEST_MAY_MOUNT"
MAY_MOUNT = os.environ.get(IN_NAMESPACE) == "yes"
KIBIBYTE = 1024


class Program:
    """A keeper that plays steps and can be paused."""

    def __init__(self, data, *steps, first=1):
        self.process = subprocess.Popen([KEEPER, str(data), "play", str(first), *steps], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def until_paused(self):
        """What it says before it pauses or ends."""
        lines = []
        for line in self.process.stdout:
            if line == "paused\n":
                break
            lines.append(line.strip())
        return lines

    def go_on(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def end(self):
        lines = self.process.communicate(timeout=60)[0].split("\n")
        return [line for line in lines if line not in ("", "paused")]


def play(data, *steps, first=1):
    return Program(data, *steps, first=first).end()


def found(data):
    lines = subprocess.run([KEEPER, str(data), "found"], stdout=subprocess.PIPE, text=True, timeout=60,
                           check=False).stdout.splitlines()
    return sorted(int(line.split()[-1]) for line in lines if line.startswith(("pool ", "batch ")))


def people(lines, told):
    return [int(line.split()[1]) for line in lines if line.startswith(told + " ")]


class Folder(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)
        self.data = self.scratch / "data"

    def mount(self, options):
        """A disk in memory at self.scratch/disk; the data folder is on it."""
        if not MAY_MOUNT:
            self.skipTest("mounting is not allowed here")
        disk = self.scratch / "disk"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", disk], check=True)
        self.addCleanup(lambda: subprocess.run(["umount", disk], check=True))
        self.data = disk / "data"
        return disk

    def test_a_moved_folder_refuses_visits_until_it_is_back(self):
        program = Program(self.data, "reopen", "visit", "pause", "visit", "pause", "visit")
        self.assertEqual(program.until_paused(), ["opened", "saved 1"])
        self.data.rename(self.scratch / "elsewhere")
        program.go_on()
        self.assertEqual(program.until_paused(), ["room folder-missing"])
        (self.scratch / "elsewhere").rename(self.data)
        program.go_on()
        self.assertEqual(program.end(), ["saved 2"])
        self.assertEqual(found(self.data), [1, 2])

    def test_a_deleted_folder_refuses_visits_and_a_new_one_in_its_place_does_too(self):
        program = Program(self.data, "reopen", "pause", "visit", "pause", "visit")
        program.until_paused()
        self.data.rename(self.scratch / "deleted")
        program.go_on()
        self.assertEqual(program.until_paused(), ["room folder-missing"])
        self.data.mkdir()
        program.go_on()
        self.assertEqual(program.end(), ["room folder-missing"])

    def test_of_eight_programs_at_once_one_has_the_folder(self):
        programs = [Program(self.data, "reopen", "pause", "visit", first=i * 10 + 1) for i in range(8)]
        answers = [program.until_paused() for program in programs]
        self.assertEqual(sorted(map(tuple, answers)), [("not-opened folder-in-use",)] * 7 + [("opened",)])
        for program, answer in zip(programs, answers):
            if answer == ["opened"]:
                program.go_on()
            program.end()
        self.assertEqual(len(found(self.data)), 1)

    def test_a_full_disk_refuses_the_visit_or_saves_it(self):
        disk = self.mount("size=2m")
        self.assertEqual(play(self.data, "reopen"), ["opened"])
        room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        saved = set()
        refusals = 0
        for left in range(1024, -1, -64):  # KiB
            with open(disk / "filling", "wb") as filling:
                filling.write(bytes(room - left * KIBIBYTE))
            lines = play(self.data, "reopen", "visit", first=left + 1)
            self.assertEqual(people(lines, "refused"), [])
            refusals += lines.count("room disk-too-full")
            saved.update(people(lines, "saved"))
        (disk / "filling").unlink()
        # One more result may need 2 * 512 KiB at most: both generations, in the size class after the next.
        self.assertGreater(len(saved), 0)
        self.assertGreater(refusals, 7)
        self.assertEqual(found(self.data), sorted(saved))

    def test_a_disk_that_is_too_small_refuses_to_begin(self):
        self.mount("size=64k")
        self.assertEqual(play(self.data, "reopen"), ["not-opened disk-full"])

    def test_without_inodes_folder_or_visit_is_refused_or_all_is_saved(self):
        outcomes = set()
        for inodes in range(2, 12):
            disk = self.mount(f"size=4m,nr_inodes={inodes}")
            lines = play(self.data, "reopen", *["visit"] * 8, "release")
            self.assertEqual(people(lines, "refused"), [])
            saved = people(lines, "saved")
            if "opened" in lines:
                self.assertIn(lines[1], ("saved 1", "room disk-full"))
                subprocess.run(["mount", "-o", f"remount,nr_inodes={inodes + 10}", disk], check=True)
                self.assertEqual(found(self.data), saved)
            outcomes.add((len(saved), lines[-1]))
            self.doCleanups()
            self.setUp()
        # With ever more inodes: no folder; a pool of one generation, which takes nobody; a pool whose batch
        # waits in it; all.
        self.assertEqual(outcomes, {(0, "not-opened disk-full"), (0, "released 0"), (8, "not-released disk-full"),
                                    (8, "released 1")})

    def test_a_read_only_folder_is_refused_at_the_start(self):
        disk = self.mount("size=4m")
        self.assertEqual(play(self.data, "reopen", "visit"), ["opened", "saved 1"])
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        self.assertEqual(play(self.data, "reopen", "visit", first=2), ["not-opened read-only"])
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        self.assertEqual(found(self.data), [1])


if __name__ == "__main__":
    if IN_NAMESPACE not in os.environ:
        may = os.geteuid() == 0 and subprocess.run(["unshare", "-m", "true"], stderr=subprocess.DEVNULL,
                                                   check=False).returncode == 0
        os.environ[IN_NAMESPACE] = "yes" if may else "no"
        if may:
            os.execvp("unshare", ["unshare", "-m", sys.executable, "-B", *sys.argv])
    unittest.main(argv=sys.argv[:1], verbosity=2)
