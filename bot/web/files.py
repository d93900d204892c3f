"""Answers that are files: tables, pictures and what is kept of a member."""

from __future__ import annotations

from aiohttp import web

from bot.web.asking import Visit
from bot.web.guard import failure

_TYPES = {"csv": "text/csv", "json": "application/json", "png": "image/png"}


def file_answer(name: str, content: bytes) -> web.Response:
    """A file to keep; `name` is one of ours, of plain letters."""
    return web.Response(
        body=content,
        content_type=_TYPES[name.rpartition(".")[2]],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def png_answer(visit: Visit, view: str, png: bytes | None, excuse: str) -> web.Response:
    """A picture; or else why there is none just now."""
    if png is None:
        return failure(429, "one_moment", excuse, wait=5)
    answer = file_answer(f"barometer-{view}.png", png)
    if "save" not in visit.request.query:
        answer.headers["Content-Disposition"] = f'inline; filename="barometer-{view}.png"'
    return answer
