"""Edits a library at random under `exemplar serve`.

After each of many sequences of edits every file that is served must equal that of
a clean build, or, while there are errors, of the last one without. Then as many changes as an editor makes in two hours,
with pages that come and go: neither memory nor the number of open files may grow.
"""

import argparse
import http.client
import sys
import time

from previewing import Edits, Preview


def compare(program, sequences):
    with Preview(program) as preview:
        edits = Edits(preview, seed=13)
        good, cleans, times = preview.built(), 0, []
        for number in range(sequences):
            done = edits.sequence()
            status = preview.status()
            times.append(status["milliseconds"])
            built = preview.built()
            if (built is None) != (status["errors"] > 0):
                sys.exit(f"sequence {number}: {status['errors']} errors in preview, but the build differs: {done}")
            good, cleans = (good, cleans) if built is None else (built, cleans + 1)
            different = preview.differences(good)
            if different:
                sys.exit(f"sequence {number}: {different[:5]} after {done}")
        print(f"{sequences} sequences, {cleans} without errors, {len(good)} files each: all the same; "
              f"median change {sorted(times)[len(times) // 2]} ms")


def endure(program, changes):
    with Preview(program) as preview:
        edits = Edits(preview, seed=7)
        listeners, samples, begin = [], [], time.monotonic()
        for number in range(changes):
            edits.one()
            preview.status()
            for page in ["index.html", "practices.html", "search/manifest.js" if number % 20 == 0 else "en/index.html"]:
                preview.get(page)
            if number % 3 == 0:
                listener = http.client.HTTPConnection("127.0.0.1", preview.port)
                listener.request("GET", "/.exemplar/events")
                listener.getresponse()
                listeners.append(listener)
            if len(listeners) > 8:
                listeners.pop(0).close()
            if number % 20 == 19:
                for name in edits.own():
                    if edits.random.random() < 0.5:
                        edits.remove()
            if (number + 1) % max(1, changes // 10) == 0:
                samples.append(preview.usage())
                print(f"{number + 1} changes: {samples[-1][0]:.0f} MB, {samples[-1][1]} open files", flush=True)
        for listener in listeners:
            listener.close()
        # Whoever is gone is noticed at the next beats.
        time.sleep(12)
        memory, files = preview.usage()
        print(f"{changes} changes in {time.monotonic() - begin:.0f} s; at the end {memory:.0f} MB, {files} open files")
        early = max(memory for memory, _ in samples[:3])
        if memory > early * 1.25 or files > min(files for _, files in samples):
            sys.exit("memory or open files have grown")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("sequences", type=int, nargs="?", default=500)
    parser.add_argument("changes", type=int, nargs="?", default=1440)
    options = parser.parse_args()
    compare(options.program, options.sequences)
    endure(options.program, options.changes)
