"""The import rules of the house hold, and a breach of each is found."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("bot", "classifier", "playground", "scripts", "storage")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the rooms, to break rules in."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("models"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("classifier/score.py", "import storage.records"),
        ("storage/records/messages.py", "import classifier.score"),
        ("playground/world/world.py", "import discord"),
        ("playground/terminal/tour.py", "import bot.settings"),
        ("playground/sample.py", "import classifier.score"),
        ("playground/gateway/session.py", "import storage.records"),
        ("bot/ingest/pipeline.py", "import discord"),
        ("bot/ingest/scoring.py", "import bot.ingest.adapter"),
        ("bot/reports/queries.py", "import bot.permissions.channels"),
        ("bot/schedule/worker.py", "import bot.commands.replies"),
        ("bot/ingest/adapter.py", "import classifier.training"),
        ("bot/ingest/adapter.py", "import classifier.evaluation.metrics"),
        ("classifier/scorer.py", "import keras"),
        ("classifier/scorer.py", "import sklearn"),
        ("classifier/tokens.py", "import classifier.data.lexicon"),
        ("classifier/dictionary.py", "import classifier.evaluation.calibration"),
        ("classifier/model_file.py", "import classifier.training.checkpoint"),
        ("classifier/data/lexicon.py", "import classifier.evaluation.metrics"),
        ("classifier/evaluation/metrics.py", "import classifier.training.progress"),
        ("classifier/evaluation/metrics.py", "import tensorflow"),
        ("classifier/training/progress.py", "import sqlite3"),
        ("bot/commands/check.py", "import aiosqlite"),
        ("scripts/forget.py", "import sqlite3"),
        ("bot/app.py", "import storage.sqlite.connection"),
        ("scripts/forget.py", "import storage.sqlite.files.backups"),
        ("bot/schedule/upkeep.py", "import storage.times"),
        ("storage/records/retention.py", "import storage.interface"),
        ("storage/interface/messages.py", "import storage.sqlite.messages"),
        ("storage/batch.py", "import sqlite3"),
        ("storage/rows/alerts.py", "import asyncpg"),
        ("storage/postgres/messages.py", "import storage.sqlite.messages"),
        ("storage/sqlite/messages.py", "import storage.postgres.messages"),
        ("scripts/forget.py", "import storage.postgres.engine"),
        ("scripts/forget.py", "import storage.rows.alerts"),
        ("storage/sqlite/connection.py", "import storage.sqlite.files.backups"),
        ("storage/sqlite/transaction.py", "import storage.batch"),
        ("bot/commands/open.py", "import bot.web.server"),
        ("bot/render/plain_text.py", "import bot.web.columns"),
        ("bot/render/plain_text.py", "import bot.commands.replies"),
        ("bot/ingest/adapter.py", "import bot.gateway.client"),
        ("bot/schedule/learning.py", "import bot.render.words"),
        ("scripts/forget.py", "import storage.moving"),
        ("playground/world/world.py", "import playground.page.view"),
        ("playground/rest/api.py", "import playground.gateway.session"),
        ("bot/web/routes.py", "import storage.sqlite.connection"),
        ("bot/preflight.py", "import scripts.environment"),
    ],
)
def test_a_breach_is_found(house: Path, module: str, statement: str) -> None:
    with (house / module).open("a") as file:
        file.write(f"\n{statement}\n")
    done = lint(house)
    assert done.returncode != 0
    assert "BROKEN" in done.stdout


def test_the_house_keeps_its_rules(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout


def test_no_rule_overlooks_what_is_imported_by_way_of_something_else() -> None:
    assert "allow_indirect_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_rule_for_what_the_bot_loads_of_the_classifier_names_every_such_module() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    named = {
        module
        for contract in contracts["contracts"]
        for module in contract.get("source_modules", ())
        if module.startswith("classifier.")
    }
    modules = {f"classifier.{file.stem}" for file in (ROOT / "classifier").glob("*.py")}
    assert modules - {"classifier.__init__"} <= named
