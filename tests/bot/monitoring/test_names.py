"""Figures are named, and kept few, as Prometheus asks: https://prometheus.io/docs/practices/naming/.

That names and labels are made of the letters that are allowed, that a counter's name ends with
`_total`, that values are escaped and that no name is given twice in a registry is seen to by
prometheus_client. What it lets through, and what `promtool check metrics` would find, is here.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from bot.monitoring.collector import PartsCollector
from bot.monitoring.metrics import Metrics
from tests.bot.monitoring.fakes import FakeBackups, FakeGateway, FakePast, FakeQueue, FakeShard

NO_BASE_UNITS = {
    *("ms", "millis", "milliseconds", "minutes", "hours", "days", "s", "sec", "secs"),
    *("kb", "mb", "mib", "kib", "kilobytes", "megabytes", "b", "percent", "percentage"),
}
TYPES = {"counter", "gauge", "histogram", "summary"}
RESERVED = re.compile(r"_(total|count|sum|bucket|created)")
LABELS = {"outcome", "state", "code", "kind", "version", "model", "python"}
OF_OTHERS = {"implementation", "major", "minor", "patchlevel", "generation"}


def text(*, guilds: int = 1, shards: int = 1) -> str:
    metrics = Metrics(version="1", model="net")
    parts = PartsCollector(FakeQueue(), FakePast(), FakeBackups())
    parts.follow(
        FakeGateway({number: FakeShard() for number in range(shards)}, guilds=range(guilds))
    )
    metrics.registry.register(parts)
    return metrics.text().decode()


FAMILIES = list(text_string_to_metric_families(text()))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: str(family.name))
def test_a_name_says_whose_it_is_and_in_which_unit_and_not_of_what_kind(family: Metric) -> None:
    assert re.fullmatch(r"(barometer|process|python)(_[a-z]+)+", family.name)
    words = set(family.name.split("_"))
    assert not words & NO_BASE_UNITS, "seconds and bytes are the base units"
    assert not words & TYPES
    assert not RESERVED.search(family.name), "prometheus_client adds these"
    if {"timestamp", "latency", "lag", "time"} & words:
        assert family.name.endswith("_seconds")


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: str(family.name))
def test_each_says_what_it_is_in_a_sentence(family: Metric) -> None:
    assert re.fullmatch(r"[A-Z1].{9,119}", family.documentation)
    assert "\n" not in family.documentation
    if family.name.startswith("barometer_"):
        assert not family.documentation.endswith("."), "as all others"


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: str(family.name))
def test_labels_are_few_and_known_and_none_repeats_the_name(family: Metric) -> None:
    for sample in family.samples:
        labels = sample.labels.keys() - {"le"}
        assert labels <= (LABELS if family.name.startswith("barometer_") else OF_OTHERS)
        assert not labels & set(family.name.split("_"))
        assert "le" not in sample.labels or sample.name.endswith("_bucket")


def test_every_name_stands_once() -> None:
    helps = Counter(line.split()[2] for line in text().splitlines() if line.startswith("# HELP"))
    assert set(helps.values()) == {1}
    assert len(helps) > 25


def test_a_bigger_bot_has_as_many_series_and_they_are_few() -> None:
    small, big = text(), text(guilds=20_000, shards=64)
    assert len(small.splitlines()) == len(big.splitlines()) < 250
    assert "_created" not in small
