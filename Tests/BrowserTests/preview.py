"""What an editor sees under `exemplar serve`, in Chromium: preview.py PROGRAM [LIBRARY]

A sentence, a figure, a template, an interface text and a style are edited; a file is broken and put right; the library
changes between two branches twenty times. The page must show what was saved, with what a build writes; and how long that
takes is printed.
"""

import statistics
import subprocess
import sys
import time

import chromium
from findings import Skipped
from previewing import Preview

PAGE = "practices/panjin/three-grids.html"
RECORD = "content/practices/panjin/three-grids.md"
FOUND = "(text) => document.readyState !== 'loading' && document.documentElement.innerHTML.includes(text)"
PANEL = "() => { const host = document.querySelector('exemplar-preview'); return host ? host.shadowRoot.getElementById('panel').innerText : '' }"
STRIP = PANEL.replace("panel", "strip")


class Editor:
    def __init__(self, preview, tab):
        self.preview, self.tab = preview, tab

    def seen(self, function, value=None):
        """Waits until a function gives true in the page, and gives how long that took."""
        begin = time.monotonic()
        if not self.tab.wait(function, value, pause=0.002):
            sys.exit(f"not seen: {function} {value}")
        return time.monotonic() - begin

    def save(self, name, old, new, sign=None):
        """Saves a change and waits until the page shows it."""
        text = self.preview.read(name)
        assert old in text, (name, old)
        self.preview.write(name, text.replace(old, new, 1))
        return self.seen(FOUND, sign or new)

    def same(self):
        different = self.preview.differences(self.preview.built())
        if different:
            sys.exit(f"other than built: {different[:5]}")


def edits(editor):
    preview, tab = editor.preview, editor.tab
    tab.ask("window.scrollTo(0, 700)")
    editor.save(RECORD, "summary: ", "summary: 试改一句。", "试改一句。")
    editor.seen("() => document.readyState === 'complete' && window.scrollY === 700")
    print("a sentence: shown, scrolled as before")
    name = next(name for name in preview.names("content/metrics", ".csv") if "32.7万件" in preview.read(name))
    preview.write(name, preview.read(name).replace("32.7万件,", "32.8万件,").replace(",327000,rounded,326500,327499,", ",328000,rounded,327500,328499,"))
    for record in preview.names("content", ".md"):
        if "32.7万件" in preview.read(record):
            preview.write(record, preview.read(record).replace("32.7万件", "32.8万件"))
    for record in preview.names("content", ".en.md"):
        if "327,000" in preview.read(record):
            preview.write(record, preview.read(record).replace("327,000", "328,000"))
    editor.seen(FOUND, "32.8万件")
    print("a figure in a table: shown")
    preview.write("templates/practice.mustache", '<article class="page">{{>title}}<p>别的模板</p>{{>body}}</article>\n')
    editor.seen(FOUND, "别的模板")
    preview.write("templates/strings/zh-Hans.yaml", "home: 大门\n")
    editor.seen(FOUND, "大门")
    print("a template and an interface text: shown")
    tab.ask("window.kept = true")
    preview.write("templates/assets/search.css", ":root { --proof: 1 }\n")
    editor.seen("() => getComputedStyle(document.documentElement).getPropertyValue('--proof').trim() === '1'")
    assert tab.ask("window.kept"), "the page was loaded again for a style"
    print("a style: exchanged, without loading the page again")
    tab.ask("window.kept = true")
    preview.write("content/topics/unrelated.md", "---\ntitle: {zh-Hans: 无关, en: Unrelated}\nkind: problem\n---\n")
    preview.status()
    time.sleep(0.5)
    assert tab.ask("window.kept"), "the page was loaded again for what is not on it"
    print("a record that the page does not show: left alone")
    editor.same()


def errors(editor):
    preview, tab = editor.preview, editor.tab
    text = preview.read(RECORD)
    preview.write("content/places/panjin.md", preview.read("content/places/panjin.md").replace("title:", "titel:", 1))
    preview.write(RECORD, text.replace("summary:", "summery:", 1))
    editor.seen(f"() => ({PANEL})().includes('summery')")
    panel = tab.ask(PANEL)
    assert panel.index("three-grids.md") < panel.index("places/panjin.md"), panel
    assert "did you mean" in panel and "个错误" in panel, panel
    assert "别的模板" in tab.ask("() => document.documentElement.outerHTML"), "the last good page is gone"
    preview.write(RECORD, text)
    preview.write("content/places/panjin.md", preview.read("content/places/panjin.md").replace("titel:", "title:", 1))
    editor.seen(f"() => ({PANEL})() === ''")
    assert "three-grids.md" in tab.ask(STRIP)
    print("a file that breaks and is fixed: the panel came over the last good page and went")
    editor.same()


def branches(editor):
    preview = editor.preview

    def git(*words):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words], cwd=preview.library,
                       check=True, capture_output=True)

    git("init", "-b", "one")
    git("add", ".")
    git("commit", "-m", "one")
    built = {"one": preview.built()}
    git("checkout", "-b", "two")
    for name in preview.names("content", ".md"):
        preview.write(name, preview.read(name) + "\n另一个分支。\n")
    preview.write("templates/strings/zh-Hans.yaml", "home: 另一扇门\n")
    git("rm", "-q", "-f", "content/topics/unrelated.md")
    git("add", ".")
    git("commit", "-m", "two")
    built["two"] = preview.built()
    signs = {"one": "大门", "two": "另一扇门"}
    generation = preview.status()["generation"]
    for number in range(20):
        branch = ["one", "two"][number % 2]
        git("checkout", branch)
        editor.seen(FOUND, signs[branch])
        different = preview.differences(built[branch])
        if different:
            sys.exit(f"switch {number}: other than built: {different[:5]}")
    changes = preview.status()["generation"] - generation
    print(f"twenty switches between two branches: the truth each time, in {changes} changes; {len(built['one'])} files compared")


def measure(editor, record):
    times, works = [], []
    for number in range(20):
        old = next(line for line in editor.preview.read(record).splitlines() if line.startswith("summary: "))
        times.append(editor.save(record, old, f"summary: 第{number}次改。", f"第{number}次改。"))
        works.append(editor.preview.status()["milliseconds"])
        time.sleep(0.3)
    print(f"from save to the page that shows it: median {statistics.median(times) * 1000:.0f} ms "
          f"({min(times) * 1000:.0f} to {max(times) * 1000:.0f}); of it reading, checking and planning "
          f"{statistics.median(works):.0f} ms")


def main(program, library=None):
    with Preview(program, *([library] if library else [])) as preview, chromium.opened() as tab:
        tab.resize(1200)
        editor = Editor(preview, tab)
        # Translations have the tag of their language before the ending.
        record = RECORD if library is None else next(
            name for name in preview.names("content/practices", ".md") if name.count(".") == 1)
        tab.open(preview.base + record.removeprefix("content/").removesuffix(".md") + ".html")
        editor.seen(f"() => ({STRIP})() !== ''")
        measure(editor, record)
        if library is None:
            edits(editor)
            errors(editor)
            branches(editor)
        memory, files = preview.usage()
        print(f"{memory:.0f} MB, {files} open files")
        faults = tab.drain(preview.base)
        if faults:
            sys.exit("; ".join(map(str, faults[:5])))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Skipped as reason:
        print(f"skipped: {reason}")
