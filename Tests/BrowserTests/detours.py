"""Small pages on which one step of a way goes wrong each: what the pass ‘paths’ has to find, and nothing else."""

from pathlib import Path

from faults import Fault

SEEDS = Path(__file__).with_name("seeds")
MAIN = "</main>"

DIALOG = """
</main>
<dialog aria-label="Search">
<form><input type="search" role="combobox" aria-label="Search" aria-expanded="false" aria-controls="options"
aria-autocomplete="list"> <button type="button">Close</button></form>
<ul role="listbox" id="options" aria-label="Found"></ul>
</dialog>
<script src="dialog.js" data-fault="{}" defer></script>"""

FINDER = """
<form>
<p><label for="need">Need</label>
<select id="need"><option value="">Any</option><option value="a">A</option></select></p>
<p><label><input type="checkbox" id="have"> A hall</label></p>
</form>
<p role="status" id="told"></p>
<ul id="found">
<li data-practice data-need="a"><a href="practice--good.html">One</a> practice</li>
<li data-practice data-need="b"><a href="practice--good.html">Two</a> practices</li>
</ul>
<script src="finder.js" data-fault="{}" defer></script>
</main>"""

RESULTS = """
<p role="status"></p>
<div class="facets"></div>
<ol class="results"></ol>
<script src="results.js" data-fault="{}" defer></script>
</main>"""

PROBLEMS = """
<section aria-labelledby="page.by-problem"><h2 id="page.by-problem">Problems</h2>
<p class="roomy"><a{} href="topic--{}.html">A problem</a></p></section>"""

CARE = """
<div class="care" role="group" aria-label="Care">
<button type="button" data-care-size="100">A</button> <button type="button" data-care-size="150">B</button>
<button type="button" data-care-contrast>C</button>
</div>
<p class="roomy">Words with a <a href="practice--good.html">link</a></p>
<script src="care.js" data-fault="{}"></script>
</main>"""

LISTED = """
<ul class="roomy"><li><a href="{}.html">A practice</a></li></ul>
</main>"""


def seeded(kind, name, html, findings):
    """A page of a kind with a fault by name. Where there is none, nothing must be found."""
    return Fault(f"{kind}--{name}", MAIN, html, findings)


def dialog(name, findings):
    return seeded("practice", name, LISTED.format("topic--good").removesuffix(MAIN) + DIALOG.format(name), findings)


def finder(name, findings):
    return seeded("finder", name, FINDER.format(name), findings)


def results(name, findings):
    return seeded("search", name, RESULTS.format(name), findings)


def home(name, findings, attribute=""):
    """A home page whose one problem is the topic of the same name; without a topic, it lists no problem."""
    problems = PROBLEMS.format(attribute, name) if name != "blank" else ""
    return seeded("home", name, problems + DIALOG.format(""), findings)


def kit(name, attributes, findings):
    return seeded("kit", name, f'<p class="roomy"><a {attributes}>A table</a></p></main>', findings)


def care(name, findings):
    return seeded("place", name, CARE.format(name), findings)


def topic(name, html):
    return seeded("topic", name, html, "")


FAULTS = [
    kit("good", 'href="data:text/csv;charset=utf-8;base64,YSxiCg==" download="table.csv"', ""),
    kit("none", 'href="kit--good.html"', "paths download"),
    kit("renamed", 'href="data:text/csv;charset=utf-8;base64,YSxiCg==" download="a/b.csv"', "paths download"),
    kit("torn", 'href="data:text/csv;charset=utf-8;base64,!" download="table.csv"', "paths download"),
    care("good", ""),
    seeded("place", "bare", MAIN, "paths care"),
    care("keys", "paths care-keyboard, paths care-size, paths care-contrast"),
    care("small", "paths care-size"),
    care("lost", "paths care-size"),
    care("wide", "paths care-reflow"),
    care("same", "paths care-contrast"),
    care("pale", "paths care-contrast"),
    care("stuck", "paths care-back"),
    dialog("good", ""),
    dialog("slash", "paths dialog-open"),
    dialog("control", "paths dialog-open"),
    dialog("focus", "paths dialog-open"),
    dialog("options", "paths dialog-options"),
    dialog("arrows", "paths dialog-arrows"),
    dialog("selected", "paths dialog-arrows"),
    dialog("again", "paths dialog-arrows"),
    dialog("composing", "paths dialog-composing"),
    dialog("tab", "paths dialog-tab, paths axe"),
    dialog("escape", "paths dialog-close"),
    dialog("back", "paths dialog-close"),
    dialog("enter", "paths dialog-enter"),
    dialog("pale", "paths axe"),
    dialog("murky", "paths axe"),
    dialog("wide", "paths overflow"),
    finder("good", ""),
    finder("still", "paths finder-results"),
    finder("silent", "paths finder-told"),
    finder("wrong", "paths finder-told"),
    finder("pale", "paths axe"),
    finder("astray", "paths finder-enter"),
    finder("lost", "paths finder-enter, paths request"),
    finder("beyond", "paths finder-enter"),
    seeded("finder", "empty", MAIN, "paths finder-reach"),
    Fault("finder--reach", MAIN, FINDER.format("").replace('id="have"', 'id="have" tabindex="-1"'),
          "paths finder-reach"),
    Fault("finder--bare", MAIN, FINDER.format("").replace('id="have"', 'id="have" class="bare"'),
          "paths finder-focus"),
    Fault("finder--notes", MAIN, FINDER.format("").replace(MAIN, '<p class="notes">A note</p>' + MAIN), "paths finder-notes"),
    Fault("finder--unfit", MAIN, FINDER.format("").replace('id="need"', 'id="need" name="level"'), "paths finder-unfit"),
    results("good", ""),
    results("none", "paths results"),
    results("reach", "paths facets"),
    results("shut", "paths facets"),
    results("values", "paths facets"),
    results("still", "paths facets"),
    results("focus", "paths facets-focus"),
    results("pale", "paths axe"),
    results("wide", "paths overflow"),
    home("good", ""),
    topic("good", LISTED.format("practice--good")),
    home("small", "paths taps-area", ' class="small"'),
    topic("small", LISTED.format("practice--small")),
    seeded("practice", "small", LISTED.format("topic--small").removesuffix(MAIN) + DIALOG.format(""), ""),
    home("silent", "paths taps"),
    topic("silent", "<p>Nobody knows.</p>" + MAIN),
    home("honest", ""),
    topic("honest", '<p class="none">There is no practice.</p>' + MAIN),
    home("stranger", "paths taps"),
    topic("stranger", LISTED.format("practice--good")),
    home("blank", "paths taps"),
    home("nowhere", "paths taps, paths request"),
]


def files():
    """What the pages need beside them."""
    return {path.name: path.read_text(encoding="utf-8") for path in SEEDS.iterdir()}
