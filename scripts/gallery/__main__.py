"""Draw every chart, of the sample server and of what is rare: `python -m scripts.gallery OUT`.

Writes a PNG for each into the folder, and `index.html`: all of them as wide as on a phone, on
Discord's dark and light theme and as colour-blind people see them, with their alt texts and the
cards that stand beside them. Prints the slowest ones.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import storage
from bot.render import charts
from bot.render.charts import Picture
from bot.render.localizer import Localizer
from scripts.gallery import edge_cases, sample
from scripts.gallery.desk import DeskGallery
from scripts.gallery.from_sample import BERLIN, Gallery, SampleGallery
from scripts.gallery.page import Shown, page

SLOWEST = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the gallery; 0, or 1 with words when there is no place for it."""
    parser = argparse.ArgumentParser(prog="python -m scripts.gallery", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT", help="a folder, made if it is not there")
    parser.add_argument("--only", default="", metavar="TEXT", help="pictures with TEXT in the name")
    options = parser.parse_args(arguments)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        shown = _write(options.out, options.only)
    except OSError as error:
        print(f"Cannot write to {options.out}: {error.strerror}.", file=sys.stderr)
        return 1
    slowest = sorted(shown, key=lambda each: -each.seconds)[:SLOWEST]
    said = ", ".join(f"{each.name} {each.seconds:.2f} s" for each in slowest)
    print(f"{len(shown)} pictures in {options.out / 'index.html'}. The slowest: {said}.")
    return 0


def _write(out: Path, only: str) -> list[Shown]:
    gallery = asyncio.run(_of_sample())
    pictures: dict[str, tuple[Picture, Localizer]] = {
        name: (picture, BERLIN) for name, picture in gallery.pictures.items()
    }
    pictures |= {name: (each, Localizer()) for name, each in edge_cases.pictures().items()}
    charts.draw(*next(iter(pictures.values()))[::-1])  # the first one loads matplotlib
    shown = []
    for name, (picture, localizer) in pictures.items():
        if only not in name:
            continue
        begun = time.perf_counter()
        png = charts.draw(localizer, picture)
        seconds = time.perf_counter() - begun
        file = f"{name}.png"
        (out / file).write_bytes(png)
        shown.append(Shown(name, file, charts.describe(localizer, picture), seconds))
    (out / "index.html").write_text(page(shown, gallery.cards), encoding="utf-8")
    return shown


async def _of_sample() -> Gallery:
    with TemporaryDirectory() as folder:
        async with storage.open(Path(folder) / "sample.db", now=sample.NOW) as opened:
            server = await sample.fill(opened)
            found = await SampleGallery(opened, server, sample.NOW).make()
            desk = DeskGallery(opened, server, sample.NOW)
            for more in (await desk.morning(), await desk.episode()):
                found.pictures.update(more.pictures)
                found.cards.update(more.cards)
            return found


if __name__ == "__main__":
    sys.exit(main())
