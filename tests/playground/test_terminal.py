from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground import conversation, sample
from playground.bot_process import BotProcess
from playground.errors import PlaygroundError
from playground.server import LoopbackDiscord
from playground.terminal import prompt as terminal
from playground.terminal.layout import plain, show
from playground.terminal.prompt import Prompt
from playground.terminal.tour import Guide, Step
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


async def test_a_step_presses_the_buttons_that_are_there(visit: Visit) -> None:
    _, _, guide, said = visit
    await guide.show((Step("you", "/mood ask", press=("Maybe", "Why", "Yes")),))
    _, _, why, because, yes, then = said
    assert (why, yes) == ("\nYou: [Why]", "\nYou: [Yes]")
    assert "Because." in because
    assert "Then yes." in then


async def test_a_menu_that_the_bot_lacks_is_passed_over(visit: Visit) -> None:
    server, place, guide, said = visit
    message = await server.send_message(place.you, place.places["general"], "hm")
    await guide.show_menu(message)
    assert 'no command "Check sentiment"' in said[-1]


def test_discords_marks_are_read_as_a_reader_sees_them() -> None:
    server = LoopbackDiscord()
    place = sample.build(server, conversation.read())
    kofi, general = place.people["kofi"], place.places["general"]
    text = "**Bold** _it_ a_b snake\\_case \\*x\\* <:gg:12> <t:0:R> `code`"
    assert plain(text, server.world) == "Bold it a_b snake_case *x* :gg: 01 Jan 00:00 `code`"
    text = f"<@{kofi.id}> in <#{general.id}> ([jump](https://example.com/a))"
    assert plain(text, server.world) == "@Kofi in #general (jump)"


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
        await asyncio.wait_for(watching, 60)
    assert log.read_text() == "pretended\n"


async def test_a_message_is_shown_without_an_embed_too(visit: Visit) -> None:
    server, place, _, _ = visit
    reply = await server.command(place.you, place.places["general"], "/mood say hello there")
    assert show(reply, server.world, {}).splitlines()[1] == "  You said: hello there"


async def test_a_card_is_shown_with_all_that_can_be_used(visit: Visit) -> None:
    server, place, _, _ = visit
    reply = await server.command(place.you, place.places["general"], "/desk card")
    shown = show(reply, server.world, {}).splitlines()
    for line in (
        "  [More] [Note] [Gone] [Elsewhere → https://example.com/] (Not now)",
        "  Period: 24 hours* | 7 days",
        "  Channels: any #channel",
        "  People: any @member",
        "  Whoever: any @member or @role",
    ):
        assert line in shown


async def test_a_picture_is_shown_with_its_alt_text(visit: Visit) -> None:
    server, place, guide, said = visit
    await Prompt(server, place, guide).run(lines("/desk card"))
    assert "01-week.png" in said[0]
    assert "    Alt text: A bad evening." in said[0].splitlines()


async def test_a_picture_that_cannot_be_saved_is_no_end_of_the_visit(
    visit: Visit, tmp_path: Path
) -> None:
    server, place, guide, said = visit
    (tmp_path / "01-week.png").mkdir()
    await Prompt(server, place, guide).run(lines("/desk card", "Period: 7 days"))
    assert "could not be saved" in said[0]
    assert "THE WEEK" in said[1]
    assert "period ['168']" in said[-1]


async def test_choices_are_typed_after_the_name_of_a_select(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    server, place, guide, said = visit
    typed = ("/desk card", "Period: 7 days", "Channels: #general, #gaming", "Period: a year")
    await Prompt(server, place, guide).run(lines(*typed))
    assert "period ['168']" in said[1]
    assert "channels ['general', 'gaming']" in said[2]
    assert 'There is no "a year" to choose. There is: 24 hours, 7 days.' in capsys.readouterr().out


async def test_a_button_that_is_not_there_is_no_message(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    server, place, guide, _ = visit
    await Prompt(server, place, guide).run(lines("/desk card", "[Maybe]"))
    assert "There is no button [Maybe] to press." in capsys.readouterr().out
    assert server.world.messages(place.places["general"]) == []


async def test_of_selects_without_a_name_the_one_is_meant_that_offers_the_choice(
    visit: Visit,
) -> None:
    server, place, guide, said = visit
    await Prompt(server, place, guide).run(lines("/desk dials", "Choose: week", "Choose: high"))
    assert "Where: any #channel (now #general)" in said[0]
    assert "Choose: day | week" in said[0]
    assert ("now week" in said[1], "now high" in said[2]) == (True, True)


async def test_what_follows_an_answer_is_shown_and_the_card_can_still_be_pressed(
    visit: Visit,
) -> None:
    server, place, guide, said = visit
    typed = ("/desk card", "More", "Deeper", "Period: 7 days", "More: or less")
    await Prompt(server, place, guide).run(lines(*typed))
    _, first, second, deeper, period = said
    assert ("first" in first, "[Deeper]" in first, "second" in second) == (True, True, True)
    assert "deep" in deeper
    assert "period ['168']" in period
    general = server.world.messages(place.places["general"])
    assert [message.content for message in general] == ["More: or less"]


async def test_a_form_is_filled_in_line_by_line(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    server, place, guide, said = visit
    typed = ("/desk note", "", "a raid", "Party", "Event", "#general, #gaming", "maybe", "yes")
    await Prompt(server, place, guide).run(lines(*typed))
    assert said[0] == "Barometer opens a form for you: Add a note"
    printed = capsys.readouterr().out
    assert "Text (What happened?; up to 60 characters): " in printed
    assert "Kind (Slow mode* | Event): " in printed
    assert "Where (any #channel; may stay empty): " in printed
    assert "This must be filled in." in printed
    assert 'There is no "Party" to choose' in printed
    assert "Loud (yes or no; may stay empty): " in printed
    assert "Type yes or no." in printed
    assert "a raid (event) in ['general', 'gaming']!" in said[1]


async def test_a_form_can_be_closed_without_being_sent(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    server, place, guide, said = visit
    await Prompt(server, place, guide).run(lines("/desk note", "a raid", "cancel", "hello"))
    assert "nothing was sent" in capsys.readouterr().out
    assert len(said) == 1
    assert server.world.messages(place.places["general"])[-1].content == "hello"


async def test_a_question_mark_lists_what_the_bot_offers(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    server, place, guide, said = visit
    typed = ("/desk trend place:ga?", "/desk trend place:zz ?", "/mood say how are you?")
    await Prompt(server, place, guide).run(lines(*typed))
    printed = capsys.readouterr().out
    assert "#garden\n#gallery" in printed
    assert "Nothing is offered" in printed
    assert "You said: how are you?" in said[0]
