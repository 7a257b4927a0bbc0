#!/usr/bin/env python3
"""Searches the built site in a real browser, from file://, as a reader with a keyboard would.

    search.py chromium|firefox SITE [SCREENSHOTS]

Chromium is driven by selenium and chromedriver, Firefox by marionette_driver.
"""

import json
import pathlib
import sys
import time
import urllib.parse

QUERIES = json.loads((pathlib.Path(__file__).parent.parent / "SearchTests/Fixtures/relevance.json").read_text("utf-8"))[:15]


class Chromium:
    name = "Chromium"

    def __init__(self):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
            options.add_argument(flag)
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(30)

    def get(self, url):
        self.driver.get(url)

    def run(self, script):
        return self.driver.execute_script(script)

    def keys(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)

    def press_control(self, key):
        from selenium.webdriver import ActionChains, Keys

        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys(key).key_up(Keys.CONTROL).perform()

    def url(self):
        return self.driver.current_url

    def shot(self, path, width, dark):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        time.sleep(0.2)
        self.driver.save_screenshot(str(path))

    def problems(self):
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def close(self):
        self.driver.quit()


class Firefox:
    name = "Firefox"

    def __init__(self):
        from marionette_driver.marionette import Marionette

        self.driver = Marionette(bin="/usr/bin/firefox-esr", headless=True)
        self.driver.start_session()
        self.driver.timeout.script = 30

    def get(self, url):
        self.driver.navigate(url)

    def run(self, script):
        return self.driver.execute_script(script, sandbox=None)

    def keys(self, *keys):
        self.driver.get_active_element().send_keys(*keys)

    def press_control(self, key):
        from marionette_driver.marionette import ActionSequence
        from marionette_driver.keys import Keys

        ActionSequence(self.driver, "key", "keyboard").key_down(Keys.CONTROL).key_down(key).key_up(key).key_up(Keys.CONTROL).perform()

    def url(self):
        return self.driver.get_url()

    def problems(self):
        return []

    def close(self):
        self.driver.quit(in_app=False)


class Check:
    def __init__(self, browser, site):
        self.browser, self.site, self.failures, self.count = browser, pathlib.Path(site).resolve().as_uri(), [], 0

    def expect(self, condition, message):
        self.count += 1
        if not condition:
            self.failures.append(message)

    def wait(self, script, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = self.browser.run(script)
            if value:
                return value
            time.sleep(0.05)
        self.failures.append(f"waited in vain for: {script}")
        return None

    def results(self):
        """The addresses of the results on the page of search, once there are any."""
        self.wait("return document.querySelector('[data-result]')")
        return self.browser.run("return Array.from(document.querySelectorAll('[data-result]'), item => item.querySelector('a').getAttribute('href'))")


def pages_of(hrefs):
    names = []
    for href in hrefs:
        path, _, fragment = href.partition("#")
        path = path.split("?")[0].removeprefix("../").removesuffix(".html")
        names.append("glossary#" + fragment if path.endswith("glossary") and not path.startswith("en/") else path)
    return names


def search_page(check):
    for row in QUERIES:
        page = "search.html" if row["language"] == "zh-Hans" else "en/search.html"
        check.browser.get(f"{check.site}/{page}?q={urllib.parse.quote(row['query'])}")
        found = pages_of(check.results() or [])[:3]
        wanted = [name.removeprefix("en/") for name in row["expected"]]
        check.expect(any(name.removeprefix("en/") in wanted for name in found), f"{row['query']}: {found}")
    check.browser.get(f"{check.site}/search.html?q=%E9%AD%91%E9%AD%85")
    text = check.wait("return document.querySelector('.search-status').textContent.includes('没有找到') && document.querySelector('.search-status').textContent")
    check.expect(text, "a query without a hit says so")


def filters(check):
    browser = check.browser
    browser.get(f"{check.site}/search.html?q=%E7%BD%91%E6%A0%BC&f=kind:practice")
    check.results()
    kinds = browser.run("return Array.from(document.querySelectorAll('[data-result] .search-meta span:first-child'), node => node.textContent)")
    check.expect(set(kinds) == {"做法"}, f"the address chooses a filter: {kinds}")
    browser.run("document.getElementById('search.facet-kind-practice').click()")
    check.wait("return !location.search.includes('f=')")
    check.wait("return document.querySelectorAll('[data-result]').length > 5")
    browser.run("document.getElementById('search.facet-place-panjin').click()")
    check.wait("return location.search.includes('f=place%3Apanjin')")
    browser.get(f"{check.site}/search.html?q=AI")
    check.results()
    check.wait("var more = document.querySelector('.results-foot button'); if (more) more.click(); return more")
    check.wait("return location.search.includes('language%3Aany') && document.querySelector('[data-result][lang=en]')")


def dialog(check):
    browser = check.browser
    down, enter, escape = "\ue015", "\ue007", "\ue00c"
    browser.get(f"{check.site}/practices/panjin/three-grids.html")
    browser.run("document.getElementById('page.main').focus()")
    browser.keys("/")
    check.wait("return document.querySelector('dialog[open]')")
    check.expect(browser.run("return document.activeElement.getAttribute('role')") == "combobox", "the dialog has the focus in its field")
    browser.keys("楼门院长")
    check.wait("return document.querySelectorAll('[role=option]').length > 2")
    check.expect(browser.run("return document.activeElement.getAttribute('aria-expanded')") == "true", "the list is open")
    browser.keys(down)
    browser.keys(down)
    chosen = browser.run("return document.activeElement.getAttribute('aria-activedescendant')")
    check.expect(chosen == "search.option-1", f"the arrows choose: {chosen}")
    target = browser.run("return new URL(document.getElementById('search.option-1').dataset.href, location.href).href")
    browser.keys(enter)
    check.wait(f"return location.href === {json.dumps(target)}")
    check.wait("return document.querySelectorAll('#page\\\\.main mark').length > 0")
    browser.press_control("k")
    check.wait("return document.querySelector('dialog[open]')")
    browser.keys(escape)
    check.wait("return !document.querySelector('dialog[open]')")


def composing(check):
    browser = check.browser
    browser.get(f"{check.site}/search.html")
    check.wait("return document.querySelector('#search\\\\.page.is-ready')")
    browser.run("""
        var input = document.querySelector('.search-form input');
        input.dispatchEvent(new CompositionEvent('compositionstart'));
        input.value = "wang'ge";
        input.dispatchEvent(new InputEvent('input', { isComposing: true }));""")
    time.sleep(0.5)
    check.expect(browser.run("return location.search") == "", "nothing is asked while an input method composes")
    browser.run("""
        var input = document.querySelector('.search-form input');
        input.value = '网格';
        input.dispatchEvent(new CompositionEvent('compositionend'));""")
    check.results()


def arriving(check):
    browser = check.browser
    browser.get(f"{check.site}/search.html?q=%E9%87%91%E7%82%B9%E5%AD%90")
    check.results()
    browser.run("document.querySelector('[data-result] a[href*=practices], [data-result] a').click()")
    check.wait("return document.querySelector('.mark-bar')")
    check.expect(browser.run("return document.querySelector('mark[aria-current]').textContent") == "金点子", "the first mark is shown")
    before = browser.run("return document.querySelector('.mark-bar [role=status]').textContent")
    browser.run("document.querySelectorAll('.mark-bar button')[1].click()")
    after = browser.run("return document.querySelector('.mark-bar [role=status]').textContent")
    check.expect("第1处" in before and before != after or "共1处" in before, f"the next mark: {before} {after}")
    browser.run("document.querySelectorAll('.mark-bar button')[2].click()")
    check.expect(not browser.run("return document.querySelector('.mark-bar, main mark')"), "the marks go away")


def form(check):
    browser = check.browser
    browser.get(f"{check.site}/en/places/panjin.html")
    browser.run("var form = document.querySelector('.site-search'); form.querySelector('input').value = 'steward'; form.requestSubmit()")
    check.wait("return location.href.includes('search.html?q=steward')")
    found = pages_of(check.results() or [])
    check.expect(found, "the form of every page leads to the results")


def missing_file(check, site):
    gone = sorted(pathlib.Path(site, "search").glob("g*.js"))
    moved = [(path, path.with_suffix(".gone")) for path in gone]
    for path, away in moved:
        path.rename(away)
    try:
        check.browser.get(f"{check.site}/search.html?q=%E7%BD%91%E6%A0%BC")
        text = check.wait("return document.querySelector('.search-status').textContent.includes('search/g') && document.querySelector('.search-status').textContent")
        check.expect(text and "读不到文件search/g" in text, f"a missing file is named: {text}")
    finally:
        for path, away in moved:
            away.rename(path)


def screenshots(check, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for width in (360, 1280):
        for dark in (False, True):
            end = f"{width}{'-dark' if dark else ''}.png"
            check.browser.get(f"{check.site}/search.html?q=%E7%BD%91%E6%A0%BC")
            check.results()
            check.browser.shot(folder / f"results-{end}", width, dark)
            check.browser.get(f"{check.site}/practices/panjin/three-grids.html")
            check.browser.keys("/")
            check.wait("return document.querySelector('dialog[open]')")
            check.browser.keys("加装电梯")
            check.wait("return document.querySelector('[role=option]')")
            check.browser.shot(folder / f"dialog-{end}", width, dark)
        check.browser.get(f"{check.site}/en/search.html?q=elevater")
        check.results()
        check.browser.shot(folder / f"mended-{width}.png", width, False)
        check.browser.get(f"{check.site}/practices/tongzhou/building-stewards.html?mark=%E9%87%91%E7%82%B9%E5%AD%90")
        check.wait("return document.querySelector('.mark-bar')")
        check.browser.shot(folder / f"marks-{width}.png", width, False)
        check.browser.get(f"{check.site}/a-z.html")
        check.browser.shot(folder / f"a-z-{width}.png", width, False)


def main():
    browser = {"chromium": Chromium, "firefox": Firefox}[sys.argv[1]]()
    check = Check(browser, sys.argv[2])
    try:
        for part in (search_page, filters, dialog, composing, arriving, form):
            part(check)
        check.expect(browser.problems() == [], f"the console: {browser.problems()}")
        missing_file(check, sys.argv[2])
        if len(sys.argv) > 3:
            screenshots(check, sys.argv[3])
    finally:
        browser.close()
    for failure in check.failures:
        print("✘", failure)
    print(f"{browser.name}: {check.count} expectations, {len(check.failures)} failures")
    sys.exit(1 if check.failures else 0)


if __name__ == "__main__":
    main()
