"""The article's prompt: type a sentence, read its mood. Enter on an empty line ends it."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import classifier
from classifier.score import Explanation


def verdict(explanation: Explanation) -> str:
    """What the net makes of a sentence, in a line or two for people."""
    score = explanation.score
    answer = f"{score.label} sentiment; {score.confidence:.2%} confidence".replace("%", " %")
    match score.status:
        case "not_scored":
            answer = "nothing to score: too few words that I know, or another language than English"
        case "unsure":
            answer = f"not sure; perhaps {answer}"
    if explanation.unknown:
        answer += f"\nwords not known: {', '.join(explanation.unknown)}"
    return answer


def converse(scorer: classifier.Scorer) -> None:
    """Ask for sentences and answer each, until an empty line or the end of input."""
    while True:
        try:
            sentence = input("Input a sentence to be evaluated, or Enter to quit: ")
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if not sentence:
            return
        print(verdict(scorer.explain(sentence)))


def main(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> int:
    """Run the prompt; returns the process's exit code."""
    parser = argparse.ArgumentParser(prog="python -m classifier", description=__doc__)
    parser.add_argument(
        "--model",
        type=Path,
        metavar="DIR",
        default=environment.get("BAROMETER_MODEL") or None,
        help="folder of a trained net (default: $BAROMETER_MODEL, else the net that ships)",
    )
    folder: Path | None = parser.parse_args(arguments).model
    try:
        scorer = classifier.load(folder)
    except classifier.ClassifierError as error:
        print(error, file=sys.stderr)
        return 1
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may not know every letter
            stream.reconfigure(errors="replace")
    print(f"Model {scorer.version}: {', '.join(scorer.labels)}.")
    converse(scorer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
