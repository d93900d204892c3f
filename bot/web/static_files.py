"""The built page's files, read once: what is not among them is not there, however it is asked."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

BUILT = Path(__file__).parent / "static"
OWN = Path(__file__).parent / "entry.css"
START = "index.html"
_ALSO = {"favicon.ico": "favicon.svg"}
"""Names that browsers ask for by themselves, as for the mark in the tab of a picture."""


@dataclass(frozen=True, slots=True)
class StaticFile:
    content: bytes
    content_type: str
    etag: str

    @classmethod
    def read(cls, path: Path) -> StaticFile:
        content = path.read_bytes()
        kind, _ = mimetypes.guess_type(path.name)
        if path.suffix == ".js":
            kind = "text/javascript"  # on Windows the registry may say otherwise
        digest = hashlib.sha256(content).hexdigest()[:32]
        return cls(content, kind or "application/octet-stream", digest)

    def answer(self, request: web.Request) -> web.Response:
        held = request.if_none_match or ()
        headers = {"Cache-Control": "no-cache"}
        if any(each.value == self.etag for each in held):
            answer = web.Response(status=304, headers=headers)
        else:
            charset = "utf-8" if self.content_type.startswith("text/") else None
            answer = web.Response(
                body=self.content, content_type=self.content_type, charset=charset, headers=headers
            )
        answer.etag = self.etag
        return answer


class StaticFiles:
    """Each file by its own name at the root of the address, and the page itself at `/`."""

    def __init__(self, folder: Path = BUILT) -> None:
        paths = [path for path in folder.iterdir() if path.is_file()] + [OWN]
        self._files = {path.name: StaticFile.read(path) for path in sorted(paths)}
        self._files |= {name: self._files[kept] for name, kept in _ALSO.items()}

    async def page(self, request: web.Request) -> web.Response:
        return self._files[START].answer(request)

    async def file(self, request: web.Request) -> web.Response:
        found = self._files.get(request.match_info["name"])
        if found is None or request.match_info["name"] == START:
            raise web.HTTPNotFound
        return found.answer(request)
