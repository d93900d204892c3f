"""Faces made of signs from many scripts ("(◕‿◕)", "ಠ_ಠ"): each kind by one name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from classifier.sections import sections

_SIGNS = frozenset("()_^;'`´¯*°・•◕≧ಠಥ╥╯┻益ω▽☞¬⁄︿﹏□ノ✿>ʖ")


@cache
def _names() -> dict[str, str]:
    lists = sections(files("classifier") / "faces.txt")
    return {part: f":{name}:" for name, parts in lists.items() for part in parts}


def face_of(chunk: str) -> str | None:
    """The name of the face that `chunk` (lower case, not all ASCII) is, as an emoji's; or None.

    >>> face_of("(◕‿◕)")
    ':happy:'
    """
    if _SIGNS.isdisjoint(chunk):
        return None
    return next((name for part, name in _names().items() if part in chunk), None)
