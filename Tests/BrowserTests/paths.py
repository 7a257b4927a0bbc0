"""The ways of a reader through the pages that answer, in Chromium: the dialog of search, the page of results, the
finder, the downloads of a kit, the bar of care, and from the home page to a practice by touch."""

import care
import chromium
import dialog
import downloads
import finder
import results
import taps
from findings import Finding

WIDTHS = (1280, 360)
# Which kinds of pages a way begins on. A seeded page calls itself ‘kind--fault’.
WAYS = (
    (("home", "practice"), dialog.walk),
    (("finder",), finder.walk),
    (("search",), results.walk),
    (("kit",), downloads.walk),
)
# Pages with figures, tables and charts.
CARED = ("place", "metric")


def check_paths(site):
    """Walks each way from the pages of the selection it begins on, and yields what is wrong."""
    base = site.root.as_uri() + "/"
    with chromium.launched() as browser:
        tab = chromium.Chromium(browser)
        finger = chromium.Chromium(browser, has_touch=True, is_mobile=True)
        for page in site.selection:
            kind = page.kind.partition("--")[0]
            for kinds, walk in WAYS:
                for width in WIDTHS if kind in kinds else ():
                    yield from _told(tab, page, base, width, walk(tab, base, page))
            for width in care.WIDTHS[:len(WIDTHS)] if kind in CARED else ():
                yield from _told(tab, page, base, width, care.walk(tab, base, page))
            if kind == "home":
                yield from _told(finger, page, base, taps.WIDTH, taps.walk(finger, base, page, site))


def _told(tab, page, base, width, found):
    tab.resize(width)
    tab.paint("light")
    for check, message in found:
        yield Finding(page.path, "paths", check, message, f"{tab.scheme} file {width}")
    for check, message in tab.drain(base):
        yield Finding(page.path, "paths", check, message, f"file {width}")
