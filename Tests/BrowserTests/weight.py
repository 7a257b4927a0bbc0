"""What a page loads before it is drawn. What it weighs itself, `exemplar check --output` tells."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

from findings import Finding

# Bytes, before any compression: a folder has none.
SHEETS = 37_000
# Scripts that stop the page: what has to be known before anything is drawn, which is what the reader chose to see.
BLOCKING = 8_000
EARLY = "care.js"


class Head(HTMLParser):
    """The style sheets and scripts that a page names."""

    def __init__(self):
        super().__init__()
        self.sheets = []
        self.blocking = []

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        if tag == "link" and "stylesheet" in values.get("rel", "").lower().split():
            self.sheets.append(values.get("href", ""))
        if tag == "script" and "src" in values and "defer" not in values \
                and values.get("type") != "application/ld+json":
            self.blocking.append(values["src"])


def check_weight(site):
    """Weighs all pages and yields those that are too heavy."""
    for page in site.pages:
        for message in _problems(site, page):
            yield Finding(page.path, "weight", "weight", message)


def _problems(site, page):
    path = site.root / page.path
    head = Head()
    head.feed(path.read_text(encoding="utf-8"))
    weight = 0
    for address in head.sheets:
        parts = urlsplit(address)
        sheet = site.target(page.path, parts.path)
        if parts.scheme or parts.netloc or sheet is None or not sheet.is_relative_to(site.root):
            yield f"the style sheet ‘{address}’ is not of this site"
        elif sheet.is_file():
            weight += sheet.stat().st_size
    if weight > SHEETS:
        yield f"{weight:,} bytes of style sheets, and not {SHEETS:,} at most"
    for address in head.blocking:
        script = site.target(page.path, urlsplit(address).path)
        if script is None or script.name != EARLY or not script.is_file() or script.stat().st_size > BLOCKING:
            yield f"the script ‘{address}’ stops the page, without ‘defer’"
