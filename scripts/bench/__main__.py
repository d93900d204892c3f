"""Measure how fast Barometer is: `python -m scripts.bench score`, `bot`, `store`, `start`, …"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import classifier
from scripts.bench.bot import bench_bot, report_bot
from scripts.bench.query import bench_query, report_query
from scripts.bench.score import bench_score, report_score
from scripts.bench.start import bench_start, report_start
from scripts.bench.store import bench_store, report_store
from scripts.bench.train import bench_train
from scripts.bench.train import report as report_train
from scripts.bench.web import bench_web, report_web


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one bench; 0, or 1 with words when the model or the data cannot be used."""
    options = _parser().parse_args(arguments)
    bench, report = {
        "score": (bench_score, report_score),
        "bot": (bench_bot, report_bot),
        "query": (bench_query, report_query),
        "store": (bench_store, report_store),
        "start": (bench_start, report_start),
        "web": (bench_web, report_web),
        "train": (bench_train, report_train),
    }[options.bench]
    try:
        figures = bench(options)
    except ModuleNotFoundError as error:
        if error.name not in ("tensorflow", "keras"):
            raise
        print("This needs TensorFlow. Run: python3 scripts/test.py --setup", file=sys.stderr)
        return 1
    except classifier.ClassifierError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(figures, indent=2) if options.json else report(figures))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    benches = parser.add_subparsers(dest="bench", required=True)
    score = benches.add_parser("score", help="messages scored a second, beside VADER and Keras")
    score.add_argument("--model", type=Path, metavar="DIR", help="a trained folder")
    score.add_argument("--texts", type=Path, metavar="FILE", help="CSV with a column 'text'")
    score.add_argument("--messages", type=int, default=1500, help="texts a round (1500)")
    score.add_argument("--rounds", type=int, default=11, help="rounds that count (11)")
    score.add_argument("--seed", type=int, default=0, help="of the made-up texts (0)")
    score.add_argument("--json", action="store_true", help="print JSON")
    bot = benches.add_parser("bot", help="the whole bot, beside a bare client that only counts")
    bot.add_argument("--rate", type=float, default=100.0, help="messages a second, paced (100)")
    bot.add_argument("--seconds", type=float, default=10.0, help="of paced messages a run (10)")
    bot.add_argument("--messages", type=int, default=5000, help="unpaced messages a run (5000)")
    bot.add_argument("--runs", type=int, default=5, help="of each client (5)")
    bot.add_argument("--seed", type=int, default=0, help="of the made-up texts (0)")
    bot.add_argument("--json", action="store_true", help="print JSON")
    query = benches.add_parser("query", help="what commands ask of a big server's database")
    query.add_argument(
        "--messages",
        type=int,
        nargs="+",
        default=[1_000_000, 10_000_000],
        help="in all, of each database (1000000 10000000)",
    )
    query.add_argument("--channels", type=int, default=200, help="of the server (200)")
    query.add_argument("--days", type=int, default=400, help="of talk, until today (400)")
    query.add_argument("--people", type=int, default=20, help="who ask at once (20)")
    query.add_argument("--rounds", type=int, default=100, help="of each question (100)")
    query.add_argument("--only", metavar="WORDS", help="questions with these words in their names")
    query.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    query.add_argument("--keep", type=Path, metavar="DIR", help="where to keep files of SQLite")
    query.add_argument("--seed", type=int, default=0, help="of the made-up talk (0)")
    query.add_argument("--json", action="store_true", help="print JSON")
    store = benches.add_parser("store", help="messages stored, beside a plain insert")
    store.add_argument(
        "--batches", type=int, nargs="+", default=[512, 64], help="messages a batch (512 64)"
    )
    store.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    store.add_argument("--messages", type=int, default=10_240, help="a round (10240)")
    store.add_argument("--rounds", type=int, default=9, help="that count, of each (9)")
    store.add_argument("--seed", type=int, default=0, help="of the made-up talk (0)")
    store.add_argument("--json", action="store_true", help="print JSON")
    start = benches.add_parser("start", help="seconds until the bot is ready, and idle memory")
    start.add_argument("--runs", type=int, default=7, help="starts of each client (7)")
    start.add_argument("--idle", type=float, default=10.0, help="seconds until memory is read (10)")
    start.add_argument("--json", action="store_true", help="print JSON")
    web = benches.add_parser("web", help="the page in a browser, at an even rate of questions")
    web.add_argument("--rate", type=float, default=100.0, help="questions a second (100)")
    web.add_argument("--seconds", type=float, default=60.0, help="of questions (60)")
    web.add_argument("--people", type=int, default=20, help="who ask (20)")
    web.add_argument("--moderators", type=int, default=5, help="of them (5)")
    web.add_argument("--messages", type=int, default=30_000, help="of the last 30 days (30000)")
    web.add_argument("--channels", type=int, default=12, help="of the server (12)")
    web.add_argument("--json", action="store_true", help="print JSON")
    train = benches.add_parser("train", help="seconds an epoch, beside the article's dense form")
    train.add_argument(
        "--data", type=Path, required=True, metavar="FILE", help="the article's tweets, or any CSV"
    )
    train.add_argument("--rows", type=int, default=100_000, help="rows to take (100000)")
    train.add_argument("--epochs", type=int, default=2, help="of which the fastest counts (2)")
    train.add_argument("--seed", type=int, default=1, help="of rows and nets (1)")
    train.add_argument("--json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
