"""Simulate what is promised of chance: `python -m scripts.simulate alerts`, or `pools --data DIR`.

`alerts` exits 1 when the detector's promises are broken, `pools` when the texts or the net can't
be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import classifier
from scripts.simulate import alerts, pools


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one simulation; 0, or 1 with words when a promise is broken or a file is unusable."""
    options = _parser().parse_args(arguments)
    if options.simulation == "pools":
        return _make_pools(options)
    figures = alerts.simulate(options.days, options.seed)
    print(json.dumps(figures, indent=2) if options.json else alerts.report(figures))
    return 1 if figures["broken"] else 0


def _make_pools(options: argparse.Namespace) -> int:
    try:
        scorer = classifier.load(options.model)
        pools.make(options.data, scorer, options.out)
    except classifier.ClassifierError as error:
        print(error, file=sys.stderr)
        return 1
    for name in pools.FILES:
        print(f"{pools.load(name, options.out)}: {options.out / name}.csv")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.simulate", description=__doc__)
    simulations = parser.add_subparsers(dest="simulation", required=True)
    of_alerts = simulations.add_parser("alerts", help=alerts.__doc__)
    of_alerts.add_argument(
        "--days",
        type=_days,
        default=alerts.CHANNEL_DAYS,
        metavar="N",
        help="channel-days at each volume, in channels of 30 days (%(default)s)",
    )
    of_alerts.add_argument("--seed", type=int, default=1, help="of all that is random (1)")
    of_alerts.add_argument("--json", action="store_true", help="print the figures as JSON")
    of_pools = simulations.add_parser("pools", help="score texts anew, and keep the numbers")
    of_pools.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help="the folder of the labelled texts"
    )
    of_pools.add_argument("--model", type=Path, metavar="DIR", help="a trained folder")
    of_pools.add_argument(
        "--out", type=Path, default=pools.FOLDER, metavar="DIR", help="where to (%(default)s)"
    )
    return parser


def _days(text: str) -> int:
    days = int(text)
    if days < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return days


if __name__ == "__main__":
    sys.exit(main())
