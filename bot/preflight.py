"""`barometer check`, or `run.py --check`: what the bot would find if it started now."""

from __future__ import annotations

import asyncio

import aiohttp
import discord

import classifier
import storage
from bot.clock import utc_now
from bot.gateway.connection import TOKEN_REFUSED, StartError, unreachable
from bot.settings import Settings

# What the bot asks for when it is invited: to see channels, to read their history (to close the
# gaps that an outage leaves), and to answer with embeds and charts where it is asked in public.
INVITE_PERMISSIONS = discord.Permissions(
    view_channel=True,
    read_message_history=True,
    send_messages=True,
    embed_links=True,
    attach_files=True,
)

PATIENCE = aiohttp.ClientTimeout(total=15)


async def run(settings: Settings) -> None:
    """Print what was found. Raises StartError, StorageError or ClassifierError on a fault."""
    scorer = await asyncio.to_thread(classifier.load, settings.model)
    where = settings.model or "the model that comes with Barometer"
    print(f"Model     ok: {scorer.version} ({where})")
    found = await storage.preflight(
        settings.database, key_file=settings.key_file, backups=settings.backups
    )
    print(f"Database  ok: {storage.shown(settings.database)}" + (f". {found}" if found else ""))
    print(f"Shards    {_shards(settings)}")
    waiting = await storage.coming_retention(settings.database, utc_now(), settings.retention)
    if waiting is not None:
        print(f"Retention {waiting}")
    print(f"Backups   {await _backups(settings)}")
    print(f"Page      {_page(settings)}")
    print(f"Figures   {_figures(settings)}")
    if settings.token is None:
        print(
            "Discord   no token yet: put your bot's into .env, behind DISCORD_TOKEN=. The "
            "playground needs none"
        )
        return
    application_id, name = await _application(settings)
    invite = discord.utils.oauth_url(application_id, permissions=INVITE_PERMISSIONS)
    print(f"Discord   ok: the token belongs to {name}")
    print(f"Invite    {invite}")


async def _backups(settings: Settings) -> str:
    kept = await storage.room_of_backups(settings.database, settings.backups)
    if kept is None:
        return "made with PostgreSQL's own tools: see docs/postgresql.md"
    many, taken = kept
    return f"{many}, {taken / 1e6:,.1f} MB in all" if many else "none yet"


def _shards(settings: Settings) -> str:
    shards = settings.shards
    if shards is None:
        return "all, as many as Discord recommends: BAROMETER_SHARDS isn't set"
    if shards.are_all:
        return f"all {shards.count}"
    own = f"{shards.first}" if len(shards.ids) == 1 else f"{shards.first} to {shards.last}"
    return f"{own} of {shards.count}, numbered from 0 on; other processes serve the others"


def _page(settings: Settings) -> str:
    """Whether it is served in a browser, and to whom."""
    if settings.web is None:
        return "off: BAROMETER_WEB isn't set"
    if settings.web_url is None:
        return f"at {settings.web}, for browsers on this machine alone: BAROMETER_WEB_URL isn't set"
    return f"at {settings.web}, for browsers at {settings.web_url}"


def _figures(settings: Settings) -> str:
    """Whether they are served, and to whom."""
    address = settings.metrics_address
    if address is None:
        return "off: BAROMETER_METRICS isn't set"
    whom = "this machine alone" if address.is_of_this_machine else "whoever reaches that address"
    return f"at {address}, for {whom}"


async def _application(settings: Settings) -> tuple[int, str]:
    """Ask Discord whose token this is: the application's id and name."""
    assert settings.token is not None  # noqa: S101 (tells the type checker what the caller knows)
    headers = {"Authorization": f"Bot {settings.token.get_secret_value()}"}
    url = f"{settings.api_url}/oauth2/applications/@me"
    try:
        async with (
            aiohttp.ClientSession(headers=headers, timeout=PATIENCE) as session,
            session.get(url) as answer,
        ):
            if answer.status == 401:
                raise StartError(TOKEN_REFUSED)
            if answer.status != 200:
                raise StartError(
                    f"{settings.api_url} answered with status {answer.status}. Try again later."
                )
            application = await answer.json()
            return int(application["id"]), str(application["name"])
    except (aiohttp.ClientConnectionError, TimeoutError) as error:
        raise StartError(unreachable(settings.api_url, error)) from error
    except (aiohttp.ClientError, ValueError, KeyError, TypeError) as error:
        raise StartError(f"{settings.api_url} doesn't answer as Discord does.") from error
