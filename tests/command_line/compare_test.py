"""`skills compare` as a trainer meets it: what it takes, says and refuses."""

import csv
import io
import json
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree

import pages
import skills


class Compare(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.data = pathlib.Path(cls.folder.name)
        skills.simulate(cls.data / "first", respondents=60, seed=1)
        skills.simulate(cls.data / "second", respondents=60, seed=2, start="2027-01-04")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        self.places = [self.data / "first", self.data / "second"]

    def test_two_periods_say_how_each_domain_changed(self):
        comparison = json.loads(skills.run("compare", *self.places, "--format", "json").stdout)
        self.assertEqual(comparison["cohorts"], ["2026-Q4", "2027-Q1"])
        measures = comparison["banks"][0]["measures"]
        self.assertEqual(len(measures), 12)
        for measure in measures:
            change = measure["changes"][0]
            self.assertEqual(change["design"], "unpaired")
            self.assertIsNone(change["linked"])  # nobody took three words along
            holds_nothing = change["low"] <= 0 <= change["high"]
            self.assertEqual(change["in_words"] == "no clear change", holds_nothing)
        text = skills.run("compare", *self.places).stdout.decode()
        self.assertIn("no clear change", text)
        self.assertRegex(text, "[▁▂▃▄▅▆▇█]{2}")
        self.assertIn("All of them are synthetic", text)

    def test_cohorts_stand_in_the_order_asked_for(self):
        rows = list(csv.DictReader(io.StringIO(skills.run(
            "compare", *self.places, "--cohorts", "2027-Q1,2026-Q4", "--format", "csv").stdout.decode("utf-8-sig"))))
        changes = {(row["before"], row["after"]) for row in rows if row["scope"] == "change"}
        self.assertEqual(changes, {("2027-Q1", "2026-Q4")})

    def test_a_cohort_that_is_not_there_is_named(self):
        done = skills.run("compare", *self.places, "--cohorts", "2026-Q4,2031-Q1", expect=1)
        self.assertIn("2031-Q1", done.stderr.decode())
        done = skills.run("compare", *self.places, "--by", "site", expect=1)
        self.assertIn("needs two cohorts", done.stderr.decode())

    def test_wrong_usage_says_what_is_right(self):
        for arguments in ([], [*self.places, "--by", "role"], [*self.places, "--cohorts", "2026-Q4"],
                          [*self.places, "--cohorts", "2026-Q4,2026-Q4"],
                          [*self.places, "--format", "pdf"]):
            done = skills.run("compare", *arguments, expect=2)
            self.assertEqual(done.stdout, b"")

    def test_a_page_has_what_the_tables_have(self):
        page = self.data / "compare.html"
        skills.run("compare", *self.places, "--format", "html", "--out", page)
        root = xml.etree.ElementTree.fromstring(page.read_text().replace("<!DOCTYPE html>\n", ""))
        text = " ".join(" ".join(root.itertext()).split())
        for words in ("2026-Q4", "2027-Q1", "All of them are synthetic"):
            self.assertIn(words, text)

    def test_pages_in_two_languages_lead_to_each_other_and_no_english_is_left(self):
        out = self.data / "both.html"
        skills.run("compare", *self.places, "--format", "html", "--language", "cy,en", "--out", out)
        welsh, english = pages.parse(out), pages.parse(out.with_suffix(".en.html"))
        self.assertEqual((english.get("lang"), welsh.get("lang")), ("en", "cy"))
        self.assertEqual(english.find(f".//{pages.SPACE}a[@hreflang='cy']").get("href"), "both.html")
        self.assertEqual(welsh.find(f".//{pages.SPACE}a[@hreflang='en']").get("href"), "both.en.html")
        self.assertEqual(pages.english_left(english, welsh, {"2026-Q4", "2027-Q1"}), set())
        figures = [[cell.text for cell in page.iter(f"{pages.SPACE}td") if cell.get("class") == "figure"]
                   for page in (english, welsh)]
        self.assertEqual(*figures)

    def test_files_for_programs_are_the_same_in_every_language(self):
        for form in ("csv", "json"):
            english = skills.run("compare", *self.places, "--format", form).stdout
            self.assertEqual(skills.run("compare", *self.places, "--format", form, "--language", "cy").stdout, english)
        self.assertIn("Newid fesul cyfnod", skills.run("compare", *self.places, "--language", "cy").stdout.decode())

    def test_several_languages_need_files(self):
        out = self.data / "x.html"
        for arguments in (["--format", "html", "--language", "en,cy"], ["--format", "json", "--language", "en,cy", "--out", out],
                          ["--format", "html", "--language", "cy,cy", "--out", out], ["--language", "fr"]):
            done = skills.run("compare", *self.places, *arguments, expect=2)
            self.assertIn(b"--language", done.stderr)
            self.assertEqual((done.stdout, out.exists()), (b"", False))

    def test_a_cohort_that_few_have_joined_is_refused_by_name(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder, ledger = pathlib.Path(scratch) / "batches", pathlib.Path(scratch) / "ledger"
            first, second = (sorted((self.data / name / "batches").glob("*.results.jsonl")) for name in ("first", "second"))
            for batch in [*first[:3], *second[:3]]:
                skills.add_people(batch, folder)
            skills.run("compare", folder, "--ledger", ledger)
            skills.add_people(second[3], folder, people=5)
            before = ledger.read_bytes()
            done = skills.run("compare", folder, "--ledger", ledger, expect=1)
            self.assertRegex(done.stderr.decode(), r"^error: nhs-staff-core@2, period=2027-Q1: since .*fewer than 10 people have joined or left")
            self.assertEqual((done.stdout, ledger.read_bytes()), (b"", before))
            policy = pathlib.Path(scratch) / "policy.yaml"
            policy.write_text("ledger: off\n")
            skills.run("compare", folder, "--policy", policy)

    def test_exact_figures_need_a_policy(self):
        done = skills.run("compare", *self.places, "--exact", expect=1)
        self.assertIn("exact: true", done.stderr.decode())


if __name__ == "__main__":
    skills.main()
