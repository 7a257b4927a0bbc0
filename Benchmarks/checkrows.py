#!/usr/bin/env python3
"""The least a script would check of an observation file with Python's `csv`: the peer of `bench.py observations`.

checkrows.py FOLDER: every row has all fields; its id is new; metric, place and source exist; numbers are numbers;
role and flags are known words. It takes no figure apart, and knows lines, but no columns.
"""

import csv
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
metrics = set(re.findall(r"^([a-z0-9-]+):", (folder / "content/metrics/metrics.yaml").read_text(), re.M))
places = {path.name.removesuffix(".md") for path in (folder / "content/places").iterdir()}
sources = {path.name for path in (folder / "seeds").iterdir()}
roles = {"structure", "action", "result", "baseline", "target", "checkpoint"}
flags = {"self-reported", "no-period", "no-denominator", "as-of-unknown", "scope-unclear", "no-baseline"}
seen, problems = set(), 0
with open(folder / "content/metrics/observations.csv", newline="", encoding="utf-8") as table:
    rows = csv.reader(table)
    header = next(rows)
    at = {name: index for index, name in enumerate(header)}
    for row in rows:
        wrong = len(row) != len(header) or row[at["id"]] in seen
        wrong = wrong or row[at["metric"]] not in metrics or row[at["place"]] not in places
        wrong = wrong or row[at["source"]] not in sources or row[at["role"]] not in roles
        wrong = wrong or any(flag not in flags for flag in row[at["flags"]].split(";") if flag)
        for name in ("value", "lower", "upper", "baseline", "target"):
            try:
                wrong = wrong or (row[at[name]] != "" and float(row[at[name]]) is None)
            except ValueError:
                wrong = True
        seen.add(row[at["id"]])
        if wrong:
            problems += 1
            print(f"line {rows.line_num}")
print(f"{len(seen)} rows, {problems} problems", file=sys.stderr)
