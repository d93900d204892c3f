"""What can go wrong in the playground, in words for the person in front of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


class PlaygroundError(Exception):
    """The root of the playground's errors."""


class CommandLineError(PlaygroundError):
    """A typed command cannot be understood; the message says what to type instead."""


class NoAnswerError(PlaygroundError):
    """The bot did not answer a command, or is not there to answer."""


class ConversationError(PlaygroundError):
    """A line of the conversation file breaks the format."""


class PageError(PlaygroundError):
    """A request of the page that can't be answered; `status` is HTTP's, the message a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class RestError(PlaygroundError):
    """A request that Discord would refuse.

    `code` is one of Discord's JSON error codes, `errors` its tree of what is wrong in which field,
    and `details` the same in words:
    https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
    https://discord.com/developers/docs/reference#error-messages
    """

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        *,
        errors: Json | None = None,
        details: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{message}: {details}" if details else message)
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.headers = headers or {}

    def form(self) -> Json:
        """The error as Discord's JSON."""
        form: Json = {"message": self.message, "code": self.code}
        return form if self.errors is None else form | {"errors": self.errors}


class RateLimitedError(RestError):
    """One request too many: the next may come `retry_after` seconds from now.

    `headers` say which limit it was.
    """

    def __init__(self, retry_after: float, headers: Mapping[str, str]) -> None:
        self.is_global = "X-RateLimit-Global" in headers
        self.retry_after = retry_after
        told = {
            "Retry-After": str(math.ceil(retry_after)),
            "X-RateLimit-Scope": "global" if self.is_global else "user",
            "Via": "1.1 playground",  # without it the real client thinks of a ban
        }
        message = "You are being rate limited."
        super().__init__(429, 0, message, headers=dict(headers) | told)

    def form(self) -> Json:
        return super().form() | {"retry_after": self.retry_after, "global": self.is_global}


def unauthorized() -> RestError:
    return RestError(401, 0, "401: Unauthorized")


def missing_access() -> RestError:
    return RestError(403, 50001, "Missing Access")


def missing_permissions() -> RestError:
    return RestError(403, 50013, "Missing Permissions")


def system_message() -> RestError:
    return RestError(403, 50021, "Cannot execute action on a system message")


def unknown(thing: str) -> RestError:
    """The error for an id that leads nowhere; `thing` is a key of Discord's list of codes."""
    codes = {"Channel": 10003, "Guild": 10004, "Member": 10007, "Message": 10008, "User": 10013}
    codes |= {"Webhook": 10015, "Interaction": 10062, "Attachment": 0}
    return RestError(404, codes[thing], f"Unknown {thing}")


def invalid_token() -> RestError:
    """The token of an interaction is none, or has expired."""
    return RestError(401, 50027, "Invalid Webhook Token")


def invalid_json() -> RestError:
    return RestError(400, 50109, "The request body contains invalid JSON.")


def invalid_form(reason: str) -> RestError:
    """What is wrong with a body or query, as `field.inner: Reason.` in words."""
    field, _, said = reason.partition(": ")
    errors: Json = {"_errors": [{"code": "BASE_TYPE_BAD_VALUE", "message": said}]}
    for name in reversed(field.split(".")):
        errors = {name: errors}
    return RestError(400, 50035, "Invalid Form Body", errors=errors, details=reason)
