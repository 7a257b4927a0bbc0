"""Packs a small program with script/package, and uses what comes of it as people do who install it."""

import hashlib
import json
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = '#include <stdio.h>\nint main(void) { puts("1.2.3 (abc)"); return 0; }\n'


@unittest.skipUnless(sys.platform == "linux" and shutil.which("cc") and (ROOT / "Package.resolved").exists(),
                     "needs Linux, a C compiler and a built program")
class PackageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        (cls.root / "program.c").write_text(SOURCE)
        subprocess.run(["cc", "-static", "-o", cls.root / "program", cls.root / "program.c"], check=True)
        cls.one, cls.two = (cls.pack(name) for name in ("one", "two"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def pack(cls, name):
        subprocess.run([ROOT / "script/package", "--program", cls.root / "program", "--output", cls.root / name,
                        "--downloads", "https://downloads.example/"], check=True, stdout=subprocess.DEVNULL)
        return cls.root / name

    def path(self, pattern):
        return next(self.one.glob(pattern))

    def says_its_version(self, program):
        self.assertEqual(subprocess.run([program, "--version"], capture_output=True, text=True).stdout, "1.2.3 (abc)\n")

    def test_the_same_program_gives_the_same_bytes(self):
        files = {path.name: path.read_bytes() for path in self.one.iterdir()}
        self.assertEqual(files, {path.name: path.read_bytes() for path in self.two.iterdir()})
        sums = dict(reversed(line.split("  ")) for line in files.pop("SHA256SUMS").decode().splitlines())
        self.assertEqual(sums, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()})

    def test_the_archive_holds_the_program_and_the_guides(self):
        with tarfile.open(self.path("*.tar.xz")) as archive:
            archive.extractall(self.root / "unpacked", filter="data")
        folder = self.root / f"unpacked/exemplar-1.2.3-linux-{platform.machine()}"
        self.says_its_version(folder / "exemplar")
        self.assertIn("exemplar init", (folder / "README.txt").read_text())
        self.assertTrue((folder / "docs/authoring.zh.md").exists())

    def test_pip_installs_the_wheel(self):
        python = self.root / "python"
        subprocess.run([sys.executable, "-m", "venv", python], check=True)
        subprocess.run([python / "bin/pip", "install", "--quiet", "--no-index", self.path("*.whl")], check=True)
        self.says_its_version(python / "bin/exemplar")

    def test_debian_installs_the_package(self):
        if not shutil.which("dpkg-deb"):
            self.skipTest("there is no dpkg-deb")
        subprocess.run(["dpkg-deb", "-x", self.path("*.deb"), self.root / "debian"], check=True)
        self.says_its_version(self.root / "debian/usr/bin/exemplar")
        fields = subprocess.run(["dpkg-deb", "-f", self.path("*.deb"), "Package", "Version"], capture_output=True, text=True)
        self.assertEqual(fields.stdout, "Package: exemplar\nVersion: 1.2.3\n")

    def test_the_image_is_what_its_manifest_says(self):
        with tarfile.open(self.path("*-oci.tar")) as archive:
            blobs = {entry.name: archive.extractfile(entry).read() for entry in archive if entry.isfile()}

        def blob(entry):
            data = blobs["blobs/" + entry["digest"].replace(":", "/")]
            self.assertEqual((f"sha256:{hashlib.sha256(data).hexdigest()}", len(data)), (entry["digest"], entry["size"]))
            return data

        manifest = json.loads(blob(json.loads(blobs["index.json"])["manifests"][0]))
        self.assertEqual(json.loads(blob(manifest["config"]))["config"]["Entrypoint"], ["/usr/bin/exemplar"])
        self.assertIn(b"usr/bin/exemplar", blob(manifest["layers"][0]))

    def test_the_parts_are_listed(self):
        parts = json.loads(self.path("*.cdx.json").read_text())["components"]
        self.assertIn("yams", [part["name"] for part in parts])
        self.assertTrue(all(part["version"] for part in parts))


if __name__ == "__main__":
    unittest.main()
