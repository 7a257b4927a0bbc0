"""Small pages with one fault each: what the checks have to find, and nothing else."""

from dataclasses import dataclass
from pathlib import Path

STYLE = """
body { margin: 0; padding: 1rem; font: 1rem/1.5 sans-serif; color: #111; background: #fff; }
a { color: #00468c; }
dialog { color: inherit; background: inherit; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 0; }
:focus-visible { outline: 3px solid #a00; }
main:focus { outline: none; }
.bare:focus-visible { outline: none; }
.roomy a { display: inline-block; padding: .5rem; }
.roomy a.small { padding: 0; font-size: 12px; line-height: 1; }
.unseen:focus { left: -99rem; }
.wide { width: 1300px; }
.cut { width: 900px; white-space: nowrap; }
.gone { position: absolute; width: 1px; height: 1px; overflow: hidden; }
.pale { color: #999; }
.tall { height: 1200px; }
.sheet { break-after: page; height: 1px; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #111; }
  a { color: #9cf; }
  .murky { color: #444; }
}
@media screen { .cut { display: none; } }
:root[data-size] .swollen { width: 400px; }
@media (max-width: 340px) { .narrow { width: 345px; } }
"""

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:">
<title>A page</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="style.css">
</head>
<body class="kind-{kind}">
<a class="skip" href="#main">To the text</a>
<header><nav class="menu" aria-label="Menu"><ul><li><a href="good.html">Good</a></li></ul></nav></header>
<main id="main" tabindex="-1">
<h1>A page</h1>
<p>A sentence with <a href="good.html#main">a link</a>.</p>
</main>
</body>
</html>
"""

ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>'
POLICY = PAGE[PAGE.index('<meta http-equiv="Content'):PAGE.index("<title>")]


@dataclass(frozen=True)
class Fault:
    """A fault by name: the part of the good page that is replaced, by what, and the findings as ‘pass check’."""

    name: str
    part: str
    replacement: str
    findings: str


def added(name, html, findings):
    """A fault that is something more in the main part."""
    return Fault(name, "</main>", html + "\n</main>", findings)


FAULTS = [
    added("dead-link", '<p><a href="nowhere.html">Nowhere</a></p>', "links link"),
    added("dead-anchor", '<p><a href="good.html#nowhere">Nowhere</a></p>', "links anchor"),
    added("nameless-file", '<p><a href="data:text/csv;base64,YQ==">A file</a></p>', "links link"),
    added("torn-file", '<p><a href="data:text/csv;base64,!" download="a.csv">A file</a></p>', "links link, markup markup"),
    added("folder-link", '<p><a href="./">A folder</a></p>', "links link"),
    added("root-link", '<p><a href="/good.html">From the root</a></p>', "links link"),
    added("dead-image", '<p><img src="nowhere.png" alt="Nothing"></p>',
          "links resource, chromium request, chromium console, firefox request"),
    added("refused-image", '<p><img src="http://elsewhere.invalid/x.png" alt="Nothing"></p>',
          "links resource, chromium console, chromium request, firefox console"),
    Fault("outside-sheet", POLICY, '<link rel="stylesheet" href="http://elsewhere.invalid/x.css">\n',
          "links resource, weight weight, chromium request, chromium console, firefox request"),
    added("twice-the-id", '<p id="main">Again</p>', "links id, markup markup"),
    added("second-heading", "<h1>Another</h1>", "links heading"),
    Fault("no-language", '<html lang="en">', "<html>", "links language, chromium axe"),
    added("inline-style", '<p style="color: red">Red</p>', "links policy, chromium console, firefox console"),
    added("error-in-script", '<script src="broken.js" defer></script>', "chromium console, firefox console"),
    added("bad-markup", "<ul><p>No item</p></ul>", "markup markup, chromium axe"),
    added("no-alternative", '<p><img src="icon.svg" width="9" height="9"></p>', "markup markup, chromium axe"),
    added("pale", '<p class="pale">Hard to read</p>', "chromium axe"),
    added("murky-in-the-dark", '<p class="murky">Hard to read</p>', "chromium axe"),
    added("too-wide", '<p class="wide">Wide</p>', "beginnings large, chromium overflow, firefox overflow, print print"),
    added("too-wide-when-large", '<p class="swollen">Wide</p>', "beginnings large"),
    added("too-wide-at-320", '<p class="narrow">Wide</p>', "chromium overflow, firefox overflow"),
    Fault("no-skip-link", '<a class="skip" href="#main">To the text</a>\n', "",
          "chromium keyboard, firefox keyboard"),
    Fault("unseen-skip-link", 'class="skip"', 'class="skip unseen"', "chromium keyboard, firefox keyboard"),
    added("stop-out-of-sight", '<p class="gone">Before <a href="good.html">a stop</a></p>',
          "chromium keyboard, firefox keyboard"),
    Fault("unmarked-focus", '<a href="good.html">', '<a class="bare" href="good.html">',
          "chromium keyboard, firefox keyboard"),
    Fault("menu-out-of-reach", '<a href="good.html">', '<a tabindex="-1" href="good.html">',
          "chromium keyboard, firefox keyboard"),
    Fault("heavy-sheets", '<link rel="stylesheet" href="style.css">',
          '<link rel="stylesheet" href="style.css"><link rel="stylesheet" href="heavy.css">', "weight weight"),
    added("waiting-script", '<script src="quiet.js"></script>', "weight weight"),
    added("heavy-early-script", '<script src="care.js"></script>', "weight weight"),
    added("blank-sheet", '<p class="sheet"></p><p class="sheet"></p><p>After</p>', "print print"),
    # Faults are pages of kinds of their own: this one is looked at as a practice.
    added("practice", '<nav class="toc" aria-label="Contents"><ul><li><a href="#main">Text</a></li></ul></nav>'
          '<p class="tall">Much before it</p>'
          '<figure class="process"><svg role="img" aria-label="Steps" viewBox="0 0 99 30"><text class="chart-label" y="20">A step'
          '</text></svg></figure>',
          "beginnings steps, beginnings drawing, chromium contents, firefox contents"),
    added("folded", '<nav class="toc" aria-label="Contents"><details><summary>Contents</summary>'
          '<ul><li><a href="#main">Text</a></li></ul></details></nav>', "chromium contents, firefox contents"),
    added("cut-in-print", '<p class="cut">' + "A line that does not break. " * 12 + "</p>", "print print"),
]


FILES = {
    "style.css": STYLE,
    "heavy.css": "/* Nothing. */\n" * 2600,
    "icon.svg": ICON,
    "broken.js": "throw new Error('broken');\n",
    "care.js": "/* Nothing. */\n" * 700,
    "quiet.js": "'use strict';\n",
}


def write(folder, faults, more=()):
    """Writes the good page and the faulty ones, each of a kind of its own, and more files."""
    files = FILES | dict(more) | {"good.html": PAGE.format(kind="good")}
    for fault in faults:
        html = PAGE.format(kind=fault.name)
        assert html.count(fault.part) == 1, fault.name
        files[fault.name + ".html"] = html.replace(fault.part, fault.replacement)
    for name, text in files.items():
        Path(folder, name).write_text(text, encoding="utf-8")


def expected(faults):
    """What has to be found, by page, as pairs of pass and check."""
    wanted = {"good.html": set()}
    for fault in faults:
        wanted[fault.name + ".html"] = {tuple(part.split()) for part in fault.findings.split(", ") if part}
    return wanted
