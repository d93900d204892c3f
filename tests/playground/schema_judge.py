"""Holds what the bot and the playground say to each other against Discord's own descriptions.

`openapi.json` is Discord's description of its REST API (JSON Schema 2020-12), and
`gateway.schema.json` is made from the npm package discord-api-types (draft 7). Neither is part of
the project; tests that need them are marked `shared`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.exceptions import best_match

from playground.observed import GatewayFrame, RestExchange

FROM_BOT = {
    1: "_BaseBasePayload",
    2: "GatewayIdentify",
    6: "GatewayResume",
    8: "GatewayRequestGuildMembers",
}
MEDIA_CHANNEL = 16
DISPATCHES = {
    "READY": "GatewayReadyDispatch",
    "GUILD_CREATE": "GatewayGuildCreateDispatch",
    "GUILD_MEMBERS_CHUNK": "GatewayGuildMembersChunkDispatch",
    "INTERACTION_CREATE": "GatewayInteractionCreateDispatch",
    "MESSAGE_CREATE": "GatewayMessageCreateDispatch",
    "MESSAGE_UPDATE": "GatewayMessageUpdateDispatch",
    "MESSAGE_DELETE": "GatewayMessageDeleteDispatch",
    "MESSAGE_DELETE_BULK": "GatewayMessageDeleteBulkDispatch",
}


class SchemaJudge:
    """An observer for `LoopbackDiscord`: keeps all that was said; `faults()` is the verdict."""

    def __init__(self, folder: Path) -> None:
        self._rest = json.loads((folder / "openapi.json").read_bytes())
        self._gateway = json.loads((folder / "gateway.schema.json").read_bytes())
        self.seen: list[RestExchange | GatewayFrame] = []

    def __call__(self, said: RestExchange | GatewayFrame) -> None:
        self.seen.append(said)

    def faults(self) -> list[str]:
        """Every breach, in words; empty when all is well."""
        found = []
        for said in self.seen:
            found += self._frame(said) if isinstance(said, GatewayFrame) else self._exchange(said)
        return found

    def _frame(self, frame: GatewayFrame) -> list[str]:
        payload = frame.payload
        if frame.sender == "bot":
            name = FROM_BOT.get(payload["op"], "_BaseBasePayload")
        elif payload["op"] == 10:
            name = "GatewayHello"
        elif payload["op"] == 0:
            name = DISPATCHES.get(payload["t"], "_BasePayload")
        else:
            name = "_NonDispatchPayload"
        reference = name.replace("<", "%3C").replace(">", "%3E")
        schema = {"$ref": f"#/definitions/{reference}", "definitions": self._gateway["definitions"]}
        if frame.sender == "bot":
            payload = _with_text_ids(payload)
        error = best_match(Draft7Validator(schema).iter_errors(payload))
        what = f"{frame.sender} op {payload['op']} {payload.get('t') or ''}"
        return [] if error is None else [f"{what}: {_words(error)}"]

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
            found += self._check(f"{what} asked", schema, _with_text_ids(exchange.request))
        parameters = {entry["name"] for entry in operation.get("parameters", [])}
        found += [f"{what}: no parameter {name}" for name in set(exchange.query) - parameters]
        answers = operation["responses"]
        answer = answers.get(str(exchange.status)) or answers.get(f"{exchange.status // 100}XX")
        if answer is None:
            return [*found, f"{what}: {exchange.status} is no answer of Discord's"]
        if "$ref" in answer:
            answer = self._rest["components"]["responses"][answer["$ref"].rsplit("/")[-1]]
        content = answer.get("content")
        if content is None:
            return found if exchange.answer is None else [*found, f"{what}: no body expected"]
        schema = content["application/json"]["schema"]
        return found + self._check(f"{what} answered", schema, exchange.answer)

    def _check(self, what: str, schema: dict[str, Any], data: Any) -> list[str]:
        whole = {**schema, "components": self._rest["components"]}
        error = best_match(Draft202012Validator(whole).iter_errors(_without_media_channels(data)))
        return [] if error is None else [f"{what}: {_words(error)}"]


def _words(error: Any) -> str:
    return f"{error.json_path}: {error.message[:300]}"


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
