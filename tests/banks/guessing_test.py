"""Nobody can guess the right answers of the shipped banks by where they stand or how long they are."""

import unittest

import chance
import shared


def one_right(language):
    """The options of every page of knowledge with one right one, of all banks: [[(length, is right)]]."""
    pages = []
    for bank in shared.banks():
        for item in bank.knowledge():
            for _, options in shared.parts(item):
                if sum(right for _, _, right in options) == 1:
                    pages.append([(len(text[language]), right) for _, text, right in options])
    return pages


def several_right(language):
    """The same of pages where more than one option is right."""
    pages = []
    for bank in shared.banks():
        for item in bank.knowledge():
            for _, options in shared.parts(item):
                if sum(right for _, _, right in options) > 1:
                    pages.append([(len(text[language]), right) for _, text, right in options])
    return pages


def places(pages):
    """How many right ones stand first, second, third ...; and how many would by chance, were every place alike."""
    observed, expected = [], []
    for page in pages:
        right = sum(is_right for _, is_right in page)
        for place, (_, is_right) in enumerate(page):
            if place == len(observed):
                observed.append(0)
                expected.append(0.0)
            observed[place] += is_right
            expected[place] += right / len(page)
    return observed, expected


def extremes(pages, pick):
    """How often a right option is the longest (`pick` max) or shortest, and how often by chance; ties count in part."""
    observed, expected = [0.0, 0.0], [0.0, 0.0]
    for page in pages:
        extreme = pick(length for length, _ in page)
        ties = [is_right for length, is_right in page if length == extreme]
        share = sum(ties) / len(ties)
        by_chance = sum(is_right for _, is_right in page) / len(page)
        for index, (one, other) in enumerate(((share, by_chance), (1 - share, 1 - by_chance))):
            observed[index] += one
            expected[index] += other
    return observed, expected


class Chance(unittest.TestCase):
    def test_a_fair_die_passes_and_a_loaded_one_does_not(self):
        # 60 throws, 10 expected of each face: squares 1+1+4+4+0+0 = 10 over 10 = 1.0; 25+25 = 50 over 10 = 5.0 of 4
        # cells with 3 degrees of freedom (7.815); 20 sixes: 100 + 5 * 4 = 120 over 10 = 12.0 > 11.070.
        self.assertFalse(chance.is_beyond_chance([9, 11, 12, 8, 10, 10], [10] * 6)[0])
        self.assertFalse(chance.is_beyond_chance([15, 5, 10, 10], [10] * 4)[0])
        self.assertTrue(chance.is_beyond_chance([20, 8, 8, 8, 8, 8], [10] * 6)[0])

    def test_cells_that_hold_too_little_are_joined(self):
        self.assertEqual(chance.joined([1, 2, 3, 9], [3, 3, 4, 6]), ([3, 12], [6, 10]))
        self.assertEqual(chance.joined([1, 2, 3], [6, 6, 2]), ([1, 5], [6, 8]))

    def test_a_pattern_is_seen(self):
        page = [(1, True), (2, False), (3, False), (4, False)]
        self.assertEqual(places([page] * 8), ([8, 0, 0, 0], [2.0] * 4))
        self.assertTrue(chance.is_beyond_chance(*places([page] * 12))[0])
        self.assertEqual(extremes([page] * 8, min), ([8.0, 0.0], [2.0, 6.0]))
        self.assertEqual(extremes([[(1, True), (1, False)]], max), ([0.5, 0.5], [0.5, 0.5]))


class RightAnswers(unittest.TestCase):
    def test_stand_anywhere(self):
        # In the order of the file, which the printed form keeps, also where the kiosk shuffles.
        for name, pages in (("one right", one_right("en")), ("several right", several_right("en"))):
            with self.subTest(name):
                is_pattern, words = chance.is_beyond_chance(*places(pages))
                print(f"places, {name}: {words}")
                self.assertFalse(is_pattern, words)

    def test_are_neither_the_longest_nor_the_shortest(self):
        for language in ("en", "cy"):
            for name, pages in (("one right", one_right(language)), ("several right", several_right(language))):
                for pick in (max, min):
                    with self.subTest(f"{language} {name} {pick.__name__}"):
                        is_pattern, words = chance.is_beyond_chance(*extremes(pages, pick))
                        print(f"{pick.__name__} length, {language}, {name}: {words}")
                        self.assertFalse(is_pattern, words)


if __name__ == "__main__":
    shared.main()
