"""On a phone: the steps of practices begin within the first screen and a half, their drawings grow with the text, and no page
grows wider than the phone with it."""

import chromium
from findings import Finding

PHONE = 390
# A narrow one, on which large type has least room.
NARROW = 360
# One and a half times 844 px, the height of a phone of that width.
ROOM = 1266
# The first step as it is drawn; in a list, where nothing is drawn; where there are none, what says so.
BEGINNING = """() => {
  const first = ['.process .chart-label', '.steps > li', '[id="page.told-steps"]']
    .map((selector) => document.querySelector(selector)).find((element) => element && exemplarProbes.isShown(element));
  return first ? Math.round(first.getBoundingClientRect().top + scrollY) : null;
}"""

# By how much the words of a drawing grow when a reader asks for text of one and a half times the size.
GROWTH = """() => {
  const label = document.querySelector('.process .chart-label');
  if (!label) return null;
  const size = () => parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().a;
  const before = size();
  document.documentElement.setAttribute('data-size', '150');
  return { growth: size() / before, wide: exemplarProbes.overflow() };
}"""
LARGE = """() => {
  document.documentElement.setAttribute('data-size', '150');
  return exemplarProbes.overflow();
}"""


def check_beginnings(site):
    """All practices, in all languages; drawings and large type in the selection."""
    with chromium.opened() as tab:
        tab.resize(NARROW)
        for page in site.selection:
            tab.open((site.root / page.path).as_uri())
            wide = tab.ask(LARGE)
            if wide:
                message = f"at 150 % the page is {wide['width']} px wide in a window of {wide['room']}"
                yield Finding(page.path, "beginnings", "large", message, f"file {NARROW}")
        tab.resize(PHONE)
        for page in site.pages:
            if page.kind != "practice":
                continue
            tab.open((site.root / page.path).as_uri())
            top = tab.ask(BEGINNING)
            if top is None or top > ROOM:
                message = f"the steps begin at {top} px, and not within a screen and a half of a phone ({ROOM} px)"
                yield Finding(page.path, "beginnings", "steps", message if top else "there are no steps", f"file {PHONE}")
            drawn = tab.ask(GROWTH) if page in site.selection else None
            if drawn and (drawn["growth"] < 1.4 or drawn["wide"]):
                message = f"at 150 % the words of the drawing grow by {drawn['growth']:.2f}, and the page by {drawn['wide']}"
                yield Finding(page.path, "beginnings", "drawing", message, f"file {PHONE}")
