"""Train a net: `python -m scripts.train --recipe default --data DIR --out DIR`.

The recipe `custom` takes your own CSV files, each with a column of texts and one of labels.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from classifier.data.custom_files import CsvFormat, CustomFile
from classifier.errors import ClassifierError
from classifier.model_file import Model
from classifier.score import LABELS
from classifier.training import checkpoint, learning_curve
from scripts.barometer import parser_of

ROOT = Path(__file__).resolve().parents[1]

CUSTOM = ("custom", "own")  # the second is its name of before


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the arguments say; 0 when the net is written, 1 with words when it cannot be."""
    options = _options(arguments)
    if not options.resume:
        checkpoint.clear(options.out)
    try:
        model = _train(options)
        learning_curve.draw(checkpoint.histories(options.out), options.out / "curve.png")
        checkpoint.clear(options.out)
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] not in ("tensorflow", "keras", "sklearn", "scipy"):
            raise
        print(
            f"Training needs TensorFlow and scikit-learn. {_how_to_install()}",
            file=sys.stderr,
        )
        return 1
    except (ClassifierError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nStopped. {_what_is_kept(options.out)}", file=sys.stderr)
        return 130
    print(f"Wrote {model.version} to {options.out}. Use it with: --model {options.out}")
    return 0


def _how_to_install() -> str:
    if (ROOT / "scripts" / "test.py").exists() and (ROOT / "requirements-dev.txt").exists():
        return (
            "Run: python3 scripts/test.py --setup\n"
            "Then start again with: .venv-dev/bin/python -m scripts.train"
        )
    return (
        "Install them beside Barometer: "
        f"{sys.executable} -m pip install tensorflow scikit-learn vaderSentiment==3.3.2"
    )


def _what_is_kept(out: Path) -> str:
    epochs = sum(len(history) for history in checkpoint.histories(out).values())
    if not epochs:
        return "Nothing was kept."
    kept = "1 epoch is" if epochs == 1 else f"{epochs} epochs are"
    return f"{kept} kept: go on with the same arguments and --resume."


def _train(options: argparse.Namespace) -> Model:
    """Call the recipe. TensorFlow is imported only here, after the arguments were found well."""
    common = ("out", "max_rows", "epochs", "seed")
    chosen = {name: value for name in common if (value := getattr(options, name)) is not None}
    chosen["output"] = sys.stdout
    if options.recipe in CUSTOM:
        from classifier.training.recipes.custom import train as train_custom

        return train_custom(options.files, csv_format=options.csv_format, **chosen)
    if options.recipe == "article":
        from classifier.training.recipes.article import train as train_article

        return train_article(Path(options.data[0]), **chosen)
    from classifier.training.recipes.default import train as train_default

    return train_default(
        Path(options.data[0]), report=options.report, licences=options.licences, **chosen
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The arguments, found to fit the recipe; for `custom` with `files` and their `csv_format`."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.report and options.recipe != "default":
        parser.error("--report is for the default recipe only; use scripts.evaluate afterwards")
    if options.licences != "all" and options.recipe != "default":
        parser.error("--licences is for the default recipe only")
    words = {label: said for label in LABELS if (said := getattr(options, label))}
    if options.recipe in CUSTOM:
        try:
            options.files = [CustomFile.parse(text) for text in options.data]
        except ValueError as error:
            parser.error(str(error))
        if words and not {"negative", "positive"} <= words.keys():
            parser.error("--negative and --positive belong together")
        options.csv_format = CsvFormat(options.text, options.label, options.separator, words)
    elif len(options.data) > 1:
        parser.error("several files of --data are for the recipe custom only")
    elif words:
        parser.error("--negative, --neutral and --positive are for the recipe custom only")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = parser_of("train", __doc__)
    parser.add_argument(
        "--recipe",
        choices=("article", "default", *CUSTOM),
        required=True,
        help="article: 3,000 words, 512-256-2, two labels. default: words and pairs, three "
        "labels. custom (or own): the default's net on your own files",
    )
    parser.add_argument(
        "--data",
        nargs="+",
        required=True,
        metavar="DATA",
        help="article: the CSV file of tweets (plain or .gz). default: the folder of all files. "
        "custom: one or more CSV files; FILE:0.5 lets a file's rows count half",
    )
    parser.add_argument("--out", type=Path, required=True, help="the folder to write the net to")
    parser.add_argument("--max-rows", type=_positive, help="of each file, for a quick try")
    parser.add_argument(
        "--epochs", type=_positive, help="if not given: article 5, default 4, custom by rows"
    )
    parser.add_argument(
        "--seed", type=_positive, help="1 if not given; the same seed, the same net"
    )
    parser.add_argument(
        "--report",
        type=Path,
        nargs="+",
        default=[],
        metavar="FILE",
        help="default only: text,label files to judge the net on, of which it learns no text; its "
        "card keeps the figures",
    )
    parser.add_argument(
        "--licences",
        choices=("all", "free"),
        default="all",
        help="default only: free leaves out the data that may be used for research alone",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on where a training to this folder was stopped"
    )
    custom = parser.add_argument_group("for the recipe custom")
    custom.add_argument(
        "--text",
        nargs="+",
        default=["text"],
        metavar="NAME",
        help="the column of texts ('text'); several names where files differ",
    )
    custom.add_argument(
        "--label", nargs="+", default=["label"], metavar="NAME", help="likewise ('label')"
    )
    custom.add_argument(
        "--separator",
        type=_separator,
        help="between columns, a character or 'tab'; if not given, what the first line has",
    )
    for label in LABELS:
        custom.add_argument(
            f"--{label}",
            nargs="+",
            metavar="WORD",
            help=f"what the label column says for {label}; if not given, the common spellings",
        )
    return parser


def _separator(text: str) -> str:
    if text in ("tab", r"\t"):
        return "\t"
    if len(text) != 1 or text in '\n\r"':
        raise argparse.ArgumentTypeError("must be one character, or 'tab'")
    return text


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
