"""A whole visit in each way that a person may work the kiosk, by pointer and keys of the X server (A5)."""

from away import is_chosen, on, with_hand
from every_type import EVERY_TYPE
from hand import Hand
from visit import take_visit

PAGES = ["attract", "comfort", "privacy", "role", "question", "check", "results", "take_away", "finished"]
STEP_SECONDS = 3  # of scanning by one switch


class Keys:
    """Nothing but two keys: one moves the focus on, one presses."""

    def __init__(self, kiosk, hand, move="Tab", press="Return"):
        self.kiosk, self.hand = kiosk, hand
        self.move_key, self.press_key = move, press

    def press_until(self, name, changed):
        for _ in range(100):
            before = self.kiosk.focused()
            if before == name:
                self.hand.type_until(self.press_key, changed)
                return
            self.hand.type_until(self.move_key, lambda before=before: self.kiosk.focused() != before)
        raise AssertionError(f"{self.move_key} does not reach {name} on {self.kiosk.screen()}")


class OneSwitch:
    """Nothing but one key and patience: the press comes when the light is on what is wanted."""

    def __init__(self, kiosk, hand):
        self.kiosk, self.hand = kiosk, hand

    def begin(self):
        """The first press lights up the first answer or button and does nothing else."""
        before = self.kiosk.focused()
        self.hand.type_until("space", lambda: self.kiosk.focused() not in ("", before))

    def press_until(self, name, changed):
        for _ in range(100):
            before = self.kiosk.focused()
            if before == name:
                self.hand.type_until("space", changed)
                return
            self.kiosk.wait(STEP_SECONDS)
            assert self.kiosk.focused() != before, f"the scan stands on {before}"
        raise AssertionError(f"the scan does not come by {name} on {self.kiosk.screen()}")


def switch_on(kiosk, way):
    """Somebody turns scanning on, by touch; the person with the switches goes on alone."""
    kiosk.click("bar.comfort")
    kiosk.click(f"comfort.scanning.{way}")
    assert kiosk.click("comfort.back") == "attract"


@with_hand
def visit(start, display, bank, way, language):
    """`way`: clicks, keys, one_switch or two_switches. By clicks there is a question of every type."""
    with start("--bank", EVERY_TYPE if way == "clicks" else bank, "--language", language, "--seed", "7") as kiosk:
        hand = Hand(kiosk, display)
        has_switch = "switch" in way
        person = {"clicks": lambda: hand, "keys": lambda: Keys(kiosk, hand), "one_switch": lambda: OneSwitch(kiosk, hand),
                  "two_switches": lambda: Keys(kiosk, hand, "space", "Return")}[way]()
        if has_switch:
            switch_on(kiosk, way)
        if way == "one_switch":
            person.begin()
        pages = []
        take_visit(kiosk, person.press_until, pages.append, language)
        assert pages == PAGES, pages
        if has_switch:  # the wipe has put the switches away: the last page goes by itself
            assert kiosk.wait(61) == "attract"
        else:
            person.press_until("finished.next", on(kiosk, "attract"))
    return 0


@with_hand
def scanning(start, display, bank):
    """The light of one switch rests until it is wanted, stops after three rounds, and is no sign of a person."""
    with start("--bank", bank) as kiosk:
        hand = Hand(kiosk, display)
        hand.press_until("bar.comfort", on(kiosk, "comfort"))
        hand.press_until("comfort.scanning.one_switch", is_chosen(kiosk, "comfort.scanning.one_switch"))
        hand.press_until("comfort.faster", lambda: kiosk.item("comfort.scanning_speed")["name"].endswith("2"))
        hand.press_until("comfort.back", on(kiosk, "attract"))
        before = kiosk.frames()
        kiosk.wait(30)
        assert kiosk.frames() == before, "a scan that nobody began draws frames"
        person = OneSwitch(kiosk, hand)
        person.begin()
        person.press_until("attract.start.en", on(kiosk, "comfort"))
        before = kiosk.frames()
        assert kiosk.wait(181) == "timeout"
        assert kiosk.frames() - before < 3 * 3 * 60, "frames between the steps"
        hand.type_until("space", on(kiosk, "comfort"))
        assert kiosk.item("comfort.scanning.one_switch")["value"] == "selected"
        assert kiosk.wait(181) == "timeout"
        assert kiosk.wait(61) == "attract"
        kiosk.click("bar.comfort")
        assert kiosk.item("comfort.scanning.off")["value"] == "selected"
    return 0
