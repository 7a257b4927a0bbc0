#!/usr/bin/env python3
"""Indexes generated pages with exemplar and with Pagefind, asks both the same queries in Chromium, and prints a table.

    search.py FOLDER PROGRAM PAGES
"""

import functools
import http.server
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time

from vocabulary import Vocabulary

PLACES, MECHANISMS, TOPICS = 50, 24, 40


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def library(folder, pages):
    """A library of practices in Chinese and English, each language with texts of its own; returns its queries."""
    vocabulary = Vocabulary()
    write(folder / "exemplar.yaml", "title: 基准库\ndescription: 用来量搜索的库\nlanguages: [zh-Hans, en]\n")
    for kind, count, more in (("places", PLACES, "level: city"), ("mechanisms", MECHANISMS, "kind: list"), ("topics", TOPICS, "kind: problem")):
        for n in range(count):
            name = f"{kind[:-1]}-{n}"
            write(folder / f"content/{kind}/{name}.md", f"---\ntitle: 名{n}\n{more}\n---\n\n一段。\n")
            write(folder / f"content/{kind}/{name}.en.md", f"---\ntitle: Name {n}\n---\n\nA text.\n")
    queries = []
    for number in range(pages // 2):
        rng = random.Random(number)
        sentence = vocabulary.page(rng)

        def text(language):
            def part():
                return sentence(0, 14) if rng.random() < (0.8 if language == 0 else 0.1) else sentence(1, rng.randint(9, 16))

            def paragraph():
                return "".join(part() for _ in range(rng.randint(4, 8)))

            sections = [f"## {title(language, 3)}\n\n{paragraph()}\n\n{paragraph()}" for _ in range(4)]
            return paragraph() + "\n\n" + "\n\n".join(sections) + "\n"

        def title(language, count):
            return sentence(language, count).strip("。. ").replace("，", "")

        chosen = lambda name, count: ", ".join(f"{name}-{n}" for n in sorted(rng.sample(range(count), 2)))
        base = folder / f"content/practices/place-{number % PLACES}/practice-{number}"
        write(
            base.with_suffix(".md"),
            f"---\ntitle: {title(0, 4)}\nplace: place-{number % PLACES}\nproblem: {sentence(0, 12)!r}\nsummary: {sentence(0, 12)!r}\n"
            f"mechanisms: [{chosen('mechanism', MECHANISMS)}]\ntopics: [{chosen('topic', TOPICS)}]\n"
            f"modality: {rng.choice(['reported', 'proposed'])}\n---\n\n" + text(0),
        )
        write(
            pathlib.Path(f"{base}.en.md"),
            f"---\ntitle: {title(1, 4)}\nproblem: {sentence(1, 12).strip()!r}\nsummary: {sentence(1, 12).strip()!r}\n---\n\n" + text(1),
        )
    # Two words of two characters, or two English words, of all degrees of rarity.
    rng = random.Random(0)
    chinese = [word for word in vocabulary.chinese[150:] if len(word) == 2]
    english = [word for word in vocabulary.english[len(vocabulary.function_words):] if len(word) > 3]
    for _ in range(20):
        queries.append(("zh-Hans", " ".join(chinese[int(rng.paretovariate(0.4)) % 3000] for _ in range(2))))
        queries.append(("en", " ".join(english[int(rng.paretovariate(0.4)) % 2000] for _ in range(2))))
    write(folder / "queries.txt", "".join(f"{language}\t{query}\n" for language, query in queries))


def run(command, folder=None):
    """Seconds of wall clock and of processor time, peak memory in MB, and what was written, of one command."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed with {status}:\n{output}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def seconds(text):
    number, unit = re.match(r"([\d.]+) (ms|s)", text).groups()
    return float(number) / (1000 if unit == "ms" else 1)


def size(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files), len(files)


class Counting(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and counts the bytes of what is asked for besides pages and styles."""

    served = 0

    def log_message(self, *_):
        pass

    def copyfile(self, source, target):
        start = source.tell()
        super().copyfile(source, target)
        if not self.path.split("?")[0].endswith((".html", ".css", ".svg", "/")):
            Counting.served += source.tell() - start


ASK_EXEMPLAR = """
const [query, language, done] = arguments;
(async () => {
  if (!window.asked) {
    let core;
    window.exemplarSearch = (name, value) => core.receive(name, value);
    const load = (path, then) => { const script = document.createElement('script'); script.src = '/' + path; script.onload = () => then(); script.onerror = () => then(true); document.head.append(script); };
    await new Promise(then => load('assets/search-core.js', then));
    core = SearchCore.create((file, then) => load('search/' + file, then));
    window.asked = (query, language) => core.query(query, { language });
  }
  const first = await window.asked(query, language);
  const start = performance.now();
  await window.asked(query, language);
  done([first.total, performance.now() - start]);
})();
"""

ASK_PAGEFIND = """
const [query, language, done] = arguments;
(async () => {
  if (!window.asked) {
    const pagefind = await import('/pagefind/pagefind.js');
    await pagefind.options({ baseUrl: '/' });
    await pagefind.init();
    window.asked = async query => { const found = await pagefind.search(query); await Promise.all(found.results.slice(0, 10).map(result => result.data())); return found.results.length; };
  }
  const total = await window.asked(query);
  const start = performance.now();
  await window.asked(query);
  done([total, performance.now() - start]);
})();
"""


def ask(site, queries, script):
    """For each query how many pages were found, bytes loaded by a fresh page, and milliseconds once they are there."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Counting, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_script_timeout(120)
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
    rows = []
    try:
        for language, query in queries:
            page = "blank.html" if language == "zh-Hans" else "blank-en.html"
            driver.get(f"http://127.0.0.1:{server.server_address[1]}/{page}")
            Counting.served = 0
            found, milliseconds = driver.execute_async_script(script, query, language)
            rows.append((found, Counting.served, milliseconds))
    finally:
        driver.quit()
        server.shutdown()
    return rows


def main():
    bench, program, pages = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve()), int(sys.argv[3])
    folder = bench / f"search-{pages}"
    if not folder.exists():
        library(folder, pages)
    queries = [tuple(line.split("\t")) for line in (folder / "queries.txt").read_text("utf-8").splitlines()]
    site = folder / "public"
    shutil.rmtree(site, ignore_errors=True)
    wall, cpu, memory, output = run([program, "build", "--timings"], folder)
    stages = dict(re.findall(r"^(\w[\w ]*?)\s{2,}([\d.]+ m?s)$", output, re.M))
    index = seconds(stages["index"])

    found_site = folder / "pagefind-site"
    shutil.rmtree(found_site, ignore_errors=True)
    found_wall, found_cpu, found_memory, _ = run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(found_site / "pagefind"), "--glob",
         "{practices,en/practices}/place-*/*.html", "--root-selector", "main", "--exclude-selectors",
         "nav, .side, .page-foot, .cards, .items, .tally, .eyebrow, .evidence, .none, .section-intro"])
    for root in (site, found_site):
        write(root / "blank.html", "<!DOCTYPE html><html lang=\"zh-Hans\"><title>blank</title>")
        write(root / "blank-en.html", "<!DOCTYPE html><html lang=\"en\"><title>blank</title>")
    ours, theirs = ask(site, queries, ASK_EXEMPLAR), ask(found_site, queries, ASK_PAGEFIND)

    def spread(rows, column, unit=1):
        values = [row[column] / unit for row in rows]
        return f"{statistics.median(values):.0f} ({min(values):.0f}–{max(values):.0f})"

    our_size, our_files = size(site / "search")
    their_size, their_files = size(found_site / "pagefind")
    print(f"\n{pages} pages, {os.cpu_count()} cores\n\n| | exemplar | Pagefind |\n|---|--:|--:|")
    print(f"| index: wall s | {index:.2f} | {found_wall:.2f} |")
    print(f"| whole build with pages: wall s, CPU s, peak MB | {wall:.2f}, {cpu:.2f}, {memory:.0f} | – |")
    print(f"| index: CPU s, peak MB | – | {found_cpu:.2f}, {found_memory:.0f} |")
    print(f"| index on disk: MB, files | {our_size / 1e6:.1f}, {our_files} | {their_size / 1e6:.1f}, {their_files} |")
    print(f"| kB loaded for a query of two words, median (range) | {spread(ours, 1, 1000)} | {spread(theirs, 1, 1000)} |")
    print(f"| ms for a query once they are there, median (range) | {spread(ours, 2)} | {spread(theirs, 2)} |")
    print(f"| pages found, median (range) | {spread(ours, 0)} | {spread(theirs, 0)} |")


if __name__ == "__main__":
    main()
