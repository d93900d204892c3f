"""Score a table of texts: `python -m scripts.score FILE --out FILE [--column text] [--jobs N]`.

FILE and the output are CSV (also `.csv.gz`) or, with pyarrow, Parquet. Row for row in the same
order, the output has the label, the three probabilities, the mood (-1 to 1), and the reason where
there is no label: `unsure`, `not scored` (no words that the net knows, or another language) or
`unreadable`. The scores are those that the bot gives. Of the input nothing is copied but the column
that `--id` names: no texts, and no people.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from types import FrameType
from typing import Final

import classifier
from classifier.errors import ClassifierError
from classifier.score import Score
from scripts.barometer import parser_of
from scripts.table_reading import Columns, Row, TableError, rows
from scripts.table_writing import Kind, writing

CHUNK: Final = 2_000
"""Rows that a process scores at once."""

WAITING: Final = 3
"""Chunks a process, scored or to be scored, that are in memory."""

REASONS: Final = {"unsure": "unsure", "not_scored": "not scored"}
UNREADABLE: Final = "unreadable"
MOST_TOLD: Final = 20
"""Rows that cannot be read, of which each is told."""

OUTPUT: Final[dict[str, Kind]] = {
    "label": "text",
    "negative": "number",
    "neutral": "number",
    "positive": "number",
    "mood": "number",
    "reason": "text",
}

Cells = tuple[str | float | None, ...]

_scorer: classifier.Scorer | None = None  # of a worker process


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the file; 0, or 1 with words when it cannot be done."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _end)
    began = time.monotonic()
    try:
        counts = _run(options)
    except BrokenProcessPool:
        print(
            "A process was killed, perhaps for want of memory: try fewer --jobs.", file=sys.stderr
        )
        return 1
    except (TableError, ClassifierError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or options.out}: {error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nStopped. {options.out} is as it was.", file=sys.stderr)
        return 130
    print(_in_words(counts, time.monotonic() - began, options.out))
    return 0


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)  # through the blocks that tidy up


def _run(options: argparse.Namespace) -> Counter[str]:
    columns = Columns(options.column, options.id)
    if options.out.exists() and options.out.samefile(options.file):
        raise TableError("The output would replace the input. Choose another --out.")
    scorer = classifier.load(options.model)  # also where others score: a bad model is told here
    read = rows(options.file, columns, separator=options.separator, encoding=options.encoding)
    kinds: dict[str, Kind] = {columns.id: "text"} if columns.id else {}
    counts: Counter[str] = Counter()
    with writing(options.out, kinds | OUTPUT) as write:
        for chunk, scored in _scored(_chunks(read), scorer, options):
            lines = [_line(row, cells) for row, cells in zip(chunk, scored, strict=True)]
            write([((row.id, *line) if columns.id else line) for row, line in zip(chunk, lines)])  # noqa: B905 (of one length)
            _count(counts, chunk, lines)
    return counts


def _chunks(read: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(read, CHUNK)):
        yield chunk


def _scored(
    chunks: Iterable[list[Row]], scorer: classifier.Scorer, options: argparse.Namespace
) -> Iterator[tuple[list[Row], list[Cells]]]:
    """Each chunk with the scores of its readable rows' texts, in order; few are in memory."""
    if options.jobs == 1:
        for chunk in chunks:
            yield chunk, _score(scorer, _texts(chunk))
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a process is one job, not one a core
    waiting: deque[tuple[list[Row], Future[list[Cells]]]] = deque()
    with _pool(options) as pool:
        try:
            for chunk in chunks:
                waiting.append((chunk, pool.submit(_score_there, _texts(chunk))))
                if len(waiting) >= WAITING * options.jobs:
                    first, scores = waiting.popleft()
                    yield first, scores.result()
            for chunk, scores in waiting:
                yield chunk, scores.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(options: argparse.Namespace) -> ProcessPoolExecutor:
    try:
        return ProcessPoolExecutor(
            options.jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(options.model,),
        )
    except (OSError, ImportError) as error:  # they talk to each other through /dev/shm
        raise TableError(
            f"This system doesn't let several processes work together ({error}). Use --jobs 1."
        ) from None


def _begin(model: Path | None) -> None:
    """In a worker: load the net; end with the parent, and by it, not by Ctrl-C."""
    global _scorer
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _scorer = classifier.load(model)


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _score_there(texts: Sequence[str]) -> list[Cells]:
    assert _scorer is not None  # noqa: S101 (_begin was first)
    return _score(_scorer, texts)


def _texts(chunk: Iterable[Row]) -> list[str]:
    return ["" if row.text is None else row.text for row in chunk]


def _score(scorer: classifier.Scorer, texts: Sequence[str]) -> list[Cells]:
    return [_cells(score) for score in scorer.score(texts)]


def _cells(score: Score) -> Cells:
    """As in `OUTPUT`. What is not sure has no label, so that nobody counts it by mistake."""
    if score.status == "not_scored":
        return ("", None, None, None, None, REASONS["not_scored"])
    figures = (score.negative, score.neutral, score.positive, score.mood)
    label = score.label if score.status == "scored" else ""
    return (label, *(round(each, 4) for each in figures), REASONS.get(score.status, ""))


def _line(row: Row, cells: Cells) -> Cells:
    return ("", None, None, None, None, UNREADABLE) if row.text is None else cells


def _count(counts: Counter[str], chunk: Sequence[Row], lines: Sequence[Cells]) -> None:
    """Count the rows by label or reason, and tell of those that cannot be read."""
    for row in chunk:
        if row.text is None:
            counts["told"] += 1
            if counts["told"] <= MOST_TOLD:
                print(f"Line {row.number} {row.fault}.", file=sys.stderr)
    counts.update(str(line[-1] or line[0]) for line in lines)


def _in_words(counts: Counter[str], seconds: float, out: Path) -> str:
    del counts["told"]
    total = counts.total()
    parts = [f"{many:,} {what}" for what, many in sorted(counts.items()) if many]
    more = counts[UNREADABLE] - MOST_TOLD
    rows = "1 row" if total == 1 else f"{total:,} rows"
    words = f"Wrote {rows} to {out}: {', '.join(parts) or 'nothing'}."
    if more > 0:
        words += f" Of the unreadable ones, {more:,} more than are named above."
    return f"{words} {total / max(seconds, 0.001):,.0f} rows a second."


def _jobs(text: str) -> int:
    jobs = int(text)
    if not 1 <= jobs <= 256:
        raise argparse.ArgumentTypeError("choose 1 to 256 processes")
    return jobs


def _separator(text: str) -> str:
    text = {"tab": "\t", "\\t": "\t"}.get(text, text)
    if len(text) != 1:
        raise argparse.ArgumentTypeError("give one character, or tab")
    return text


def _parser() -> argparse.ArgumentParser:
    parser = parser_of("score", __doc__)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--column", default="text", help="the texts (default: %(default)s)")
    parser.add_argument("--id", metavar="COLUMN", help="a column to copy, such as a message's id")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes (default: 1)")
    parser.add_argument("--separator", type=_separator, help="of CSV, if it is not clear")
    parser.add_argument("--encoding", default="utf-8", help="of CSV (default: %(default)s)")
    parser.add_argument(
        "--model",
        type=Path,
        metavar="DIR",
        default=os.environ.get("BAROMETER_MODEL") or None,
        help="folder of a trained net (default: $BAROMETER_MODEL, else the net that ships)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
