"""Someone who only listens: keys go in, and nothing is known but what was said."""

import os


def words_of(source, language):
    """The interface's own words, by key."""
    words = {}
    with open(os.path.join(source, "assets", "strings", language + ".yaml"), encoding="utf-8") as file:
        for line in file:
            key, colon, text = line.strip().partition(": ")
            if colon and not key.startswith("#"):
                is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
                words[key] = text[1:-1].replace("''", "'") if is_quoted else text
    return words


class Ear:
    def __init__(self, kiosk):
        self.kiosk = kiosk
        self.languages = set()

    def press(self, key):
        """What is said after one key."""
        self.kiosk.do("key", key=key)
        spoken = self.kiosk.do("spoken")["spoken"]
        self.languages |= {each["language"] for each in spoken}
        return [each["text"] for each in spoken]

    def find(self, *parts):
        """Tab until something is said that begins and goes on like this; the whole of it."""
        for _ in range(200):
            for text in self.press("Tab"):
                if text.startswith(parts[0]) and all(part in text for part in parts):
                    return text
        raise AssertionError(f"nobody says {parts}")

    def choose(self, *parts):
        self.find(*parts)
        return self.press("Enter")


def visit_by_ear(kiosk, words):
    """A whole visit; every step is taken because of what was heard. The number of questions."""
    ear = Ear(kiosk)
    button = ", " + words["speech.role.button"]

    def heard(said, *wanted):
        for one in wanted:
            assert any(one in text for text in said), (one, said)

    heard(ear.press("F2"), words["attract.title"])
    heard(ear.choose(words["attract.start"]), words["comfort.title"])
    heard(ear.choose(words["comfort.next"] + button), words["privacy.title"], words["privacy.never.1"])
    heard(ear.choose(words["privacy.next"] + button), words["role.title"])
    # An error is heard, and what to do about it.
    heard(ear.choose(words["role.next"] + button), words["error.title"] + ". " + words["role.error"])
    first = words["speech.position"].split("{", 1)[0] + "1 " + words["speech.position"].split("} ", 1)[1].split(" {")[0]
    heard(ear.choose("", ", " + first), words["speech.selected"])
    said = ear.choose(words["role.next"] + button)
    questions = 0
    while not any(words["check.title"] in text for text in said):
        heard(said, words["question.caption"].split(" ")[0])
        questions += 1
        assert ear.choose("", ", " + first)[0] == words["speech.selected"]
        said = ear.choose(words["question.next"] + button)
        assert questions < 100
    said = ear.choose(words["check.save"] + button)
    heard(said, words["results.title"], words["results.overview"], words["results.saved"])
    # Why a level: the answers behind it are read out as they open.
    heard(ear.choose(words["results.why.show"]), words["results.confidence"])
    heard(ear.choose(words["results.next"] + button), words["take_away.title"], words["take_away.plan"])
    heard(ear.choose(words["take_away.next"] + button), words["finished.title"])
    return questions, ear
