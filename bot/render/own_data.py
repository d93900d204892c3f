"""What members are told when they ask about their own data. Pure functions."""

from __future__ import annotations

from bot.render.localizer import N_, Localizer

OPT_OUT = N_(
    "Stop counting your messages in this server? I'll erase what I've counted so far, and won't "
    "count new ones until you opt in again."
)
OPT_OUT_OF_NOTHING = N_(
    "Stop counting your messages in this server? None are counted right now, and I won't count new "
    "ones until you opt in again."
)
ALREADY_OUT = N_(
    "You've already opted out in this server: I keep nothing about your messages, and don't count "
    "new ones. To be counted again, use `/sentiment privacy opt-in`."
)
FORGET = N_(
    "Erase everything I've counted of your messages in this server? I'll only keep when you asked, "
    "under a code instead of your id, so that nothing from before comes back. New messages are "
    "counted again; to stop that, use `/sentiment privacy opt-out`."
)
FORGET_NOTHING = N_(
    "None of your messages in this server are counted right now. Erase anyway? Then nothing you "
    "wrote until now is counted later, either: older messages are read when a moderator asks me "
    "to. I'll only keep when you asked, under a code instead of your id. New messages are counted; "
    "to stop that, use `/sentiment privacy opt-out`."
)
EXPORTED = N_(
    "Here is everything I keep about you in this server, as a JSON file for your computer. Its "
    "first lines explain the rest. Only you can see this."
)
EXPORTED_AS_TABLES = N_(
    "Here are your messages in this server, with the three numbers of each (how negative, neutral "
    "and positive it sounded), and your hours in each channel, as two tables for a spreadsheet. "
    "Times are UTC. For all I keep about you, get the file for programs. Only you can see this."
)
COUNTED_AGAIN = N_(
    "From now on I count your messages in this server. Anything you had erased, or wrote while you "
    "were opted out, stays out."
)
NO_TABLES = N_("None of your messages in this server are counted right now.")
NEVER_OUT = N_(
    "You hadn't opted out of being counted in this server, so nothing has changed. To see what I "
    "keep about you, use `/sentiment privacy show`."
)
CHECK_GOES_ON = N_(
    "*Check sentiment* still works on a message of yours for anyone who can read it: it looks at "
    "nothing but that text, and keeps nothing."
)
PUBLISHED_STAYS = N_(
    "Past days that everyone here can already see stay as they are: rounded figures of five people "
    "or more, with no trace of who they were."
)


def forgotten_words(localizer: Localizer, erased: int) -> str:
    """What a forget came to, when so many messages were erased."""
    if not erased:
        return localizer.gettext(
            "There was nothing to erase. Nothing you wrote until now will be counted later, either."
        )
    return localizer.ngettext(
        "I've erased {number} of your messages from my count.",
        "I've erased {number} of your messages from my count.",
        erased,
    )


def opted_out_words(localizer: Localizer, erased: int) -> str:
    """What an opt-out came to, when so many messages were erased."""
    if erased:
        done = localizer.ngettext(
            "I've erased {number} of your messages from my count, and stopped counting you in this "
            "server. To be counted again, use `/sentiment privacy opt-in`.",
            "I've erased {number} of your messages from my count, and stopped counting you in this "
            "server. To be counted again, use `/sentiment privacy opt-in`.",
            erased,
        )
    else:
        done = localizer.gettext(
            "There was nothing to erase. I don't count you in this server any more. To be counted "
            "again, use `/sentiment privacy opt-in`."
        )
    return f"{done}\n\n{localizer.gettext(CHECK_GOES_ON)}"
