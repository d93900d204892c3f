"""Why a text is called what it is called: made-up explanations exactly, the net's in their kind."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import classifier
from bot.render.embeds import check_embed
from bot.render.localizer import Localizer
from classifier.explanation import function_words
from classifier.negation import NEGATORS
from classifier.score import Contribution, Explanation, Score, Status
from classifier.scorer import Scorer

ENGLISH = Localizer()
POSITIVE = Score(0.05, 0.1, 0.85, "scored")
NEGATIVE = Score(0.85, 0.1, 0.05, "scored")
NEUTRAL = Score(0.1, 0.8, 0.1, "scored")
TORN = Score(0.5, 0.1, 0.4, "scored")


def explained(text: str, marked: dict[str, float], score: Score, *unknown: str) -> Explanation:
    """The words of `text`, each found after the one before; those of `marked` are (word → push).

    A word marked as "NOT happy" is negated; one that is not marked explains nothing.
    """
    contributions = []
    for found in re.finditer(r"[\w'/@<>&#*`:~]+|[!?]+", text):
        word = found[0].lower()
        negated = f"NOT {word}" in marked
        push = marked.get(f"NOT {word}" if negated else word, 0.0)
        says = word not in function_words() and word[0].isalpha()
        contributions.append(
            Contribution(word, push, found.start(), found.end(), negated, content=says)
        )
    return Explanation(score, tuple(contributions), unknown)


def reason(text: str, marked: dict[str, float], score: Score, *unknown: str) -> str:
    explanation = explained(text, marked, score, *unknown)
    embed = check_embed(ENGLISH, text, explanation, {})
    assert embed.description is not None
    return embed.description.split("\n")[1]


def title(score: Score, **marked: float) -> str | None:
    return check_embed(ENGLISH, "", explained(" ".join(marked), marked, score), {}).title


@pytest.mark.parametrize(
    ("text", "marked", "score", "why"),
    [
        ("love it, wonderful", {"love": 3, "wonderful": 1}, POSITIVE, "**love**, **wonderful**"),
        ("Wonderful, I love it", {"love": 3, "wonderful": 1}, POSITIVE, "**Wonderful**, **love**"),
        ("so bad", {"bad": -3, "so": -1}, NEGATIVE, "**bad**"),
        ("love love LOVE", {"love": 1}, POSITIVE, "**love**"),
        ("rain, love", {"rain": -0.2, "love": 3}, POSITIVE, "**love**"),
        ("love, cake", {"love": 3, "cake": 0.5}, POSITIVE, "**love**"),
        ("not happy", {"not": -0.1, "NOT happy": -3}, NEGATIVE, "**not happy**"),
        ("Not so happy", {"not": -1, "NOT so": -1, "NOT happy": -1}, NEGATIVE, "**Not … happy**"),
        ("great, it isn't", {"NOT great": -2, "isn't": -1}, NEGATIVE, "**great … isn't**"),
        ("never. bad, bad", {"never": 0.1, "bad": -3}, NEGATIVE, "**bad**"),
        ("never! it isn't bad", {"never": 1, "NOT bad": 3}, POSITIVE, "**isn't bad**"),
        ("a*b`c nice", {"a*b`c": 3}, POSITIVE, r"**a\*b\`c**"),
    ],
)
def test_the_words_that_did_it_are_named_as_they_were_typed(
    text: str, marked: dict[str, float], score: Score, why: str
) -> None:
    assert reason(text, marked, score) == f"Why: {why}"


@pytest.mark.parametrize(
    ("hate", "said"),
    [
        (-0.99, "Why: **love**"),
        (-1.01, "Why: **love** pulls up, **hate** pulls down."),
        (-1.99, "Why: **love** pulls up, **hate** pulls down."),
        (-2.01, "Both: **love** pulls up, **hate** pulls down."),
    ],
)
def test_the_other_side_is_named_from_a_quarter_of_the_main_push_on(hate: float, said: str) -> None:
    assert reason("love and hate", {"love": 4, "hate": hate}, POSITIVE) == said


def test_what_a_negation_and_what_it_reaches_do_counts_as_one() -> None:
    marked = {"not": -2.0, "NOT very": -1.0, "NOT happy": 0.5, "fun": 0.6}
    assert reason("not very happy, fun", marked, NEGATIVE) == "Why: **not … happy**"


def test_a_word_is_named_once_where_it_stands_alone_and_negated_on_the_same_side() -> None:
    text, where = "bad. never was it bad", "bad"
    words = (
        Contribution("bad", -3.0, 0, 3),
        Contribution("never", 0.0, 5, 10, content=False),
        Contribution("bad", -1.0, 18, 21, negated=True),
    )
    embed = check_embed(ENGLISH, text, Explanation(NEGATIVE, words, ()), {})
    assert embed.description == f"> {text}\nWhy: **{where}**"


@pytest.mark.parametrize(
    ("marked", "score", "said"),
    [
        ({}, NEUTRAL, "Nothing in it sounds clearly positive or negative."),
        ({"apples": 1.0}, NEUTRAL, "Nothing in it sounds clearly positive or negative."),
        ({"sorry": -1.2}, NEUTRAL, "Why: **sorry** pulls down, but not far enough."),
        (
            {"sorry": -1.2, "loss": -1.3},
            NEUTRAL,
            "Why: **sorry** and **loss** pull down, but not far enough.",
        ),
        ({"love": 2, "hate": -2}, NEUTRAL, "Both: **love** pulls up, **hate** pulls down."),
        ({"the": -2}, NEGATIVE, "No single word decides it."),
        ({"love": 2}, NEGATIVE, "No single word decides it."),
    ],
)
def test_where_no_word_decides_it_that_is_said(
    marked: dict[str, float], score: Score, said: str
) -> None:
    assert reason(" ".join(marked), marked, score) == said


def test_an_unsure_text_says_so() -> None:
    unsure = Score(0.3, 0.3, 0.4, "unsure")
    assert title(unsure, great=1) == "Not sure, maybe positive (40% likely)"
    assert reason("great", {"great": 1}, unsure) == "The words don't settle it: **great** pulls up."


def test_a_text_torn_between_two_sides_is_called_mixed() -> None:
    assert title(TORN, love=4, hate=-5) == "Mixed, maybe more negative (50% likely)"
    assert title(NEGATIVE, love=4, hate=-5) == "Negative, 85% sure", "the net is sure"
    assert title(TORN, love=0.5, hate=-5) == "Negative, 50% sure", "one side is weak"
    assert title(TORN, love=1.0, hate=-1.0) == "Negative, 50% sure", "both are"


@pytest.mark.parametrize(
    ("marked", "unknown", "said"),
    [
        ({}, (), "There are no words in it for me to judge"),
        ({"ist": 0.2}, (), "It doesn't seem to be in English."),
        ({"ist": 0.2}, ("zyx",), "I don't know enough of its words, or it isn't in English."),
    ],
)
def test_it_says_why_it_cannot_tell(
    marked: dict[str, float], unknown: tuple[str, ...], said: str
) -> None:
    score = Score(0.2, 0.2, 0.6, "not_scored")
    assert title(score, **marked) == "I can't tell"
    assert reason(" ".join(marked), marked, score, *unknown).startswith(said)


def test_long_words_are_cut() -> None:
    said = reason("nice" * 100, {"nice" * 100: 3}, POSITIVE)
    assert said == f"Why: **{('nice' * 100)[:39]}…**"


def test_a_mention_inside_a_word_is_a_name() -> None:
    words = (Contribution("bad", -2, 0, 9),)
    embed = check_embed(ENGLISH, "b a <@1>d", Explanation(NEGATIVE, words, ()), {1: "Ann"})
    assert embed.description == "> b a @\u200bAnnd\nWhy: **b a @\u200bAnnd**"


@pytest.fixture(scope="module")
def net() -> Scorer:
    return classifier.load()


def shown(net: Scorer, text: str) -> tuple[Explanation, str, list[str]]:
    """The net's explanation, the reason that is given, and what is bold in it."""
    explanation = net.explain(text)
    embed = check_embed(ENGLISH, text, explanation, {1: "Ann"})
    assert embed.description is not None
    said = embed.description.split("\n")[1]
    return explanation, said, re.findall(r"\*\*(.+?)\*\*", said)


@pytest.mark.parametrize(
    ("text", "status", "label", "named"),
    [
        ("I love this server, you are all wonderful", "scored", "positive", "love wonderful"),
        ("not happy at all", "scored", "negative", "not happy"),
        ("i am not very happy about this", "scored", "negative", "not … happy"),
        ("i don't like it", "scored", "negative", "don't like"),
        ("<@1> that was amazing", "scored", "positive", "amazing"),
        ("this is the worst", "scored", "negative", "worst"),
        ("thank you so much", "scored", "positive", "thank"),
        ("happy happy happy", "scored", "positive", "happy"),
        ("no problem", "scored", "positive", "no problem"),
        ("this patch is broken again, so annoying", "scored", "negative", "broken annoying"),
        ("I really appreciate all your help today", "scored", "positive", "appreciate"),
        ("zyx wvu abcq", "not_scored", "neutral", ""),
    ],
)
def test_the_net_that_ships_names_the_words_a_person_would(
    net: Scorer, text: str, status: Status, label: str, named: str
) -> None:
    explanation, _, words = shown(net, text)
    assert (explanation.score.status, explanation.score.label) == (status, label)
    assert " ".join(words) == named


@pytest.mark.parametrize(
    "text",
    [
        "i hate mondays but i love you",
        "the food was great but the service was awful",
        "great game. terrible ending though",
    ],
)
def test_the_net_that_ships_calls_a_mixed_text_mixed(net: Scorer, text: str) -> None:
    assert shown(net, text)[1].startswith("Both: ")
    title = check_embed(ENGLISH, text, net.explain(text), {}).title
    assert title is not None
    assert title.startswith("Mixed")


@pytest.mark.parametrize(
    "text", ["5 apples and 3 b", "The meeting is at three o'clock", "he lives in London"]
)
def test_the_net_that_ships_finds_nothing_in_plain_talk(net: Scorer, text: str) -> None:
    assert shown(net, text)[1] == "Nothing in it sounds clearly positive or negative."


LINES = [
    "sorry for your loss", "I'm so sorry, that was my fault, i apologize", "this is sick!!",
    "I don't think that I like it. Great day though.", "that was not good. not good at all",
    "ugh, the server crashed again, but thanks for fixing it", "10/10 would recommend",
    "I never said it was bad", "x d", "I'm proud of you, sad you're leaving", "niiiice one",
    "It was great, or so I thought, but it wasn't.", "Great. Not.", "why not", "ok, 3 of 4 u r",
    "we lost again, terrible game, but I had fun", "so so so bad, bad, BAD", "i miss u so much rn",
    "I'm not mad, just disappointed", "no bugs so far", "5 stars, 5 stars, would buy 2 again",
    "can't stop, won't stop, love it", "never have I ever been so happy. never", "a b c d e f g",
    "it isn't bad, but I expected more", "my dog died yesterday", "the best of the best of all",
    "nobody is nice to me and nobody cares", "I like that you like what I like", "W stream, L chat",
    "that is not what I said, and not what I meant", "thanks thanks thanks <@1>, thanks",
]  # fmt: skip


@pytest.mark.parametrize("text", LINES)
def test_no_function_word_number_or_letter_explains_and_no_word_does_twice(
    net: Scorer, text: str
) -> None:
    _, _, named = shown(net, text)
    words = [word.lower() for phrase in named for word in phrase.split() if word != "…"]
    once = [word for word in words if word not in NEGATORS]  # "not good", "not nice" are two things
    assert len(once) == len(set(once))
    assert not [w for w in words if w in function_words() - NEGATORS or w.isdigit() or len(w) < 2]


PIECES = [
    "not ",
    "never ",
    "happy",
    "bad ",
    "<@1>",
    "<:a:1>",
    "**",
    "\\",
    "`",
    "\n",
    ". ",
    "!",
    "0",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=9), max_size=60).map("".join))
def test_whatever_is_written_the_reason_is_one_line_in_which_nothing_acts(
    net: Scorer, text: str
) -> None:
    embed = check_embed(ENGLISH, text, net.explain(text), {1: "@everyone **Ann**"})
    assert embed.description is not None
    quote, said = embed.description.split("\n")
    assert quote.startswith("> ")
    assert len(said) <= 1500
    for line in (quote, said):
        assert "@everyone" not in line
        assert not re.search(r"(?<!\\)(?:\\\\)*[<`\[|]", line)


def test_a_long_text_of_negations_is_explained_at_once(net: Scorer) -> None:
    text = "i don't think it's " + "not bad, good " * 280
    assert shown(net, text)[2]
