"""The way through the dialog of search, by keyboard."""

import keyboard
from queries import QUERIES

# Where the reader is when the dialog opens, and has to be again when it closes.
BEGIN = """() => {
  window.exemplarBegun = document.querySelector('main a[href]');
  exemplarBegun.focus();
}"""
STATE = """() => {
  const dialog = document.querySelector('dialog[open]'), at = document.activeElement;
  const options = [...document.querySelectorAll('dialog[open] [role=option]')];
  const named = at.getAttribute('aria-activedescendant');
  return {
    isOpen: dialog !== null,
    isInField: Boolean(dialog && dialog.contains(at) && at.matches('input[role=combobox]')),
    isBehind: at !== document.body && !(dialog && dialog.contains(at)),
    isBack: at === window.exemplarBegun,
    at: exemplarProbes.path(at),
    named,
    active: options.findIndex((option) => option.id === named),
    selected: options.flatMap((option, index) => option.getAttribute('aria-selected') === 'true' ? [index] : []),
  };
}"""
# Answers; what was looked for before is offered first, until they are there.
OPTIONS = "() => document.querySelectorAll('dialog[open] [role=option]:not([data-seen]):not([data-query])').length"
# Whether the answers stay. Words that are typed while the dialog gets ready are asked for in part first, and the answers to
# the whole take their place.
SETTLED = """() => {
  const first = document.querySelector('dialog[open] [role=option]');
  if (first !== window.exemplarFirst) {
    window.exemplarFirst = first;
    window.exemplarSince = performance.now();
  }
  return first !== null && performance.now() - exemplarSince > 400;
}"""
# As an input method does it: the keys are its own until the composition ends, which asks again.
COMPOSE = """() => {
  const field = document.activeElement;
  document.querySelectorAll('[role=option]').forEach((option) => option.setAttribute('data-seen', ''));
  field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  for (const key of ['ArrowDown', 'Enter']) {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
  }
}"""
COMPOSED = """() => {
  const field = document.activeElement;
  field.value += ' ' + field.value;
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
}"""
# The same words once more, as when the dialog gets ready after them; and time for what that would change.
AGAIN = """() => new Promise((resolve) => {
  document.activeElement.dispatchEvent(new Event('input', { bubbles: true }));
  setTimeout(resolve, 400);
})"""
# What stands above the page makes the page no wider.
IS_WIDE = """() => {
  const dialog = document.querySelector('dialog[open]'), box = dialog.getBoundingClientRect();
  return box.left < 0 || box.right > innerWidth || dialog.scrollWidth > dialog.clientWidth;
}"""
TABS = 6


def walk(browser, base, page):
    """Opens the dialog of a page, asks, chooses, closes it, opens it again and goes to a result."""
    browser.open(base + page.path)
    browser.ask(BEGIN)
    opened = yield from _asked(browser, "/", page)
    if not opened:
        return
    yield from _arrows(browser)
    yield from _composing(browser)
    yield from _tabs(browser)
    yield from browser.violations()
    if browser.ask(IS_WIDE):
        yield "overflow", "the dialog is wider than the window, or its results than the dialog"
    # From the field, where a browser has a use of its own for Escape: it empties it.
    browser.ask("() => document.querySelector('dialog input').focus()")
    browser.press("Escape")
    state = browser.ask(STATE)
    if state["isOpen"]:
        yield "dialog-close", "Escape does not close the dialog"
        return
    if not state["isBack"]:
        yield "dialog-close", f"closed, the dialog leaves the focus to {state['at']}, not to where it was"
    opened = yield from _asked(browser, "Control+k", page)
    if opened:
        browser.press("ArrowDown")
        if browser.leave(lambda: browser.press("Enter")) is None:
            yield "dialog-enter", "Enter does not lead to the chosen result"


def _asked(browser, key, page):
    """Opens the dialog with a key and asks; whether there are results."""
    browser.press(key)
    state = browser.ask(STATE)
    if not state["isOpen"]:
        yield "dialog-open", f"{key} does not open the dialog"
        return False
    if not state["isInField"]:
        yield "dialog-open", f"opened by {key}, the dialog leaves the focus on {state['at']}"
        return False
    browser.type(QUERIES[page.language])
    if not (browser.wait(OPTIONS) and browser.wait(SETTLED)):
        yield "dialog-options", f"‘{QUERIES[page.language]}’ brings no results"
        return False
    return True


def _arrows(browser):
    steps = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        browser.press(key)
        state = browser.ask(STATE)
        if state["active"] < 0:
            yield "dialog-arrows", f"after {key} aria-activedescendant is ‘{state['named']}’, which is no option"
        elif state["selected"] != [state["active"]]:
            yield "dialog-arrows", f"after {key} option {state['active']} is active and {state['selected']} selected"
        steps.append(state["active"])
    if len(set(steps)) != 2 or steps[0] != steps[2]:
        yield "dialog-arrows", f"down, down, up lead to the options {steps}"
    before = browser.ask(STATE)
    browser.ask(AGAIN)
    if browser.ask(STATE) != before:
        yield "dialog-arrows", "asked for again, the same words take away what was chosen"


def _composing(browser):
    before = browser.ask(STATE)
    browser.ask(COMPOSE)
    after = browser.ask(STATE)
    if after != before:
        yield "dialog-composing", "while an input method composes, its keys move or choose an option"
    browser.ask(COMPOSED)
    if not browser.wait(OPTIONS):
        yield "dialog-composing", "what an input method has composed is not asked for"


def _tabs(browser):
    """Round the dialog and back, with a look at each stop."""
    for is_back in (False, True):
        for _ in range(TABS):
            stop, state = keyboard.stops(browser, 1, is_back)[0], browser.ask(STATE)
            if state["isBehind"]:
                yield "dialog-tab", f"Tab leaves the open dialog for {state['at']}"
                return
            if not stop["wasMarked"]:
                yield "dialog-tab", f"the focus does not show on {stop['previous']}"
