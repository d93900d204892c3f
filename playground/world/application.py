"""The bot's side of the developer portal: its application, token and switches."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntFlag

from playground.world import Json, User, payloads


class Intent(IntFlag):
    """What a bot asks to be told: https://discord.com/developers/docs/events/gateway#gateway-intents"""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    GUILD_MESSAGE_REACTIONS = 1 << 10
    GUILD_MESSAGE_TYPING = 1 << 11
    DIRECT_MESSAGES = 1 << 12
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    DIRECT_MESSAGE_TYPING = 1 << 14
    MESSAGE_CONTENT = 1 << 15


PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT

# For bots in fewer than 100 guilds the portal's switches show as the "limited" flags:
# https://discord.com/developers/docs/resources/application#application-object-application-flags
FLAGS = {
    Intent.GUILD_PRESENCES: 1 << 13,
    Intent.GUILD_MEMBERS: 1 << 15,
    Intent.MESSAGE_CONTENT: 1 << 19,
}


SESSIONS_A_DAY = 1000


@dataclass(slots=True)
class Application:
    """`switches` are the privileged intents that are turned on in the portal.

    `sessions_left` is how often the bot may still identify today. It belongs to the `team`, if
    there is one, else to its owner.
    """

    id: int
    bot: User
    owner: User
    token: str
    switches: Intent = Intent.MESSAGE_CONTENT
    sessions_left: int = SESSIONS_A_DAY
    team: Collection[User] = ()

    @property
    def flags(self) -> int:
        return sum(flag for intent, flag in FLAGS.items() if intent & self.switches)

    def ready_form(self) -> Json:
        """The application as READY names it."""
        return {"id": str(self.id), "flags": self.flags, "flags_new": str(self.flags)}

    def json(self, guild_count: int) -> Json:
        """The application as `GET /oauth2/applications/@me` gives it."""
        return self.ready_form() | {
            "name": self.bot.display_name,
            "icon": None,
            "description": "The bot that is being tried in the playground.",
            "type": None,
            "bot": payloads.user(self.bot),
            "owner": payloads.user(self.owner),
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "approximate_guild_count": guild_count,
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0,
            "team": self._team() if self.team else None,
            "eligible_oauth2_scopes": [],
        }

    def _team(self) -> Json:
        """https://discord.com/developers/docs/topics/teams#data-models"""
        members = [
            {
                "user": payloads.user(each),
                "team_id": str(self.id),
                "membership_state": 2,  # accepted
                "role": "admin",
                "permissions": ["*"],
            }
            for each in self.team
        ]
        owner = next(iter(self.team))
        return {
            "id": str(self.id),
            "name": self.bot.display_name,
            "icon": None,
            "owner_user_id": str(owner.id),
            "members": members,
        }
