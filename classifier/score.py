"""What the classifier answers: a score, and the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Label = Literal["negative", "neutral", "positive"]
Status = Literal["scored", "unsure", "not_scored"]

LABELS: tuple[Label, Label, Label] = ("negative", "neutral", "positive")


class Score(NamedTuple):
    """The mood of one text.

    `negative`, `neutral` and `positive` are probabilities: always filled, finite, in 0..1, and
    their sum is 1 (within float rounding). `status` says how far to trust them: `scored`;
    `unsure` (no label reaches the scorer's stated confidence); or `not_scored` (there was
    nothing to judge: no text, only links or mentions, mostly unknown words, or another
    language than English).
    """

    negative: float
    neutral: float
    positive: float
    status: Status

    @property
    def label(self) -> Label:
        """The most probable label; on a tie the milder one, neutral first."""
        if self.neutral >= self.negative and self.neutral >= self.positive:
            return "neutral"
        return "positive" if self.positive >= self.negative else "negative"

    @property
    def confidence(self) -> float:
        """The probability of `label`, in 0..1."""
        return max(self.negative, self.neutral, self.positive)

    @property
    def mood(self) -> float:
        """Positive minus negative, in -1..1."""
        return self.positive - self.negative


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much one word of a text moved the answer: with its pairs, and its negation.

    `feature` is the word or emoji as the dictionary spells it, `log_odds` what it adds to the
    log-odds of positive against negative (above 0: towards positive). It stands at the characters
    `start`..`end` of the text; `negated` says that a "not" reaches it. `content` is false for what
    explains nothing to people: function words, numbers, marks and single letters.
    """

    feature: str
    log_odds: float
    start: int = 0
    end: int = 0
    negated: bool = False
    content: bool = True


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a text got its score: the contributions in reading order, and the unknown words.

    The contributions and the log-odds of the empty text sum to those of the text. The words are
    the text's own, and so are kept out of the repr.
    """

    score: Score
    contributions: tuple[Contribution, ...] = field(repr=False)
    unknown: tuple[str, ...] = field(repr=False)
