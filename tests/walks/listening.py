"""Walks by ear alone, and with the real voice."""

import os
import shutil
import subprocess
import tempfile
import time

from ear import Ear, visit_by_ear, words_of
from kiosk import SKIPPED


def by_ear(start, source, bank, language):
    """A whole visit by someone who only listens (A5), with a question of every type."""
    with start("--bank", bank, "--speech", "on", "--language", language, "--seed", "7") as kiosk:
        words = words_of(source, language)
        assert kiosk.do("spoken")["spoken"] == [], "the first page made a sound"
        pages, ear = visit_by_ear(kiosk, words)
        assert pages > 10, pages
        assert language in ear.languages, ear.languages
        assert kiosk.screen() == "finished"
        # Nothing of the visit is said after it, and the next begins as every visit does.
        assert ear.press("F3") == [] or words["finished.title"] in "".join(ear.press("F3"))


def speech_keys(start, source):
    """F2 to F8, what is silent, and what a loudspeaker keeps to itself."""
    words = words_of(source, "en")
    with start() as kiosk:
        ear = Ear(kiosk, words)
        assert ear.press("Tab") == [], "silent until someone asks"
        assert words["attract.title"] in ear.press("F2")
        before = ear.press("Tab")
        assert before and ear.press("F3") == before
        assert ear.press("F4") == []
        assert ear.press("F6") == [words["speech.volume"].format(volume=55)]
        assert ear.press("F5") == [words["speech.volume"].format(volume=50)]
        assert ear.press("F8") == [words["speech.rate"].format(rate=55)]
        assert ear.press("F7") == [words["speech.rate"].format(rate=50)]
        cuts = kiosk.do("spoken")["cuts"]
        for number, act in enumerate((lambda: kiosk.key("Tab"), lambda: kiosk.key("F10"),
                                      lambda: kiosk.click("attract.start.en")), 1):
            act()
            assert kiosk.do("spoken")["cuts"] >= cuts + number, "an input did not cut speech"
        assert kiosk.screen() == "comfort"
        kiosk.wait(180)
        kiosk.do("spoken")
        kiosk.wait(59)
        spoken = kiosk.do("spoken")["spoken"]
        assert [each["text"] for each in spoken] == [words["timeout.seconds"].format(seconds=s) for s in (45, 30, 15, 5)]
        assert {each["urgency"] for each in spoken} == {"countdown"}
        assert kiosk.wait(2) == "attract"
        assert ear.press("Tab") == [], "the wipe turns reading off"
    with tempfile.TemporaryDirectory() as folder:
        for sound, screen in (("loudspeaker", "aloud"), ("headphones", "role")):
            with start("--campaign", campaign_in(folder, f"sound: {sound}, speech: on")) as kiosk:
                for item in ("attract.start.en", "comfort.next", "privacy.next"):
                    kiosk.click(item)
                assert kiosk.screen() == screen, (sound, kiosk.screen())
                if screen == "aloud":
                    kiosk.do("spoken")
                    kiosk.click("aloud.no")
                    kiosk.click(kiosk.ids("role.option.")[0])
                    assert all(words["speech.selected"] not in each["text"] for each in kiosk.do("spoken")["spoken"])
        with start("--campaign", campaign_in(folder, "sound: off, speech: on")) as kiosk:
            kiosk.click("attract.start.en")
            assert kiosk.item("comfort.speech_note")["name"] == words["comfort.speech.none"]
            assert kiosk.key("F2") == "comfort" and kiosk.do("spoken")["spoken"] == []


def campaign_in(folder, kiosk_keys):
    bank = os.path.join(folder, "bank.yaml")
    shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "small_bank.yaml"), bank)
    path = os.path.join(folder, "campaign.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"format: 1\nid: spring\nsite: ward-7\nbank: bank.yaml\nkiosk: {{{kiosk_keys}}}\n")
    return path


class Dispatcher:
    """A speech-dispatcher of our own, with espeak-ng, whose sound goes nowhere."""

    def __init__(self, folder):
        self.address = os.path.join(folder, "speechd.sock")
        self.log = os.path.join(folder, "log")
        modules = os.path.join(folder, "conf", "modules")
        os.makedirs(modules)
        shutil.copy("/etc/speech-dispatcher/modules/espeak-ng.conf", modules)
        with open(os.path.join(folder, "conf", "speechd.conf"), "w", encoding="utf-8") as file:
            file.write(f'''LogLevel 5
LogDir "{folder}"
DefaultRate 0
DefaultVolume 40
DefaultLanguage "en"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
AudioOutputMethod "libao"
DisableAutoSpawn
''')
        self.server = subprocess.Popen(
            ["speech-dispatcher", "-s", "-C", os.path.join(folder, "conf"), "-L", folder, "-P",
             os.path.join(folder, "pid"), "-c", "unix_socket", "-S", self.address, "-t", "0", "-l", "5"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            if os.path.exists(self.address) or self.server.poll() is not None:
                break
            time.sleep(0.1)

    def is_up(self):
        return self.server.poll() is None and os.path.exists(self.address)

    def stop(self):
        self.server.terminate()
        self.server.wait(20)


def voice(start, _):
    """The real speech-dispatcher says it, in English and in Welsh, and stops when a key is pressed."""
    if shutil.which("speech-dispatcher") is None or not os.path.exists("/etc/speech-dispatcher/modules/espeak-ng.conf"):
        print("skipped: speech-dispatcher with espeak-ng is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="kiosk-speech-") as folder:
        dispatcher = Dispatcher(folder)
        if not dispatcher.is_up():
            print("skipped: speech-dispatcher does not start here")
            return SKIPPED
        os.environ["SPEECHD_ADDRESS"] = "unix_socket:" + dispatcher.address
        try:
            with start("--speech", "on") as kiosk:
                kiosk.click("attract.start.en")
                # The installation's volume of 40 is where a visit begins.
                assert kiosk.item("comfort.volume")["name"] == "Volume: 70 out of 100", kiosk.item("comfort.volume")
                time.sleep(1)
                kiosk.key("F11")
                time.sleep(2)
                kiosk.key("F4")
                assert "speech-missing" not in kiosk.error_text(), kiosk.error_text()
                # The daemon goes, and the kiosk stays.
                dispatcher.stop()
                kiosk.key("Tab", "F2", "F6", "F11")
                assert kiosk.screen() == "comfort"
            with open(os.path.join(folder, "speech-dispatcher.log"), encoding="utf-8", errors="replace") as file:
                log = file.read()
            for wanted in ("Choose how you want to use this", "Dewiswch sut", "LANGUAGE cy", "LANGUAGE en", "CANCEL"):
                assert wanted in log, (wanted, log[-3000:])
        finally:
            if dispatcher.server.poll() is None:
                dispatcher.stop()
    return 0
