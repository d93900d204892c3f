"""Names that one holder at a time has."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from storage.records import Lease


class Leases(Protocol):
    """By these, processes that share a database agree who does what: a lease has one holder at a
    time, and whoever dies lets go of it when it runs out.

    A name is 1 to 60, and a holder 1 to 100 of a-z, A-Z, 0-9 and any of ":./_-". Both are the
    caller's, and never anybody's name or id. A process that keeps something for as long as it lives
    renews its lease well before it runs out:

        lease = await leases.acquire("something", me, now, until=now + timedelta(seconds=30))
        if lease.holder != me:
            ...  # somebody else has them, until `lease.until` at least

    What is handed out in turn is not renewed. As a holder may always renew, each turn has its own:

        turn = await leases.acquire("identify:3", f"{me}/{shard}", now, now + timedelta(seconds=5))
        if turn.holder == f"{me}/{shard}":
            ...  # nobody else identifies in this bucket within the next five seconds
    """

    async def acquire(self, name: str, holder: str, now: datetime, until: datetime) -> Lease:
        """Take or renew the lease, unless somebody else has it; return it as it stands then.

        `lease.holder` says whose it is: of many who try at once, it is one and the same. A renewed
        lease runs until the new time, also if that is earlier.
        """
        ...

    async def release(self, name: str, holder: str) -> bool:
        """Let go of it; False, with nothing changed, when it is somebody else's, or nobody's."""
        ...

    async def held(self, now: datetime, prefix: str = "") -> list[Lease]:
        """The leases that have not run out and whose names begin so, in the order of names."""
        ...
