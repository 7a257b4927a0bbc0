"""Every page as a file: links, anchors, resources, ids, headings, languages, and what our CSP would refuse."""

import base64
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from findings import Finding

# Attributes that make a browser load something, and those whose words are ids of the same page.
RESOURCES = {"src", "poster", "data", "background"}
REFERENCES = {"for", "headers", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage",
              "aria-labelledby", "aria-owns", "list"}
# The relations of <link> that lead a reader somewhere, and load nothing.
LEADING = {"canonical", "alternate", "author", "license", "help", "search", "prev", "next", "me"}
DATA_SCRIPTS = {"application/ld+json", "application/json"}
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


class Outline(HTMLParser):
    """What of a page the checks need."""

    def __init__(self):
        super().__init__()
        self.language = None
        self.has_title = False
        self.headings = 0
        self.ids = []
        self.links = []  # (address, language promised by hreflang)
        self.carried = []  # (file in an address, name under which it is saved)
        self.resources = []
        self.references = []
        self.refused = []
        self._inside = None

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        self._inside = tag
        if tag == "html":
            self.language = values.get("lang")
        if tag == "title":
            self.has_title = True
        if tag == "h1":
            self.headings += 1
        if "id" in values:
            self.ids.append(values["id"])
        for name, value in values.items():
            if name in RESOURCES:
                self.resources.append(value)
            elif name in REFERENCES:
                self.references += value.split()
            elif name == "srcset":
                self.resources += [part.split()[0] for part in value.split(",") if part.split()]
            elif name == "style" or name.startswith("on"):
                self.refused.append(f"the attribute {name} on <{tag}>")
        if tag == "style" or tag == "script" and "src" not in values and values.get("type") not in DATA_SCRIPTS:
            self.refused.append(f"an inline <{tag}>")
        address = values.get("href", values.get("xlink:href"))
        if address is not None:
            self._take(tag, address, values)
        if tag == "form" and "action" in values:
            self.links.append((values["action"], None))
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.links.append((values.get("content", "").partition("url=")[2], None))

    def _take(self, tag, address, values):
        relations = set(values.get("rel", "").split())
        if tag in {"use", "image"} or tag == "link" and not relations & LEADING:
            self.resources.append(address)
        elif address.startswith("data:"):
            self.carried.append((address, values.get("download", "")))
        elif tag != "link" or not relations & {"canonical"}:
            self.links.append((address, values.get("hreflang")))


def file_in(address):
    """The bytes that an address holds (RFC 2397), or None."""
    head, _, data = address.partition(",")
    try:
        return base64.b64decode(data, validate=True) if head.endswith(";base64") else None
    except ValueError:
        return None


def check_links(site):
    """Reads all pages and yields what is wrong."""
    outlines = {}
    for page in site.pages:
        outline = Outline()
        outline.feed((site.root / page.path).read_text(encoding="utf-8"))
        outlines[page.path] = outline
    for path, outline in outlines.items():
        for check, message in _page_findings(outline):
            yield Finding(path, "links", check, message)
        for check, message in _address_findings(site, path, outlines):
            yield Finding(path, "links", check, message)
    for sheet in sorted(site.root.rglob("*.css")):
        path = sheet.relative_to(site.root).as_posix()
        for match in CSS_ADDRESS.finditer(sheet.read_text(encoding="utf-8")):
            message = _resource_problem(site, path, match.group(1) or match.group(2))
            if message:
                yield Finding(path, "links", "resource", message)


def _page_findings(outline):
    if not outline.language:
        yield "language", "<html> does not say its language"
    if not outline.has_title:
        yield "heading", "there is no <title>"
    if outline.headings != 1:
        yield "heading", f"there are {outline.headings} <h1>, not one"
    for identifier in sorted({name for name in outline.ids if outline.ids.count(name) > 1}):
        yield "id", f"the id ‘{identifier}’ is given {outline.ids.count(identifier)} times"
    for identifier in sorted(set(outline.references) - set(outline.ids)):
        yield "id", f"nothing has the id ‘{identifier}’ that is referred to"
    for refused in sorted(set(outline.refused)):
        yield "policy", f"the content security policy refuses {refused}"


def _address_findings(site, path, outlines):
    outline = outlines[path]
    for address in sorted(set(outline.resources)):
        message = _resource_problem(site, path, address)
        if message:
            yield "resource", message
    for address, name in sorted(set(outline.carried)):
        if not name:
            yield "link", f"‘{address[:40]}…’ holds a file, which has no name to be saved under"
        elif not file_in(address):
            yield "link", f"‘{address[:40]}…’ holds no file"
    for address, language in sorted(set(outline.links), key=str):
        parts = urlsplit(address)
        if parts.scheme in {"http", "https", "mailto", "tel"}:
            continue
        if parts.scheme or parts.netloc:
            yield "link", f"‘{address}’ is no address for a reader"
            continue
        target = _target(site, path, parts.path)
        if target is None:
            yield "link", f"‘{address}’ leads to no file"
            continue
        found = outlines.get(target)
        if found is None:
            continue
        anchor = unquote(parts.fragment)
        if anchor and anchor not in found.ids and anchor != "top":
            yield "anchor", f"‘{address}’ leads to a page without that anchor"
        if language and found.language != language:
            yield "language", f"‘{address}’ promises {language} and leads to {found.language}"


def _resource_problem(site, path, address):
    parts = urlsplit(address)
    if parts.scheme in {"data", "blob"} or not parts.path and parts.fragment:
        return None
    if parts.scheme or parts.netloc:
        return f"‘{address}’ is loaded from outside the site"
    return None if _target(site, path, parts.path) else f"‘{address}’ is not there to be loaded"


def _target(site, path, address):
    """The file an address of a page leads to, from the root of the site. A folder is no file: on file:// it is a
    listing."""
    if not address:
        return path
    target = site.target(path, address)
    if target is None or not target.is_relative_to(site.root) or not target.is_file():
        return None
    return target.relative_to(site.root).as_posix()
