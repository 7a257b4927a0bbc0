"""What a browser is asked on each page, whichever browser it is."""

from pathlib import Path

import keyboard
from findings import Finding

PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
# 360 and 1280 pixels are designed for; 320 is the width WCAG 1.4.10 (reflow) asks for.
WIDTHS = (1280, 360, 320)
# In this order, because a window of 320 is the last before.
KEYBOARD_WIDTHS = (360, 1280)
# Whether the list of contents shows all its links, or none of them.
CONTENTS = """(isOpen) => {
  const { links, shown } = exemplarProbes.contents();
  return shown === (isOpen ? links : 0);
}"""


def visit(browser, page, base, origin, schemes, with_keyboard=False, with_axe=False):
    """Opens a page once and yields what is wrong with it: at each width, in each scheme of colours."""

    def finding(check, message, scheme, width=None):
        told = f"{scheme} {origin} {width}" if width else f"{scheme} {origin}"
        return Finding(page.path, browser.name, check, message, told)

    def open_page():
        browser.paint(schemes[0])
        browser.open(base + page.path)

    browser.resize(WIDTHS[0])
    open_page()
    for width in WIDTHS:
        browser.resize(width)
        # It follows the width at the next frame, which a busy machine draws late.
        if not browser.wait(CONTENTS, width == WIDTHS[0], patience=5):
            contents = browser.probe("contents()")
            message = f"the list of contents shows {contents['shown']} of {contents['links']} links"
            yield finding("contents", message, schemes[0], width)
        for scheme in schemes:
            browser.paint(scheme)
            wide = browser.probe("overflow()")
            if wide:
                told = ", ".join(wide["elements"]) or "nothing in particular"
                message = f"{wide['width']} px wide in a window of {wide['room']}: {told}"
                yield finding("overflow", message, scheme, width)
            if with_axe and width != 320:
                for violation in browser.axe():
                    yield finding("axe", violation, scheme, width)
    for width in KEYBOARD_WIDTHS if with_keyboard else ():
        browser.resize(width)
        menu = browser.probe("menu()")
        # Who has left the page with Tab, or opened a menu in it, starts anew.
        if browser.has_left or menu["shown"] < menu["links"]:
            open_page()
        browser.paint(schemes[0])
        for way in (keyboard.skip, keyboard.walk):
            for message in way(browser):
                yield finding("keyboard", message, schemes[0], width)
    for check, message in browser.drain(base):
        yield finding(check, message, schemes[0])


def observed(base, errors, requests, failures):
    """What a browser noted on its own, as pairs of check and message, without the address of the site."""
    found = {("console", error.replace(base, "")) for error in errors}
    found |= {("request", "failed: " + address.removeprefix(base)) for address in failures}
    inside = (base, "data:", "blob:", "about:")
    found |= {("request", "left the site: " + address) for address in requests if not address.startswith(inside)}
    return sorted(found)
