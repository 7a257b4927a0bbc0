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

import chromium
import detours
import faults
import firefox
import paths
from findings import Skipped, lines
from links import check_links
from markup import check_markup
from pages import Site
from printing import check_printing
from serving import served
from visits import visit
from weight import check_weight

def check_chromium(site):
    """The selection from files in both schemes, with axe and the keyboard, and over HTTP in the dark."""
    with chromium.launched() as browser, served(site.root) as address:
        tab = chromium.Chromium(browser)
        for page in site.selection:
            yield from visit(tab, page, site.root.as_uri() + "/", "file", ("light", "dark"), True, True)
            yield from visit(tab, page, address, "http", ("dark",))


def check_firefox(site):
    """The selection from files in the light, with the keyboard, and over HTTP in the dark: its scheme is chosen when
    it starts, and colours and addresses have nothing to do with each other."""
    with firefox.launched("light") as socket:
        tab = firefox.Firefox(socket).tab()
        for page in site.selection:
            yield from visit(tab, page, site.root.as_uri() + "/", "file", ("light",), True)
    with firefox.launched("dark") as socket, served(site.root) as address:
        tab = firefox.Firefox(socket).tab()
        for page in site.selection:
            yield from visit(tab, page, address, "http", ("dark",))


PASSES = {
    "links": check_links,
    "weight": check_weight,
    "markup": check_markup,
    "chromium": check_chromium,
    "firefox": check_firefox,
    "paths": paths.check_paths,
    "print": check_printing,
}


def run(name, site):
    """Runs a pass; gives its findings, or None if it cannot run here."""
    started = time.monotonic()
    try:
        findings = list(PASSES[name](site))
    except Skipped as reason:
        print(f"skipped {name}: {reason}", flush=True)
        return None
    print(f"{name}: {len(findings)} findings, {time.monotonic() - started:.0f} s", flush=True)
    return findings


def run_all(jobs):
    """Runs pairs of pass and site, two at a time; gives the findings of each, in order."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(lambda job: run(*job), jobs))


def check_site(names, root):
    site = Site(root)
    if not site.pages:
        print(f"there is no page in {root}", file=sys.stderr)
        return 2
    print(f"{len(site.pages)} pages, {len(site.selection)} of them in browsers", flush=True)
    found = [finding for findings in run_all([(name, site) for name in names]) for finding in findings or []]
    for line in lines(found):
        print(line)
    return 1 if found else 0


def check_checks(names):
    """Runs the passes over pages with one fault each, and compares what they find with what is wrong. The ways have
    pages of their own, which the other passes do not look at."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as ways, _small_pages():
        faults.write(folder, faults.FAULTS)
        faults.write(ways, detours.FAULTS, detours.files())
        sites = {name: Site(ways if name == "paths" else folder) for name in names}
        found = run_all(sites.items())
    ran = {name for name, findings in zip(names, found) if findings is not None}
    wrong = 0
    told = [finding for findings in found for finding in findings or []]
    for seeded, is_of_ways in ((faults.FAULTS, False), (detours.FAULTS, True)):
        part = [finding for finding in told if (finding.found_by == "paths") == is_of_ways]
        wrong += _misjudged(faults.expected(seeded), part, ran)
    print(f"{len(faults.FAULTS) + len(detours.FAULTS)} seeded pages, {wrong} judged wrongly")
    return 1 if wrong else 0


@contextmanager
def _small_pages():
    """What a small page does not show at once, it does not show; and it is the same at all widths."""
    before = chromium.PATIENCE, paths.WIDTHS
    chromium.PATIENCE, paths.WIDTHS = 3, paths.WIDTHS[:1]
    yield
    chromium.PATIENCE, paths.WIDTHS = before


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
    firefox.stop_all()
    os._exit(128 + number)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", help="the folder a build wrote")
    parser.add_argument("--only", action="append", choices=list(PASSES), help="run this pass; may be repeated")
    parser.add_argument("--self-test", action="store_true", help="seed faults into small pages and look for them")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, end)
    names = options.only or ["chromium", "firefox", "paths", "print", "markup", "links", "weight"]
    if not options.site and not options.self_test:
        parser.error("name a site, or --self-test")
    codes = [check_checks(names)] if options.self_test else []
    if options.site:
        codes.append(check_site(names, options.site))
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
