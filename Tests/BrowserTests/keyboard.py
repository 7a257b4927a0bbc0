"""The way through a page by keyboard."""

# Stops after which a walk ends: beyond the head, the rest of a page is lists of links.
STOPS = 40
# Tabs sent at once: few enough for a short page, many enough that a long one is not asked after each.
AT_ONCE = 10


def stops(browser, count, backwards=False):
    """Presses Tab so often, and gives where the focus was each time, until it left the page."""
    found = []
    while len(found) < count and not (found and found[-1]["isOutside"]):
        times = min(AT_ONCE, count - len(found))
        browser.press("Shift+Tab" if backwards else "Tab", times)
        found += browser.probe(f"stops({times})")
    return found


def walk(browser):
    """Walks with Tab from the top of the page the browser shows, and yields what is wrong."""
    browser.probe("start()")
    menu = browser.probe("menu()")
    if menu["links"] and not menu["shown"]:
        found = _walk_and_open(browser)
        menu = browser.probe("menu()")
    else:
        found = stops(browser, STOPS)
    inside = [stop for stop in found if not stop["isOutside"]]
    yield from faults_of(found)
    if not inside or not inside[0]["leadsToMain"]:
        yield f"the first stop is {inside[0]['path'] if inside else 'none'}, and no link to the main part"
    reached = sum(stop["isMenuLink"] for stop in inside)
    if menu["links"] == 0:
        yield "there is no menu (nav.menu a)"
    elif menu["shown"] == 0:
        yield "no stop opens the menu"
    elif reached < menu["shown"]:
        yield f"Tab reaches {reached} of {menu['shown']} links of the menu"


def faults_of(found):
    """What is wrong with stops, whatever page they are on."""
    for stop in found:
        if not stop["wasMarked"]:
            yield f"the focus does not show on {stop['previous']}"
        if stop["isOutside"]:
            return
        if stop["isSame"]:
            yield f"Tab does not leave {stop['path']}"
            return
        if not stop["isShown"]:
            yield f"{stop['path']} has the focus and cannot be seen"


def _walk_and_open(browser):
    """The walk where the menu is folded: step by step, to open it on the way."""
    found = []
    while len(found) < STOPS and not (found and (found[-1]["isOutside"] or found[-1]["isSame"])):
        found += stops(browser, 1)
        if found[-1].get("isMenuControl") and browser.probe("menu()")["shown"] == 0:
            browser.press("Enter")
    return found


def skip(browser):
    """From the top of the page: Tab, Enter, Tab must lead into the main part."""
    browser.probe("start()")
    if not stops(browser, 1)[0].get("leadsToMain"):
        return
    browser.press("Enter")
    if browser.probe("focus()").get("isInMain"):
        return
    stop = stops(browser, 1)[0]
    if not (stop.get("isInMain") or stop["isOutside"]):
        yield "the skip link does not lead into the main part"
