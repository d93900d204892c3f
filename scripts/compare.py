"""The article's net, ours, and learnt embeddings, on the same rows: `python -m scripts.compare`.

Trains the three on the same data with the same number of passes, prints accuracy, size, time to
train and time per message, and writes a table and a chart: `compare.md` and `compare.png`.
"""

from __future__ import annotations

import os

# Before NumPy and TensorFlow are loaded: one thread for everybody.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", OMP_WAIT_POLICY="passive")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from classifier.data.parts import Part
from classifier.errors import ClassifierError
from classifier.evaluation.intervals import margin
from classifier.evaluation.metrics import judge
from classifier.scorer import Scorer

BATCH, ROUNDS, ROUND_TEXTS = 64, 9, 1000


@dataclass(frozen=True, slots=True)
class Figures:
    """What one net came to: accuracy and its 95 % margin (0..1), megabytes, seconds, µs."""

    name: str
    accuracy: float
    margin: float
    megabytes: float
    train_seconds: float
    epoch_seconds: float
    message_microseconds: float


def compare(part: Part, epochs: int, seed: int) -> list[Figures]:
    """Train the three nets, one after the other, and judge them on the validation rows."""
    from scripts import contenders

    validation = part.rows.take(part.validation)
    nets, scorers, sizes = [], [], []
    for train in (
        contenders.train_article,
        contenders.train_ours,
        contenders.train_embeddings,
    ):
        nets.append(train(part, epochs, seed))
        print(f"{nets[-1].name}: {nets[-1].seconds:.0f} s", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            scorers.append(contenders.scorer_of(nets[-1], Path(folder)))
            sizes.append(sum(file.stat().st_size for file in Path(folder).iterdir()))
    rights = [judge(scorer, validation).argmax(axis=1) == validation.labels for scorer in scorers]
    times = microseconds(scorers, validation.texts)
    return [
        Figures(
            net.name,
            float(right.mean()),
            margin(right),
            size / 1e6,
            net.seconds,
            min(net.epochs),
            time_of_one,
        )
        for net, right, size, time_of_one in zip(nets, rights, sizes, times, strict=True)
    ]


def microseconds(scorers: Sequence[Scorer], texts: Sequence[str]) -> list[float]:
    """For one of the texts, in batches of 64: each scorer's median round.

    The scorers take turns, so that a slow moment of the machine hits all of them.
    """
    size = max(1, min(ROUND_TEXTS, len(texts) // ROUNDS))
    rounds = []
    for start in range(0, size * ROUNDS, size):
        fresh = texts[start : start + size]
        rounds.append([_seconds(scorer, fresh) / len(fresh) * 1e6 for scorer in scorers])
    return [median(times) for times in zip(*rounds, strict=True)]


def _seconds(scorer: Scorer, texts: Sequence[str]) -> float:
    start = time.perf_counter()
    for first in range(0, len(texts), BATCH):
        scorer.score(texts[first : first + BATCH])
    return time.perf_counter() - start


def table(results: Sequence[Figures]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| net | accuracy | size | training | an epoch | a message |",
        "|---|---|---|---|---|---|",
        *(
            f"| {it.name} | {it.accuracy:.3f} ± {it.margin:.3f} | {it.megabytes:.1f} MB | "
            f"{it.train_seconds:.0f} s | {it.epoch_seconds:.1f} s | "
            f"{it.message_microseconds:.0f} µs |"
            for it in results
        ),
    ]
    return "\n".join(lines)


def page(results: Sequence[Figures], part: Part, epochs: int, seed: int) -> str:
    """The document that `docs/compare.md` is."""
    file = part.source.file
    return f"""\
# One-hot or embeddings?

The article's one-hot net (3,000 words, 512-256), ours (words and pairs, 64-32), and our Dense
layers on the average of learnt embeddings of the same words and pairs. Trained on the same
{len(part.learn):,} rows of `{file}`, {epochs} passes each, and judged on
{len(part.validation):,} rows that none has learnt from; one thread, seed {seed}.

{table(results)}

![The same figures as bars](compare.png)

± is the range that so many rows allow, in 95 of 100 cases. *Size* is the model's folder with the
first layer in int8. *Training* is the way from the texts to the net; *an epoch* the fastest of its
passes. *A message* is the time from a text to its score, in batches of 64 in plain NumPy. Times are
those of a machine that was busy with other work too: compare them with one another only.

The article's net is trained in its own form: a dense one-hot matrix for each batch of 32 and
Keras's Adam, which moves every weight in every step. Ours adds the kernel's rows of the words
present, in batches of 1,024, and moves only these rows. The embeddings are trained by Keras, in
batches of 1,024 too, at our learning rate.

A Dense layer on an average of embeddings is the one-hot layer with its sum divided by the number of
features, for both are linear up to there. So the two have as many weights and take the same time to
run (their files differ in how well they can be packed); they differ in how they are learnt, and in
that a one-hot sum grows with the length of the text.

Made by `python -m scripts.compare --data {file} --rows {len(part.rows)} --epochs {epochs}`.
"""


def draw(results: Sequence[Figures], path: Path) -> None:
    """Write the figures as a PNG: a panel of bars for each."""
    from matplotlib.figure import Figure

    panels = [
        ("accuracy", [it.accuracy for it in results], "{:.3f}"),
        ("megabytes on disk", [it.megabytes for it in results], "{:.1f}"),
        ("seconds to train", [it.train_seconds for it in results], "{:.0f}"),
        ("microseconds to score a message", [it.message_microseconds for it in results], "{:.0f}"),
    ]
    figure = Figure((9, 4.6), dpi=120, layout="constrained")
    for axes, (title, values, spelling) in zip(figure.subplots(2, 2).flat, panels, strict=True):
        bars = axes.barh(
            [it.name for it in results],
            values,
            xerr=[it.margin for it in results] if title == "accuracy" else None,
            color=["#999999", "#0072b2", "#d55e00"],
            height=0.6,
        )
        axes.bar_label(bars, [spelling.format(value) for value in values], padding=3)
        axes.set_title(title, loc="left", fontsize=11)
        axes.invert_yaxis()
        axes.spines[["top", "right", "bottom"]].set_visible(False)
        axes.xaxis.set_visible(False)
        axes.set_xlim(0, max(values) * 1.25)
    figure.savefig(path, format="png")


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, print and write; 0, or 1 with words when the data cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        from scripts import contenders

        part = contenders.read(options.data, options.rows, options.seed)
        results = compare(part, options.epochs, options.seed)
    except ModuleNotFoundError as error:
        if error.name not in ("tensorflow", "keras"):
            raise
        print("This needs TensorFlow. Run: python3 scripts/test.py --setup", file=sys.stderr)
        return 1
    except ClassifierError as error:
        print(error, file=sys.stderr)
        return 1
    print(table(results))
    options.out.mkdir(parents=True, exist_ok=True)
    text = page(results, part, options.epochs, options.seed)
    (options.out / "compare.md").write_text(text, encoding="utf-8")
    draw(results, options.out / "compare.png")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.compare", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, metavar="FILE", help="the article's tweets, or any CSV"
    )
    parser.add_argument("--rows", type=int, default=100_000, help="rows to take (100000)")
    parser.add_argument("--epochs", type=int, default=2, help="passes over the rows (2)")
    parser.add_argument("--seed", type=int, default=1, help="of rows and nets (1)")
    parser.add_argument(
        "--out", type=Path, default=Path("docs"), metavar="DIR", help="for table and chart (docs)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
