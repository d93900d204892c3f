"""The words of the desk's page, and what they are in the reader's language.

The page says them itself (`web/src/desk`): a test holds what stands there against this list.
"""

from __future__ import annotations

from bot.render.localizer import N_, Localizer


def ngettext(singular: str, plural: str) -> tuple[str, str]:
    """Mark the forms of a message for the catalogues, as `N_` marks one that has no number."""
    return singular, plural


SENTENCES = (
    N_("A bit darker than usual, message after message."),
    N_("All channels you can read"),
    N_("All times are those of {zone}. Settings stay in Discord."),
    N_("As a table"),
    N_("As of {time}"),
    N_("Back to the overview"),
    N_("Channels"),
    N_("Channels: {channels}"),
    N_("Compare"),
    N_("Count my messages again"),
    N_("Coverage"),
    N_("Discord can't be asked what you may see, so nothing is shown."),
    N_("Earlier messages"),
    N_("Earlier page"),
    N_("Erase everything about me"),
    N_("From"),
    N_("From … to …"),
    N_("Hours of the week"),
    N_("Keep everything as it is"),
    N_("Later messages"),
    N_("Loaded."),
    N_("Loading …"),
    N_("Messages"),
    N_("Messages judged (highest bar: {number})"),
    N_("Mood"),
    N_("Moods go from −1, all negative, to +1, all positive."),
    N_("Moods go from −1, all negative, to +1, all positive; behind them, the messages."),
    N_("My data"),
    N_("Next page"),
    N_("Notes"),
    N_("Notes are added in Discord: /sentiment note add"),
    N_("Nothing is noted yet."),
    N_("Open in Discord"),
    N_("Over time"),
    N_("Overview"),
    N_("Page {page} of {pages}"),
    N_("Period"),
    N_("Point at an hour, or walk through them with the arrow keys."),
    N_("Point at the chart, or walk along it with the arrow keys."),
    N_("Refresh"),
    N_("Save all of it (JSON)"),
    N_("Save as CSV"),
    N_("Save as picture"),
    N_("Save my hours (CSV)"),
    N_("Save my messages' scores (CSV)"),
    N_("Show"),
    N_("Show all channels"),
    N_("Show its curve"),
    N_("Sign out"),
    N_("Something went wrong. The bot's log says more."),
    N_("Stop counting my messages"),
    N_("Stop, or erase"),
    N_("That didn't work. Nothing has changed."),
    N_("The bot can't be reached. Is it running?"),
    N_("The channels, {span}"),
    N_("The first day has to be before the last one."),
    N_("The mood from a day before until now"),
    N_("The period before"),
    N_("This link is about another server. Ask /sentiment open there."),
    N_("This page keeps trying by itself."),
    N_("This period"),
    N_("To"),
    N_("To see this, use /sentiment open in Discord and follow the link it gives you."),
    N_("To the view"),
    N_("Try again"),
    N_("Unusual stretches"),
    N_("Usual mood"),
    N_("Views"),
    N_("Weekday"),
    N_("What happened"),
    N_("What is shown"),
    N_("What moderators noted"),
    N_(
        "What you see here follows your roles in Discord, and who may use /sentiment. If that "
        "changes, this page notices within 30 seconds."
    ),
    N_("When"),
    N_("Which messages?"),
    N_("Yes, count them"),
    N_("Yes, erase it"),
    N_("Yes, stop and erase"),
    N_("You'll come back to the view that you were looking at."),
    N_("above usual"),
    N_("balanced"),
    N_("below usual"),
    N_("edited"),
    N_("here it turned"),
    N_("hidden, as too few people wrote"),
    N_("in reply"),
    N_("likely range"),
    N_("mostly negative"),
    N_("mostly positive"),
    N_("nothing unusual"),
    N_("since {time}"),
    N_("slightly negative"),
    N_("slightly positive"),
    N_("the period before"),
    N_("the period before {mood}"),
    N_("the whole server"),
    N_("too few messages to tell"),
    N_("unusual stretch"),
    N_("usual"),
    N_("usual {range}"),
    N_("very negative"),
    N_("very positive"),
    N_("what happened"),
    N_("{day}, {since}–{until}"),
    N_("{low} to {high}"),
    N_("{since} to {until}"),
    N_("{words} ({figure})"),
    N_("{words} ({figure}, likely {range})"),
)

PLURALS = (
    ngettext(
        "About {number} message: {positive} positive, {neutral} neutral, {negative} negative",
        "About {number} messages: {positive} positive, {neutral} neutral, {negative} negative",
    ),
    ngettext(
        "Of {number} message {positive} positive, {neutral} neutral, {negative} negative",
        "Of {number} messages {positive} positive, {neutral} neutral, {negative} negative",
    ),
    ngettext(
        "You're signed in until {time}, for {number} more minute.",
        "You're signed in until {time}, for {number} more minutes.",
    ),
    ngettext("about {number} message", "about {number} messages"),
    ngettext(
        "{negative} of {number} message negative; usually {usual}",
        "{negative} of {number} messages negative; usually {usual}",
    ),
    ngettext("{number} channel", "{number} channels"),
    ngettext("{number} message", "{number} messages"),
    ngettext("{number} unusual stretch", "{number} unusual stretches"),
)


def words_in(localizer: Localizer) -> dict[str, str]:
    """Each of them, by its English text, in the localizer's language; a plural has two.

    >>> words_in(Localizer())["{number} messages"]
    '{number} messages'
    """
    translations = localizer.translations
    words = {sentence: translations.gettext(sentence) for sentence in SENTENCES}
    for singular, plural in PLURALS:
        words[singular] = translations.ngettext(singular, plural, 1)
        words[plural] = translations.ngettext(singular, plural, 2)
    return words
