"""GoEmotions' emotions, and the mood that each belongs to."""

from __future__ import annotations

from collections.abc import Iterable

# In the order of the label numbers, with the side each is folded to: emotions.txt and
# sentiment_mapping.json in https://github.com/google-research/google-research (goemotions/data).
EMOTIONS = {
    "admiration": "positive",
    "amusement": "positive",
    "anger": "negative",
    "annoyance": "negative",
    "approval": "positive",
    "caring": "positive",
    "confusion": "ambiguous",
    "curiosity": "ambiguous",
    "desire": "positive",
    "disappointment": "negative",
    "disapproval": "negative",
    "disgust": "negative",
    "embarrassment": "negative",
    "excitement": "positive",
    "fear": "negative",
    "gratitude": "positive",
    "grief": "negative",
    "joy": "positive",
    "love": "positive",
    "nervousness": "negative",
    "optimism": "positive",
    "pride": "positive",
    "realization": "ambiguous",
    "relief": "positive",
    "remorse": "negative",
    "sadness": "negative",
    "surprise": "ambiguous",
    "neutral": "neutral",
}


def fold(emotions: Iterable[str]) -> str | None:
    """The mood of a set of GoEmotions' emotions; None where it is ambiguous or mixed.

    The groups are those of GoEmotions' `sentiment_mapping.json`. Emotions of one side make that
    side, whatever stands beside them; both sides make none; confusion, curiosity, realization
    and surprise alone make none; neutral alone is neutral.

    >>> fold(["joy", "surprise"]), fold(["joy", "anger"]), fold(["neutral"])
    ('positive', None, 'neutral')
    """
    sides = {EMOTIONS[emotion] for emotion in emotions}
    if len(sides) > 1:
        sides -= {"ambiguous", "neutral"}
    return sides.pop() if len(sides) == 1 and sides != {"ambiguous"} else None
