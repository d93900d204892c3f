from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.commands import errors
from classifier import model_file
from classifier.dictionary import Dictionary
from classifier.model_file import Layer
from classifier.pool import ScorerPool
from classifier.score import LABELS, Contribution, Explanation, Score
from classifier.scorer import Scorer
from tests.bot.commands.conftest import Server


async def test_a_text_gets_label_confidence_reasons_and_unknown_words(server: Server) -> None:
    reply = await server.ask(server.ann, "check", text="I love this, but zyxw")
    assert reply.ephemeral
    assert reply.title == "Positive, 87% sure"
    assert reply.description == "> I love this, but zyxw\nWhy: **love**"
    assert reply.fields == {"Words I don't know": "zyxw"}
    assert reply.footer == "A computer's guess from the words alone; it misses irony."


async def test_only_the_three_strongest_words_each_way_are_named(server: Server) -> None:
    contributions = tuple(
        Contribution(f"{way}{n}", sign * (9.0 - n))
        for n in range(5)
        for way, sign in (("up", 1), ("down", -1))
    )
    server.pool.explanation = Explanation(Score(0.1, 0.1, 0.8, "scored"), contributions, ())
    reply = await server.ask(server.ann, "check", text="up and down")
    assert reply.description.endswith(
        "Both: **up0**, **up1** and **up2** pull up, **down0**, **down1** and **down2** pull down."
    )


@pytest.mark.parametrize(
    ("score", "title"),
    [
        (Score(0.35, 0.40, 0.25, "unsure"), "Not sure, maybe neutral (40% likely)"),
        (Score(0.33, 0.34, 0.33, "not_scored"), "I can't tell"),
        (Score(0.70, 0.20, 0.10, "scored"), "Negative, 70% sure"),
    ],
)
async def test_it_says_when_it_is_not_sure(server: Server, score: Score, title: str) -> None:
    server.pool.explanation = Explanation(score, (), ())
    assert (await server.ask(server.ann, "check", text="hm")).title == title


async def test_words_that_hardly_push_are_not_named(server: Server) -> None:
    contributions = (Contribution("love", 2.5), Contribution("the", 0.04), Contribution("a", -0.04))
    server.pool.explanation = Explanation(Score(0.1, 0.1, 0.8, "scored"), contributions, ())
    reply = await server.ask(server.ann, "check", text="a love, the love")
    assert reply.description == "> a love, the love\nWhy: **love**"


async def test_no_reasons_are_given_where_nothing_was_scored(server: Server) -> None:
    server.pool.explanation = Explanation(
        Score(0.2, 0.2, 0.6, "not_scored"), (Contribution("love", 2.5),), ("zyx", "wvu")
    )
    reply = await server.ask(server.ann, "check", text="love zyx wvu")
    assert (
        reply.description
        == "> love zyx wvu\nI don't know enough of its words, or it isn't in English."
    )
    assert reply.fields == {"Words I don't know": "zyx, wvu"}


async def test_a_real_net_explains_itself(server: Server, tmp_path: Path) -> None:
    # One layer on the words themselves: rows are the empty column, "love", "sad" and "love tea".
    kernel = np.array([[0, 0, 0], [-2, 0, 2], [3, 0, -3], [-1, 0, 1]], np.float32)
    model = model_file.save(
        tmp_path / "model",
        Dictionary(["love", "sad", "love tea"]),
        [Layer(kernel, np.zeros(3, np.float32), "softmax")],
        name="tiny",
        labels=LABELS,
        confidence=0.5,
        trained_on=None,
        figures={},
    )
    async with ScorerPool(Scorer(model)) as pool:
        server.pool.explain = pool.explain  # type: ignore[method-assign]
        reply = await server.ask(server.ann, "check", text="Love tea, love tea!")
    # softmax(-3, 0, 3): e³ / (e⁻³ + 1 + e³) = 0.950
    assert reply.title == "Positive, 95% sure"
    assert reply.description == "> Love tea, love tea!\nWhy: **Love**"


async def test_nothing_in_a_text_acts(server: Server) -> None:
    text = f"@everyone {server.ben.mention} **loud** [click](https://example.org)\n# title `x`"
    reply = await server.ask(server.ann, "check", text=text)
    assert server.pool.texts == [text]
    assert "@everyone" not in reply.description
    assert server.ben.mention not in reply.description
    assert "**loud**" not in reply.description
    quote, reason = reply.description.split("\n")
    assert quote.startswith("> ")
    assert reason == "Why: **love**"


async def test_whom_a_message_mentions_is_called_by_name(server: Server) -> None:
    text = f"{server.ben.mention} I love this, {server.ann.mention} <#5> <@77>"
    message = await server.ben.send(server.general, text)
    reply = server.reply(await server.ann.context_menu(server.general, "Check sentiment", message))
    quote = reply.description.split("\n")[0].replace("\u200b", "")
    # Nobody told us who 77 is, and who asks may not see all channels.
    assert quote == r"> @ben\_b I love this, @ann"


async def test_long_texts_and_words_stay_within_discords_limits(server: Server) -> None:
    words = tuple(f"*{n}*" * 400 for n in range(300))
    contributions = tuple(Contribution(word, 1.0) for word in words)
    server.pool.explanation = Explanation(Score(0.1, 0.1, 0.8, "scored"), contributions, words)
    reply = await server.ask(server.ann, "check", text="*" * 4000)
    assert len(reply.message.embeds[0]) <= 6000
    assert reply.fields["Words I don't know"].endswith(" and 292 more")


async def test_check_works_in_a_direct_message(server: Server) -> None:
    reply = server.reply(
        await server.env.create_user("dora").slash("sentiment check", text="I love this")
    )
    assert reply.title == "Positive, 87% sure"


async def test_the_menu_checks_a_message(server: Server) -> None:
    message = await server.ben.send(server.general, "I love this @everyone")
    reply = server.reply(await server.ann.context_menu(server.general, "Check sentiment", message))
    assert reply.ephemeral
    assert reply.title == "Positive, 87% sure"
    assert server.pool.texts == ["I love this @everyone"]
    assert "@everyone" not in reply.description


async def test_the_menu_answers_kindly_about_a_message_without_text(server: Server) -> None:
    message = await server.ben.send(server.general, attachments=[("cat.png", b"not a real cat")])
    reply = server.reply(await server.ann.context_menu(server.general, "Check sentiment", message))
    assert reply.ephemeral
    assert reply.content == errors.NO_TEXT
    assert server.pool.texts == []
