"""From the body of a request to a message: Discord's limits, mentions and attachments.

https://discord.com/developers/docs/resources/message#create-message
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from playground.errors import RestError, invalid_form
from playground.rest import components
from playground.rest.api import Upload
from playground.world import Attachment, Channel, Json, Message, World

SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS = 1 << 2, 1 << 12
MAX_EMBED_TEXT = (
    6000  # https://discord.com/developers/docs/resources/message#embed-object-embed-limits
)
SETTABLE_FLAGS = components.COMPONENTS_V2 | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS
HISTORY_LIMIT = 100  # messages in an answer

_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_PICTURE = (  # not the letters that stand between them, such as Japan's
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u27bf\u2900-\u2bff"
    r"\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
    r"[\ufe0f\U0001f3fb-\U0001f3ff]*[\U000e0020-\U000e007f]*"
)
_EMOJI = re.compile(
    rf"[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}(?:\u200d{_PICTURE})*"
)


def check(body: Json, *, may_be_empty: bool, flags: int = 0) -> None:
    """Refuse what Discord would refuse. Raises `RestError`.

    A message may be empty if files come with it; an edit may leave out whatever stays. `flags` are
    those that the message has already.
    """
    content, embeds = body.get("content") or "", body.get("embeds") or []
    if not (content.strip() or embeds or may_be_empty or body.get("components")):
        raise RestError(400, 50006, "Cannot send an empty message")
    if sum(_length(embed) for embed in embeds) > MAX_EMBED_TEXT:
        raise invalid_form(f"embeds: Embed size exceeds maximum size of {MAX_EMBED_TEXT}.")
    flags |= body.get("flags") or 0
    if flags & components.COMPONENTS_V2 and (content or embeds):
        raise invalid_form("content: A message of Components V2 has neither content nor embeds.")
    components.check(body.get("components") or [], flags)


def write(message: Message, body: Json, world: World) -> None:
    """Put a request's content, embeds and components into the message; absent keys stay."""
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = [components.without_nothing(each) for each in body["embeds"] or []]
    if "components" in body:
        message.components = components.given_back(body["components"] or [])
    message.flags |= (body.get("flags") or 0) & SETTABLE_FLAGS
    set_mentions(message, world, body.get("allowed_mentions"))


def attach(
    message: Message, body: Json, files: Sequence[Upload], world: World, base_url: str
) -> None:
    """Add uploads to the message; with `attachments` in the body the rest of it goes.

    An entry there is either about one that stays, or (by its number) about an upload.
    """
    listed = {str(entry["id"]): entry for entry in body.get("attachments") or []}
    if "attachments" in body:
        message.attachments = [each for each in message.attachments if str(each.id) in listed]
    for each in message.attachments:
        each.description = listed.get(str(each.id), {}).get("description", each.description)
    for file in files:
        attachment_id = world.ids.make()
        name = quote(file.filename, safe="")
        url = f"{base_url}/attachments/{message.channel_id}/{attachment_id}/{name}"
        description = listed.get(str(file.index), {}).get("description")
        kept = Attachment(attachment_id, file.filename, file.data, url, description)
        world.attachments[attachment_id] = kept
        message.attachments.append(kept)


def emoji(key: str, world: World, where: Channel) -> str:
    """What a reaction is kept by: an emoji itself, or `name:id` of one of the server's own.

    Raises `RestError` for anything else.
    """
    if _EMOJI.fullmatch(key):
        return key
    own = world.guild_of(where).emojis if where.guild_id else []
    for each in own:
        if key in (f"{each.name}:{each.id}", f":{each.name}:", each.name):
            return f"{each.name}:{each.id}"
    raise RestError(400, 10014, "Unknown Emoji")


def set_mentions(message: Message, world: World, allowed: Json | None = None) -> None:
    """Find who is pinged, within what `allowed_mentions` permits (`None`: everybody)."""
    where = world.channel(message.channel_id)
    users = [int(found) for found in _USER.findall(message.content)]
    roles = [int(found) for found in _ROLE.findall(message.content)]
    everyone = "@everyone" in message.content or "@here" in message.content
    message.mentions = [
        world.users[each]
        for each in dict.fromkeys(users)
        if each in world.users and _permits(allowed, "users", each)
    ]
    known = world.guild_of(where).roles if where.guild_id else {}
    message.mention_roles = [
        each for each in dict.fromkeys(roles) if each in known and _permits(allowed, "roles", each)
    ]
    message.mention_everyone = everyone and _permits(allowed, "everyone", None)


def _permits(allowed: Json | None, kind: str, snowflake: int | None) -> bool:
    if allowed is None or kind in allowed.get("parse", []):
        return True
    return str(snowflake) in [str(each) for each in allowed.get(kind, [])]


def _length(embed: Json) -> int:
    """The characters of an embed that count towards the limit of all of them."""
    parts = [embed.get("title"), embed.get("description")]
    parts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for field in embed.get("fields") or []:
        parts += [field["name"], field["value"]]
    return sum(len(part) for part in parts if part)
