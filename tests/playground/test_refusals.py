"""What the REST does not take, and how it says so: as Discord does."""

from __future__ import annotations

import io

import aiohttp
import discord
import pytest

from playground.rest.api import UPLOAD_LIMIT
from tests.playground.conftest import Place, TinyBot


async def test_another_method_of_a_known_route_is_refused(place: Place) -> None:
    headers = {"Authorization": f"Bot {place.discord.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.patch(f"{place.discord.url}/users/@me/guilds") as answer,
    ):
        assert (answer.status, answer.headers["Allow"]) == (405, "GET")
        assert await answer.json() == {"message": "405: Method Not Allowed", "code": 0}


def _of_channels(types: list[int]) -> list[object]:
    select = {"type": 8, "custom_id": "where", "channel_types": types}
    return [{"type": 1, "components": [select]}]


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"content": "x" * 2001}, "content", "BASE_TYPE_MAX_LENGTH"),
        ({"content": 5, "embeds": "none"}, "embeds", "LIST_TYPE_CONVERT"),
        ({"flags": "many"}, "flags", "NUMBER_TYPE_COERCE"),
        ({"embeds": [{"fields": [{"name": "x"}]}]}, "embeds", "BASE_TYPE_REQUIRED"),
        ({"components": _of_channels([0, 0])}, "components", "SET_TYPE_ALREADY_CONTAINS_VALUE"),
        ({"components": _of_channels([99])}, "components", "BASE_TYPE_CHOICES"),
        (
            {"allowed_mentions": {"users": ["7", 7]}},
            "allowed_mentions",
            "SET_TYPE_ALREADY_CONTAINS_VALUE",
        ),
    ],
)
async def test_what_does_not_fit_is_told_field_by_field(
    place: Place, body: object, field: str, code: str
) -> None:
    url = f"{place.discord.url}/channels/{place.general.id}/messages"
    headers = {"Authorization": f"Bot {place.discord.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(url, json=body) as answer,
    ):
        told = await answer.json()
    assert (answer.status, told["code"], told["message"]) == (400, 50035, "Invalid Form Body")
    assert code in str(told["errors"][field])


@pytest.mark.parametrize("body", [b"{", b"[1, NaN]", b"\xff\xfe", b"[" * 100_000])
async def test_what_is_no_json_is_refused(place: Place, body: bytes) -> None:
    url = f"{place.discord.url}/channels/{place.general.id}/messages"
    headers = {"Authorization": f"Bot {place.discord.token}", "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(url, data=body) as answer,
    ):
        assert (answer.status, (await answer.json())["code"]) == (400, 50109)


async def test_too_big_a_file_is_refused(place: Place, tiny_bot: TinyBot) -> None:
    file = discord.File(io.BytesIO(b"x" * (UPLOAD_LIMIT + 1)), "big.bin")
    with pytest.raises(discord.HTTPException, match="Request entity too large") as refused:
        await tiny_bot.text_channel(place.general.id).send(file=file)
    assert (refused.value.status, refused.value.code) == (413, 40005)
