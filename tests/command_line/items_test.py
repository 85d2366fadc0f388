"""`skills items` as a trainer meets it: a table of scores, people's results, and what is refused."""

import csv
import io
import json
import xml.etree.ElementTree

import pages
import skills

# Bock and Lieberman (1970), LSAT section 7: how many of 1000 gave each pattern, from 00000 to 11111.
LSAT7 = [12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32,
         308]


def lsat7():
    lines = ["i1,i2,i3,i4,i5"]
    for pattern, people in enumerate(LSAT7):
        lines += [",".join(f"{pattern:05b}")] * people
    return "\n".join(lines) + "\n"


class Items(skills.OfResults):
    def test_a_table_gives_the_reference_figures_in_every_format(self):
        table = self.file("lsat7.csv", lsat7())
        scale = json.loads(skills.run("items", "--matrix", table, "--format", "json").stdout)["banks"][0]["scales"][0]
        self.assertAlmostEqual(scale["alpha"], 0.45340874, 7)
        self.assertAlmostEqual(scale["standardised_alpha"], 0.45580451, 7)
        for item, rest in zip(("i1", "i2", "i3", "i4", "i5"), (.24573165, .24667358, .31317925, .22275125, .17478630)):
            self.assertAlmostEqual(scale["items"][item]["item_rest"], rest, 7)
        rows = list(csv.DictReader(io.StringIO(
            skills.run("items", "--matrix", table, "--format", "csv").stdout.decode("utf-8-sig"))))
        self.assertIn("0.45340874", [row["value"] for row in rows if row["statistic"] == "alpha"])
        text = skills.run("items", "--matrix", table).stdout.decode()
        self.assertIn("reliability 0.45 is under 0.6", text)
        self.assertIn("1000 people took part.", text)

    def test_the_highest_score_can_be_given(self):
        table = self.file("t.csv", "a,b\n1,2\n2,3\n3,1\n")
        items = json.loads(skills.run("items", "--matrix", table, "--highest", "4", "--format", "json").stdout)
        self.assertEqual(items["banks"][0]["scales"][0]["items"]["a"]["facility"], 0.5)
        for wrong in ("2", "0", "-1", "x"):
            done = skills.run("items", "--matrix", table, f"--highest={wrong}", expect=2)
            self.assertIn("--highest", done.stderr.decode())

    def test_a_faulty_table_is_refused_with_file_line_and_column(self):
        for content, place in (("a,b\n1,x\n", "2:3"), ("", "1:1"), ("a,a\n1,2\n", "1:3"), (b"\xff\xfe\n", "1:1"),
                               ("a,b\n1\n", "2:1"), ("a\n" + "9" * 400 + "\n", "2:1")):
            table = self.file("t.csv", content)
            done = skills.run("items", "--matrix", table, expect=1)
            self.assertIn(f"{table}:{place}: error:", done.stderr.decode())
            self.assertEqual(done.stdout, b"")
        skills.run("items", "--matrix", self.scratch / "none.csv", expect=3)
        skills.run("items", "--matrix", self.scratch, expect=3)

    def test_results_give_protected_figures_by_domain_and_measure(self):
        report = json.loads(skills.run("items", self.data, "--format", "json").stdout)
        bank = report["banks"][0]
        self.assertEqual(bank["people"], 190)
        self.assertEqual(len(bank["scales"]), 12)  # six domains, rated and asked
        for scale in bank["scales"]:
            for item in scale["items"].values():
                counts = [answer["n"] for answer in item["answers"].values()]
                self.assertTrue(all(n == "*" or n % 5 == 0 for n in counts), counts)
        text = skills.run("items", self.data).stdout.decode()
        self.assertIn("About 190 people took part.", text)
        self.assertIn("All of them are synthetic", text)
        self.assertNotIn("\x1b", text)
        # Each role has questions of its own; the rest of a domain was asked of everyone.
        self.assertIn("its figures are of the 3 of 5 items that most people were asked", " ".join(text.split()))
        alphas = [scale["alpha"] for scale in bank["scales"] if scale["measure"] == "self"]
        self.assertTrue(all(alpha > 0.5 for alpha in alphas), alphas)

    def test_a_page_has_what_the_tables_have(self):
        page = self.scratch / "items.html"
        skills.run("items", self.data, "--format", "html", "--out", page)
        root = xml.etree.ElementTree.fromstring(page.read_text().replace("<!DOCTYPE html>\n", ""))
        text = " ".join(" ".join(root.itertext()).split())
        self.assertIn("About 190 people took part.", text)
        self.assertIn("All of them are synthetic", text)
        self.assertIn("item-rest r", text)
        table = skills.run("items", "--matrix", self.file("lsat7.csv", lsat7()), "--format", "html").stdout.decode()
        self.assertIn("1000 people took part.", table)
        for words in ("said this about themselves", "left early"):  # nothing is known of how a table came about
            self.assertIn(words, page.read_text())
            self.assertNotIn(words, table)
        self.assertEqual(len(root.findall(".//{http://www.w3.org/1999/xhtml}h1")), 1)

    def test_pages_in_two_languages_lead_to_each_other_and_no_english_is_left(self):
        out = self.scratch / "items.html"
        for arguments in ([self.data], ["--matrix", self.file("lsat7.csv", lsat7())]):
            skills.run("items", *arguments, "--format", "html", "--language", "en,cy", "--out", out)
            english, welsh = pages.parse(out), pages.parse(out.with_suffix(".cy.html"))
            self.assertEqual((english.get("lang"), welsh.get("lang")), ("en", "cy"))
            self.assertEqual(english.find(f".//{pages.SPACE}a[@hreflang='cy']").get("href"), "items.cy.html")
            self.assertEqual(welsh.find(f".//{pages.SPACE}a[@hreflang='en']").get("href"), "items.html")
            figures = json.loads(skills.run("items", *arguments, "--format", "json").stdout)["banks"][0]
            items = {item: value for scale in figures["scales"] for item, value in scale["items"].items()}
            ids = {*items, *(answer for item in items.values() for answer in item["answers"])}
            self.assertEqual(pages.english_left(english, welsh, ids), set())
            cells = [[cell.text.replace("llai na", "fewer than") for cell in page.iter(f"{pages.SPACE}td")]
                     for page in (english, welsh)]
            self.assertEqual(*cells)  # the same figures

    def test_every_form_is_in_the_language_asked_for(self):
        text = skills.run("items", self.data, "--language", "cy").stdout.decode()
        self.assertIn("Cymerodd tua 190 o bobl ran.", text)
        bank = json.loads(skills.run("items", self.data, "--language", "cy", "--format", "json").stdout)["banks"][0]
        remarks = [remark for scale in bank["scales"] for remark in scale["remarks"]]
        self.assertIn("daw ei ffigurau o'r 3 o 5 cwestiwn a ofynnwyd i'r rhan fwyaf o bobl", remarks)
        self.assertEqual(skills.run("items", self.data, "--language", "en").stdout, skills.run("items", self.data).stdout)

    def test_several_languages_need_files(self):
        out = self.scratch / "x.html"
        for arguments in (["--format", "html", "--language", "en,cy"], ["--format", "csv", "--language", "en,cy", "--out", out],
                          ["--format", "html", "--language", "en,en", "--out", out], ["--language", "fr"],
                          ["--format", "html", "--language", "en,cy,en", "--out", out], ["--language", ""]):
            done = skills.run("items", self.data, *arguments, expect=2)
            self.assertIn(b"--language", done.stderr)
            self.assertEqual((done.stdout, out.exists()), (b"", False))

    def test_statistics_of_nearly_the_same_people_are_refused(self):
        batches = sorted((self.data / "batches").glob("*.results.jsonl"))
        folder, ledger = self.scratch / "batches", self.scratch / "ledger"
        for batch in batches[:5]:
            skills.add_people(batch, folder)
        first = skills.run("items", folder, "--ledger", ledger).stdout
        self.assertIn(b"About 50 people took part.", first)
        self.assertEqual(skills.run("items", folder, "--ledger", ledger).stdout, first)  # nobody has joined
        skills.add_people(batches[5], folder, people=6)
        before = ledger.read_bytes()
        done = skills.run("items", folder, "--ledger", ledger, expect=1)
        self.assertEqual(done.stdout, b"")
        self.assertRegex(done.stderr.decode(),
                         r"^error: nhs-staff-core@2: since \d{4}-\d\d-\d\d fewer than 10 people have joined or left")
        self.assertEqual(ledger.read_bytes(), before)
        report = json.loads(skills.run("report", folder, "--by", "period", "--ledger", ledger, "--format", "json").stdout)
        self.assertIn("people_as_of", report)  # what `items` gave out, `report` knows
        skills.add_people(batches[5], folder)
        self.assertIn(b"About 60 people took part.", skills.run("items", folder, "--ledger", ledger).stdout)

    def test_exact_figures_need_a_policy(self):
        done = skills.run("items", self.data, "--exact", expect=1)
        self.assertIn("exact: true", done.stderr.decode())
        policy = self.file("exact.yaml", "exact: true\n")
        text = skills.run("items", self.data, "--exact", "--policy", policy).stdout.decode()
        self.assertEqual(text.count("NOT FOR SHARING"), 2)

    def test_wrong_usage_says_what_is_right(self):
        table = self.file("t.csv", "a\n1\n")
        for arguments in ([], ["--matrix", table, self.data], ["--matrix", table, "--bank", skills.BANK],
                          [self.data, "--highest", "3"], [self.data, "--format", "pdf"], ["--bank", skills.BANK]):
            done = skills.run("items", *arguments, expect=2)
            self.assertEqual(done.stdout, b"")
        self.assertIn("no result files", skills.run("items", self.scratch, expect=1).stderr.decode())

    def test_out_writes_the_same_bytes(self):
        out = self.scratch / "items.json"
        skills.run("items", self.data, "--format", "json", "--out", out)
        self.assertEqual(out.read_bytes(), skills.run("items", self.data, "--format", "json").stdout)


if __name__ == "__main__":
    skills.main()
