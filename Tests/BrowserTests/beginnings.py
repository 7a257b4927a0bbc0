"""Where what a page is for begins: on a phone the steps of every practice stand within the first screen and a half."""

import chromium
from findings import Finding

PHONE = 390
# One and a half times 844 px, the height of a phone of that width.
ROOM = 1266
# The first step as it is drawn; in a list, where nothing is drawn; where there are none, what says so.
BEGINNING = """() => {
  const first = ['.process .chart-label', '.steps > li', '[id="page.told-steps"]']
    .map((selector) => document.querySelector(selector)).find((element) => element && exemplarProbes.isShown(element));
  return first ? Math.round(first.getBoundingClientRect().top + scrollY) : null;
}"""


def check_beginnings(site):
    """All practices, in all languages."""
    with chromium.opened() as tab:
        tab.resize(PHONE)
        for page in site.pages:
            if page.kind != "practice":
                continue
            tab.open((site.root / page.path).as_uri())
            top = tab.ask(BEGINNING)
            if top is None or top > ROOM:
                message = f"the steps begin at {top} px, and not within a screen and a half of a phone ({ROOM} px)"
                yield Finding(page.path, "beginnings", "steps", message if top else "there are no steps", f"file {PHONE}")
