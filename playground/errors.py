"""What can go wrong in the playground, in words for the person in front of it."""

from __future__ import annotations


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

    `code` is one of Discord's JSON error codes:
    https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
    """

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def unauthorized() -> RestError:
    return RestError(401, 0, "401: Unauthorized")


def missing_access() -> RestError:
    return RestError(403, 50001, "Missing Access")


def missing_permissions() -> RestError:
    return RestError(403, 50013, "Missing Permissions")


def unknown(thing: str) -> RestError:
    """The error for an id that leads nowhere; `thing` is a key of Discord's list of codes."""
    codes = {"Channel": 10003, "Guild": 10004, "Member": 10007, "Message": 10008, "User": 10013}
    codes |= {"Webhook": 10015, "Interaction": 10062, "Attachment": 0}
    return RestError(404, codes[thing], f"Unknown {thing}")


def invalid_token() -> RestError:
    """The token of an interaction is none, or has expired."""
    return RestError(401, 50027, "Invalid Webhook Token")


def invalid_form(reason: str) -> RestError:
    return RestError(400, 50035, f"Invalid Form Body: {reason}")
