"""What the checks report."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong on one page.

    `found_by` is the pass that saw it (links, weight, markup, chromium, firefox, paths, print and so on), `check` what was asked,
    `setting` under which circumstances: scheme, width, file or HTTP.
    """

    page: str
    found_by: str
    check: str
    message: str
    setting: str = ""


class Skipped(Exception):
    """A pass cannot run here, because something is not installed. The text says what."""


def lines(findings):
    """The findings as lines, sorted; what shows under several settings is said once, with all of them."""
    settings = {}
    for finding in sorted(set(findings)):
        key = (finding.page, finding.check, finding.message, finding.found_by)
        settings.setdefault(key, []).append(finding.setting)
    for (page, check, message, found_by), where in settings.items():
        told = ", ".join(setting for setting in where if setting)
        yield f"{page}: {message} [{check}, {found_by}{': ' + told if told else ''}]"
