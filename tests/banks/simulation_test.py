"""Synthetic people meet every item and every level of every shipped bank, within the minutes that it states."""

import json
import re
import unittest

import shared

RESPONDENTS = 2000
# Never excused, or only by a row of the page's table of warnings.
GATE = {"item-never-shown", "item-hardly-shown", "outcome-never", "longer-than-stated"}
NEARLY = 6  # percentage points: five times the standard error of a share among 2000 people, and rounding


def simulate(bank):
    return json.loads(shared.run("bank", "simulate", bank.file, "--respondents", RESPONDENTS, "--seed", 1, "--format",
                                 "json").stdout)


def percent(cell):
    found = re.fullmatch(r"([0-9.]+) ?%", cell)
    return float(found[1]) if found else None


class Simulated(unittest.TestCase):
    def test_people_meet_every_item_and_reach_every_level_within_the_minutes(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                result = simulate(bank)
                found = {(finding["code"], finding["subject"]) for finding in result["findings"]
                         if finding["code"] in GATE}
                table = shared.rows(shared.section(bank.page, "Warnings"), "warning", "why")
                explained = {tuple(warning.split(" ", 1)) for warning, why in table if why and " " in warning}
                self.assertEqual(found, explained)
                self.see_that_the_page_is_current(bank, result)

    def see_that_the_page_is_current(self, bank, result):
        """The table of the page is of 20,000 people: near what fewer give."""
        text = shared.section(bank.page, "Simulation")
        self.assertIn(f"skills bank simulate question_banks/{bank.id}.yaml --respondents 20000 --seed 1", text)
        table = {row[0]: row for row in shared.rows(text, "domain", "alpha, self", "wrong level, self",
                                                    "alpha, knowledge", "wrong level, knowledge")}
        self.assertEqual(list(table), list(result["domains"]))
        for domain, measures in result["domains"].items():
            for column, measure in ((2, "self"), (4, "knowledge")):
                printed = percent(table[domain][column])
                measured = measures[measure] and measures[measure]["misclassified_percent"]
                self.assertEqual(printed is None, measured is None, (domain, measure))
                if printed is not None:
                    self.assertLess(abs(printed - measured), NEARLY, (domain, measure))


if __name__ == "__main__":
    shared.main()
