"""What people carry without a network, in each browser: the site in a folder with spaces and Chinese in its name, and
the library in one file. Both have to answer alike: search, finder, comparison, kits, pages, and the ways
between them."""

import json
import posixpath
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote, unquote

import kits
import search
from findings import Finding, Skipped

PRACTICES = ("panjin/three-grids", "tongzhou/complaint-response")
FILE = "library.html"
QUERIES = json.loads((search.FIXTURES / "relevance.json").read_text(encoding="utf-8"))
FOUND = """() => {
  const told = document.querySelector('.search-status');
  const links = [...document.querySelectorAll('[data-result]')]
    .map((item) => item.querySelector('a').getAttribute('href'));
  return told && /\\d|没有|[Nn]o/.test(told.textContent) && { told: told.textContent, links };
}"""
# Each answer to the first question of the finder, with what it says of it.
FINDER = """() => {
  const form = document.getElementById('finder.form'), told = document.getElementById('finder.count');
  return form && told.textContent && [...form.elements.problem.options].map((option) => {
    form.elements.problem.value = option.value;
    form.elements.problem.dispatchEvent(new Event('change', { bubbles: true }));
    return told.textContent;
  });
}"""
COMPARED = """() => {
  const table = document.querySelector('#compare\\\\.result table');
  return table && [...table.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));
}"""
KIT = """() => document.querySelector('[data-kit]') && {
  files: [...document.querySelectorAll('main a[download]')].map((link) => [link.download, link.getAttribute('href')]),
  isKept: !document.querySelector('[data-ticks=stored]').hidden,
}"""
# The basket is of sites alone, as it needs storage that pages share.
PAGE = """(title) => {
  if (!document.title.includes(title)) return false;
  const main = document.querySelector('main').cloneNode(true);
  main.querySelectorAll('.pick, .to-basket').forEach((part) => part.remove());
  return { title: document.title, language: document.documentElement.lang,
    text: main.textContent.replace(/\\s+/g, ' ') };
}"""
FOLLOW = "(selector) => document.querySelector(selector).click()"
# Another page takes the mark away.
GO = """(hash) => {
  if (location.hash === hash) return;
  document.body.firstElementChild.setAttribute('data-before', '');
  location.hash = hash;
}"""
AT_HEADING = "() => document.activeElement.localName"


class Folder:
    """A site that is opened page by page."""

    name = "folder"

    def __init__(self, tab, root):
        self.tab, self.base = tab, root.as_uri() + "/"

    def go(self, page, query=""):
        self.page = page
        self.tab.open(self.base + page + query)

    def path(self, href):
        """What an address on the page at hand leads to."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.page), unquote(href)))


class File:
    """All pages in one file, which is opened once."""

    name = "file"

    def __init__(self, tab, file):
        self.tab, self.base = tab, file.as_uri()
        tab.open(self.base)

    def go(self, page, query=""):
        self.tab.ask(GO, f"#/{page}{query}")
        if not self.tab.wait("() => !document.querySelector('[data-before]')"):
            raise search.Wrong(f"{page}{query} is not shown")

    def path(self, href):
        return unquote(href).removeprefix("#/")


def _answers(copy):
    """What a copy answers, by question."""
    tab = copy.tab
    for row in QUERIES:
        page = "search.html" if row["language"] == "zh-Hans" else "en/search.html"
        copy.go(page, "?q=" + quote(row["query"]))
        found = tab.wait(FOUND)
        told = found and (found["told"], [copy.path(link) for link in found["links"]])
        yield f"{row['query']} ({row['language']})", told
    copy.go("finder.html")
    yield "finder", tab.wait(FINDER)
    copy.go("compare.html", "?p=" + ",".join(PRACTICES))
    yield "compare", tab.wait(COMPARED)
    copy.go(f"en/kits/{PRACTICES[0]}.html")
    yield "kit", tab.wait(KIT)
    copy.go(f"practices/{PRACTICES[0]}.html")
    yield "practice", tab.wait(PAGE, "三格")


def _ways(copy):
    """From a page to another, to the other language and back, in one file."""
    tab = copy.tab
    copy.go("index.html")
    copy.go(f"practices/{PRACTICES[0]}.html")
    tab.ask(FOLLOW, ".to-kit a")
    search.expect(tab.wait(PAGE, "照着做"), "the link to the kit leads nowhere")
    search.expect(tab.ask(AT_HEADING) == "h1", "a new page does not have the focus in its heading")
    tab.ask(FOLLOW, "nav.languages a")
    search.expect(tab.wait(PAGE, "Kit: "), "the link to the other language leads nowhere")
    tab.ask("() => scrollTo(0, 700)")
    tab.ask(FOLLOW, ".crumbs a")
    search.expect(tab.wait("() => scrollY === 0 && document.body.className === 'kind-home'"),
                  "a page does not begin at its top")
    tab.ask("() => history.back()")
    search.expect(tab.wait("() => scrollY === 700 && document.body.className === 'kind-kit'"),
                  "the way back leads elsewhere")
    copy.go(f"kits/{PRACTICES[0]}.html")
    tab.wait(KIT)
    tab.ask(kits.FILL, [kits.UNIT, kits.TASK])
    saved = tab.ask(kits.SAVE)
    tab.ask(kits.AGREE, True)
    tab.ask(kits.CLEAR)
    tab.ask(kits.OPEN, [saved, "filled.html"])
    search.expect(tab.wait("() => document.querySelector('[data-told]').textContent.includes('已读入')")
                  and tab.ask(kits.FILLED) == kits.FULL, "a kit that was saved is not opened again")
    copy.go("nothing/there.html")
    search.expect(tab.wait("() => document.body.className === 'kind-not-found'"), "a wrong address is not told")
    copy.go(f"practices/{PRACTICES[0]}.html", "#page.notes")
    search.expect(tab.wait("() => document.querySelector(':target') && scrollY > 700"), "a section is not gone to")
    tab.ask(FOLLOW, ".back")
    search.expect(tab.wait("() => /^#\\/practices\\/.*#ref\\.1$/.test(location.hash)"),
                  "a section is not in the address")
    copy.go("data/index.html")
    names = tab.ask("() => [...document.querySelectorAll('main a[download]')].map((link) => link.download)")
    search.expect("practices.csv" in names, f"there is no table to save, but {names}")


def check_copies(browser, site):
    """Asks both and compares; the site is the measure."""
    file = site.root.with_name(FILE)
    if not file.exists():
        raise Skipped(f"there is no {FILE} beside the site")
    with search.launched(browser) as tab, tempfile.TemporaryDirectory() as home:
        place = Path(home).resolve() / "U盘 (1)" / "经验库 2025"
        shutil.copytree(site.root, place / "site")
        shutil.copy(file, place / "经验库.html")
        tab.resize(1280)

        def finding(check, message, copy):
            return Finding(FILE, f"copies-{browser}", check, message, copy.name)

        folder = Folder(tab, place / "site")
        expected = dict(_answers(folder))
        yield from (finding("answers", f"‘{name}’ is not answered", folder)
                    for name, told in expected.items() if not told)
        yield from (finding(check, message, folder) for check, message in tab.drain(folder.base))
        try:
            copy = File(tab, place / "经验库.html")
            for name, told in _answers(copy):
                if told != expected[name]:
                    message = f"‘{name}’ is answered with {str(told)[:200]}, not {str(expected[name])[:200]}"
                    yield finding("answers", message, copy)
            _ways(copy)
        except search.Wrong as problem:
            yield finding("ways", str(problem), copy)
        yield from (finding(check, message, copy) for check, message in tab.drain(copy.base))
        if browser == "chromium":
            copy.go("data/index.html")
            saved = tab.save("main a[download='practices.csv']", 0)
            if saved != ("practices.csv", (site.root / "data/practices.csv").read_bytes()):
                yield finding("download", "practices.csv is not saved as it is on the site", copy)
