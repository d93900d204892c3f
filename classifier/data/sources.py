"""The files that the default net learns from, and how each is learnt from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from classifier.data.labelled_csv import BINARY, NAMED

# What a licence allows: any use; nothing that we know of; research and no more.
Use = Literal["any", "not stated", "research"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the data folder, or a part of one, and how it is learnt from.

    `validation` (0..1) of its rows are held back. `weight` scales its rows' loss, and `repeats` is
    how often an epoch shows each row; `side_weight` is the weight of the loss that asks only on
    which side the given label lies. `human` says that people gave the label by what the text
    itself says: such sources choose features, and calibrate. `only` (a regular expression) names
    the rows by their column `source`, which says who labelled a row, and where two agree ("=") or
    not ("!"); None: all rows.
    """

    name: str
    file: str
    licence: str
    use: Use
    validation: float
    human: bool
    emoticons: bool = False
    weight: float = 1.0
    repeats: int = 1
    side_weight: float = 0.0
    text: str = "text"
    label: str = "label"
    group: str | None = None
    only: str | None = None
    labels: Mapping[str, int] = field(default_factory=lambda: NAMED)


def _people(
    name: str,
    file: str,
    licence: str,
    use: Use,
    *,
    weight: float = 1.0,
    repeats: int = 4,
    only: str | None = None,
) -> Source:
    """A source that people labelled."""
    return Source(
        name,
        file,
        licence,
        use,
        validation=0.1,
        human=True,
        weight=weight,
        repeats=repeats,
        only=only,
    )


SOURCES = (
    Source(
        name="tweets labelled by their emoticons (Sentiment140 and UMich)",
        file="twitter-sentiment.csv.gz",
        licence="none stated (research use)",
        use="not stated",
        validation=0.02,
        human=False,
        emoticons=True,
        side_weight=0.9,
        text="SentimentText",
        label="Sentiment",
        labels=BINARY,
    ),
    _people(
        "SemEval task 4A, tweets of 2013 to 2016", "semeval-2013-2016.csv.gz", "CC BY 3.0", "any"
    ),
    # Reddit is nearest to Discord among what is large: hence the high weight.
    _people(
        "GoEmotions, comments on Reddit",
        "goemotions-train.csv.gz",
        "CC BY 4.0 / Apache-2.0",
        "any",
        weight=2.5,
    ),
    Source(
        # Its labels are moods towards a topic, often not the text's own: hence the low weight.
        name="tweets about games and brands",
        file="game-tweets.csv.gz",
        licence="CC0",
        use="any",
        validation=0.1,
        human=False,
        weight=0.15,
        group="group",
    ),
    _people(
        "tweets of 2009, read by a crowd",
        "tweets-2009-human.csv.gz",
        "CC BY 4.0",
        "any",
        weight=0.7,
        only=r"tse(?:=cf)?",
    ),
    _people(
        "tweets of 2009, where another crowd disagrees",
        "tweets-2009-human.csv.gz",
        "CC BY 4.0",
        "any",
        weight=0.4,
        only=r"tse!cf",
    ),
    _people(
        "tweets about brands (CrowdFlower)",
        "tweets-human-other.csv.gz",
        "CC BY-SA (public)",
        "any",
        weight=0.6,
        only=r"crowdflower-brands",
    ),
    _people(
        "tweets of SemEval 2018 (affect) and SentiStrength",
        "tweets-human-other.csv.gz",
        "research",
        "research",
        weight=0.8,
        only=r"semeval2018-affect|sentistrength-twitter.*",
    ),
    _people(
        "tweets of SenWave, EmoEvent and Sanders",
        "tweets-human-other.csv.gz",
        "none stated",
        "not stated",
        weight=0.7,
        only=r"senwave-covid|emoevent|sanders-tweets",
    ),
    _people(
        "EmotionPush, private chat",
        "chat-emotionpush.csv.gz",
        "none (research)",
        "research",
        weight=1.2,
    ),
    _people(
        "EmoContext, chats of three turns",
        "chat-emocontext-train.csv.gz",
        "none stated",
        "not stated",
    ),
    _people(
        "DailyDialog (RECCON)",
        "chat-dailydialog.csv.gz",
        "CC BY-NC-SA 4.0",
        "research",
        weight=0.7,
    ),
    _people(
        "television dialogue (MELD and others), where two agree",
        "tv-dialogue.csv.gz",
        "GPL-3.0 / Apache-2.0",
        "any",
        weight=1.5,
        only=r"[^!=]+=[^!]+",
    ),
    _people(
        "television dialogue (MELD, EmoryNLP, MUStARD)",
        "tv-dialogue.csv.gz",
        "GPL-3.0 / Apache-2.0",
        "any",
        weight=1.2,
        only=r"meld-train|friends-emorynlp|mustard-pp|emotionlines-friends",
    ),
    _people("XED, film subtitles", "subtitles-xed.csv.gz", "CC BY 4.0", "any", weight=0.5),
    _people(
        "developers: GitHub, API reviews, code review, Jira",
        "developers.csv.gz",
        "none stated",
        "not stated",
        weight=1.1,
        only=r"sa4se:.*",
    ),
    _people(
        "developers: Stack Overflow (Senti4SD), pull requests (PRemo)",
        "developers.csv.gz",
        "MIT",
        "any",
        weight=1.1,
        only=r"senti4sd-stackoverflow|premo-pull-requests.*",
    ),
    _people(
        "game chat (Dota 2, World of Tanks), labelled by one reader",
        "game-chat-labelled.csv.gz",
        "none stated",
        "not stated",
        repeats=8,
    ),
    _people(
        "example sentences of slang, labelled by one reader",
        "slang-examples.csv.gz",
        "none stated",
        "not stated",
        repeats=8,
    ),
)

WRITTEN = Source(
    name="sentences and chat phrases written for this project",
    file="classifier/data/synthetic",
    licence="as the project",
    use="any",
    validation=0.0,
    human=False,
    repeats=6,
)


def free(sources: Sequence[Source] = SOURCES) -> list[Source]:
    """Those of `sources` whose licence forbids no use: not those for research alone."""
    return [source for source in sources if source.use != "research"]
