"""Texts that nobody would write in good faith. Times are measured by `python -m scripts.fuzz`."""

from __future__ import annotations

import math
import re
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import classifier
from classifier import chat_tokens
from classifier.scorer import Scorer
from classifier.tokens import CHAT, CHAT_2, Tokenizer

HOSTILE = {
    "zalgo": "".join(letter + "\u0301\u0323\u0336\u20dd" * 20 for letter in "so happy today" * 4),
    "right to left": "\u202eyppah os ma I\u202c \u200fשלום مرحبا\u2067good\u2069" * 80,
    "NUL": "good\0bad\0" * 500,
    "control characters": "".join(map(chr, range(32))) * 125,
    "lone surrogates": "good \ud800\udc00 bad \udfff" * 200,
    "100,000 emoji": "😂" * 100_000,
    "families": "👩\u200d" * 2_000,
    "flags cut in half": "🇩" * 3_999,
    "digits only": "1" * 4_000,
    "digits of every script": "1٣१１" * 1_000,
    "huge numbers": f"{10**3_999}",
    "numbers without end": "1-" * 2_000,
    "one word": "a" * 4_000,
    "nested markdown": "*_~`|>#-[(" * 200 + "good" + ")]-#>|`~_*" * 200,
    "unclosed markup": "<@!<#<t:</a<:a:" * 260,
    "half an address": "a." * 2_000 + "@",
    "ligatures that grow": "ﷺ" * 4_000,
    "one sentence of denials": "not. don't. no, never. " * 170,
    "blanks of every kind": "\t\n\v\f\r \x85\xa0\u2028\u2029\u3000" * 400,
    "nothing": "",
}  # fmt: skip


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return classifier.load()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_gets_a_score_and_an_explanation(scorer: Scorer, text: str) -> None:
    (score,) = scorer.score([text])
    assert math.isclose(score.negative + score.neutral + score.positive, 1)
    assert scorer.explain(text).score.status == score.status


def test_hostile_texts_do_not_change_the_scores_of_their_neighbours(scorer: Scorer) -> None:
    (alone,) = scorer.score(["what a lovely day"])
    *_, beside = scorer.score([*HOSTILE.values(), "what a lovely day"])
    assert math.isclose(beside.positive, alone.positive, abs_tol=1e-6)


CHARACTERS = st.one_of(
    st.characters(),
    st.characters(categories=["Cs", "Mn", "Cc", "Cf", "So", "Nd", "Lo"]),
    st.sampled_from("<>@#:/.-_()[]{}'^~*|`=;+,!?019aotx3d\u200d"),
)


@settings(deadline=None)
@given(st.text(CHARACTERS, max_size=200))
def test_any_text_gets_a_score(scorer: Scorer, text: str) -> None:
    (score,) = scorer.score([text])
    assert math.isclose(score.negative + score.neutral + score.positive, 1)
    assert scorer.explain(text).score == score


# The patterns as one would write them without possessive repetitions, which are there for their
# bounded memory: both must match the same, or nets that were trained would read other features.
PLAIN = (
    (r"[\w.+-]{1,64}@[\w-]++(?:\.[\w-]++)++", r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
    (r"[^\W\d_][^\W_]*+(?:'[^\W_]++)*+", r"[^\W\d_][^\W_]*(?:'[^\W_]+)*"),
    (
        r"[+(]?\d(?:[-./()]{0,3}\d){6}\d*+(?!\w)(?:[-./()]{1,3}+\d++(?!\w))*+",
        r"[+(]?\d(?:[-./()]{0,3}\d){6,}(?!\w)",
    ),
    (r"\d++(?!\w)(?:[.,:]\d++(?!\w))*+", r"\d+(?:[.,:]\d+)*(?!\w)"),
    (r"\d[^\W_]*+(?:'[^\W_]++)*+", r"\d[^\W_]*(?:'[^\W_]+)*"),
    (rf"(?:\u200d{chat_tokens._PICTOGRAPH})*+", rf"(?:\u200d{chat_tokens._PICTOGRAPH})*"),
    (r"([^\W\d_])\1{2,}+", r"([^\W\d_])\1{2,}"),
)
PATTERNS = ("VANISHING", "_TOKEN", "_LONG_RUN")
SIGNS = st.text(st.sampled_from("0123٣+(-./),:_'aZé @#ooo😂\u200d👩"), max_size=60)


def plainly(name: str) -> re.Pattern[str]:
    """The pattern of this name with plain repetitions in place of the possessive ones."""
    pattern = getattr(chat_tokens, name)
    spelt = pattern.pattern
    for possessive, plain in PLAIN:
        spelt = spelt.replace(possessive, plain)
    assert not re.search(r"[*+}]\+", spelt.replace(r"\++", "")), "a possessive one has no twin"
    return re.compile(spelt, pattern.flags)


@pytest.mark.parametrize("name", PATTERNS)
@settings(deadline=None, max_examples=400)
@given(text=st.one_of(SIGNS, st.text(CHARACTERS, max_size=60)))
def test_possessive_patterns_match_what_plain_ones_match(name: str, text: str) -> None:
    matches = [
        [(match.span(), match.lastgroup) for match in pattern.finditer(text)]
        for pattern in (getattr(chat_tokens, name), plainly(name))
    ]
    assert matches[0] == matches[1]


@pytest.mark.parametrize(
    "unit", ["1", "1-", "1.", "1,", "a", "a'", "a.", "a@b.", "😂", "👩\u200d", "(1", "not. "]
)
@pytest.mark.parametrize("tokenizer", [CHAT, CHAT_2], ids=["chat", "chat-2"])
def test_the_memory_for_a_long_text_is_in_proportion_to_it(unit: str, tokenizer: Tokenizer) -> None:
    def peak(text: str) -> int:
        tokenizer.features(text)  # what is compiled or remembered once does not count
        tracemalloc.start()
        tokenizer.features(text)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(unit * 50_000) <= 120 * peak(unit * 500) + 100_000


def test_a_feature_that_comes_again_takes_no_memory_of_its_own() -> None:
    pairs = [feature for feature in CHAT.features("😂" * 100) if " " in feature]
    assert len(pairs) == 99
    assert len(set(map(id, pairs))) == 1


def test_a_run_of_digits_takes_little_more_memory_than_itself() -> None:
    for text in ("1" * 400_000, "1-" * 200_000, "1." * 200_000 + "1"):
        tracemalloc.start()
        CHAT.features(text)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 10 * len(text)
