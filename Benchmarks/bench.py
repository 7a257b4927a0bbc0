#!/usr/bin/env python3
"""Times exemplar and Hugo on the same pages, one after the other, and prints medians as a Markdown table."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent


def run(command, folder):
    """Seconds of wall clock, seconds of processor time, and peak memory in MB of one command."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed with {status}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(samples):
    return [statistics.median(column) for column in zip(*samples)]


def main():
    bench, program, count, runs = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve()), int(sys.argv[3]), int(sys.argv[4])
    folders = {}
    for kind in ("exemplar", "hugo"):
        folders[kind] = bench / f"{kind}-{count}"
        if not folders[kind].exists():
            subprocess.run([sys.executable, HERE / "generate.py", kind, folders[kind], str(count)], check=True)
    hugo = next(iter((bench / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo*")))
    full = {
        "exemplar build": ([program, "build"], "exemplar"),
        "hugo": ([str(hugo), "--quiet"], "hugo"),
    }
    samples = {name: [] for name in full}
    samples["exemplar build, nothing changed"] = []
    samples["exemplar build, one file edited"] = []
    for _ in range(runs):
        for name, (command, kind) in full.items():
            shutil.rmtree(folders[kind] / "public", ignore_errors=True)
            samples[name].append(run(command, folders[kind]))
        samples["exemplar build, nothing changed"].append(run([program, "build"], folders["exemplar"]))
        edited = folders["exemplar"] / "content/practices/place-1/practice-1.md"
        edited.write_text(edited.read_text(encoding="utf-8") + "\n又一句。\n", encoding="utf-8")
        samples["exemplar build, one file edited"].append(run([program, "build"], folders["exemplar"]))
    base = medians(samples["hugo"])
    print(f"\n{count} pages, median of {runs} runs, {os.cpu_count()} cores\n")
    print("| work | wall s | CPU s | peak MB | time : Hugo | memory : Hugo |\n|---|--:|--:|--:|--:|--:|")
    for name, rows in samples.items():
        wall, cpu, memory = medians(rows)
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {wall / base[0]:.2f} | {memory / base[2]:.2f} |")


if __name__ == "__main__":
    main()
