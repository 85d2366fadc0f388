"""`skills simulate`: what it leaves behind, and that a seed fixes it."""

import json
import pathlib
import re
import tempfile
import unittest

import skills


def contents(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


class Simulate(unittest.TestCase):
    def setUp(self):
        self.scratch_folder = tempfile.TemporaryDirectory()
        self.scratch = pathlib.Path(self.scratch_folder.name)
        self.addCleanup(self.scratch_folder.cleanup)

    def simulate(self, name, *more, respondents=40, seed=1, expect=0):
        folder = self.scratch / name
        done = skills.run("simulate", "--bank", skills.BANK, "--respondents", respondents, "--seed", seed, "--data",
                          folder, *more, expect=expect)
        return folder, done

    def test_forty_visits_leave_batches_of_ten_and_nothing_unlisted(self):
        folder, done = self.simulate("data")
        self.assertEqual(done.stderr, b"")
        self.assertEqual(done.stdout.decode(), f"40 synthetic visits on 4 days: 3 batches in {folder}/batches, 10 results "
                                               "wait in the pool\n")
        known = {"pool.a", "pool.b", "pool.key", "kiosk.key", "lock", "batches"}  # results.md lists these
        self.assertLessEqual({path.name for path in folder.iterdir()}, known)
        batches = sorted((folder / "batches").iterdir())
        self.assertEqual(len(batches), 3)
        for path in batches:
            self.assertRegex(path.name, r"^[0-9a-f]{32}\.results\.jsonl$")
            first, *records = path.read_text().splitlines()
            header = json.loads(first)
            self.assertEqual((header["records"], header["synthetic"], len(records)), (10, True, 10))
            self.assertEqual(header["period"], "2026-Q4")

    def test_equal_seeds_give_equal_batches_byte_for_byte_and_others_do_not(self):
        one, _ = self.simulate("one", respondents=60, seed=7)
        two, _ = self.simulate("two", respondents=60, seed=7)
        other, _ = self.simulate("other", respondents=60, seed=8)
        self.assertEqual(contents(one / "batches"), contents(two / "batches"))
        self.assertFalse(set(contents(one / "batches")) & set(contents(other / "batches")))
        self.assertNotEqual((one / "pool.a").read_bytes(), (two / "pool.a").read_bytes())  # nonces stay random

    def test_fast_gives_the_same_batches_and_the_same_kind_of_folder(self):
        slow, _ = self.simulate("slow", respondents=60)
        fast, _ = self.simulate("fast", "--fast", respondents=60)
        self.assertEqual(contents(slow / "batches"), contents(fast / "batches"))
        self.assertEqual({path.name for path in slow.iterdir()}, {path.name for path in fast.iterdir()})

    def test_the_start_gives_the_period(self):
        folder, _ = self.simulate("data", "--start", "2027-02-27", "--visits-per-day", 20)
        periods = set(re.findall(r'"period":"([^"]*)"', "".join(map(bytes.decode, contents(folder / "batches").values()))))
        self.assertEqual(periods, {"2027-Q1"})

    def test_too_few_visits_leave_no_batch_and_that_is_said(self):
        folder, done = self.simulate("data", respondents=14)
        self.assertIn("0 batches", done.stdout.decode())
        self.assertIn("14 results wait", done.stdout.decode())
        self.assertEqual(contents(folder / "batches"), {})

    def test_a_folder_with_results_is_refused_and_stays_as_it_was(self):
        folder, _ = self.simulate("data")
        before = contents(folder / "batches"), (folder / "pool.a").read_bytes()
        _, done = self.simulate("data", seed=2, expect=1)
        self.assertIn("new or empty folder", done.stderr.decode())
        self.assertEqual((contents(folder / "batches"), (folder / "pool.a").read_bytes()), before)

    def test_wrong_usage_and_bad_banks(self):
        for arguments in (["--start", "2026-02-30"], ["--visits-per-day", 0], ["--respondents", -1]):
            self.simulate("data", *arguments, expect=2)
        skills.run("simulate", "--bank", skills.BANK, "--respondents", 1, "--data", self.scratch / "data", expect=2)
        broken = self.scratch / "broken.yaml"
        broken.write_text(",")
        for bank, status in ((broken, 1), (self.scratch / "none.yaml", 3)):
            skills.run("simulate", "--bank", bank, "--respondents", 1, "--seed", 1, "--data", self.scratch / "data",
                       expect=status)
        self.assertFalse((self.scratch / "data").exists())

    def test_a_folder_that_cannot_be_made_is_a_device_failure(self):
        (self.scratch / "file").write_text("")
        self.simulate("file/data", expect=3)


if __name__ == "__main__":
    skills.main()
