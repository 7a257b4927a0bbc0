"""Search on the five-city site as a reader meets it from a folder, in each browser: results, filters, the dialog,
input methods, marks, the form of every page, and a file that is missing."""

import json
import re
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

import chromium
import firefox
from findings import Finding

# What has to be found among the first three.
FIXTURES = Path(__file__).parent.parent / "SearchTests/Fixtures"
QUERIES = json.loads((FIXTURES / "relevance.json").read_text(encoding="utf-8"))[:15]
SEEDS = Path(__file__).with_name("seeds")
PRACTICE = "practices/panjin/three-grids.html"
HREFS = "() => [...document.querySelectorAll('[data-result]')].map((item) => item.querySelector('a').getAttribute('href'))"
STATUS = """(word) => {
  const told = document.querySelector('.search-status').textContent;
  return told.includes(word) && told;
}"""
IS_OPEN = "() => document.querySelector('dialog[open]') !== null"
FOCUS = "(name) => document.activeElement.getAttribute(name)"
COMPOSE = """() => {
  const field = document.querySelector('.search-form input');
  field.dispatchEvent(new CompositionEvent('compositionstart'));
  field.value = "wang'ge";
  field.dispatchEvent(new InputEvent('input', { isComposing: true }));
}"""
COMPOSED = """() => {
  const field = document.querySelector('.search-form input');
  field.value = '网格';
  field.dispatchEvent(new CompositionEvent('compositionend'));
}"""
TELLS = "() => document.querySelector('.mark-bar [role=status]').textContent"
PRESS_BUTTON = "(number) => document.querySelectorAll('.mark-bar button')[number].click()"
SUBMIT = """() => {
  const form = document.querySelector('.site-search');
  form.querySelector('input').value = 'steward';
  form.requestSubmit();
}"""


class Wrong(Exception):
    """What is wrong, where a step cannot go on."""


def expect(condition, message):
    if not condition:
        raise Wrong(message)
    return condition


class Search:
    """A tab on the pages of a site."""

    def __init__(self, tab, root):
        self.tab, self.root, self.base = tab, root, root.as_uri() + "/"

    def open(self, page, query=None, more=""):
        self.tab.open(self.base + page + (f"?q={quote(query)}{more}" if query else ""))

    def found(self):
        """The addresses of the results, once there are any."""
        expect(self.tab.wait("() => document.querySelector('[data-result]') !== null"), "there are no results")
        return self.tab.ask(HREFS)


def page_of(href):
    """A page as the expectations name it; of the glossary an entry."""
    path, _, fragment = href.partition("#")
    path = path.split("?")[0].removeprefix("../").removesuffix(".html").removeprefix("en/")
    return f"glossary#{fragment}" if path == "glossary" else path


def results(search):
    for row in QUERIES:
        search.open("search.html" if row["language"] == "zh-Hans" else "en/search.html", row["query"])
        found = [page_of(href) for href in search.found()[:3]]
        wanted = {name.removeprefix("en/") for name in row["expected"]}
        expect(wanted & set(found), f"‘{row['query']}’ brings {found} first, not {sorted(wanted)}")


def none(search):
    search.open("search.html", "魑魅")
    expect(search.tab.wait(STATUS, "没有找到"), "a query without a hit does not say so")


def filters(search):
    tab = search.tab
    search.open("search.html", "网格", "&f=kind:practice")
    search.found()
    kinds = tab.ask("() => [...document.querySelectorAll('[data-result] .search-meta span:first-child')]"
                    ".map((span) => span.textContent)")
    expect(set(kinds) == {"做法"}, f"the address chooses practices, and there are {sorted(set(kinds))}")
    tab.ask("() => document.getElementById('search.facet-kind-practice').click()")
    expect(tab.wait("() => !location.search.includes('f=')"), "a filter that is let go of stays in the address")
    expect(tab.wait("() => document.querySelectorAll('[data-result]').length > 5"), "without it there are no more results")
    tab.ask("() => document.getElementById('search.facet-place-panjin').click()")
    expect(tab.wait("() => location.search.includes('f=place%3Apanjin')"), "a filter does not come into the address")
    search.open("search.html", "AI")
    search.found()
    more = "() => { const more = document.querySelector('.results-foot button'); if (more) more.click(); return Boolean(more); }"
    expect(tab.wait(more), "other languages are not offered")
    expect(tab.wait("() => location.search.includes('language%3Aany') && document.querySelector('[data-result][lang=en]')"
                    " !== null"), "the offer of other languages brings none")


def dialog(search):
    tab = search.tab
    search.open(PRACTICE)
    tab.ask("() => document.getElementById('page.main').focus()")
    tab.press("/")
    expect(tab.wait(IS_OPEN), "the slash does not open the dialog")
    expect(tab.ask(FOCUS, "role") == "combobox", "the dialog does not have the focus in its field")
    tab.type("楼门院长")
    expect(tab.wait("() => document.querySelectorAll('[role=option]').length > 2"), "the dialog brings no options")
    expect(tab.ask(FOCUS, "aria-expanded") == "true", "the list of options is not said to be open")
    tab.press("ArrowDown", 2)
    chosen = tab.ask(FOCUS, "aria-activedescendant")
    expect(chosen == "search.option-1", f"after two arrows ‘{chosen}’ is chosen")
    target = tab.ask("() => new URL(document.getElementById('search.option-1').dataset.href, location.href).href")
    tab.press("Enter")
    expect(tab.wait("(target) => location.href === target", target), f"Enter does not lead to {target}")
    expect(tab.wait("() => document.querySelectorAll('#page\\\\.main mark').length > 0"), "what was asked is not marked there")
    tab.press("Control+k")
    expect(tab.wait(IS_OPEN), "Control+k does not open the dialog")
    tab.press("Escape")
    expect(tab.wait("() => !document.querySelector('dialog[open]')"), "Escape does not close the dialog")


def composing(search):
    tab = search.tab
    search.open("search.html")
    expect(tab.wait("() => document.querySelector('#search\\\\.page.is-ready') !== null"), "the page never gets ready")
    tab.ask(COMPOSE)
    tab.ask("() => new Promise((resolve) => setTimeout(resolve, 500))")
    expect(tab.ask("() => location.search") == "", "something is asked while an input method composes")
    tab.ask(COMPOSED)
    search.found()


def marks(search):
    tab = search.tab
    search.open("search.html", "网格")
    search.found()
    tab.ask("() => document.querySelector('[data-result] a').click()")
    expect(tab.wait("() => document.querySelector('.mark-bar') !== null"), "the page that was found has no bar for its marks")
    current = tab.ask("() => (document.querySelector('mark[aria-current]') || {}).textContent")
    expect(current == "网格", f"the mark that is shown first is ‘{current}’")
    before = tab.ask(TELLS)
    tab.ask(PRESS_BUTTON, 1)
    after = tab.ask(TELLS)
    first, second = (int(re.search(r"第(\d+)处", told)[1]) for told in (before, after))
    expect(second == first + 1, f"the next mark: ‘{before}’, then ‘{after}’")
    tab.ask(PRESS_BUTTON, 2)
    expect(not tab.ask("() => document.querySelector('.mark-bar, main mark') !== null"), "the marks do not go away")


def form(search):
    search.open("en/places/panjin.html")
    search.tab.ask(SUBMIT)
    expect(search.tab.wait("() => location.href.includes('search.html?q=steward')"), "the form leads to no page of results")
    search.found()


def suggestions(search):
    """The field in the head of a page, by keyboard."""
    tab = search.tab
    search.open(PRACTICE)
    tab.ask("() => document.querySelector('.site-search input').focus()")
    tab.type("投诉多怎么办")
    expect(tab.wait("() => document.querySelectorAll('.search-below [role=option]').length > 2"), "the field in the head suggests nothing")
    expect(tab.ask(FOCUS, "aria-expanded") == "true", "the suggestions in the head are not said to be open")
    tab.ask("() => new Promise((resolve) => setTimeout(resolve, 500))")
    tab.press("ArrowDown")
    chosen = tab.ask(FOCUS, "aria-activedescendant")
    expect(tab.ask("(id) => Boolean(id) && document.getElementById(id).getAttribute('aria-selected') === 'true'", chosen),
           "an arrow chooses no suggestion")
    tab.press("Escape")
    expect(tab.wait("() => document.querySelector('.search-below').hidden"), "Escape does not close the suggestions")
    expect(tab.ask("() => document.querySelector('.site-search input').value") == "投诉多怎么办", "Escape empties the field")
    tab.press("ArrowDown", 2)
    expect(tab.wait("() => document.querySelector('.search-below:not([hidden]) [aria-selected=true]') !== null"), "an arrow does not open them again")
    target = tab.ask("() => new URL(document.querySelector('[aria-selected=true]').dataset.href, location.href).href")
    tab.press("Enter")
    expect(tab.wait("(target) => location.href === target", target), f"Enter on a suggestion does not lead to {target}")


def beginning(search):
    """The page of results before anything is asked, and where nothing is found."""
    tab = search.tab
    search.open("search.html")
    expect(tab.wait("() => [...document.querySelectorAll('.search-start a')].some((link) => link.href.includes('/topics/') && link.checkVisibility())"),
           "an empty page of search offers no problems")
    search.open("search.html", "加装电梯")
    search.found()
    expect(not tab.ask("() => document.querySelector('.search-start').checkVisibility()"), "results do not take the place of the offers")
    search.open("search.html")
    expect(tab.wait("() => [...document.querySelectorAll('.search-recent a')].some((link) => link.textContent === '加装电梯' && link.checkVisibility())"),
           "what was looked for last is not offered")
    tab.ask("() => document.querySelector('.search-recent button').click()")
    search.open("search.html")
    expect(tab.wait("() => document.querySelector('#search\\\\.page.is-ready') !== null"), "the page never gets ready")
    expect(not tab.ask("() => document.querySelector('.search-recent').checkVisibility()"), "what was looked for last is not forgotten")
    search.open("search.html", "魑魅")
    expect(tab.wait("() => document.querySelector('.search-start').checkVisibility() && document.querySelector('main .search-status').textContent !== ''"),
           "a query without a hit offers nothing to begin with")


def kits(search):
    search.open("search.html", "投诉多怎么办")
    search.found()
    kits = search.tab.ask("() => [...document.querySelectorAll('[data-result]')].map((item) => item.querySelector('.search-meta a'))"
                          ".filter(Boolean).map((link) => link.getAttribute('href').split('?')[0])")
    expect(kits, "no practice among the results offers its kit")
    for kit in kits:
        expect(kit.startswith("kits/") and (search.root / kit).is_file(), f"‘{kit}’ is no kit")


def basket(search):
    """Practices that are picked on one page and compared on another."""
    tab = search.tab
    search.open("practices/index.html")
    expect(tab.ask("() => document.querySelectorAll('.pick').length") > 4, "practices cannot be picked")
    expect(not tab.ask("() => document.querySelector('.basket') !== null"), "an empty basket is shown")
    tab.ask("() => [...document.querySelectorAll('.pick')].slice(0, 5).forEach((button) => button.click())")
    expect(tab.ask("() => [...document.querySelectorAll('.pick')].filter((button) => button.getAttribute('aria-pressed') === 'true').length") == 4,
           "of five practices not just four are picked")
    search.open(PRACTICE)
    expect(tab.wait("() => document.querySelector('.basket') !== null"), "the next page does not know what was picked")
    tab.ask("() => document.querySelector('.basket a').click()")
    expect(tab.wait("() => document.querySelectorAll('.side-by-side thead th').length === 5"), "what was picked is not compared")
    expect(not tab.ask("() => document.querySelector('.picker').open"), "the choices stay open above the comparison")
    rows = "() => [...document.querySelectorAll('.side-by-side tbody tr')].filter((row) => row.checkVisibility()).length"
    every = tab.ask(rows)
    tab.ask("() => document.getElementById('compare.different').click()")
    expect(tab.ask(rows) < every, "rows without a difference stay")
    expect(not tab.ask("() => [...document.querySelectorAll('.side-by-side .locator')].some((mark) => /^P[0-9]/.test(mark.textContent))"),
           "notes are named by their codes")
    tab.ask("() => document.querySelector('.compare-tools .chips button').click()")
    expect(tab.wait("() => document.querySelectorAll('.side-by-side thead th').length === 4"), "a practice cannot be left out")
    tab.ask("() => document.getElementById('compare.clear').click()")
    search.open(PRACTICE)
    expect(not tab.ask("() => document.querySelector('.basket') !== null"), "what was let go of is remembered")


def missing(search):
    """Last, because the files do not come back."""
    for file in sorted((search.root / "search").glob("g*.js")):
        file.unlink()
    search.open("search.html", "网格")
    told = search.tab.wait(STATUS, "search/g")
    expect(told and "读不到文件search/g" in told, "a file that cannot be read is not named")


STEPS = {step.__name__: step for step in (results, none, filters, dialog, composing, marks, suggestions, beginning, kits, basket, form,
                                       missing)}


def walk(tab, root, names):
    """Goes these steps over a site of its own, and yields what is wrong as check and message."""
    search = Search(tab, root)
    tab.resize(1280)
    for name in names:
        try:
            STEPS[name](search)
        except Wrong as problem:
            yield name, str(problem)
        except tab.error as problem:
            yield name, f"the step cannot be gone: {str(problem).splitlines()[0]}"
        # Browsers note in their consoles that a file is missing.
        for found in tab.drain(search.base):
            if name != "missing":
                yield found


def launched(browser):
    return chromium.opened() if browser == "chromium" else firefox.opened("light")


def check_search(browser, site):
    """All steps, over a copy of the site, because one of them removes files."""
    with launched(browser) as tab, tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(site.root, Path(folder).resolve(), dirs_exist_ok=True)
        for check, message in walk(tab, copy, STEPS):
            yield Finding("search.html", f"search-{browser}", check, message, "file")


# What goes wrong on which step, by the names that seeds/search.js has for it.
FAULTS = {
    "absent": "results", "astray": "results", "untold": "none", "kinds": "filters", "stuck": "filters",
    "narrow": "filters", "slash": "dialog", "unfocused": "dialog", "collapsed": "dialog", "arrows": "dialog",
    "enter": "dialog", "unmarked": "dialog", "control": "dialog", "escape": "dialog", "asking": "composing",
    "deaf": "composing", "bar": "marks", "current": "marks", "next": "marks", "staying": "marks", "form": "form",
    "unsuggested": "suggestions", "unchosen": "suggestions", "blank": "beginning", "forgetful": "beginning", "kitless": "kits",
    "unpicked": "basket", "unfolded": "basket", "nameless": "missing", "console": "form",
}
SCRIPT = re.compile(r"<script src=\"([^\"]*)assets/search\.js\"")


def expected():
    """What has to be found, by fault, as pairs of pass and check."""
    checks = {fault: step if fault != "console" else "console" for fault, step in FAULTS.items()}
    return {fault: {(f"search-{browser}", check) for browser in ("chromium", "firefox")}
            for fault, check in checks.items()}


def check_seeded(browser, site):
    """Each step over a copy of the site with a fault; ‘page’ is the fault."""
    seed = (SEEDS / "search.js").read_text(encoding="utf-8")
    with launched(browser) as tab, tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(site.root, Path(folder).resolve(), dirs_exist_ok=True)
        for page in copy.rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            page.write_text(SCRIPT.sub(r'<script src="\1fault.js"></script>\n\g<0>', html), encoding="utf-8")
        for fault, step in FAULTS.items():
            (copy / "fault.js").write_text(f"const fault = '{fault}';\n{seed}", encoding="utf-8")
            for check, message in walk(tab, copy, [step]):
                yield Finding(fault, f"search-{browser}", check, message)
