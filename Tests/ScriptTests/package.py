"""Packs a small program with script/package, and uses what comes of it as people do who install it."""

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from importlib.machinery import SourceFileLoader
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = '#include <stdio.h>\nint main(void) { puts("1.2.3 (abc)"); return 0; }\n'


@unittest.skipUnless(importlib.util.find_spec("ensurepip"), "needs Python's venv (Debian: python3-venv)")
@unittest.skipUnless(sys.platform == "linux" and shutil.which("cc") and (ROOT / "Package.resolved").exists(),
                     "needs Linux, a C compiler and a built program")
class PackageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        (cls.root / "program.c").write_text(SOURCE)
        subprocess.run(["cc", "-static", "-o", cls.root / "program", cls.root / "program.c"], check=True)
        loader = SourceFileLoader("package", str(ROOT / "script/package"))
        script = importlib.util.module_from_spec(importlib.util.spec_from_loader("package", loader))
        loader.exec_module(script)
        cls.has_nfpm = script.nfpm() is not None
        cls.one = cls.pack(ROOT, "one")
        cls.two = cls.pack(cls.checkout(), "two")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def checkout(cls):
        """What script/package reads, checked out by somebody else at another time."""
        root = cls.root / "checkout"
        for path in [ROOT / "script/package", ROOT / "Package.resolved", *(ROOT / "docs").glob("*.md")]:
            copy = root / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            copy.chmod(0o700)
            os.utime(copy, (1e9, 1e9))
        (root / ".build/package").mkdir(parents=True)
        if cls.has_nfpm:
            (root / ".build/package/tools").symlink_to(ROOT / ".build/package/tools")
        return root

    @classmethod
    def pack(cls, root, name):
        options = [] if cls.has_nfpm else ["--without-system-packages"]
        subprocess.run([root / "script/package", "--program", cls.root / "program", "--output", cls.root / name, *options],
                       check=True, stdout=subprocess.DEVNULL, env=os.environ | {"SOURCE_DATE_EPOCH": "1790000000"})
        return cls.root / name

    def path(self, pattern):
        return next(self.one.glob(pattern))

    def says_its_version(self, program):
        self.assertEqual(subprocess.run([program, "--version"], capture_output=True, text=True).stdout, "1.2.3 (abc)\n")

    def test_the_same_program_gives_the_same_bytes(self):
        files = {path.name: path.read_bytes() for path in self.one.iterdir()}
        self.assertEqual(files, {path.name: path.read_bytes() for path in self.two.iterdir()})
        sums = dict(reversed(line.split("  ")) for line in files.pop(f"SHA256SUMS-{platform.machine()}").decode().splitlines())
        self.assertEqual(sums, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()})

    def test_only_what_the_script_wrote_is_replaced(self):
        folder = self.root / "three"
        folder.mkdir()
        machine = platform.machine()
        (folder / f"SHA256SUMS-{machine}").write_text("0  exemplar-0.9-old.tar.xz\n0  ../program.c\n")
        for name in ["exemplar-0.9-old.tar.xz", "exemplar.yaml", "exemplar-1.2.3-linux-other.tar.xz"]:
            (folder / name).write_text("")
        self.pack(ROOT, "three")
        self.assertEqual({path.name for path in folder.iterdir()} - {path.name for path in self.one.iterdir()},
                         {"exemplar.yaml", "exemplar-1.2.3-linux-other.tar.xz"})
        self.assertTrue((self.root / "program.c").exists())
        sums = f"SHA256SUMS-{machine}"
        self.assertEqual((folder / sums).read_text(), (self.one / sums).read_text())

    def test_packages_of_two_machines_lie_in_one_folder(self):
        folder = self.root / "four"
        shutil.copytree(self.one, folder)
        machine = platform.machine()
        self.assertEqual([name for name in os.listdir(folder)
                          if not any(word in name for word in (machine, {"x86_64": "amd64", "aarch64": "arm64"}[machine]))], [])
        for other in ("x86_64", "aarch64"):
            (folder / f"exemplar-1.2.3-linux-{other}.tar.xz").write_text(other)
        subprocess.run([ROOT / "script/package", "--output", folder, "--formula", "https://downloads.example/"], check=True)
        text = (folder / "exemplar.rb").read_text()
        for other, system in (("x86_64", "on_intel"), ("aarch64", "on_arm")):
            self.assertIn(f"""  {system} do
    url "https://downloads.example/exemplar-1.2.3-linux-{other}.tar.xz"
    sha256 "{hashlib.sha256(other.encode()).hexdigest()}"
  end
""", text)

    def test_the_archive_holds_the_program_and_the_guides(self):
        with tarfile.open(self.path("*.tar.xz")) as archive:
            # Debian 12 has a Python that knows no filters yet; the archive is our own.
            archive.extractall(self.root / "unpacked", **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
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
        if not self.has_nfpm:
            self.skipTest("nfpm cannot be installed here")
        subprocess.run(["dpkg-deb", "-x", self.path("*.deb"), self.root / "debian"], check=True)
        self.says_its_version(self.root / "debian/usr/bin/exemplar")
        fields = subprocess.run(["dpkg-deb", "-f", self.path("*.deb"), "Package", "Version"], capture_output=True, text=True)
        self.assertEqual(fields.stdout, "Package: exemplar\nVersion: 1.2.3\n")

    def test_the_image_is_what_its_manifest_says(self):
        with tarfile.open(self.path("*.oci.tar")) as archive:
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
