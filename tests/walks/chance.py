"""The kiosk's chance again (assessment/base/random): the ChaCha20 keystream of a seed, in words of 8 bytes."""

import struct


def _block(key, counter):
    """64 bytes of ChaCha20 with a nonce of zeros (D. J. Bernstein, "ChaCha, a variant of Salsa20")."""
    start = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574, *struct.unpack("<8I", key),
             counter & 0xFFFFFFFF, counter >> 32, 0, 0]
    state = list(start)

    def quarter(a, b, c, d):
        for left, right, moved, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            state[left] = (state[left] + state[right]) & 0xFFFFFFFF
            turned = state[moved] ^ state[left]
            state[moved] = ((turned << by) | (turned >> (32 - by))) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            quarter(column, column + 4, column + 8, column + 12)
        for a, b, c, d in ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(a, b, c, d)
    return struct.pack("<16I", *((x + y) & 0xFFFFFFFF for x, y in zip(state, start)))


def key_of(number):
    """The key that --seed NUMBER stands for."""
    return struct.pack("<Q", number) + bytes(24)


def words(key, count):
    """The first `count` words of a key's stream."""
    stream = b"".join(_block(key, i) for i in range((count + 7) // 8))
    return [stream[8 * i:8 * i + 8] for i in range(count)]
