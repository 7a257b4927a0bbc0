"""The way through the finder, by keyboard."""

import keyboard

# Stops that are enough to come from the top of the page to its last control, and on to the first result.
STOPS = 80
# Numbers the controls, and counts how often the live region is written to.
BEGIN = """() => {
  window.exemplarControls = [...document.querySelectorAll('main form :is(select, input, button)')]
    .filter(exemplarProbes.isShown);
  window.exemplarTold = 0;
  const live = document.querySelector('main [role=status]');
  if (live) {
    const all = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => { exemplarTold += 1; }).observe(live, all);
  }
  return exemplarControls.map((control) => control.labels && control.labels[0] && control.labels[0].textContent.trim()
    || exemplarProbes.path(control));
}"""
STATE = """() => {
  const shown = [...document.querySelectorAll('[data-practice]')].filter((item) => item.checkVisibility());
  const live = document.querySelector('main [role=status]');
  const numbers = live ? (live.textContent.match(/\\d+/g) || []).map(Number) : [];
  return {
    at: exemplarControls.indexOf(document.activeElement),
    type: document.activeElement.type || '',
    isInResults: document.activeElement.closest('[data-practice]') !== null,
    results: shown.map((item) => item.textContent.trim()),
    times: window.exemplarTold,
    told: live ? live.textContent : '',
    sum: numbers.reduce((sum, number) => sum + number, 0),
  };
}"""
# Whether notes stand below though nothing is listed that they belong to, and whether practices of other levels than the one
# asked for stand there without a word.
SILENT = """() => {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility());
  const level = document.querySelector('main form [name=level]'), cards = shown('[data-practice]');
  const fits = !level || !level.value || cards.some((card) => (card.dataset.levels || '').split(' ').includes(level.value));
  return {
    notes: shown('.notes').length > 0 && !shown('.mentions li').length,
    unfit: cards.length > 0 && !fits && !shown('[id="finder.unfit"]').length,
  };
}"""
# What a key changes a control with, and what undoes it.
KEYS = {"select-one": ("ArrowDown", "Home"), "checkbox": ("Space", "Space"), "radio": ("ArrowDown", "ArrowUp")}


def walk(browser, base, page):
    """Tabs through all controls, answers with each and takes it back; then answers again and goes to a result."""
    browser.open(base + page.path)
    names = browser.ask(BEGIN)
    if not names:
        yield "finder-reach", "there is no control"
        return
    reached = set()
    browser.probe("start()")
    for _ in range(STOPS):
        stop, state = keyboard.stops(browser, 1)[0], browser.ask(STATE)
        if not stop["wasMarked"]:
            yield "finder-focus", f"the focus does not show on {stop['previous']}"
        if state["at"] >= 0 and state["at"] not in reached:
            reached.add(state["at"])
            if not stop["isShown"]:
                yield "finder-focus", f"{stop['path']} has the focus and cannot be seen"
            yield from _answer(browser, names[state["at"]], state)
        # The stop after the last control tells whether that one was marked.
        if state["isInResults"] or stop["isOutside"] or len(reached) == len(names) and state["at"] < 0:
            break
    for index in sorted(set(range(len(names))) - reached):
        yield "finder-reach", f"Tab does not reach ‘{names[index]}’"
    yield from _arrive(browser)


def _answer(browser, name, before):
    """Answers by key with the control that has the focus, and takes the answer back."""
    keys = KEYS.get(before["type"])
    if keys is None:
        return
    browser.press(keys[0])
    after = browser.ask(STATE)
    if after["results"] == before["results"]:
        yield "finder-results", f"{keys[0]} on ‘{name}’ changes nothing in the results"
    if after["times"] == before["times"]:
        yield "finder-told", f"{keys[0]} on ‘{name}’ is not told in the live region"
    elif after["sum"] != len(after["results"]):
        yield "finder-told", f"‘{after['told']}’ is told of {len(after['results'])} results"
    silent = browser.ask(SILENT)
    if silent["notes"]:
        yield "finder-notes", f"{keys[0]} on ‘{name}’ leaves notes of nothing that is listed"
    if silent["unfit"]:
        yield "finder-unfit", f"{keys[0]} on ‘{name}’ lists what does not fit, and does not say so"
    browser.press(keys[1])
    if browser.ask(STATE)["results"] != before["results"]:
        yield "finder-results", f"{keys[1]} on ‘{name}’ does not bring the results back"


def _arrive(browser):
    """Answers the first question, and follows the first result from there."""
    browser.ask("() => exemplarControls[0].focus()")
    before = browser.ask(STATE)
    if before["type"] in KEYS:
        browser.press(KEYS[before["type"]][0])
    yield from browser.violations()
    for _ in range(STOPS):
        browser.press("Tab")
        if browser.ask(STATE)["isInResults"]:
            break
    else:
        yield "finder-enter", "Tab does not reach the results"
        return
    if browser.leave(lambda: browser.press("Enter")) is None:
        yield "finder-enter", "Enter on the first result leads to no page"
    elif not browser.ask("() => /\\bkind-practice\\b/.test(document.body.className)"):
        yield "finder-enter", "Enter on the first result does not lead to a practice"
