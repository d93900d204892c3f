"""Holds what the bot and the playground say to each other against Discord's own descriptions.

`openapi.json` is Discord's description of its REST API (JSON Schema 2020-12), and
`gateway.schema.json` is made from the npm package discord-api-types (draft 7). Neither is part of
the project; tests that need them are marked `shared`.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.exceptions import best_match

from playground.observed import GatewayFrame, RestExchange
from playground.world.feed import VIEW_CHANGED, Event

FROM_BOT = {
    1: "_BaseBasePayload",
    2: "GatewayIdentify",
    6: "GatewayResume",
    8: "GatewayRequestGuildMembers",
}
MEDIA_CHANNEL = 16


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{name}"}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    """An object with these keys: those that end with `id` are snowflakes."""
    snowflake = {"type": "string", "pattern": r"^\d+$"}
    ids = {name: snowflake for name in required if name.endswith("id")}
    return {"type": "object", "required": list(required), "properties": ids | properties}


_CHANNEL = {"allOf": [_ref("APIChannel"), _object("id", "guild_id", "type")]}
_THREAD = {"allOf": [_ref("APIChannel"), _object("id", "guild_id", "parent_id", "thread_metadata")]}
_MEMBER = {"allOf": [_ref("APIGuildMember"), _object("guild_id", "user", user=_ref("APIUser"))]}
_REACTION = _object(
    "user_id",
    "channel_id",
    "message_id",
    "emoji",
    "burst",
    "type",
    emoji=_ref("APIPartialEmoji"),
    member=_ref("APIGuildMember"),
    burst={"type": "boolean"},
    type={"enum": [0, 1]},
)

# Of these the file has the whole; those below are put together from its parts, as documented on
# https://docs.discord.com/developers/events/gateway-events
WHOLE = {
    "READY": "GatewayReadyDispatchData",
    "GUILD_CREATE": "GatewayGuildCreateDispatchData",
    "GUILD_MEMBERS_CHUNK": "GatewayGuildMembersChunkDispatchData",
    "INTERACTION_CREATE": "GatewayInteractionCreateDispatchData",
    "MESSAGE_CREATE": "GatewayMessageCreateDispatchData",
    "MESSAGE_UPDATE": "GatewayMessageUpdateDispatchData",
    "MESSAGE_DELETE": "GatewayMessageDeleteDispatchData",
    "MESSAGE_DELETE_BULK": "GatewayMessageDeleteBulkDispatchData",
}
EVENTS: dict[str, dict[str, Any]] = {name: _ref(form) for name, form in WHOLE.items()} | {
    "RESUMED": {"type": "object"},
    "GUILD_DELETE": _object("id", unavailable={"type": "boolean"}),
    "GUILD_ROLE_UPDATE": _object("guild_id", "role", role=_ref("APIRole")),
    "GUILD_MEMBER_ADD": _MEMBER,
    "GUILD_MEMBER_UPDATE": _MEMBER,
    "GUILD_MEMBER_REMOVE": _object("guild_id", "user", user=_ref("APIUser")),
    "CHANNEL_CREATE": _CHANNEL,
    "CHANNEL_UPDATE": _CHANNEL,
    "CHANNEL_DELETE": _CHANNEL,
    "THREAD_CREATE": _THREAD,
    "THREAD_UPDATE": _THREAD,
    "THREAD_DELETE": _object("id", "guild_id", "parent_id", "type"),
    "THREAD_LIST_SYNC": _object(
        "guild_id", "threads", "members", threads={"type": "array", "items": _THREAD}
    ),
    "MESSAGE_REACTION_ADD": _REACTION,
    "MESSAGE_REACTION_REMOVE": _REACTION,
    "TYPING_START": _object("channel_id", "user_id", "timestamp", timestamp={"type": "integer"}),
}


def read_openapi(folder: Path) -> dict[str, Any]:
    """Discord's description of its REST API, but for one word.

    It says that what is wrong with a field has a number as its `code`; Discord sends a text, as its
    reference has it: https://docs.discord.com/developers/reference#error-messages
    """
    openapi: dict[str, Any] = json.loads((folder / "openapi.json").read_bytes())
    schemas = openapi["components"]["schemas"]
    of_a_field = {**schemas["Error"], "properties": dict(schemas["Error"]["properties"])}
    of_a_field["properties"]["code"] = {"type": ["string", "integer"]}
    schemas["InnerErrors"]["properties"]["_errors"]["items"] = of_a_field
    return openapi


class SchemaJudge:
    """An observer for `LoopbackDiscord`, and a listener for its feed.

    Everything is judged when it is said; `faults()` is the verdict, `counts` how much there was.
    """

    def __init__(self, folder: Path, *, keeps: bool = True) -> None:
        """It `keeps` all that was said in `seen`, if that is wanted."""
        self._rest = read_openapi(folder)
        self._gateway = json.loads((folder / "gateway.schema.json").read_bytes())
        self._validators: dict[str, tuple[Any, dict[str, Any]]] = {}
        self._faults: list[str] = []
        self._keeps = keeps
        self.seen: list[RestExchange | GatewayFrame] = []
        self.counts: Counter[str] = Counter()

    def __call__(self, said: RestExchange | GatewayFrame) -> None:
        if self._keeps:
            self.seen.append(said)
        if isinstance(said, GatewayFrame):
            self.counts["frames of the gateway"] += 1
            self._faults += self._frame(said)
        else:
            self.counts["requests"] += 1
            self.counts["answers"] += 1
            self._faults += self._exchange(said)

    async def hear(self, event: Event) -> None:
        """Judge what people, too, are told of what happens."""
        if event.name != VIEW_CHANGED:
            self.counts["events"] += 1
            self._faults += self._event(event.name, event.data, "told")

    def faults(self) -> list[str]:
        """Every breach, in words; empty when all is well."""
        return self._faults

    def _frame(self, frame: GatewayFrame) -> list[str]:
        payload = frame.payload
        what = f"{frame.sender} op {payload['op']}"
        if frame.sender == "bot":
            name = FROM_BOT.get(payload["op"], "_BaseBasePayload")
            return self._check_draft_7(what, name, _ref(name), _with_text_ids(payload))
        if payload["op"] == 0:
            envelope = self._check_draft_7(what, "_BasePayload", _ref("_BasePayload"), payload)
            return envelope + self._event(payload["t"], payload["d"], what)
        name = "GatewayHello" if payload["op"] == 10 else "_NonDispatchPayload"
        return self._check_draft_7(what, name, _ref(name), payload)

    def _event(self, name: str, data: Any, what: str) -> list[str]:
        schema = EVENTS.get(name)
        if schema is None:
            return [f"{what} {name}: no event that is known here"]
        return self._check_draft_7(f"{what} {name}", name, schema, data)

    def _check_draft_7(self, what: str, name: str, schema: dict[str, Any], data: Any) -> list[str]:
        key = f"gateway {name}"
        if key not in self._validators:
            whole = {**schema, "definitions": self._gateway["definitions"]}
            if "$ref" in schema:  # in draft 7 nothing counts beside a reference
                whole = {"allOf": [schema], "definitions": self._gateway["definitions"]}
            self._validators[key] = jsonschema_rs.Draft7Validator(whole), whole
        validator, whole = self._validators[key]
        if validator.is_valid(data):
            return []
        return [f"{what}: {_words(Draft7Validator(whole), data)}"]

    def _exchange(self, exchange: RestExchange) -> list[str]:
        what = f"{exchange.method} {exchange.route}"
        operations = self._rest["paths"].get(exchange.route, {})
        operation = operations.get(exchange.method.lower())
        if operation is None:
            return [f"{what}: Discord has no such route"]
        found = []
        if exchange.request is not None and exchange.status != 400:
            kind = "multipart/form-data" if exchange.files else "application/json"
            schema = operation["requestBody"]["content"][kind]["schema"]
            found += self._check(f"{what} asked {kind}", schema, _with_text_ids(exchange.request))
        parameters = {entry["name"] for entry in operation.get("parameters", [])}
        found += [f"{what}: no parameter {name}" for name in set(exchange.query) - parameters]
        answers = operation["responses"]
        kind = str(exchange.status)
        kind = kind if kind in answers else f"{exchange.status // 100}XX"
        answer = answers.get(kind)
        if answer is None:
            return [*found, f"{what}: {exchange.status} is no answer of Discord's"]
        if "$ref" in answer:
            answer = self._rest["components"]["responses"][answer["$ref"].rsplit("/")[-1]]
        content = answer.get("content")
        if content is None:
            return found if exchange.answer is None else [*found, f"{what}: no body expected"]
        schema = content["application/json"]["schema"]
        return found + self._check(f"{what} answered {kind}", schema, exchange.answer)

    def _check(self, what: str, schema: dict[str, Any], data: Any) -> list[str]:
        if what not in self._validators:
            whole = {**schema, "components": self._rest["components"]}
            self._validators[what] = jsonschema_rs.Draft202012Validator(whole), whole
        validator, whole = self._validators[what]
        data = _without_media_channels(data)
        if validator.is_valid(data):
            return []
        return [f"{what}: {_words(Draft202012Validator(whole), data)}"]


def _words(validator: Any, data: Any) -> str:
    """What is wrong, in the words of a second validator, and with which part of the data."""
    error = best_match(validator.iter_errors(data))
    if error is None:
        return "the two validators do not agree"
    (first, *_) = validator.iter_errors(data)
    return f"{error.json_path}: {error.message[:300]}, in {str(first.instance)[:1000]}"


def _without_media_channels(data: Any) -> Any:
    """discord.py counts media channels (16) among forums; Discord takes the type but, as it is
    still "in development", leaves it out of its description."""
    if isinstance(data, dict):
        return {
            key: [kind for kind in value if kind != MEDIA_CHANNEL]
            if key == "channel_types"
            else _without_media_channels(value)
            for key, value in data.items()
        }
    return [_without_media_channels(each) for each in data] if isinstance(data, list) else data


def _with_text_ids(data: Any) -> Any:
    """discord.py sends some ids as numbers; Discord takes both and describes only text."""
    if isinstance(data, dict):
        return {
            key: str(value) if key == "id" and type(value) is int else _with_text_ids(value)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_with_text_ids(value) for value in data]
    if isinstance(data, int) and not isinstance(data, bool) and data >= 1 << 40:
        return str(data)
    return data
