"""All of a storage: one noun each."""

from __future__ import annotations

from typing import Protocol

from storage.interface.alerts import Alerts
from storage.interface.channels import Channels
from storage.interface.digests import Digests
from storage.interface.files import Files
from storage.interface.guilds import Guilds
from storage.interface.jobs import Jobs
from storage.interface.leases import Leases
from storage.interface.marks import Marks
from storage.interface.messages import Messages
from storage.interface.model_versions import ModelVersions
from storage.interface.notes import Notes
from storage.interface.posts import Posts
from storage.interface.privacy import Privacy
from storage.interface.published_days import PublishedDays
from storage.interface.retention import Expiry
from storage.interface.rollups import Rollups
from storage.interface.settings import SettingsByGuild


class Storage(Protocol):
    """One noun each: `messages` are written, `rollups` read, and so on."""

    @property
    def messages(self) -> Messages: ...
    @property
    def channels(self) -> Channels: ...
    @property
    def rollups(self) -> Rollups: ...
    @property
    def published_days(self) -> PublishedDays: ...
    @property
    def settings(self) -> SettingsByGuild: ...
    @property
    def privacy(self) -> Privacy: ...
    @property
    def retention(self) -> Expiry: ...
    @property
    def model_versions(self) -> ModelVersions: ...
    @property
    def guilds(self) -> Guilds: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def posts(self) -> Posts: ...
    @property
    def digests(self) -> Digests: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def marks(self) -> Marks: ...
    @property
    def alerts(self) -> Alerts: ...
    @property
    def leases(self) -> Leases: ...
    @property
    def files(self) -> Files | None:
        """`None` for an engine whose database is a server that looks after its own files."""
        ...

    async def taken_over(self) -> str:
        """Wait until this process has lost the database that it opened `exclusive`, and another one
        has it; say so in words. From then on nothing can be written here: the process must end."""
        ...

    async def outdated(self) -> str:
        """Wait until a newer version of Barometer is found to have changed the tables; say so in
        words. From then on every write raises `OutdatedError`: the process must end.

        Each write looks, in its own transaction, so that none is made to tables it doesn't know.
        """
        ...
