"""Schemathesis asks the loopback Discord's REST whatever Discord's own description allows and
forbids, and judges the answers by it: https://schemathesis.readthedocs.io"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from playground.interactions import answers
from playground.interactions.interaction_event import Interaction
from playground.rest.api import PREFIX
from playground.server import LoopbackDiscord
from playground.world.permissions import Permission
from tests.playground.conftest import Place, build_place
from tests.playground.schema_judge import read_openapi

PHASES = os.environ.get("SCHEMATHESIS_PHASES", "fuzzing")
"""With `coverage,fuzzing` every boundary of the description is tried, too: some 90,000 requests."""
EXAMPLES = os.environ.get("SCHEMATHESIS_EXAMPLES", "100")
"""Of each operation. Counted, not timed: what is asked must not depend on the machine's speed."""
SEED = os.environ.get("SCHEMATHESIS_SEED", "1")
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
)
FAULTLESS = 0


def served(server: LoopbackDiscord, openapi: dict[str, Any]) -> dict[str, Any]:
    """Discord's description of the routes that this server has, and of nothing else."""
    paths: dict[str, Any] = {}
    for route in server._api._app.router.routes():
        path = "" if route.resource is None else route.resource.canonical
        described = openapi["paths"].get(path.removeprefix(PREFIX), {})
        method = route.method.lower()
        if path.startswith(PREFIX) and method in described:
            kept = paths.setdefault(path.removeprefix(PREFIX), {})
            kept[method] = described[method]
            kept["parameters"] = described.get("parameters", [])
    return openapi | {"paths": paths, "servers": [{"url": server.url}]}


@asynccontextmanager
async def evergreen(place: Place) -> AsyncIterator[dict[str, str]]:
    """Ids of things that are there again whenever they have been deleted or used up."""
    server = place.discord
    said = await server.send_message(server.application.bot, place.general, "hello")
    asked, answered = [
        Interaction(server.world.ids.make(), token, place.ben, place.general)
        for token in ("asked", "answered")
    ]
    answered.acknowledged.set()
    answered.original = said

    async def renew() -> None:
        while True:
            if server.world.find_message(place.general.id, said.id) is None:
                server.world.add_message(said)
            for each in (asked, answered):
                server._answers.expect(each)
            answered.messages[said.id] = said
            asked.acknowledged.clear()
            await asyncio.sleep(0.01)

    renewing = asyncio.create_task(renew())
    yield {
        "application_id": str(server.application.id),
        "channel_id": str(place.general.id),
        "guild_id": str(place.guild.id),
        "interaction_id": str(asked.id),
        "interaction_token": asked.token,
        "message_id": str(said.id),
        "user_id": str(place.ben.id),
        "webhook_id": str(server.application.id),
        "webhook_token": answered.token,
    }
    renewing.cancel()


@pytest.mark.shared
async def test_whatever_is_asked_the_answer_is_one_of_discords(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "DEADLINE", 600.0)
    async with LoopbackDiscord() as server:
        place = build_place(server)
        place.guild.roles[place.guild.id].permissions |= Permission.MANAGE_MESSAGES
        description = served(server, read_openapi(shared / "discord"))
        (tmp_path / "openapi.json").write_text(json.dumps(description), encoding="utf-8")
        async with evergreen(place) as ids:
            lines = [f"{name} = {json.dumps(value)}" for name, value in ids.items()]
            settings = "\n".join(["[parameters]", *lines])
            (tmp_path / "schemathesis.toml").write_text(settings, encoding="utf-8")
            run = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "schemathesis.cli"),
                *("--config-file", "schemathesis.toml", "run", "openapi.json"),
                *("--url", server.url, "--header", f"Authorization: Bot {server.token}"),
                *("--checks", ",".join(CHECKS), "--phases", PHASES),
                *("--max-examples", EXAMPLES, "--seed", SEED, "--no-color"),
                cwd=tmp_path,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
            )
            said, _ = await run.communicate()
    report = said.decode()
    assert run.returncode == FAULTLESS, report[-20_000:]
    counted = re.search(r"([\d,]+) generated, ([\d,]+) passed", report)
    assert counted is not None, report
    generated, passed = (int(each.replace(",", "")) for each in counted.groups())
    print(f"{len(description['paths'])} routes, {generated} requests, {passed} as described")
    assert generated == passed
    operations = sum(len(each) - 1 for each in description["paths"].values())
    assert f"Tested: {operations}\n" in report
