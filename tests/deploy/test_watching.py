"""Rules and dashboard ask for figures that the bot gives, and each rule says what to do."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from prometheus_client import CollectorRegistry

from bot.monitoring.collector import PartsCollector
from bot.monitoring.metrics import Metrics
from tests.bot.monitoring.fakes import FakeBackups, FakePast, FakeQueue

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"

FUNCTIONS = {
    *("avg", "count", "max", "min", "sum", "rate", "increase", "changes", "time"),
    *("histogram_quantile", "and", "or", "absent"),
}
OF_PROMETHEUS = {"up": {"job", "instance"}}
ADDED_LABELS = {"job", "instance", "le"}


@cache
def given() -> dict[str, set[str]]:
    """Every sample's name, and its labels."""
    metrics = Metrics(version="1", model="net")
    registry = CollectorRegistry()
    registry.register(PartsCollector(FakeQueue(), FakePast(), FakeBackups()))
    return OF_PROMETHEUS | {
        name: {*labels, *ADDED_LABELS}
        for each in (metrics.registry, registry)
        for family in each.collect()
        for sample in family.samples
        for name, labels in ((sample.name, sample.labels),)
    }


def rules() -> list[dict[str, object]]:
    loaded = yaml.safe_load((DEPLOY / "prometheus" / "rules.yml").read_text(encoding="utf-8"))
    return [rule for group in loaded["groups"] for rule in group["rules"]]


def dashboard_expressions() -> Iterator[str]:
    dashboard = json.loads((DEPLOY / "grafana" / "barometer.json").read_text(encoding="utf-8"))
    for panel in dashboard["panels"]:
        assert panel["title"]
        yield from (target["expr"] for target in panel["targets"])
    yield from (each["expr"] for each in dashboard["annotations"]["list"])
    for variable in dashboard["templating"]["list"]:
        if variable["type"] == "query":
            yield re.sub(r"label_values\((.*),\w+\)", r"\1", variable["definition"])


EXPRESSIONS = sorted({*(str(rule["expr"]) for rule in rules()), *dashboard_expressions()})


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_expression_asks_for_what_there_is(expression: str) -> None:
    for opening, closing in ("()", "[]", "{}"):
        assert expression.count(opening) == expression.count(closing)
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]', "", expression)
    groupings = r"\b(?:by|on|ignoring) ?\(([^)]*)\)"
    every_label = set().union(*given().values())
    for grouping in re.findall(groupings, bare):
        assert {each.strip() for each in grouping.split(",")} <= every_label
    bare = re.sub(groupings, "", bare)
    for name, matchers in re.findall(r"([a-z_]\w*)\{([^}]*)\}", bare):
        labels = {each.partition("=")[0].strip("!~ ") for each in matchers.split(",")}
        assert labels <= given()[name]
    names = set(re.findall(r"[a-z_]\w*", re.sub(r"\{[^}]*\}", "", bare)))
    assert names - FUNCTIONS <= set(given())


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_expression_is_promql(expression: str) -> None:
    promql = pytest.importorskip("promql_parser")
    promql.parse(expression.replace("$__rate_interval", "5m"))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule["alert"]))
def test_every_rule_says_how_urgent_it_is_and_what_to_do(rule: dict[str, dict[str, str]]) -> None:
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert rule["annotations"]["summary"]
    file, _, anchor = rule["annotations"]["runbook"].partition("#")
    headings = re.findall(r"^#+ (.+)$", (ROOT / file).read_text(encoding="utf-8"), re.M)
    assert anchor in {re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in headings}


@pytest.mark.skipif(not shutil.which("promtool"), reason="needs Prometheus' promtool")
def test_the_rules_call_when_they_should() -> None:
    folder = DEPLOY / "prometheus"
    for words in (["check", "config", "prometheus.yml"], ["test", "rules", "rules_test.yml"]):
        done = subprocess.run(
            ["promtool", *words],  # noqa: S607
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
