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
    def __init__(self, kiosk, words):
        self.kiosk = kiosk
        self.words = words
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

    def choose_button(self, key):
        return self.choose(self.words[key] + ", " + self.words["speech.role.button"])

    def next_free(self, parts):
        """Tab to what says all `parts`, as far as Continue; the whole of it, or "" where nothing does."""
        for _ in range(200):
            said = self.press("Tab")
            if said and all(part in said[-1] for part in parts):
                return said[-1]
            if any(text.startswith(self.words["question.next"] + ",") for text in said):
                return ""
        raise AssertionError("Continue is never said")

    def answer(self, asked):
        """Answers the question of which `asked` was read out, in the way that its words tell."""
        selected, free = self.words["speech.selected"], ", " + self.words["speech.not_selected"]
        if any(self.words["question.number.none"] in text for text in asked):
            assert self.choose("3, " + self.words["speech.role.key"])[0].startswith("3"), "what was typed is not said"
        elif self.words["question.match.lefts"] in asked:
            self.join_all()
        elif self.words["question.order.placed"] in asked:
            step = 0
            while self.next_free([free, ", " + self.words["speech.role.checkbox"]]):
                step += 1
                said = self.press("Enter")
                assert said[0].startswith(self.words["question.order.name"].split("{")[0] + str(step)), said
            assert step > 1
        elif self.next_free([free]):
            assert self.press("Enter")[0] == selected, "what was chosen is not said"

    def join_all(self):
        """Listens to both lists, then joins the first of each, the second of each and so on."""
        lists = [[], []]
        said = []
        while not any(text.startswith(self.words["question.next"] + ",") for text in said):
            said = self.press("Tab")
            if self.words["question.match.rights"] in said:
                lists.reverse()
            if said and not any(said[-1].startswith(self.words[key] + ",") for key in ("bar.back", "question.next")):
                name, _, role = said[-1].rpartition(", ")
                if role == self.words["speech.role.button"]:
                    lists[0].append(name)
        assert len(lists[0]) == len(lists[1]) > 1, lists
        for number, (right, left) in enumerate(zip(*lists), 1):
            assert self.choose(left)[0] == self.words["speech.selected"]
            joined = self.choose(right)[0]
            assert joined.startswith(self.words["question.match.name"].format(label=right, number=number)), joined


def visit_by_ear(kiosk, words):
    """A whole visit; every step is taken because of what was heard. The number of questions."""
    ear = Ear(kiosk, words)

    def heard(said, *wanted):
        for one in wanted:
            assert any(one in text for text in said), (one, said)

    heard(ear.press("F2"), words["attract.title"])
    heard(ear.choose(words["attract.start"]), words["comfort.title"])
    heard(ear.choose_button("comfort.next"), words["privacy.title"], words["privacy.never.1"])
    heard(ear.choose_button("privacy.next"), words["role.title"])
    # An error is heard, and what to do about it.
    heard(ear.choose_button("role.next"), words["error.title"] + ". " + words["role.error"])
    first = words["speech.position"].split("{", 1)[0] + "1 " + words["speech.position"].split("} ", 1)[1].split(" {")[0]
    heard(ear.choose("", ", " + first), words["speech.selected"])
    said = ear.choose_button("role.next")
    pages = 0
    while not any(words["check.title"] in text for text in said):
        ear.answer(said)
        said = ear.choose_button("question.next")
        assert not any(words["error.title"] in text for text in said), said
        pages += 1
        assert pages < 100
    said = ear.choose_button("check.save")
    heard(said, words["results.title"], words["results.overview"], words["results.saved"])
    # Why a level: the answers behind it are read out as they open.
    heard(ear.choose(words["results.why.show"]), words["results.confidence"])
    heard(ear.choose_button("results.next"), words["take_away.title"], words["take_away.plan"])
    heard(ear.choose_button("take_away.next"), words["finished.title"])
    return pages, ear
