"""`skills keys new`, `skills bank sign` and `skills bank verify`: files, modes, messages and refusals."""

import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile
import unittest

import skills


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class Signing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.bank = self.folder / "ward.yaml"
        self.signature = self.folder / "ward.yaml.sig"
        shutil.copyfile(skills.BANK, self.bank)

    def run_skills(self, *words, expect=0):
        return skills.run(*words, expect=expect, cwd=self.folder)

    def make_keys(self, name="author"):
        self.run_skills("keys", "new", name)
        return self.folder / f"{name}.key", self.folder / f"{name}.pub"

    def sign(self, key="author.key", expect=0):
        return self.run_skills("bank", "sign", "ward.yaml", "--key", key, expect=expect)

    def verify(self, *trusted, expect=0):
        done = self.run_skills("bank", "verify", "ward.yaml", "--trust", *(trusted or ("author.pub",)), expect=expect)
        self.assertEqual(bool(done.stdout), expect == 0)
        self.assertEqual(bool(done.stderr), expect != 0)
        return (done.stdout or done.stderr).decode()

    # keys new

    def test_a_new_pair_is_two_files_of_one_line_and_only_the_owner_reads_the_secret_one(self):
        done = subprocess.run(["sh", "-c", 'umask 000; exec "$0" keys new author', skills.PROGRAM], cwd=self.folder,
                              capture_output=True, text=True, check=True, timeout=120)
        secret, public = self.folder / "author.key", self.folder / "author.pub"
        self.assertEqual((mode(secret), mode(public)), (0o600, 0o644))
        self.assertRegex(public.read_text(), r"\Askills-public-key/1 [0-9a-f]{64}\n\Z")
        self.assertRegex(secret.read_text(), r"\Askills-secret-key/1 [0-9a-f]{128}\n\Z")
        digits = secret.read_text().split()[1]
        self.assertEqual(digits[64:], public.read_text().split()[1])
        # It says what each is for and what comes next, and never the secret.
        for words in ("author.key  secret", "author.pub  public", "skills bank sign", "skills bank verify",
                      f"bank_keys: [{public.read_text().strip()}]"):
            self.assertIn(words, done.stdout)
        self.assertNotIn(digits[:8], done.stdout + done.stderr)

    def test_each_pair_is_another_and_out_names_the_folder(self):
        (self.folder / "safe").mkdir()
        _, first = self.make_keys("one")
        self.run_skills("keys", "new", "one", "--out", "safe")
        self.assertNotEqual(first.read_text(), (self.folder / "safe" / "one.pub").read_text())
        self.assertEqual(mode(self.folder / "safe" / "one.key"), 0o600)
        done = self.run_skills("keys", "new", "one", "--out", "nowhere", expect=3)
        self.assertIn(b"check the folder", done.stderr)

    def test_no_key_is_ever_overwritten(self):
        secret, public = self.make_keys()
        before = secret.read_bytes(), public.read_bytes()
        done = self.run_skills("keys", "new", "author", expect=1)
        self.assertIn("never overwritten", done.stderr.decode())
        self.assertEqual((secret.read_bytes(), public.read_bytes()), before)
        # Either half alone is enough to refuse, a dangling link too, and no half is left behind.
        public.unlink()
        self.run_skills("keys", "new", "author", expect=1)
        self.assertEqual((secret.read_bytes(), public.exists()), (before[0], False))
        secret.rename(self.folder / "other.key")
        public.write_text("mine\n")
        self.run_skills("keys", "new", "author", expect=1)
        self.assertEqual((secret.exists(), public.read_text()), (False, "mine\n"))
        public.unlink()
        secret.symlink_to(self.folder / "elsewhere")
        self.run_skills("keys", "new", "author", expect=1)
        self.assertFalse((self.folder / "elsewhere").exists() or public.exists())

    def test_a_name_is_no_path(self):
        for name in ("", "a/b", "../a", ".hidden", "a b", "x" * 65, "ward.key", "ward.pub"):
            self.run_skills("keys", "new", name, expect=2)
        self.run_skills("keys", "new", expect=2)
        self.run_skills("keys", expect=2)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"ward.yaml"})

    # sign and verify

    def test_a_signed_bank_says_whose_key_it_was(self):
        _, public = self.make_keys()
        self.make_keys("other")
        before = self.bank.read_bytes()
        said = self.sign().stdout.decode()
        self.assertIn("nhs-staff-core@", said)
        self.assertIn("ward.yaml.sig", said)
        self.assertEqual(self.bank.read_bytes(), before)
        self.assertRegex(self.signature.read_text(), r"\Askills-bank-signature/1 [0-9a-f]{64} [0-9a-f]{128}\n\Z")
        wanted = f"ward.yaml: signed with author.pub, {public.read_text()}"
        self.assertEqual(self.verify(), wanted)
        self.assertEqual(self.verify("other.pub", "author.pub"), wanted)
        done = self.run_skills("bank", "verify", "--trust", "author.pub", "--", "ward.yaml")
        self.assertEqual(done.stdout.decode(), wanted)

    def test_signing_again_replaces_the_old_signature_and_leaves_nothing_else(self):
        self.make_keys()
        self.sign()
        old = self.signature.read_bytes()
        self.bank.write_bytes(self.bank.read_bytes() + b"# one more line\n")
        self.verify(expect=1)
        self.sign()
        self.assertNotEqual(self.signature.read_bytes(), old)
        self.verify()
        self.assertEqual({path.name for path in self.folder.iterdir()},
                         {"author.key", "author.pub", "ward.yaml", "ward.yaml.sig"})

    def test_a_bank_with_errors_is_not_signed(self):
        self.make_keys()
        self.bank.write_text(self.bank.read_text().replace("version: 2.0.0", "version: 2.0", 1))
        said = self.sign(expect=1).stderr.decode()
        self.assertRegex(said, r"(?m)^ward\.yaml:\d+:\d+: error: ")
        self.assertIn("not signed", said)
        self.assertFalse(self.signature.exists())

    def test_each_refusal_says_why_and_ends_with_1(self):
        self.make_keys()
        self.make_keys("other")
        bank = self.bank.read_bytes()
        self.assertIn("not signed", self.verify(expect=1))
        self.sign()
        signature = self.signature.read_text()
        self.assertIn("not trusted", self.verify("other.pub", expect=1))
        for at in (0, len(bank) // 2, len(bank) - 1):
            self.bank.write_bytes(bank[:at] + bytes([bank[at] ^ 1]) + bank[at + 1:])
            self.assertIn("not the one that was signed", self.verify(expect=1))
        self.bank.write_bytes(bank)
        for length in (0, 10, 24, 100, len(signature) - 2):
            self.signature.write_text(signature[:length])
            self.assertIn("damaged or cut short", self.verify(expect=1))
        self.bank.write_bytes(bank + b"# another bank\n")
        self.sign()
        self.bank.write_bytes(bank)
        self.assertIn("of another bank", self.verify(expect=1))
        self.signature.write_text(signature)
        self.verify()

    def test_keys_of_the_wrong_kind_are_told_and_not_repeated(self):
        secret, _ = self.make_keys()
        self.sign()
        self.assertIn("public one belongs here", self.verify("author.key", expect=1))
        said = self.sign(key="author.pub", expect=1).stderr.decode()
        self.assertIn("this is a public key", said)
        digits = secret.read_text().split()[1]
        for text, words in (("", "no key in it"), (secret.read_text()[:90], "cut short"), ("nonsense\n", "this is no key"),
                            ("skills-secret-key/1 zz" + digits[2:], "no key has these digits")):
            secret.write_text(text)
            said = self.sign(expect=1).stderr.decode()
            self.assertIn(words, said)
            self.assertNotIn(digits[8:16], said)

    def test_a_secret_key_that_others_can_read_is_warned_about(self):
        secret, _ = self.make_keys()
        self.assertEqual(self.sign().stderr, b"")
        secret.chmod(0o644)
        self.assertIn(b"chmod 600 author.key", self.sign().stderr)

    def test_files_that_cannot_be_read_or_written_end_with_3(self):
        self.make_keys()
        self.sign()
        self.verify("nobody.pub", expect=3)
        self.sign(key="nobody.key", expect=3)
        self.run_skills("bank", "sign", "absent.yaml", "--key", "author.key", expect=3)
        self.run_skills("bank", "verify", "absent.yaml", "--trust", "author.pub", expect=3)
        if os.geteuid() != 0:  # root reads everything
            self.signature.chmod(0)
            self.verify(expect=3)
            self.signature.chmod(0o644)
        self.signature.unlink()
        self.signature.mkdir()
        self.sign(expect=3)
        self.assertEqual({path.name for path in self.folder.iterdir()},
                         {"author.key", "author.pub", "ward.yaml", "ward.yaml.sig"})
        os.mkfifo(self.folder / "pipe.key")
        self.sign(key="pipe.key", expect=3)

    def test_usage_is_status_2(self):
        for words in (("bank", "sign"), ("bank", "sign", "ward.yaml"), ("bank", "verify", "ward.yaml"),
                      ("bank", "verify", "--trust", "author.pub")):
            self.run_skills(*words, expect=2)
        for words in (("keys", "--help"), ("keys", "new", "--help"), ("bank", "sign", "--help"),
                      ("bank", "verify", "--help")):
            self.assertTrue(re.search(rb"NAME|BANK|new", self.run_skills(*words).stdout))


if __name__ == "__main__":
    skills.main()
