"""After a visit nothing of it is left in the memory of the kiosk, in its log or in any file but the pool."""

import hashlib
import os
import random
import re
import shutil
import struct
import subprocess
import tempfile

import chance
import memory
from answers import type_number
from hand import Hand
from kiosk import SKIPPED
from picture import Picture

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BANK = os.path.join(ROOT, "tests", "data", "wipe.yaml")
SEED = 20261122
MOST_DRAWN = 400  # words of chance between two visits


def traces_of(number):
    """How a typed number can stand in memory; its first nine digits stand for it while it is typed, too."""
    whole, parts = number.split(".")
    return {"text": whole.encode(),
            "text_16": whole.encode("utf-16-le").rstrip(b"\0"),
            "text_32": whole.encode("utf-32-le").rstrip(b"\0"),
            "integer": struct.pack("<Q", int(whole + parts)),
            "double": struct.pack("<d", float(number)),
            "record": f'"long_number":{number}'.encode(),
            "answers": b'"answers":{"long_number"'}


def make_campaign(folder, program):
    """A campaign that joins visits by three words; its file, and the key."""
    subprocess.run([os.path.join(os.path.dirname(program), "skills"), "keys", "new", "cohort", "--out", folder], check=True,
                   capture_output=True)
    shutil.copy(BANK, os.path.join(folder, "bank.yaml"))
    campaign = os.path.join(folder, "campaign.yaml")
    with open(campaign, "w", encoding="utf-8") as file:
        file.write("format: 1\nid: wipe\nsite: ward-7\nbank: bank.yaml\nlink_key_file: cohort.key\n")
    with open(os.path.join(folder, "cohort.key"), encoding="utf-8") as file:
        return campaign, bytes.fromhex(file.read().split()[1])[:32]  # the secret part stands first


def traces_of_link(words, key):
    """What three words leave: their keyed hash, as text and in bytes, and what was hashed."""
    with open(os.path.join(ROOT, "assets", "strings", "en.yaml"), encoding="utf-8") as file:
        lists = dict(re.findall(r"^link\.words\.(\d+): (.*)$", file.read(), re.MULTILINE))
    catalogue = " ".join(lists[str(initial)] for initial in range(16)).split()
    drawn = b"skills-link/1" + bytes(catalogue.index(word) for word in words)
    link = hashlib.blake2b(drawn, digest_size=32, key=key)
    return {"link": link.hexdigest().encode(), "link_bytes": link.digest(), "words": drawn}


def begin_visit(kiosk):
    """From attract to the first question; the three words that the kiosk drew."""
    for control in ("attract.start.en", "comfort.next", "privacy.next", "role.option.clinical", "role.next", "link.draw"):
        kiosk.click(control)
    words = [kiosk.item(name)["name"] for name in kiosk.ids("link.chosen.")]
    assert kiosk.click("link.next") == "question"
    return words


class Chance:
    """Follows the kiosk's chance from its --seed from visit to visit."""

    def __init__(self, number):
        self.stream = chance.words(chance.key_of(number), MOST_DRAWN + 4)

    def seed_of_visit(self, process):
        """The seed of the visit that runs: the first word given out since the chance last forgot its past.

        How many were given out before that is not known: all that is possible is looked for. At the start
        other words may come before the first seed."""
        possible = {}
        for drawn in range(MOST_DRAWN):
            key = b"".join(self.stream[drawn:drawn + 4])
            for place, word in enumerate(chance.words(key, 4)):
                possible[struct.unpack("<Q", word)[0]] = (place, key)
        found = memory.words_among(process, set(possible))
        assert found, "no seed of a visit is in memory, so none could be missed after it"
        seed = min(found, key=possible.get)
        self.stream = chance.words(possible[seed][1], MOST_DRAWN + 4)
        return struct.pack("<Q", seed)


def type_by_keys(hand, kiosk, number):
    for count, digit in enumerate(number, 1):
        hand.type_until("period" if digit == "." else digit,
                        lambda count=count: kiosk.item("question.typed")["value"] == number[:count])


def type_by_hand(hand, kiosk, number):
    for count, digit in enumerate(number, 1):
        hand.press_until("question.key." + ("point" if digit == "." else digit),
                         lambda count=count: kiosk.item("question.typed")["value"] == number[:count])


def type_by_clicks(_, kiosk, number):
    type_number(kiosk.click, number)


def picture_of(kiosk, name):
    """A row of pixels through the middle of an item, as OpenGL keeps it in a window of X: blue first."""
    box = kiosk.item(name)
    middle = box["y"] + box["height"] // 2
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "a.png")
        kiosk.screenshot(file)
        row = Picture(file, middle + 1).rows[middle]
    pixels = [row[3 * x:3 * x + 3] for x in range(box["x"], box["x"] + box["width"] // 2)]
    return b"".join(bytes([blue, green, red, 255]) for red, green, blue in pixels)


def files_below(folder):
    """What there is of files and folders, and when each was last changed."""
    found = {}
    for place, folders, files in os.walk(folder):
        for name in folders + files:
            state = os.lstat(os.path.join(place, name))
            found[os.path.relpath(os.path.join(place, name), folder)] = (state.st_ino, state.st_size, state.st_ctime_ns)
    return found


def play_visit(kiosk, hand, type_digits, chances, drawn, key):
    """One visit with a number nobody else types; what was left of it after the wipe."""
    process = kiosk.process.pid
    number = f"{drawn.randrange(10 ** 8, 10 ** 9)}.{drawn.randrange(100, 1000)}"
    traces = traces_of(number)
    traces.update(traces_of_link(begin_visit(kiosk), key))
    type_digits(hand, kiosk, number)
    assert kiosk.item("question.typed")["value"] == number
    traces["seed"] = chances.seed_of_visit(process)
    traces["picture"] = picture_of(kiosk, "question.typed")
    plain = {name: traces[name] for name in ("text", "seed", "picture")}
    seen = {name for name, _, _ in memory.find(process, plain)}
    assert seen == set(plain), f"during the visit the scan found only {seen}"
    kiosk.click("question.next")
    kiosk.click("question.option.1")
    kiosk.click("question.next")
    kiosk.click("check.save")
    assert kiosk.item("results.saved")["name"].startswith("Saved")
    assert kiosk.click("results.finish") == "finished"
    left = memory.find(process, traces)
    kiosk.click("finished.next")
    return left


def wipe_paused(start, display):
    """A visit that was called away is in memory until its time is over, and then nowhere."""
    drawn = random.Random(SEED)
    with start("--bank", BANK, "--seed", str(SEED)) as kiosk:
        process = kiosk.process.pid
        if not memory.may_be_read(process):
            print("skipped: only root may look into the memory of a kiosk")
            return SKIPPED
        chances = Chance(SEED)
        number = f"{drawn.randrange(10 ** 8, 10 ** 9)}.{drawn.randrange(100, 1000)}"
        for control in ("attract.start.en", "comfort.next", "privacy.next", "role.option.clinical", "role.next"):
            kiosk.click(control)
        type_by_clicks(Hand(kiosk, display), kiosk, number)
        traces = {name: trace for name, trace in traces_of(number).items() if name not in ("record", "answers")}
        traces["seed"] = chances.seed_of_visit(process)
        kiosk.click("bar.away")
        kiosk.click("away.minutes.15")
        code = kiosk.item("away.code")["name"]
        traces["code"] = b"\x04\0\0\0\0\0\0\0" + code.replace(" ", "").encode() + b"\0"  # a string of four
        traces["shown_code"] = code.encode() + b"\0"
        assert kiosk.click("away.next") == "attract"
        kept = {name for name, _, _ in memory.find(process, traces)}
        assert kept == {"text", "seed", "code"}, f"while it waits, memory holds {kept}"
        assert kiosk.wait(15 * 60) == "attract"
        left = memory.find(process, traces)
    for name, address, mapping in left[:50]:
        print(f"found {name} at {address:x} {mapping}")
    assert not left
    return 0


def play_visits(kiosk, hand, visits, home, key):
    """What was found in memory after visits, which files changed, and what was logged."""
    ways = [type_by_clicks] + ([type_by_keys, type_by_hand] if shutil.which("xdotool") else [])
    assert kiosk.screen() == "attract"  # all that is made at the start is made
    log = kiosk.error_text()  # at most that memory is not locked
    left, changed = [], set()
    chances, drawn = Chance(SEED), random.Random(SEED)
    for count in range(visits):
        before = files_below(home)
        left += play_visit(kiosk, hand, ways[count % len(ways)], chances, drawn, key)
        after = files_below(home)
        changed |= {name for name in before | after if before.get(name) != after.get(name)}
    return left, changed, kiosk.error_text().removeprefix(log)


def wipe(start, display, visits="3"):
    """After a visit neither memory nor log nor any file but the pool knows of it.

    Looked for are: a number of twelve digits, the visit's seed, the three words and their hash, the record's text, and a
    picture of the number."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as site:
        campaign, key = make_campaign(site, start.program)
        with start("--campaign", campaign, "--seed", str(SEED), data=os.path.join(home, "data"), home=home) as kiosk:
            if not memory.may_be_read(kiosk.process.pid):
                print("skipped: only root may look into the memory of a kiosk")
                return SKIPPED
            left, changed, written = play_visits(kiosk, Hand(kiosk, display), int(visits), home, key)
    print(f"wipe.visits {visits}\nwipe.traces {len(left)}\nwipe.files {' '.join(sorted(changed))}")
    for name, address, mapping in left[:50]:
        print(f"found {name} at {address:x} {mapping}")
    assert not left
    assert changed == {"data/pool.a", "data/pool.b"}, changed
    assert written == "", written
    return 0
