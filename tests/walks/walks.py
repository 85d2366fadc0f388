"""Walks through the real window, for ctest: walks.py PROGRAM BANK WALK [WORDS].

A walk that finds no X server ends with status 77: skipped.
"""

import os
import shutil
import sys
import tempfile

import away
from closing import closed as close_window
from every_type import EVERY_TYPE, every_type, every_type_by_hand, every_type_by_keys
from hand import Hand
from journeys import scanning as scan_by_switch
from journeys import visit as visit_in_way
from kiosk import SKIPPED, Display, Kiosk, sleep
from listening import by_ear as visits_by_ear
from listening import speech_keys as keys_of_speech
from listening import voice
from paper import code, cups, printing
from picture import Picture
from preview import preview as preview_bank
from site_look import site_look as look_of_site
from starting import broken, link, locked, protocol, signed, usage
from wipe import wipe, wipe_paused

POOL_FILES = {"pool.a", "pool.b", "pool.key", "kiosk.key", "lock", "batches"}


def visit_by_clicks(kiosk):
    kiosk.click("attract.start.en")
    kiosk.click("comfort.next")
    kiosk.click("privacy.next")
    kiosk.click(kiosk.ids("role.option.")[0])
    kiosk.click("role.next")
    assert kiosk.answer_all(lambda options: options[1]) == "check"
    kiosk.click("check.save")
    assert kiosk.item("results.saved")["name"].startswith("Saved"), kiosk.item("results.saved")
    return kiosk.click("results.finish")


def by_clicks(start, _):
    """A whole visit by the pointer; the result is kept, and only what may be kept."""
    with start() as kiosk:
        assert kiosk.screen() == "attract"
        assert visit_by_clicks(kiosk) == "finished"
        assert kiosk.click("finished.next") == "attract"
        assert set(os.listdir(kiosk.data)) == POOL_FILES, os.listdir(kiosk.data)
        assert os.listdir(os.path.join(kiosk.data, "batches")) == []


def by_keys(start, _):
    """A whole visit without a pointer, errors and a changed answer included."""
    with start("--bank", SMALL_BANK, "--language", "cy") as kiosk:
        kiosk.focus_on("attract.start.cy")
        assert kiosk.key("Enter") == "comfort"
        kiosk.focus_on("comfort.next")
        assert kiosk.key("Space") == "privacy"
        kiosk.focus_on("privacy.next", "Shift+Tab")
        assert kiosk.key("Enter") == "role"
        kiosk.focus_on("role.next")
        assert kiosk.key("Enter") == "role"
        assert kiosk.focused() == "role.error"
        kiosk.key("Enter")
        assert kiosk.focused() == kiosk.ids("role.option.")[0]
        kiosk.key("Space")
        kiosk.focus_on("role.next", "Down")
        assert kiosk.key("Enter") == "question"
        while kiosk.screen() == "question":
            kiosk.focus_on("question.option.0")
            kiosk.key("Space")
            assert kiosk.item("question.option.0")["value"] == "selected"
            kiosk.focus_on("question.next")
            kiosk.key("Enter")
        change = kiosk.ids("check.change.")[0]
        kiosk.focus_on(change)
        assert kiosk.key("Enter") == "question"
        assert kiosk.item("question.option.0")["value"] == "selected"
        kiosk.focus_on("question.next")
        assert kiosk.key("Enter") == "check"
        kiosk.focus_on("check.save", "Shift+Tab")
        assert kiosk.key("Enter") == "results"
        kiosk.focus_on("results.next")
        assert kiosk.key("Enter") == "take_away"
        kiosk.focus_on("take_away.next")
        assert kiosk.key("Enter") == "finished"
        kiosk.focus_on("finished.next")
        assert kiosk.key("Enter") == "attract"


def idle(start, _):
    """Who walks off is warned, then forgotten; who comes back finds the page as it was."""
    with start() as kiosk:
        kiosk.click("attract.start.en")
        kiosk.key("F9", "F10")
        assert kiosk.item("comfort.text_size.125")["value"] == "selected"
        kiosk.click("comfort.next")
        kiosk.click("privacy.next")
        kiosk.click(kiosk.ids("role.option.")[0])
        kiosk.click("role.next")
        kiosk.click("question.option.1")
        assert kiosk.wait(179) == "question"
        assert kiosk.wait(2) == "timeout"
        assert kiosk.focused() == "timeout.carry_on"
        assert kiosk.key("Enter") == "question"
        assert kiosk.item("question.option.1")["value"] == "selected"
        assert kiosk.wait(181) == "timeout"
        assert kiosk.item("timeout.seconds")["name"] == "Seconds left: 59"
        before = kiosk.frames()
        kiosk.wait(10)
        assert kiosk.frames() - before <= 10, "more than one frame a second"
        assert kiosk.item("timeout.seconds")["name"] == "Seconds left: 49"
        assert kiosk.wait(60) == "attract"
        kiosk.click("attract.start.en")
        assert kiosk.item("comfort.text_size.100")["value"] == "selected"
        assert kiosk.item("comfort.contrast.normal")["value"] == "selected"
        kiosk.click("comfort.next")
        kiosk.click("privacy.next")
        assert all(item["value"] == "" for item in kiosk.items())


def still(start, _):
    """Nothing is drawn while nothing happens, for ten seconds of the world and sixty more of the kiosk's clock."""
    with start() as kiosk:
        for page in ("attract", "question"):
            if page == "question":
                kiosk.click("attract.start.en")
                kiosk.click("comfort.next")
                kiosk.click("privacy.next")
                kiosk.click(kiosk.ids("role.option.")[0])
                kiosk.click("role.next")
            assert kiosk.screen() == page
            before = kiosk.frames()
            sleep(10)
            kiosk.wait(60)
            kiosk.items()
            assert kiosk.frames() == before, f"{kiosk.frames() - before} frames on {page}"


def batches(start, _):
    """Sixteen visits and a quiet day leave one batch of ten, and a pool of the rest."""
    with start("--bank", SMALL_BANK, "--seed", "5") as kiosk:
        for _ in range(16):
            assert visit_by_clicks(kiosk) == "finished"
            kiosk.click("finished.next")
            assert os.listdir(os.path.join(kiosk.data, "batches")) == [], "released because a visit ended"
        kiosk.wait(4 * 3600)
        assert kiosk.screen() == "attract"
        found = os.listdir(os.path.join(kiosk.data, "batches"))
        assert len(found) == 1, found
        with open(os.path.join(kiosk.data, "batches", found[0]), encoding="utf-8") as file:
            assert len(file.readlines()) == 1 + 10
        assert set(os.listdir(kiosk.data)) == POOL_FILES, os.listdir(kiosk.data)


def pictures(start, _):
    """Letters and theme colours are on the glass: at first, after other sizes, and after a wipe."""
    page, brand, action, white, black = (0xF0, 0xF4, 0xF5), (0x00, 0x5E, 0xB8), (0x00, 0x7F, 0x3B), (255,) * 3, (0,) * 3

    def look(kiosk, heading, ink, paper):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "a.png")
            kiosk.screenshot(file)
            picture = Picture(file)
        colours = picture.colours(kiosk.item(heading))
        inked = colours.get(ink, 0) / sum(colours.values())
        assert 0.03 < inked < 0.4, f"{inked:.3f} of {heading} is ink"
        assert colours.get(paper, 0) / sum(colours.values()) > 0.4, f"{heading} does not stand on {paper}"
        return picture

    with start() as kiosk:
        picture = look(kiosk, "attract.title", white, brand)
        assert action in picture.colours(kiosk.item("attract.start.en"))
        kiosk.key("F9", "F9", "F9")
        look(kiosk, "attract.title", white, brand)
        kiosk.key("F10")
        look(kiosk, "attract.title", white, black)
        kiosk.click("attract.start.en")
        kiosk.wait(180 + 60)
        assert kiosk.screen() == "attract"
        look(kiosk, "attract.title", white, brand)
        kiosk.click("attract.start.en")
        look(kiosk, "comfort.title", (0x21, 0x2B, 0x32), page)


def real_input(start, display):
    """Pointer and keyboard of the X server itself, by xdotool."""
    if shutil.which("xdotool") is None:
        print("skipped: xdotool is not installed")
        return SKIPPED

    with start(window=None) as kiosk:
        hand = Hand(kiosk, display)

        def on(page):
            return lambda: kiosk.screen() == page

        hand.press_until("attract.start.en", on("comfort"))
        hand.type_until("Escape", on("attract"))
        for _ in range(50):
            if kiosk.focused() == "attract.start.cy":
                break
            hand.type_until("Tab", lambda before=kiosk.focused(): kiosk.focused() != before)
        hand.type_until("Return", on("comfort"))
        item = kiosk.item("comfort.next")
        hand.move("mousemove", item["x"] + 10, item["y"] + 10, "mousedown", 1)
        hand.move("mousemove", 5, 300, "mouseup", 1)
        sleep(0.3)
        assert kiosk.screen() == "comfort", "a press that slid off counted"
        hand.press_until("comfort.next", on("privacy"))
        # A27: a key that is held down, which the X server repeats, is one stroke.
        kiosk.key("Tab")
        first = kiosk.focused()
        hand.move("keydown", "Tab", "sleep", 1.5, "keyup", "Tab")
        sleep(0.3)
        held = kiosk.focused()
        kiosk.key("Shift+Tab")
        assert held != first and kiosk.focused() == first, (first, held, kiosk.focused())
    return 0


def visit(start, display, way, language):
    """One whole visit by the pointer or the keys of the X server, on every page it has."""
    return visit_in_way(start, display, SMALL_BANK, way, language)


def preview(start, display):
    """A bank as its author sees it."""
    preview_bank(start, display, SMALL_BANK)


def scanning(start, display):
    """The light that goes round for one switch."""
    return scan_by_switch(start, display, SMALL_BANK)


def closed(start, display):
    """A close button, and lock-down."""
    return close_window(start, display, PROGRAM, SMALL_BANK)


def several_banks(start, _):
    """Picked on the first page, and kept apart."""
    away.several_banks(start, SMALL_BANK)


def staff_door(start, display):
    """Who looks after the kiosk."""
    return away.staff_door(start, display, PROGRAM, SMALL_BANK)


def by_ear(start, _, language):
    """A visit by someone who only listens (A5)."""
    visits_by_ear(start, source_folder(), EVERY_TYPE, language)


def speech_keys(start, _):
    """The keys of reading aloud, and what stays silent (A17, A18)."""
    keys_of_speech(start, source_folder())


def site_look(start, _):
    """A site's own logo and letters."""
    look_of_site(start, SMALL_BANK)


def source_folder():
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


WALKS = {walk.__name__: walk for walk in
         (by_clicks, by_keys, idle, still, batches, broken, signed, link, locked, protocol, usage, pictures, real_input, visit,
          every_type, every_type_by_keys, every_type_by_hand, preview, site_look, wipe, wipe_paused, away.paused, away.hidden,
          away.timed_out, scanning, closed, several_banks, staff_door, by_ear, speech_keys, voice, code, printing, cups)}

PROGRAM = ""
SMALL_BANK = ""


def main():
    global PROGRAM, SMALL_BANK  # pylint: disable=global-statement
    PROGRAM, SMALL_BANK, name, *words = sys.argv[1:]
    with Display(1920, 1080) as display:
        if display.name is None:
            print("skipped: no X server can start")
            return SKIPPED

        def start(*options, window="1280x800", **folders):
            size = ["--window", window] if window else ["--fullscreen"]
            return Kiosk(PROGRAM, display, *size, *options, **folders)

        start.program, start.bank = PROGRAM, SMALL_BANK
        return WALKS[name](start, display, *words) or 0


if __name__ == "__main__":
    sys.exit(main())
