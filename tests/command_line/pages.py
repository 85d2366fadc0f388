"""Pages of reports as tests read them."""

import re
import xml.etree.ElementTree as xml

SPACE = "{http://www.w3.org/1999/xhtml}"


def parse(file):
    return xml.fromstring(file.read_text().split("\n", 1)[1])


def texts(page):
    """What a page says: texts, and names that only screen readers tell. Not its style, nor what is marked as foreign."""
    found = set()

    def visit(element):
        if element.tag == f"{SPACE}style":
            return
        pieces = [element.get("aria-label"), element.text, *(child.tail for child in element)]
        found.update(" ".join(piece.split()) for piece in pieces if piece and piece.strip())
        for child in element:
            if child.get("lang") is None:
                visit(child)

    visit(page)
    return found


def english_left(english, welsh, ids):
    """Texts of a Welsh page that are those of the English one, or hold a word that is English alone; without ids."""
    known = set(ids) | {"Omega", "%"}
    same = {text for text in texts(english) & texts(welsh) if re.search("[A-Za-z]{2}", text)} - known
    words = r"\b(the|and|of|people|with|this|that|are|than|not|item|right|answers?|figures|change|mean|domain|table)\b"
    return same | {text for text in texts(welsh) - known if re.search(words, text, re.IGNORECASE)}
