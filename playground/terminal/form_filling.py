"""A form filled in line by line, as the terminal asks for it. Pure: lines in, questions out."""

from __future__ import annotations

from typing import Any

from playground.errors import CommandLineError
from playground.interactions import Reply, component_data
from playground.interactions.component_data import Filling
from playground.interactions.modal import Field
from playground.rest import components
from playground.rest.components import ComponentType
from playground.terminal import layout
from playground.world import Guild, World

_YES, _NO = ("yes", "y"), ("no", "n")


class FormFilling:
    """What has been filled in of a form, and what is still to be asked."""

    def __init__(self, opened: Reply, guild: Guild, world: World) -> None:
        assert opened.modal is not None  # noqa: S101 (a form is what is filled in)
        self.opened = opened
        self.given: dict[str, Any] = {}
        self._guild = guild
        self._world = world
        self._left = list(opened.modal.fields)

    @property
    def is_done(self) -> bool:
        return not self._left

    @property
    def question(self) -> str:
        """What the next line is to answer."""
        field = self._left[0]
        hints = [hint for hint in (field.description, self._hint(field)) if hint]
        hints += [] if field.is_required else ["may stay empty"]
        return f"  {field.label} ({'; '.join(hints)}): "

    def answer(self, line: str) -> None:
        """Take the next line; an empty one leaves the field as it is.

        Raises CommandLineError for what Discord would not let one send.
        """
        field = self._left[0]
        given = self._read(field, line) if line else None
        component_data.filled_in(field, given, Filling(self._guild, self.opened.interaction.user))
        if given is not None:
            self.given[field.custom_id] = given
        del self._left[0]

    def _read(self, field: Field, line: str) -> Any:
        match field.control["type"]:
            case ComponentType.TEXT_INPUT:
                return line
            case ComponentType.CHECKBOX:
                if line.lower() not in _YES + _NO:
                    raise CommandLineError("Type yes or no.")
                return line.lower() in _YES
        return [each.strip() for each in line.split(",")]

    def _hint(self, field: Field) -> str:
        control = field.control
        match control["type"]:
            case ComponentType.TEXT_INPUT:
                now = f"now {control['value']!r}; " if control.get("value") else ""
                return f"{now}up to {components.lengths(control)[1]:,} characters"
            case ComponentType.CHECKBOX:
                return "yes or no"
        return layout.offered(control, self._world)
