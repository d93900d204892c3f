from __future__ import annotations

from typing import Any

import pytest

from playground.errors import CommandLineError
from playground.interactions.command_line import parse, usage
from playground.interactions.interaction_data import of_slash_command
from playground.world import Json, User

PERIOD = {
    "type": 3,
    "name": "period",
    "description": "How far back",
    "choices": [
        {"name": "24 hours", "value": "day"},
        {"name": "7 days", "value": "week", "name_localizations": {"de": "7 Tage"}},
    ],
}
TEXT = {"type": 3, "name": "text", "description": "A sentence", "required": True, "max_length": 9}
COUNT = {"type": 4, "name": "count", "description": "How many", "min_value": 1, "max_value": 5}
SUBCOMMANDS = [
    {
        "type": 1,
        "name": "check",
        "description": "How a text sounds",
        "description_localizations": {"de": "Wie ein Text klingt"},
        "options": [TEXT],
    },
    {"type": 1, "name": "trend", "description": "The mood over time", "options": [PERIOD, COUNT]},
    {"type": 2, "name": "privacy", "description": "", "options": [
        {"type": 1, "name": "show", "description": ""},
    ]},
]  # fmt: skip
COMMANDS = [
    {"type": 1, "id": "1", "name": "sentiment", "options": SUBCOMMANDS},
    {"type": 3, "id": "2", "name": "Check sentiment"},
]
ASKER = User(1, "ana", "Ana")


def texts(line: str) -> dict[str, str]:
    return parse(line, COMMANDS).texts


def data(line: str, **given: Any) -> Json:
    return of_slash_command(parse(line, COMMANDS), given, None, ASKER)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/sentiment check I said: hello", {"text": "I said: hello"}),
        ("/sentiment check text:hi there", {"text": "hi there"}),
        ("/sentiment trend period:7 days count:3", {"period": "7 days", "count": "3"}),
        ("/sentiment trend 7 days count:3", {"period": "7 days", "count": "3"}),
        ("/sentiment trend", {}),
        ("/SENTIMENT  Privacy  show ", {}),
    ],
)
def test_text_goes_to_the_option_that_it_names_or_to_the_first_free_one(
    line: str, expected: dict[str, str]
) -> None:
    assert texts(line) == expected


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("/mood", 'no command "mood". There is: /sentiment'),
        ("/sentiment", "which subcommand: /sentiment check, /sentiment trend, /sentiment privacy"),
        ("/sentiment privacy forget", "There is: /sentiment privacy show"),
        ("/sentiment privacy show all", "takes no options"),
        ("/sentiment trend more period:7 days count:2", '"more" belongs to no option'),
    ],
)
def test_a_line_that_leads_nowhere_says_what_there_is(line: str, hint: str) -> None:
    with pytest.raises(CommandLineError, match=hint):
        parse(line, COMMANDS)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("/sentiment check", "needs text: A sentence"),
        ("/sentiment check ten letters", "0 to 9 characters"),
        ("/sentiment trend period:a year", "Choose one of: 24 hours, 7 days"),
        ("/sentiment trend count:six", "must be a number"),
        ("/sentiment trend count:6", "from 1 to 5"),
    ],
)
def test_a_value_that_discord_would_refuse_is_refused(line: str, hint: str) -> None:
    with pytest.raises(CommandLineError, match=hint):
        data(line)


def test_options_are_typed_and_nested_as_in_an_interaction() -> None:
    options = [
        {"name": "period", "type": 3, "value": "week"},
        {"name": "count", "type": 4, "value": 3},
    ]
    assert data("/sentiment trend period:7 Days", count=3) == {
        "id": "1",
        "name": "sentiment",
        "type": 1,
        "options": [{"name": "trend", "type": 1, "options": options}],
    }


def test_an_option_that_does_not_exist_is_refused() -> None:
    with pytest.raises(CommandLineError, match="no option speed"):
        data("/sentiment trend", speed=3)


def test_a_choice_has_the_name_that_its_reader_sees() -> None:
    def chosen(name: str, locale: str) -> object:
        line = parse(f"/sentiment trend period:{name}", COMMANDS)
        asker = User(1, "ana", "Ana", locale=locale)
        return of_slash_command(line, {}, None, asker)["options"][0]["options"][0]["value"]

    assert chosen("7 Tage", "de") == chosen("7 days", "de") == chosen("7 days", "en-US") == "week"
    with pytest.raises(CommandLineError, match="Choose one of: 24 hours, 7 days"):
        chosen("7 Tage", "en-US")


def test_usage_lists_everything_that_can_be_typed() -> None:
    assert usage(COMMANDS, "de") == [
        "/sentiment check text:",
        "    Wie ein Text klingt",
        "/sentiment trend [period:] [count:]",
        "    The mood over time",
        "/sentiment privacy show",
    ]
