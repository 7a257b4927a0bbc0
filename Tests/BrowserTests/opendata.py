"""The open data of a site: the data package is valid under Frictionless, which checks types, vocabularies, primary and
foreign keys of every table; it describes every CSV file of the folder and no other; every row can be read; and the JSON
of the figures says the same as their table."""

import csv
import json
import shutil
import tempfile
from pathlib import Path

from findings import Finding, Skipped
from pages import Site

FIGURE = ("printed", "value", "qualifier", "lower", "upper", "role", "baseline", "target")


def check_data(site):
    try:
        from frictionless import Package
    except ImportError:
        raise Skipped("Frictionless is not installed") from None
    folder = site.root / "data"
    package = Package(str(folder / "datapackage.json"))
    for name, check, message in (*_invalid(package), *_files(package, folder), *_rows(package, folder),
                                 *_figures(package, folder)):
        yield Finding(f"data/{name}", "data", check, message)


def _invalid(package):
    report = package.validate()
    for task in report.tasks:
        for error in task.errors:
            yield task.place, "schema", error.message
    for error in report.errors:
        yield "datapackage.json", "schema", error.message


def _files(package, folder):
    described = {resource.path for resource in package.resources}
    present = {path.name for path in folder.glob("*.csv")}
    for name in sorted(present - described):
        yield name, "files", "not in the data package"
    for name in sorted(described - present):
        yield name, "files", "in the data package, but there is no such file"


def _rows(package, folder):
    for resource in package.resources:
        if not (folder / resource.path).exists():
            continue
        # As any program would read it that knows only UTF-8 with a byte order mark and RFC 4180.
        with open(folder / resource.path, encoding="utf-8-sig", newline="") as file:
            try:
                plain = list(csv.reader(file, strict=True))
            except csv.Error as error:
                yield resource.path, "rows", str(error)
                continue
        if plain[0] != resource.schema.field_names:
            yield resource.path, "header", "the header is not that of the schema"
        elif len(typed := resource.read_rows()) != len(plain) - 1:
            yield resource.path, "rows", f"{len(plain) - 1} rows, of which {len(typed)} are read"


def _figures(package, folder):
    figures = {row["id"]: row for row in package.get_resource("observations").read_rows()}
    objects = json.loads((folder / "observations.json").read_bytes())
    if [entry["id"] for entry in objects] != list(figures):
        yield "observations.json", "json", "other figures than observations.csv"
    for entry in objects:
        row = figures.get(entry["id"], {})
        for name in FIGURE:
            value = row.get(name)
            if entry[name] != (value if value is None or isinstance(value, str) else float(value)):
                yield "observations.json", "json", f"{name} of {entry['id']} is {entry[name]}, in the table {value}"


# One fault a file: its name, what of it is replaced by what (None for the whole file), and what has to be found.
FAULTS = [
    ("topics.csv", ",problem,", ",trouble,", "schema"),
    ("speakers.csv", "id,", "code,", "schema header"),
    ("mentions.csv", "\r\n", '\r\n"', "schema rows"),
    ("extra.csv", None, "id\r\n", "files"),
    ("glossary.csv", None, None, "schema files"),
    ("observations.json", '"value":', '"value":1', "json"),
]


def expected():
    return {f"data/{name}": {("data", check) for check in checks.split()} for name, _, _, checks in FAULTS}


def check_seeded(site):
    """The same over a copy with the faults."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(site.root / "data", Path(folder, "data")))
        for name, part, replacement, _ in FAULTS:
            file = copy / name
            if replacement is None:
                file.unlink()
                continue
            text = file.read_bytes().decode().replace(part, replacement, 1) if part else replacement
            file.write_bytes(text.encode())
        yield from check_data(Site(folder))
