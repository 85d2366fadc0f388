"""`skills bank simulate`: bytes fixed by the seed, the keys of the JSON, and what is named in words."""

import json
import pathlib
import tempfile
import unittest

import skills

HEAD = """format: 1
id: gate
version: 1.0.0
title: Gate
languages: [en]
licence: CC-BY-4.0
minutes: 1
roles: [{id: anyone, label: Anyone}]
scales:
  able:
    - {id: never, score: 0, label: Never}
    - {id: often, score: 1, label: Often}
    - {id: always, score: 2, label: Always}
levels: [{id: low, from: 0, label: Low}, {id: high, from: 50, label: High}]
scoring: {rule: percent}
domains:
  - id: work
    title: Work
    items:
"""


def rating(name, more=""):
    return f"      - {{id: {name}, type: rating, scale: able, prompt: I can do {name}.{more}}}\n"


class BankSimulate(unittest.TestCase):
    def setUp(self):
        self.scratch_folder = tempfile.TemporaryDirectory()
        self.scratch = pathlib.Path(self.scratch_folder.name)
        self.addCleanup(self.scratch_folder.cleanup)

    def simulate(self, *more, bank=skills.BANK, respondents=300, seed=1, expect=0):
        return skills.run("bank", "simulate", bank, "--respondents", respondents, "--seed", seed, *more, expect=expect)

    def test_equal_seeds_give_equal_bytes_and_others_do_not(self):
        for form in ("table", "json"):
            one, two, other = (self.simulate("--format", form, seed=seed).stdout for seed in (7, 7, 8))
            self.assertEqual(one, two)
            self.assertNotEqual(one, other)

    def test_the_json_has_the_documented_keys(self):
        done = self.simulate("--format", "json")
        self.assertEqual(done.stderr, b"")
        found = json.loads(done.stdout)
        self.assertEqual(list(found), ["bank", "sha256", "respondents", "seed", "findings", "minutes", "items_shown",
                                       "items", "domains", "overall"])
        self.assertEqual((found["respondents"], found["seed"], found["minutes"]["stated"]), (300, 1, 10))
        self.assertEqual(list(found["minutes"]), ["stated", "median", "ninetieth"])
        self.assertEqual(list(found["items_shown"]), ["mean", "least", "most"])
        self.assertEqual(len(found["items"]), 52)  # 36 self-ratings, of which each person sees 24, and 16 others
        for item in found["items"].values():
            self.assertEqual(list(item), ["shown", "answered", "not_applicable", "not_sure"])
        overall = ["items", "asked", "percent", "outcomes", "without_outcome", "compared", "misclassified",
                   "misclassified_percent"]
        self.assertEqual(list(found["overall"]), overall)
        self.assertEqual(len(found["domains"]), 6)
        for domain in found["domains"].values():
            self.assertEqual(list(domain), ["self", "knowledge"])
            for measure in domain.values():
                self.assertEqual(list(measure), overall + ["complete", "alpha"])
                self.assertEqual(list(measure["percent"]), ["people", "mean", "sd"])
                self.assertEqual(list(measure["outcomes"]), ["starting_out", "developing", "capable", "leading"])
                reported = sum(outcome["people"] for outcome in measure["outcomes"].values())
                self.assertEqual(reported + measure["without_outcome"], measure["asked"])
                self.assertEqual(measure["misclassified_percent"],
                                 round(100 * measure["misclassified"] / measure["compared"] + 1e-9, 1))
        for finding in found["findings"]:
            self.assertEqual(list(finding), ["code", "subject", "text"])

    def test_what_nobody_meets_is_named_in_words(self):
        names = [f"ask{number}" for number in range(1, 7)]
        zigzag = " and ".join(f"{name} == {'never' if number % 2 else 'always'}" for number, name in enumerate(names))
        bank = self.scratch / "gate.yaml"
        bank.write_text(HEAD + "".join(map(rating, names)) + rating("hidden", f', show_if: "{zigzag}"'))
        skills.run("bank", "check", bank)
        text = self.simulate(bank=bank).stdout.decode()
        self.assertIn("- nobody is shown 'hidden'\n", text)
        self.assertIn("gate@1.0.0: 300 synthetic people, seed 1\n", text)
        self.assertIn("Minutes: half of the people are done in 0.", text)

    def test_wrong_usage_and_bad_banks(self):
        for respondents in (0, 10_000_001, "many"):
            self.simulate(respondents=respondents, expect=2)
        self.simulate("--format", "csv", expect=2)
        skills.run("bank", "simulate", skills.BANK, "--respondents", 1, expect=2)
        self.simulate(bank=self.scratch / "none.yaml", expect=3)
        broken = self.scratch / "broken.yaml"
        broken.write_text(",")
        self.assertIn("broken.yaml:1:1: error:", self.simulate(bank=broken, expect=1).stderr.decode())


if __name__ == "__main__":
    skills.main()
