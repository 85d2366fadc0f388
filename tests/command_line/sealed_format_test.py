"""A sealed batch read by docs/result_format.md alone, with Debian's python3-nacl: an independent reader."""

import os
import pathlib
import struct
import sys
import tempfile
import unittest

try:
    from nacl import bindings
except ImportError:  # perhaps only Debian's own interpreter has it
    debian = "/usr/bin/python3"
    if os.path.exists(debian) and not os.environ.get("SEALED_FORMAT_TRIED"):
        os.environ["SEALED_FORMAT_TRIED"] = "1"
        os.execv(debian, [debian, "-B", *sys.argv])
    print("python3-nacl is missing")
    sys.exit(77)

import skills


def secret_key(path):
    """libsodium's form of the secret key in a .key file: both halves."""
    return bytes.fromhex(path.read_text().split()[1])


def open_sealed(data, trainer, kiosk):
    """The batch's bytes; every step as the document has it."""
    assert data[:16] == b"skills-sealed/1\n"
    trainers, doublings = data[16], data[17]
    chunks = 2**doublings
    assert len(data) == 18 + 80 * trainers + 24 + chunks * 65553
    box_secret = bindings.crypto_sign_ed25519_sk_to_curve25519(trainer)
    box_public = bindings.crypto_scalarmult_base(box_secret)
    key = None
    for i in range(trainers):
        try:
            key = bindings.crypto_box_seal_open(data[18 + 80 * i:98 + 80 * i], box_public, box_secret)
        except Exception:  # sealed to another trainer
            pass
    assert key is not None and len(key) == 32
    at = 18 + 80 * trainers + 24
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, data[at - 24:at], key)
    content = b""
    for i in range(chunks):
        chunk = data[at + 65553 * i:at + 65553 * (i + 1)]
        plain, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, chunk, data[:at] if i == 0 else b"")
        assert tag == (3 if i == chunks - 1 else 0)
        content += plain
    assert content[:32] == kiosk
    size = struct.unpack("<I", content[96:100])[0]
    batch = content[100:100 + size]
    assert not any(content[100 + size:])
    message = b"skills-batch-signature/1\0" + batch
    assert bindings.crypto_sign_open(content[32:96] + message, kiosk) == message
    return batch


class Format(unittest.TestCase):
    def test_an_independent_reader_finds_the_batch(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for who in ("first", "second"):
                skills.run("keys", "new", who, "--out", folder)
            keys = ", ".join((folder / f"{who}.pub").read_text().strip() for who in ("first", "second"))
            for batch in (10, 60):  # of one chunk and of more
                campaign = folder / f"campaign-{batch}.yaml"
                campaign.write_text(f"format: 1\nid: spring\nsite: A\nbank: x.yaml\nbatch: {batch}\ntrainer_keys: [{keys}]\n")
                data = folder / f"data-{batch}"
                skills.simulate(data, respondents=batch + 5, campaign=campaign)
                kiosk = secret_key(data / "kiosk.key")[32:]
                shown = skills.run("keys", "show", data)
                (folder / "kiosk.pub").write_bytes(shown.stdout)
                sealed, = (data / "batches").iterdir()
                out = folder / f"out-{batch}"
                skills.run("results", "open", sealed, "--key", folder / "first.key", "--trust", folder / "kiosk.pub",
                           "--out", out)
                opened, = out.iterdir()
                for who in ("first", "second"):
                    self.assertEqual(open_sealed(sealed.read_bytes(), secret_key(folder / f"{who}.key"), kiosk),
                                     opened.read_bytes())
                self.assertEqual(opened.read_bytes().count(b"\n"), batch + 1)
                self.assertEqual(sealed.stat().st_size > 100000, batch == 60)


if __name__ == "__main__":
    skills.main()
