"""How hard the prompts of the shipped banks are to read, by the formula of docs/author.md."""

import re
import unittest

import reading
import shared

HIGHEST_AVERAGE = 11
HIGHEST = 14


def prompts(bank):
    for item in bank.items():
        yield item["id"], item["prompt"]["en"]
        for step in item.get("steps", []):
            yield f"{item['id']}.{step['id']}", step["prompt"]["en"]


class Reading(unittest.TestCase):
    def test_the_formula_gives_the_values_worked_by_hand(self):
        # The examples of tests/readability_test.cpp.
        words = {"the": 1, "makes": 1, "opened": 2, "used": 1, "started": 2, "table": 2, "handled": 2, "called": 1,
                 "whole": 1, "changes": 2, "agree": 2, "services": 3, "follow-up": 3, "NHS": 1, "information": 4, "50": 1}
        self.assertEqual({word: reading.syllables(word) for word in words}, words)
        self.assertEqual(reading.counts("A weight of 70.5 kg is wrong. What do you do?"), (11, 2, 11))
        self.assertEqual(reading.counts("The patient's note, the patient\u2019s note"), (6, 1, 8))
        self.assertEqual(reading.counts("The Medication, medication's", {"medication"}), (3, 1, 3))
        self.assertAlmostEqual(reading.age(10, 1, 12), 7.47)  # 3.9 + 14.16 - 10.59

    def test_the_vocabulary_holds_the_words_that_the_checker_knows(self):
        page = (shared.ROOT / "docs" / "author.md").read_text(encoding="utf-8")
        listed = re.search(r"count as one syllable:\s+(.*?), and their plurals", page, re.DOTALL)[1]
        words = {word.strip() for word in listed.split(",")}
        self.assertGreater(len(words), 5)
        self.assertLessEqual(words, reading.vocabulary())

    def test_all_prompts_together_are_read_at_eleven(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                total = [0, 0, 0]
                for _, text in prompts(bank):
                    total = [one + other for one, other in zip(total, reading.counts(text, reading.vocabulary()))]
                self.assertLessEqual(reading.age(*total), HIGHEST_AVERAGE)

    def test_no_prompt_is_above_fourteen(self):
        for bank in shared.banks():
            hard = []
            for place, text in prompts(bank):
                counts = reading.counts(text, reading.vocabulary())
                if reading.age(*counts) > HIGHEST:
                    hard.append(f"{place}: {reading.age(*counts):.1f}: {text}")
            with self.subTest(bank.id):
                self.assertEqual(hard, [])


if __name__ == "__main__":
    shared.main()
