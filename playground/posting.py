"""From the body of a request to a message: Discord's limits, mentions and attachments.

https://discord.com/developers/docs/resources/message#create-message
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from playground import components
from playground.api import Upload
from playground.errors import RestError, invalid_form
from playground.world import Attachment, Channel, Json, Message, World

# https://discord.com/developers/docs/resources/message#embed-object-embed-limits
EMBED_LIMITS = {"title": 256, "description": 4096}
FIELD_LIMITS = {"name": 256, "value": 1024}
MAX_CONTENT = 2000
MAX_EMBEDS = 10
MAX_FIELDS = 25
MAX_FOOTER = 2048
MAX_AUTHOR = 256
MAX_EMBED_TEXT = 6000
HISTORY_LIMIT = 100  # messages in an answer
MAX_DESCRIPTION = 1024  # of an attachment: its alt text

_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_PICTURE = (
    r"[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
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
    if len(content) > MAX_CONTENT:
        raise invalid_form(f"content: Must be {MAX_CONTENT} or fewer in length.")
    if len(embeds) > MAX_EMBEDS:
        raise invalid_form(f"embeds: Must be {MAX_EMBEDS} or fewer in length.")
    if sum(_check_embed(embed) for embed in embeds) > MAX_EMBED_TEXT:
        raise invalid_form(f"embeds: Embed size exceeds maximum size of {MAX_EMBED_TEXT}.")
    flags |= body.get("flags") or 0
    if flags & components.COMPONENTS_V2 and (content or embeds):
        raise invalid_form("content: A message of Components V2 has neither content nor embeds.")
    components.check(body.get("components") or [], flags)
    for entry in body.get("attachments") or []:
        if len(entry.get("description") or "") > MAX_DESCRIPTION:
            raise invalid_form(f"attachments: Must be {MAX_DESCRIPTION} or fewer in length.")


def write(message: Message, body: Json, world: World) -> None:
    """Put a request's content, embeds and components into the message; absent keys stay."""
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = body["embeds"] or []
    if "components" in body:
        message.components = components.given_back(body["components"] or [])
    message.flags |= (body.get("flags") or 0) & components.COMPONENTS_V2
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
        url = f"{base_url}/attachments/{message.channel_id}/{attachment_id}/{file.filename}"
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


def _check_embed(embed: Json) -> int:
    """Check one embed and give the length of its text."""
    parts = [(name, embed.get(name) or "", limit) for name, limit in EMBED_LIMITS.items()]
    parts.append(("footer", (embed.get("footer") or {}).get("text") or "", MAX_FOOTER))
    parts.append(("author", (embed.get("author") or {}).get("name") or "", MAX_AUTHOR))
    fields: list[dict[str, Any]] = embed.get("fields") or []
    if len(fields) > MAX_FIELDS:
        raise invalid_form(f"embeds.fields: Must be {MAX_FIELDS} or fewer in length.")
    for field in fields:
        for name, limit in FIELD_LIMITS.items():
            if not field.get(name):
                raise invalid_form(f"embeds.fields.{name}: This field is required")
            parts.append((f"fields.{name}", field[name], limit))
    for name, text, limit in parts:
        if len(text) > limit:
            raise invalid_form(f"embeds.{name}: Must be {limit} or fewer in length.")
    return sum(len(text) for _, text, _ in parts)
