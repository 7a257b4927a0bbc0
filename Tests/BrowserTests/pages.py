"""The pages of a built site, and which of them the browsers look at."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

KIND = re.compile(r'<body[^>]*\bclass="[^"]*\bkind-([\w-]+)')
SITEMAP = re.compile(r"^Sitemap: (\S+/)[^/\s]*$", re.M)
LOST = "404.html"
LANGUAGE = re.compile(r'<html[^>]*\blang="([^"]*)"')


@dataclass(frozen=True)
class Page:
    """A page: its path from the root of the site, the kind its body names (empty if none), language and bytes."""

    path: str
    kind: str
    language: str
    size: int

    @property
    def name(self):
        return f"{self.kind}.{self.language}"


class Site:
    """The folder a build wrote."""

    def __init__(self, root):
        self.root = Path(root).resolve()

    @cached_property
    def pages(self):
        """All pages, by path."""
        return [self._page(path) for path in sorted(self.root.rglob("*.html"))]

    @cached_property
    def web_path(self):
        """Where the site begins on its server, as its robots.txt says; empty if it does not know."""
        robots = self.root / "robots.txt"
        known = SITEMAP.search(robots.read_text(encoding="utf-8")) if robots.is_file() else None
        return urlsplit(known.group(1)).path if known else ""

    @cached_property
    def lost(self):
        """The pages for wrong addresses, if their own addresses begin at the server, where alone they work."""
        return [page for page in self.pages if self.web_path and page.path.rpartition("/")[2] == LOST]

    def target(self, path, address):
        """The file that an address of a page leads to. What starts with a slash leads nowhere, since the site may stand in
        a folder of another; but for the pages for wrong addresses."""
        if address.startswith("/"):
            if not (address.startswith(self.web_path) and any(path == page.path for page in self.lost)):
                return None
            return (self.root / unquote(address[len(self.web_path):])).resolve()
        return ((self.root / path).parent / unquote(address)).resolve()

    @cached_property
    def selection(self):
        """Of each kind and language the largest page: what fits there fits on its sisters."""
        largest = {}
        for page in self.pages:
            if page not in self.lost and page.kind and page.size > largest.get((page.kind, page.language), page).size - 1:
                largest[page.kind, page.language] = page
        return [largest[key] for key in sorted(largest)]

    def _page(self, path):
        text = path.read_text(encoding="utf-8")
        kind, language = KIND.search(text), LANGUAGE.search(text)
        return Page(
            path=path.relative_to(self.root).as_posix(),
            kind=kind.group(1) if kind else "",
            language=language.group(1) if language else "",
            size=len(text.encode("utf-8")),
        )
