"""How much the mood hangs on whom a text is about: `python -m scripts.audit [--out FILE]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import classifier
from classifier.errors import ClassifierError

try:
    from classifier.evaluation.fairness_audit import as_json, audit
    from classifier.evaluation.fairness_report import report
except ModuleNotFoundError as error:
    if error.name not in ("sklearn", "scipy"):
        raise
    raise SystemExit(
        "This needs scikit-learn. Run: python3 scripts/test.py --setup\n"
        "Then start again with: .venv-dev/bin/python -m scripts.audit"
    ) from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Print or write the report; 0, or 1 with words when the model or the file cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        scorer = classifier.load(options.model)
        audits = audit(scorer)
        if options.json:
            said = json.dumps({"model": scorer.version, "axes": as_json(audits)}, indent=2) + "\n"
        else:
            said = report(scorer.version, scorer.card, audits)
        if options.out is None:
            print(said, end="")
        else:
            options.out.write_text(said, encoding="utf-8")
            print(f"Wrote {options.out}.")
    except (ClassifierError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.audit", description=__doc__)
    parser.add_argument("--model", type=Path, help="a trained folder; the default if not given")
    parser.add_argument("--json", action="store_true", help="every figure of every term, as JSON")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to this file, not here")
    return parser


if __name__ == "__main__":
    sys.exit(main())
