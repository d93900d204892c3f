from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.tokens import ARTICLE, CHAT, article_words

words = CHAT.words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("I'm SO happy", ["i'm", "so", "happy"]),
        ("don’t don‘t donʼt", ["don't", "don't", "don't"]),
        ("sooooo cooool", ["soo", "cool"]),
        ("goin' 'quoted'", ["goin", "quoted"]),
        ("**bold** __it__ ||spoiler|| ~~gone~~", ["bold", "it", "spoiler", "gone"]),
        ("why? what?? no! NO!!!! ?!?", ["why", "?", "what", "??", "no", "!", "no", "!!", "?!"]),
        ("well… well... well.", ["well", "…", "well", "…", "well"]),
        ("3 3.50 1,000 10:30 -7", ["0"] * 5),
        ("2nite at 10pm", ["2nite", "at", "10pm"]),
    ],
)  # fmt: skip
def test_words_and_marks_are_folded_to_one_spelling(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        (":) :-) =) :] :)))) (: [-:", [":)"] * 7),
        (":( :-( =[ ): :'( :'-( >:(", [":(", ":(", ":(", ":(", ":'(", ":'(", ">:("]),
        (":D :d =D xD XDDD D: D-:", [":d", ":d", ":d", "xd", "xd", "d:", "d:"]),
        (":p :P ;-P :3 :o :/ :\\ :* ;)", [":p", ":p", ";p", ":3", ":o", ":/", ":/", ":*", ";)"]),
        ("<3 <333 </3", ["<3", "<3", "</3"]),
        ("^_^ ^^ -__- >.< o_O T_T ;_;", ["^_^", "^_^", "-_-", ">_<", "o_o", "t_t", ";_;"]),
        (r"\o/ yay\O/ ;-; ;--; oh;_;", [r"\_/", "yay", r"\_/", ";_;", ";_;", "oh", ";_;"]),
        (r"c:\o/path a;b -- c; -;", ["c", ":/", "o", "path", "a", "b", "c"]),
        ("note:this (see below): ok", ["note", "this", "see", "below", "ok"]),
    ],
)  # fmt: skip
def test_emoticons_are_one_token_whatever_their_nose_and_length(
    text: str, tokens: list[str]
) -> None:
    assert words(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("👍👍🏽 ❤️❤", ["👍", "👍", "❤", "❤"]),
        ("👩‍👩‍👧 🤷🏽‍♀️", ["👩‍👩‍👧", "🤷‍♀"]),
        ("🇩🇪🇫🇷 1️⃣", ["🇩🇪", "🇫🇷", "1⃣"]),
        ("good😂morning", ["good", "😂", "morning"]),
        ("<:PogChamp:123456> <a:Cat_Jam:99>yes :joy:", [":pogchamp:", ":cat_jam:", "yes", ":joy:"]),
    ],
)
def test_an_emoji_is_one_token_without_skin_tone_or_variation(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens


@pytest.mark.parametrize(
    "gone",
    [
        "<@80351110224678912>", "<@!80351110224678912>", "<@&165511591545143296>",
        "<#103735883630395392>", "<t:1618953630:R>", "<t:1618953630>", "<id:customize>",
        "</airhorn play:816437322781949972>", "@someone", "@some.one_2", "someone#1234", "USER",
        "URL", "https://example.org/a?b=c", "HTTP://EXAMPLE.ORG", "<https://example.org/x>",
        "www.example.org", "example.org/path", "someone+tag@mail.example.org", "+49-170-1234567",
        "(555)123-4567", "5551234567",
    ],
)  # fmt: skip
def test_people_links_numbers_to_call_and_times_vanish(gone: str) -> None:
    assert words(f"hello {gone} there") == ["hello", "there"]


def test_an_awww_is_no_link() -> None:
    assert words("awwww...so sweet, awww.yes www...") == (
        ["aww", "…", "so", "sweet", "aww", "yes", "ww", "…"]
    )


def test_styled_and_decorated_letters_are_read_as_plain_ones() -> None:
    assert words("𝓱𝓮𝓵𝓵𝓸 ｈｉ h̷̢e̷l̷l̷o̷ so\u200bft") == ["hello", "hi", "hello", "soft"]
    assert words("cafe\u0301 İT") == ["café", "it"]


def test_features_of_chat_are_words_neighbours_and_what_is_negated() -> None:
    assert CHAT.features("not good, not good") == (
        ["not", "good", "not", "good", "not good", "good not", "not good", "NOT good", "NOT good"]
    )
    assert CHAT.features("hi") == ["hi"]
    assert CHAT.features("") == []


def test_features_of_the_article_are_words_only() -> None:
    assert ARTICLE.features("not GOOD!") == ["not", "good"]


@pytest.fixture(scope="module")
def keras_words() -> Callable[[str], list[str]]:
    text_module = pytest.importorskip("keras.src.legacy.preprocessing.text")
    cut: Callable[[str], list[str]] = text_module.text_to_word_sequence
    return cut


@settings(deadline=None)
@given(text=st.text())
def test_the_article_words_are_those_of_keras(
    keras_words: Callable[[str], list[str]], text: str
) -> None:
    assert article_words(text) == keras_words(text)


@settings(deadline=None)
@given(st.text(st.one_of(st.characters(), st.characters(categories=["Cs", "Mn", "Cc", "So"]))))
def test_any_text_gives_tokens_without_white_space(text: str) -> None:
    for tokenizer in (CHAT, ARTICLE):
        assert all(tokenizer.words(text))
    assert not any(character.isspace() for word in words(text) for character in word)


CHUNKS = st.text("@:/.,!?'\"#&()<>_-=;3aod5xtphsw", min_size=1)


@given(st.sampled_from(["", "@", "http://", "https://", "www."]), CHUNKS)
def test_the_quick_ways_give_what_the_search_gives(start: str, rest: str) -> None:
    chunk = start + rest
    slow = "\u200b" + chunk  # something invisible rules the quick ways out
    assert CHAT.chunk_words(chunk) == CHAT.chunk_words(slow)


@pytest.mark.parametrize(
    "unit",
    [
        "a", "😂", "1", "1-", "a.", "a@", "<", "</", ":", "-_", "\u0301\u0323", "(", "'", "\ud800",
        "http://", "x+@", "\u202e", ":d", "é", "#", "!?", "ﷺ", "👩\u200d",
    ],
)  # fmt: skip
def test_very_long_texts_give_tokens_in_proportion(unit: str) -> None:
    few, many = len(words(unit * 300)), len(words(unit * 30_000))
    assert many <= 100 * few + 100
