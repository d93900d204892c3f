"""The page of a link: a button that lets in, so that whoever only looks at it uses nothing up."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from aiohttp import web

from bot.render.localizer import N_, Localizer, for_language
from bot.web.guard import failure
from bot.web.links import Links
from bot.web.origins import Origins
from bot.web.sessions import LASTING_SECONDS, Session, Sessions

WELCOME = N_("The mood of your server")
WELCOME_WORDS = N_(
    "This shows what you may see in Discord, to you alone, for an hour. The link works once, so "
    "please don't pass it on."
)
COME_IN = N_("Open")
OVER = N_("This link doesn't work any more")
OVER_WORDS = N_(
    "A link works once, and for ten minutes. In Discord, /sentiment open gives you a new one."
)

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Barometer</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/entry.css">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{words}</p>
{button}</main>
</body>
</html>
"""
_BUTTON = """<form method="post" action="/enter/">
<input type="hidden" name="token" value="{token}">
<button>{label}</button>
</form>
"""


class Entry:
    """Lets people in with a link, and out again; and says who is in."""

    def __init__(self, links: Links, sessions: Sessions, origins: Origins) -> None:
        self._links = links
        self._sessions = sessions
        self._origins = origins
        # Browsers keep cookies by host, not by port: another process's page may be beside this one.
        port = urlsplit(origins.main).port
        name = "__Host-barometer" if origins.is_https else "barometer"
        self._cookie = name if port is None else f"{name}-{port}"

    def session(self, request: web.Request) -> Session | None:
        """Whose browser it is; `None` if nobody is in with it."""
        number = request.cookies.get(self._cookie)
        return None if number is None else self._sessions.get(number)

    async def look(self, request: web.Request) -> web.Response:
        """GET: the page with the button."""
        token = request.match_info["token"]
        invited = self._links.look(token)
        if invited is None:
            return _page(localizer_for(request), OVER, OVER_WORDS, status=410)
        localizer = for_language(invited.language)
        label = localizer.gettext(COME_IN)
        button = _BUTTON.format(token=escape(token), label=escape(label))
        return _page(localizer, WELCOME, WELCOME_WORDS, button)

    async def enter(self, request: web.Request) -> web.Response:
        """POST: what the button does."""
        if request.content_type != "application/x-www-form-urlencoded":
            return failure(415, "bad_request", "Please use the button.")
        token = (await request.post()).get("token")
        invited = self._links.use(token) if isinstance(token, str) else None
        if invited is None:
            return _page(localizer_for(request), OVER, OVER_WORDS, status=410)
        before = self.session(request)
        if before is not None:
            self._sessions.end(before)
        number, _ = self._sessions.begin(invited)
        answer = web.Response(status=303, headers={"Location": "/"})
        self._keep(answer, number, LASTING_SECONDS)
        return answer

    def leave(self, session: Session) -> web.Response:
        self._sessions.end(session)
        answer = web.json_response({"signed_out": True})
        self._keep(answer, "", 0)
        return answer

    def _keep(self, answer: web.Response, number: str, seconds: int) -> None:
        answer.set_cookie(
            self._cookie,
            number,
            max_age=seconds,
            path="/",
            httponly=True,
            samesite="Lax",
            secure=self._origins.is_https,
        )


def localizer_for(request: web.Request) -> Localizer:
    """How to write to somebody of whom only the browser's languages are known."""
    for each in request.headers.get("Accept-Language", "").split(",")[:8]:
        name = each.partition(";")[0].strip()
        found = for_language(name) if name.replace("-", "").isalpha() else None
        if found is not None and found.locale.language == name.partition("-")[0].lower():
            return found
    return Localizer()


def _page(
    localizer: Localizer, title: str, words: str, button: str = "", *, status: int = 200
) -> web.Response:
    # The address holds the token, and what a page loads would tell a proxy's log of it. With
    # `no-referrer` browsers would say of the button's post that it came from nowhere
    # (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
    return web.Response(
        status=status,
        content_type="text/html",
        charset="utf-8",
        headers={"Referrer-Policy": "strict-origin"},
        text=_PAGE.format(
            language=localizer.locale.language,
            title=escape(localizer.gettext(title)),
            words=escape(localizer.gettext(words)),
            button=button,
        ),
    )
