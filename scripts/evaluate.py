"""Judge a net on labelled files: `python -m scripts.evaluate FILE… [--model DIR]`.

With --by-kind the files have the columns kind, text, label and also (a second right answer), and
the share right of each kind is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import classifier
from classifier.data.labelled_csv import read
from classifier.errors import ClassifierError
from classifier.evaluation.baselines import BASELINES

try:
    from classifier.evaluation import kinds
    from classifier.evaluation.metrics import evaluate, evaluate_baseline, markdown, table
except ModuleNotFoundError as error:
    if error.name not in ("sklearn", "scipy"):
        raise
    raise SystemExit(
        "This needs scikit-learn. Run: python3 scripts/test.py --setup\n"
        "Then start again with: .venv-dev/bin/python -m scripts.evaluate"
    ) from None

ALL = "all"


def main(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> int:
    """Print the figures; 0, or 1 with words when a file or the model cannot be used."""
    options = _parser(environment).parse_args(arguments)
    try:
        scorer = classifier.load(options.model)
        if options.by_kind:
            print("\n\n".join(_by_kind(path, scorer, options.baseline) for path in options.files))
            return 0
        baselines = BASELINES if ALL in options.baseline else dict.fromkeys(options.baseline)
        results = []
        for path in options.files:
            rows = read(path)
            results.append(evaluate(scorer, rows, path.name, scorer.version))
            results += [
                evaluate_baseline(BASELINES[baseline], rows, path.name) for baseline in baselines
            ]
    except ClassifierError as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps([asdict(result) for result in results], indent=2))
    else:
        print(markdown(results) if options.markdown else table(results))
    return 0


def _by_kind(path: Path, scorer: classifier.Scorer, baselines: Sequence[str]) -> str:
    """The shares of one file, as a table."""
    sentences = kinds.read_kinds(path)
    answers = {scorer.version: kinds.net_answers(scorer)}
    for name in BASELINES if ALL in baselines else baselines:
        answers[BASELINES[name].name] = kinds.baseline_answers(BASELINES[name])
    return kinds.table({name: kinds.shares_right(sentences, it) for name, it in answers.items()})


def _parser(environment: Mapping[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.evaluate", description=__doc__)
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="CSV with text,label; plain or .gz"
    )
    parser.add_argument(
        "--model",
        type=Path,
        metavar="DIR",
        default=environment.get("BAROMETER_MODEL") or None,
        help="folder of a trained net (default: $BAROMETER_MODEL, else the net that ships)",
    )
    parser.add_argument(
        "--baseline",
        "--rival",  # its name of before
        choices=(*BASELINES, ALL),
        action="append",
        default=[],
        help="judge this beside it; may be given more than once",
    )
    parser.add_argument(
        "--by-kind", action="store_true", help="files of kinds of sentences: the share of each"
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--markdown", action="store_true", help="print a table for a document")
    output.add_argument("--json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
