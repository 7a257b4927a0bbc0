"""Opens libraries that were written to act in a reader's browser (hostile.py), with the content security policy of the
pages and with it taken out, and addresses and stored values that somebody made up. Prints what was found, a line each, and
at the end one line of JSON with the counts. Exit code 1 if anything ran, left the site, or is not whole."""

import argparse
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import chromium
from findings import Skipped
from hostile import PAYLOADS, HostileLibrary
from links import file_in

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
MARK = "window.__ran = []; window.__x = (n) => { window.__ran.push(String(n)); };"
# The elements as the browser reads them, each with its attributes, before any script has run.
READ = """(text) => [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*')].map((element) =>
  element.localName + ' ' + [...element.attributes].map((attribute) => attribute.name.toLowerCase()).sort().join(' '))"""
# What a reader does on a page: opens, ticks, chooses and types everything that can be.
USE = """async () => {
  const wait = () => new Promise((done) => setTimeout(done, 30));
  document.querySelectorAll('details').forEach((node) => { node.open = true; });
  for (const box of [...document.querySelectorAll('main input[type=checkbox]')].slice(0, 12)) if (!box.disabled) box.click();
  for (const select of document.querySelectorAll('main select')) {
    select.selectedIndex = select.options.length - 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
  document.querySelectorAll('[onfocus], [tabindex], a, button').forEach((node) => node.dispatchEvent(new Event('mouseover', { bubbles: true })));
  await wait();
}"""
RESULTS = "() => document.querySelectorAll('[data-result]').length"
# Addresses behind a page's name, and what must be true of the page when it has come to rest.
QUERIES = ["problem=%", "problem=%E0%A4%A", "problem=constructor", "asset=%", "constructor=1", "__proto__=x", "problem", "=", "&&&",
           "p=%", "p=__proto__,constructor", "p=practices/x,../../x", "p=" + "a," * 3000, "p=javascript:__x(1)",
           "q=a&f=constructor:x", "q=a&f=__proto__:x,toString:y", "q=a&f=%", "q=%", "q=%00", "q=<img src=x onerror=__x(1)>",
           "q=%3Cscript%3E__x(1)%3C/script%3E", "q=" + "a" * 5000, "q=a&f=" + "kind:practice," * 500, "q=a&f=:,::,kind:",
           "mark=%", "mark=<script>__x(1)</script>", "mark=a&mark=b", "mark=" + "(" * 500, "mark=constructor"]
HASHES = ["", "#%", "#%E0%A4%A", "#<img src=x onerror=__x(1)>", "#javascript:__x(1)", "#constructor"]
ALIVE = {
    "finder.html": "() => /\\S/.test(document.getElementById('finder.count').textContent)",
    "compare.html": "() => !document.getElementById('compare.form').hidden && (/\\S/.test(document.getElementById('compare.status')"
                    ".textContent) || !document.getElementById('compare.result').hidden)",
    "search.html": "() => document.getElementById('search.page').classList.contains('is-ready')",
}
STORED = ["", "{", "5", "\"a\"", "[1,2]", "null", "true", "{\"__proto__\":{\"a\":1}}", "{\"constructor\":1}", "[" * 5000, "\u0000"]


class Tags(HTMLParser):
    """The elements of a page as they are written, and what does not close."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.faults, self.data, self._kept = [], [], [], [], None
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        self.elements.append(f"{tag} " + " ".join(sorted(names)))
        if tag not in VOID:
            self.open.append(tag)
        self._kept = [] if ("type", "application/ld+json") in attributes else None

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, text):
        if self._kept is not None:
            self._kept.append(text)

    def handle_endtag(self, tag):
        if self._kept is not None:
            self.data.append("".join(self._kept))
            self._kept = None
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing that is open")


class Trial:
    def __init__(self, program):
        self.program = program
        self.count = Counter()
        self.findings = []

    def tell(self, kind, where, what):
        self.count[kind] += 1
        self.findings.append(f"{where}: {what} [{kind}]")
        print(self.findings[-1], flush=True)

    def look(self, tab, address, where, act=None):
        """Opens an address and gives what it asks for; counts what ran, left the site or failed."""
        base = address[:address.index("/site/") + 6]
        self.count["loads"] += 1
        tab.open(address)
        answer = act(tab) if act else None
        if ran := tab.ask("() => window.__ran || ['the page is another one']"):
            self.tell("executed", where, f"ran {ran}")
        for check, message in tab.drain(base):
            # A policy that refuses something is told in the console; that it was asked for is a finding all the same.
            self.tell("outside" if "left the site" in message else "errors", where, message[:300])
        return answer

    def files(self, tab, site, name, expected):
        """What can be seen without opening a page: markup, data for machines, downloads."""
        for path in sorted(site.rglob("*")):
            text = path.read_text(encoding="utf-8") if path.suffix in (".html", ".xml", ".json", ".md") else ""
            where = f"{name}/{path.relative_to(site)}"
            if path.suffix == ".html":
                self.count["pages"] += 1
                tags = Tags(text)
                for fault in tags.faults[:3]:
                    self.tell("unbalanced", where, fault)
                read = tab.ask(READ, text)
                if read != tags.elements:
                    at = next((at for at, pair in enumerate(zip(read, tags.elements)) if pair[0] != pair[1]), -1)
                    self.tell("unbalanced", where, f"written {tags.elements[at - 2:at + 3]}, read {read[at - 2:at + 3]}")
                if strange := set(tags.elements) - expected:
                    self.tell("unbalanced", where, f"elements that a harmless library has not: {sorted(strange)[:5]}")
                for data in tags.data:
                    self.json(data, where)
                for link in re.findall(r'href="(data:text/markdown[^"]*)"', text):
                    self.download(file_in(html.unescape(link)), where)
            elif path.suffix == ".xml":
                try:
                    ElementTree.fromstring(text)
                except ElementTree.ParseError as error:
                    self.tell("unbalanced", where, str(error))
            elif path.suffix == ".json":
                self.json(text, where)
            elif path.suffix == ".md":
                self.download(path.read_bytes(), where)

    def json(self, text, where):
        try:
            json.loads(text)
        except ValueError as error:
            self.tell("unbalanced", where, str(error))

    def download(self, text, where):
        """Markdown that a reader saves must not act in a program that lets HTML through."""
        shown = subprocess.run([self.program, "markdown", "--raw-html", "-"], input=text, capture_output=True).stdout.decode()
        acting = [element for element in Tags(shown).elements if re.match(r"(script|iframe|object|meta|base|style|form|svg|img) ?", element)
                  or re.search(r" on\w", element)]
        if acting or re.search(r'(href|src)="\s*(javascript|vbscript|data:text/html)', shown, re.I):
            self.tell("unbalanced", where, f"a download acts: {acting[:3]}")
        self.count["downloads"] += 1

    def pages(self, tab, site, name):
        for path in sorted(site.rglob("*.html")):
            self.look(tab, path.as_uri(), f"{name}/{path.relative_to(site)}", lambda tab: tab.ask(USE))
        for path in sorted(site.rglob("*.svg")):
            self.count["loads"] += 1
            tab.open(path.as_uri())
            if ran := tab.ask("() => window.__ran || ['the picture is another one']"):
                self.tell("executed", f"{name}/{path.name}", f"ran {ran}")
            for check, message in tab.drain(site.as_uri() + "/"):
                if check == "request":
                    self.tell("outside", f"{name}/{path.name}", message)
        for query in ("script", "onerror", "evil.example", "javascript", "x"):
            address = (site / "search.html").as_uri() + "?q=" + query

            def searched(tab):
                tab.wait(RESULTS)
                return tab.ask(RESULTS)

            self.count["results"] += self.look(tab, address, f"{name}/search.html?q={query}", searched)

    def addresses(self, tab, site):
        """Every query on every page that reads one, and a few behind #; the page has to work all the same."""
        kit = next(path for path in sorted((site / "kits").rglob("*.html")))
        practice = next(path for path in sorted((site / "practices").rglob("*.html")) if path.name != "index.html")
        for path in (site / "finder.html", site / "compare.html", site / "search.html", kit, practice):
            alive = ALIVE.get(path.name)
            for query in QUERIES:
                for hash in HASHES if query in ("p=%", "mark=a&mark=b") else ("",):
                    where = f"{path.name}?{query[:60]}{hash}"

                    def act(tab):
                        if alive and not tab.wait(alive):
                            self.tell("dead", where, "the page does not work")

                    self.count["addresses"] += 1
                    self.look(tab, path.as_uri() + "?" + query + hash, where, act)
        tab.open(kit.as_uri())
        for value in STORED:
            where = f"{kit.name} with {value[:30]!r} stored"
            key = "exemplar.kit." + tab.ask("() => document.querySelector('[data-kit]').dataset.kit")
            tab.ask("([key, value]) => localStorage.setItem(key, value)", [key, value])
            self.look(tab, kit.as_uri(), where, lambda tab: tab.ask("() => document.querySelector('input[data-tick]').click()"))
            self.count["addresses"] += 1
            ticked = tab.ask("() => document.querySelector('input[data-tick]').checked")
            tab.open(kit.as_uri())
            if tab.ask("() => document.querySelector('input[data-tick]').checked") != ticked:
                self.tell("dead", where, "a tick is lost")
            tab.ask("() => localStorage.clear()")
        tab.drain(site.as_uri() + "/")


def bare(site, folder):
    """A copy of a site without the policy in its pages."""
    shutil.copytree(site, folder)
    for path in folder.rglob("*.html"):
        text, found = POLICY.subn("", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--turns", type=int, default=6, help="how many libraries, each with other texts in its fields")
    options = parser.parse_args()
    trial = Trial(options.program)
    with tempfile.TemporaryDirectory(prefix="exemplar-injections-") as temporary, chromium.opened() as tab:
        tab._tab.add_init_script(MARK)
        tab._context.route(re.compile("^https?:"), lambda route: route.abort())
        work = Path(temporary)
        tab.open("about:blank")

        def built(turn):
            folder = work / ("harmless" if turn is None else f"turn-{turn}")
            library = HostileLibrary(options.program, folder / "library", turn)
            if not library.build(folder / "site"):
                raise SystemExit(f"turn {turn} does not build:\n{library.told[-3000:]}")
            trial.count["texts let in"] += library.slots.hostile
            trial.count["refused"] += len(library.refused) + len(library.dropped)
            return folder / "site"

        harmless = built(None)
        trial.count.clear()
        # Links and code come of hostile Markdown as of harmless Markdown.
        expected = {element for path in harmless.rglob("*.html") for element in Tags(path.read_text(encoding="utf-8")).elements}
        expected |= {"code ", "a href", "a href title", "em ", "strong ", "p ", "img alt src", "a class href", "a class href rel"}
        for at in range(options.turns):
            turn = at * len(PAYLOADS) // options.turns
            site = built(turn)
            trial.files(tab, site, f"turn-{turn}", expected)
            trial.pages(tab, site, f"turn-{turn}")
            trial.pages(tab, bare(site, site.parent / "bare" / "site"), f"turn-{turn} without policy")
        trial.addresses(tab, site)
        trial.addresses(tab, site.parent / "bare/site")
    print(json.dumps(trial.count))
    return 1 if trial.findings else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Skipped as reason:
        print(f"skipped: {reason}")
