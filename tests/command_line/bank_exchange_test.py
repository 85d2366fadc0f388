"""skills bank import and skills bank export: bank_exchange_test.py SKILLS SOURCE_ROOT."""

import pathlib
import resource
import tempfile
import time
import unittest

import skills

DATA = skills.SOURCE_ROOT / "tests" / "data" / "exchange"
LOCK = "::lock:: You leave. What first? {=Lock the screen ~Close the door}\n"


class Exchange(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.place = pathlib.Path(self.folder.name)

    def write(self, name, content):
        path = self.place / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def bring_in(self, source, form, expect=0, name="out.yaml", *more):
        out = self.place / name
        done = skills.run("bank", "import", source, "--from", form, "--out", out, *more, expect=expect)
        return out, done

    def test_every_sample_becomes_a_bank_that_passes_the_check(self):
        for number, (name, form) in enumerate((("examples.gift", "gift"), ("examples.aiken", "aiken"),
                                               ("quiz_moodle.xml", "moodle-xml"), ("qti3", "qti"),
                                               ("qti2/choice.xml", "qti"))):
            out, done = self.bring_in(DATA / name, form, name=f"{number}.yaml")
            self.assertIn(b"questions", done.stdout)
            self.assertNotIn(b": error: ", done.stderr)
            self.assertNotIn(b": error: ", skills.run("bank", "check", out).stderr)

    def test_losses_and_the_findings_of_the_checker_are_printed(self):
        out, done = self.bring_in(self.write("q.gift", LOCK + "\nTell us. {}\n"), "gift")
        self.assertEqual(done.stdout.decode(),
                         f"{out}: 1 questions; 1 remarks on what could not be carried over as it was\n")
        lines = done.stderr.decode().splitlines()
        self.assertTrue(lines[0].endswith("q.gift:3:1: warning: an essay is not carried: no item of a bank takes free text"))
        self.assertIn("out.yaml:16:9: warning: ", lines[1])

    def test_an_existing_file_is_left_as_it_is(self):
        quiz = self.write("q.gift", LOCK)
        self.write("out.yaml", "mine")
        out, done = self.bring_in(quiz, "gift", expect=1)
        self.assertEqual(out.read_text(), "mine")
        self.assertIn(b"is there already", done.stderr)
        skills.run("bank", "export", DATA / "exportable.yaml", "--to", "csv", "--out", out, expect=1)
        self.assertEqual(out.read_text(), "mine")
        skills.run("bank", "export", DATA / "exportable.yaml", "--to", "qti3", "--out", self.place, expect=1)

    def test_the_id_comes_from_the_name_and_the_words_from_the_language(self):
        out, _ = self.bring_in(self.write("q.gift", "a{T}\n"), "gift", 0, "Fy Nghwis (2).yaml", "--language", "cy")
        text = out.read_text(encoding="utf-8")
        self.assertIn("id: fy-nghwis-2\n", text)
        self.assertIn('languages: ["cy"]', text)
        self.assertIn('label: "Gwir"', text)

    def test_bad_input_is_one_clear_line_and_writes_nothing(self):
        bomb = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">%s]>\n<quiz>&z;</quiz>' % "".join(
            f'<!ENTITY {chr(98 + i)} "{"&" + chr(97 + i) + ";"}{"&" + chr(97 + i) + ";"}">' for i in range(24))
        cases = (
            ("absent.gift", None, "gift", 3, "there is no such file"),
            ("empty.gift", "", "gift", 1, ":1:1: error: the file is empty"),
            ("nul.gift", b"a\0", "gift", 1, ":1:2: error: control character U+0000"),
            ("wide.xml", LOCK.encode("utf-16"), "qti", 1, ":1:1: error: this is UTF-16"),
            ("latin.aiken", b"caf\xe9", "aiken", 1, ":1:4: error: not UTF-8"),
            ("huge.gift", b"a" * (4 * 1024 * 1024 + 1), "gift", 1, "more than 4194304 bytes"),
            ("package.zip", b"PK\x03\x04", "qti", 1, "unpack it first"),
            ("bomb.xml", bomb, "moodle-xml", 1, ":2:1: error: a DOCTYPE is not read"),
            ("file.xml", '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n<quiz>&a;</quiz>', "qti", 1,
             ":1:1: error: a DOCTYPE is not read"),
            ("half.xml", "<quiz><question type='tr", "moodle-xml", 1, "this is not whole XML"),
            ("open.gift", "a {=b", "gift", 1, ":1:3: error: this { is not closed"),
            ("deep.xml", "<quiz>" + "<a>" * 500_000 + "</a>" * 500_000 + "</quiz>", "moodle-xml", 1, "more than 100 deep"),
        )
        for name, content, form, status, words in cases:
            path = self.place / name if content is None else self.write(name, content)
            before = time.monotonic()
            out, done = self.bring_in(path, form, expect=status)
            lines = done.stderr.decode().splitlines()
            self.assertEqual(len(lines), 1, done.stderr[:400])
            self.assertIn(words, lines[0])
            self.assertTrue(lines[0].startswith(str(path)), lines[0])
            self.assertFalse(out.exists())
            self.assertLess(time.monotonic() - before, 60)
        # Together they never took more than 600 MiB, sanitizers included.
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 600 * 1024)

    def test_export_through_a_folder_and_back(self):
        folder = self.place / "items"
        done = skills.run("bank", "export", DATA / "exportable.yaml", "--to", "qti3", "--out", folder)
        self.assertIn(b"work: a task is not written", done.stderr)
        self.assertIn(b"exportable.yaml:118:9: warning: ", done.stderr)
        self.assertEqual(len(list(folder.iterdir())), 14)
        out, _ = self.bring_in(folder, "qti")
        text = out.read_text(encoding="utf-8")
        for words in ('title: "Exports & imports"', 'title: "Data/figures"', "weight: 3", "credit: partial", 'unit: "°C"'):
            self.assertIn(words, text)

    def test_other_formats_go_to_standard_output(self):
        bank = DATA / "exportable.yaml"
        self.assertTrue(skills.run("bank", "export", bank, "--to", "csv").stdout.startswith(b"\xef\xbb\xbfbank,language"))
        self.assertIn(b"=Y cyfeiriad", skills.run("bank", "export", bank, "--to", "gift", "--language", "cy").stdout)
        self.assertTrue(skills.run("bank", "export", bank, "--to", "printable-html").stdout.startswith(b"<!DOCTYPE html>"))
        self.assertIn(b"has no texts in 'de'; use en or cy",
                      skills.run("bank", "export", bank, "--to", "csv", "--language", "de", expect=1).stderr)

    def test_usage(self):
        for words in (("import",), ("import", "x", "--from", "word", "--out", "y"), ("import", "x", "--from", "gift"),
                      ("export", "x"), ("export", "x", "--to", "pdf"), ("export", DATA / "exportable.yaml", "--to", "qti3")):
            skills.run("bank", *words, expect=2)
        skills.run("bank", "import", DATA / "examples.gift", DATA / "examples.gift", "--from", "gift", "--out",
                   self.place / "z.yaml", expect=1)


if __name__ == "__main__":
    skills.main()
