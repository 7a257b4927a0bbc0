"""Libraries whose every text somebody wrote who wants to act in a reader's browser. The fields are those of the JSON
Schemas, so that a new field is tried without a word here."""

import json
import re
import shutil
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
# Each calls `__x`, loads something from elsewhere, or leaves a tag, a comment, a script or a quotation mark open. They go
# into Markdown and plain texts alike; {n} says which field it was.
PAYLOADS = [
    '<script>__x({n})</script>', '"><img src=x onerror=__x({n})>', "'><svg onload=__x({n})>",
    '</title></head><body onload=__x({n})>', '</script><script>__x({n})</script>', '--><script>__x({n})</script><!--',
    '" onfocus="__x({n})" autofocus tabindex="0" x="', "' onmouseover='__x({n})' style='position:fixed;inset:0' x='",
    'javascript:__x({n})', '<a href="javascript:__x({n})">a</a>', '[a](javascript:__x({n}))',
    '![a](x" onerror="__x({n}))', '[a](https://a.example "x" onclick="__x({n})")', '<javascript:__x({n})>',
    '<iframe srcdoc="<script>parent.__x({n})</script>">', '<meta http-equiv=refresh content="0;url=http://evil.example/{n}">',
    '<img src=http://evil.example/{n}.png srcset="//evil.example/{n}">', '<link rel=stylesheet href=//evil.example/{n}.css>',
    '<base href=http://evil.example/{n}/>', '<style>@import "//evil.example/{n}";</style></style>', '</textarea></select><x>{n}',
    '{{{{t.home}}}}{{{{{{title}}}}}}{{{{>layout}}}} {n}', '";__x({n});//', "'+__x({n})+'", '${{__x({n})}}`', '*/__x({n})/*',
    '\u2028__x({n})\u2029', ']]><script>__x({n})</script>', '<math><mtext><table><mglyph><style><img src=x onerror=__x({n})>',
    '&lt;script&gt;__x({n})&lt;/script&gt;&#60;img src=x onerror=__x({n})&#62;', '<form action=javascript:__x({n})><button>{n}',
    '<template><script>__x({n})</script>', '\\"><script>__x({n})</script>', '=HYPERLINK("javascript:__x({n})")',
    '<object data=javascript:__x({n})>', '`</code><script>__x({n})</script>`', '&quot; onfocus=&quot;__x({n})&quot; autofocus',
]
HARMLESS = "harmless text"
MARKDOWN = """
## {}

{} and *em* and [a link](https://a.example/b "{}") and ![words]({}) and [^1] and [term](term:a-term "{}").

| {} | b |
|---|---|
| {} | `{}` |

> [!NOTE]
> {}

- [x] {}
1. {}

{}
[^1]: {}

```
{}
```
"""
FIXED = {
    "place": "example-city", "mechanisms": ["joint-meeting"], "practice": "example-city/joint-meeting",
    "topics": ["estate-repairs"], "outcomes": ["example-meetings"], "from": "hostile#P1", "status": "published",
    "modality": "reported", "rights": "full", "language": "en", "file": "example.txt", "languages": ["en", "zh-Hans"],
    "numbering": None, "reviewed": "2026-01-31", "in-menu": True, "direction": "neutral",
}
LEFT_OUT = {
    "absent", "parent", "published-contacts", "id", "remarks", "aliases", "verified-by", "code", "sha256", "base-url", "output", "embed",
    "raw-html", "allowed-numbers", "spellings", "interface", "named-by", "places", "title-printed", "outlet-printed",
    "inferred", "reason", "site-code", "icp", "police",
}
RECORDS = {
    "home": "content/index.md", "place": "content/places/example-city.md", "mechanism": "content/mechanisms/joint-meeting.md",
    "topic": "content/topics/estate-repairs.md", "practice": "content/practices/example-city/joint-meeting.md",
    "case": "content/cases/example-city/leaking-roof.md", "page": "content/pages/about.md",
    "adoption": "content/adoptions/first.md",
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:xlink="http://www.w3.org/1999/xlink" ' \
      'viewBox="0 0 9 9">{}</svg>'
DRAWINGS = [
    "<title>&lt;script&gt;__x(0)&lt;/script&gt;</title><desc>]]&gt;</desc>", "<script>__x(0)</script>",
    "<rect width='9' height='9' onload='__x(0)'/>", "<h:script>__x(0)</h:script>", "<h:img src='x' onerror='__x(0)'/>",
    "<h:meta http-equiv='refresh' content='0;url=http://evil.example/'/>", "<a xlink:href='javascript:__x(0)'><text>a</text></a>",
    "<image href='http://evil.example/a.png'/>", "<use href='http://evil.example/a.svg#a'/>",
    "<style>@import url(http://evil.example/a.css);</style>", "<rect style='fill:url(http://evil.example/a)'/>",
    "<animate attributeName='href' values='javascript:__x(0)'/>", "<set attributeName='onload' to='__x(0)'/>",
    "<foreignObject><h:form action='javascript:__x(0)'/></foreignObject>", "<rect width='9' height='9' fill='red'/>",
]
# Files beside a page, and links to them.
NAMES = [
    "javascript:__x(0)-a.pdf", "https:evil.example.png", "a\"onerror=\"__x(0).png", "a' onfocus='__x(0).pdf",
    "<img src=x onerror=__x(0)>.pdf", "a&quot; onclick=__x(0).pdf", "data:text,a.pdf", "%3Cscript%3E.pdf", "a#b?c.pdf",
]


def letters(number):
    """A number in letters, since figures without a source are a fault of their own."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def marks(line):
    """The numbers of the texts that stand in a line, escaped or not."""
    return ["".join(str(ord(letter) - ord("a")) for letter in found)
            for found in re.findall(r"(?:⟦|\\u27e6)([a-j]+)(?:⟧|\\u27e7)", line)]


class Slots:
    """Gives the texts of a library, one after the other, each with its number."""

    def __init__(self, turn):
        self.turn = turn
        self.numbers = {}
        self.harmless = set()
        self.restart()

    def restart(self):
        self.seen = {}

    def next(self, name):
        """A text for a field; its number stays the same when the library is written again."""
        at = self.seen[name] = self.seen.get(name, 0) + 1
        number = self.numbers.setdefault((name, at), len(self.numbers))
        is_harmless = self.turn is None or number in self.harmless
        payload = HARMLESS if is_harmless else PAYLOADS[(number + self.turn) % len(PAYLOADS)]
        return payload.format(n=number) + f" ⟦{letters(number)}⟧"

    @property
    def hostile(self):
        """How many hostile texts are there now."""
        return 0 if self.turn is None else sum(self.seen.values()) - len(self.harmless)


def _value(schema, definitions, name, slots):
    """A value for a field: everything it may hold, once. None leaves it out."""
    key = name.split(".")[-1]
    if name == "source.sections.id" or name == "source.speakers.id":
        return "s1"
    if key in FIXED:
        return FIXED[key]
    if key in LEFT_OUT:
        return None
    if "$ref" in schema:
        definition = schema["$ref"].split("/")[-1]
        if definition == "text":
            return {"en": slots.next(name), "zh-Hans": slots.next(name)}
        if definition == "locators":
            return FIXED["from"]
        return _value(definitions[definition], definitions, name, slots)
    if "const" in schema:
        return schema["const"]
    choices = schema.get("anyOf", [])
    if choices:
        # The most that it may be: objects before lists of what is said in a word, those before texts.
        for wanted in (lambda c: c.get("type") == "array" and c["items"].get("type") == "object",
                       lambda c: c.get("type") == "object", lambda c: c.get("type") == "array", lambda c: c.get("type") != "null"):
            for choice in filter(wanted, choices):
                return _value(choice, definitions, name, slots)
        return None
    kind = schema.get("type")
    if kind == "object":
        fields = {field: _value(part, definitions, f"{name}.{field}", slots) for field, part in schema["properties"].items()}
        return {field: value for field, value in fields.items() if value is not None} or None
    if kind == "array":
        item = _value(schema["items"], definitions, name, slots)
        return None if item is None else [item]
    if kind == "boolean":
        return True
    if kind == "integer":
        return 1
    if "format" in schema or "pattern" in schema:
        return "2025" if "pattern" in schema and "format" not in schema else "2026-01-31"
    return slots.next(name)


def _yaml(value, indent=0):
    """Block style with each text on a line of its own."""
    space = "  " * indent
    if isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, (dict, list)):
                yield f"{space}{key}:"
                yield from _yaml(part, indent + 1)
            else:
                yield f"{space}{key}: {json.dumps(part)}"
    else:
        for part in value:
            if isinstance(part, dict):
                yield f"{space}-"
                yield from _yaml(part, indent + 1)
            else:
                yield f"{space}- {json.dumps(part)}"


class HostileLibrary:
    """A library in a folder. `slots` are its hostile texts, `refused` those that the program did not let in."""

    def __init__(self, program, folder, turn):
        self.program, self.folder = program, folder
        self.slots = Slots(turn)
        self.refused = set()
        # Fields that cannot be had at all in this library.
        self.dropped = set()
        self.schemas = {kind: json.loads(self._run("schema", kind, "--lang", "en").stdout)
                        for kind in (*RECORDS, "metric", "term", "source", "settings")}

    def _run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)

    def _fields(self, kind, schema=None):
        schema = schema or self.schemas[kind]
        fields = {name: _value(part, self.schemas[kind].get("$defs", {}), f"{kind}.{name}", self.slots)
                  for name, part in schema["properties"].items() if f"{kind}.{name}" not in self.dropped}
        return {name: value for name, value in fields.items() if value is not None}

    def write(self):
        self.slots.restart()
        shutil.rmtree(self.folder, ignore_errors=True)
        self._run("init", self.folder, "--language", "en")
        self.where = {}
        for kind, path in RECORDS.items():
            lines = ["---", *_yaml(self._fields(kind)), "---"]
            if kind != "adoption":
                count = MARKDOWN.count("{}")
                lines += MARKDOWN.format(*(self.slots.next(f"{kind}.body") for _ in range(count))).splitlines()
            if kind == "page":
                for name in self._names():
                    lines += ["", f"[a](<./{name}>)" + ("" if name.endswith("pdf") else f" ![b](<./{name}>)")]
            self._write(path, lines)
        for kind, path, name in (("metric", "content/metrics/metrics.yaml", "meetings-held"),
                                 ("term", "content/glossary.yaml", "a-term")):
            fields = self._fields(kind, self.schemas[kind]["additionalProperties"])
            fields.pop("unexplained", None)
            self._write(path, _yaml({name: fields | ({"kind": "count"} if kind == "metric" else {})}))
        self._source()
        settings = self._fields("settings")
        kept = [line for line in (self.folder / "exemplar.yaml").read_text().splitlines() if line.startswith("id:")]
        self._write("exemplar.yaml", [*_yaml(settings), *kept])
        self._strings()
        self._tables()

    def _names(self):
        """Those of the files that can be had."""
        names = NAMES + [f"drawing-{number}.svg" for number in range(len(DRAWINGS))]
        for name in names:
            path = self.folder / "content/pages" / name
            if "/" in name or name in self.dropped:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            text = SVG.format(DRAWINGS[int(name[8:-4])]) if name.startswith("drawing") else ""
            png = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6360"
                                "6060000000040001f61738550000000049454e44ae426082")
            path.write_bytes(png if name.endswith(".png") else text.encode() or b"%PDF-1.4\n")
            yield name

    def _source(self):
        """A source whose paragraphs are ours, with the numbers that the program gives them."""
        document = self.folder / "hostile.txt"
        texts = [self.slots.next("source.paragraphs").replace("\u2028", " ").replace("\u2029", " ") for _ in range(12)]
        document.write_text("\n".join(texts) + "\n", encoding="utf-8")
        self._run("new", "source", "hostile", "--source", self.folder, "--title", "a", "--from", document)
        lines = (self.folder / "seeds/hostile/source.yaml").read_text(encoding="utf-8").splitlines()
        at = next(number for number, line in enumerate(lines) if line.startswith("paragraphs:"))
        end = next((number for number in range(at, len(lines)) if lines[number].startswith("published-contacts")), len(lines))
        kept = [line for line in lines if line.startswith("sha256:")]
        fields = self._fields("source")
        fields.pop("paragraphs", None)
        fields["file"] = "hostile.txt"
        self._write("seeds/hostile/source.yaml", [*_yaml(fields), *kept, *lines[at:end]])

    def _strings(self):
        for language in ("en", "zh-Hans"):
            source = REPOSITORY / f"templates/strings/{language}.yaml"
            lines = []
            for line in source.read_text(encoding="utf-8").splitlines():
                key, colon, text = line.partition(": ")
                if not colon or line.startswith(("#", " ")) or key in ("months", "date", "language-name") or "separator" in key:
                    continue
                text = json.loads(text) if text.startswith('"') else text
                if f"strings.{key}" not in self.dropped:
                    lines.append(f"{key}: " + json.dumps(text + " " + self.slots.next(f"strings.{key}").replace("{", "(").replace("}", ")")))
            self._write(f"templates/strings/{language}.yaml", lines)

    def _tables(self):
        rows = {
            "content/metrics/observations.csv": ("id,metric,place,period,printed,value,qualifier,lower,upper,role,baseline,target,source,locator,speaker,flags,note",
                [("example-meetings,meetings-held,example-city,2025,12 times,,,,,action,,,example,P2,,self-reported,{}", "observations.note")]),
            "content/plans/tasks.csv": ("id,place,year,year-inferred,title,title.zh-Hans,lead,metric,baseline,target,op,stage,due,source,locator",
                [("a-task,example-city,2025,false,{},{},{},meetings-held,,,,issued,,example,P2", "tasks")]),
            "content/plans/checkpoints.csv": ("task,date,value,status,reason,reason.zh-Hans,next,source,locator",
                [("a-task,2025-06-01,,lagging,{},{},,example,P2", "checkpoints")]),
            "content/corrections.csv": ("date,object,old,new,reason", [("2025-06-01,places/example-city,{},{},{}", "corrections")]),
        }
        for path, (head, lines) in rows.items():
            made = []
            for line, name in lines:
                if name in self.dropped:
                    continue
                cells = ['"' + self.slots.next(name).replace('"', '""') + '"' for _ in range(line.count("{}"))]
                made.append(line.format(*cells))
            self._write(path, [head, *made])

    def _write(self, path, lines):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = list(lines)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.where[path] = lines

    def build(self, output):
        """Writes and builds; what the program refuses is taken out, and it is tried again. False if nothing helps."""
        for _ in range(12):
            self.write()
            shutil.rmtree(output, ignore_errors=True)
            result = self._run("build", "--source", self.folder, "--output", output, "--no-sync")
            if result.returncode == 0:
                return True
            problems = json.loads(self._run("check", "--source", self.folder, "--format", "json").stdout or "[]")
            known = set(self.slots.harmless)
            if not any([self._take_out(problem, known) for problem in problems if problem["severity"] == "error"]):
                self.told = result.stderr
                return False
        self.told = result.stderr
        return False

    def _take_out(self, problem, known):
        """Takes the text out that a problem is about, or the field if the text is out already; false if nothing helps."""
        lines = self.where.get(problem["path"], [])
        number = problem["line"] - 1
        found = [int(mark) for mark in marks(lines[number])] if number < len(lines) else []
        new = set(found) - known
        if new:
            self.slots.harmless |= new
            self.refused |= new
            return True
        name = problem["path"].removeprefix("content/pages/")
        for candidate in NAMES + [f"drawing-{at}.svg" for at in range(len(DRAWINGS))]:
            if candidate == name or (number < len(lines) and candidate in lines[number]):
                if candidate not in self.dropped:
                    self.dropped.add(candidate)
                    return True
        # The field that the line belongs to, in whichever file it is.
        kinds = {path: kind for kind, path in RECORDS.items()} | {
            "content/metrics/metrics.yaml": "metric", "content/glossary.yaml": "term", "seeds/example/source.yaml": "source",
            "exemplar.yaml": "settings"}
        kind = kinds.get(problem["path"])
        depth = 2 if kind in ("metric", "term") else 0
        for line in reversed(lines[:number + 1]):
            if kind and line[:depth].strip() == "" and line[depth:depth + 1].isalpha() and ":" in line:
                field = f"{kind}.{line.strip().split(':')[0]}"
                if field not in self.dropped:
                    self.dropped.add(field)
                    return True
                return False
        return False
