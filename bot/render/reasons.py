"""Why a text got its score, in a line: the words that did it, as they were typed."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.render.localizer import Localizer
from bot.render.words import named, plain
from classifier.negation import NEGATORS
from classifier.score import Contribution, Explanation

MOST_NAMED = 3  # words of a side
LONGEST_WORD = 40  # characters
LEAST_PUSH = 0.05
"""In log-odds: a word that moves the odds by less than 5 % is not worth naming."""
NOTABLE = math.log(3)
"""In log-odds: what makes the odds three times what they were. A neutral text's words are named
if they push so much; a text is mixed only if each side does."""
WORTH_NAMING = 0.25
"""A word with less than this share of the strongest one's push goes unnamed, and so does a side
with less than this share of the other's."""
MIXED = 0.5
"""A text is mixed if its weaker side has at least this share of the stronger one's push."""

_SENTENCE_END = re.compile(r"[.!?…\n]")


@dataclass(frozen=True, slots=True)
class Push:
    """What a word, or a negated word with its negation, does: ready to show, and in log-odds."""

    words: str
    log_odds: float
    place: int


@dataclass(frozen=True, slots=True)
class Sides:
    """The words that say something: what pulls up and what pulls down, in reading order."""

    up: tuple[Push, ...]
    down: tuple[Push, ...]

    @property
    def is_mixed(self) -> bool:
        """Whether both sides have much to say."""
        weaker, stronger = sorted((_push(self.up), _push(self.down)))
        return weaker >= max(NOTABLE, MIXED * stronger)


def sides(text: str, explanation: Explanation, names: Mapping[int, str]) -> Sides:
    """What pulled `text` up and down; each word once, function words and the like never.

    `names` are those of `bot.render.words.named`.
    """
    found: dict[tuple[str, bool], Push] = {}
    contributions = explanation.contributions
    negators = _negators(text, contributions)
    for place, push in _pushes(contributions, negators):
        it = contributions[place]
        shown = _shown(text, contributions, place, negators[place], names)
        before = found.get((it.feature, it.negated)) or Push(shown, 0.0, place)
        together = Push(before.words, before.log_odds + push, before.place)
        found[it.feature, it.negated] = together
    least = NOTABLE if explanation.score.label == "neutral" else LEAST_PUSH
    # A word that stands on one side both plain and negated is named as it pushed more.
    ranked = sorted(found.items(), key=lambda item: abs(item[1].log_odds))
    up = {word: push for (word, _), push in ranked if push.log_odds >= least}
    down = {word: push for (word, _), push in ranked if push.log_odds <= -least}
    return Sides(*(tuple(sorted(side.values(), key=_place)) for side in (up, down)))


def _pushes(
    contributions: Sequence[Contribution], negators: Sequence[int | None]
) -> list[tuple[int, float]]:
    """The places of the words that say something, and what each does with its negation.

    To people "not very happy" is one thing: all that a "not" reaches, and the "not", counts as one,
    named after its strongest word.
    """
    reached: dict[int, list[int]] = {}  # by the place of the negation
    for place, negator in enumerate(negators):
        if negator is not None:
            reached.setdefault(negator, []).append(place)
    found = [
        (place, it.log_odds)
        for place, (it, negator) in enumerate(zip(contributions, negators, strict=True))
        if it.content and negator is None and place not in reached
    ]
    for negator, places in reached.items():
        says = [at for at in places if contributions[at].content]
        if says:
            strongest = max(says, key=lambda at: abs(contributions[at].log_odds))
            pushes = (contributions[at].log_odds for at in {negator, *places})
            found.append((strongest, math.fsum(pushes)))
    return sorted(found)


def _negators(text: str, contributions: Sequence[Contribution]) -> list[int | None]:
    """Where the word stands that negates each one: before it in its sentence, else after it.

    None for what is not negated.
    """
    found: list[int | None] = [None] * len(contributions)
    last, end = None, 0
    for place, it in enumerate(contributions):
        if _SENTENCE_END.search(text, end, it.start) or _SENTENCE_END.match(it.feature):
            last = None
        if it.negated:
            found[place] = last
        if it.feature in NEGATORS:
            last = place
        end = it.end
    after = None  # "it was great, but it wasn't."
    for place in range(len(contributions) - 1, -1, -1):
        if contributions[place].negated and found[place] is None:
            found[place] = after
        if contributions[place].feature in NEGATORS:
            after = place
    return found


def why(localizer: Localizer, explanation: Explanation, both: Sides) -> str:
    """Why a text that was judged is called what it is called, in a line."""
    score = explanation.score
    main, other = both.up, both.down
    if score.label == "negative" or (score.label == "neutral" and _push(other) > _push(main)):
        main, other = other, main
    if not main:
        if score.label == "neutral":
            return localizer.gettext("Nothing in it sounds clearly positive or negative.")
        return localizer.gettext("No single word decides it.")
    if both.is_mixed:
        return localizer.gettext("Both: {pulls}.", pulls=_pulls(localizer, main, other))
    if _push(other) < WORTH_NAMING * _push(main):
        other = ()
    if score.status == "unsure":
        pulls = _pulls(localizer, main, other)
        return localizer.gettext("The words don't settle it: {pulls}.", pulls=pulls)
    if score.label == "neutral":
        pulls = _pulls(localizer, main, other)
        return localizer.gettext("Why: {pulls}, but not far enough.", pulls=pulls)
    if other:
        return localizer.gettext("Why: {pulls}.", pulls=_pulls(localizer, main, other))
    return localizer.gettext("Why: {words}", words=", ".join(_strongest(main)))


def why_not(localizer: Localizer, explanation: Explanation) -> str:
    """Why a text could not be judged."""
    if not explanation.unknown:
        if any(it.log_odds for it in explanation.contributions):
            return localizer.gettext("It doesn't seem to be in English.")
        return localizer.gettext(
            "There are no words in it for me to judge. I don't count links, mentions, quotes or "
            "code."
        )
    return localizer.gettext("I don't know enough of its words, or it isn't in English.")


def _pulls(localizer: Localizer, *both: Sequence[Push]) -> str:
    """Which words pull up and which down: "**love** pulls up, **hate** pulls down"."""
    said = []
    for side in filter(None, both):
        strongest = _strongest(side)
        words = localizer.listed(strongest)
        if side[0].log_odds > 0:
            pull = localizer.ngettext(
                "{words} pulls up", "{words} pull up", len(strongest), words=words
            )
        else:
            pull = localizer.ngettext(
                "{words} pulls down", "{words} pull down", len(strongest), words=words
            )
        said.append(pull)
    return ", ".join(said)


def _strongest(side: Sequence[Push]) -> list[str]:
    """The words of one side that are worth naming, in reading order."""
    ranked = sorted(side, key=lambda push: -abs(push.log_odds))[:MOST_NAMED]
    least = WORTH_NAMING * abs(ranked[0].log_odds)
    kept = [push for push in ranked if abs(push.log_odds) >= least]
    return [push.words for push in sorted(kept, key=_place)]


def _push(side: Sequence[Push]) -> float:
    return math.fsum(abs(push.log_odds) for push in side)


def _place(push: Push) -> int:
    return push.place


def _shown(
    text: str,
    contributions: Sequence[Contribution],
    place: int,
    negator: int | None,
    names: Mapping[int, str],
) -> str:
    """A word in bold, as it was typed, with what negates it: "**not … happy**"."""

    def typed(at: int) -> str:
        it = contributions[at]
        return plain(named(text[it.start : it.end], names) or it.feature, LONGEST_WORD)

    if negator is None:
        return f"**{typed(place)}**"
    first, last = sorted((negator, place))
    between = text[contributions[first].end : contributions[last].start]
    gap = " … " if between.strip() else " "
    return f"**{typed(first)}{gap}{typed(last)}**"
