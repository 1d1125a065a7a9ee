"""How long a save takes to reach the browser: `make bench`, or with another number of releases as argument.

Makes a site, starts the preview and edits one release ten times; prints seconds from the save
to the message on the stream: the median, and how much of it is the build's own.
"""

from __future__ import annotations

import re
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from conftest import Press, bare
from showing import preview

SAVES = 10
PAGE = "/pressmeddelanden/2000/r0/"


def write(press: Press, releases: int) -> None:
    """Write the releases, on twenty topics and over sixteen years."""
    for number in range(releases):
        date = f"{2000 + number % 16}-{1 + number % 12:02}-01"
        fields = f"title: Text {number}\ndate: {date}\ntopics: [t{number % 20}]"
        text = "\n\n".join(f"Stycke {part} av {number}: " + "ord " * 50 for part in range(6))
        press.write(f"content/releases/r{number}.md", f"---\n{fields}\n---\n\n{text}\n")


def main(releases: int) -> None:
    """Measure, and print."""
    with TemporaryDirectory() as folder:
        press = bare(Path(folder))
        write(press, releases)
        text = (press.root / "content/releases/r0.md").read_text(encoding="utf-8")
        heard, built = [], []
        with preview(press, "--now", "2017-01-01T12:00") as shown, shown.stream(PAGE) as told:
            next(told)
            for number in range(SAVES):
                sleep(0.5)
                start = perf_counter()
                press.write("content/releases/r0.md", f"{text}\nSave {number}.\n")
                next(told)
                heard.append(perf_counter() - start)
                built += [int(took) / 1000 for took in re.findall(r" (\d+) ms: ", shown.line())]
        whole, own = statistics.median(heard), statistics.median(built)
        print(
            f"{releases} releases: {whole:.3f} s from a save to the browser told, {own:.3f} of them building"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
