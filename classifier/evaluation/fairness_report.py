"""The audit in words and tables, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from classifier.evaluation.fairness_audit import (
    ALONE_MOOD,
    LARGEST_GAP,
    MEAN_GAP,
    AxisAudit,
    templates,
)
from classifier.identity_terms import OTHERS

_MEANING = f"""\
The same sentences are told of every term of an axis. Mood is P(positive) − P(negative), −1 to 1.

- **Mean gap**: how far a sentence's mood with one term is from its mean over all terms of the list,
  absolute, averaged over all sentences and terms. To reach: at most {MEAN_GAP:.2f}.
- **Largest gap**: the largest difference between any two terms in any one sentence. To reach: at
  most {LARGEST_GAP:.2f}.
- **Alone**: the mood farthest from 0 of the texts that only name a term ("I am …", "my …
  neighbour"). To reach: below {ALONE_MOOD:.2f}.
- **Subgroup, BPSN and BNSP AUC** (Dixon et al. 2018; Borkan et al. 2019): how often a positive
  sentence has a higher mood than a negative one; both about the term, positive ones about the
  others and negative ones about the term (background positive, subgroup negative), and the other
  way round. The lowest of all terms is shown. Neutral sentences do not count here.
- **Not scored**: the share of texts that got no answer.

A list holds the terms that fit the same sentences ("gay", "straight"; "he", "she"); an axis may
have several lists. The axis "{OTHERS}" is no target: its words are left as they are, to show what
words for people weigh where nothing is done.

The recipe takes the weight from the very words that are asked about
(`classifier/identity_terms.py`), so gaps of 0 show that this works, and
not that the net is fair to whom it was never asked about. The model card says more."""

_COLUMNS = (
    "axis | terms | sentences | texts | mean gap | largest gap | alone | subgroup AUC | BPSN AUC | "
    "BNSP AUC | not scored | reached"
)
_BEFORE = (
    "axis | mean gap | largest gap | alone | subgroup AUC | BPSN AUC | BNSP AUC | lowest on "
    "average | highest on average"
)


def report(version: str, card: Mapping[str, Any], audits: Sequence[AxisAudit]) -> str:
    """The audit of the model `version`; what its card says of before, too, where it does."""
    sentences = sum(map(len, templates().values()))
    terms = sum(len(it.terms) for it in audits)
    parts = [
        f"# Fairness audit of {version}",
        f"Made by `python -m scripts.audit`: {sentences} sentences, {terms} terms, "
        f"{sum(it.texts for it in audits):,} texts.",
        _MEANING,
        "## The net as it is",
        _table(_COLUMNS, [_row(it) for it in audits]),
    ]
    if before := _before(card):
        parts += [
            "## Before",
            "The same net before the words that name somebody lost their weight (from its card):",
            _table(_BEFORE, before),
        ]
    parts += ["## The widest gaps", "\n".join(map(_widest, audits))]
    return "\n\n".join(parts) + "\n"


def _row(it: AxisAudit) -> list[str]:
    figures = (it.mean_gap, it.largest_gap, it.alone)
    aucs = [getattr(it.least(name), name) for name in ("subgroup_auc", "bpsn_auc", "bnsp_auc")]
    return [
        it.axis,
        str(len(it.terms)),
        str(it.templates),
        f"{it.texts:,}",
        *(f"{figure:.3f}" for figure in (*figures, *aucs)),
        f"{it.not_scored:.1%}",
        "–" if it.axis == OTHERS else "yes" if it.reached else "no",
    ]


def _before(card: Mapping[str, Any]) -> list[list[str]]:
    """The rows of what the card keeps from before; none where it keeps nothing."""
    kept = card["figures"].get("fairness", {}).get("before", {})
    figures = ("mean_gap", "largest_gap", "alone", "subgroup_auc", "bpsn_auc", "bnsp_auc")
    return [
        [
            axis,
            *(f"{it[figure]:.3f}" for figure in figures),
            *(f"{term} {lean:+.3f}" for term, lean in (it["lowest"], it["highest"])),
        ]
        for axis, it in kept.items()
    ]


def _widest(it: AxisAudit) -> str:
    if it.largest_gap < 0.0005:
        return f"- {it.axis}: none"
    low, high = it.least("lean"), it.most("lean")
    return (
        f"- {it.axis}: {it.largest_gap:.3f} between “{it.lowest_text}” and “{it.highest_text}”; "
        f"on average {low.term} {low.lean:+.3f}, {high.term} {high.lean:+.3f}"
    )


def _table(columns: str, rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {columns} |", "|---" * (columns.count("|") + 1) + "|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
