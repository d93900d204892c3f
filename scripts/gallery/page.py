"""The gallery's page: each picture at a phone's width on Discord's themes, and as others see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

import discord

# What people without green, or red, cones see, in linear RGB: Machado, Oliveira and Fernandes, "A
# Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.0.
_SIMULATIONS = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
PHONE = 400
"""Pixels wide."""

_TIME = re.compile(r"<t:(\d+)(?::\w)?>")

_STYLE = f"""
body {{ margin: 0; font: 15px/1.4 sans-serif; background: #888; }}
section {{ padding: 8px 16px; }}
.row {{ display: flex; flex-wrap: wrap; }}
.row > div {{ padding: 12px; width: {PHONE}px; }}
img {{ width: {PHONE}px; border-radius: 8px; display: block; }}
.dark {{ background: #313338; color: #dbdee1; }}
.light {{ background: #ffffff; color: #2e3338; }}
.card {{ border-left: 4px solid; padding: 4px 12px; }}
.alt {{ background: #eee; padding: 4px 8px; max-width: 1200px; }}
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture by its file, with its alt text and how long drawing it took."""

    name: str
    file: str
    alt: str
    seconds: float


def page(pictures: list[Shown], cards: dict[str, discord.Embed]) -> str:
    """The whole page, as HTML without scripts."""
    filters = "".join(_filter(name) for name in _SIMULATIONS)
    shown = "".join(map(_picture, pictures)) + "".join(_card(*each) for each in cards.items())
    return (
        f'<!doctype html><meta charset="utf-8"><title>Barometer\'s pictures</title>'
        f'<style>{_STYLE}</style><svg width="0" height="0">{filters}</svg>{shown}\n'
    )


def _filter(name: str) -> str:
    rows = " ".join(f"{r} {g} {b} 0 0" for r, g, b in _SIMULATIONS[name])
    matrix = f'<feColorMatrix type="matrix" values="{rows} 0 0 0 1 0"/>'
    return f'<filter id="{name}" color-interpolation-filters="linearRGB">{matrix}</filter>'


def _picture(shown: Shown) -> str:
    image = f'<img src="{escape(shown.file)}" alt="{escape(shown.alt)}"'
    views = [f'<div class="{theme}">{image}></div>' for theme in ("dark", "light")]
    views += [
        f'<div class="dark">{image} style="filter: url(#{name})"></div>' for name in _SIMULATIONS
    ]
    return (
        f"<section><h2>{escape(shown.name)} ({shown.seconds:.2f} s)</h2>"
        f'<div class="row">{"".join(views)}</div><p class="alt">{escape(shown.alt)}</p></section>'
    )


def _card(name: str, embed: discord.Embed) -> str:
    colour = f"#{embed.colour.value:06x}" if embed.colour is not None else "#888888"
    fields = "".join(
        f"<p><b>{_marked(field.name)}</b><br>{_marked(field.value)}</p>" for field in embed.fields
    )
    inside = (
        f"<p><b>{_marked(embed.title)}</b></p><p>{_marked(embed.description)}</p>{fields}"
        f"<small>{_marked(embed.footer.text)}</small>"
    )
    card = f'<div class="card" style="border-color: {colour}">{inside}</div>'
    views = "".join(f'<div class="{theme}">{card}</div>' for theme in ("dark", "light"))
    return f'<section><h2>{escape(name)}</h2><div class="row">{views}</div></section>'


def _moment(mark: re.Match[str]) -> str:
    """A moment as Discord might show it, though in UTC."""
    return datetime.fromtimestamp(int(mark[1]), UTC).strftime("%a %d %b, %H:%M UTC")


def _marked(text: str | None) -> str:
    """Discord's markdown as far as cards use it: bold, italics, code, escapes and times."""
    shown = escape(_TIME.sub(_moment, text or ""))
    for pattern, tag in ((r"\*\*(.+?)\*\*", "b"), (r"(?<!\\)\*(.+?)\*", "i"), ("`(.+?)`", "code")):
        shown = re.sub(pattern, rf"<{tag}>\1</{tag}>", shown)
    return re.sub(r"\\(\W)", r"\1", shown).replace("\n", "<br>")
