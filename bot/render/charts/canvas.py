"""What every chart is drawn with: sizes, type, and text that fits.

Everything is measured in inches from the bottom left. A card is 1,280 pixels wide; on a phone it is
shown at some 400, where type of 11 points is still 9 pixels high.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.render import palette
from bot.render.palette import css

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, DPI = 6.4, 200
LEFT, RIGHT = 0.18, 6.22
"""Where the card's margins are."""

SMALL, NORMAL, LARGE = 11.0, 12.0, 14.5
"""Sizes of type, in points."""

_MOST_TITLE_LINES = 3

# What most systems have one of, for names of channels in other scripts.
_FALLBACKS = re.compile(
    r"Noto Sans CJK (JP|KR|SC)|Hiragino Sans|PingFang SC|Yu Gothic|Microsoft YaHei|Malgun Gothic|"
    r"WenQuanYi Zen Hei|Noto Sans (Devanagari|Thai)|Noto Emoji|Segoe UI Symbol"
)


@contextmanager
def style() -> Iterator[None]:
    """The type and colours of all charts, while one is drawn. For one thread at a time."""
    from matplotlib import rc_context

    # A channel may be called "$x^$": names are never formulas.
    params: dict[Any, Any] = {
        "font.family": _families(),
        "font.size": NORMAL,
        "text.color": css(palette.TEXT),
        "text.parse_math": False,
        "xtick.color": css(palette.TEXT),
        "ytick.color": css(palette.TEXT),
    }
    with rc_context(params):
        yield


@cache
def _families() -> list[str]:
    """The font that comes with matplotlib, and those of other scripts that this system has."""
    from matplotlib.font_manager import fontManager

    installed = sorted(set(fontManager.get_font_names()))
    return ["DejaVu Sans", *filter(_FALLBACKS.fullmatch, installed)]


@cache
def _glyphs() -> frozenset[int]:
    """The characters that there is a glyph for, in normal and in bold."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    known = [
        frozenset[int]().union(
            *(
                get_font(findfont(FontProperties(family=name, weight=weight))).get_charmap()
                for name in _families()
            )
        )
        for weight in ("normal", "bold")
    ]
    return known[0] & known[1]


def drawable(text: str, limit: int = 200) -> str:
    """The text on one line, with dots for what no font here has a glyph for, and cut at `limit`.

    >>> drawable("#general  \\U000f0000\\U000f0001")
    '#general …'
    """
    glyphs = _glyphs()
    known = "".join(c if c == " " or ord(c) in glyphs else "\0" for c in " ".join(text.split()))
    known = re.sub("\0[\0 ]*", "…", known).strip()
    return known if len(known) <= limit else known[: limit - 1].rstrip() + "…"


def write(
    figure: Figure,
    x: float,
    y: float,
    text: str,
    size: float = NORMAL,
    *,
    colour: int = palette.TEXT,
    ha: str = "left",
    va: str = "center",
    weight: str = "normal",
) -> float:
    """Write a text at x and y inches; its width in inches."""
    width, height = figure.get_size_inches()
    written = figure.text(
        x / width,
        y / height,
        text,
        fontsize=size,
        color=css(colour),
        ha=ha,
        va=va,
        fontweight=weight,
    )
    return float(written.get_window_extent().width) / DPI


def width_of(figure: Figure, text: str, size: float, *, bold: bool = False) -> float:
    """How many inches wide a text will be."""
    probe = figure.text(0, 0, text, fontsize=size, fontweight="bold" if bold else "normal")
    width = float(probe.get_window_extent().width) / DPI
    probe.remove()
    return width


def wrapped(
    figure: Figure, text: str, width: float, size: float, *, bold: bool = False
) -> list[str]:
    """The text in lines of at most this width, about as long as each other; three at most."""
    words = text.split()
    widths = [width_of(figure, word, size, bold=bold) for word in words]
    space = width_of(figure, "a a", size, bold=bold) - width_of(figure, "aa", size, bold=bold)
    lines = _broken(widths, space, width)
    for share in (0.55, 0.65, 0.75, 0.85, 0.95):
        if len(narrower := _broken(widths, space, share * width)) == len(lines):
            lines = narrower
            break
    shown = [" ".join(words[first:end]) for first, end in lines]
    if len(shown) > _MOST_TITLE_LINES:
        shown = [*shown[: _MOST_TITLE_LINES - 1], f"{shown[_MOST_TITLE_LINES - 1]} …"]
    return [fitted(figure, line, width, size, bold=bold) for line in shown]


def _broken(widths: Sequence[float], space: float, width: float) -> list[tuple[int, int]]:
    """Where lines of words so wide begin and end, each as full as it gets."""
    lines, first, used = [], 0, 0.0
    for number, wide in enumerate(widths):
        if number > first and used + space + wide > width:
            lines.append((first, number))
            first, used = number, 0.0
        used += wide + (space if number > first else 0.0)
    return [*lines, (first, len(widths))]


def fitted(figure: Figure, text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than this."""
    if width_of(figure, text, size, bold=bold) <= width:
        return text
    low, high = 0, len(text)  # so many characters fit, so many do not
    while high - low > 1:
        middle = (low + high) // 2
        if width_of(figure, text[:middle] + "…", size, bold=bold) <= width:
            low = middle
        else:
            high = middle
    return text[:low].rstrip() + "…"


def axes_at(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Axes without frame, at inches of the card."""
    whole, high = figure.get_size_inches()
    axes = figure.add_axes((left / whole, bottom / high, width / whole, height / high))
    axes.set_facecolor("none")
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, pad=4)
    axes.set_axisbelow(True)
    return axes
