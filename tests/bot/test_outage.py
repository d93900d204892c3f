"""A failure that lasts fills no log."""

from __future__ import annotations

from dataclasses import dataclass

from bot.outage import Failing, Outage


@dataclass
class Watch:
    """A clock that stands still until it is set."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def told(outage: Outage, watch: Watch, *, hours: int) -> list[float]:
    """For how long it had failed each time that was to be told, if it is tried every 5 seconds."""
    lines = []
    for _ in range(hours * 720):
        if (seconds := outage.failed()) is not None:
            lines.append(seconds)
        watch.now += 5
    return lines


def test_the_first_failure_is_told_and_then_fewer_and_fewer() -> None:
    watch = Watch()
    minutes = [seconds / 60 for seconds in told(Outage(watch), watch, hours=5)]
    assert minutes == [0, 1, 3, 7, 15, 31, 63, 123, 183, 243]


def test_the_end_is_told_once_and_how_long_it_lasted() -> None:
    watch = Watch()
    outage = Outage(watch)
    assert outage.over() is None, "nothing had failed"
    outage.failed()
    watch.now += 90
    assert outage.over() == 90
    assert outage.over() is None


def test_the_next_one_begins_with_a_line_and_short_pauses_again() -> None:
    watch = Watch()
    outage = Outage(watch)
    told(outage, watch, hours=12)
    outage.over()
    assert told(outage, watch, hours=1) == [0, 60, 180, 420, 900, 1860]


def test_how_long_each_of_many_things_failed_is_known_once_it_succeeds() -> None:
    watch = Watch()
    failing = Failing(watch)
    failing.failed("digest")
    watch.now += 120
    failing.failed("digest")
    failing.failed("expire")
    watch.now += 60
    assert failing.succeeded("digest") == "3 min"
    assert failing.succeeded("digest") is None
    assert failing.succeeded("expire") == "1 min"
    assert failing.succeeded("back-up") is None
