"""The reading age of docs/author.md, worked out a second time."""

import pathlib
import re

VOWELS = "aeiouy"


def vocabulary():
    """Words that count as one syllable: tests/banks/vocabulary.txt."""
    lines = (pathlib.Path(__file__).resolve().parent / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split("#")[0].strip() for line in lines]
    return {word for word in words if word}


def is_silent(word):
    """Whether the last group of vowels is written and not spoken: makes, opened; not table, changes, needed."""
    stem = word[:-1] if word.endswith(("es", "ed")) else word
    if not stem.endswith("e"):
        return False
    stem = stem[:-1]
    if not stem or stem[-1] in VOWELS:
        return False
    if stem.endswith("l") and not stem.endswith("ll") and len(stem) > 1 and stem[-2] not in VOWELS:
        return False
    if word.endswith("ed"):
        return not stem.endswith(("t", "d"))
    if word.endswith("es"):
        return not stem.endswith(("s", "x", "z", "c", "g", "ch", "sh"))
    return True


def syllables(word):
    count = 0
    for part in word.lower().split("-"):
        letters = re.sub("[^a-z]", "", part)
        groups = len(re.findall(f"[{VOWELS}]+", letters))
        if groups > 1 and is_silent(letters):
            groups -= 1
        count += max(groups, 1) if part else 0
    return max(count, 1)


def counts(text, familiar=frozenset()):
    """(words, sentences, syllables)"""
    words = sentences = spoken = 0
    is_inside = False
    for token in text.split():
        word = re.sub("^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$", "", token)
        word = re.sub("['\u2019]s$", "", word)
        if word:
            words += 1
            spoken += 1 if re.sub("[^a-z]", "", word.lower()) in familiar else syllables(word)
            is_inside = True
        if is_inside and re.search("[.?!]['\")\\]\u2019\u201d]*$", token):
            sentences += 1
            is_inside = False
    return words, sentences + is_inside, spoken


def age(words, sentences, spoken):
    """Flesch-Kincaid grade (Kincaid and others 1975) and 5 years."""
    return 0.39 * words / sentences + 11.8 * spoken / words - 15.59 + 5
