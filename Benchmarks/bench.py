#!/usr/bin/env python3
"""Times exemplar and its peers on the same input, one after the other, and prints medians as a Markdown table.

bench.py pages BENCH PROGRAM COUNT RUNS: practices, beside Hugo, Hugo with Pagefind, and the floor (floor.c).
bench.py observations BENCH PROGRAM COUNT RUNS: rows of one observation file, beside Python's csv and frictionless.
"""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict

HERE = pathlib.Path(__file__).parent


def run(command, folder, finds_problems=False):
    """Seconds of wall clock, seconds of processor time, and peak memory in MB of one command."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != (1 if finds_problems else 0):
        sys.exit(f"{command} failed with {status}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(samples):
    return [statistics.median(column) for column in zip(*samples)]


def table(samples, base, peer):
    wall_of_base, _, memory_of_base = medians(samples[base])
    print(f"| work | wall s | CPU s | peak MB | time : {peer} | memory : {peer} |\n|---|--:|--:|--:|--:|--:|")
    for name, rows in samples.items():
        wall, cpu, memory = medians(rows)
        ratios = f"{wall / wall_of_base:.2f} | {memory / memory_of_base:.2f}"
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {ratios} |")


def pages(bench, program, count, runs):
    folders = {}
    for kind in ("exemplar", "hugo"):
        folders[kind] = bench / f"{kind}-{count}"
        if not folders[kind].exists():
            subprocess.run([sys.executable, HERE / "generate.py", kind, folders[kind], str(count)], check=True)
    hugo = next(iter((bench / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo*")))
    samples = defaultdict(list)
    floor = bench / "floor"
    subprocess.run(["cc", "-O2", "-pthread", "-o", floor, HERE / "floor.c", "-lcmark"], check=True)
    # Each run writes a folder of its own, and all are deleted at the end: ext4 looks through recently deleted files for
    # each new one (a seventh of the time of a build where the old site was deleted just before).
    outputs = [bench / f"{kind}-{count}-{number}" for number in range(runs) for kind in (*folders, "floor")]
    for folder in outputs:
        shutil.rmtree(folder, ignore_errors=True)
    for number in range(runs):
        def build(name, kind):
            options = {"exemplar": [program, "build", "--output"], "hugo": [str(hugo), "--quiet", "--destination"]}[kind]
            samples[name].append(run([*options, str(bench / f"{kind}-{count}-{number}")], folders[kind]))

        build("exemplar build", "exemplar")
        build("hugo", "hugo")
        samples["hugo and Pagefind"].append(indexed(bench, samples["hugo"][-1], bench / f"hugo-{count}-{number}"))
        site = bench / f"exemplar-{count}-{number}"
        command = [floor, folders["exemplar"] / "content", site, bench / f"floor-{count}-{number}", str(os.cpu_count())]
        samples["the floor"].append(run(command, bench))
        build("exemplar build, nothing changed", "exemplar")
        edited = folders["exemplar"] / "content/practices/place-1/practice-1.md"
        edited.write_text(edited.read_text(encoding="utf-8") + "\n又一句。\n", encoding="utf-8")
        build("exemplar build, one file edited", "exemplar")
    for folder in outputs:
        shutil.rmtree(folder)
    print(f"\n{count} pages, median of {runs} runs, {os.cpu_count()} cores\n")
    table(samples, "hugo", "Hugo")


def indexed(bench, built, site):
    """What a site took with a search index for it."""
    command = [str(bench / "venv/bin/python"), "-m", "pagefind", "--site", str(site), "--output-path", str(site / "pagefind")]
    wall, cpu, memory = run(command, bench)
    return built[0] + wall, built[1] + cpu, max(built[2], memory)


def observations(bench, program, count, runs):
    sound, wrong = bench / f"observations-{count}", bench / f"observations-{count}-wrong"
    for folder, problems in ((sound, 0), (wrong, min(count, 1000))):
        if not folder.exists():
            subprocess.run([sys.executable, HERE / "observations.py", folder, str(count), str(problems)], check=True)
    confirm_problems(program, wrong)
    checks = {
        "exemplar check": ([program, "check"], sound, False),
        "exemplar check, a thousand wrong rows": ([program, "check"], wrong, True),
        "Python csv and the least checks": ([sys.executable, HERE / "checkrows.py", sound], bench, False),
    }
    # In turn, so that what else the machine does falls on all of them alike.
    samples = {name: [] for name in checks}
    for _ in range(runs):
        for name, check in checks.items():
            samples[name].append(run(*check))
    frictionless = bench / "venv/bin/frictionless"
    if frictionless.exists():
        command = [frictionless, "validate", "observations.csv", "--limit-errors", "1"]
        samples["frictionless validate (one run)"] = [run(command, sound / "content/metrics")]
    print(f"\n{count} rows, median of {runs} runs, {os.cpu_count()} cores\n")
    table(samples, "Python csv and the least checks", "csv")


def confirm_problems(program, folder):
    """Every wrong row is reported at its line, with its code, and nothing else is."""
    report = subprocess.run([program, "check", "--format", "github"], cwd=folder, capture_output=True, text=True)
    found = re.findall(r"line=(\d+),.*?title=([a-z-]+)", report.stdout)
    missing = Counter(folder.with_suffix(".expected").read_text().splitlines())
    missing.subtract(f"{line} {code}" for line, code in found)
    if any(missing.values()):
        sys.exit(f"the problems differ from those expected: {[name for name, count in missing.items() if count][:10]}")


def main():
    work, bench, program = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), str(pathlib.Path(sys.argv[3]).resolve())
    {"pages": pages, "observations": observations}[work](bench, program, int(sys.argv[4]), int(sys.argv[5]))


if __name__ == "__main__":
    main()
