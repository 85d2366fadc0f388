"""Reads the kiosk's screenshots: PNG, 8 bits, RGB, not interlaced. Standard library only."""

import struct
import zlib
from collections import Counter


def paeth(left, above, corner):
    """The PNG specification's predictor: whichever neighbour is nearest to left + above - corner."""
    guess = left + above - corner
    return min((left, above, corner), key=lambda neighbour: abs(guess - neighbour))


class Picture:
    """`most_rows`: as many are read from the top; the rest is left out, for it takes long."""

    def __init__(self, file, most_rows=None):
        with open(file, "rb") as stream:
            data = stream.read()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        at, packed = 8, b""
        while at < len(data):
            length, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + length]
            if kind == b"IHDR":
                self.width, self.height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", body)
                assert (depth, colour, interlaced) == (8, 2, 0)
            if kind == b"IDAT":
                packed += body
            at += 12 + length
        self.height = min(self.height, most_rows or self.height)
        self.rows = self.unfiltered(zlib.decompress(packed))

    def unfiltered(self, raw):
        stride = self.width * 3
        rows, above = [], bytearray(stride)
        for y in range(self.height):
            start = y * (stride + 1)
            method, row = raw[start], bytearray(raw[start + 1:start + 1 + stride])
            if method:
                for x in range(stride):
                    left = row[x - 3] if x >= 3 else 0
                    corner = above[x - 3] if x >= 3 else 0
                    guess = (0, left, above[x], (left + above[x]) // 2, paeth(left, above[x], corner))[method]
                    row[x] = (row[x] + guess) & 0xFF
            rows.append(row)
            above = row
        return rows

    def colours(self, box):
        """How many pixels of each colour are in the rectangle of an item."""
        found = Counter()
        for y in range(max(0, box["y"]), min(self.height, box["y"] + box["height"])):
            row = self.rows[y]
            for x in range(max(0, box["x"]), min(self.width, box["x"] + box["width"])):
                found[tuple(row[3 * x:3 * x + 3])] += 1
        return found
