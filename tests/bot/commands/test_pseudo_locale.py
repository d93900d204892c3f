"""Every command, button and error in a language that marks what it translated."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import simcord

from bot.commands import errors, replies
from bot.commands.errors import Refused
from bot.ingest.history import Page
from bot.render import localizer
from classifier.errors import ClassifierError
from storage.errors import StorageError
from tests.bot.commands.conftest import Server
from tests.bot.conftest import PseudoLocale

DAY = timedelta(days=1)
NAMES = (
    r"The \*Tea\* House",
    "The *Tea* House",  # as alt texts say it, in which nothing is escaped
    "general",
    "games",
    r"ben\_b",
    "love",
    "this",
    "but",
    "zyxw",
    "Uhr",  # with which the language itself ends a span of hours
)
"""What is not the bot's to translate: names, and the words of a text."""


@pytest.fixture(autouse=True)
def spoken(pseudo: PseudoLocale, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody in the simulated Discord speaks the pseudo-language; simcord knows only English."""

    def localizer_of(*_: object, **__: object) -> object:
        return localizer.for_language(pseudo.name)

    monkeypatch.setattr(replies, "localizer_of", localizer_of)


def texts_of(message: simcord.ResponseMessage) -> list[str]:
    """All that somebody reads in a message, alt texts and the words on buttons included."""
    texts: list[str | None] = [message.content]
    for embed in message.embeds:
        fields = [text for field in embed.fields for text in (field.name, field.value)]
        texts += [embed.title, embed.description, embed.footer.text, *fields]
    texts += [attachment.description for attachment in message.attachments]
    texts += [label for row in message.components for label in _labels(row)]
    return [text for text in texts if text]


def _labels(component: dict[str, Any]) -> list[str]:
    children = (*component.get("components", ()), *component.get("options", ()))
    below = [label for child in children for label in _labels(child)]
    return [*(component[key] for key in ("label", "placeholder") if key in component), *below]


COMMANDS: list[tuple[str, dict[str, Any]]] = [
    ("check", {"text": "I love this, but zyxw"}),
    ("help", {}),
    ("now", {}),
    *((command, {}) for command in ("me", "channel", "server", "trend", "coverage", "feedback")),
    *((f"privacy {what}", {}) for what in ("show", "export", "opt-out", "forget", "opt-in")),
    ("settings show", {}),
    ("settings member-lookup", {"state": "on"}),
    ("settings bot-commands", {"signs": "none"}),
    ("settings time-zone", {"zone": "UTC"}),
    ("trend", {"period": "3 May to 18 May"}),
    ("channel", {"period": "18 May 9:00 to 17:00"}),
    ("note list", {}),
    *((f"digest {what}", {}) for what in ("show", "set", "remove")),
    ("digest set", {"every": 2, "only-if-unusual": True}),
]


@pytest.mark.parametrize(("command", "options"), COMMANDS)
@pytest.mark.parametrize("messages", [0, 1500])
async def test_what_a_command_answers(
    server: Server, pseudo: PseudoLocale, command: str, options: dict[str, Any], messages: int
) -> None:
    await server.say(server.general, server.crowd, [0.8, -0.3] * (messages // 2), ago=DAY)
    await server.say(server.general, server.admin, [0.8, -0.3] * (messages // 2), ago=3 * DAY)
    for who in (server.admin, server.ann):
        reply = await server.ask(who, command, **options)
        assert_translated(reply.message, pseudo)


def assert_translated(message: simcord.ResponseMessage, pseudo: PseudoLocale, *names: str) -> None:
    texts = texts_of(message)
    assert any("«" in text for text in texts)
    assert [found for text in texts if (found := pseudo.escaped(text, *NAMES, *names))] == []


async def test_what_is_told_about_somebody_else(server: Server, pseudo: PseudoLocale) -> None:
    async def assert_is_translated() -> None:
        reply = await server.ask(server.admin, "member", member=server.ben)
        assert_translated(reply.message, pseudo)

    await assert_is_translated()
    await server.ask(server.admin, "settings member-lookup", state="on")
    await assert_is_translated()
    await server.say(server.general, server.ben, [0.8] * 30)
    await assert_is_translated()


@pytest.mark.parametrize("command", ["opt-out", "forget"])
@pytest.mark.parametrize("button", [0, 1])
async def test_what_the_buttons_say_and_do(
    server: Server, pseudo: PseudoLocale, command: str, button: int
) -> None:
    await server.say(server.general, server.ann, [0.8] * 1500)
    question = await server.ask(server.ann, f"privacy {command}")
    labels = [label for row in question.message.components for label in _labels(row)]
    assert len(labels) == 2
    await server.ann.click(question.message, label=labels[button])
    answered = simcord.ResponseMessage(server.env, question.message._message)
    assert_translated(answered, pseudo)


async def test_what_a_reading_tells(server: Server, pseudo: PseudoLocale) -> None:
    server.history.pages += [Page(1400, 1200, 7, final=True)]
    reply = await server.ask(server.moderator, "backfill", channel=server.games, days=7)
    assert_translated(reply.message, pseudo)
    server.history.pages[:] = [StorageError("the disk is full")]
    result = await server.moderator.slash(
        server.general, "sentiment backfill", channel=server.games, days=1
    )
    assert result.response is not None
    for message in (result.response, *result.followups):
        assert_translated(message, pseudo)


CONSTANTS = {
    name: words for name, words in vars(errors).items() if name.isupper() and isinstance(words, str)
}


@pytest.mark.parametrize(
    "error",
    [*map(Refused, CONSTANTS.values()), StorageError("x"), ClassifierError("x"), ValueError("x")],
    ids=[*CONSTANTS, "storage", "classifier", "unexpected"],
)
async def test_what_an_error_says(server: Server, pseudo: PseudoLocale, error: Exception) -> None:
    server.expected += (ValueError,)
    server.pool.error = error
    result = await server.ann.slash(server.general, "sentiment check", text="I love this")
    assert result.response is not None
    assert_translated(result.response, pseudo)
