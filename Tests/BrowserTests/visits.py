"""What a browser is asked on each page, whichever browser it is."""

from pathlib import Path

import keyboard
from findings import Finding

PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
# 360 and 1280 pixels are designed for; 320 is the width WCAG 1.4.10 (reflow) asks for.
WIDTHS = (1280, 360, 320)
KEYBOARD_WIDTHS = (1280, 360)


def visit(browser, page, base, setting, with_keyboard, with_axe=False):
    """Opens a page and yields what is wrong with it. `setting` names scheme and address, as ‘dark file’."""

    def finding(check, message, width=None):
        told = f"{setting} {width}" if width else setting
        return Finding(page.path, browser.name, check, message, told)

    browser.resize(WIDTHS[0])
    browser.open(base + page.path)
    for width in WIDTHS:
        browser.resize(width)
        wide = browser.probe("overflow()")
        if wide:
            told = ", ".join(wide["elements"]) or "nothing in particular"
            yield finding("overflow", f"{wide['width']} px wide in a window of {wide['room']}: {told}", width)
        if with_axe and width != 320:
            for violation in browser.axe():
                yield finding("axe", violation, width)
    for width in KEYBOARD_WIDTHS if with_keyboard else ():
        browser.resize(width)
        for way in (keyboard.walk, keyboard.skip):
            browser.open(base + page.path)
            for message in way(browser):
                yield finding("keyboard", message, width)
    for check, message in browser.drain(base):
        yield finding(check, message)


def observed(base, errors, requests, failures):
    """What a browser noted on its own, as pairs of check and message, without the address of the site."""
    found = {("console", error.replace(base, "")) for error in errors}
    found |= {("request", "failed: " + address.removeprefix(base)) for address in failures}
    inside = (base, "data:", "blob:", "about:")
    found |= {("request", "left the site: " + address) for address in requests if not address.startswith(inside)}
    return sorted(found)
