"""Turn the public originals into training files: `python -m scripts.prepare semeval PATH`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from classifier.data.public_datasets import ORIGINALS, convert, write
from classifier.errors import ClassifierError


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert one original; 0 when the file is written, 1 with words when it cannot be."""
    options = _parser().parse_args(arguments)
    out = options.out or Path(ORIGINALS[options.original][1])
    try:
        converted = convert(options.original, options.path)
        write(converted, out)
    except ClassifierError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Wrote {len(converted.rows):,} rows to {out}.")
    for reason, many in converted.left_out.most_common():
        print(f"Left out {many:,}: {reason}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.prepare", description=__doc__)
    parser.add_argument("original", choices=ORIGINALS, help="what PATH holds")
    parser.add_argument(
        "path", type=Path, metavar="PATH", help="the file, zip or folder as its authors publish it"
    )
    parser.add_argument("--out", type=Path, help="the file to write; the name training looks for")
    return parser


if __name__ == "__main__":
    sys.exit(main())
