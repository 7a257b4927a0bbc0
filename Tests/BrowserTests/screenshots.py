"""Pictures of every kind of page, in both schemes and at two widths, and a sheet that shows them side by side."""

import argparse
import html
import os
import sys
from pathlib import Path

import chromium
from findings import Skipped
from pages import Page, Site

SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)
# Chromium draws no taller picture; what is below is left out.
TALLEST = 16000

# Pages that show something only when they are asked: by kind, the address and the language.
ASKED = {
    "search-results": ("search.html?q=网格", "zh-Hans"),
    "search-corrected": ("en/search.html?q=elevater", "en"),
    "search-marks": ("practices/tongzhou/building-stewards.html?mark=金点子", "zh-Hans"),
}
# Milliseconds that search takes to load its files and answer.
ANSWER = 1000

SHEET = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pages</title>
<style>
body {{ margin: 2rem; font: 1rem/1.4 system-ui, sans-serif; background: #777; color: #fff; }}
a {{ color: inherit; }}
div {{ display: flex; gap: 1rem; flex-wrap: wrap; align-items: flex-start; }}
figure {{ margin: 0; }}
.w360 {{ width: 9rem; }} .w1280 {{ width: 22rem; }}
img {{ width: 100%; height: 30rem; object-fit: cover; object-position: top; }}
</style>
<h1>Pages</h1>
{sections}
</html>
"""


def picture(page, scheme, width):
    """The name of a picture: kind, language, scheme, width."""
    return f"{page.name}.{scheme}.{width}.png"


def take(site, folder, kinds):
    """Writes the pictures into a folder and yields the pages shown."""
    asked = [Page(path, kind, language, 0) for kind, (path, language) in ASKED.items()]
    pages = [page for page in site.selection + asked if not kinds or page.kind in kinds]
    with chromium.launched() as browser:
        for scheme in SCHEMES:
            context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
            tab = context.new_page()
            for page in pages:
                tab.goto(f"{site.root.as_uri()}/{page.path}", wait_until="load")
                if page in asked:
                    tab.wait_for_timeout(ANSWER)
                for width in WIDTHS:
                    tab.set_viewport_size({"width": width, "height": 800})
                    height = tab.evaluate("document.documentElement.scrollHeight")
                    area = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
                    tab.screenshot(path=folder / picture(page, scheme, width), full_page=True, clip=area)
            context.close()
    return pages


def sheet(site, folder, pages):
    """The contact sheet as HTML."""
    sections = []
    for page in pages:
        figures = []
        for scheme in SCHEMES:
            for width in WIDTHS:
                name = html.escape(picture(page, scheme, width))
                figures.append(f'<figure class="w{width}"><a href="{name}"><img src="{name}" alt="{name}"></a>'
                               f"<figcaption>{scheme} {width}</figcaption></figure>")
        address = html.escape(os.path.relpath(site.root / page.path, folder))
        sections.append(f'<h2>{page.name}: <a href="{address}">{html.escape(page.path)}</a></h2>\n'
                        f"<div>{''.join(figures)}</div>")
    return SHEET.format(sections="\n".join(sections))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="the folder a build wrote")
    parser.add_argument("--output", default="screenshots", help="the folder for the pictures")
    parser.add_argument("--kind", action="append", help="only pages of this kind; may be repeated")
    options = parser.parse_args()
    site, folder = Site(options.site), Path(options.output)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        pages = take(site, folder, options.kind)
    except Skipped as reason:
        print(f"no screenshots: {reason}", file=sys.stderr)
        return 1
    (folder / "index.html").write_text(sheet(site, folder.resolve(), pages), encoding="utf-8")
    print(f"{len(pages) * len(SCHEMES) * len(WIDTHS)} pictures of {len(pages)} pages: {folder / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
