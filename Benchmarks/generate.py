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


def practices(folder, count, citation, link, front):
    """Writes the practices, with citations and links of one form, and front matter that a function makes of a practice."""
    for number in range(count):
        rng = random.Random(number)
        place = number % PLACES

        def cite(rng):
            return citation.format(f"P{rng.randint(1, 34)}.S{rng.randint(1, 9)}")

        def other(rng):
            other = rng.randrange(count)
            return link.format(f"place-{other % PLACES}/practice-{other}")

        practice = {
            "title": "".join(rng.choice(HAN) for _ in range(8)) + f" {number}",
            "place": f"place-{place}",
            "mechanisms": ", ".join(f"mechanism-{n}" for n in sorted(rng.sample(range(MECHANISMS), 2))),
            "topics": ", ".join(f"topic-{n}" for n in sorted(rng.sample(range(TOPICS), 2))),
            "problem": sentence(rng).strip(),
            "modality": rng.choice(["reported", "proposed"]),
            "summary": sentence(rng).strip(),
            "steps": [sentence(rng).strip() for _ in range(3)],
            "date": f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}",
        }
        path = folder / f"content/practices/place-{place}/practice-{number}.md"
        write(path, f"---\n{front(**practice)}---\n\n{body(rng, cite, other)}")


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

    def front(title, place, mechanisms, topics, problem, modality, summary, steps, date):
        listed = "".join(f"  - {{text: {step!r}, from: talk#P2.S{n}}}\n" for n, step in enumerate(steps, 1))
        return (
            f"title: {title}\nplace: {place}\nproblem: {{text: {problem!r}, from: talk#P1.S2}}\n"
            f"mechanisms: [{mechanisms}]\nmodality: {modality}\ntopics: [{topics}]\n"
            f"summary: {summary!r}\nsteps:\n{listed}reviewed: {date}\n"
        )

    practices(folder, count, "[{0}](src:talk#{0})", "[见](../{}.md)", front)


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

    def front(title, place, mechanisms, topics, problem, modality, summary, steps, date):
        listed = "".join(f"  - {step!r}\n" for step in steps)
        return (
            f"title: {title}\nplaces: [{place}]\nproblem: {problem!r}\nmechanisms: [{mechanisms}]\nmodality: {modality}\n"
            f"topics: [{topics}]\ndescription: {summary!r}\nsteps:\n{listed}date: {date}\n"
        )

    practices(folder, count, "[{0}](#{0})", "[见](../../{}/)", front)


if __name__ == "__main__":
    kind, folder, count = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    {"exemplar": exemplar, "hugo": hugo}[kind](folder, count)
