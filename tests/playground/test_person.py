"""What a person may do in the loopback Discord, and what becomes of it for everybody else."""

from __future__ import annotations

import pytest
from discord import MessageType

from playground.errors import RestError
from playground.people.person import Person
from playground.world import EPHEMERAL, Emoji
from playground.world.permissions import NONE, Permission
from tests.playground.conftest import PNG, Connect, Place, TinyBot


@pytest.fixture
def ana(place: Place) -> Person:
    return place.discord.person(place.ana)


@pytest.fixture
def ben(place: Place) -> Person:
    return place.discord.person(place.ben)


@pytest.fixture
def chi(place: Place) -> Person:
    return place.discord.person(place.chi)


async def test_somebody_sees_the_channels_that_they_may_view(
    place: Place, ben: Person, chi: Person
) -> None:
    assert ben.channels(place.guild) == [place.general]
    assert chi.channels(place.guild) == [place.general, place.staff]
    with pytest.raises(RestError, match="Missing Access"):
        ben.read(place.staff)
    with pytest.raises(RestError, match="Missing Access"):
        await ben.write(place.staff, "let me in")


async def test_what_somebody_writes_with_a_file_and_in_answer_reaches_the_bot(
    place: Place, ben: Person, chi: Person, tiny_bot: TinyBot
) -> None:
    files, alt_texts = {"cat.png": PNG, "notes.txt": b"hello"}, {"cat.png": "A cat on a cable"}
    first = await ben.write(place.general, "look", files=files, alt_texts=alt_texts)
    await chi.write(place.general, "cute", reply_to=first)
    got, answer = await tiny_bot.next("message"), await tiny_bot.next("message")
    assert [each.content_type for each in got.attachments] == ["image/png", "text/plain"]
    assert [each.description for each in got.attachments] == ["A cat on a cable", None]
    assert await got.attachments[1].read() == b"hello"
    assert answer.reference.message_id == got.id


async def test_nobody_changes_what_another_said_and_a_moderator_may_delete_it(
    place: Place, ben: Person, chi: Person, ana: Person
) -> None:
    said = await ben.write(place.general, "mine")
    with pytest.raises(RestError, match="Cannot edit a message authored by another user"):
        await ana.edit(said, "yours")
    await ben.edit(said, "still mine")
    assert (said.content, said.edited_at is None) == ("still mine", False)
    theirs = await chi.write(place.general, "and this is mine")
    with pytest.raises(RestError, match="Missing Permissions"):
        await ben.delete(theirs)
    await chi.delete(said)
    with pytest.raises(RestError, match="Unknown Message"):
        ben.message(place.general.id, said.id)


async def test_reactions_are_counted_once_each_and_told(
    place: Place, ben: Person, chi: Person, connect: Connect
) -> None:
    place.guild.emojis.append(Emoji(7, "lantern"))
    said = await ben.write(place.general, "who comes?")
    async with connect(place.discord, guild_reactions=True) as bot:
        for person, emoji in ((chi, "👍"), (chi, "👍"), (ben, "👍"), (ben, "lantern:7")):
            await person.react(said, emoji)
        await ben.take_back(said, "👍")
        heard = [(await bot.next("reaction")) for _ in range(4)]
        seen = await bot.text_channel(place.general.id).fetch_message(said.id)
    assert [str(each.emoji) for each in heard] == ["👍", "👍", "<:lantern:7>", "👍"]
    assert [(str(each.emoji), each.count, each.me) for each in seen.reactions] == [
        ("👍", 1, False),
        ("<:lantern:7>", 1, False),
    ]
    assert [each["me"] for each in chi.form(said)["reactions"]] == [True, False]


async def test_without_the_intent_a_bot_does_not_hear_of_reactions(
    place: Place, ben: Person, tiny_bot: TinyBot
) -> None:
    said = await ben.write(place.general, "who comes?")
    await ben.react(said, "👍")
    await ben.write(place.general, "nobody?")
    assert (await tiny_bot.next("message")).content == "who comes?"
    assert (await tiny_bot.next("message")).content == "nobody?"
    assert tiny_bot.events.empty()


async def test_who_may_not_add_reactions_may_join_one(
    place: Place, ana: Person, ben: Person
) -> None:
    everyone = place.guild.roles[place.guild.id]
    everyone.permissions &= ~Permission.ADD_REACTIONS
    said = await ana.write(place.general, "a vote")
    with pytest.raises(RestError, match="Missing Permissions"):
        await ben.react(said, "🎉")
    await ana.react(said, "🎉")
    await ben.react(said, "🎉")
    assert said.reactions == {"🎉": [place.ana.id, place.ben.id]}


@pytest.mark.parametrize("emoji", ["❤️", "㊗️", "⁉️", "⬆️", "👩‍👩‍👧", "🇩🇪", "1️⃣", "👍🏽", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])
async def test_every_kind_of_emoji_is_one(place: Place, ben: Person, emoji: str) -> None:
    said = await ben.write(place.general, "x")
    await ben.react(said, emoji)
    assert ben.form(said)["reactions"][0]["emoji"] == {"id": None, "name": emoji}


@pytest.mark.parametrize("emoji", ["", "x", "thumbsup", "👍👍", "no:1", "あ", "カ"])
async def test_anything_else_is_an_unknown_emoji(place: Place, ben: Person, emoji: str) -> None:
    said = await ben.write(place.general, "x")
    with pytest.raises(RestError, match="Unknown Emoji"):
        await ben.react(said, emoji)


async def test_a_thread_opened_from_a_message_has_its_id_and_hangs_on_it(
    place: Place, ben: Person, chi: Person, tiny_bot: TinyBot
) -> None:
    said = await ben.write(place.general, "shall we?")
    thread = await chi.open_thread(place.general, "co-op night", from_message=said)
    assert thread.id == said.id
    seen = await tiny_bot.text_channel(place.general.id).fetch_message(said.id)
    assert (seen.flags.has_thread, seen.thread and seen.thread.name) == (True, "co-op night")
    with pytest.raises(RestError, match="already been created"):
        await ben.open_thread(place.general, "again", from_message=said)
    await ben.write(thread, "yes")
    with pytest.raises(RestError, match="Cannot execute action on this channel type"):
        await ben.open_thread(thread, "deeper")


async def test_a_thread_begins_with_the_message_that_it_was_opened_from(
    place: Place, ben: Person, chi: Person, tiny_bot: TinyBot
) -> None:
    said = await ben.write(place.general, "shall we?")
    thread = await chi.open_thread(place.general, "co-op night", from_message=said)
    assert (await tiny_bot.next("message")).content == "shall we?"
    heard = await tiny_bot.next("message")
    assert (heard.type, heard.channel.id) == (MessageType.thread_starter_message, thread.id)
    assert (heard.reference.channel_id, heard.reference.message_id) == (place.general.id, said.id)
    (first,) = ben.read(thread)
    shown = ben.form(first)
    assert (shown["content"], shown["referenced_message"]["content"]) == ("", "shall we?")
    with pytest.raises(RestError, match="system message"):
        await chi.edit(first, "mine")
    with pytest.raises(RestError, match="system message"):
        await chi.delete(first)
    await ben.delete(said)
    assert ben.form(first)["referenced_message"] is None


async def test_rights_to_threads_and_files_are_asked_for(place: Place, ben: Person) -> None:
    everyone = place.guild.roles[place.guild.id]
    everyone.permissions &= ~(Permission.CREATE_PUBLIC_THREADS | Permission.ATTACH_FILES)
    for act in (
        ben.open_thread(place.general, "x"),
        ben.write(place.general, "", files={"a": b""}),
    ):
        with pytest.raises(RestError, match="Missing Permissions"):
            await act


async def test_only_who_may_pings_everyone(place: Place, ana: Person, ben: Person) -> None:
    assert not (await ben.write(place.general, "hey @everyone")).mention_everyone
    assert (await ana.write(place.general, "hey @everyone")).mention_everyone


async def test_roles_are_pinged_by_who_may_and_mentionable_ones_by_everybody(
    place: Place, ana: Person, ben: Person
) -> None:
    players = place.discord.world.add_role(place.guild, "Players", NONE)
    secret = place.discord.world.add_role(place.guild, "Secret", NONE)
    players.mentionable = True
    text = f"tonight? <@&{players.id}> <@&{secret.id}>"
    assert (await ben.write(place.general, text)).mention_roles == [players.id]
    assert (await ana.write(place.general, text)).mention_roles == [players.id, secret.id]


async def test_ephemeral_answers_are_read_among_the_rest_by_their_owner_alone(
    place: Place, ben: Person, chi: Person, tiny_bot: TinyBot
) -> None:
    await ben.write(place.general, "before")
    asked = await place.discord.command(place.ben, place.general, "/mood ask")
    await chi.write(place.general, "after")
    assert [each.content for each in ben.read(place.general)] == ["after", "Sure?", "before"]
    assert [each.content for each in chi.read(place.general)] == ["after", "before"]
    own = ben.read(place.general)[1]
    assert own.flags & EPHEMERAL
    assert ben.message(place.general.id, own.id) is own
    with pytest.raises(RestError, match="Unknown message"):
        await ben.write(place.general, "what nobody else can see", reply_to=own)
    pressed = await place.discord.press(own, "No", by=place.ben)
    assert pressed.content == "Then no."
    assert asked.content == "Sure?"
    with pytest.raises(RestError, match="Unknown Message"):
        chi.message(place.general.id, own.id)


async def test_a_page_is_read_before_after_or_around_a_message_with_ones_own_answers_in_it(
    place: Place, ben: Person, chi: Person, tiny_bot: TinyBot
) -> None:
    early = [await ben.write(place.general, f"{n}") for n in range(4)]
    await place.discord.command(place.ben, place.general, "/mood ask")
    late = [await ben.write(place.general, f"{n}") for n in range(4, 8)]

    def read(who: Person, **where: int) -> list[str]:
        return [each.content for each in who.read(place.general, **where)]

    assert read(ben, around=early[3].id, limit=4) == ["4", "Sure?", "3", "2", "1"]
    assert read(chi, around=early[3].id, limit=4) == ["5", "4", "3", "2", "1"]
    assert read(ben, after=early[2].id, limit=3) == ["4", "Sure?", "3"]
    assert read(chi, after=late[2].id, limit=3) == ["7"]
    assert read(ben, before=late[1].id, limit=3) == ["4", "Sure?", "3"]
    assert read(ben, around=early[0].id, before=7, limit=2) == ["1", "0"], "as Discord has it"


async def test_messages_that_discord_would_refuse_are_refused(place: Place, ben: Person) -> None:
    for text in ("", "   ", "x" * 2001):
        with pytest.raises(RestError):
            await ben.write(place.general, text)
    assert ben.read(place.general) == []


async def test_without_read_history_nothing_is_read_and_nothing_answered(
    place: Place, ben: Person
) -> None:
    said = await ben.write(place.general, "x")
    everyone = place.guild.roles[place.guild.id]
    everyone.permissions &= ~Permission.READ_MESSAGE_HISTORY
    assert ben.read(place.general) == []
    with pytest.raises(RestError, match="Missing Permissions"):
        await ben.write(place.general, "y", reply_to=said)


async def test_the_bot_is_seen_typing(place: Place, tiny_bot: TinyBot) -> None:
    with place.discord.subscribe(place.ben) as seen:
        async with tiny_bot.text_channel(place.general.id).typing():
            event = await anext(seen)
    assert (event.name, event.data["user_id"]) == ("TYPING_START", str(tiny_bot.user_id))
