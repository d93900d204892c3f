"""The commands that the bot may register, read as Discord reads them.

https://discord.com/developers/docs/interactions/application-commands
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from playground.forms import ChannelTypes, EachOnce, Form

SUBCOMMAND, GROUP, STRING, INTEGER, NUMBER = 1, 2, 3, 4, 10
SLASH = 1

Name = Annotated[str, Field(min_length=1, max_length=32, pattern=r"^\S+$")]
Description = Annotated[str, Field(min_length=1, max_length=100)]
Names = dict[str, Annotated[str, Field(min_length=1, max_length=32)]]
Descriptions = dict[str, Description]
Value = str | int | float


class Choice(Form):
    name: Annotated[str, Field(min_length=1, max_length=100)]
    name_localizations: dict[str, str] | None = None
    value: Value


class CommandOption(Form):
    type: Annotated[int, Field(ge=1, le=11)]
    name: Name
    name_localizations: Names | None = None
    description: Description
    description_localizations: Descriptions | None = None
    required: bool | None = None
    choices: Annotated[list[Choice], Field(max_length=25)] | None = None
    options: Annotated[list[CommandOption], Field(max_length=25)] | None = None
    channel_types: ChannelTypes | None = None
    min_value: int | float | None = None
    max_value: int | float | None = None
    min_length: Annotated[int, Field(ge=0, le=6000)] | None = None
    max_length: Annotated[int, Field(ge=1, le=6000)] | None = None
    autocomplete: bool | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        """Choices are of the option's own kind, and only groups hold what is deeper."""
        kinds: Any = {STRING: str, INTEGER: int, NUMBER: (int, float)}.get(self.type)
        if self.choices and (
            kinds is None or not all(isinstance(each.value, kinds) for each in self.choices)
        ):
            raise ValueError("The choices do not fit this type of option.")
        inner = {each.type for each in self.options or ()}
        if inner and self.type not in (SUBCOMMAND, GROUP):
            raise ValueError("This type of option has no options.")
        if self.type == SUBCOMMAND and inner & {SUBCOMMAND, GROUP}:
            raise ValueError("A subcommand has no subcommands.")
        if self.type == GROUP and inner - {SUBCOMMAND}:
            raise ValueError("A group holds subcommands.")
        return self


class CommandForm(Form):
    name: Annotated[str, Field(min_length=1, max_length=32)]
    name_localizations: Names | None = None
    description: Annotated[str, Field(max_length=100)] | None = None
    description_localizations: Descriptions | None = None
    type: Annotated[int, Field(ge=1, le=3)] | None = None
    options: Annotated[list[CommandOption], Field(max_length=25)] | None = None
    default_member_permissions: Annotated[int, Field(ge=0, lt=1 << 54)] | None = None
    contexts: Annotated[list[Annotated[int, Field(ge=0, le=2)]], EachOnce] | None = None
    integration_types: Annotated[list[Annotated[int, Field(ge=0, le=1)]], EachOnce] | None = None
    nsfw: bool | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        """A slash command has a description; what hangs on a menu has neither that nor options."""
        is_slash = self.type in (None, SLASH)
        if is_slash and not self.description:
            raise ValueError("description: This field is required")
        if not is_slash and (self.description or self.options):
            raise ValueError("Context menu commands have neither a description nor options.")
        return self
