"""The image: what its file says, and, if it is asked for, what its steps make of it."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

import aiohttp
import pytest

from playground.server import LoopbackDiscord
from tests.deploy.image import build, context, steps

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = ROOT / "deploy" / "Dockerfile"

WALK = "BAROMETER_WALK_DOCKERFILE"
"""Set it to the interpreter to walk with: prefix/bin/python3.13."""

INTERPRETER = Path(os.environ.get(WALK, sys.executable)).resolve()


def test_only_what_is_locked_by_its_hash_is_installed() -> None:
    runs = [step.rest for step in steps(DOCKERFILE) if step.word == "RUN"]
    installs = re.findall(r"pip install ([^&]+)", " && ".join(runs))
    assert len(installs) == 3
    for install in installs:
        assert "--no-deps" in install
        assert "--require-hashes" in install or "--no-index" in install
    assert not re.search(
        r"^(tensorflow|keras|scikit-learn)\b", (ROOT / "requirements.txt").read_text(), re.M
    )


def test_what_builds_it_is_what_the_lock_of_developers_names() -> None:
    def pinned(file: Path) -> tuple[str, list[str]]:
        (entry,) = re.findall(
            r"^setuptools==(\S+)[^\n]*((?:\n +--hash=\S+(?: \\)?)+)", file.read_text(), re.M
        )
        return entry[0], re.findall(r"sha256:\w+", entry[1])

    assert pinned(ROOT / "deploy" / "requirements-build.txt") == pinned(
        ROOT / "requirements-dev.txt"
    )


def test_it_runs_as_nobody_in_particular_and_says_how_it_is() -> None:
    last = steps(DOCKERFILE)[-12:]
    of = {step.word: step for step in last}
    assert of["USER"].rest == "10001:10001"
    assert of["ENTRYPOINT"].words == ["barometer"]
    assert of["CMD"].words == ["run"]
    assert of["VOLUME"].rest == "/data"
    assert "/healthz" in of["HEALTHCHECK"].rest
    for step in steps(DOCKERFILE):
        if step.word == "FROM":
            assert re.match(r"python:3\.\d+-slim-\w+( AS build)?$", step.rest)


def test_the_context_has_every_package_and_no_secret() -> None:
    files = {file.as_posix() for file in context(ROOT)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    rooms = {
        each.rstrip("*") for each in project["tool"]["setuptools"]["packages"]["find"]["include"]
    }
    copied = {
        word
        for step in steps(DOCKERFILE)
        if step.word == "COPY" and not step.rest.startswith("--from")
        for word in step.words[:-1]
    }
    assert rooms <= copied
    assert copied <= files | {file.split("/")[0] for file in files}
    suspicious = re.compile(r"(^|/)\.|sqlite3|\.key$|\.wishes|secret|^tests/|^data/")
    assert [
        file for file in files if suspicious.search(file) and "storage/sqlite" not in file
    ] == []


@pytest.mark.skipif(WALK not in os.environ, reason=f"takes a minute and root; set {WALK}")
async def test_its_steps_make_a_bot_that_runs_on_a_read_only_root(tmp_path: Path) -> None:
    image = await asyncio.to_thread(build, ROOT, DOCKERFILE, tmp_path, INTERPRETER.parents[1])
    data = tmp_path / "data"
    data.mkdir()
    shutil.chown(data, 10001, 10001)
    async with LoopbackDiscord() as server:
        guild = server.world.add_guild("The Harbour", server.world.add_user("ana"))
        server.invite(guild)
        running = image.start(
            [*image.entry, *image.command],
            data=data,
            environment={"DISCORD_TOKEN": server.token, "DISCORD_API_URL": server.url},
        )
        try:
            await server.wait_until_ready()
            async with aiohttp.ClientSession() as session, asyncio.timeout(60):
                while True:
                    async with session.get("http://127.0.0.1:9464/readyz") as ready:
                        if ready.status == 200:
                            break
                    await asyncio.sleep(0.1)
            health = image.start(image.health, data=data)
            said, _ = await asyncio.to_thread(health.communicate)
            assert health.returncode == 0, said
        finally:
            running.terminate()
            log, _ = await asyncio.to_thread(running.communicate)
    assert running.returncode == 0, log
    assert "Stopped: 0 events counted" in log
    assert "ERROR" not in log
    assert "Read-only" not in log
    made = sorted(path.name for path in data.iterdir())
    assert "barometer.sqlite3" in made
    print(log, *made, sep="\n", file=sys.stderr)
