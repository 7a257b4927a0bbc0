"""Validates a library against its schemas: validate.py PROGRAM LIBRARY

The schemas that `exemplar schema --all` writes must themselves be valid under JSON Schema 2020-12, every record and
YAML file of the library must satisfy the one of its kind, and copies of them that are broken on purpose must not.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator, FormatChecker

program, library = sys.argv[1], Path(sys.argv[2])


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as editors read it: a day is a text."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([program, "schema", "--all", folder, "--source", str(library)], check=True)
    schemas = {path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in Path(folder).iterdir()}
problems = []
for name, schema in schemas.items():
    Draft202012Validator.check_schema(schema)
validators = {name: Draft202012Validator(schema, format_checker=FormatChecker()) for name, schema in schemas.items()}


def front_matter(path):
    return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("---\n", 2)[1]


def files():
    """Each file with the name of its schema, and its YAML."""
    for kind, schema in schemas.items():
        if kind.endswith(".translation"):
            continue
        pattern = schema["description"]
        for path in sorted({*library.glob(pattern), *library.glob(pattern.replace(".md", ".*.md"))}):
            if path.suffix != ".md":
                yield path, kind, path.read_text(encoding="utf-8-sig")
            else:
                is_translation = "." in path.stem
                yield path, kind + (".translation" if is_translation else ""), front_matter(path)


count = 0
for path, name, text in files():
    value = yaml.load(text, CoreLoader)
    count += 1
    for error in validators[name].iter_errors(value):
        where = "/".join(map(str, error.absolute_path))
        problems.append(f"{path}: {where}: {error.message[:200]} (schema {name})")
    # What must not pass: a key that nobody knows, and a record without a field that it needs.
    broken = [("an unknown key", {**value, "no-such-key!": "x"})]
    broken += [
        (f"no {key}", {other: value[other] for other in value if other != key})
        for key in schemas[name].get("required", [])
    ]
    broken += [(f"a list of lists in {key}", {**value, key: [[value[key]]]}) for key in value]
    for what, copy_ in broken:
        if validators[name].is_valid(copy_):
            problems.append(f"{path}: {what} passes (schema {name})")

for problem in problems:
    print(problem, file=sys.stderr)
if problems:
    sys.exit(f"{len(problems)} problems with the schemas")
if count < 10:
    sys.exit(f"only {count} files were found in {library}")
print(f"Schemas: {len(schemas)}, valid under JSON Schema 2020-12; {count} files satisfy them, and no broken one does.")
