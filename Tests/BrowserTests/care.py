"""The bar of care, by keyboard: the size of the text and the contrast that a reader chooses hold on the page and on the
next one, lines break anew, and all letters stand out."""

WIDTHS = (1280, 390)
HAS_BAR = """() => {
  const bar = document.querySelector('.care');
  return Boolean(bar) && !bar.hidden && Boolean(bar.querySelector('[data-care-size="150"]'));
}"""
# On a phone the controls are behind a button.
PRESS = """(selector) => {
  const button = document.querySelector('.care ' + selector), opener = document.querySelector('.care-open');
  if (!exemplarProbes.isShown(button) && opener) opener.click();
  button.focus();
  return document.activeElement === button && exemplarProbes.isShown(button);
}"""
STATE = """() => {
  const root = document.documentElement, pressed = [...document.querySelectorAll('.care [aria-pressed="true"]')];
  return {
    size: parseFloat(getComputedStyle(document.querySelector('main')).fontSize),
    pressed: pressed.map((button) => button.getAttribute('data-care-size') || 'contrast').sort(),
    contrast: root.getAttribute('data-contrast'),
  };
}"""


def walk(browser, base, page):
    """Enlarges the text as far as it goes, then asks for contrast, each time on the page and on the same one anew."""
    browser.open(base + page.path)
    if not browser.ask(HAS_BAR):
        yield "care", "there is no bar to choose the size of the text with"
        return
    before = browser.ask(STATE)["size"]
    yield from _pressed(browser, "[data-care-size='150']")
    yield from _large(browser, before, "")
    browser.open(base + page.path)
    yield from _large(browser, before, ", opened again,")
    yield from _pressed(browser, "[data-care-contrast]")
    if browser.ask(STATE)["contrast"] != "high":
        yield "care-contrast", "the button does not change the contrast"
    else:
        yield from browser.pale()
    yield from _pressed(browser, "[data-care-contrast]")
    yield from _pressed(browser, "[data-care-size='100']")
    if (state := browser.ask(STATE))["size"] != before or state["contrast"]:
        yield "care-back", "what was chosen cannot be taken back"


def _pressed(browser, selector):
    if not browser.ask(PRESS, selector):
        yield "care-keyboard", f"{selector} cannot have the focus"
    browser.press("Enter")


def _large(browser, before, when):
    state = browser.ask(STATE)
    if abs(state["size"] / before - 1.5) > 0.02 or "150" not in state["pressed"]:
        yield "care-size", f"the page{when} has text of {state['size']:.1f} px, and not one and a half of {before:.1f}"
    if wide := browser.probe("overflow()"):
        yield "care-reflow", f"the page{when} is {wide['width']} px wide in {wide['room']}: {', '.join(wide['elements'])}"
