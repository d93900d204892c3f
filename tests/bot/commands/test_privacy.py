from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.commands.privacy import TIME_TO_CONFIRM
from tests.bot.commands.conftest import Reply, Server


async def answer(server: Server, reply: Reply, label: str) -> Reply:
    """Press a button, and see what the question has become."""
    await server.ann.click(reply.message, label=label)
    return type(reply)(type(reply.message)(server.env, reply.message._message))


NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)


async def test_members_see_what_is_kept_of_them(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    reply = await server.ask(server.ann, "privacy show")
    assert reply.ephemeral
    assert "I've counted 3 of your messages here" in reply.description
    assert all(f"For {days} days" in reply.description for days in (30, 400))
    assert "a code instead of your id" in reply.description, "the storage has no id to keep"
    assert "/sentiment privacy export" in reply.description
    assert "/sentiment privacy opt-out" in reply.description


async def test_members_of_whom_nothing_is_kept_are_told_so(server: Server) -> None:
    reply = await server.ask(server.ann, "privacy show")
    assert reply.description.startswith("**None of your messages in this server are counted")


async def test_opting_out_asks_first_then_erases_and_stops_counting(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    question = await server.ask(server.ann, "privacy opt-out")
    assert question.ephemeral
    assert question.title == "Are you sure?"
    assert not (await server.storage.privacy.status(server.guild.id, server.ann.id)).opted_out
    done = await answer(server, question, "Yes, erase")
    assert done.title == "Done"
    assert done.description.startswith("I've erased 3 of your messages")
    assert done.message.components == []
    await server.say(server.general, server.ann, [0.8] * 3)
    status = await server.storage.privacy.status(server.guild.id, server.ann.id)
    assert (status.opted_out, status.messages) == (True, 0)
    assert "You opted out" in (await server.ask(server.ann, "privacy show")).description


async def test_opting_in_counts_again(server: Server) -> None:
    await server.storage.privacy.opt_out(server.guild.id, server.ann.id, NOW)
    reply = await server.ask(server.ann, "privacy opt-in")
    assert reply.ephemeral
    assert reply.title == "You're counted"
    assert not (await server.storage.privacy.status(server.guild.id, server.ann.id)).opted_out


async def test_forgetting_asks_first_then_erases(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    await server.say(server.general, server.ben, [0.8] * 2)
    done = await answer(server, await server.ask(server.ann, "privacy forget"), "Yes, erase")
    assert done.description == (
        "I've erased 3 of your messages from my count.\n\n"
        "Past days that everyone here can already see stay as they are: rounded figures of five "
        "people or more, with no trace of who they were."
    )
    status = await server.storage.privacy.status(server.guild.id, server.ann.id)
    assert (status.opted_out, status.messages) == (False, 0)
    assert (await server.storage.privacy.status(server.guild.id, server.ben.id)).messages == 2


async def test_members_see_whether_others_can_look_them_up_and_who(server: Server) -> None:
    async def shown() -> str:
        return (await server.ask(server.ann, "privacy show")).description

    assert "**Member lookup is off:** nobody else can see your mood" in await shown()
    await server.choose(member_lookup=True)
    assert (
        "**Member lookup is on:** people with Administrator, Manage Server or View Server Insights "
        "can see your mood" in await shown()
    )
    await server.choose(moderator_role_ids=frozenset({server.moderators.id}))
    told = await shown()
    assert "or with one of these roles, can see your mood" in told
    assert server.moderators.mention in told
    await server.storage.privacy.opt_out(server.guild.id, server.ann.id, NOW)
    assert "Member lookup is on" in await shown(), "of who opted out nothing is found, but it is on"


async def test_members_see_that_moderators_can_read_what_they_wrote_there_again(
    server: Server,
) -> None:
    shown = await server.ask(server.ann, "privacy show")
    assert "moderators can have me show them what was said there" in shown.description
    await server.storage.privacy.opt_out(server.guild.id, server.ann.id, server.clock())
    shown = await server.ask(server.ann, "privacy show")
    assert "moderators" not in shown.description, "of who opted out nothing is shown"


async def test_who_never_opted_out_is_told_that_nothing_changed(server: Server) -> None:
    reply = await server.ask(server.ann, "privacy opt-in")
    assert reply.title == "Nothing changed"
    assert "hadn't opted out" in reply.description


@pytest.mark.parametrize("command", ["opt-out", "forget"])
async def test_who_opted_out_already_is_not_asked_again(server: Server, command: str) -> None:
    await server.storage.privacy.opt_out(server.guild.id, server.ann.id, NOW)
    reply = await server.ask(server.ann, f"privacy {command}")
    assert reply.ephemeral
    assert reply.title == "Nothing changed"
    assert "already opted out" in reply.description
    assert reply.message.components == []


async def test_opting_out_with_nothing_kept_says_so(server: Server) -> None:
    question = await server.ask(server.ann, "privacy opt-out")
    assert "None are counted right now" in question.description
    done = await answer(server, question, "Yes, erase")
    assert done.description.startswith("There was nothing to erase. I don't count you")
    assert (await server.storage.privacy.status(server.guild.id, server.ann.id)).opted_out


async def test_forgetting_with_nothing_kept_still_leaves_out_what_was_said_before(
    server: Server,
) -> None:
    question = await server.ask(server.ann, "privacy forget")
    assert "None of your messages in this server are counted right now" in question.description
    done = await answer(server, question, "Yes, erase")
    assert done.description.startswith("There was nothing to erase.")
    await server.say(server.general, server.ann, [0.8] * 3, ago=timedelta(days=300))  # read later
    assert (await server.storage.privacy.status(server.guild.id, server.ann.id)).messages == 0


async def test_a_second_question_answered_late_says_what_is_true(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    first = await server.ask(server.ann, "privacy opt-out")
    second = await server.ask(server.ann, "privacy forget")
    assert "erased 3" in (await answer(server, first, "Yes, erase")).description
    late = await answer(server, second, "Yes, erase")
    assert late.description.startswith("There was nothing to erase.")
    assert (await server.storage.privacy.status(server.guild.id, server.ann.id)).opted_out


async def test_who_opts_out_is_told_that_a_text_can_still_be_checked(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    done = await answer(server, await server.ask(server.ann, "privacy opt-out"), "Yes, erase")
    assert "*Check sentiment* still works on a message of yours" in done.description


@pytest.mark.parametrize("command", ["opt-out", "forget"])
async def test_a_no_changes_nothing(server: Server, command: str) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    kept = await answer(server, await server.ask(server.ann, f"privacy {command}"), "No, keep it")
    assert kept.title == "Nothing changed"
    assert kept.message.components == []
    assert (await server.storage.privacy.status(server.guild.id, server.ann.id)).messages == 3


@pytest.mark.parametrize("command", ["opt-out", "forget"])
async def test_a_yes_after_a_minute_changes_nothing_and_says_how_to_ask_again(
    server: Server, command: str
) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    question = await server.ask(server.ann, f"privacy {command}")
    server.clock.now += TIME_TO_CONFIRM + timedelta(seconds=1)
    late = await answer(server, question, "Yes, erase")
    assert late.title == "Nothing changed"
    assert f"`/sentiment privacy {command}`" in late.description
    assert late.message.components == []
    status = await server.storage.privacy.status(server.guild.id, server.ann.id)
    assert (status.opted_out, status.messages) == (False, 3)


async def test_a_yes_within_the_minute_holds(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    question = await server.ask(server.ann, "privacy forget")
    server.clock.now += TIME_TO_CONFIRM
    assert (await answer(server, question, "Yes, erase")).title == "Done"


async def test_members_get_their_own_data_as_a_file_that_only_they_see(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    await server.say(server.hidden, server.ann, [0.4])
    await server.say(server.general, server.ben, [-0.5] * 7)
    reply = await server.ask(server.ann, "privacy export")
    assert reply.ephemeral
    assert reply.title == "Your data"
    (attachment,) = reply.message.attachments
    assert attachment.filename == "my-barometer-data.json"
    data = json.loads(await attachment.read())
    assert data["member_id"] == str(server.ann.id)
    assert [message["positive"] for message in data["messages"]] == [0.8, 0.8, 0.8, 0.4]
    assert sum(hour["positive"] for hour in data["hours"]) == 3
    assert str(server.ben.id) not in json.dumps(data)


async def test_members_get_their_own_rows_as_tables(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    await server.say(server.general, server.ben, [-0.5] * 7)
    reply = await server.ask(server.ann, "privacy export", format="csv")
    assert reply.ephemeral
    messages, hours = reply.message.attachments
    assert (messages.filename, hours.filename) == (
        "my-barometer-messages.csv",
        "my-barometer-hours.csv",
    )
    assert (await messages.read()).decode("utf-8-sig").count(",scored,") == 3
    assert len((await hours.read()).splitlines()) == 2


async def test_who_has_no_rows_is_told_so_instead_of_getting_empty_tables(server: Server) -> None:
    reply = await server.ask(server.ann, "privacy export", format="csv")
    assert not reply.message.attachments
    assert "None of your messages" in reply.description


async def test_who_opted_out_gets_a_file_that_says_so(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 3)
    await server.storage.privacy.opt_out(server.guild.id, server.ann.id, NOW)
    reply = await server.ask(server.ann, "privacy export")
    (attachment,) = reply.message.attachments
    data = json.loads(await attachment.read())
    assert (data["opted_out"], data["messages"], data["hours"]) == (True, [], [])
