"""The bodies that the bot may send, read as Discord reads them, with words for what doesn't fit.

https://discord.com/developers/docs/reference#error-messages
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field, PlainSerializer, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from playground.errors import RestError
from playground.world.entities import Json

_NOT_OF_A_FIELD = "_errors"
_TWINS = "set_already_contains"

MOST_EMBEDS = 10
MOST_COMPONENTS = 40
MOST_FILES = 10

Snowflake = Annotated[int, Field(ge=0, lt=1 << 63), PlainSerializer(str)]
"""An id: it may come as a number or a text, and is given back as a text."""


def _web_address(text: str) -> str:
    if not text.startswith(("http://", "https://", "discord://", "attachment://")) or " " in text:
        raise ValueError("Not a well formed URL.")
    return text


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _without_twins(several: list[Any]) -> list[Any]:
    if len(set(several)) < len(several):
        raise PydanticCustomError(_TWINS, "The set already contains this value.")
    return several


EachOnce = AfterValidator(_without_twins)
"""Marks a list whose values must differ, as the description says by `uniqueItems`."""

ChannelTypes = Annotated[list[Literal[0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16]], EachOnce]
"""https://docs.discord.com/developers/resources/channel#channel-object-channel-types

16 is a media channel: the OpenAPI description leaves it out, Discord takes it."""

Url = Annotated[str, Field(max_length=2048), AfterValidator(_web_address)]
Moment = Annotated[str, Field(max_length=64), AfterValidator(_moment)]


class Form(BaseModel):
    """What is not named in a form is passed over, as Discord passes it over."""


class Emoji(Form):
    id: Snowflake | None = None
    name: Annotated[str, Field(max_length=32)]
    animated: bool | None = None


class Option(Form):
    """One of a list to choose from."""

    label: str
    value: str
    description: str | None = None
    emoji: Emoji | None = None
    default: bool | None = None


class DefaultValue(Form):
    id: Snowflake
    type: Literal["user", "role", "channel"]


class Component(Form):
    """Any component: `components.check` says what each kind needs, and how much it may hold."""

    type: int
    id: Annotated[int, Field(ge=0, lt=1 << 31)] | None = None
    components: Annotated[list[Component], Field(max_length=MOST_COMPONENTS)] | None = None
    component: Component | None = None
    custom_id: str | None = None
    style: Annotated[int, Field(ge=1, le=6)] | None = None
    label: str | None = None
    description: str | None = None
    placeholder: str | None = None
    emoji: Emoji | None = None
    url: Url | None = None
    disabled: bool | None = None
    required: bool | None = None
    options: list[Option] | None = None
    default_values: list[DefaultValue] | None = None
    channel_types: ChannelTypes | None = None
    min_values: int | None = None
    max_values: int | None = None
    value: str | None = None
    default: bool | None = None
    min_length: int | None = None
    max_length: int | None = None
    content: Annotated[str, Field(min_length=1, max_length=4000)] | None = None
    accent_color: Annotated[int, Field(ge=0, le=0xFFFFFF)] | None = None
    spoiler: bool | None = None
    divider: bool | None = None
    spacing: Annotated[int, Field(ge=1, le=2)] | None = None


class EmbedPicture(Form):
    url: Url | None = None


class EmbedFooter(Form):
    text: Annotated[str, Field(max_length=2048)]
    icon_url: Url | None = None


class EmbedAuthor(Form):
    name: Annotated[str, Field(max_length=256)]
    url: Url | None = None
    icon_url: Url | None = None


class EmbedField(Form):
    name: Annotated[str, Field(min_length=1, max_length=256)]
    value: Annotated[str, Field(min_length=1, max_length=1024)]
    inline: bool | None = None


class Embed(Form):
    """https://discord.com/developers/docs/resources/message#embed-object-embed-limits"""

    title: Annotated[str, Field(max_length=256)] | None = None
    description: Annotated[str, Field(max_length=4096)] | None = None
    url: Url | None = None
    timestamp: Moment | None = None
    color: Annotated[int, Field(ge=0, le=0xFFFFFF)] | None = None
    footer: EmbedFooter | None = None
    image: EmbedPicture | None = None
    thumbnail: EmbedPicture | None = None
    author: EmbedAuthor | None = None
    fields: Annotated[list[EmbedField], Field(max_length=25)] | None = None


class AllowedMentions(Form):
    parse: Annotated[list[Literal["users", "roles", "everyone"] | None], EachOnce] | None = None
    users: Annotated[list[Snowflake | None], Field(max_length=100), EachOnce] | None = None
    roles: Annotated[list[Snowflake | None], Field(max_length=100), EachOnce] | None = None
    replied_user: bool | None = None


class AttachmentEntry(Form):
    id: Snowflake
    filename: Annotated[str, Field(min_length=1, max_length=1024)] | None = None
    description: Annotated[str, Field(max_length=1024)] | None = None


class Reference(Form):
    message_id: Snowflake
    channel_id: Snowflake | None = None
    fail_if_not_exists: bool | None = None


class MessageForm(Form):
    """A message to send or to change."""

    content: Annotated[str, Field(max_length=2000)] | None = None
    embeds: Annotated[list[Embed], Field(max_length=MOST_EMBEDS)] | None = None
    components: Annotated[list[Component], Field(max_length=MOST_COMPONENTS)] | None = None
    attachments: Annotated[list[AttachmentEntry], Field(max_length=MOST_FILES)] | None = None
    allowed_mentions: AllowedMentions | None = None
    flags: Annotated[int, Field(ge=0, lt=1 << 53)] | None = None
    message_reference: Reference | None = None
    nonce: Annotated[str, Field(max_length=25)] | int | None = None
    enforce_nonce: bool | None = None


class Choice(Form):
    name: Annotated[str, Field(min_length=1, max_length=100)]
    name_localizations: dict[str, str] | None = None
    value: Any = None


class ChoicesForm(Form):
    """What is offered for an option that is being typed."""

    choices: Annotated[list[Choice], Field(max_length=25)] | None = None


class ModalForm(Form):
    custom_id: Annotated[str, Field(min_length=1, max_length=100)]
    title: Annotated[str, Field(min_length=1, max_length=45)]
    components: Annotated[list[Component], Field(min_length=1, max_length=5)]


class CallbackForm(Form):
    """The first answer to an interaction; `data` depends on its `type`."""

    type: int
    data: dict[str, Any] | None = None


class DeletionForm(Form):
    messages: Annotated[list[Snowflake], Field(min_length=2, max_length=100)]


class DirectChannelForm(Form):
    recipient_id: Snowflake | None = None


def read(form: type[Form], body: Any) -> Json:
    """A body with everything in its right type, and only what was sent. Raises `RestError`."""
    read_as: Json = _validated(TypeAdapter(form), body).model_dump(exclude_unset=True)
    return read_as


def read_several(form: type[Form], body: Any) -> list[Json]:
    """The same of a list of such bodies."""
    several = _validated(TypeAdapter(list[form]), body)  # type: ignore[valid-type]
    return [each.model_dump(exclude_unset=True) for each in several]


def _validated(adapter: TypeAdapter[Any], body: Any) -> Any:
    try:
        return adapter.validate_python(body)
    except ValidationError as error:
        raise _refusal(error) from None


def _refusal(error: ValidationError) -> RestError:
    """Discord's tree of what is wrong, and where."""
    tree: Json = {}
    said = []
    for each in error.errors(include_url=False):
        code, message = _words(each["type"], each.get("ctx") or {}, each["msg"])
        place = tree
        for step in each["loc"]:
            place = place.setdefault(str(step), {})
        place.setdefault(_NOT_OF_A_FIELD, []).append({"code": code, "message": message})
        said.append(f"{'.'.join(map(str, each['loc']))}: {message}")
    errors = _apart(tree)
    return RestError(400, 50035, "Invalid Form Body", errors=errors, details="; ".join(said[:3]))


def _apart(tree: Json) -> Json:
    """A place tells either what is wrong with itself or with its parts."""
    if _NOT_OF_A_FIELD in tree:
        return {_NOT_OF_A_FIELD: tree[_NOT_OF_A_FIELD]}
    return {step: _apart(inner) for step, inner in tree.items()}


def _words(kind: str, limits: Json, otherwise: str) -> tuple[str, str]:
    """Discord's code and message for a kind of error of pydantic's."""
    match kind:
        case "missing":
            return "BASE_TYPE_REQUIRED", "This field is required"
        case "string_too_long" | "too_long":
            return "BASE_TYPE_MAX_LENGTH", f"Must be {limits['max_length']} or fewer in length."
        case "string_too_short" | "too_short":
            return "BASE_TYPE_MIN_LENGTH", f"Must be {limits['min_length']} or more in length."
        case "greater_than_equal":
            return "NUMBER_TYPE_MIN", f"Value should be greater than or equal to {limits['ge']}."
        case "less_than_equal" | "less_than":
            return "NUMBER_TYPE_MAX", "Value is too big."
        case "int_parsing" | "int_type" | "int_from_float":
            return "NUMBER_TYPE_COERCE", "Value is not int."
        case "literal_error":
            return "BASE_TYPE_CHOICES", f"Value must be one of {limits['expected']}."
        case "model_type" | "model_attributes_type" | "dict_type":
            return "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"
        case kind if kind == _TWINS:
            return "SET_TYPE_ALREADY_CONTAINS_VALUE", otherwise
        case "list_type":
            return "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"
    return "BASE_TYPE_BAD_VALUE", otherwise
