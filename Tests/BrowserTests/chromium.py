"""Chromium, driven by Playwright."""

import os
import shutil
from contextlib import contextmanager

import driver
from findings import Skipped
from visits import PROBES

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# The rules of colour ask every letter what lies behind it, which takes longer than all others together. Elements that
# look alike are answered alike, so a few of each look are asked; in the dark no other rule can differ.
AXE_COLOURS = ["color-contrast", "link-in-text-block"]
# axe-core would load style sheets again to read them, which no policy of ours allows and no rule here needs.
AXE_ENHANCED = ["color-contrast-enhanced"]
AXE_RUN = """async ({ tags, colours }) => {
  const options = { preload: false, resultTypes: ['violations'] };
  const found = [];
  if (tags.length) {
    const rules = Object.fromEntries(colours.map((rule) => [rule, { enabled: false }]));
    // A bar at the foot of the window covers part of something wherever the page is scrolled to: it goes into its place.
    const stuck = [...document.querySelectorAll('main *')].filter((e) => getComputedStyle(e).position === 'sticky');
    stuck.forEach((e) => e.style.setProperty('position', 'static', 'important'));
    found.push(...(await axe.run(document, { ...options, runOnly: tags, rules })).violations);
    stuck.forEach((e) => { e.style.removeProperty('position'); if (!e.getAttribute('style')) e.removeAttribute('style'); });
  }
  const include = exemplarProbes.samples();
  if (include.length) found.push(...(await axe.run({ include }, { ...options, runOnly: colours })).violations);
  return found.map((rule) => rule.id + ': ' + rule.help + ': ' + rule.nodes.slice(0, 3)
    .map((node) => node.target.join(' ') + ' (' + node.any.concat(node.all, node.none).map((c) => c.message)[0] + ')')
    .join('; ') + (rule.nodes.length > 3 ? ' and ' + (rule.nodes.length - 3) + ' more' : ''));
}"""


def axe_source():
    """The script of axe-core."""
    import axe_playwright_python

    path = os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js")
    with open(path, encoding="utf-8") as file:
        return file.read()


@contextmanager
def launched():
    """The installed Chromium, while the block runs."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise Skipped("Playwright is not installed") from None
    path = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
    if path is None:
        raise Skipped("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(**circumstances):
    """A tab of a Chromium of its own, while the block runs."""
    with launched() as browser:
        yield Chromium(browser, **circumstances)


class Chromium(driver.Tab):
    name = "chromium"

    def __init__(self, browser, **circumstances):
        from playwright.sync_api import Error

        self.error = Error
        self._context = browser.new_context(color_scheme="light", reduced_motion="reduce", **circumstances)
        self._scheme = "light"
        self._axe = axe_source()
        self._errors, self._requests, self._failures = [], [], []
        self._tab = self._context.new_page()
        self._tab.on("console", lambda said: said.type == "error" and self._errors.append(said.text))
        self._tab.on("pageerror", lambda error: self._errors.append(error.message))
        self._tab.on("request", lambda request: self._requests.append(request.url))
        # An aborted request is one that the next page has overtaken.
        self._tab.on("requestfailed", lambda request: request.failure != "net::ERR_ABORTED"
                     and self._failures.append(request.url))
        self._tab.on("response", lambda answer: answer.status >= 400 and self._failures.append(answer.url))

    def open(self, address):
        for attempt in range(4):
            try:
                self._tab.goto(address, wait_until="load")
                break
            except self.error as error:
                # A page before went on by itself, at this very moment: to a page that is not there, for instance. That
                # has to end first, or it would interrupt the next attempt too.
                if "interrupted by another navigation" not in error.message or attempt == 3:
                    raise
                self._pause(0.2 * (attempt + 1))
        self._tab.evaluate(PROBES)

    def paint(self, scheme):
        if scheme != self._scheme:
            self._scheme = scheme
            self._tab.emulate_media(color_scheme=scheme)

    def _set_size(self, width, height):
        self._tab.set_viewport_size({"width": width, "height": height})

    def _pause(self, seconds):
        self._tab.wait_for_timeout(seconds * 1000)

    def press(self, key, times=1):
        for _ in range(times):
            self._tab.keyboard.press(key)

    def type(self, text):
        """Puts in a text at once, as an input method does at its end."""
        self._tab.keyboard.insert_text(text)

    def tap(self, selector, number):
        """Taps with a finger on one of the elements."""
        self._tab.locator(selector).nth(number).tap(timeout=driver.PATIENCE * 1000)

    def save(self, selector, number):
        """Clicks on one of the elements; gives the name and the bytes of the file that is saved, if one is."""
        try:
            with self._tab.expect_download(timeout=driver.PATIENCE * 1000) as download:
                self._tab.locator(selector).nth(number).click(timeout=driver.PATIENCE * 1000)
            with open(download.value.path(), "rb") as file:
                return download.value.suggested_filename, file.read()
        except self.error:
            return None

    def ask(self, function, value=None):
        return self._tab.evaluate(function, value)

    def leave(self, act):
        """Does what leads to another page; gives its address, or None if it did not come."""
        try:
            with self._tab.expect_navigation(wait_until="load", timeout=driver.PATIENCE * 1000):
                act()
            self._tab.evaluate(PROBES)
        except self.error:
            # The browser's own page comes in its place, and after it the news of what failed.
            self._tab.wait_for_timeout(100)
            self._tab.wait_for_load_state("load")
            return None
        return self._tab.url

    @property
    def scheme(self):
        return self._scheme

    def axe(self):
        """The violations, a line a rule."""
        if not self._tab.evaluate("'axe' in window"):
            self._tab.evaluate(self._axe)
        tags = [] if self._scheme == "dark" else AXE_TAGS
        return self._tab.evaluate(AXE_RUN, {"tags": tags, "colours": AXE_COLOURS})

    def violations(self):
        """Those of axe in both schemes, as pairs of check and message."""
        for scheme in ("light", "dark"):
            self.paint(scheme)
            for violation in self.axe():
                yield "axe", violation
        self.paint("light")

    def pale(self):
        """The letters of both schemes that stand out by less than 7:1, as pairs of check and message."""
        for scheme in ("light", "dark"):
            self.paint(scheme)
            if not self._tab.evaluate("'axe' in window"):
                self._tab.evaluate(self._axe)
            for violation in self._tab.evaluate(AXE_RUN, {"tags": [], "colours": AXE_ENHANCED}):
                yield "care-contrast", f"{scheme}: {violation}"
        self.paint("light")

    def _events(self):
        found = tuple(map(list, (self._errors, self._requests, self._failures)))
        for events in (self._errors, self._requests, self._failures):
            events.clear()
        return found

    def close(self):
        self._context.close()
