"""What of a message is the writer's own talk: not quotes, not code, not a command to a bot.

All else is taken out and blanks stand in its place, so that what is left stays where it was.
https://support.discord.com/hc/en-us/articles/210298617 says how Discord marks quotes and code.
"""

from __future__ import annotations

import re
from typing import Final

# Every repetition is bounded or ends at the first sign of its end, so that time stays linear.
_CODE: Final = re.compile(r"```.*?(?:```|\Z)|(?<![\w`])``?[^`\n]{1,300}``?", re.DOTALL)
_QUOTE: Final = re.compile(r"^>>> .*\Z|^> .*?$", re.DOTALL | re.MULTILINE)

# What bots are called by: "!play", "?kick", ";;skip", ".timeout", "t!daily", "pls hunt". A tone tag
# ("/s"), a vote ("+rep") and a slash between words are none.
# Each begins with one of these, or with a letter and "!".
BEGINNINGS: Final = frozenset("!?.;+/$&p")
_COMMAND: Final = re.compile(
    r"""
      (?: [!?;/$&+]{1,2} | \. | [a-z]! )
      (?! (?:rep|s|j|jk|hj|srs|gen|pos|neg|neu|lh|nm|sarcasm|sarc|net|exe)\b )
      [a-z][a-z0-9_-]{1,31} (?=\s|$)
    | pls\ (?:hunt|rob|beg|fish|dig|daily|dep|bal|meme|crime|shop|gamble|slots|work|steal|inv)\b
    """,
    re.VERBOSE,
)


def own_words(text: str) -> str:
    """`text` with blanks for what is quoted, code or a command to a bot; of the same length.

    >>> own_words("> so bad\\nrun `make` then")
    '        \\nrun        then'
    """
    if _COMMAND.match(text):
        return " " * len(text)
    return _QUOTE.sub(_blank, _CODE.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())
