"""The REST routes about people, places and messages: what the bot asks and does itself.

https://discord.com/developers/docs/reference
"""

from __future__ import annotations

from time import monotonic, time

from playground.errors import RestError, invalid_form, missing_access, missing_permissions
from playground.forms import DeletionForm, DirectChannelForm, MessageForm
from playground.rest import posting
from playground.rest.api import Api, Call
from playground.rest.posting import HISTORY_LIMIT
from playground.world import (
    Channel,
    Json,
    Message,
    MessageType,
    World,
    grants,
    message_payloads,
    payloads,
)
from playground.world.application import SESSIONS_A_DAY, Application, Intent
from playground.world.events import Events
from playground.world.permissions import NONE, Permission

GUILDS_LIMIT = 200
THREADS_LIMIT = 100
NONCE_LENGTH = 25
NONCE_HOLDS = 180.0  # seconds; Discord says "the past few minutes"


class Rest:
    """Answers the bot's requests, with the bot's own permissions."""

    def __init__(
        self,
        world: World,
        application: Application,
        events: Events,
        *,
        base_url: str,
        gateway_url: str,
        shards: int,
        max_concurrency: int,
    ) -> None:
        self._world = world
        self._application = application
        self._events = events
        self._base_url = base_url
        self._gateway_url = gateway_url
        self._shards = shards
        self._max_concurrency = max_concurrency
        self._by_nonce: dict[str, tuple[float, Message]] = {}  # when, by the monotonic clock

    def add_routes(self, api: Api) -> None:
        messages = "/channels/{channel_id}/messages"
        one = messages + "/{message_id}"
        api.add("GET", "/gateway/bot", self.get_gateway)
        api.add("GET", "/oauth2/applications/@me", self.get_application)
        api.add("GET", "/users/@me", self.get_own_user)
        api.add("GET", "/users/@me/guilds", self.get_own_guilds)
        api.add("POST", "/users/@me/channels", self.open_direct_channel)
        api.add("GET", "/users/{user_id}", self.get_user)
        api.add("GET", "/guilds/{guild_id}", self.get_guild)
        api.add("GET", "/guilds/{guild_id}/channels", self.get_channels)
        api.add("GET", "/guilds/{guild_id}/members/{user_id}", self.get_member)
        api.add("GET", "/channels/{channel_id}", self.get_channel)
        archived = "/channels/{channel_id}/threads/archived/public"
        api.add("GET", archived, self.get_archived_threads)
        api.add("POST", "/channels/{channel_id}/typing", self.type_in)
        api.add("GET", messages, self.get_history)
        api.add("POST", messages, self.create_message)
        api.add("POST", messages + "/bulk-delete", self.delete_messages)
        api.add("GET", one, self.get_message)
        api.add("PATCH", one, self.edit_message)
        api.add("DELETE", one, self.delete_message)

    async def get_gateway(self, call: Call) -> Json:
        limit = {
            "total": SESSIONS_A_DAY,
            "remaining": self._application.sessions_left,
            "reset_after": 3_600_000,
            "max_concurrency": self._max_concurrency,
        }
        return {"url": self._gateway_url, "shards": self._shards, "session_start_limit": limit}

    async def get_application(self, call: Call) -> Json:
        return self._application.json(len(self._world.guilds))

    async def get_own_user(self, call: Call) -> Json:
        return payloads.own_user(self._application.bot)

    async def get_own_guilds(self, call: Call) -> list[Json]:
        """Also those that have an outage, as pages in the order of the ids."""
        limit = call.limit(GUILDS_LIMIT, 1, GUILDS_LIMIT)
        bot, after, before = (
            self._application.bot,
            call.optional_id("after"),
            call.optional_id("before"),
        )
        found = [
            guild
            for _, guild in sorted(self._world.guilds.items())
            if bot.id in guild.members
            and (after is None or guild.id > after)
            and (before is None or guild.id < before)
        ]
        page = found[:limit] if before is None else found[-limit:]
        return [payloads.own_guild(guild, bot) for guild in page]

    async def get_user(self, call: Call) -> Json:
        return payloads.user(self._world.user(call.id("user_id")))

    async def get_guild(self, call: Call) -> Json:
        guild = self._world.guild(call.id("guild_id"))
        if self._application.bot.id not in guild.members:
            raise missing_access()
        return payloads.guild(guild)

    async def get_channels(self, call: Call) -> list[Json]:
        """All but threads, also those that the bot does not see."""
        await self.get_guild(call)
        channels = self._world.guild(call.id("guild_id")).channels.values()
        return [payloads.channel(channel) for channel in channels if not channel.is_thread]

    async def get_member(self, call: Call) -> Json:
        await self.get_guild(call)
        return payloads.member(self._world.member(call.id("guild_id"), call.id("user_id")))

    async def get_channel(self, call: Call) -> Json:
        return payloads.channel(self._channel(call))

    async def open_direct_channel(self, call: Call) -> Json:
        user = self._world.user(int(call.form(DirectChannelForm).get("recipient_id") or 0))
        if user is self._application.bot:
            raise RestError(400, 50007, "Cannot send messages to this user")
        return payloads.channel(self._world.direct_channel(user))

    async def type_in(self, call: Call) -> None:
        channel = self._channel(call, Permission.SEND_MESSAGES)
        await self._events.typing_started(channel, self._application.bot, time())

    async def get_history(self, call: Call) -> list[Json]:
        channel = self._channel(call)
        limit = call.limit(50, 1, HISTORY_LIMIT)
        if not self._may(channel, Permission.READ_MESSAGE_HISTORY):
            return []
        around = call.optional_id("around")
        if around is not None:
            found = self._world.history_around(channel, around, limit)
        else:
            before, after = call.optional_id("before"), call.optional_id("after")
            found = self._world.history(channel, before=before, after=after, limit=limit)
        return [self._shown(message) for message in found]

    async def get_archived_threads(self, call: Call) -> Json:
        """The public ones, the last archived first, as pages before a time."""
        channel = self._channel(call, Permission.READ_MESSAGE_HISTORY)
        limit, before = call.limit(50, 2, THREADS_LIMIT), call.moment("before")
        if channel.guild_id is None:
            raise RestError(400, 50024, "Cannot execute action on this channel type")
        found = self._world.archived_threads(channel)
        if before is not None:
            found = [(at, thread) for at, thread in found if at < before]
        return {
            "threads": [payloads.channel(thread) for _, thread in found[:limit]],
            "members": [],
            "has_more": len(found) > limit,
        }

    async def get_message(self, call: Call) -> Json:
        channel = self._channel(call, Permission.READ_MESSAGE_HISTORY)
        return self._shown(self._world.message(channel.id, call.id("message_id")))

    async def create_message(self, call: Call) -> Json:
        channel, body = self._channel(call), call.form(MessageForm)
        needed = Permission.SEND_MESSAGES
        if channel.is_thread:
            needed = Permission.SEND_MESSAGES_IN_THREADS
        if body.get("embeds"):
            needed |= Permission.EMBED_LINKS
        if call.files:
            needed |= Permission.ATTACH_FILES
        if not self._may(channel, needed):
            raise missing_permissions()
        posting.check(body, may_be_empty=bool(call.files))
        nonce = self._nonce(body)
        if body.get("enforce_nonce") and nonce in self._by_nonce:
            earlier = self._by_nonce[nonce][1]
            return message_payloads.message(earlier, self._world) | {"nonce": nonce}
        message = Message(self._world.ids.make(), channel.id, self._application.bot, "")
        reference = body.get("message_reference")
        if reference:
            self._answer(message, reference)
        posting.write(message, body, self._world)
        posting.attach(message, body, call.files, self._world, self._base_url)
        self._world.add_message(message)
        await self._events.message_created(message)
        form = message_payloads.message(message, self._world)
        if nonce is None:
            return form
        self._by_nonce[nonce] = monotonic(), message
        return form | {"nonce": nonce}

    async def edit_message(self, call: Call) -> Json:
        message = self._world.message(self._channel(call).id, call.id("message_id"))
        if message.author is not self._application.bot:
            raise RestError(403, 50005, "Cannot edit a message authored by another user")
        body = call.form(MessageForm)
        posting.check(body, may_be_empty=True, flags=message.flags)
        posting.write(message, body, self._world)
        posting.attach(message, body, call.files, self._world, self._base_url)
        message.edited_at = self._world.now()
        await self._events.message_edited(message)
        return message_payloads.message(message, self._world)

    async def delete_message(self, call: Call) -> None:
        channel = self._channel(call)
        message = self._world.message(channel.id, call.id("message_id"))
        own = message.author is self._application.bot
        if not own and not self._may(channel, Permission.MANAGE_MESSAGES):
            raise missing_permissions()
        self._world.remove_message(message)
        await self._events.message_deleted(message)

    async def delete_messages(self, call: Call) -> None:
        channel = self._channel(call, Permission.MANAGE_MESSAGES)
        ids = [int(each) for each in call.form(DeletionForm)["messages"]]
        found = [self._world.find_message(channel.id, each) for each in ids]
        for message in found:
            if message is not None:
                self._world.remove_message(message)
        await self._events.messages_deleted(channel, ids)

    def _shown(self, message: Message) -> Json:
        """A message as the bot may read it: the portal's switch holds for requests as well."""
        bot = self._application.bot
        form = message_payloads.message(message, self._world, viewer=bot.id)
        reads = bool(self._application.switches & Intent.MESSAGE_CONTENT)
        direct = self._world.channel(message.channel_id).guild_id is None
        if reads or message_payloads.is_for(bot, form, direct=direct):
            return form
        return message_payloads.without_content(form)

    def _answer(self, message: Message, reference: Json) -> None:
        """Make the message a reply, if what it answers is there to be answered."""
        message_id = int(reference["message_id"])
        if self._world.find_message(message.channel_id, message_id) is None:
            if reference.get("fail_if_not_exists") is not False:
                raise invalid_form("message_reference: Unknown message")
            return
        message.reply_to, message.type = message_id, MessageType.REPLY

    def _nonce(self, body: Json) -> str | None:
        """That of a message to be created; those of long ago are forgotten, as Discord does."""
        oldest = monotonic() - NONCE_HOLDS
        self._by_nonce = {each: at for each, at in self._by_nonce.items() if at[0] > oldest}
        nonce = body.get("nonce")
        if nonce is None:
            return None
        if len(str(nonce)) > NONCE_LENGTH:
            raise invalid_form(f"nonce: Must be {NONCE_LENGTH} or fewer in length.")
        return str(nonce)

    def _channel(self, call: Call, needed: Permission = NONE) -> Channel:
        """The channel of the path, if the bot sees it and has what is `needed` there."""
        channel = self._world.channel(call.id("channel_id"))
        if not self._sees(channel):
            raise missing_access()
        if not self._may(channel, needed):
            raise missing_permissions()
        return channel

    def _sees(self, channel: Channel) -> bool:
        return grants.sees(self._world, channel, self._application.bot.id)

    def _may(self, channel: Channel, needed: Permission) -> bool:
        if channel.guild_id is None:
            return True
        guild = self._world.guild_of(channel)
        own = guild.members[self._application.bot.id]
        return grants.in_channel(guild, channel, own) & needed == needed
