"""`skills report` as a trainer meets it: what it takes, what it refuses, and where its output goes."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import skills


class Report(skills.OfResults):
    def copy_with_bad_line(self):
        """A copy of the data in which one file's third line is no JSON; the folder and that file."""
        copy = self.scratch / "copy"
        shutil.copytree(self.data, copy)
        bad = sorted(copy.rglob("*.results.jsonl"))[0]
        bad.chmod(0o600)
        lines = bad.read_text().splitlines(keepends=True)
        lines[2] = "{not json\n"
        bad.write_text("".join(lines))
        return copy, bad

    def test_counts_every_record_by_role_in_a_table(self):
        text = skills.run("report", self.data).stdout.decode()
        self.assertIn("About 190 people took part.", text)  # 19 batches of 10; 10 wait in the pool
        self.assertIn("Technical Proficiency", text)  # from the shipped bank
        self.assertIn("All of them are synthetic", text)
        self.assertNotIn("\x1b", text)

    def test_width_follows_the_terminal(self):
        for width in (60, 140):
            text = skills.run("report", self.data, env=os.environ | {"COLUMNS": str(width)}).stdout.decode()
            longest = max(len(line) for line in text.splitlines())
            self.assertLessEqual(longest, width)
            self.assertGreater(longest, width * 2 // 3)

    def test_titles_come_from_a_bank_wherever_it_stands(self):
        bank = self.file("other.yaml", skills.BANK.read_text().replace("Technical Proficiency", "Machines"))
        for arguments in ([self.data, "--bank", bank], ["--bank", bank, self.data],
                          ["--bank", bank, skills.BANK, self.data]):
            text = skills.run("report", *arguments).stdout.decode()
            self.assertIn("Machines", text)
            self.assertNotIn("Technical", text)

    def test_bad_files_are_named_by_file_and_line_and_refused(self):
        copy, bad = self.copy_with_bad_line()
        done = skills.run("report", copy, expect=1)
        self.assertEqual(done.stdout, b"")
        self.assertIn(f"{bad}:3:", done.stderr.decode())

    def test_bad_files_are_left_out_whole_with_keep_going(self):
        copy, bad = self.copy_with_bad_line()
        done = skills.run("report", copy, "--keep-going", "--by", "domain", "--format", "json")
        self.assertIn(f"{bad}:3:", done.stderr.decode())
        report = json.loads(done.stdout)
        self.assertEqual(report["people"], 180)
        self.assertIn("Files left out because of faults in them: 1.", report["policy"]["notes"])

    def test_a_missing_place_is_a_device_failure_and_an_empty_one_has_no_results(self):
        done = skills.run("report", self.scratch / "nowhere", expect=3)
        self.assertIn("nowhere", done.stderr.decode())
        done = skills.run("report", self.scratch, expect=1)
        self.assertIn("no result files", done.stderr.decode())

    def test_wrong_usage_says_what_is_right(self):
        for arguments, part in ((["--by", "ward"], "role, site, period"), (["--where", "ward=3"], "KEY=VALUE"),
                                (["--where", "role"], "KEY=VALUE"),
                                (["--where", "role=clinical,\udcff"], "no text in UTF-8"),
                                (["--format", "pdf"], "html"), (["--threads", "0"], "--threads"),
                                (["--threads", "many"], "--threads"), (["--ledger"], "--ledger")):
            done = skills.run("report", self.data, *arguments, expect=2)
            self.assertEqual(done.stdout, b"")
            self.assertIn(part, done.stderr.decode())
        skills.run("report", expect=2)
        skills.run("report", "--bank", skills.BANK, expect=2)

    def test_exact_is_refused_without_a_policy_that_allows_it(self):
        for policy in ([], ["--policy", self.file("strict.yaml", "minimum_group: 20\n")]):
            done = skills.run("report", self.data, "--exact", *policy, expect=1)
            self.assertEqual(done.stdout, b"")
            self.assertEqual(done.stderr.decode().count("\n"), 1)
            self.assertIn("exact: true", done.stderr.decode())

    def test_exact_is_marked_at_top_and_bottom_in_every_format(self):
        policy = self.file("exact.yaml", "exact: true\n")
        for form in ("table", "csv", "json"):
            text = skills.run("report", self.data, "--exact", "--policy", policy, "--format", form).stdout.decode()
            lines = text.strip().splitlines()
            self.assertIn("NOT FOR SHARING", "".join(lines[:3]), form)
            self.assertIn("NOT FOR SHARING", "".join(lines[-2:]), form)

    def test_a_policy_changes_the_thresholds_and_a_wrong_one_is_named(self):
        policy = self.file("strict.yaml", "minimum_group: 500\n")
        report = json.loads(skills.run("report", self.data, "--policy", policy, "--format", "json").stdout)
        self.assertEqual(report["people"], "fewer than 500")
        self.assertEqual(report["groups"], [])  # their number would tell
        wrong = self.file("wrong.yaml", "minimum_group: 10\nsupress_below: 8\n")
        done = skills.run("report", self.data, "--policy", wrong, expect=1)
        self.assertIn(f"{wrong}:2:1: error:", done.stderr.decode())
        skills.run("report", self.data, "--policy", self.scratch / "none.yaml", expect=3)

    def test_a_broken_bank_is_refused_with_its_place(self):
        bank = self.file("broken.yaml", ",")
        done = skills.run("report", self.data, "--bank", bank, expect=1)
        self.assertIn(f"{bank}:1:1: error:", done.stderr.decode())

    def test_out_replaces_the_file_whole_and_leaves_nothing_but_the_dictionary_beside_it(self):
        out = self.file("report.csv", "old")
        done = skills.run("report", self.data, "--format", "csv", "--out", out)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(out.read_bytes(), skills.run("report", self.data, "--format", "csv").stdout)
        self.assertEqual(sorted(path.name for path in self.scratch.iterdir()), ["report.csv", "report.dictionary.csv"])

    def test_output_that_cannot_be_written_is_a_device_failure(self):
        done = skills.run("report", self.data, "--out", self.scratch / "no" / "report.txt", expect=3)
        self.assertIn("cannot be written", done.stderr.decode())
        self.assertEqual(list(self.scratch.iterdir()), [])

    @unittest.skipUnless(os.path.exists("/dev/full"), "this system has no full device")
    def test_a_full_disk_behind_standard_output_is_a_device_failure(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([skills.PROGRAM, "report", self.data], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 3)

    def test_a_filter_that_nobody_passes_gives_an_empty_report(self):
        report = json.loads(skills.run("report", self.data, "--where", "site=Mars", "--format", "json").stdout)
        self.assertEqual((report["people"], report["groups"]), (0, []))


class Ledger(unittest.TestCase):
    """Several reports about nearly the same people, one after the other."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = pathlib.Path(folder.name)
        self.data = self.base / "batches"
        self.data.mkdir()
        self.ledger = self.base / "ledger"

    def add_batches(self, *batches):
        """Batch files of (role, people, site) by one kiosk."""
        for role, people, site in batches:
            sequence = len(list(self.data.iterdir())) + 1
            start = {"campaign": "autumn", "site": site, "period": "2026-Q4"}
            header = {"format": "skills-results/1"} | start | {
                "bank": {"id": "ward", "version": "1.0.0", "sha256": "a" * 64}, "kiosk": "b" * 32, "sequence": sequence,
                "previous": None if sequence == 1 else "c" * 64, "records": people}
            record = start | {"bank": "ward@1.0.0", "role": role,
                              "domains": {"safety": {"percent": 50.0, "level": "capable", "answered": 4, "asked": 4,
                                                     "knowledge": None}},
                              "overall": {"percent": 50.0, "level": "capable"}, "answers": {"lock": "alone"}}
            lines = [header] + [record] * people
            (self.data / f"{sequence:032x}.results.jsonl").write_text(
                "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))

    def report(self, *more, expect=0):
        done = skills.run("report", self.data, "--ledger", self.ledger, "--format", "json", *more, expect=expect)
        return json.loads(done.stdout) if expect == 0 else done.stderr.decode()

    def test_a_group_that_few_have_joined_is_shown_as_of_the_day_before(self):
        self.add_batches(("clinical", 40, "North"), ("support", 30, "South"))
        self.assertEqual([group["n"] for group in self.report()["groups"]], ["40", "30"])
        self.add_batches(("clinical", 6, "North"), ("support", 10, "South"))
        report = self.report()
        self.assertEqual([group["n"] for group in report["groups"]], ["40", "40"])
        self.assertRegex(report["groups"][0]["as_of"], r"^\d{4}-\d\d-\d\d$")
        self.assertNotIn("as_of", report["groups"][1])
        self.assertEqual(report["people"], 85)
        text = skills.run("report", self.data, "--ledger", self.ledger).stdout.decode()
        self.assertIn("(as of ", " ".join(text.split()))
        csv_text = skills.run("report", self.data, "--ledger", self.ledger, "--format", "csv").stdout.decode()
        self.assertIn("clinical,group,,,as_of,,,20", csv_text)

    def test_a_filter_that_carves_out_a_few_is_refused_and_nothing_is_written(self):
        self.add_batches(("clinical", 40, "North"), ("clinical", 5, "South"), ("support", 60, "South"))
        self.report()
        before = self.ledger.read_bytes()
        errors = self.report("--where", "site=North", expect=1)
        self.assertEqual(errors.count("\n"), 1)
        self.assertIn("fewer than 10 people", errors)
        self.assertEqual(self.ledger.read_bytes(), before)

    def test_the_ledger_lies_in_the_state_folder_and_only_its_owner_reads_it(self):
        self.add_batches(("clinical", 40, "North"))
        environment = {name: value for name, value in os.environ.items() if name != "XDG_STATE_HOME"}
        subprocess.run([skills.PROGRAM, "report", self.data], check=True, stdout=subprocess.DEVNULL,
                       env=environment | {"HOME": str(self.base)})
        ledger = self.base / ".local" / "state" / "skills-kiosk" / "ledger.jsonl"
        self.assertEqual(ledger.stat().st_mode & 0o777, 0o600)
        self.assertEqual(len(ledger.read_text().splitlines()), 3)  # its first line, everyone, clinical
        self.assertEqual([path.name for path in ledger.parent.iterdir()], ["ledger.jsonl"])

    def test_a_damaged_ledger_is_no_empty_one(self):
        self.add_batches(("clinical", 40, "North"))
        for text in ("", "[", '{"format":"other"}\n', "\x00" * 50):
            self.ledger.write_text(text)
            self.assertIn(f"{self.ledger}:1:1: error:", self.report(expect=1))
            self.assertEqual(self.ledger.read_text(), text)

    def test_a_ledger_that_cannot_be_kept_keeps_the_report_back(self):
        self.add_batches(("clinical", 40, "North"))
        done = skills.run("report", self.data, "--ledger", self.base / "no" / "ledger", expect=3)
        self.assertEqual(done.stdout, b"")

    def test_two_reports_at_once_do_not_forget_each_other(self):
        self.add_batches(("clinical", 40, "North"))
        (self.base / "ledger.lock").touch()
        self.assertIn("another report", self.report(expect=1))
        (self.base / "ledger.lock").unlink()
        self.report()
        self.assertFalse((self.base / "ledger.lock").exists())

    def test_synthetic_results_and_a_policy_without_ledger_are_not_remembered(self):
        skills.simulate(self.base / "trial", respondents=60)
        skills.run("report", self.base / "trial", "--ledger", self.ledger)
        self.assertFalse(self.ledger.exists())
        self.add_batches(("clinical", 40, "North"))
        policy = self.base / "policy.yaml"
        policy.write_text("ledger: off\n")
        self.report("--policy", policy)
        self.assertFalse(self.ledger.exists())


class ManyFiles(unittest.TestCase):
    def test_threads_and_archives_change_no_byte(self):
        with tempfile.TemporaryDirectory() as folder:
            data = pathlib.Path(folder) / "data"
            skills.simulate(data, respondents=400, seed=5)
            arguments = ["--by", "role,site,period,item", "--format", "json"]
            expected = skills.run("report", data, *arguments, "--threads", 1).stdout
            for threads in (2, 3, 8):
                self.assertEqual(skills.run("report", data, *arguments, "--threads", threads).stdout, expected)
            archive = data / "all.results.jsonl"
            skills.run("results", "merge", data / "batches", "--out", archive)
            self.assertEqual(json.loads(skills.run("report", archive, *arguments).stdout), json.loads(expected))
            self.assertEqual(skills.run("report", data, *arguments).stdout, skills.run("report", archive, *arguments).stdout)


if __name__ == "__main__":
    skills.main()
