"""Validates a folder of open data: validate.py FOLDER

The data package must be valid under Frictionless, which checks types, vocabularies, primary and foreign keys
of every table; it must describe every CSV file of the folder and no other; every row must be readable; and the
JSON of the figures must say the same as their table.
"""

import csv
import json
import sys
from pathlib import Path

from frictionless import Package

folder = Path(sys.argv[1])
package = Package(str(folder / "datapackage.json"))
problems = []

report = package.validate()
for task in report.tasks:
    problems += [f"{task.place}: {error.message}" for error in task.errors]
problems += [f"datapackage.json: {error.message}" for error in report.errors]

described = {resource.path for resource in package.resources}
present = {path.name for path in folder.glob("*.csv")}
problems += [f"{name}: not in the data package" for name in sorted(present - described)]
problems += [f"{name}: in the data package, but there is no such file" for name in sorted(described - present)]

rows = 0
for resource in package.resources:
    # As any program would read it that knows only UTF-8 with a byte order mark and RFC 4180.
    with open(folder / resource.path, encoding="utf-8-sig", newline="") as file:
        plain = list(csv.reader(file, strict=True))
    typed = resource.read_rows()
    rows += len(typed)
    if plain[0] != resource.schema.field_names:
        problems.append(f"{resource.path}: the header is not that of the schema")
    if len(typed) != len(plain) - 1:
        problems.append(f"{resource.path}: {len(plain) - 1} rows, of which {len(typed)} are read")

figures = {row["id"]: row for row in package.get_resource("observations").read_rows()}
objects = json.loads((folder / "observations.json").read_bytes())
if [entry["id"] for entry in objects] != list(figures):
    problems.append("observations.json: other figures than observations.csv")
for entry in objects:
    row = figures.get(entry["id"], {})
    for name in ["printed", "value", "qualifier", "lower", "upper", "role", "baseline", "target"]:
        value = row.get(name)
        if entry[name] != (value if value is None or isinstance(value, str) else float(value)):
            problems.append(f"observations.json: {name} of {entry['id']} is {entry[name]}, in the table {value}")

for problem in problems:
    print(problem, file=sys.stderr)
if problems:
    sys.exit(f"{len(problems)} problems in the open data")
print(f"Open data: {len(package.resources)} tables with {rows} rows, valid under Frictionless.")
