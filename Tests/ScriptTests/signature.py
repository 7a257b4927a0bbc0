"""Signs packs with the real minisign, and checks them with this program and with that one."""

import os
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/debug/exemplar"


@unittest.skipUnless(shutil.which("minisign"), "needs minisign (Debian: minisign)")
@unittest.skipUnless(PROGRAM.exists(), "needs a built program")
class SignatureTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        cls.run_program("init", "库", "--language", "en")
        for name in ("ours", "theirs"):
            subprocess.run(["minisign", "-G", "-W", "-p", f"{name}.pub", "-s", f"{name}.key"], cwd=cls.root,
                           check=True, capture_output=True)
        subprocess.run(["minisign", "-G", "-p", "locked.pub", "-s", "locked.key"], cwd=cls.root, check=True,
                       capture_output=True, input=b"secret\nsecret\n")
        cls.signed = cls.run_program("pack", "--source", "库", "--output", "库.zip", "--sign", "ours.key")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def run_program(cls, *arguments, **environment):
        environment = os.environ | {"LANG": "C", "LC_ALL": "C"} | environment
        return subprocess.run([PROGRAM, *arguments], cwd=cls.root, env=environment, capture_output=True, text=True)

    def told(self, status, *arguments):
        answer = self.run_program("verify", *arguments)
        self.assertEqual(answer.returncode, status, answer.stderr + answer.stdout)
        return answer.stdout.splitlines()[-1]

    def test_signed_zip(self):
        self.assertEqual(self.signed.returncode, 0, self.signed.stderr)
        print_of_pack = self.signed.stdout.splitlines()[-1]
        key = (self.root / "ours.pub").read_text().splitlines()[1]
        self.assertEqual(self.told(0, "库.zip", "--public-key", "ours.pub"), f"signed with this key; {print_of_pack}")
        self.assertEqual(self.told(0, "库.zip", "--public-key", key), f"signed with this key; {print_of_pack}")
        self.assertIn("which nobody checked", self.told(0, "库.zip"))
        self.assertIn("signed with another key: ", self.told(1, "库.zip", "--public-key", "theirs.pub"))
        before = (self.root / "库.zip").read_bytes()
        self.run_program("pack", "--source", "库", "--output", "again.zip", "--sign", "ours.key")
        self.assertEqual((self.root / "again.zip").read_bytes(), before)
        chinese = self.run_program("verify", "库.zip", "--public-key", "theirs.pub", "--lang", "zh")
        self.assertIn("签名用的是另一把密钥", chinese.stdout)

    def test_minisign_checks_it(self):
        place = self.root / "U盘 1"
        with zipfile.ZipFile(self.root / "库.zip") as pack:
            pack.extractall(place)
        subprocess.run(["minisign", "-V", "-p", "../ours.pub", "-m", "SHA256SUMS"], cwd=place, check=True,
                       capture_output=True)
        signature = place / "SHA256SUMS.minisig"
        # Older programs sign the file itself.
        subprocess.run(["minisign", "-S", "-l", "-s", "../ours.key", "-m", "SHA256SUMS"], cwd=place, check=True,
                       capture_output=True)
        self.assertIn("signed with this key", self.told(0, place, "--public-key", "ours.pub"))
        lines = signature.read_text().splitlines()
        signature.write_text("\n".join([*lines[:2], "trusted comment: another", lines[3]]) + "\n")
        self.assertEqual(self.told(1, place, "--public-key", "ours.pub"), "the signature is not of this list")
        signature.write_text("signed by us\n")
        self.assertEqual(self.told(1, place, "--public-key", "ours.pub"), "the signature cannot be read")
        signature.unlink()
        self.assertEqual(self.told(1, place, "--public-key", "ours.pub"), "not signed, although a key is given")
        self.assertTrue(self.told(0, place).startswith("fingerprint "))

    def test_folder_and_update(self):
        pack = ("pack", "--source", "库")
        self.run_program(*pack, "--folder", "stick", "--sign", "ours.key")
        self.assertIn("signed with this key", self.told(0, "stick", "--public-key", "ours.pub"))
        self.run_program("pack", "--source", "库", "--folder", "stick")
        self.assertFalse((self.root / "stick/SHA256SUMS.minisig").exists())
        plain = self.run_program(*pack, "--output", "plain.zip")
        self.assertEqual(plain.returncode, 0, plain.stderr)
        # The signature of another list.
        with zipfile.ZipFile(self.root / "plain.zip") as archive:
            archive.extractall(self.root / "plain")
        (self.root / "plain/SHA256SUMS").write_text((self.root / "plain/SHA256SUMS").read_text() + "\n")
        shutil.copy(self.signature(), self.root / "plain/SHA256SUMS.minisig")
        self.assertEqual(self.told(1, "plain", "--public-key", "ours.pub"), "the signature is not of this list")

    def signature(self):
        with zipfile.ZipFile(self.root / "库.zip") as pack:
            return Path(pack.extract("SHA256SUMS.minisig", self.root / "kept"))

    def test_keys(self):
        locked = self.run_program("pack", "--source", "库", "--output", "locked.zip", "--sign", "locked.key",
                                  MINISIGN_PASSWORD="secret")
        self.assertEqual(locked.returncode, 0, locked.stderr)
        self.assertIn("signed with this key", self.told(0, "locked.zip", "--public-key", "locked.pub"))
        for key, word in (("locked.key", "Wrong password"), ("none.key", "No such file")):
            answer = self.run_program("pack", "--source", "库", "--output", "none.zip", "--sign", key)
            self.assertEqual(answer.returncode, 3)
            self.assertIn("minisign does not sign: ", answer.stderr)
            self.assertIn(word, answer.stderr)
            self.assertFalse((self.root / "none.zip").exists())
        answer = self.run_program("pack", "--source", "库", "--output", "none.zip", "--sign", "ours.key",
                                  PATH="/nowhere")
        self.assertEqual((answer.returncode, "signing needs minisign" in answer.stderr), (3, True))
        self.assertEqual(self.run_program("verify", "库.zip", "--public-key", "ours.key").returncode, 2)


if __name__ == "__main__":
    unittest.main()
