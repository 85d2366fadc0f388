"""A site's own logo and letters are on the glass; what is damaged is told, and nobody is kept from starting."""

import os
import struct
import tempfile
import zlib

from picture import Picture

MONO = "/usr/share/fonts/truetype/liberation2/LiberationMono-{}.ttf"
GREEN = (0x12, 0x9A, 0x34)


def png(width, height, colour):
    """A picture of one colour."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    rows = (b"\0" + bytes(colour) * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def site_look(start, small_bank):
    with tempfile.TemporaryDirectory() as folder:
        def write(name, content):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)

        def started(organisation, *lines):
            write("campaign.yaml", "\n".join(["format: 1", "id: spring", "site: ward-7", f"bank: {small_bank}",
                                              f"organisation: {organisation}", *lines, ""]).encode())
            return start("--campaign", os.path.join(folder, "campaign.yaml"))

        def bar(kiosk):
            return kiosk.item("bar.organisation")

        write("logo.png", png(300, 60, GREEN))
        with started("Ward 7", "logo: logo.png") as kiosk:
            assert bar(kiosk)["role"] == "image" and bar(kiosk)["name"] == "Ward 7", bar(kiosk)
            assert abs(bar(kiosk)["width"] - 5 * bar(kiosk)["height"]) <= 5, bar(kiosk)
            kiosk.screenshot(os.path.join(folder, "a.png"))
            colours = Picture(os.path.join(folder, "a.png")).colours(bar(kiosk))
            assert colours[GREEN] > 0.9 * sum(colours.values()), colours.most_common(3)
            assert kiosk.error_text().count("warning") == 0, kiosk.error_text()

        # In a font whose letters are all equally wide, so are these two names.
        font = f"font: {{regular: {MONO.format('Regular')}, strong: {MONO.format('Bold')}}}"
        widths = []
        for organisation in ("iiiiiiii", "WWWWWWWW"):
            with started(organisation, font) as kiosk:
                widths.append(bar(kiosk)["width"])
                kiosk.key("F9", "F9", "F9")  # the largest text
                kiosk.click("attract.start.cy")
                assert kiosk.screen() == "comfort"
        assert widths[0] == widths[1], widths

        with open(MONO.format("Regular"), "rb") as file:
            write("cut.ttf", file.read()[:50_000])
        write("cut.png", png(300, 60, GREEN)[:60])
        with started("Ward 7", "logo: cut.png", "font: cut.ttf") as kiosk:
            assert bar(kiosk)["role"] == "text", bar(kiosk)
            kiosk.click("attract.start.en")
            assert kiosk.screen() == "comfort"
            said = kiosk.error_text()
            assert "cut.png: warning: this PNG file is damaged" in said, said
            assert "cut.ttf: warning: this font is damaged; copy the file again" in said, said
