"""Sealed batches from campaign to report: `skills campaign check`, `simulate --campaign`, `keys show`, `results open`
and `report --key --trust`."""

import os
import pathlib
import shutil
import stat
import struct
import tempfile
import unittest

import skills

PLAIN = "*.results.jsonl"
SEALED = "*.results.sealed"


def with_ascent(font, ascent):
    """The font with another ascent in its table 'hhea', and the sum of that table changed accordingly."""
    font = bytearray(font)
    entry = 12 + 16 * next(i for i in range(64) if font[12 + 16 * i:16 + 16 * i] == b"hhea")
    total, start = struct.unpack(">II", font[entry + 4:entry + 12])
    before = struct.unpack(">h", font[start + 4:start + 6])[0]  # the upper half of a 32-bit number
    font[start + 4:start + 6] = struct.pack(">h", ascent)
    font[entry + 4:entry + 8] = struct.pack(">I", (total + ((ascent - before) << 16)) & 0xFFFFFFFF)
    return bytes(font)


def write_campaign(folder, *lines):
    path = folder / "campaign.yaml"
    path.write_text("\n".join(["format: 1", "id: spring", "site: ward-7", f"bank: {skills.BANK}", *lines, ""]))
    return path


def contents(folder, pattern):
    """The bytes of the files in and under a folder, in an order of their own."""
    return sorted(path.read_bytes() for path in folder.rglob(pattern))


class Sealed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.all = pathlib.Path(folder.name)
        for name in ("trainer", "second", "stranger"):
            skills.run("keys", "new", name, "--out", cls.all)
        keys = ", ".join((cls.all / f"{name}.pub").read_text().strip() for name in ("trainer", "second"))
        skills.simulate(cls.all / "plain", respondents=100, campaign=write_campaign(cls.all))
        skills.simulate(cls.all / "sealed", respondents=100, campaign=write_campaign(cls.all, f"trainer_keys: [{keys}]"))
        cls.trust = cls.all / "kiosks.pub"
        cls.trust.write_bytes(b"# ward 7\n\n" + skills.run("keys", "show", cls.all / "sealed").stdout)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "data"
        shutil.copytree(self.all / "sealed" / "batches", self.data)
        self.out = self.folder / "out"

    def open(self, *places, key="trainer", trust=None, expect=0):
        return skills.run("results", "open", *(places or (self.data,)), "--key", self.all / f"{key}.key", "--trust",
                          trust or self.trust, "--out", self.out, expect=expect)

    def report(self, *places, **options):
        return skills.run("report", *places, "--format", "json", **options).stdout

    def keys(self, key="trainer"):
        return "--key", self.all / f"{key}.key", "--trust", self.trust

    # the kiosk's side

    def test_a_campaign_with_trainers_publishes_sealed_files_of_one_size_and_nothing_plain(self):
        self.assertEqual(contents(self.data, PLAIN), [])
        files = sorted(self.data.iterdir())
        self.assertEqual(len(files), 9)  # (100 - 5) / 10, and 10 stay
        for path in files:
            self.assertRegex(path.name, r"\A[0-9a-f]{32}\.results\.sealed\Z")
            # 16 + 2, a sealed key of 80 for each of two, the stream's header of 24, one chunk of 65536 + 17.
            self.assertEqual(path.stat().st_size, 65755)
            self.assertNotIn(b"ward-7", path.read_bytes())
        original = next((self.all / "sealed" / "batches").iterdir()).stat()
        self.assertEqual(stat.S_IMODE(original.st_mode), 0o640)
        self.assertEqual(original.st_mtime, 1790812800)  # 2026-10-01 00:00 UTC

    def test_the_kiosks_key_is_the_owners_alone_and_its_public_half_is_shown(self):
        secret = self.all / "sealed" / "kiosk.key"
        self.assertEqual(stat.S_IMODE(secret.stat().st_mode), 0o600)
        digits = secret.read_text().split()[1]
        for place in (secret, secret.parent):
            done = skills.run("keys", "show", place)
            self.assertEqual(done.stdout.decode(), f"skills-public-key/1 {digits[64:]}\n")
        self.assertEqual(skills.run("keys", "show", self.all / "trainer.pub").stdout, (self.all / "trainer.pub").read_bytes())
        self.assertIn(b"first starts", skills.run("keys", "show", self.folder, expect=3).stderr)
        skills.run("keys", "show", skills.BANK, expect=1)

    # results open

    def test_each_trainer_opens_the_lines_that_a_kiosk_without_trainers_would_have_written(self):
        plain = contents(self.all / "plain" / "batches", PLAIN)
        for key in ("trainer", "second"):
            self.out = self.folder / key
            self.assertEqual(self.open(key=key).stdout.decode(),
                             f"9 opened into {self.out}, 0 were there already, 0 refused\n")
            self.assertEqual(contents(self.out, "*"), plain)
        self.assertEqual({path.name.split(".")[0] for path in self.out.iterdir()},
                         {path.name.split(".")[0] for path in self.data.iterdir()})
        for path in self.out.iterdir():
            self.assertRegex(path.name, r"\A[0-9a-f]{32}\.results\.jsonl\Z")
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)
            self.assertEqual(path.stat().st_mtime, 1790812800)  # 2026-10-01 00:00 UTC, as the kiosk's own

    def test_sealed_files_are_verified_with_a_key_alone_and_beside_their_opened_copies(self):
        self.assertIn(b"was not looked into", skills.run("results", "verify", self.data).stderr)
        self.open()
        for places in ((self.data,), (self.data, self.out)):
            done = skills.run("results", "verify", *places, *self.keys())
            self.assertEqual((done.stdout, done.stderr), (b"", b""))
        bent = sorted(self.data.iterdir())[3]
        bent.write_bytes(bent.read_bytes()[:-1] + b"?")
        self.assertIn(f"{bent}: error:", skills.run("results", "verify", self.data, *self.keys(), expect=1).stderr.decode())

    def test_sealed_files_are_merged_to_the_archive_of_the_opened_ones(self):
        self.open()
        archives = self.folder / "sealed.results.jsonl", self.folder / "opened.results.jsonl"
        skills.run("results", "merge", self.data, "--out", archives[0], expect=1)
        skills.run("results", "merge", self.data, "--out", archives[0], *self.keys())
        skills.run("results", "merge", self.out, "--out", archives[1])
        self.assertEqual(archives[0].read_bytes(), archives[1].read_bytes())

    def test_opening_again_changes_nothing_and_is_no_fault(self):
        self.open()
        before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in self.out.iterdir()}
        self.assertIn(b"0 opened", self.open().stdout)
        self.assertEqual({path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in self.out.iterdir()}, before)

    def test_a_file_that_is_there_is_never_overwritten(self):
        self.out.mkdir()
        first = sorted(self.data.iterdir())[0]
        mine = self.out / first.name.replace(".sealed", ".jsonl")
        mine.write_text("mine\n")
        done = self.open(expect=1)
        self.assertIn(f"{mine}: error:", done.stderr.decode())
        self.assertIn(b"8 opened", done.stdout)
        self.assertEqual(mine.read_text(), "mine\n")
        self.assertEqual(len(list(self.out.iterdir())), 9)  # and no temporary file

    def test_each_refused_file_is_named_with_its_reason_and_the_rest_are_opened(self):
        short, long, bent, other = sorted(self.data.iterdir())[:4]
        whole = bent.read_bytes()
        short.write_bytes(short.read_bytes()[:40000])
        long.write_bytes(long.read_bytes() + b"\n")
        bent.write_bytes(whole[:30000] + bytes([whole[30000] ^ 4]) + whole[30001:])
        other.write_bytes(b"skills-sealed/2\n" + whole[16:])
        done = self.open(expect=1)
        said = done.stderr.decode()
        for path, words in ((short, "cut short"), (long, "something follows"), (bent, "damaged"), (other, "update the program")):
            self.assertRegex(said, f"(?m)^{path}: error: .*{words}")
        self.assertEqual(said.count("\n"), 4)
        self.assertIn(b"5 opened", done.stdout)
        self.assertIn(b"4 refused", done.stdout)
        self.assertEqual(len(list(self.out.iterdir())), 5)

    def test_other_keys_open_nothing(self):
        done = self.open(key="stranger", expect=1)
        self.assertIn(b"not sealed to your key", done.stderr)
        self.assertEqual(list(self.out.iterdir()), [])

    def test_a_kiosk_that_is_not_trusted_is_named_by_its_key(self):
        done = self.open(trust=self.all / "second.pub", expect=1)
        self.assertIn(skills.run("keys", "show", self.all / "sealed").stdout.strip(), done.stderr)
        self.assertEqual(list(self.out.iterdir()), [])

    def test_without_trust_it_says_how_to_come_by_the_kiosks_key(self):
        for words in (("results", "open", self.data, "--out", self.out), ("report", self.data)):
            done = skills.run(*words, "--key", self.all / "trainer.key", expect=2)
            self.assertIn(b"skills keys show", done.stderr)
        skills.run("report", self.data, "--trust", self.trust, expect=2)
        skills.run("results", "open", self.data, "--trust", self.trust, "--out", self.out, expect=2)
        self.assertFalse(self.out.exists())

    def test_a_trust_file_with_faults_is_refused_by_line_and_repeats_no_secret(self):
        bad = self.folder / "bad.pub"
        secret = (self.all / "second.key").read_text()
        bad.write_text("# kiosks\nnonsense\n" + secret)
        said = self.open(trust=bad, expect=1).stderr.decode()
        self.assertRegex(said, r"bad\.pub:2:1: error: this is no key")
        self.assertRegex(said, r"bad\.pub:3:1: error: this is a secret key")
        self.assertNotIn(secret.split()[1][:8], said)
        bad.write_text("# none\n")
        self.assertIn(b"no key in it", self.open(trust=bad, expect=1).stderr)
        self.open(trust=self.folder / "absent", expect=3)

    # report

    def test_the_report_over_sealed_files_is_that_over_plain_ones(self):
        plain = self.report(self.all / "plain")
        self.assertEqual(self.report(self.data, *self.keys()), plain)
        self.open()
        self.assertEqual(self.report(self.out), plain)
        self.assertEqual(contents(self.data, PLAIN), [])  # nothing was written beside them

    def test_a_batch_counts_once_sealed_and_opened(self):
        plain = self.report(self.all / "plain")
        self.open()
        self.assertEqual(self.report(self.data, self.out, *self.keys()), plain)
        self.assertEqual(self.report(self.data, self.out), plain)
        # Under another name only its content can tell.
        for index, path in enumerate(sorted(self.out.iterdir())):
            path.rename(self.out / f"copy-{index}.results.jsonl")
        self.assertEqual(self.report(self.data, self.out, *self.keys()), plain)

    def test_sealed_files_without_a_key_are_refused_and_never_left_out_in_silence(self):
        said = self.report_error(self.data)
        self.assertEqual(said.count("--key"), 9)
        done = skills.run("report", self.data, "--keep-going", "--format", "json")
        self.assertIn(b"--key", done.stderr)

    def report_error(self, *places):
        return skills.run("report", *places, expect=1).stderr.decode()

    def test_a_sealed_file_with_a_fault_is_refused_with_the_rest(self):
        bad = sorted(self.data.iterdir())[3]
        bad.write_bytes(bad.read_bytes()[:-1])
        done = skills.run("report", self.data, *self.keys(), expect=1)
        self.assertEqual(done.stdout, b"")
        self.assertIn(f"{bad}: error:", done.stderr.decode())

    # campaign check

    def check(self, *lines, expect=0):
        done = skills.run("campaign", "check", write_campaign(self.folder, *lines), expect=expect)
        self.assertEqual(done.stdout, b"")
        return done.stderr.decode()

    def test_a_campaign_that_is_well_is_met_with_silence(self):
        self.assertEqual(self.check(), "")
        self.assertEqual(self.check("outbox: data", "kiosk: {languages: [cy, en]}",
                                    f"trainer_keys: [{(self.all / 'trainer.pub').read_text().strip()}]"), "")

    def test_all_faults_of_a_campaign_file_are_named(self):
        said = self.check("batch: 4", "trainer_keys: [abc]", "colour: red", expect=1)
        self.assertEqual([line.split(":")[1] for line in said.splitlines()], ["5", "6", "7"])
        skills.run("campaign", "check", self.folder / "absent.yaml", expect=3)
        skills.run("campaign", "check", expect=2)

    def test_what_only_files_can_tell(self):
        said = self.check("outbox: nowhere", "kiosk: {languages: [fr, en]}")
        self.assertRegex(said, r"campaign\.yaml:5:\d+: warning: there is no folder .*nowhere")
        self.assertRegex(said, r"campaign\.yaml:6:\d+: warning: .*'fr'")
        self.assertEqual(said.count("\n"), 2)
        bank = self.folder / "bank.yaml"
        bank.write_text("id: [\n")
        path = write_campaign(self.folder)
        path.write_text(path.read_text().replace(str(skills.BANK), "bank.yaml"))
        self.assertIn(f"{bank}:", skills.run("campaign", "check", path, expect=1).stderr.decode())
        bank.unlink()
        self.assertRegex(skills.run("campaign", "check", path, expect=1).stderr.decode(),
                         r"campaign\.yaml:4:7: error: .*no such file")

    def test_a_logo_and_a_font_are_looked_at(self):
        inter = pathlib.Path("/usr/share/fonts/opentype/inter/Inter-Regular.otf")
        shutil.copyfile(skills.SOURCE_ROOT / "tests" / "data" / "smartcard.png", self.folder / "logo.png")
        self.assertEqual(self.check("organisation: Ward 7", "logo: logo.png", f"font: {inter}"), "")
        (self.folder / "cut.otf").write_bytes(inter.read_bytes()[:9000])
        (self.folder / "text.png").write_text("no picture")
        said = self.check("organisation: Ward 7", "logo: text.png", "font:", f"  regular: {inter}", "  strong: cut.otf", expect=1)
        self.assertRegex(said, r"campaign\.yaml:6:7: error: the image 'text\.png' is not a PNG file\n")
        self.assertRegex(said, r"campaign\.yaml:9:11: error: the font .*cut\.otf: this font is damaged; copy the file again\n")
        said = self.check("organisation: Ward 7", "logo: absent.png", "font: absent.otf", expect=1)
        self.assertEqual(said.count("there is no such file"), 2)
        # Inter's capitals are 2048 units high, its line 2728 + 680; with an ascent of 3416 the line is 4096, and a half of it
        # is 17 percent less than 0.601.
        (self.folder / "low.otf").write_bytes(with_ascent(inter.read_bytes(), 3416))
        said = self.check("font: low.otf")
        self.assertRegex(said, r"campaign\.yaml:5:7: warning: the letters of .*low\.otf are 17 percent lower than the kiosk's own")

    def test_with_bank_keys_the_bank_must_be_signed_by_one(self):
        bank = self.folder / "bank.yaml"
        shutil.copyfile(skills.BANK, bank)
        path = write_campaign(self.folder, f"bank_keys: [{(self.all / 'trainer.pub').read_text().strip()}]")
        path.write_text(path.read_text().replace(str(skills.BANK), "bank.yaml"))
        self.assertIn(b"not signed", skills.run("campaign", "check", path, expect=1).stderr)
        skills.run("bank", "sign", bank, "--key", self.all / "second.key")
        self.assertIn(b"not trusted", skills.run("campaign", "check", path, expect=1).stderr)
        skills.run("bank", "sign", bank, "--key", self.all / "trainer.key")
        self.assertEqual(skills.run("campaign", "check", path).stderr, b"")


if __name__ == "__main__":
    skills.main()
