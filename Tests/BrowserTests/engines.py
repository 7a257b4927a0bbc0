"""Looks at pages in an engine of 2020: readable, searchable, nothing touching or filled that should not be."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import faults
from findings import Finding, Skipped

NAME = "old-chromium"
HERE = Path(__file__).parent
WIDTHS = (1280, 390)
# An engine that hangs is no reason to wait for ever.
PATIENCE = 400

# Pages on which Chromium 83 goes wrong, each in one way. What is newer than it, it passes over.
STYLE = faults.STYLE + """
.flush { margin: 0 -1rem; padding-inline: 1rem; }
:where(.plain) { list-style: none; }
.apart { display: flex; gap: 1rem; }
.drawn { width: 2rem; }
:is(.drawn) path { fill: none; stroke: #111; }
"""
LINE = '<svg class="drawn" viewBox="0 0 9 9"><path d="M0 0H9V9"/></svg>'
FAULTS = [
    faults.added("flush", '<p class="flush">A sentence that is long enough.</p>', f"{NAME} gutter"),
    faults.added("bullets", '<ul class="plain"><li>One</li></ul>', f"{NAME} bullets"),
    faults.added("touching", '<p class="apart"><b>One</b><b>Two</b></p>', f"{NAME} gap"),
    faults.added("filled", LINE, f"{NAME} drawing"),
    faults.added("wider", '<p class="wide">Wide</p>', f"{NAME} overflow"),
    faults.added("home", "<p>No script</p>", f"{NAME} dialog"),
    faults.added("search", "<p>No script</p>", f"{NAME} results"),
    faults.added("finder", "<p>No script</p>", f"{NAME} ticks"),
]


def check_old(site):
    """The selection from files, at the widths of a desk and of a phone."""
    if importlib.util.find_spec("PyQt5") is None:
        raise Skipped("the engine of Tests/BrowserTests/old-engine.txt is not installed")
    root = site.root.as_uri() + "/"
    order = {
        "addresses": [root + page.path for page in site.selection], "widths": WIDTHS,
        "script": (HERE / "old_engine.js").read_text(encoding="utf-8"),
    }
    try:
        run = subprocess.run([sys.executable, "-B", HERE / "old_engine.py"], input=json.dumps(order) + "\n",
                             capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired as late:
        raise RuntimeError("the old engine does not answer") from late
    answers = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("[")]
    if not answers and run.returncode:
        raise Skipped("the old engine does not start: " + (run.stderr.strip().splitlines() or ["no reason"])[-1])
    asked = len(WIDTHS) * len(site.selection)
    if len(answers) != asked:
        raise RuntimeError(f"the old engine answered for {len(answers)} of {asked} pages: {run.stderr[-300:]}")
    for address, width, found in answers:
        path = unquote(address[len(root):])
        if found is None:
            yield Finding(path, NAME, "script", "the script of the check failed", f"file {width}")
        for check, message in found or []:
            yield Finding(path, NAME, check, message, f"file {width}")
