from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground import conversation, sample, terminal
from playground.bot_process import BotProcess
from playground.errors import PlaygroundError
from playground.layout import plain, show
from playground.server import LoopbackDiscord
from playground.terminal import Prompt
from playground.tour import Guide, Step
from tests.playground.conftest import Connect

Visit = tuple[LoopbackDiscord, sample.Sample, Guide, list[str]]


async def lines(*typed: str) -> AsyncIterator[str]:
    for line in typed:
        yield line


@pytest.fixture
async def visit(connect: Connect, tmp_path: Path) -> AsyncIterator[Visit]:
    """The sample server with the small bot in it: server, sample, guide and what the guide said."""
    said: list[str] = []
    async with LoopbackDiscord() as server:
        place = sample.build(server, conversation.read())
        async with connect(server):
            yield server, place, Guide(server, place, tmp_path, said.append), said


async def test_typed_lines_become_messages_commands_and_hints(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    server, place, guide, said = visit
    typed = ("hello", "#gaming", "great game", "/mood say hi", "/mood dance", "", "exit", "never")
    assert await Prompt(server, place, guide).run(lines(*typed)) == 7
    printed = capsys.readouterr().out
    assert "Sent to #general." in printed
    assert "Sent to #gaming." in printed
    assert 'There is no subcommand "dance"' in printed
    assert "You said: hi" in said[0]
    gaming = server.world.messages(place.places["gaming"])
    assert [message.content for message in gaming] == ["great game", "You said: hi"]


async def test_where_nobody_can_type_the_server_goes_on_serving(
    visit: Visit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, place, guide, _ = visit
    monkeypatch.setattr(terminal, "typed_lines", lines)
    monkeypatch.setattr(os, "isatty", lambda _: False)
    staying = asyncio.create_task(terminal.stay(Prompt(server, place, guide)))
    await server.command(place.you, place.places["general"], "/mood say hi")
    assert "serving until stopped" in capsys.readouterr().out
    assert not staying.done()
    staying.cancel()


async def test_a_slash_alone_lists_what_can_be_typed(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    server, place, guide, _ = visit
    await Prompt(server, place, guide).run(lines("/"))
    printed = capsys.readouterr().out
    assert "/mood say text:" in printed
    assert "/mood privacy opt-out" in printed
    assert "Check it" not in printed


async def test_a_button_is_pressed_by_typing_its_label(visit: Visit) -> None:
    server, place, guide, said = visit
    await Prompt(server, place, guide).run(lines("/mood ask", "Yes"))
    assert "[Yes] [No] [Who] [Why]" in said[0]
    assert "Then yes." in said[1]


async def test_a_reply_is_laid_out_and_its_picture_saved(visit: Visit, tmp_path: Path) -> None:
    _, _, guide, said = visit
    await guide.show((Step("diego", "/mood chart", "A picture."), Step("you", "/mood sing")))
    asked, reply, missing, hint = said
    assert asked == "\nDiego: /mood chart   (A picture.)"
    assert "only for you to see" in reply
    for part in ("│ MOOD", "│ It rises.", "│ Messages: 12", str(tmp_path / "01-mood.png")):
        assert part in reply
    assert (tmp_path / "01-mood.png").read_bytes().startswith(b"\x89PNG")
    assert "sing" in missing
    assert "There is no subcommand" in hint


async def test_a_step_can_press_the_first_button(visit: Visit) -> None:
    _, _, guide, said = visit
    await guide.show((Step("you", "/mood ask", press=True),))
    assert said[-2] == "\nYou: [Yes]"
    assert "Then yes." in said[-1]


async def test_a_menu_that_the_bot_lacks_is_passed_over(visit: Visit) -> None:
    server, place, guide, said = visit
    message = await server.send_message(place.you, place.places["general"], "hm")
    await guide.show_menu(message)
    assert 'no command "Check sentiment"' in said[-1]


def test_discords_marks_are_read_as_a_reader_sees_them() -> None:
    server = LoopbackDiscord()
    place = sample.build(server, conversation.read())
    kofi, general = place.people["kofi"], place.places["general"]
    text = f"**Bold** _it_ a_b \\*x\\* <@{kofi.id}> <#{general.id}> <:gg:12> <t:0:R> `code`"
    assert plain(text, server.world) == "Bold it a_b *x* @Kofi #general :gg: 01 Jan 00:00 `code`"


async def test_the_bots_end_is_reported_with_its_last_words(tmp_path: Path) -> None:
    talk = "print('fine so far'); print('out of coffee'); raise SystemExit(3)"
    command = (sys.executable, "-c", talk)
    log, database = tmp_path / "bot.log", tmp_path / "db"
    async with BotProcess("http://127.0.0.1:1", "token", database, log, command) as bot:
        with pytest.raises(PlaygroundError, match=r"exit code 3(?s:.)*out of coffee"):
            await bot.watch()


async def test_the_bot_gets_the_playgrounds_token_and_is_stopped_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a real one")
    talk = "import os, time; print(os.environ['DISCORD_TOKEN'], flush=True); time.sleep(60)"
    log = tmp_path / "bot.log"
    command = (sys.executable, "-c", talk)
    async with BotProcess("http://127.0.0.1:1", "pretended", tmp_path / "db", log, command) as bot:
        while not log.read_text():  # noqa: ASYNC110 (a file has no event to wait for)
            await asyncio.sleep(0.02)
        watching = asyncio.create_task(bot.watch())
    with pytest.raises(PlaygroundError):
        await asyncio.wait_for(watching, 5)
    assert log.read_text() == "pretended\n"


async def test_a_message_is_shown_without_an_embed_too(visit: Visit) -> None:
    server, place, _, _ = visit
    reply = await server.command(place.you, place.places["general"], "/mood say hello there")
    assert show(reply, server.world, {}).splitlines()[1] == "  You said: hello there"
