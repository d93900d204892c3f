"""Which messages are commands to other bots. Pure functions."""

from __future__ import annotations

import re

# ";D" and ";P" are faces, whatever comes after them, and so are ";w;" and ".o.".
_FACE = re.compile(r";[DPOX](?!\w)|([;.])[a-z]\1(?!\w)", re.IGNORECASE)


def is_command(text: str, marks: str) -> bool:
    """Whether `text` begins with one of the signs in `marks` and, right after it, a letter.

    Nobody's mood is in such a message, but the title of what is played may have one:

        is_command("!play sad violin", "!?.$;") -> True
        is_command("?!", "!?.$;"), is_command("$5", "!?.$;"), is_command("...", "!?.$;") -> False
    """
    begins = len(text) > 1 and text[0] in marks and text[1].isalpha()
    return begins and _FACE.match(text) is None
