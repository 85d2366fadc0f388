"""`skills report --format html`: the rules of a page that docs/reports.md promises, each on real reports."""

import pathlib
import re
import tempfile
import unittest
import xml.etree.ElementTree as xml

import skills

SPACE = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
# Labels that try to leave their place in a page.
HOSTILE = "Data</title><script>alert('1')</script>&amp; \"quotes\" <b>"

# Of the same id as the shipped bank, and without Welsh.
ENGLISH_ONLY = """
format: 1
id: nhs-staff-core
version: {version}
title: {{en: Core}}
languages: [en]
licence: CC-BY-4.0
minutes: 4
roles:
  - {{id: clinical, label: {{en: Clinical people}}}}
scales:
  confidence:
    - {{id: not_yet, score: 0, label: {{en: Not yet}}}}
    - {{id: alone, score: 2, label: {{en: On my own}}}}
levels:
  - {{id: starting_out, from: 0, label: {{en: Starting}}}}
scoring: {{rule: percent, minimum_answered: 0.5, overall: mean_of_domains}}
domains:
  - id: technical
    title: {{en: Technical things}}
    items:
      - {{id: lock_screen, type: rating, scale: confidence, prompt: {{en: I lock the screen.}}}}
"""


def parse(file):
    """The page as XML: that it is well formed is the first rule."""
    return xml.fromstring(file.read_text().split("\n", 1)[1])


def words(element):
    return " ".join("".join(element.itertext()).split())


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        scratch = pathlib.Path(cls.folder.name)
        cls.data = scratch / "data"
        skills.simulate(cls.data, respondents=200, seed=3)
        later = scratch / "later"
        skills.simulate(later, respondents=200, seed=4, start="2027-01-04")
        cls.by_role = cls.make("roles.html", cls.data, "--by", "role,item")
        cls.by_period = cls.make("periods.html", cls.data, later, "--by", "period")
        policy = scratch / "policy.yaml"
        policy.write_text("exact: true\n")
        cls.exact = cls.make("exact.html", cls.data, "--exact", "--policy", policy)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def make(cls, name, *arguments):
        """The files of both languages."""
        file = pathlib.Path(cls.folder.name) / name
        skills.run("report", *arguments, "--format", "html", "--language", "en,cy", "--out", file)
        return [file, file.with_suffix(".cy.html")]

    def pages(self):
        for file in [*self.by_role, *self.by_period, *self.exact]:
            with self.subTest(file=file.name):
                yield file, parse(file)

    def test_is_one_file_that_runs_and_fetches_nothing(self):
        for file, page in self.pages():
            text = file.read_text()
            self.assertTrue(text.startswith("<!DOCTYPE html>\n"))
            policy = page.find(f".//{SPACE}meta[@http-equiv='Content-Security-Policy']")
            self.assertEqual(policy.get("content"), "default-src 'none'; style-src 'unsafe-inline'")
            tags = {element.tag.split("}")[1] for element in page.iter()}
            self.assertFalse(tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "use"})
            self.assertNotRegex(text, r"url\(|@import|javascript:|\son[a-z]+=")
            addresses = {element.get(name) for element in page.iter() for name in ("href", "src")} - {None}
            other = file.name.replace(".cy.html", ".html") if ".cy." in file.name else f"{file.stem}.cy.html"
            self.assertEqual({address for address in addresses if not address.startswith("#")}, {other})

    def test_links_lead_somewhere_and_say_where(self):
        for file, page in self.pages():
            ids = [element.get("id") for element in page.iter() if element.get("id")]
            self.assertEqual(len(ids), len(set(ids)))
            links = page.findall(f".//{SPACE}a")
            for link in links:
                self.assertGreater(len(words(link)), 3)
                address = link.get("href")
                target = address[1:] in ids if address.startswith("#") else (file.parent / address).exists()
                self.assertTrue(target, address)
            texts = [words(link) for link in links]
            self.assertEqual(len(texts), len(set(texts)))
            self.assertEqual(links[0].get("href"), "#main")  # the skip link comes first

    def test_is_in_its_language_and_leads_to_the_other(self):
        for files in (self.by_role, self.by_period):
            english, welsh = map(parse, files)
            self.assertEqual((english.get("lang"), welsh.get("lang")), ("en", "cy"))
            self.assertEqual(words(english.find(f".//{SPACE}h1")), "Digital skills: self-assessment report")
            self.assertEqual(words(welsh.find(f".//{SPACE}h1")), "Sgiliau digidol: adroddiad hunanasesu")
            link = english.find(f".//{SPACE}a[@hreflang='cy']")
            self.assertEqual((link.get("lang"), link.get("href")), ("cy", files[1].name))
            self.assertIsNotNone(welsh.find(f".//{SPACE}a[@hreflang='en']"))
            self.assertIn("Hyfedredd Technegol", words(welsh))  # the bank's text
            self.assertNotIn("Technical Proficiency", words(welsh))

    def test_has_landmarks_a_title_and_headings_without_gaps(self):
        for _, page in self.pages():
            for tag in ("title", "main", "nav", "header", "footer", "h1"):
                self.assertEqual(len(page.findall(f".//{SPACE}{tag}")), 1, tag)
            levels = [int(element.tag[-1]) for element in page.iter() if re.fullmatch(r".*}h[1-6]", element.tag)]
            self.assertEqual(levels[0], 1)
            for above, below in zip(levels, levels[1:]):
                self.assertLessEqual(below, above + 1)

    def test_tables_have_captions_headings_and_one_shape(self):
        for _, page in self.pages():
            tables = page.findall(f".//{SPACE}table")
            self.assertGreater(len(tables), 5)
            for table in tables:
                self.assertTrue(words(table.find(f"{SPACE}caption")))
                columns = table.findall(f"{SPACE}thead/{SPACE}tr/{SPACE}th")
                self.assertTrue(all(column.get("scope") == "col" for column in columns))
                for row in table.findall(f"{SPACE}tbody/{SPACE}tr"):
                    self.assertEqual(len(row), len(columns))
                    self.assertEqual((row[0].tag, row[0].get("scope")), (f"{SPACE}th", "row"))

    def test_what_is_wide_scrolls_in_a_named_box_that_takes_focus(self):
        for _, page in self.pages():
            names = []
            for box in page.findall(f".//{SPACE}div[@class='wide']"):
                self.assertEqual((box.get("role"), box.get("tabindex")), ("group", "0"))
                names.append(box.get("aria-label"))
            self.assertEqual(len(names), len(page.findall(f".//{SPACE}table")) + len(page.findall(f".//{SVG}svg")))
            self.assertEqual(len(names), len(set(names)))

    def test_charts_are_images_between_their_sentence_and_their_table(self):
        for _, page in self.pages():
            charts = 0
            for section in page.findall(f".//{SPACE}section"):
                for before, box, after in zip(section, section[1:], section[2:]):
                    svg = box.find(f"{SVG}svg")
                    if svg is None:
                        continue
                    charts += 1
                    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
                    self.assertEqual(svg.get("role"), "img")
                    self.assertEqual(svg.get("aria-labelledby"), f"{title.get('id')} {description.get('id')}")
                    self.assertEqual((before.get("class"), words(before)), ("says", words(description)))
                    self.assertIsNotNone(after.find(f"{SPACE}table"))
            self.assertEqual(charts, len(page.findall(f".//{SVG}svg")))
            self.assertGreater(charts, 3)

    def test_figures_of_charts_are_those_of_the_tables(self):
        """Every figure of the map of who needs what stands in the table below it."""
        for _, page in self.pages():
            svg = page.find(f".//{SVG}svg")
            drawn = {text.text.replace("\u00a0%", "") for text in svg.findall(f"{SVG}text")}
            drawn = {text for text in drawn if re.fullmatch(r"\d+\.\d", text)}
            told = {words(cell) for cell in page.find(f".//{SPACE}table").findall(f".//{SPACE}td")}
            self.assertTrue(drawn)
            self.assertLessEqual(drawn, told)

    def test_a_report_not_for_sharing_says_so_at_both_ends_and_on_every_printed_page(self):
        for file in self.exact:
            page = parse(file)
            marks = [element for element in page.iter() if (element.get("class") or "").startswith("marking")]
            self.assertEqual(len(marks), 2)
            self.assertEqual(words(marks[0]), words(marks[1]))
            style = words(page.find(f".//{SPACE}style"))
            paper = style[style.index("@media print"):]
            self.assertIn(".marking { display: table-header-group;", paper)  # such a group is printed on each page
        self.assertIn("NOT FOR SHARING", words(parse(self.exact[0])))
        self.assertIn("NID I'W RANNU", words(parse(self.exact[1])))
        for file in self.by_role:
            self.assertIsNone(parse(file).find(f".//{SPACE}aside"))

    def test_says_when_it_was_made_and_how_it_is_protected(self):
        english, welsh = map(parse, self.by_role)
        self.assertRegex(words(english), r"Made on \d{1,2} [A-Z][a-z]+ 20\d\d")
        self.assertRegex(words(welsh), r"Gwnaed ar \d{1,2} [A-Z][a-z]+ 20\d\d")
        for part in ("Self-reported: people rated themselves", "Disclosure:", "Not protected:", "Method:",
                     "Confidence against knowledge", "Questions that may not work", "Only finished assessments"):
            self.assertIn(part, words(english))

    def test_texts_of_banks_are_escaped_everywhere(self):
        bank = pathlib.Path(self.folder.name) / "hostile.yaml"
        quoted = "'" + HOSTILE.replace("'", "''") + "'"
        bank.write_text(skills.BANK.read_text().replace('"Technical Proficiency"', quoted))
        self.assertIn(quoted, bank.read_text())
        file = pathlib.Path(self.folder.name) / "hostile.html"
        skills.run("report", self.data, "--bank", bank, "--format", "html", "--out", file)
        page = parse(file)
        self.assertFalse([element for element in page.iter() if element.tag.endswith(("}script", "}b"))])
        self.assertIn(HOSTILE, words(page))

    def test_what_a_bank_says_in_another_language_is_marked(self):
        bank = pathlib.Path(self.folder.name) / "english.yaml"
        version = re.search(r"^version: (.+)$", skills.BANK.read_text(), re.MULTILINE).group(1)
        bank.write_text(ENGLISH_ONLY.format(version=version))
        file = pathlib.Path(self.folder.name) / "mixed.html"
        skills.run("report", self.data, "--bank", bank, "--format", "html", "--language", "cy", "--out", file)
        page = parse(file)
        foreign = {words(span) for span in page.findall(f".//{SPACE}span[@lang='en']")}
        self.assertEqual(foreign, {"Technical things", "Starting", "Clinical people"})

    def test_several_languages_need_files(self):
        for arguments in (["--format", "html", "--language", "en,cy"],
                          ["--format", "csv", "--language", "en,cy", "--out", "x.csv"],
                          ["--format", "html", "--language", "en,en", "--out", "x.html"],
                          ["--language", "fr"]):
            done = skills.run("report", self.data, *arguments, expect=2)
            self.assertIn(b"--language", done.stderr)


if __name__ == "__main__":
    skills.main()
