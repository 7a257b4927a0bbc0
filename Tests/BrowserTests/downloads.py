"""The files that a page carries in its addresses: a click saves each as it is, under its name."""

from links import file_in

LINKS = """() => [...document.querySelectorAll('main a[download][href^="data:"]')].map((link) => ({
  name: link.download, address: link.getAttribute('href'),
}))"""


def walk(browser, base, page):
    """Clicks on each of them, and reads what was saved."""
    browser.open(base + page.path)
    links = browser.ask(LINKS)
    if not links:
        yield "download", "there is nothing to save"
    for number, link in enumerate(links):
        saved = browser.save('main a[download][href^="data:"]', number)
        if saved is None:
            yield "download", f"‘{link['name']}’ is not saved"
        elif saved != (link["name"], file_in(link["address"])):
            yield "download", f"‘{link['name']}’ is saved as ‘{saved[0]}’ with {len(saved[1])} bytes"
