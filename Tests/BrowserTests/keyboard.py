"""The way through a page by keyboard."""

# Stops after which a walk ends: beyond the head, the rest of a page is lists of links.
STOPS = 40


def walk(browser):
    """Walks with Tab from the top of the page the browser shows, and yields what is wrong."""
    browser.probe("start()")
    stops, wrong = [], []
    opened_menu = False
    while len(stops) < STOPS:
        browser.press("Tab")
        stop = browser.probe("focus()")
        if not stop["wasMarked"]:
            wrong.append(f"the focus does not show on {stop['previous']}")
        if stop["isOutside"]:
            break
        if stop["isSame"]:
            wrong.append(f"Tab does not leave {stop['path']}")
            break
        stops.append(stop)
        if not stop["isShown"]:
            wrong.append(f"{stop['path']} has the focus and cannot be seen")
        if stop["isMenuControl"] and not opened_menu and browser.probe("menu()")["shown"] == 0:
            browser.press("Enter")
            opened_menu = True
    menu = browser.probe("menu()")
    reached = sum(stop["isMenuLink"] for stop in stops)
    if not stops or not stops[0]["leadsToMain"]:
        wrong.append(f"the first stop is {stops[0]['path'] if stops else 'none'}, and no link to the main part")
    if menu["links"] == 0:
        wrong.append("there is no menu (nav.menu a)")
    elif menu["shown"] == 0:
        wrong.append("no stop opens the menu")
    elif reached < menu["shown"]:
        wrong.append(f"Tab reaches {reached} of {menu['shown']} links of the menu")
    return wrong


def skip(browser):
    """From the top of the page: Tab, Enter, Tab must lead into the main part."""
    browser.probe("start()")
    browser.press("Tab")
    if not browser.probe("focus()")["leadsToMain"]:
        return []
    browser.press("Enter")
    if browser.probe("focus()").get("isInMain"):
        return []
    browser.press("Tab")
    stop = browser.probe("focus()")
    return [] if stop.get("isInMain") or stop["isOutside"] else ["the skip link does not lead into the main part"]
