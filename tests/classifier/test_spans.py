from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.spans import placed
from classifier.tokens import TOKENIZERS, Tokenizer

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aoS!. ,'`>\n/#:)(*10@<USERL")), max_size=80
)


@pytest.mark.parametrize("tokenizer", TOKENIZERS.values(), ids=list(TOKENIZERS))
@settings(deadline=None)
@given(text=TEXTS)
def test_every_token_has_a_place_in_the_text_and_none_is_lost(
    tokenizer: Tokenizer, text: str
) -> None:
    found = placed(tokenizer, text)
    chunks = tokenizer.split(text)
    assert [it.token for it in found] == [
        token for chunk in chunks for token in tokenizer.chunk_words(chunk)
    ]
    assert all(0 <= it.start <= it.end <= len(text) for it in found)
    assert [it.start for it in found] == sorted(it.start for it in found)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("I LOVE this, truly.", ["I", "LOVE", "this", ",", "truly", "."]),
        ("niiice one", ["niiice", "one"]),
        ("(niiice!)", ["niiice", "!"]),
        ("s t f u pls", ["s t f u", "pls"]),
        ("> quoted\nmine", ["mine"]),
        ("<@12> yes!! :-)", ["yes", "!!", ":-)"]),
    ],
)
def test_a_place_is_what_was_typed(text: str, typed: list[str]) -> None:
    found = placed(TOKENIZERS["chat-2"], text)
    assert [text[it.start : it.end] for it in found] == typed
