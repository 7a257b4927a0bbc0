"""A library that is edited under `exemplar serve`, and what a clean build makes of it. Needs nothing but Python."""

import http.client
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import time

SCRIPT = b'<script src="/.exemplar/preview.js" defer></script>\n'
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PARTS = ["exemplar.yaml", "content", "seeds"]


class Preview:
    """A copy of a library with the program running on it, while the block runs."""

    def __init__(self, program, library=ROOT):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="preview-")
        self.library = os.path.join(self.folder, "library")
        os.mkdir(self.library)
        for part in PARTS:
            source = os.path.join(library, part)
            copy = shutil.copytree if os.path.isdir(source) else shutil.copy
            copy(source, os.path.join(self.library, part))

    def __enter__(self):
        self.log = open(os.path.join(self.folder, "log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [self.program, "serve", "--source", self.library, "--port", "4300", "--lang", "en"],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        said = re.match(r"http://127\.0\.0\.1:(\d+)/", self.process.stdout.readline())
        if said is None:
            self.log.seek(0)
            log = self.log.read()
            self.__exit__()
            raise RuntimeError("the program does not serve: " + log)
        self.base, self.port = said.group(0), int(said.group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # What is edited

    def path(self, name):
        return os.path.join(self.library, name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def names(self, folder, ending):
        found = []
        for where, _, files in os.walk(self.path(folder)):
            found += [os.path.relpath(os.path.join(where, name), self.library) for name in files if name.endswith(ending)]
        return sorted(found)

    # What is shown

    def get(self, path):
        """Status and body, without what preview adds to pages."""
        self.connection.request("GET", "/" + path)
        answer = self.connection.getresponse()
        body = answer.read()
        return answer.status, body.replace(SCRIPT, b"") if path.endswith(".html") else body

    def status(self):
        """The state once what was saved before is read."""
        time.sleep(0.1)
        return json.loads(self.get(".exemplar/status")[1])

    def built(self):
        """What a clean build writes, by path; None if the library has errors."""
        output = os.path.join(self.folder, "built")
        shutil.rmtree(output, ignore_errors=True)
        done = subprocess.run(
            [self.program, "build", "--drafts", "--source", self.library, "--output", output], capture_output=True)
        if done.returncode == 1:
            return None
        assert done.returncode == 0, done.stderr
        files = {}
        for where, _, names in os.walk(output):
            for name in names:
                path = os.path.join(where, name)
                if name != "exemplar-manifest.json":
                    with open(path, "rb") as file:
                        files[os.path.relpath(path, output)] = file.read()
        return files

    def differences(self, built):
        """The files that preview shows otherwise than they were built."""
        return [path for path, body in built.items() if self.get(path) != (200, body)]

    def usage(self):
        """Resident memory in MB and the number of open files of the program."""
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as file:
            memory = int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) / 1024
        return memory, len(os.listdir(f"/proc/{self.process.pid}/fd"))


class Edits:
    """Random edits that are the same for a seed."""

    def __init__(self, preview, seed):
        self.preview = preview
        self.random = random.Random(seed)
        self.count = 0
        self.broken = {}

    def sequence(self):
        return [self.one() for _ in range(self.random.randint(1, 5))]

    def one(self):
        self.count += 1
        kinds = [self.text, self.text, self.translation, self.add, self.remove, self.rename, self.row, self.template,
                 self.strings, self.style, self.draft, self.spoil, self.fix, self.fix, self.fix]
        kind = self.random.choice(kinds)
        return kind.__name__ + " " + (kind() or "")

    def pick(self, names):
        return self.random.choice(names) if names else None

    def own(self):
        """The records that these edits have made."""
        return [name for name in self.preview.names("content/topics", ".md") if "/made-" in name]

    def append(self, names):
        name = self.pick([name for name in names if name not in self.broken])
        if name:
            self.preview.write(name, self.preview.read(name) + f"\n第{self.count}句。\n")
        return name

    def text(self):
        return self.append([n for n in self.preview.names("content", ".md") if not n.endswith(".en.md")])

    def translation(self):
        return self.append(self.preview.names("content", ".en.md"))

    def add(self):
        name = f"content/topics/made-{self.count}.md"
        self.preview.write(name, f"---\ntitle: {{zh-Hans: 新题{self.count}, en: New {self.count}}}\nkind: problem\n---\n")
        return name

    def remove(self):
        name = self.pick(self.own())
        if name:
            os.remove(self.preview.path(name))
            self.broken.pop(name, None)
        return name

    def rename(self):
        name = self.pick(self.own())
        if name:
            other = f"content/topics/made-{self.count}.md"
            os.rename(self.preview.path(name), self.preview.path(other))
            if name in self.broken:
                self.broken[other] = self.broken.pop(name)
        return name

    def draft(self):
        name = self.pick([name for name in self.own() if name not in self.broken])
        if name:
            text = self.preview.read(name)
            is_draft = "status: draft\n" in text
            self.preview.write(
                name, text.replace("status: draft\n", "") if is_draft else text.replace("kind:", "status: draft\nkind:"))
        return name

    def row(self):
        name = self.pick(self.preview.names("content/metrics", ".csv"))
        lines = self.preview.read(name).splitlines()
        if self.random.random() < 0.5 and any(line.startswith("made-") for line in lines):
            lines.remove(next(line for line in lines if line.startswith("made-")))
        else:
            first, rest = self.random.choice([l for l in lines[1:] if l.count('"') % 2 == 0]).split(",", 1)
            lines.append(f"made-{self.count},{rest}")
        self.preview.write(name, "\n".join(lines) + "\n")
        return name

    def override(self, name, text):
        if self.random.random() < 0.3 and os.path.exists(self.preview.path(name)):
            os.remove(self.preview.path(name))
        else:
            self.preview.write(name, text)
        return name

    def template(self):
        return self.override(
            "templates/topic.mustache", f'<article class="page">{{{{>title}}}}<p>{self.count}</p>{{{{>body}}}}</article>\n')

    def strings(self):
        return self.override("templates/strings/zh-Hans.yaml", f"home: 首页{self.count}\n")

    def style(self):
        return self.override("templates/assets/style.css", f"h1 {{ order: {self.count} }}\n")

    def spoil(self):
        name = self.pick([name for name in self.preview.names("content", ".md") if name not in self.broken])
        if self.broken or not name:
            return None
        self.broken[name] = self.preview.read(name)
        self.preview.write(name, "---\ntitle: [\n")
        return name

    def fix(self):
        for name, text in self.broken.items():
            self.preview.write(name, text)
        self.broken = {}
