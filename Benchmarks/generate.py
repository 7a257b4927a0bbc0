#!/usr/bin/env python3
"""Writes a library of N practices for exemplar, and the same texts as a Hugo site.

Pages are mixed Chinese and English, about 6 kB each, with headings, lists, tables, links and citations.
The same number always gives the same bytes.
"""

import pathlib
import random
import sys

HAN = "社区治理协调机制党建引领网格居民议事热线清单服务资源项目问题街道部门联动平台楼门志愿调解改造电梯老旧小区统筹推进落实反馈跟踪评估经费共享阵地群众需求"
WORDS = "community steward hotline grid dispatch deliberation mechanism resident service list budget review street district lift renovation volunteer mediation platform record".split()
PLACES, MECHANISMS, TOPICS = 50, 24, 40


def sentence(rng):
    if rng.random() < 0.6:
        return "".join(rng.choice(HAN) for _ in range(rng.randint(14, 40))) + "。"
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(8, 18))).capitalize() + ". "


def paragraph(rng, cite):
    text = "".join(sentence(rng) for _ in range(rng.randint(4, 8)))
    return text + cite(rng)


def body(rng, cite, link):
    parts = []
    for number in range(4):
        parts.append(f"## 第{number + 1}节 {rng.choice(WORDS)}")
        parts += [paragraph(rng, cite) for _ in range(2)]
        if number == 1:
            parts.append("\n".join(f"- {sentence(rng).strip()}" for _ in range(5)))
        if number == 2:
            rows = "\n".join(f"| {rng.choice(WORDS)} | {sentence(rng).strip()[:20]} |" for _ in range(4))
            parts.append("| name | 说明 |\n|---|---|\n" + rows)
        if number == 3:
            parts.append(f"**{sentence(rng).strip()}** {link(rng)} *{rng.choice(WORDS)}* `{rng.choice(WORDS)}`")
    return "\n\n".join(parts) + "\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def practice(number):
    rng = random.Random(number)
    place = number % PLACES
    title = "".join(rng.choice(HAN) for _ in range(8)) + f" {number}"
    return rng, place, title


def exemplar(folder, count):
    write(folder / "exemplar.yaml", "title: 基准库\ndescription: 用来量速度的库\nlanguages: [zh-Hans]\nbase-url: https://bench.example\n")
    for n in range(PLACES):
        write(folder / f"content/places/place-{n}.md", f"---\ntitle: 地方{n}\nlevel: city\n---\n\n一个地方。\n")
    for n in range(MECHANISMS):
        write(folder / f"content/mechanisms/mechanism-{n}.md", f"---\ntitle: 机制{n}\nkind: list\n---\n\n一种机制。\n")
    for n in range(TOPICS):
        write(folder / f"content/topics/topic-{n}.md", f"---\ntitle: 问题{n}\nkind: problem\n---\n\n一个问题。\n")
    paragraphs = "\n".join(
        f"  - {{n: {n}, section: s1, kind: answer, speaker: a, sentences: 9, fingerprint: \"{n:016x}\"}}" for n in range(1, 35)
    )
    write(
        folder / "seeds/talk/source.yaml",
        "title: 谈话\noutlet: 报\ndate: not printed\nlanguage: zh-Hans\nrights: reference\n"
        f"sha256: \"{0:064x}\"\nsections: [{{id: s1, title: 一}}]\nspeakers: [{{id: a, name: 甲, role: 长}}]\nparagraphs:\n{paragraphs}\n",
    )
    for number in range(count):
        rng, place, title = practice(number)

        def cite(rng):
            locator = f"P{rng.randint(1, 34)}.S{rng.randint(1, 9)}"
            return f"[{locator}](src:talk#{locator})"

        def link(rng):
            other = rng.randrange(count)
            return f"[见](../place-{other % PLACES}/practice-{other}.md)"

        mechanisms = ", ".join(f"mechanism-{n}" for n in sorted(rng.sample(range(MECHANISMS), 2)))
        topics = ", ".join(f"topic-{n}" for n in sorted(rng.sample(range(TOPICS), 2)))
        front = (
            f"---\ntitle: {title}\nplace: place-{place}\nproblem: {{text: {sentence(rng).strip()!r}, from: talk#P1.S2}}\n"
            f"mechanisms: [{mechanisms}]\nmodality: {rng.choice(['reported', 'proposed'])}\ntopics: [{topics}]\n"
            f"summary: {sentence(rng).strip()!r}\nsteps:\n"
            + "".join(f"  - {{text: {sentence(rng).strip()!r}, from: talk#P2.S{n}}}\n" for n in range(1, 4))
            + f"reviewed: 2025-{number % 12 + 1:02}-{number % 28 + 1:02}\n---\n\n"
        )
        write(folder / f"content/practices/place-{place}/practice-{number}.md", front + body(rng, cite, link))


def hugo(folder, count):
    write(
        folder / "hugo.toml",
        'baseURL = "https://bench.example/"\ntitle = "基准库"\nlanguageCode = "zh-Hans"\nhasCJKLanguage = true\nrelativeURLs = true\n'
        '[taxonomies]\nplace = "places"\nmechanism = "mechanisms"\ntopic = "topics"\n',
    )
    write(
        folder / "layouts/_default/baseof.html",
        '<!doctype html><html lang="{{ .Site.LanguageCode }}"><head><meta charset="utf-8"><title>{{ .Title }} · {{ .Site.Title }}</title>'
        '<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"></head>'
        '<body><nav><a href="{{ "places/" | relURL }}">places</a> <a href="{{ "mechanisms/" | relURL }}">mechanisms</a></nav>'
        '<main>{{ block "main" . }}{{ end }}</main></body></html>',
    )
    write(
        folder / "layouts/_default/single.html",
        '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.problem }}</p>{{ .Content }}<ol>{{ range .Params.steps }}<li>{{ . }}</li>{{ end }}</ol>'
        '<ul>{{ range .GetTerms "mechanisms" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}'
        '{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
        '{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}<time>{{ .Date.Format "2006-01-02" }}</time>{{ end }}',
    )
    write(
        folder / "layouts/_default/list.html",
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</li>{{ end }}</ul>{{ end }}',
    )
    for number in range(count):
        rng, place, title = practice(number)

        def cite(rng):
            locator = f"P{rng.randint(1, 34)}.S{rng.randint(1, 9)}"
            return f"[{locator}](#{locator})"

        def link(rng):
            other = rng.randrange(count)
            return f"[见](../../place-{other % PLACES}/practice-{other}/)"

        mechanisms = ", ".join(f"mechanism-{n}" for n in sorted(rng.sample(range(MECHANISMS), 2)))
        topics = ", ".join(f"topic-{n}" for n in sorted(rng.sample(range(TOPICS), 2)))
        problem = sentence(rng).strip()
        modality = rng.choice(["reported", "proposed"])
        summary = sentence(rng).strip()
        steps = "".join(f"  - {sentence(rng).strip()!r}\n" for _ in range(1, 4))
        front = (
            f"---\ntitle: {title}\nplaces: [place-{place}]\nproblem: {problem!r}\nmechanisms: [{mechanisms}]\nmodality: {modality}\n"
            f"topics: [{topics}]\ndescription: {summary!r}\nsteps:\n{steps}"
            f"date: 2025-{number % 12 + 1:02}-{number % 28 + 1:02}\n---\n\n"
        )
        write(folder / f"content/practices/place-{place}/practice-{number}.md", front + body(rng, cite, link))


if __name__ == "__main__":
    kind, folder, count = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    {"exemplar": exemplar, "hugo": hugo}[kind](folder, count)
