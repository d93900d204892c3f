"""Colours of embeds and charts. A chart is a dark card, on either of Discord's themes.

Orange and blue stay apart for colour-blind eyes (Okabe and Ito, "Color Universal Design", 2008).
"""

POSITIVE = 0x56B4E9
NEUTRAL = 0x99A1AD
NEGATIVE = 0xE69F00

BACKGROUND = 0x2B2D31
TEXT = 0xDBDEE1
FAINT = 0x5C5F68
BAND = 0x575C66
MARK = 0xCC79A7


def of_mood(mood: float | None) -> int:
    """The colour of an average mood; neutral where there is none, or where it is balanced."""
    if mood is None or abs(mood) < 0.1:
        return NEUTRAL
    return POSITIVE if mood > 0 else NEGATIVE


def css(colour: int) -> str:
    """The colour as matplotlib takes it: 0x56B4E9 → "#56b4e9"."""
    return f"#{colour:06x}"
