"""Every wrong option of a knowledge item stands for something that people believe: it has a row on the bank's page."""

import unittest

import shared


def wrong_options(bank):
    return {(place, option) for item in bank.knowledge() for place, options in shared.parts(item)
            for option, _, right in options if not right}


class WrongOptions(unittest.TestCase):
    def test_are_found_in_every_type(self):
        label = {"en": "x", "cy": "y"}
        scene = {"regions": [{"id": "low", "at": [0, 50, 9, 9], "text": label},
                             {"id": "high", "at": [0, 0, 9, 9], "text": label, "correct": True}]}
        options = [{"id": "a", "label": label, "correct": True}, {"id": "b", "label": label}]
        scored = [{"id": "a", "label": label, "score": 0.5}, {"id": "b", "label": label, "score": 1}]
        self.assertEqual([option[0::2] for option in shared.choices({"scene": scene})], [("high", True), ("low", False)])
        self.assertEqual([option[0::2] for option in shared.choices({"options": options})], [("a", True), ("b", False)])
        self.assertEqual([option[0::2] for option in shared.choices({"options": scored})], [("a", False), ("b", True)])
        self.assertEqual(shared.choices({"type": "order", "options": options}), [])
        task = {"id": "t", "type": "task", "steps": [{"id": "s", "scene": scene}, {"id": "u", "options": options}]}
        self.assertEqual([place for place, _ in shared.parts(task)], ["t.s", "t.u"])

    def test_have_a_row_on_the_page_and_no_row_is_left_over(self):
        for bank in shared.banks():
            with self.subTest(bank.id):
                table = shared.rows(bank.page, "item", "option", "misconception")
                listed = [(item, option) for item, option, _ in table]
                self.assertEqual(len(listed), len(set(listed)), "a row stands twice")
                self.assertEqual(set(listed), wrong_options(bank))
                self.assertEqual([row for row in table if len(row[2].split()) < 3], [])


if __name__ == "__main__":
    shared.main()
