"""Who is told when a place becomes unusual, and what they were told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

Sensitivity = Literal["calm", "default", "keen"]

SENSITIVITIES: tuple[Sensitivity, ...] = get_args(Sensitivity)
"""New ones go to the end: the storage knows them by their number."""

MOST_ALERTS = 25
"""So many a guild has at most: as many as can be picked from a list."""


@dataclass(frozen=True, slots=True)
class Alert:
    """That somebody is to be told when a place becomes unusual.

    `scope_id` is the watched channel or category, `None` the whole guild; `target_id` the channel
    or thread it is told in. Nothing is posted from `quiet_from` to `quiet_until` (minutes since
    midnight, 0..1439, on the guild's clock; both `None`: at any hour), of a channel before it is
    `snoozed` until, by its id, and no more than `most_a_day` times (1..24) within a day. Times are
    UTC.
    """

    id: int
    scope_id: int | None
    target_id: int
    sensitivity: Sensitivity
    set_at: datetime
    quiet_from: int | None = None
    quiet_until: int | None = None
    most_a_day: int = 3
    snoozed: Mapping[int, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AlertPost:
    """What an alert was called for: when (UTC) each of these channels was, by its id.

    `alert_id` is `None` when the alert was removed since; `noted_at` is when it was found.
    `posted_at` is `None` as long as it has not been told, `over_at` until all was clear again:
    with that alone it was over before it could be told. Moderators found what was posted about some
    of the channels `not_useful`.
    """

    id: int
    alert_id: int | None
    noted_at: datetime
    called: Mapping[int, datetime]
    posted_at: datetime | None = None
    over_at: datetime | None = None
    not_useful: frozenset[int] = frozenset()
