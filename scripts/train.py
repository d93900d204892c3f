"""Train a net: `python -m scripts.train --recipe default --data DIR --out DIR`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from classifier.errors import ClassifierError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the arguments say; 0 when the net is written, 1 with words when it cannot be."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.report and options.recipe == "article":
        parser.error("--report is for the default recipe only; use scripts.evaluate afterwards")
    chosen = {name: value for name, value in vars(options).items() if value is not None}
    recipe = chosen.pop("recipe")
    try:
        if recipe == "article":
            from classifier.article import train
        else:
            from classifier.distilled import train
        model = train(**chosen)
    except ModuleNotFoundError as error:
        if error.name not in ("tensorflow", "keras"):
            raise
        print(
            "Training needs TensorFlow. Run: python3 scripts/test.py --setup\n"
            "Then start again with: .venv-dev/bin/python -m scripts.train",
            file=sys.stderr,
        )
        return 1
    except (ClassifierError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    print(f"Wrote {model.version} to {options.out}. Use it with: --model {options.out}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.train", description=__doc__)
    parser.add_argument(
        "--recipe",
        choices=("article", "default"),
        required=True,
        help="article: 3,000 words, 512-256-2, two labels. default: words and pairs, three labels",
    )
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        help="article: the CSV file of tweets (plain or .gz). default: the folder of all files",
    )
    parser.add_argument("--out", type=Path, required=True, help="the folder to write the net to")
    parser.add_argument("--max-rows", type=_positive, help="of each file, for a quick try")
    parser.add_argument("--epochs", type=_positive, help="if not given: article 5, default 2")
    parser.add_argument(
        "--seed", type=_positive, help="1 if not given; the same seed, the same net"
    )
    parser.add_argument(
        "--report",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="default only: text,label files to judge the net on; its card keeps the figures",
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
