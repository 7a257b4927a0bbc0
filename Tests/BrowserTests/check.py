"""Looks at a built site as its readers do. Exit code 1 if anything is wrong; what cannot run here is skipped, and
said."""

import argparse
import os
import signal
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import beginnings
import chromium
import copies
import detours
import driver
import engines
import faults
import firefox
import kits
import opendata
import paths
import processes
import search
from findings import Skipped, lines
from links import check_links
from markup import check_markup
from pages import LOST, Site
from printing import check_printing
from serving import served
from visits import visit
from weight import check_weight


def check_chromium(site):
    """The selection from files in both schemes, with axe and the keyboard, and over HTTP in the dark."""
    with chromium.opened() as tab, served(site.root) as address:
        for page in site.selection:
            yield from visit(tab, page, site.root.as_uri() + "/", "file", ("light", "dark"), True, True)
            yield from visit(tab, page, address, "http", ("dark",))
    with chromium.opened() as tab, served(site.root, site.web_path or "/", shows_lost=True) as address:
        for page in site.lost:
            # Where nobody has put a page, two folders down.
            there = replace(page, path=page.path.replace(LOST, "nobody/was/here.html"))
            yield from visit(tab, there, address, "lost", ("light", "dark"), True, True)


def check_firefox(site):
    """The selection from files in the light, with the keyboard, and over HTTP in the dark: its scheme is chosen when
    it starts, and colours and addresses have nothing to do with each other."""
    with firefox.opened("light") as tab:
        for page in site.selection:
            yield from visit(tab, page, site.root.as_uri() + "/", "file", ("light",), True)
    with firefox.opened("dark") as tab, served(site.root) as address:
        for page in site.selection:
            yield from visit(tab, page, address, "http", ("dark",))


# In this order, so that what takes long begins first.
BROWSER_PASSES = {
    "chromium": check_chromium,
    "firefox": check_firefox,
    "paths": paths.check_paths,
    "beginnings": beginnings.check_beginnings,
    "search-chromium": partial(search.check_search, "chromium"),
    "search-firefox": partial(search.check_search, "firefox"),
    "kits-chromium": partial(kits.check_kits, "chromium"),
    "kits-firefox": partial(kits.check_kits, "firefox"),
    "copies-chromium": partial(copies.check_copies, "chromium"),
    "copies-firefox": partial(copies.check_copies, "firefox"),
    "print": check_printing,
} | {name: partial(engines.check_engine, name) for name in engines.ENGINES}
FILE_PASSES = {"markup": check_markup, "data": opendata.check_data, "links": check_links, "weight": check_weight}
PASSES = BROWSER_PASSES | FILE_PASSES
# Those whose faults are seeded into a copy of the site, and the pass that looks for them there.
SEEDED = {
    "search-chromium": partial(search.check_seeded, "chromium"),
    "search-firefox": partial(search.check_seeded, "firefox"),
    "kits-chromium": partial(kits.check_seeded, "chromium"),
    "kits-firefox": partial(kits.check_seeded, "firefox"),
    "data": opendata.check_seeded,
}


def run(name, check, site, is_told=False):
    """Runs a pass; gives its findings, or None if it cannot run here. Says how many there are, and if it is told to,
    which: at once, so that they are known if a later pass does not end."""
    started = time.monotonic()
    try:
        findings = list(check(site))
    except Skipped as reason:
        print(f"skipped {name}: {reason}", flush=True)
        return None
    told = lines(findings) if is_told else []
    print("\n".join([f"{name}: {len(findings)} findings, {time.monotonic() - started:.0f} s", *told]), flush=True)
    return findings


def run_all(jobs):
    """Runs what `run` is to be given, two at a time; gives the findings of each, in order."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(lambda job: run(*job), jobs))


def check_site(names, site):
    print(f"{len(site.pages)} pages, {len(site.selection)} of them in browsers", flush=True)
    return 1 if any(run_all([(name, PASSES[name], site, True) for name in names])) else 0


def check_checks(names, site):
    """Runs the passes over pages with one fault each, and compares what they find with what is wrong. The ways, search
    and the open data have pages of their own, which the other passes do not look at."""
    groups = [
        (faults.expected(faults.FAULTS), PASSES.keys() - SEEDED.keys() - engines.ENGINES.keys() - {"paths"}),
        (faults.expected(engines.FAULTS), engines.ENGINES.keys()),
        (faults.expected(detours.FAULTS), {"paths"}),
        (search.expected(), {"search-chromium", "search-firefox"}),
        (kits.expected(), {"kits-chromium", "kits-firefox"}),
        (opendata.expected(), {"data"}),
    ]
    with (tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as ways,
          tempfile.TemporaryDirectory() as old, _small_pages()):
        faults.write(folder, faults.FAULTS)
        faults.write(ways, detours.FAULTS, detours.files())
        faults.write(old, engines.FAULTS, {"style.css": engines.STYLE})
        sites = (dict.fromkeys(PASSES, Site(folder)) | dict.fromkeys(engines.ENGINES, Site(old)) | {"paths": Site(ways)}
                 | dict.fromkeys(SEEDED, site))
        found = run_all([(name, SEEDED.get(name, PASSES[name]), sites[name]) for name in names])
    ran = {name for name, findings in zip(names, found) if findings is not None}
    told = [finding for findings in found for finding in findings or []]
    wrong = sum(_misjudged(expected, [finding for finding in told if finding.found_by in passes], ran & passes)
                for expected, passes in groups)
    seeded = sum(len(expected) for expected, passes in groups if ran & passes)
    print(f"{seeded} seeded pages, {wrong} judged wrongly")
    return 1 if wrong else 0


@contextmanager
def _small_pages():
    """What a small page does not show at once, it does not show; and it is the same at all widths."""
    before = driver.PATIENCE, engines.PATIENCE, paths.WIDTHS, search.QUERIES
    driver.PATIENCE, engines.PATIENCE, paths.WIDTHS, search.QUERIES = 3, 0.5, paths.WIDTHS[:1], search.QUERIES[:1]
    yield
    driver.PATIENCE, engines.PATIENCE, paths.WIDTHS, search.QUERIES = before


def _misjudged(expected, found, ran):
    """How many pages are judged wrongly, which is said."""
    seen = {}
    for finding in found:
        seen.setdefault(finding.page, set()).add((finding.found_by, finding.check))
    wrong = 0
    for page in sorted(expected.keys() | seen.keys()):
        wanted, got = {pair for pair in expected.get(page, ()) if pair[0] in ran}, seen.get(page, set())
        for found_by, check in sorted(wanted - got):
            print(f"{page}: {found_by} does not find its fault [{check}]")
        for found_by, check in sorted(got - wanted):
            print(f"{page}: {found_by} finds a fault that is none [{check}]")
        wrong += wanted != got
    return wrong


def end(number, frame):
    """Told to end: browsers of our own would stay behind. Chromium ends with its driver, the driver with us."""
    processes.stop_all()
    os._exit(128 + number)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="the folder a build of the five-city library wrote")
    parser.add_argument("--only", action="append", choices=list(PASSES), help="run this pass; may be repeated")
    parser.add_argument("--without-browsers", action="store_true", help="run the passes that read files")
    parser.add_argument("--self-test", action="store_true", help="first seed faults and look for them")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, end)
    names = options.only or list(FILE_PASSES if options.without_browsers else PASSES)
    site = Site(options.site)
    if not site.pages:
        parser.error(f"there is no page in {options.site}")
    codes = [check_checks(names, site)] if options.self_test else []
    return max(codes + [check_site(names, site)])


if __name__ == "__main__":
    sys.exit(main())
