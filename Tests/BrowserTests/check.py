"""Looks at a built site as its readers do. Exit code 1 if anything is wrong; what cannot run here is skipped, and
said."""

import argparse
import os
import signal
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import chromium
import faults
import firefox
from findings import Skipped, lines
from links import check_links
from markup import check_markup
from pages import Site
from printing import check_printing
from serving import served
from visits import visit

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
    "markup": check_markup,
    "chromium": check_chromium,
    "firefox": check_firefox,
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


def run_all(names, site):
    """Runs passes, two at a time; gives the findings by pass."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip(names, pool.map(lambda name: run(name, site), names)))


def check_site(names, root):
    site = Site(root)
    if not site.pages:
        print(f"there is no page in {root}", file=sys.stderr)
        return 2
    print(f"{len(site.pages)} pages, {len(site.selection)} of them in browsers", flush=True)
    found = [finding for findings in run_all(names, site).values() for finding in findings or []]
    for line in lines(found):
        print(line)
    return 1 if found else 0


def check_checks(names):
    """Runs the passes over pages with one fault each, and compares what they find with what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        faults.write(folder)
        found = run_all(names, Site(folder))
    ran = {name for name, findings in found.items() if findings is not None}
    seen = {}
    for finding in (finding for findings in found.values() for finding in findings or []):
        seen.setdefault(finding.page, set()).add((finding.found_by, finding.check))
    wrong = 0
    for page, expected in faults.expected().items():
        expected = {pair for pair in expected if pair[0] in ran}
        got = seen.pop(page, set())
        for found_by, check in sorted(expected - got):
            print(f"{page}: {found_by} does not find its fault [{check}]")
        for found_by, check in sorted(got - expected):
            print(f"{page}: {found_by} finds a fault that is none [{check}]")
        wrong += expected != got
    print(f"{len(faults.FAULTS)} seeded faults, {wrong + len(seen)} pages judged wrongly")
    return 1 if wrong or seen else 0


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
    names = options.only or ["chromium", "firefox", "markup", "print", "links"]
    if not options.site and not options.self_test:
        parser.error("name a site, or --self-test")
    codes = [check_checks(names)] if options.self_test else []
    if options.site:
        codes.append(check_site(names, options.site))
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
