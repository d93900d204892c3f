"""The default's recipe: one small net that learns from teachers, on tweets and labelled texts.

1. A net on the tweets alone learns what their emoticons tell: each text's log-odds.
2. Two logistic regressions on the texts labelled by people, a lexicon and these log-odds are the
   teachers (`classifier.training.teacher`). They label all texts softly.
3. The net that ships learns from that, from the given labels, and from sentences written for what
   the data lacks (`classifier.data.synthetic`).

Emoticons say only negative or positive, people also neutral, and each source has its own share of
each label. So every row that people labelled is judged after adding the log prior of its source to
the net's logits: the net itself learns no source's habits. A tweet is judged twice: as a whole on
what the teachers say of it, and, between negative and positive alone, on its emoticon's side. How
much of it is neutral, emoticons do not tell.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import numpy as np
from numpy.typing import NDArray

from classifier.data import lexicon
from classifier.data.labelled_csv import Rows, read
from classifier.data.parts import Part, load
from classifier.data.sources import SOURCES, WRITTEN, free
from classifier.data.synthetic import sentences
from classifier.model_file import Model
from classifier.onehot import OneHot, stack
from classifier.score import LABELS
from classifier.training import network, teacher
from classifier.training.checkpoint import checkpoint_file
from classifier.training.encoding import all_features
from classifier.training.feature_selection import Choice, choose
from classifier.training.fit import NEVER, Examples, Schedule, fit
from classifier.training.release import release

if TYPE_CHECKING:
    import keras

Licences = Literal["all", "free"]

HIDDEN = ((64, "relu"), (32, "sigmoid"))
DROPOUT = 0.2
LEAN_SCALE, NOISE_SCALE = 0.3, 0.05  # of the first kernel's start
SCHEDULE = Schedule(epochs=4, batch_size=2048, rate=2e-3, final_rate=4e-5, drop=0.2)

TRUST_EMOTICON = 0.35  # beside the teachers
TRUST_PERSON = 0.25
EACH_SENTENCE = 120  # sentences made of each template
EACH_OF_KIND = 30  # sentences made of each frame of a kind that misleads
EACH_OF_TALK = 20  # of each frame of everyday talk
EACH_LESSON = 150  # times that each sentence which names somebody stands among them


def train(
    data: Path,
    out: Path,
    *,
    max_rows: int | None = None,
    epochs: int = SCHEDULE.epochs,
    seed: int = 1,
    report: Sequence[Path] = (),
    licences: Licences = "all",
    output: TextIO = sys.stdout,
) -> Model:
    """Train the default's net on the files in the folder `data` and write it to `out`.

    `max_rows` takes so many rows of each file, drawn by `seed`. The finished net is judged on
    the validation rows and on the files `report` (text,label), of which no text is learnt from;
    its card keeps the figures. `licences` "free" leaves out the sources for research alone.

    Raises:
        DatasetError: too few files are there, or one cannot be used.
    """

    say = partial(print, file=output, flush=True)
    reported = {path.name: read(path) for path in report}
    parts, missing = load(data, max_rows, seed, free() if licences == "free" else SOURCES)
    for part in parts:
        say(f"{part.source.file}: {part.rows.report()}")
    if missing:
        say(f"Missing, and left out: {', '.join(missing)}")
    valences = lexicon.valences()
    if not valences:
        say("Without a lexicon: pip install vaderSentiment, and the teachers learn from its words.")
    out.mkdir(parents=True, exist_ok=True)
    unseen = {_spelt(text) for rows in reported.values() for text in rows.texts}
    written, moods = write(valences, seed)
    parts = [without(part, unseen) for part in [*parts, written]]
    say("Encoding the texts …")
    numbered, features = all_features(parts)
    choice = choose(parts, numbered, features)
    encoded = [texts.renumber(choice.column_of) for texts in numbered]
    learner = Learner(parts, encoded, choice, seed, out, output)

    say("A net for the tweets alone …")
    odds = learner.odds_of_tweets(replace(SCHEDULE, epochs=max(1, epochs // 4)))
    say("The teachers …")
    wanted = [*taught(parts, numbered, features, valences, odds), moods]
    del numbered
    say("The net …")
    net = learner.fitted(wanted, replace(SCHEDULE, epochs=epochs), "net")
    trained_on = {
        "recipe": "default",
        "seed": seed,
        "licences": licences,
        "sources": _sources(parts),
        "lexicon": {"name": lexicon.NAME, "licence": lexicon.LICENCE, "words": len(valences)},
    }
    validation = examples(parts, encoded, wanted, [part.validation for part in parts])
    return release(net, choice.features, parts, validation, out, trained_on, reported)


@dataclass(frozen=True, slots=True)
class Learner:
    """The encoded texts of all parts, and where and how nets are fitted to them."""

    parts: Sequence[Part]
    encoded: Sequence[OneHot]
    choice: Choice
    seed: int
    out: Path
    output: TextIO

    def odds_of_tweets(self, schedule: Schedule) -> list[NDArray[np.float32]]:
        """The log-odds of a net for the tweets alone, (rows,) for each part."""
        network.prepare(self.seed)
        tweets = [place for place, part in enumerate(self.parts) if part.source.emoticons]
        net = self.fitted(labels_as_given(self.parts), schedule, "tweets", tweets)
        predict = network.Predictor(net)
        return [(logits := predict(texts))[:, 2] - logits[:, 0] for texts in self.encoded]

    def fitted(
        self,
        wanted: Sequence[NDArray[np.float32]],
        schedule: Schedule,
        name: str,
        only: Sequence[int] | None = None,
    ) -> keras.Sequential:
        """A new net fitted to what each part's rows should become; `only` of some parts."""
        net = network.build(len(self.choice.lean), HIDDEN, len(LABELS), DROPOUT)
        random = np.random.default_rng(self.seed)
        net.layers[0].kernel.assign(first_kernel(self.choice.lean, HIDDEN[0][0], random))
        learn, validation = (
            [
                rows if only is None or place in only else np.arange(0)
                for place, rows in enumerate(some)
            ]
            for some in zip(*((part.learn, part.validation) for part in self.parts), strict=True)
        )
        fit(
            net,
            examples(self.parts, self.encoded, wanted, learn),
            examples(self.parts, self.encoded, wanted, validation),
            schedule,
            seed=self.seed,
            checkpoint=checkpoint_file(self.out, name),
            output=self.output,
        )
        return net


def taught(
    parts: Sequence[Part],
    numbered: Sequence[OneHot],
    features: Sequence[str],
    valences: dict[str, float],
    odds: Sequence[NDArray[np.float32]],
) -> list[NDArray[np.float32]]:
    """What the teachers make of each text of all parts but the last, which was written."""
    teachers = teacher.fit(parts, numbered, features, valences, odds)
    priors = log_priors(parts)
    return [
        teacher.targets(part, teachers.logits(texts, told), prior, trust(part))
        for part, texts, told, prior in zip(parts[:-1], numbered, odds, priors, strict=False)
    ]


def write(valences: dict[str, float], seed: int) -> tuple[Part, NDArray[np.float32]]:
    """The sentences made for training, and the mood of each: float32 (sentences, 3)."""
    random = np.random.default_rng(seed)
    made = sentences.written(random, EACH_SENTENCE, valences)
    made += sentences.of_lexicon(valences, random)
    made += sentences.of_frames("kinds.txt", random, EACH_OF_KIND, valences)
    made += sentences.of_frames("talk.txt", random, EACH_OF_TALK, valences)
    made += sentences.naming() * EACH_LESSON
    texts = [text for text, _ in made]
    moods = np.array([mood for _, mood in made], np.float32)
    rows = Rows(texts, moods.argmax(axis=1).astype(np.int8), texts)
    return Part(WRITTEN, rows, np.arange(len(made)), np.arange(0)), moods


def without(part: Part, unseen: Collection[str]) -> Part:
    """`part` without the rows whose text is among `unseen`: what judges must not be learnt from."""
    allowed = np.array([_spelt(text) not in unseen for text in part.rows.texts], np.bool_)
    return replace(
        part,
        learn=part.learn[allowed[part.learn]],
        validation=part.validation[allowed[part.validation]],
    )


def _spelt(text: str) -> str:
    return " ".join(text.casefold().split())


def labels_as_given(parts: Sequence[Part]) -> list[NDArray[np.float32]]:
    """Certainty in each row's label, float32 (rows, 3) for each part."""
    return [np.eye(3, dtype=np.float32)[part.rows.labels] for part in parts]


def trust(part: Part) -> float:
    """How much a given label counts beside the teachers' answer, 0..1."""
    return TRUST_EMOTICON if part.source.emoticons else TRUST_PERSON


def log_priors(parts: Sequence[Part]) -> NDArray[np.float32]:
    """How common each label is in each source, float32 (parts, 3).

    Of tweets nobody knows it, and in what was written for training all labels are alike: 0.
    """
    priors = np.zeros((len(parts), 3), np.float32)
    for place, part in enumerate(parts):
        shares = np.bincount(part.rows.labels[part.learn], minlength=3) / len(part.learn)
        if not part.source.emoticons and part.source is not WRITTEN:
            priors[place] = np.log(shares, where=shares > 0, out=np.full(3, NEVER))
    return priors


def _sources(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [
        {
            "name": part.source.name,
            "file": part.source.file,
            "licence": part.source.licence,
            "use": part.source.use,
            "rows": len(part.learn),
            "validation_rows": len(part.validation),
        }
        for part in parts
    ]


def examples(
    parts: Sequence[Part],
    encoded: Sequence[OneHot],
    wanted: Sequence[NDArray[np.float32]],
    rows: Sequence[NDArray[np.intp]],
) -> Examples:
    """The chosen rows of each part, with what to learn from them."""
    labels = [part.rows.labels[chosen] for part, chosen in zip(parts, rows, strict=True)]
    return Examples(
        stack([texts.take(chosen) for texts, chosen in zip(encoded, rows, strict=True)]),
        np.concatenate(labels),
        np.concatenate([np.full(len(some), place, np.int8) for place, some in enumerate(labels)]),
        np.concatenate([all_[chosen] for all_, chosen in zip(wanted, rows, strict=True)]),
        log_priors(parts),
        np.array([part.source.weight for part in parts], np.float32),
        np.array([part.source.repeats for part in parts]),
        np.array([part.source is WRITTEN for part in parts]),
        np.array([part.source.side_weight for part in parts], np.float32),
    )


def first_kernel(
    lean: NDArray[np.float64], units: int, random: np.random.Generator
) -> NDArray[np.float32]:
    """A kernel (columns, units) that starts from naive Bayes: each unit weighs the two leanings."""
    kernel = lean @ random.normal(0, LEAN_SCALE, (2, units))
    kernel += random.normal(0, NOISE_SCALE, kernel.shape)
    kernel[0] = 0
    return kernel.astype(np.float32)
