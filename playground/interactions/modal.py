"""A form that the bot opens for somebody: https://discord.com/developers/docs/components/reference"""

from __future__ import annotations

from dataclasses import dataclass

from playground.rest.components import ComponentType
from playground.world import Json


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in; `control` is the text input, select or box, in Discord's JSON."""

    label: str
    description: str
    control: Json

    @property
    def custom_id(self) -> str:
        custom_id: str = self.control["custom_id"]
        return custom_id

    @property
    def is_required(self) -> bool:
        """Whether it must be filled in; Discord's default is yes. A box may stay unchecked."""
        kind = self.control["type"]
        return kind != ComponentType.CHECKBOX and self.control.get("required") is not False


@dataclass(frozen=True, slots=True)
class Modal:
    """A form as it was opened; `components` are Discord's JSON."""

    custom_id: str
    title: str
    components: tuple[Json, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is to be filled in, from top to bottom; texts between are no fields."""
        found = []
        for part in self.components:
            if part["type"] == ComponentType.LABEL:
                found.append(Field(part["label"], part.get("description") or "", part["component"]))
            elif part["type"] == ComponentType.ACTION_ROW:  # the older form
                found += [Field(each["label"], "", each) for each in part["components"]]
        return tuple(found)
