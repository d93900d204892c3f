"""From a press, a choice or a filled-in form to the `data` of an interaction.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from playground.errors import CommandLineError
from playground.interactions import things
from playground.interactions.modal import Field, Modal
from playground.rest import components
from playground.rest.commands import OptionType
from playground.rest.components import ComponentType
from playground.world import Channel, Guild, Json, Member, Role, User

_ENTITIES = {
    ComponentType.USER_SELECT: OptionType.USER,
    ComponentType.ROLE_SELECT: OptionType.ROLE,
    ComponentType.MENTIONABLE_SELECT: OptionType.MENTIONABLE,
    ComponentType.CHANNEL_SELECT: OptionType.CHANNEL,
}


@dataclass(slots=True)
class Filling:
    """Somebody who chooses in a guild; `resolved` gathers the things that they choose."""

    guild: Guild | None
    user: User
    resolved: Json = field(default_factory=dict)

    def choose(self, select: Json, chosen: Sequence[Any]) -> list[str]:
        """The values of what was chosen. Raises CommandLineError for what is not offered."""
        if select["type"] == ComponentType.STRING_SELECT:
            values = [_option(select, each) for each in chosen]
        else:
            values = [self._entity(select, each) for each in chosen]
        least, most = components.bounds(select)
        if len(set(values)) < len(values) or not least <= len(values) <= most:
            raise CommandLineError(f"Choose {least} to {most} of them, each once.")
        return values

    def _entity(self, select: Json, chosen: Any) -> str:
        kind = _ENTITIES[ComponentType(select["type"])]
        thing = chosen.user if isinstance(chosen, Member) else chosen
        if not isinstance(thing, User | Role | Channel):
            thing = things.find(str(thing), kind, self.guild, self.user)
        allowed = select.get("channel_types")
        if isinstance(thing, Channel) and allowed and thing.type not in allowed:
            raise CommandLineError(f"#{thing.name} is no kind of channel that is offered here.")
        things.add_resolved(self.resolved, thing, self.guild, self.user)
        return str(thing.id)


def of_button(button: Json) -> Json:
    return {"component_type": int(ComponentType.BUTTON), "custom_id": button["custom_id"]}


def of_select(select: Json, chosen: Sequence[Any], guild: Guild | None, user: User) -> Json:
    """The data of a choice: labels or values of a list, or names or things of the world.

    Raises CommandLineError for what is not offered, and for too few or too many.
    """
    filling = Filling(guild, user)
    data: Json = {
        "component_type": select["type"],
        "custom_id": select["custom_id"],
        "values": filling.choose(select, chosen),
    }
    if select["type"] in _ENTITIES:
        data["resolved"] = filling.resolved
    return data


def of_modal(modal: Modal, given: Mapping[str, Any], guild: Guild | None, user: User) -> Json:
    """The data of a form: `given` by label or custom_id, the rest as it was filled in before.

    A text for a text input; what is chosen, as in `of_select`, for a select or a group of boxes
    (one, or several in a list); True or False for a single box. Raises CommandLineError for what
    Discord would not let one send.
    """
    fields = modal.fields
    known = {name for each in fields for name in (each.label, each.custom_id)}
    if set(given) - known:
        unknown = ", ".join(sorted(set(given) - known))
        labels = ", ".join(each.label for each in fields)
        raise CommandLineError(f"The form has no {unknown}. It has: {labels}.")
    filling = Filling(guild, user)
    filled = {}
    for each in fields:
        value = given.get(each.custom_id, given.get(each.label))
        try:
            filled[each.custom_id] = filled_in(each, value, filling)
        except CommandLineError as error:
            raise CommandLineError(f"{each.label}: {error}") from None
    numbered = components.given_back(modal.components)
    data: Json = {
        "custom_id": modal.custom_id,
        "components": [_sent(part, filled) for part in numbered],
    }
    return data | {"resolved": filling.resolved} if filling.resolved else data


def filled_in(each: Field, given: Any, filling: Filling) -> Json:
    """What is sent of one control: its value or values (`None`: it stays as it is).

    Raises CommandLineError for what Discord would not let one send.
    """
    control = each.control
    match control["type"]:
        case ComponentType.TEXT_INPUT:
            return {"value": _text(each, (control.get("value") or "") if given is None else given)}
        case ComponentType.CHECKBOX:
            return {"value": bool(control.get("default") if given is None else given)}
        case ComponentType.RADIO_GROUP:
            chosen = _default(control) if given is None else _several(given)
            values = [_option(control, option) for option in chosen]
            if len(values) > 1 or (each.is_required and not values):
                raise CommandLineError("Choose one of them.")
            return {"value": values[0] if values else None}
        case ComponentType.CHECKBOX_GROUP:
            chosen = _default(control) if given is None else _several(given)
            values = [_option(control, option) for option in chosen]
            most = control.get("max_values") or len(control["options"])
            least = control.get("min_values")
            least = int(each.is_required) if least is None else least
            if not least <= len(values) <= most:
                raise CommandLineError(f"Choose {least} to {most} of them.")
            return {"values": values}
    chosen = _default(control) if given is None else _several(given)
    if not chosen and not each.is_required:
        return {"values": []}
    return {"values": filling.choose(control, chosen)}


def _several(given: Any) -> Sequence[Any]:
    return given if isinstance(given, list | tuple) else [given]


def _default(control: Json) -> list[Any]:
    """What is chosen before anybody touches it."""
    preset = [each["id"] for each in control.get("default_values") or []]
    return preset + [each["value"] for each in control.get("options", ()) if each.get("default")]


def _text(each: Field, text: str) -> str:
    shortest, longest = components.lengths(each.control)
    if each.is_required and not text:
        raise CommandLineError("This must be filled in.")
    if text and not shortest <= len(text) <= longest:
        raise CommandLineError(f"Write {shortest} to {longest} characters.")
    return text


def _option(control: Json, chosen: Any) -> str:
    """The value of an option that is called so, or has this value."""
    for option in control["options"]:
        if chosen in (option["label"], option["value"]):
            value: str = option["value"]
            return value
    labels = ", ".join(option["label"] for option in control["options"])
    raise CommandLineError(f'There is no "{chosen}" to choose. There is: {labels}.')


def _sent(part: Json, filled: Mapping[str, Json]) -> Json:
    """A part of a modal as it comes back: kinds, ids and values alone."""
    sent: Json = {name: part[name] for name in ("type", "id", "custom_id") if name in part}
    sent |= filled.get(part.get("custom_id", ""), {})
    if "component" in part:
        sent["component"] = _sent(part["component"], filled)
    if "components" in part:
        sent["components"] = [_sent(each, filled) for each in part["components"]]
    return sent
