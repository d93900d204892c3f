"""How long an epoch takes: the article's dense form in batches of 32, and ours."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any


def bench_train(options: argparse.Namespace) -> dict[str, Any]:
    """Train both nets on the same rows in this process, on one thread, and judge them.

    Counted is each net's fastest epoch, since the first one compiles and others may be disturbed.
    Ours includes judging the validation rows, the article's does not. Not included is what is
    done once, before the first epoch: making the dictionary and looking the texts up in it.
    """
    from classifier.evaluation.metrics import judge
    from scripts import contenders

    part = contenders.read(options.data, options.rows, options.seed)
    validation = part.rows.take(part.validation)
    figures, fastest = {}, []
    for train in (contenders.train_article, contenders.train_ours):
        trained = train(part, options.epochs, options.seed)
        with tempfile.TemporaryDirectory() as folder:
            scorer = contenders.scorer_of(trained, Path(folder))
        right = judge(scorer, validation).argmax(axis=1) == validation.labels
        fastest.append(min(trained.epochs))
        figures[trained.name] = {
            "seconds_per_epoch": round(fastest[-1], 3),
            "epochs": [round(seconds, 3) for seconds in trained.epochs],
            "validation_accuracy": round(float(right.mean()), 4),
        }
    return {
        "bench": "train",
        "data": options.data.name,
        "rows": len(part.learn),
        "validation_rows": len(part.validation),
        "nets": figures,
        "times_as_fast": round(fastest[0] / fastest[1], 1),
    }


def report(figures: dict[str, Any]) -> str:
    """The figures of `bench_train` for people."""
    lines = [
        f"{figures['data']}: {figures['rows']:,} rows, {figures['validation_rows']:,} to validate; "
        "one thread",
        f"{'':24}  seconds an epoch  validation accuracy",
        *(
            f"{name:24}  {net['seconds_per_epoch']:>16.2f}  {net['validation_accuracy']:>19.4f}"
            for name, net in figures["nets"].items()
        ),
        f"An epoch of ours is {figures['times_as_fast']} × as fast.",
    ]
    return "\n".join(lines)
