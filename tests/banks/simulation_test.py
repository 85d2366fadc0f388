"""Synthetic people meet every item and every level of every shipped bank, within the minutes that it states; and the
figures on its page are those that the command on the page prints."""

import json
import unittest

import shared

RESPONDENTS = 20000
# Never excused but by a row of the page's table of warnings.
GATE = {"item-never-shown", "item-hardly-shown", "outcome-never", "longer-than-stated"}
COLUMNS = ("domain", "alpha, self", "wrong level, self", "alpha, knowledge", "wrong level, knowledge")


def simulate(bank):
    return json.loads(shared.run("bank", "simulate", bank.file, "--respondents", RESPONDENTS, "--seed", 1, "--format",
                                 "json").stdout)


def cells(measure):
    """Alpha and wrong levels as the page prints them."""
    if measure is None:
        return ["-", "-"]
    alpha = "-" if measure["alpha"] is None else f"{measure['alpha']:.2f}"
    wrong = "-" if measure["misclassified_percent"] is None else f"{measure['misclassified_percent']} %"
    return [alpha, wrong]


class Simulated(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.results = {bank.id: simulate(bank) for bank in shared.banks()}

    def test_people_meet_every_item_and_reach_every_level_within_the_minutes(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                found = {(finding["code"], finding["subject"]) for finding in self.results[bank.id]["findings"]
                         if finding["code"] in GATE}
                table = shared.rows(shared.section(bank.page, "Warnings"), "warning", "why")
                explained = {tuple(warning.split(" ", 1)) for warning, why in table if why and " " in warning}
                self.assertEqual(found, explained)

    def test_the_page_prints_what_the_command_on_it_does(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                result = self.results[bank.id]
                text = shared.section(bank.page, "Simulation")
                self.assertIn(f"skills bank simulate question_banks/{bank.id}.yaml --respondents {RESPONDENTS} --seed 1",
                              text)
                minutes = result["minutes"]
                self.assertIn(f"done in {minutes['median']} minutes, nine in ten in {minutes['ninetieth']}", text)
                table = [[cell.replace("\u2013", "-") for cell in row] for row in shared.rows(text, *COLUMNS)]
                self.assertEqual(table,
                                 [[name, *cells(domain["self"]), *cells(domain["knowledge"])]
                                  for name, domain in result["domains"].items()])


if __name__ == "__main__":
    shared.main()
