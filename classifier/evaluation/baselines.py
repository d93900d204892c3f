"""What chat bots use today instead of a net: VADER and TextBlob, as their authors mean them.

They are here to be compared with (`classifier.evaluation.metrics`), never to score messages. Both
look words up in a list of valences, and know negation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from classifier.errors import ClassifierError


@dataclass(frozen=True, slots=True)
class Baseline:
    """A tool that gives a text a polarity: above 0 positive, below 0 negative, 0 for no side.

    A polarity nearer to 0 than `neutral_below` is neutral as well. `package` is what pip installs.
    """

    name: str
    package: str
    neutral_below: float
    load: Callable[[], Callable[[str], float]]

    def polarity(self) -> Callable[[str], float]:
        """The tool, ready for texts. Raises ClassifierError where it is not installed."""
        try:
            return self.load()
        except ModuleNotFoundError:
            raise ClassifierError(
                f"{self.name} is not installed. Run: pip install {self.package}"
            ) from None


def _vader() -> Callable[[str], float]:
    """VADER (Hutto & Gilbert 2014): the compound score, -1..1.

    From 0.05 up it is positive, from -0.05 down negative, between them neutral:
    https://github.com/cjhutto/vaderSentiment#about-the-scoring.
    """
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return lambda text: float(analyzer.polarity_scores(text)["compound"])


def _textblob() -> Callable[[str], float]:
    """TextBlob (Loria): the polarity, -1..1, by its default analyser, which needs no corpus.

    https://textblob.readthedocs.io/en/dev/quickstart.html#sentiment-analysis names no threshold,
    so the sign decides. (With 0.05 or 0.1, macro F1 on our dev files changed by +0.003 to -0.017.)
    """
    from textblob import TextBlob

    return lambda text: float(TextBlob(text).sentiment.polarity)


BASELINES: Final[Mapping[str, Baseline]] = {
    "vader": Baseline("VADER", "vaderSentiment==3.3.2", 0.05, _vader),
    "textblob": Baseline("TextBlob", "textblob==0.20.1", 0, _textblob),
}
