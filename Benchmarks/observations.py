#!/usr/bin/env python3
"""Writes a library whose one observation file has N rows, as places print figures in Chinese and English.

observations.py FOLDER ROWS WRONG: of the rows, WRONG are wrong in one of eleven ways, spread over the file. The
same numbers always give the same bytes. Beside the library, FOLDER.expected lists each wrong row as `line code`.
"""

import pathlib
import random
import sys

PLACES, SOURCES, PARAGRAPHS, SENTENCES, SPEAKERS = 200, 40, 60, 9, 5
# Kind, unit and its English name; sixty metrics take them in turn.
METRICS = [
    ("count", "人", "people"), ("count", "个", "projects"), ("count", "件", "events"), ("count", "户", "households"),
    ("count", "家", "units"), ("count", "人次", "visits"), ("share", "%", "%"), ("change", "%", "%"),
    ("duration", "小时", "hours"), ("count", "项", "measures"),
]
COLUMNS = (
    "id,metric,place,period,printed,value,qualifier,lower,upper,role,baseline,target,source,locator,speaker,flags,"
    "note,note.en"
)
ROLES = ["structure", "action", "result", "result", "baseline", "target", "checkpoint"]
FLAGS = ["self-reported", "no-period", "no-denominator", "as-of-unknown", "scope-unclear", "no-baseline"]
NOTES = [
    ("覆盖多少个社区，原文没有说。", "The number of communities covered is not given."),
    ("截至何时不详。", "As of when is not stated."),
    ("“实施”没有说是否完成；数的可能是项目，也可能是中心。", "“Carried out” does not say finished; the count may be of projects or of centres."),
    ("受理与办结合为一个数，算不出办结率。", "Accepted and completed are one figure, so no completion rate can be worked out."),
    ("数的是次，不是人。\n前一句有“今年以来”，是否管到这里不明确。", "Visits, not persons.\nWhether “since the start of this year” applies here is unclear."),
    ("原文写\"先后建立\"，没有各区的时间。", "The source says \"one after another\" and gives no dates."),
]
CHINESE_DIGITS = "零一二三四五六七八九"


def number(rng):
    """A count: small ones often, and two in three large ones round, as places give them."""
    value = int(10 ** rng.uniform(0.5, 6.2))
    if value > 100 and rng.random() < 0.66:
        step = 10 ** (len(str(value)) - 2)
        value -= value % step
    return max(value, 3)


def figure(rng, kind, unit, english):
    """The print, value, qualifier, lower and upper bound of one figure; empty where there is none."""
    if kind == "share":
        value = rng.choice([100, 99, 98, 97, 95, 90]) if rng.random() < 0.3 else rng.randint(100, 999) / 10
        value = int(value) if value == int(value) else value
        if rng.random() < 0.2:
            return rng.choice([f"不低于{value}%", f"at least {value}%"]), value, "at-least", value, 100
        return f"{value}%", value, "exact", value, value
    if kind == "change":
        value = rng.randint(3, 140)
        if rng.random() < 0.4:
            return rng.choice([f"超{value}%", f"more than {value}%"]), value, "more-than", value, ""
        return f"{value}%", value, "exact", value, value
    if kind == "duration":
        value = rng.choice([1, 2, 4, 8, 12, 24, 36, 48, 72])
        return rng.choice([f"{value}小时内", f"within {value} hours"]), value, "at-most", "", value
    value, form = number(rng), rng.random()
    if form < 0.12:
        return f"{value:,} {english}", value, "exact", value, value
    if form < 0.2:
        return f"more than {value:,} {english}", value, "more-than", value, ""
    if form < 0.24:
        return f"约{value}{unit}", value, "about", "", ""
    if value >= 100_000 and value % 1000 == 0 and form < 0.6:
        if value % 10_000 == 0:
            return f"{value // 10_000}万余{unit}", value, "more-than", value, ""
        return f"{value / 10_000:.1f}万{unit}", value, "rounded", value - 500, value + 499
    if value % 10 == 0 and form < 0.6:
        return f"{value}{rng.choice('余多')}{unit}", value, "more-than", value, ""
    if 3 <= value <= 9:
        return f"{CHINESE_DIGITS[value]}{unit}", value, "exact", value, value
    return f"{value}{unit}", value, "exact", value, value


def period(rng):
    year = rng.randint(2018, 2026)
    return rng.choice(
        ["", "", f"{year}", f"{year}", f"{year}-Q{rng.randint(1, 4)}", f"{year}-{rng.randint(1, 12):02}", f"{year}-01/.."]
    )


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\n') else text


# Figures of one metric, place and period contradict each other, unless all but one are superseded.
SEEN = set()


def row(rng, index):
    metric = rng.randrange(60)
    kind, unit, english = METRICS[metric % len(METRICS)]
    printed, value, qualifier, lower, upper = figure(rng, kind, unit, english)
    worked_out = [value, qualifier, lower, upper] if rng.random() < 0.7 else ["", "", "", ""]
    source, paragraph = rng.randrange(SOURCES), rng.randint(1, PARAGRAPHS)
    baseline = max(1, int(value) - 1) if rng.random() < 0.15 else ""
    flags = ";".join(flag for flag in FLAGS if rng.random() < 0.3)
    note = rng.choice(NOTES) if rng.random() < 0.5 else ("", "")
    place = rng.randrange(PLACES)
    time = period(rng)
    if (metric, place, time) in SEEN:
        flags = ";".join(filter(None, [flags, "superseded"]))
    SEEN.add((metric, place, time))
    return [
        f"place-{place}-metric-{metric}-{index}", f"metric-{metric}", f"place-{place}", time, printed, *worked_out,
        rng.choice(ROLES), baseline, "", f"source-{source}", f"P{paragraph}.S{rng.randint(1, SENTENCES)}",
        f"speaker-{paragraph % SPEAKERS}", flags, *note,
    ]


# What can be wrong with a row: the code, and a change to its fields that brings it about.
FAULTS = [
    ("unknown-reference", lambda fields, first: fields.__setitem__(1, fields[1].replace("metric", "metrik"))),
    ("unknown-reference", lambda fields, first: fields.__setitem__(2, "plaec-7")),
    ("invalid-period", lambda fields, first: fields.__setitem__(3, "2025-13")),
    ("unreadable-figure", lambda fields, first: fields.__setitem__(4, "很多")),
    ("figure-mismatch", lambda fields, first: fields.__setitem__(5, "0.5")),
    ("invalid-value", lambda fields, first: fields.__setitem__(9, "resullt")),
    ("unknown-locator", lambda fields, first: fields.__setitem__(13, "P61.S1")),
    ("invalid-number", lambda fields, first: fields.__setitem__(10, "三成")),
    ("invalid-value", lambda fields, first: fields.__setitem__(15, "self-reportd")),
    ("wrong-unit", lambda fields, first: fields.__setitem__(4, "30公里")),
    ("duplicate-id", lambda fields, first: fields.__setitem__(0, first)),
]


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def surroundings(folder):
    """Everything that the rows refer to."""
    write(
        folder / "exemplar.yaml",
        "title: {zh-Hans: 观察库, en: Observations}\nlanguages: [zh-Hans, en]\nbase-url: https://bench.example\n",
    )
    for n in range(PLACES):
        write(folder / f"content/places/place-{n}.md", f"---\ntitle: {{zh-Hans: 地方{n}, en: Place {n}}}\nlevel: city\n---\n")
        write(folder / f"content/places/place-{n}.en.md", "---\n---\n")
    metrics = []
    for n in range(60):
        kind, unit, english = METRICS[n % len(METRICS)]
        metrics.append(
            f"metric-{n}:\n  name: {{zh-Hans: 指标{n}, en: Metric {n}}}\n  definition: {{zh-Hans: 数, en: A number}}\n"
            f"  kind: {kind}\n  unit: {{zh-Hans: \"{unit}\", en: \"{english}\"}}\n"
        )
    write(folder / "content/metrics/metrics.yaml", "".join(metrics))
    speakers = "".join(
        f"  - {{id: speaker-{n}, name: {{zh-Hans: 甲{n}, en: A{n}}}, role: {{zh-Hans: 部长, en: Head}}}}\n" for n in range(SPEAKERS)
    )
    paragraphs = "".join(
        f"  - {{n: {n}, section: s1, kind: answer, speaker: speaker-{n % SPEAKERS}, sentences: {SENTENCES}, "
        f'fingerprint: "{n:016x}"}}\n'
        for n in range(1, PARAGRAPHS + 1)
    )
    for n in range(SOURCES):
        write(
            folder / f"seeds/source-{n}/source.yaml",
            f"title: {{zh-Hans: 谈话{n}, en: Talk {n}}}\noutlet: {{zh-Hans: 报, en: Paper}}\ndate: not printed\n"
            f'language: zh-Hans\nrights: reference\nsha256: "{n:064x}"\n'
            "sections:\n  - {id: s1, title: {zh-Hans: 一, en: One}}\n"
            f"speakers:\n{speakers}paragraphs:\n{paragraphs}",
        )


def main(folder, rows, wrong):
    surroundings(folder)
    rng = random.Random(rows)
    expected, line, first = [], 2, None
    table = folder / "content/metrics/observations.csv"
    with open(table, "w", encoding="utf-8", newline="") as output:
        output.write(COLUMNS + "\n")
        for index in range(rows):
            fields = [str(field) for field in row(rng, index)]
            first = first or fields[0]
            if wrong and index % (rows // wrong) == rows // wrong - 1:
                code, spoil = FAULTS[len(expected) % len(FAULTS)]
                fields[5:9] = [""] * 4
                spoil(fields, first)
                expected.append(f"{line} {code}")
            text = ",".join(quoted(field) for field in fields) + "\n"
            output.write(text)
            line += text.count("\n")
    folder.with_suffix(".expected").write_text("".join(problem + "\n" for problem in expected))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
