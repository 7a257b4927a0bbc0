"""A kit on the five-city site from a folder, in each browser: it is filled in, kept, saved as one file, shown by that
file alone, and read back on another computer; what is no such file is refused."""

import re
import shutil
import tempfile
from pathlib import Path

import search
from findings import Finding
from search import Wrong, expect

SEEDS = Path(__file__).with_name("seeds")
KIT = "kits/panjin/three-grids.html"
OTHER = "kits/panjin/warm-stations.html"
UNIT, TASK = "测试街道 <办事处> & \"居委会\"", "网格员\n每周三"

FILL = """([unit, task]) => {
  for (const [name, value] of [['unit', unit], ['step-1-us', task]]) {
    const field = document.querySelector(`[data-field="${name}"]`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  document.querySelector('[data-tick="step-1"]').click();
}"""
FILLED = """() => ({
  unit: [...document.querySelectorAll('[data-field="unit"]')].map((field) => field.value),
  task: document.querySelector('[data-field="step-1-us"]').value,
  printed: document.querySelector('[data-field="step-1-us"]').parentNode.getAttribute('data-value'),
  isDone: document.querySelector('[data-tick="step-1"]').checked,
})"""
# What the browser is given to save.
SAVE = """() => new Promise((resolve) => {
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => { blob.text().then(resolve); return address.call(URL, blob); };
  document.querySelector('[data-do="save"]').click();
})"""
OPEN = """([text, name]) => {
  const chosen = new DataTransfer(), chooser = document.querySelector('.kit input[type="file"]');
  chosen.items.add(new File([text], name, { type: 'text/html' }));
  chooser.files = chosen.files;
  chooser.dispatchEvent(new Event('change', { bubbles: true }));
}"""
TOLD = "() => document.querySelector('[data-told]').textContent"
AGREE = "(word) => { window.confirm = () => word; }"
CLEAR = "() => document.querySelector('[data-do=\"clear\"]').click()"
COPY = "() => document.querySelector('main, article').textContent"
FULL = {"unit": [UNIT, UNIT], "task": TASK, "printed": TASK, "isDone": True}
EMPTY = {"unit": ["", ""], "task": "", "printed": "", "isDone": False}


class Kit:
    """A tab on the kits of a site."""

    def __init__(self, tab, root):
        self.tab, self.root, self.base = tab, root, root.as_uri() + "/"

    def begin(self, page=KIT):
        """A kit on a computer that has not seen it."""
        self.open(page)
        self.tab.ask("() => localStorage.clear()")
        self.open(page)

    def open(self, page):
        self.tab.open(self.base + page)

    def filled(self):
        self.begin()
        self.tab.ask(FILL, [UNIT, TASK])

    def saved(self):
        self.filled()
        return self.tab.ask(SAVE)

    def read(self, text, name="filled.html"):
        """Opens a file, and gives what the page says to it."""
        self.tab.ask(OPEN, [text, name])
        return expect(self.tab.wait(TOLD), f"nothing is said to {name}")


def kept(kit):
    kit.filled()
    expect(kit.tab.ask(FILLED) == FULL, f"what is filled in is {kit.tab.ask(FILLED)}")
    kit.open(KIT)
    expect(kit.tab.ask(FILLED) == FULL, f"what is kept is {kit.tab.ask(FILLED)}")
    kit.tab.ask(AGREE, False)
    kit.tab.ask(CLEAR)
    expect(kit.tab.ask(FILLED) == FULL, "it is cleared without a yes")
    kit.tab.ask(AGREE, True)
    kit.tab.ask(CLEAR)
    kit.open(KIT)
    expect(kit.tab.ask(FILLED) == EMPTY, f"what is left after clearing is {kit.tab.ask(FILLED)}")


def saved(kit):
    text = kit.saved()
    (kit.root / "kits/filled.html").write_text(text, encoding="utf-8")
    kit.tab.open(kit.base + "kits/filled.html")
    shown = kit.tab.ask(COPY)
    expect(UNIT in shown and TASK in shown, "the saved file does not show what was filled in")
    expect(not kit.tab.ask("() => document.querySelector('textarea, button, a:not([href^=\"#\"])') !== null"),
           "the saved file has what works only on the site")


def reopened(kit):
    text = kit.saved()
    kit.begin()
    expect(kit.tab.ask(FILLED) == EMPTY, "another computer knows what was filled in on the first")
    told = kit.read(text)
    expect(kit.tab.ask(FILLED) == FULL, f"what is read back is {kit.tab.ask(FILLED)}: {told}")
    kit.open(KIT)
    expect(kit.tab.ask(FILLED) == FULL, "what was read back is not kept")


def refused(kit):
    text = kit.saved()
    for name, wrong in (("cut.html", text[:-60]), ("half.html", text[:len(text) // 2]), ("note.html", "<p>A note</p>"), ("empty.html", "")):
        kit.begin()
        told = kit.read(wrong, name)
        expect(name in told and "没有读入" in told, f"to {name} it is said: {told}")
        expect(kit.tab.ask(FILLED) == EMPTY, f"{name} changes the page")
    kit.begin(OTHER)
    told = kit.read(text)
    expect("另一条做法" in told and "三格" in told, f"to a file of another practice it is said: {told}")
    expect(kit.tab.ask("() => document.querySelector('[data-field=\"unit\"]').value") == "",
           "a file of another practice changes the page")


STEPS = {step.__name__: step for step in (kept, saved, reopened, refused)}
# What goes wrong on which step, by the names that seeds/kits.js has for it.
FAULTS = {"forgetful": "kept", "hasty": "kept", "hollow": "saved", "deaf": "reopened", "trusting": "refused"}
SCRIPT = re.compile(r"<script src=\"([^\"]*)assets/kit\.js\"")


def walk(tab, root, names):
    """Goes these steps over a site of its own, and yields what is wrong as check and message."""
    kit = Kit(tab, root)
    tab.resize(1280)
    for name in names:
        try:
            STEPS[name](kit)
        except Wrong as problem:
            yield name, str(problem)
        except tab.error as problem:
            yield name, f"the step cannot be gone: {str(problem).splitlines()[0]}"
        yield from tab.drain(kit.base)


def check_kits(browser, site):
    """All steps, over a copy of the site, because one of them adds a file."""
    with search.launched(browser) as tab, tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(site.root, Path(folder).resolve(), dirs_exist_ok=True)
        for check, message in walk(tab, copy, STEPS):
            yield Finding(KIT, f"kits-{browser}", check, message, "file")


def expected():
    """What has to be found, by fault, as pairs of pass and check."""
    return {fault: {(f"kits-{browser}", step) for browser in ("chromium", "firefox")}
            for fault, step in FAULTS.items()}


def check_seeded(browser, site):
    """Each step over a copy of the site with a fault; ‘page’ is the fault."""
    seed = (SEEDS / "kits.js").read_text(encoding="utf-8")
    with search.launched(browser) as tab, tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(site.root, Path(folder).resolve(), dirs_exist_ok=True)
        for page in (copy / "kits").rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            page.write_text(SCRIPT.sub(r'<script src="\1fault.js" defer></script>\n\g<0>', html), encoding="utf-8")
        for fault, step in FAULTS.items():
            (copy / "fault.js").write_text(f"const fault = '{fault}';\n{seed}", encoding="utf-8")
            for check, message in walk(tab, copy, [step]):
                yield Finding(fault, f"kits-{browser}", check, message)
