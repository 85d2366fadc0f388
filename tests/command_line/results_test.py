"""`skills results`: verify, merge, copy, close, delete and hand-over, on folders made by `skills simulate`."""

import json
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

import skills

sys.path.insert(0, str(skills.SOURCE_ROOT / "tests"))

import strace  # pylint: disable=wrong-import-position


def contents(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir() if path.is_file()}


def times(folder):
    return {path.name: (path.stat().st_mtime_ns, path.stat().st_mode & 0o777) for path in pathlib.Path(folder).iterdir()}


def batches_of(data):
    """The batch files of a data folder in the order of their chain."""
    return sorted((data / "batches").iterdir(), key=lambda path: json.loads(path.read_text().split("\n", 1)[0])["sequence"])


class Results(unittest.TestCase):
    def setUp(self):
        self.scratch_folder = tempfile.TemporaryDirectory()
        self.scratch = pathlib.Path(self.scratch_folder.name)
        self.addCleanup(self.scratch_folder.cleanup)

    def simulated(self, name="data", respondents=40, seed=1):
        skills.simulate(self.scratch / name, respondents=respondents, seed=seed)
        return self.scratch / name

    def results(self, *arguments, expect=0):
        done = skills.run("results", *arguments, expect=expect)
        return done.stdout.decode(), done.stderr.decode()


class Verify(Results):
    def findings(self, folder, *more):
        out, err = self.results("verify", folder, "--format", "json", *more, expect=1)
        self.assertEqual(err, "")
        return json.loads(out)["findings"]

    def test_an_untouched_folder_says_nothing(self):
        data = self.simulated()
        self.assertEqual(self.results("verify", data), ("", ""))
        out, _ = self.results("verify", data, "--format", "json")
        self.assertEqual(json.loads(out), {"batches": 3, "archives": 0, "sealed": 0, "records": 30, "findings": []})

    def test_each_tampering_is_told_at_its_place(self):
        data = self.simulated()
        batches = batches_of(data)
        second = batches[1]
        original, time = second.read_bytes(), second.stat().st_mtime_ns

        def check(changed, code, line, file=second):
            second.write_bytes(changed)
            os.utime(second, ns=(time, time))
            found = [(item["code"], item["line"]) for item in self.findings(data) if item["file"] == str(file)]
            self.assertIn((code, line), found)

        lines = original.splitlines(keepends=True)
        check(original.replace(b'"overall"', b'"device":"x","overall"', 1), "unknown-field", 2)
        check(b"".join(lines[:3] + [lines[3].replace(b'"percent":', b'"percent": ', 1)] + lines[4:]), "not-exact", 4)
        check(b"".join(lines[:-1]), "wrong-count", 1)
        check(b"".join([lines[0], lines[2], lines[1]] + lines[3:]), "chain-broken", 1, batches[2])  # reordered
        check(original.replace(b'"site":"demonstration"', b'"site":"pc7.ward.local"'), "telling-text", 1)
        fewer = b"".join([lines[0].replace(b'"records":10', b'"records":9')] + lines[1:-1])
        check(fewer, "batch-too-small", 1)
        check(original.replace(b"\n", b"\r\n"), "bad-line-end", 1)

        second.write_bytes(original)
        self.assertEqual([item["code"] for item in self.findings(data)], ["bad-time"])
        second.unlink()
        self.assertEqual([(item["code"], item["file"]) for item in self.findings(data)], [("chain-gap", str(batches[2]))])

    def test_findings_are_one_line_each_with_their_place(self):
        data = self.simulated()
        (data / "notes.txt").write_text("x")
        out, err = self.results("verify", data, "--batch-minimum", 11, expect=1)
        self.assertEqual(out, "")
        lines = err.splitlines()
        self.assertEqual(len(lines), 4)
        self.assertRegex(lines[0], r"batches/[0-9a-f]{32}\.results\.jsonl:1:\d+: error: a batch of 10 people")
        self.assertRegex(lines[3], r"notes\.txt: error: ")

    def test_a_stick_that_knows_neither_links_nor_renaming_without_replacing(self):
        if not strace.can_trace():
            self.skipTest("strace is missing or may not trace here")
        data, archive = self.simulated(), self.scratch / "a.results.jsonl"
        command = [skills.PROGRAM, "results", "merge", data, "--out", archive]
        as_on_exfat = ("-o", "/dev/null", "-e", "inject=renameat2:error=EINVAL", "-e", "inject=linkat:error=EPERM")
        self.assertEqual(strace.run(command, *as_on_exfat).returncode, 0)
        self.assertEqual(self.results("verify", archive), ("", ""))
        archive.write_bytes(b"foreign")
        self.assertEqual(strace.run(command, *as_on_exfat).returncode, 3)
        self.assertEqual(archive.read_bytes(), b"foreign")
        self.assertEqual([path.name for path in self.scratch.iterdir() if path.is_file()], ["a.results.jsonl"])

    def test_usage(self):
        self.results("verify", expect=2)
        self.results("verify", self.scratch, "--batch-minimum", 4, expect=2)
        self.results("verify", self.scratch, "--role-minimum", 1, expect=2)
        self.results("verify", self.scratch / "none", expect=3)


class Merge(Results):
    def test_any_order_gives_the_same_archive_which_counts_as_the_batches_did(self):
        one, two = self.simulated("one", seed=1), self.simulated("two", seed=2)
        archive, again = self.scratch / "a.results.jsonl", self.scratch / "b.results.jsonl"
        out, err = self.results("merge", one, two, "--out", archive)
        self.assertEqual((out, err), (f"60 records of 6 batches in {archive}\n", ""))
        files = sorted([*(one / "batches").iterdir(), *(two / "batches").iterdir()], reverse=True)
        self.results("merge", *files, "--out", again)
        self.assertEqual(archive.read_bytes(), again.read_bytes())
        self.assertEqual(self.results("verify", archive), ("", ""))

        report = ["report", "--bank", skills.BANK, "--by", "role,domain,item", "--format", "json"]
        before = json.loads(skills.run(*report, one / "batches", two / "batches").stdout)
        after = json.loads(skills.run(*report, archive).stdout)
        beside = json.loads(skills.run(*report, archive, one, two, again).stdout)
        self.assertEqual(before["groups"], after["groups"])
        self.assertEqual(after["groups"], beside["groups"])

    def test_a_missing_batch_is_told_and_an_existing_file_stays(self):
        data = self.simulated()
        batches = batches_of(data)
        archive = self.scratch / "a.results.jsonl"
        _, err = self.results("merge", batches[0], batches[2], "--out", archive)
        self.assertRegex(err, r"warning: batch 2 of kiosk [0-9a-f]{8} is missing")
        before = archive.read_bytes()
        _, err = self.results("merge", data, "--out", archive, expect=3)
        self.assertIn("is there already", err)
        self.assertEqual(archive.read_bytes(), before)
        self.assertEqual([path.name for path in self.scratch.iterdir() if path.is_file()], ["a.results.jsonl"])

    def test_usage(self):
        data = self.simulated()
        _, err = self.results("merge", data, "--out", self.scratch / "archive.json", expect=2)
        self.assertIn(".results.jsonl", err)
        self.results("merge", data, "--out", self.scratch / "none" / "a.results.jsonl", expect=3)
        (self.scratch / "empty").mkdir()
        self.results("merge", self.scratch / "empty", "--out", self.scratch / "a.results.jsonl", expect=1)


class Copy(Results):
    def test_copies_are_alike_in_bytes_mode_and_time_and_repeat_harmlessly(self):
        data, stick = self.simulated(), self.scratch / "stick"
        _, err = self.results("copy", "--data", data, "--to", stick, expect=3)
        self.assertIn("plug in the stick", err)
        self.assertFalse(stick.exists())
        stick.mkdir()
        out, _ = self.results("copy", "--data", data, "--to", stick)
        self.assertEqual(out, f"3 batches copied to {stick}, 0 were there\n")
        self.assertEqual(contents(stick), contents(data / "batches"))
        self.assertEqual(times(stick), times(data / "batches"))
        out, _ = self.results("copy", "--data", data, "--to", stick)
        self.assertEqual(out, f"0 batches copied to {stick}, 3 were there\n")

        name = sorted(contents(stick))[0]
        (stick / name).write_bytes(b"foreign")
        _, err = self.results("copy", "--data", data, "--to", stick, expect=1)
        self.assertIn(f"{name}: error: the outbox has a file of this name", err)
        self.assertEqual((stick / name).read_bytes(), b"foreign")


class Close(Results):
    def test_enough_people_leave_and_the_folder_is_in_order(self):
        data = self.simulated()  # ten of forty wait
        out, err = self.results("close", "--data", data)
        self.assertEqual((out, err), (f"1 batches released to {data}/batches\n", ""))
        self.assertEqual(self.results("verify", data), ("", ""))
        self.assertEqual(self.results("close", "--data", data)[0], f"0 batches released to {data}/batches\n")

    def test_too_few_stay_and_that_is_said_in_a_band(self):
        data = self.simulated(respondents=39)  # nine wait
        out, err = self.results("close", "--data", data, expect=1)
        self.assertIn("0 batches", out)
        self.assertIn("fewer than 10 results of campaign demonstration", err)
        self.assertNotIn("9", re.sub(r"@[0-9.]+", "", err))

    def test_another_campaign_is_left_alone(self):
        data = self.simulated()
        campaign = self.scratch / "campaign.yaml"
        campaign.write_text(f"format: 1\nid: spring\nsite: A\nbank: {skills.BANK}\n")
        _, err = self.results("close", "--data", data, "--campaign", campaign, expect=1)
        self.assertIn("results of campaign demonstration", err)
        self.assertEqual(len(contents(data / "batches")), 3)

    def test_a_folder_that_is_none_is_refused_and_not_made(self):
        self.results("close", "--data", self.scratch / "none", expect=3)
        self.assertFalse((self.scratch / "none").exists())


class Delete(Results):
    def test_only_with_the_word_and_batches_stay(self):
        data = self.simulated()
        batches, pool = contents(data / "batches"), contents(data)
        for words in ([], ["--confirm", "yes"]):
            self.results("delete", "--data", data, *words, expect=2)
        self.assertEqual(contents(data), pool)
        self.results("delete", "--data", data, "--confirm", "delete")
        self.assertEqual(contents(data / "batches"), batches)
        self.assertEqual(self.results("close", "--data", data), (f"0 batches released to {data}/batches\n", ""))


class HandOver(Results):
    def test_nine_and_six_make_a_batch_and_a_hand_over_counts_once(self):
        one, two = self.simulated("one", 39, 1), self.simulated("two", 16, 2)  # nine and six wait
        stick = self.scratch / "carry.hand-over"
        # A kiosk makes its key when it first starts; these two are given theirs.
        for kiosk in (one, two):
            skills.run("keys", "new", kiosk.name, "--out", self.scratch)
            shutil.copy(self.scratch / f"{kiosk.name}.key", kiosk / "kiosk.key")
        one_key, two_key = self.scratch / "one.pub", self.scratch / "two.pub"
        self.results("hand-over", "--data", one, "--to", two_key, "--out", stick)
        self.assertEqual(self.results("close", "--data", one)[0], f"0 batches released to {one}/batches\n")
        self.results("hand-over", "--data", two, "--from", stick, "--trust", two_key, expect=1)
        out, _ = self.results("hand-over", "--data", two, "--from", stick, "--trust", one_key)
        self.assertIn("campaign demonstration", out)
        _, err = self.results("hand-over", "--data", two, "--from", stick, "--trust", one_key, expect=1)
        self.assertIn("taken in before", err)
        self.results("close", "--data", two)
        records = sum(len(path.read_text().splitlines()) - 1 for path in (two / "batches").iterdir())
        self.assertEqual(records, 16 + 9)
        self.results("hand-over", "--data", one, "--to", two_key, "--out", self.scratch / "more", expect=1)

    def test_usage(self):
        data = self.simulated()
        for words in ([], ["--to", "a.pub"], ["--from", "x"], ["--to", "a", "--out", "b", "--from", "c", "--trust", "d"]):
            self.results("hand-over", "--data", data, *words, expect=2)


if __name__ == "__main__":
    skills.main()
