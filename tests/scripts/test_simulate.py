"""The simulation keeps the detector's promises, says the same twice, and its pools are numbers."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.reports.unusual.series import MS_A_DAY
from classifier import load as load_net
from scripts.simulate import alerts, pools
from scripts.simulate.__main__ import main
from scripts.simulate.channels import LEARNT, Maker, Setting

DAYS = 150


@cache
def figures() -> dict[str, Any]:
    return alerts.simulate(DAYS, seed=3)


def test_a_short_run_keeps_what_is_promised_but_for_its_own_chance() -> None:
    found = figures()
    assert found["channel_days"] == DAYS
    for pool in found["pools"].values():
        # Five channels at each volume: half an alarm each is expected, and twenty are promised.
        assert pool["pooled"]["false_alarms"] <= 1.0
        assert pool["pooled"]["false_alarms_with_day_effect"] <= 1.0
        assert pool["pooled"][alerts.SLIDE_COLUMN] <= alerts.SLIDE * 1.1
        assert pool["pooled"][alerts.ALONE_COLUMN] == 0
    floods = [pool["pooled"][alerts.FLOOD_COLUMN] for pool in found["pools"].values()]
    assert np.mean(floods) <= 0.15, "of sixty, three are expected and nine possible by chance"
    assert found["median_messages_to_call"] <= 30
    assert found["pools"]["wide"]["pooled"][alerts.FALL_COLUMN] <= alerts.WIDE


def test_the_same_seed_gives_the_same_figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(alerts, "VOLUMES", (20, 100))
    printed = []
    for seed in ("5", "5", "6"):
        main(["alerts", "--days", "60", "--seed", seed, "--json"])
        printed.append(json.loads(capsys.readouterr().out))
    assert printed[0] == printed[1]
    assert printed[0]["pools"] != printed[2]["pools"]
    assert {"false_alarms_per_channel_month", "median_messages_to_call"} <= printed[0].keys()


def test_the_tables_name_each_pool_by_what_it_is_like() -> None:
    table = alerts.report(figures())
    for name in pools.FILES:
        assert re.search(rf"^{name}: sd \.?\d\.\d\d, \d+% negative$", table, re.M)
    assert "promised: at most 1" in table


def test_a_broken_promise_is_said_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(alerts, "VOLUMES", (20, 100))
    monkeypatch.setattr(alerts, "WIDE", 1)
    assert main(["alerts", "--days", "30"]) == 1
    assert "BROKEN: messages to call a fall, wide at 20 a day: " in capsys.readouterr().out


@pytest.mark.parametrize("name", pools.FILES)
def test_a_pool_is_numbers_alone_and_in_no_order_of_texts(name: str) -> None:
    first, header, *rows = (pools.FOLDER / f"{name}.csv").read_text(encoding="ascii").splitlines()
    assert re.fullmatch(r"# scored by [\w-]+", first)
    assert header == "negative,positive"
    assert all(re.fullmatch(r"\d{1,5},\d{1,5}", row) for row in rows)
    pairs = [tuple(map(int, row.split(","))) for row in rows]
    assert pairs == sorted(pairs)


def test_pools_are_made_of_the_texts_that_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, out = tmp_path / "data", tmp_path / "pools"
    data.mkdir()
    lines = ["text,label", *(f"{text},neutral" for text in ("I love it", "I hate it", "zxqv"))]
    for file in ("goemotions-dev.csv", "meld-dev.csv", "emocontext-dev.csv"):
        (data / file).write_text("\n".join(lines), encoding="utf-8")
    assert main(["pools", "--data", str(data), "--out", str(out)]) == 0
    assert "wide (sd" in capsys.readouterr().out
    made = pools.load("wide", out)
    assert made.model == load_net().version
    assert made.negative.tolist() == [True, False]
    written = "".join(path.read_text(encoding="ascii") for path in out.iterdir())
    assert "love" not in written


def test_texts_that_are_not_there_are_an_error_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pools", "--data", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "goemotions-dev.csv" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_a_channel_is_like_its_pool(name: str) -> None:
    pool = pools.load(name)
    channel = Maker(pool).channel(Setting(2_000), np.random.default_rng(2))
    moods = channel.learnt.mood
    assert len(moods) == pytest.approx(LEARNT * 2_000, rel=0.01)
    assert moods.mean() == pytest.approx(pool.mood.mean(), abs=0.05), "seasons"
    assert moods.std() == pytest.approx(pool.mood.std(), abs=0.03)
    assert np.corrcoef(moods[1:], moods[:-1])[0, 1] == pytest.approx(0.2, abs=0.03)


def test_a_fall_and_a_slide_lower_the_mood_by_as_much_as_they_say() -> None:
    maker, random = Maker(pools.load("narrow")), np.random.default_rng(2)
    calm = maker.channel(Setting(2_000), random).watched
    assert maker.fall(calm, 0.3, random).mood.mean() == pytest.approx(
        calm.mood.mean() - 0.3, abs=0.02
    )
    slid = maker.slide(calm, 0.3)
    assert slid.mood.mean() == pytest.approx(calm.mood.mean() - 0.3, abs=0.03), "none under -1"
    assert slid.negative.mean() > calm.negative.mean()


def test_days_differ_by_as_much_as_they_say() -> None:
    maker = Maker(pools.load("wide"))
    differences = []
    for seed in range(4):  # 224 days tell the deviation to about a twentieth
        means = []
        for effect in (0.0, 0.05):
            learnt = maker.channel(Setting(2_000, effect), np.random.default_rng(seed)).learnt
            days = np.unique(learnt.times // MS_A_DAY, return_inverse=True)[1]
            means.append(np.bincount(days, learnt.mood) / np.bincount(days))
        differences.append(means[1] - means[0])
    assert np.std(differences) == pytest.approx(0.05, abs=0.01)
