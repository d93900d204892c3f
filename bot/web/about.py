"""Who is in, what they may see, and the page's words."""

from __future__ import annotations

import time

import discord
from aiohttp import web

from bot.commands import rights
from bot.commands.access import PAGE_RULES
from bot.commands.desk.now import DAYS
from bot.commands.places import readable_channels
from bot.commands.rights import Right
from bot.commands.views.question import period_code
from bot.permissions.channels import Channel
from bot.render.desk_words import look_back_words
from bot.render.localizer import N_, Localizer, for_language, languages
from bot.web.asking import DEFAULT_PERIOD, Visit
from bot.web.columns import Json, name_of, named
from bot.web.entry import localizer_for
from bot.web.words import words_in
from storage.records import GuildSettings

LOST = N_(
    "Your roles have changed since you opened this page, so you may see less here than before."
)

_KINDS = {
    discord.ChannelType.voice: "voice",
    discord.ChannelType.stage_voice: "stage",
    discord.ChannelType.forum: "forum",
    discord.ChannelType.media: "forum",
}
_FOR_MODERATORS = ("morning", "coverage", "notes")
_ABOUT_MOODS = ("course", "compare", "channels")


async def me(visit: Visit) -> web.Response:
    session, viewer, settings = visit.session, visit.viewer, visit.settings
    held = _held(viewer, settings)
    if session.began_with is None:
        session.began_with = held
    live, moods = "live" in held, "moods" in held
    views = [
        *(_FOR_MODERATORS[:1] if live else ()),
        *(_ABOUT_MOODS if moods else ()),
        *(("week", *_FOR_MODERATORS[1:]) if live else ()),
        "my-data",
    ]
    periods, _ = visit.answering.periods, visit.localizer.gettext
    kept_days = visit.answering.desk.looks.kept_days
    return web.json_response({
        "csrf": session.csrf,
        "language": visit.localizer.language,
        "expires": int(time.time() + session.seconds_left),
        "checked": int(time.time() - session.rights.member.age),
        "guild": {
            "id": str(visit.guild.id),
            "name": name_of(visit.guild.name),
            "time_zone": settings.time_zone,
        },
        "member": {"id": str(viewer.id), "name": name_of(viewer.display_name)},
        "rights": {"moods": moods, "live": live},
        "lost": None if held >= session.began_with else _(LOST),
        "views": [view for view in views if view == "my-data" or view in PAGE_RULES],
        "channels": [_channel(each) for each in readable_channels(viewer, settings)],
        "periods": [
            {"code": period_code(each), "label": periods.label(visit.localizer, each)}
            for each in periods.offered
        ],
        "period": DEFAULT_PERIOD,
        "look_backs": [
            {"days": days, "label": look_back_words(visit.localizer, days)}
            for days in DAYS
            if days <= kept_days
        ],
    })  # fmt: skip


def _held(viewer: discord.Member, settings: GuildSettings) -> frozenset[str]:
    """What the viewer may, and the roles that say which channels they can read."""
    live = rights.has(viewer, Right.LIVE_FIGURES, settings)
    may_see = {"live": live, "moods": live or not settings.moods_for_moderators}
    return frozenset([
        *(name for name, held in may_see.items() if held),
        *(str(role.id) for role in viewer.roles),
    ])  # fmt: skip


def _channel(channel: Channel) -> Json:
    category = channel.category
    return named(channel) | {
        "category": None if category is None else name_of(category.name),
        "kind": _KINDS.get(channel.type, "text"),
    }


def words(request: web.Request, localizer: Localizer | None) -> web.Response:
    """The page's words in the language that is asked for, else the reader's."""
    wanted = request.query.get("language")
    if wanted in languages():
        localizer = for_language(wanted)
    if localizer is None:
        localizer = localizer_for(request)
    return web.json_response({
        "language": localizer.language,
        "languages": languages(),
        "words": words_in(localizer),
    })  # fmt: skip
