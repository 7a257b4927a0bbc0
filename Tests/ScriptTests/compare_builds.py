"""Seeds differences into two sites and reads what script/compare-builds says of them."""

import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "script/compare-builds"
SITE = {
    "index.html": '<html>\n<ul>\n<li class="a">One</li>\n<li class="a">Two</li>\n</ul>\n',
    "about.html": '<html>\n<ul>\n<li class="a">Three</li>\n</ul>\n',
    "data/places.csv": "id,name\nyibin,Yibin\npanjin,Panjin\n",
    "search/g0.47rvnd.js": 'exemplarSearch("g0","abc")\n',
    "old.bin": b"\xff\x00\x01",
}


class CompareBuildsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def program(self, name, changes={}):
        """A program whose `build` writes the site with some files replaced, or left out for None."""
        site = self.folder / (name + "-site")
        for path, content in (SITE | changes).items():
            if content is not None:
                file = site / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.encode() if isinstance(content, str) else content)
        program = self.folder / name
        program.write_text(f'#!/bin/sh\n[ "$1 $2 $3 $4" = "build --source {self.folder} --output" ] && cp -R "{site}" "$5"\n')
        program.chmod(0o755)
        return program

    def compare(self, a, b, *options):
        return subprocess.run([SCRIPT, a, b, self.folder, *options], capture_output=True, text=True)

    def test_same(self):
        done = self.compare(self.program("a"), self.program("b"))
        self.assertEqual((done.returncode, done.stdout), (0, "5 files in A, 5 files in B\nall the same\n"))

    def test_made_by_different_programs(self):
        def manifest(digest):
            return f'{{\n  "version": 1,\n  "madeFrom": {{\n    "digest": "{digest}",\n    "problems": 0\n  }},\n  "files": []\n}}\n'

        a, b = (self.program(name, {"exemplar-manifest.json": manifest(name)}) for name in "ab")
        done = self.compare(a, b)
        self.assertEqual((done.returncode, done.stdout), (0, "6 files in A, 6 files in B\nall the same\n"))

    def test_different(self):
        changes = {
            "index.html": SITE["index.html"].replace('"a"', '"b"'),
            "about.html": SITE["about.html"].replace('"a"', '"b"').replace("Three", "Four"),
            "data/places.csv": "id,name,level\nyibin,Yibin,city\npanjin,Pánjǐn,city\nwuhan,Wuhan,city\n",
            "search/g0.47rvnd.js": None,
            "search/g0.8e9g01.js": 'exemplarSearch("g0","abd")\n',
            "old.bin": None,
            "new.txt": "new",
        }
        done = self.compare(self.program("a"), self.program("b", changes))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, """\
5 files in A, 5 files in B
1 only in A:
  old.bin
1 only in B:
  new.txt
1 with another fingerprint:
  search/g0.47rvnd.js → search/g0.8e9g01.js
4 changed, in 6 groups:

2 pages, 3 places (always the same): <li class=…>
  about.html:3
  - <li class="a">
  + <li class="b">

1 .csv file, 1 place (1 different): column name
  data/places.csv:3
  - Panjin
  + Pánjǐn

1 .csv file, 1 place (1 different): rows only in B
  data/places.csv:4
  + wuhan,Wuhan

1 .csv file, 1 place (1 different): the columns
  data/places.csv:1
  - id,name
  + id,name,level

1 page, 1 place (1 different): text → text after <li class="b">
  about.html:3
  - Three
  + Four

1 .js file, 1 place (1 different): "…" → "…"
  search/g0.8e9g01.js:1
  - "abc"
  + "abd"
""")

    def test_bytes(self):
        done = self.compare(self.program("a"), self.program("b", {"old.bin": b"\xff\x00\x02\x03"}))
        self.assertEqual(done.returncode, 1)
        self.assertIn("- 3 bytes\n  + 4 bytes, different from byte 2 on\n", done.stdout)

    def test_nothing_to_compare(self):
        failing = self.folder / "failing"
        failing.write_text("#!/bin/sh\necho no library >&2\nexit 1\n")
        failing.chmod(0o755)
        self.assertEqual(self.compare("no-such-revision", failing).returncode, 2)
        done = self.compare(failing, failing)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr, f"{failing} does not build {self.folder}\nno library\n")


if __name__ == "__main__":
    unittest.main()
