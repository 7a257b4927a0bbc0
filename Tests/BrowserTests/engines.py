"""Looks at pages in engines that the other passes do not use: readable, searchable, nothing touching or filled that
should not be. The same questions are asked of all, and where an engine can, again at 400 %, in forced colours and on paper."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Callable

import faults
import printing
import qt
import webkit
from findings import Finding

WIDTHS = (1280, 390)
# What 400 % leave of a window of 1280 pixels; and what a bar to scroll with takes.
ENLARGED, BAR = 320, 4
# Seconds after which nothing more is expected of what was set going.
PATIENCE = 15
QUESTIONS = (Path(__file__).parent / "engine_questions.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Engine:
    """How a tab of it is opened, and whether it is asked for all pages at all widths; if not, of each kind for one page
    at each width, in one language at a desk and in the other on a phone. And in what else such a page is looked at:
    pairs of a function of a tab and an address that gives a setting and pairs of check and message, and of the kinds of
    pages it is for, all if none."""

    opened: Callable
    asks_all: bool = False
    modes: tuple = ()


# The kinds of pages with marks of their own, and those printed: kits have a blank sheet at their end in Chromium 102, and
# comparisons take long. A seeded page calls itself ‘kind--fault’.
MARKED = ("home", "practice", "evidence", "matrix")
PRINTED = ("practice", "place", "matrix", "search")


def _enlarged(tab, address):
    """At 400 %."""
    tab.resize(4 * (ENLARGED + BAR))
    tab.zoom(4)
    found = _asked(tab, address, ENLARGED + BAR)
    tab.zoom(1)
    return "400 %", found


def _narrow(tab, address):
    """As at 400 %, in an engine that cannot be told to enlarge."""
    tab.resize(ENLARGED)
    return f"file {ENLARGED}", _asked(tab, address, ENLARGED)


def _forced(tab, address):
    """In the few colours that a reader has chosen."""
    tab.resize(WIDTHS[0])
    with tab.forced_colours():
        return "forced colours", _asked(tab, address, WIDTHS[0])


def _printed(tab, address):
    """On A4."""
    tab.open(address)
    return "print", [("print", message) for message in printing.sheet_problems(tab.printed())]


ENGINES = {
    # 2020, of browsers in closed networks; its packages are in chromium-83.txt.
    "old-chromium": Engine(partial(qt.opened, "PyQt5"), asks_all=True),
    # 2022; chromium-102.txt.
    "chromium-102": Engine(partial(qt.opened, "PyQt6"), modes=((_enlarged, ()), (_forced, MARKED), (_printed, PRINTED))),
    # Of Debian: WebKitGTK.
    "webkit": Engine(webkit.opened, modes=((_narrow, ()),)),
}


def check_engine(name, site):
    """The selection from files, at the widths of a desk and of a phone."""
    engine = ENGINES[name]
    with engine.opened() as tab:
        for number, width in enumerate(WIDTHS):
            tab.resize(width)
            for page in site.selection if engine.asks_all else _one_of_each(site.selection, number):
                found = _asked(tab, (site.root / page.path).as_uri(), width)
                yield from _findings(page, name, f"file {width}", found)
        for mode, kinds in engine.modes:
            for page in _one_of_each(site.selection, 0):
                if kinds and page.kind.partition("--")[0] not in kinds:
                    continue
                yield from _findings(page, name, *mode(tab, (site.root / page.path).as_uri()))


def _findings(page, name, setting, found):
    for check, message in [("script", "the script of the check failed")] if found is None else found:
        yield Finding(page.path, name, check, message, setting)


def _one_of_each(selection, number):
    """Of each kind a page, in another language for another number."""
    kinds = {}
    for page in selection:
        kinds.setdefault(page.kind, []).append(page)
    return [pages[number % len(pages)] for pages in kinds.values()]


def _asked(tab, address, width):
    """What is wrong with a page, when what it is asked for has come or is not expected any longer."""
    tab.open(address)
    tab.ask(f"() => {{ {QUESTIONS} act(); }}")
    tab.wait("(width) => exemplarQuestions.isSettled(width)", width, patience=PATIENCE)
    return tab.ask("(width) => exemplarQuestions.look(width)", width)


# Pages on which engines go wrong, each in one way. What is newer than an engine, it passes over: logical properties,
# gaps and :is() Chromium 83, nested rules 102 as well, and if() all of them.
STYLE = faults.STYLE + """
.flush-2020, .flush-2025 { margin: 0 -1rem; }
.flush-2020 { padding-inline: 1rem; }
.flush-2025 { padding: if(else: 1rem); }
:where(.plain-2020) { list-style: none; }
.plain-2023 { & { list-style: none; } }
.plain-2025 { list-style: if(else: none); }
.apart { display: flex; gap: 1rem; }
.apart .near { margin-left: -1rem; }
.drawn { width: 2rem; }
:is(.drawn-2020) path { fill: none; stroke: #111; }
.drawn-2025 path { fill: if(else: none); }
.set-apart { text-autospace: normal; }
.side { display: grid; column-gap: 1rem; grid-template-columns: if(else: 1fr 1fr); }
@media (max-width: 400px) { .phone { width: 450px; } }
.strip li { display: inline-block; width: 1rem; height: 1rem; }
.strip .stated { background: #111; }
"""
LINE = '<svg class="drawn drawn-{}" viewBox="0 0 9 9"><path d="M0 0H9V9"/></svg>'


def _fault(name, html, check, engines=tuple(ENGINES)):
    return faults.added(name, html, ", ".join(f"{engine} {check}" for engine in engines))


FAULTS = [
    _fault("flush-2020", '<p class="flush-2020">A sentence that is long enough.</p>', "gutter", ["old-chromium"]),
    _fault("flush-2025", '<p class="flush-2025">A sentence that is long enough.</p>', "gutter"),
    _fault("bullets-2020", '<ul class="plain-2020"><li>One</li></ul>', "bullets", ["old-chromium"]),
    _fault("bullets-2023", '<ul class="plain-2023"><li>One</li></ul>', "bullets", ["old-chromium", "chromium-102"]),
    _fault("bullets-2025", '<ul class="plain-2025"><li>One</li></ul>', "bullets"),
    _fault("touching-2020", '<p class="apart"><b>One</b><b>Two</b></p>', "gap", ["old-chromium"]),
    _fault("touching", '<p class="apart"><b>One</b><b class="near">Two</b></p>', "gap"),
    _fault("filled-2020", LINE.format(2020), "drawing", ["old-chromium"]),
    _fault("filled-2025", LINE.format(2025), "drawing"),
    _fault("in-one-column", '<div class="side"><p>One</p><p>Two</p></div>', "columns"),
    _fault("folded", '<nav class="toc"><details><summary>Contents</summary><ul><li><a href="#main">Text</a></li></ul></details></nav>',
           "contents"),
    _fault("set-apart", '<p class="set-apart">共15页</p>', "figures", ["webkit"]),
    _fault("wider", '<p class="wide">Wide</p>', "overflow"),
    _fault("wider-on-a-phone", '<p class="phone">Wide</p>', "overflow"),
    _fault("wider-at-400", '<p class="narrow">Wide</p>', "overflow", ["chromium-102", "webkit"]),
    _fault("practice--ground", '<ul class="strip" aria-hidden="true"><li class="stated"></li><li class="unknown"></li></ul>',
           "forced", ["chromium-102"]),
    _fault("practice--blank", '<p class="sheet"></p><p class="sheet"></p><p>After</p>', "print", ["chromium-102"]),
    _fault("home", "<p>No script</p>", "dialog"),
    _fault("search", "<p>No script</p>", "results"),
    _fault("finder", "<p>No script</p>", "ticks"),
]
