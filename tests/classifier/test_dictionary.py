from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier import chunk_cache
from classifier.dictionary import Dictionary, Encoded
from classifier.features import MAX_FEATURE_LENGTH
from classifier.language import english_words, is_foreign

CHAT = Dictionary(
    [
        "good",
        "bad",
        "not",
        ":)",
        "not good",
        "!",
        "😂",
        "b c",
        "a b",
        "good !",
        "soo",
        "x",
        "NOT good",
        "NOT it",
        "NOT but",
        "it",
    ]
)
ARTICLE = Dictionary(["good", "bad", "not", "i'm"], "article")

# Texts of words that the dictionary knows, of others, of marks and of anything at all.
TEXTS = st.lists(
    st.one_of(
        st.lists(
            st.sampled_from(
                ["good", "GOOD", "not", "bad!", "a", "b", "c", "zzz", "soooo", "😂😂", "@sam",
                 "URL", "x.org/y", "12", "…", ":-)", "\ud800", "good,", "not/good",
                 "good!?!", "www...", "bad...", "d:", "a.b", "x.", "éa!", "und", "the", "Привет!",
                 "don't", "think", "it", "but", "wasn't", "wasn't.", "it,", "never", "no!"]
            )
        ).map(" ".join),
        st.text(),
    ),
    max_size=8,
)  # fmt: skip


def columns_of(encoded: Encoded) -> list[list[int]]:
    return [part.tolist() for part in np.split(encoded.texts.columns, encoded.texts.offsets[1:-1])]


@settings(deadline=None)
@given(st.sampled_from([CHAT, ARTICLE]), TEXTS.filter(bool))
def test_many_texts_at_once_get_the_columns_of_each_alone(
    dictionary: Dictionary, texts: list[str]
) -> None:
    assert columns_of(dictionary.encode(texts)) == [dictionary.columns(text) for text in texts]


NASTY = [
    "", " ", "\n\n", "\x00", "good\x00bad", "\ud800", "\udfff good", "g\u0335\u0322o\u0336od" * 50,
    "\u202egood not\u202c", "مرحبا good", "שלום, not good!",
    "👩\u200d👩\u200d👧\u200d👦😂👍🏽🇩🇪", "<:pog:123> <a:x_y:1> :pog:",
    "https://x.org/good?a=b good", "HTTPS://X.ORG (http://x.org) www.x.org/,y",
    "ｇｏｏｄ 𝓷𝓸𝓽 ﬁne ½",
    "@sam not good @sam's @a.b: @1 @ @@", "sam#1234 <@1> <#2> </ban me:3> <t:1:R> USER URL",
    "good " * 800, "not " * 1000, "a" * 4000, "!" * 4000, "not. " * 800, "(good)" * 600, "é" * 4000,
    "1" * 4000, "1,2.3:4" * 500, "\"good\" (bad), [not] {good}. #good &good; good&bad good\\",
    "xDDDD XD dx :D D: :-) ((: =] >:( o_o t.t ^_^ -_- ;_; <3 </3", "ǅ ß İ ſ good",
    "good\u3000bad\x1cnot",
]  # fmt: skip


@pytest.mark.parametrize("dictionary", [CHAT, ARTICLE])
def test_nasty_texts_are_encoded_as_by_the_plain_way(dictionary: Dictionary) -> None:
    plain = [dictionary.columns(text) for text in NASTY]
    assert columns_of(dictionary.encode(NASTY)) == plain
    assert [dictionary.read(text).columns for text in NASTY] == plain


@settings(deadline=None)
@given(st.sampled_from([CHAT, ARTICLE]), TEXTS.filter(bool))
def test_a_text_alone_is_read_as_it_is_encoded_among_others(
    dictionary: Dictionary, texts: list[str]
) -> None:
    together = dictionary.encode(texts)
    alone = [dictionary.read(text) for text in texts]
    assert columns_of(together) == [one.columns for one in alone]
    for name in ("words", "unknown", "foreign"):
        assert getattr(together, name).tolist() == [getattr(one, name) for one in alone]


@settings(deadline=None)
@given(TEXTS)
def test_the_unknown_words_counted_are_those_named(texts: list[str]) -> None:
    encoded = CHAT.encode(texts)
    for text, words, unknown in zip(texts, encoded.words, encoded.unknown, strict=True):
        plain = [word for word in CHAT.tokenizer.words(text) if word not in CHAT.tokenizer.marks]
        named = CHAT.unknown_words(text)
        assert words == len(plain)
        assert unknown == sum(word in named for word in plain)


@settings(deadline=None)
@given(TEXTS)
def test_foreign_words_are_counted_less_english_ones(texts: list[str]) -> None:
    for text, foreign in zip(texts, CHAT.encode(texts).foreign, strict=True):
        words = CHAT.tokenizer.words(text)
        assert foreign == sum(is_foreign(w) - (w in english_words()) for w in words)


def test_columns_count_from_one_and_name_their_features() -> None:
    assert CHAT.columns("Good, but not good!") == [1, 3, 5, 6, 10, 13]
    assert [CHAT.features[column] for column in CHAT.columns("not GOOD")] == (
        ["good", "not", "not good", "NOT good"]
    )
    assert ARTICLE.columns("not good") == [1, 3]
    assert len(ARTICLE) == 5


def test_a_word_known_from_a_pair_only_is_not_unknown() -> None:
    assert CHAT.unknown_words("a zebra, a zebra and c?") == ["zebra", "and"]
    assert CHAT.encode(["a zebra, a zebra and c?"]).unknown.tolist() == [3]


def test_no_texts_are_no_columns() -> None:
    encoded = CHAT.encode([])
    assert encoded.texts.columns.tolist() == []
    assert encoded.texts.offsets.tolist() == [0]
    assert CHAT.encode(["", " "]).texts.offsets.tolist() == [0, 0, 0]


def test_a_dictionary_without_pairs_and_an_empty_one_work() -> None:
    assert columns_of(Dictionary(["a"]).encode(["a b a", "c"])) == [[1], []]
    assert columns_of(Dictionary([]).encode(["a b", ""])) == [[], []]


def test_threads_may_share_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunk_cache, "CAPACITY", 6)
    dictionary = Dictionary(CHAT.features[1:])
    texts = [f"{'good ' * (i % 3)}{'bad ' * (i % 2)}word{chr(97 + i % 26)}" for i in range(200)]
    expected = [CHAT.columns(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        for encoded in pool.map(dictionary.encode, [texts] * 20):
            assert columns_of(encoded) == expected


def test_a_dictionary_survives_being_written_and_read() -> None:
    again = Dictionary.from_json(CHAT.to_json(), "chat")
    assert again.features == CHAT.features
    assert json.loads(CHAT.to_json())[1] == "good"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ('{"good": 1}', "list of strings"),
        ('["", 1]', "list of strings"),
        ('["good"]', "column 0"),
        ("[]", "column 0"),
        ('["", "a", "a"]', "twice"),
        ('["", ""]', "no feature"),
        ('["", "a b c"]', "no feature"),
        ('["", "a "]', "no feature"),
        (json.dumps(["", "a" * (MAX_FEATURE_LENGTH + 1)]), "letters"),
        ('["", "sam@example.org"]', "address"),
        ('["", "\\ud800"]', "surrogates"),
        ("not json", "Expecting value"),
    ],
)
def test_what_is_no_dictionary_is_refused(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Dictionary.from_json(written, "chat")


def test_the_articles_dictionary_has_no_pairs() -> None:
    with pytest.raises(ValueError, match="article tokenizer"):
        Dictionary(["not good"], "article")
