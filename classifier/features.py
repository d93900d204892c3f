"""What may be a feature: nothing that tells who somebody is, and nothing endless."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

MAX_FEATURES: Final = 500_000
MAX_FEATURE_LENGTH: Final = 100

# Each way begins with a sign or a digit: so long texts without these are searched fast.
_PERSONAL = re.compile(r"@|://|#(?<=\w#)\d{4}|\.(?<=\w\.)\w|\d(?:[^\d\n]?\d){4,}")


def is_personal(feature: str) -> bool:
    """Whether `feature` has the shape of an e-mail address, link, handle or phone number.

    Such features stay out of every dictionary: "@sam", "sam#1234", "sam.example", "555-1234".
    """
    return _PERSONAL.search(feature) is not None


def may_stand(feature: str) -> bool:
    """Whether a dictionary may hold `feature`: it is neither personal nor over 100 letters long."""
    return len(feature) <= MAX_FEATURE_LENGTH and not is_personal(feature)


def check(features: Sequence[str]) -> None:
    """Raise ValueError unless these can be the features of a dictionary."""
    if len(features) > MAX_FEATURES:
        raise ValueError(f"{len(features):,} features are more than {MAX_FEATURES:,}")
    if len(set(features)) != len(features):
        raise ValueError("the dictionary holds a feature twice")
    if max(map(len, features), default=0) > MAX_FEATURE_LENGTH:
        raise ValueError(f"the dictionary holds a feature of over {MAX_FEATURE_LENGTH} letters")
    together = "\n".join(features)
    together.encode()  # a lone surrogate raises UnicodeEncodeError, a ValueError
    if is_personal(together):
        raise ValueError("the dictionary holds an address, a handle, a link or a number")
