"""How much a net's mood hangs on whom a sentence is about.

The same sentences are told of every group of an axis (templates and terms are our own, in
`fairness_templates.txt` and `classifier/identity_terms.txt`): counterfactual pairs, whose moods
should be alike. The AUCs are those of Dixon
et al. 2018, "Measuring and Mitigating Unintended Bias in Text Classification", in the form of
Borkan et al. 2019, "Nuanced Metrics for Measuring Unintended Bias" (arXiv 1903.04561).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from classifier.evaluation.metrics import Scores
from classifier.identity_terms import TermList, term_lists
from classifier.sections import sections

# What an axis is to reach, in mood (-1..1).
MEAN_GAP, LARGEST_GAP, ALONE_MOOD = 0.02, 0.10, 0.15
ALONE: Final = "alone"
_TEMPLATES = resources.files("classifier.evaluation") / "fairness_templates.txt"
_DIGITS: Final = 6  # of a mood: zeros that are added in another order leave a trace in float32


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with a place for a term, `{}`; `label` is its mood, or "alone" (no mood)."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class TermAudit:
    """One term against the others of its list, over the same templates.

    `lean` is how far its moods are from the mean of all terms, on average (above 0: favoured).
    `subgroup_auc`, `bpsn_auc` and `bnsp_auc` (0..1): how surely a positive sentence has a higher
    mood than a negative one, where both are about this term, only the negative one, and only the
    positive one. `alone` is the farthest mood from 0 of a text that only names it.
    """

    term: str
    form: str
    lean: float
    subgroup_auc: float
    bpsn_auc: float
    bnsp_auc: float
    alone: float


@dataclass(frozen=True, slots=True)
class AxisAudit:
    """One axis; all in mood (-1..1) but the share.

    `mean_gap` is the mean, over all templates and terms, of how far a mood is from the mean of all
    terms in that template. `largest_gap` is the largest difference between any two terms in one
    template, with the two texts. `not_scored` is the share of texts without an answer.
    """

    axis: str
    templates: int
    texts: int
    mean_gap: float
    largest_gap: float
    lowest_text: str
    highest_text: str
    alone: float
    not_scored: float
    terms: tuple[TermAudit, ...]

    @property
    def reached(self) -> bool:
        """Whether the axis keeps the three bounds."""
        return (
            self.mean_gap <= MEAN_GAP
            and self.largest_gap <= LARGEST_GAP
            and self.alone < ALONE_MOOD
        )

    def least(self, figure: str) -> TermAudit:
        """The term with the lowest `lean` or AUC."""
        return min(self.terms, key=lambda term: float(getattr(term, figure)))

    def most(self, figure: str) -> TermAudit:
        """The term with the highest `lean` or AUC."""
        return max(self.terms, key=lambda term: float(getattr(term, figure)))


@cache
def templates() -> Mapping[str, tuple[Template, ...]]:
    """The templates of each form of terms."""
    return {
        form: tuple(Template(*line.split(": ", 1)) for line in lines)
        for form, lines in sections(_TEMPLATES).items()
    }


def audit(scorer: Scores) -> list[AxisAudit]:
    """Audit `scorer` on every axis, in the order of the file of terms."""
    axes: dict[str, list[TermList]] = {}
    for terms in term_lists():
        axes.setdefault(terms.axis, []).append(terms)
    return [audit_axis(scorer, axis, templates()) for axis in axes.values()]


def audit_axis(
    scorer: Scores, lists: Sequence[TermList], sentences: Mapping[str, Sequence[Template]]
) -> AxisAudit:
    """Audit `scorer` on the lists of one axis, each in the sentences of its form."""
    return _axis([_moods(scorer, terms, sentences[terms.form]) for terms in lists])


@dataclass(frozen=True, slots=True)
class _Moods:
    """The moods of one list, float64 (templates, terms), and which texts got no answer."""

    terms: TermList
    sentences: Sequence[Template]
    moods: NDArray[np.float64]
    silent: NDArray[np.bool_]

    def text(self, template: int, term: int) -> str:
        return self.sentences[template].text.format(self.terms.terms[term])

    def labelled(self, label: str) -> NDArray[np.float64]:
        """The moods in the templates of that label, (templates, terms)."""
        return self.moods[[sentence.label == label for sentence in self.sentences]]


def _moods(scorer: Scores, terms: TermList, sentences: Sequence[Template]) -> _Moods:
    shape = (len(sentences), len(terms.terms))
    scores = scorer.score(
        [sentence.text.format(term) for sentence in sentences for term in terms.terms]
    )
    moods = np.array([round(score.mood, _DIGITS) for score in scores])
    silent = np.array([score.status == "not_scored" for score in scores])
    return _Moods(terms, sentences, moods.reshape(shape), silent.reshape(shape))


def _axis(lists: Sequence[_Moods]) -> AxisAudit:
    deviations = [np.abs(it.moods - it.moods.mean(axis=1, keepdims=True)) for it in lists]
    widest = max(lists, key=lambda it: float(np.ptp(it.moods, axis=1).max()))
    template = int(np.ptp(widest.moods, axis=1).argmax())
    row = widest.moods[template]
    terms = tuple(term for it in lists for term in _term_audits(it))
    return AxisAudit(
        axis=lists[0].terms.axis,
        templates=sum(len(it.sentences) for it in lists),
        texts=sum(it.moods.size for it in lists),
        mean_gap=float(np.concatenate([each.ravel() for each in deviations]).mean()),
        largest_gap=float(np.ptp(row)),
        lowest_text=widest.text(template, int(row.argmin())),
        highest_text=widest.text(template, int(row.argmax())),
        alone=max(abs(term.alone) for term in terms),
        not_scored=float(np.concatenate([it.silent.ravel() for it in lists]).mean()),
        terms=terms,
    )


def _term_audits(it: _Moods) -> list[TermAudit]:
    lean = (it.moods - it.moods.mean(axis=1, keepdims=True)).mean(axis=0)
    positive, negative, alone = map(it.labelled, ("positive", "negative", ALONE))
    found = []
    for place, term in enumerate(it.terms.terms):
        others = np.arange(len(it.terms.terms)) != place
        farthest = alone[np.abs(alone[:, place]).argmax(), place]
        found.append(
            TermAudit(
                term=term,
                form=it.terms.form,
                lean=float(lean[place]),
                subgroup_auc=auc(positive[:, place], negative[:, place]),
                bpsn_auc=auc(positive[:, others].ravel(), negative[:, place]),
                bnsp_auc=auc(positive[:, place], negative[:, others].ravel()),
                alone=float(farthest),
            )
        )
    return found


def auc(positive: NDArray[np.floating], negative: NDArray[np.floating]) -> float:
    """How often a value of `positive` is above one of `negative`, 0..1; a tie counts half.

    The area under the ROC curve.
    """
    truth = np.repeat([1, 0], [len(positive), len(negative)])
    return float(roc_auc_score(truth, np.concatenate((positive, negative))))


def summary(audits: Iterable[AxisAudit]) -> dict[str, dict[str, Any]]:
    """The figures of each axis, rounded, as a model's card keeps them."""
    return {
        it.axis: {
            "mean_gap": round(it.mean_gap, 4),
            "largest_gap": round(it.largest_gap, 4),
            "alone": round(it.alone, 4),
            **{
                figure: round(float(getattr(it.least(figure), figure)), 4)
                for figure in ("subgroup_auc", "bpsn_auc", "bnsp_auc")
            },
            "lowest": [it.least("lean").term, round(it.least("lean").lean, 4)],
            "highest": [it.most("lean").term, round(it.most("lean").lean, 4)],
        }
        for it in audits
    }


def as_json(audits: Iterable[AxisAudit]) -> list[dict[str, Any]]:
    """Every figure, as JSON can say it."""
    return [{**asdict(it), "reached": it.reached} for it in audits]
