"""From the home page to a practice, by touch: each problem listed there, then a practice listed at the problem."""

from urllib.parse import unquote

WIDTH = 360
# The least that a finger can be asked to meet, in CSS pixels (WCAG 2.5.8).
AREA = 24
PROBLEMS = "[aria-labelledby='page.by-problem'] a"
LISTED = "main :is(li, article) a"
LINKS = """(selector) => [...document.querySelectorAll(selector)].map((link) => {
  const box = link.getBoundingClientRect();
  return {
    address: link.href.split(/[?#]/)[0],
    text: link.textContent.trim(),
    width: box.width,
    height: box.height,
    isListed: exemplarProbes.isShown(link) && !link.closest('nav, .prose'),
  };
})"""
# A problem that nobody has a practice for says so.
IS_HONEST = "() => [...document.querySelectorAll('main .none')].some(exemplarProbes.isShown)"


def walk(browser, base, page, site):
    """Taps on each problem, and there on the first practice."""
    kinds = {base + other.path: other.kind.partition("--")[0] for other in site.pages}
    browser.open(base + page.path)
    problems = browser.ask(LINKS, PROBLEMS)
    if not problems:
        yield "taps", "no problem is listed to begin with"
    for number, problem in enumerate(problems):
        browser.open(base + page.path)
        yield from _small(problem)
        topic = browser.leave(lambda: browser.tap(PROBLEMS, number))
        if topic is None:
            yield "taps", f"a tap on ‘{problem['text']}’ leads nowhere"
            continue
        links = browser.ask(LINKS, LISTED)
        of_practices = [index for index, link in enumerate(links)
                        if link["isListed"] and kinds.get(unquote(link["address"])) == "practice"]
        if not of_practices:
            if not browser.ask(IS_HONEST):
                yield "taps", f"‘{problem['text']}’ lists no practice, and does not say so"
            continue
        practice = links[of_practices[0]]
        yield from _small(practice)
        if browser.leave(lambda: browser.tap(LISTED, of_practices[0])) is None:
            yield "taps", f"a tap on ‘{practice['text']}’ leads nowhere"
        elif problem["address"] not in [link["address"] for link in browser.ask(LINKS, LISTED) if link["isListed"]]:
            yield "taps", f"‘{practice['text']}’ is listed at ‘{problem['text']}’ and does not name it"


def _small(link):
    if min(link["width"], link["height"]) < AREA:
        size = f"{link['width']:.0f} × {link['height']:.0f} px"
        yield "taps-area", f"‘{link['text']}’ is {size} to tap on, and not {AREA} × {AREA}"
