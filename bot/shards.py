"""Which of Discord's shards this process serves, by what the operator sets."""

from __future__ import annotations

import re
from typing import Final

from storage.records import Shards

MOST: Final = 10_000
"""Shards in all: a bot with more servers than fit into them has no use for this program."""

_SHARDS: Final = re.compile(r"(?:(?P<first>\d{1,5})(?:-(?P<last>\d{1,5}))?/)?(?P<count>\d{1,5})")
_GROUP: Final = re.compile(r"(?:.*-)?(\d{1,5})")


def chosen(shards: str | None, group: str | None, groups: str | None) -> Shards | None:
    """Of BAROMETER_SHARDS, SHARD_GROUP and SHARD_GROUPS; `None`: all, as many as Discord says.

    Raises ValueError with a sentence where they make no sense.

    >>> str(chosen("0-15/64", None, None)), str(chosen("64", "barometer-1", "4"))
    ('0-15/64', '16-31/64')
    >>> str(chosen(None, "1", "4")), chosen(None, None, None)
    ('1/4', None)
    """
    given = None if shards is None else _shards(shards)
    if group is None and groups is None:
        return given
    if group is None or groups is None:
        raise ValueError(
            "SHARD_GROUP and SHARD_GROUPS go together: which group this process is, from 0 on, "
            "and how many there are"
        )
    if given is not None and not given.are_all:
        raise ValueError(
            "with SHARD_GROUP and SHARD_GROUPS, BAROMETER_SHARDS says only how many shards there "
            "are in all, such as 64"
        )
    return _part(_group(group), _groups(groups), given)


def _shards(text: str) -> Shards:
    found = _SHARDS.fullmatch(text.strip())
    if found is None:
        raise ValueError(
            "BAROMETER_SHARDS is the shards of this process and how many there are in all, such as "
            "0-15/64 or 3/64, or only how many there are: 64"
        )
    count = int(found["count"])
    first = int(found["first"] or 0)
    last = int(found["last"] or found["first"] or max(count - 1, 0))
    if not 1 <= count <= MOST:
        raise ValueError(f"BAROMETER_SHARDS: choose 1 to {MOST:,} shards in all")
    if not first <= last < count:
        raise ValueError(
            f"BAROMETER_SHARDS: {count} shards are numbered from 0 to {count - 1}, and the smaller "
            "number comes first"
        )
    return Shards(first, last, count)


def _group(text: str) -> int:
    found = _GROUP.fullmatch(text.strip())
    if found is None:
        raise ValueError("SHARD_GROUP is a number from 0 on, or a name that ends with one: pod-0")
    return int(found[1])


def _groups(text: str) -> int:
    if not (text.strip().isdecimal() and 1 <= int(text) <= MOST):
        raise ValueError("SHARD_GROUPS is how many groups there are, such as 4")
    return int(text)


def _part(group: int, groups: int, all_shards: Shards | None) -> Shards:
    count = groups if all_shards is None else all_shards.count
    if group >= groups:
        raise ValueError(f"SHARD_GROUP: {groups} groups are numbered from 0 to {groups - 1}")
    if count < groups:
        raise ValueError(f"SHARD_GROUPS: {count} shards can't be split into {groups} groups")
    return Shards(count * group // groups, count * (group + 1) // groups - 1, count)
