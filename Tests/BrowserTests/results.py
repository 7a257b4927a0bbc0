"""The way through the page of results, by keyboard."""

from urllib.parse import quote

from queries import QUERIES

# Stops that are enough to come from the top of the page to its filters.
STOPS = 60
FOUND = "() => document.querySelectorAll('[data-result]').length"
STATE = """() => {
  const at = document.activeElement, facet = at.closest('.facets details');
  return {
    isSummary: Boolean(facet) && at.localName === 'summary',
    isOpen: Boolean(facet) && facet.open,
    isBox: Boolean(facet) && at.type === 'checkbox',
    isChecked: Boolean(at.checked),
    at: at.id,
    results: [...document.querySelectorAll('[data-result] a')].map((link) => link.getAttribute('href')).join('\\n')
      + document.querySelector('main [role=status]').textContent,
  };
}"""
CHANGED = f"(before) => ({STATE})().results !== before"


def walk(browser, base, page):
    """Asks in the address, opens a filter, chooses its first value and lets go of it."""
    query = QUERIES[page.language]
    browser.open(f"{base}{page.path}?q={quote(query)}")
    if not browser.wait(FOUND):
        yield "results", f"‘{query}’ brings no results"
        return
    browser.probe("start()")
    for _ in range(STOPS):
        browser.press("Tab")
        state = browser.ask(STATE)
        if state["isSummary"]:
            break
    else:
        yield "facets", "Tab does not reach the filters"
        yield from browser.violations()
        return
    yield from _unfold(browser, state["isOpen"])
    yield from browser.violations()
    wide = browser.probe("overflow()")
    if wide:
        yield "overflow", f"with results {wide['width']} px wide in a window of {wide['room']}"
    browser.press("Tab")
    before = browser.ask(STATE)
    if not before["isBox"]:
        yield "facets", "Tab leads from an open filter to no value of it"
        return
    for is_checked in (True, False):
        browser.press("Space")
        if not browser.wait(CHANGED, before["results"]):
            again = "" if is_checked else "again "
            yield "facets", f"Space {again}on a value of a filter does not change the results"
            return
        after = browser.ask(STATE)
        if after["at"] != before["at"] or after["isChecked"] != is_checked:
            yield "facets-focus", f"Space on a value of a filter does not leave it {is_checked} with the focus"
            return
        before = after


def _unfold(browser, is_open):
    """Folds and unfolds the filter that has the focus, and leaves it open."""
    for _ in range(2 if is_open else 3):
        browser.press("Enter")
        is_open = not is_open
        if browser.ask(STATE)["isOpen"] != is_open:
            yield "facets", f"Enter does not {'open' if is_open else 'close'} a filter"
            return
