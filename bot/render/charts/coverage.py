"""What became of all messages, a bar each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import palette
from bot.render.charts.canvas import LEFT, RIGHT, SMALL, axes_at, wrapped, write
from bot.render.charts.card import card
from bot.render.coverage import Part, parts_of
from bot.render.localizer import Localizer
from bot.render.palette import css
from bot.render.words import period_words
from bot.reports.coverage import NamedCoverage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_FOOT, _BAR, _LINE, _GAP = 0.12, 0.18, 0.2, 0.16
_LINES = 2
"""Of words over a bar."""
_ROW = _LINES * _LINE + _BAR + _GAP


def coverage_figure(localizer: Localizer, covered: NamedCoverage) -> Figure:
    """The bars under each other, each as long as its share of all messages."""
    parts = parts_of(localizer, covered.coverage)
    figure = card(coverage_headline(localizer, covered), _FOOT + _ROW * len(parts))
    for number, part in enumerate(reversed(parts)):
        share = covered.coverage.share(part.messages)
        _draw_part(figure, localizer, part, share, _FOOT + _ROW * number)
    return figure


def _draw_part(
    figure: Figure, localizer: Localizer, part: Part, share: float, bottom: float
) -> None:
    axes = axes_at(figure, LEFT, bottom, RIGHT - LEFT, _BAR)
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.barh([0], [1], 1.0, color=css(palette.FAINT), alpha=0.35)
    axes.barh([0], [share], 1.0, color=css(palette.POSITIVE))
    lines = wrapped(figure, part_words(localizer, part, share), RIGHT - LEFT, SMALL)[:_LINES]
    for number, line in enumerate(lines):  # as they are read: the first is the highest
        write(figure, LEFT, bottom + _BAR + _LINE * (len(lines) - number - 0.5), line, SMALL)


def part_words(localizer: Localizer, part: Part, share: float) -> str:
    """So many messages, and what became of them."""
    return localizer.gettext(
        "{number} ({share}): {meaning}",
        number=part.messages,
        share=localizer.percent(share),
        meaning=part.meaning,
    )


def coverage_headline(localizer: Localizer, covered: NamedCoverage) -> str:
    """How much of it was judged."""
    coverage = covered.coverage
    if coverage.hidden:
        said = localizer.gettext("too few people to tell")
    elif not coverage.messages:
        said = localizer.gettext("nothing was said")
    else:
        said = localizer.ngettext(
            "{share} of {number} message judged",
            "{share} of {number} messages judged",
            coverage.messages,
            share=localizer.percent(coverage.share(coverage.figures.scored)),
        )
    period = period_words(localizer, coverage.window)
    return localizer.gettext(
        "{name}, {period}: {finding}", name=covered.name, period=period, finding=said
    )


def coverage_lines(localizer: Localizer, covered: NamedCoverage) -> list[str]:
    """Each bar in words."""
    parts = parts_of(localizer, covered.coverage)
    shares = [covered.coverage.share(part.messages) for part in parts]
    return [
        f"{part_words(localizer, part, share)}." for part, share in zip(parts, shares, strict=True)
    ]
