"""Components under a message and in a modal: their kinds, limits, and how Discord gives them back.

https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import count
from typing import Any

from playground.errors import RestError, invalid_form
from playground.world import Json

COMPONENTS_V2 = 1 << 15  # a message's flag: all that it shows are components
MOST_ROWS = 5
MOST_IN_ROW = 5
MOST_IN_MESSAGE = 40  # of Components V2, nested ones counted
MOST_IN_MODAL = 5
MOST_OPTIONS = 25
LONGEST_CUSTOM_ID = 100
LONGEST_TEXT = 4000
LIMITS = {
    "label": 45,  # of a button: 80
    "placeholder": 150,  # of a text input: 100
    "description": 100,
    "title": 45,
    "url": 512,
}


class ComponentType(IntEnum):
    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    TEXT_DISPLAY = 10
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


_V2_PARTS = {ComponentType.ACTION_ROW, ComponentType.TEXT_DISPLAY, ComponentType.SEPARATOR}
_DEFAULT_VALUES = {
    ComponentType.USER_SELECT: {"user"},
    ComponentType.ROLE_SELECT: {"role"},
    ComponentType.MENTIONABLE_SELECT: {"user", "role"},
    ComponentType.CHANNEL_SELECT: {"channel"},
}
_FILLED_IN: dict[int, Json] = {
    ComponentType.SEPARATOR: {"spacing": 1, "divider": True},
    ComponentType.CONTAINER: {"accent_color": None, "spoiler": False},
}
"""What Discord adds to a component where it is left out; see `_given_back` for selects."""


class ButtonStyle(IntEnum):
    LINK = 5
    PREMIUM = 6


SELECTS = frozenset(range(ComponentType.STRING_SELECT, ComponentType.CHANNEL_SELECT + 1)) - {
    ComponentType.TEXT_INPUT
}
CONTROLS = SELECTS | {
    ComponentType.TEXT_INPUT,
    ComponentType.RADIO_GROUP,
    ComponentType.CHECKBOX_GROUP,
    ComponentType.CHECKBOX,
}
"""What can be filled in in a modal."""


def walk(components: Iterable[Json]) -> Iterator[Json]:
    """Every component, each before what is inside it."""
    for component in components:
        yield component
        inner = [component[key] for key in ("accessory", "component") if component.get(key)]
        yield from walk([*component.get("components", ()), *inner])


def buttons(components: Iterable[Json]) -> list[Json]:
    return [each for each in walk(components) if each["type"] == ComponentType.BUTTON]


def selects(components: Iterable[Json]) -> list[Json]:
    return [each for each in walk(components) if each["type"] in SELECTS]


def given_back(components: Iterable[Json]) -> list[Json]:
    """Components as Discord gives them: with an id each and every default filled in."""
    return _given_back(components, count(1))


def check(components: Sequence[Json], flags: int = 0) -> None:
    """Refuse what Discord would refuse under a message. Raises `RestError`."""
    if flags & COMPONENTS_V2:
        _require(len(list(walk(components))) <= MOST_IN_MESSAGE, "components", "Too many.")
        _require_kinds(components, _V2_PARTS | {ComponentType.CONTAINER})
    else:
        _require(len(components) <= MOST_ROWS, "components", f"Must be {MOST_ROWS} or fewer.")
        _require_kinds(components, {ComponentType.ACTION_ROW})
    for component in walk(components):
        match component["type"]:
            case ComponentType.ACTION_ROW:
                _check_row(component)
            case ComponentType.BUTTON:
                _check_button(component)
            case ComponentType.CONTAINER:
                _require(bool(component.get("components")), "components", "Must hold something.")
                _require_kinds(component["components"], _V2_PARTS)
            case ComponentType.TEXT_DISPLAY:
                _require(bool(component.get("content")), "content", "This field is required")
            case kind if kind in SELECTS:
                _check_select(component)
    _check_custom_ids(components)


def check_modal(data: Json) -> None:
    """Refuse a modal that Discord would refuse. Raises `RestError`."""
    for name, most in (("title", LIMITS["title"]), ("custom_id", LONGEST_CUSTOM_ID)):
        _require(0 < len(data.get(name) or "") <= most, name, f"Must have 1 to {most} characters.")
    parts = data.get("components") or []
    _require(0 < len(parts) <= MOST_IN_MODAL, "components", "Must be between 1 and 5 in length.")
    for part in parts:
        match part.get("type"):
            case ComponentType.ACTION_ROW:
                inner = part.get("components") or []
                _require(len(inner) == 1, "components", "A row of a modal holds one text input.")
                (control,) = inner
                _check_text(control, "label", needed=True)
                _require(control["type"] == ComponentType.TEXT_INPUT, "type", "Is no text input.")
            case ComponentType.LABEL:
                _check_text(part, "label", needed=True)
                _check_text(part, "description")
                _require(bool(part.get("component")), "component", "This field is required")
                control = part["component"]
                _require(control["type"] in CONTROLS, "type", "Has no place in a modal.")
            case ComponentType.TEXT_DISPLAY:
                continue
            case _:
                raise invalid_form("components: That kind has no place in a modal.")
        _check_control(control)
    _check_custom_ids(parts)


def _given_back(components: Iterable[Json], numbers: Iterator[int]) -> list[Json]:
    filled = []
    for component in components:
        given = {"id": next(numbers)} | without_nothing(component)
        given = _FILLED_IN.get(given["type"], {}) | given
        if given["type"] in SELECTS:
            given.pop("required", None)
            given = {"min_values": 1, "max_values": 1, "disabled": False} | given
        for key in ("accessory", "component"):
            if key in given:
                (given[key],) = _given_back([given[key]], numbers)
        if "components" in given:
            given["components"] = _given_back(given["components"], numbers)
        filled.append(given)
    return filled


def without_nothing(value: Any) -> Any:
    """JSON without the keys whose value is null: Discord leaves them out."""
    if isinstance(value, dict):
        return {key: without_nothing(each) for key, each in value.items() if each is not None}
    return [without_nothing(each) for each in value] if isinstance(value, list) else value


def _check_row(row: Json) -> None:
    kinds = [each["type"] for each in row.get("components") or []]
    only_buttons = set(kinds) == {ComponentType.BUTTON} and len(kinds) <= MOST_IN_ROW
    one_select = len(kinds) == 1 and kinds[0] in SELECTS
    _require(only_buttons or one_select, "components", "A row holds 1 to 5 buttons or one select.")


def _check_button(button: Json) -> None:
    _require(bool(button.get("style")), "style", "This field is required")
    is_link = button.get("style") == ButtonStyle.LINK
    _require(is_link == bool(button.get("url")), "url", "A link, and nothing else, needs a url.")
    _require(not (is_link and button.get("custom_id")), "custom_id", "A link has none.")
    _check_text(button, "label", most=80)
    _check_text(button, "url")
    _require(bool(button.get("label") or button.get("emoji")), "label", "Needs a label or emoji.")
    if not is_link and button.get("style") != ButtonStyle.PREMIUM:
        _check_text(button, "custom_id", needed=True, most=LONGEST_CUSTOM_ID)


def _check_select(select: Json) -> None:
    _check_text(select, "custom_id", needed=True, most=LONGEST_CUSTOM_ID)
    _check_text(select, "placeholder")
    least, most = bounds(select)
    _require(0 <= least <= most <= MOST_OPTIONS, "max_values", "Must be from min_values to 25.")
    if select["type"] == ComponentType.STRING_SELECT:
        _check_options(select, most)
    elif select.get("default_values"):
        _check_entities(select)
        given = len(select["default_values"])
        _require(least <= given <= most, "default_values", "Must be as many as may be chosen.")


def _check_entities(select: Json) -> None:
    """What is chosen before is of the select's own kind."""
    kinds = {each["type"] for each in select["default_values"]}
    fits = kinds <= _DEFAULT_VALUES[ComponentType(select["type"])]
    _require(fits, "default_values", "Is of another type than the select.")


def _check_options(select: Json, most: int) -> None:
    options: list[Json] = select.get("options") or []
    enough = max(1, most) <= len(options) <= MOST_OPTIONS
    _require(enough, "options", f"Must be between {max(1, most)} and 25 in length.")
    for option in options:
        for name in ("label", "value"):
            _check_text(option, name, needed=True, most=100)
        _check_text(option, "description")
    different = len({option["value"] for option in options}) == len(options)
    _require(different, "options", "The specified option value is already used.")


def _check_control(control: Json) -> None:
    if control["type"] in SELECTS:
        _check_select(control)
        _require(not control.get("disabled"), "disabled", "In a modal nothing is disabled.")
        return
    _check_text(control, "custom_id", needed=True, most=LONGEST_CUSTOM_ID)
    if control["type"] != ComponentType.TEXT_INPUT:
        return
    _check_text(control, "placeholder", most=100)
    _check_text(control, "value", most=LONGEST_TEXT)
    shortest, longest = lengths(control)
    fits = 0 <= shortest <= longest <= LONGEST_TEXT and longest > 0
    _require(fits, "max_length", "Must be from min_length to 4000.")


def bounds(select: Json) -> tuple[int, int]:
    """How many values may be chosen at least and at most."""
    least, most = select.get("min_values"), select.get("max_values")
    needed = 1 if select.get("required") is not False else 0
    return needed if least is None else least, 1 if most is None else most


def lengths(text_input: Json) -> tuple[int, int]:
    """How many characters may be written at least and at most; what is optional may be empty."""
    shortest, longest = text_input.get("min_length"), text_input.get("max_length")
    return shortest or 0, LONGEST_TEXT if longest is None else longest


def _check_text(part: Json, name: str, *, needed: bool = False, most: int | None = None) -> None:
    text, longest = part.get(name) or "", most or LIMITS[name]
    _require(len(text) <= longest, name, f"Must be {longest} or fewer in length.")
    _require(bool(text) or not needed, name, "This field is required")


def _check_custom_ids(components: Iterable[Json]) -> None:
    ids = [each["custom_id"] for each in walk(components) if each.get("custom_id")]
    _require(len(set(ids)) == len(ids), "custom_id", "Component custom id cannot be duplicated")


def _require_kinds(components: Iterable[Json], kinds: Iterable[int]) -> None:
    allowed = sorted(int(kind) for kind in kinds)
    fits = all(each["type"] in allowed for each in components)
    _require(fits, "components", f'Value of field "type" must be one of {tuple(allowed)}.')


def _require(holds: bool, field: str, reason: str) -> None:
    """Raise Discord's refusal of a form unless it `holds`."""
    if not holds:
        refusal: RestError = invalid_form(f"{field}: {reason}")
        raise refusal
