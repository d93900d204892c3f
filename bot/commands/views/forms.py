"""Forms (Discord's modals) that can be sent after a restart, and are checked anew when they are.

    self.note = forms.Form("note", rule=access.NOTES, submitted=self._add, arguments="[0-9]+")
    text = discord.ui.TextInput(custom_id="text", max_length=60)
    modal = self.note.of(
        "Add a note",
        discord.ui.Label(text="What happened?", component=text),
        asker_id=viewer.id, at=now, arguments=(channel.id,),
    )
    await interaction.response.send_modal(modal)

    async def _add(self, submission: Submission) -> None:
        words = submission.text("text")

discord.py keeps a modal in memory until it is sent, and drops one that it does not know, so that
after a restart somebody's words would be lost and their form say "Something went wrong". Here it
keeps none: each form comes back by its `custom_id`, before and after a restart alike.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import discord

from bot.commands import errors
from bot.commands.access import Rule
from bot.commands.errors import Refused
from bot.commands.views.custom_id import CustomId
from bot.commands.views.kind import Kind, tell
from bot.gateway.hearing import also

Part = discord.ui.Label[Any] | discord.ui.TextDisplay[Any]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Submission:
    """Somebody sent a form, and may. Its fields go by the `custom_id` of their controls.

    Whoever asks for a field that did not come, or came as something else, gets Refused: the form
    was opened by another version of the bot.
    """

    interaction: discord.Interaction
    asked: CustomId
    values: Mapping[str, Any]

    def text(self, field: str) -> str:
        """What was written into a text input."""
        return self._value(field, str)

    def chosen(self, field: str) -> tuple[str, ...]:
        """The values chosen from a list; of people, roles and channels the ids.

        An id says nothing of what its chooser may see: that is for the handler to ask.
        """
        return tuple(str(each) for each in self._value(field, list))

    def _value(self, field: str, kind: type[Value]) -> Value:
        value = self.values.get(field)
        if not isinstance(value, kind):
            raise Refused(errors.OUTDATED_FORM)
        return value


Handler = Callable[[Submission], Awaitable[None]]


class Form:
    """A kind of forms; `submitted` is called when somebody whom `rule` allows has sent one.

    `arguments` is the pattern of what one carries, joined by `:`. Where the rule is about a
    readable channel, the first of them is its id. A new `version` refuses what was opened before:
    it is due whenever the fields change.
    """

    def __init__(
        self,
        name: str,
        *,
        rule: Rule,
        submitted: Handler,
        arguments: str = "",
        version: int = 1,
    ) -> None:
        self.kind = Kind.make(name, rule, arguments, version)
        self._submitted = submitted

    def of(
        self,
        title: str,
        *parts: Part,
        asker_id: int,
        at: datetime,
        arguments: tuple[str | int, ...] = (),
    ) -> discord.ui.Modal:
        """One to be opened. Raises ValueError where a custom_id cannot hold the arguments."""
        custom_id = self.kind.custom_id(asker_id=asker_id, at=at, arguments=arguments)
        modal = discord.ui.Modal(title=title, custom_id=custom_id)
        for part in parts:
            modal.add_item(part)
        modal.stop()  # so that discord.py does not keep it: `register` hears when it is sent
        return modal

    async def take(self, interaction: discord.Interaction) -> None:
        """Check a form that was sent, and hand it on. Refused where it is not to be sent."""
        data: Any = interaction.data
        asked = self.kind.check(interaction, data["custom_id"], outdated=errors.OUTDATED_FORM)
        await self._submitted(Submission(interaction, asked, dict(_values(data["components"]))))


def register(client: discord.Client, forms: Iterable[Form]) -> None:
    """Let forms that are sent from now on come here, and answer what is of none of them.

    Whatever else the client does with interactions it goes on doing.
    """
    known = {form.kind.name: form for form in forms}

    async def on_interaction(interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            await _take(known, interaction)

    also(client, "on_interaction", on_interaction)


async def _take(known: Mapping[str, Form], interaction: discord.Interaction) -> None:
    data: Any = interaction.data
    try:
        form = known.get(data["custom_id"].partition(":")[0])
        if form is None:
            raise Refused(errors.OUTDATED_FORM)
        await form.take(interaction)
    except Exception as error:
        await tell(interaction, error)


def _values(components: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Any]]:
    """What each control holds, by its custom_id; texts between them hold nothing."""
    for each in components:
        inner = [each["component"]] if "component" in each else each.get("components", ())
        yield from _values(inner)
        for key in ("value", "values"):
            if key in each:
                yield each["custom_id"], each[key]
