from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.scripts.conftest import AsOperator

ROOT = Path(__file__).resolve().parents[2]


def test_check_says_what_it_found_and_makes_nothing(
    tmp_path: Path, as_operator: AsOperator
) -> None:
    done = as_operator("scripts.start", "--check")
    assert done.returncode == 0, done.stderr
    assert "Model     ok: default-" in done.stdout
    assert "Database  ok: data" in done.stdout
    assert "playground" in done.stdout
    assert "it is created at the first start" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_check_names_a_wrong_setting_and_exits_1(as_operator: AsOperator) -> None:
    done = as_operator("scripts.start", "--check", BAROMETER_LOG_LEVEL="LOUD")
    assert done.returncode == 1
    assert done.stderr.startswith("BAROMETER_LOG_LEVEL: ")
    assert "Traceback" not in done.stderr


def test_check_names_a_model_that_is_none_and_exits_1(as_operator: AsOperator) -> None:
    done = as_operator("scripts.start", "--check", BAROMETER_MODEL="nowhere")
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_names_a_database_that_is_none_and_exits_1(
    tmp_path: Path, as_operator: AsOperator
) -> None:
    (tmp_path / "moods.sqlite3").write_text("This is a shopping list, not a database. " * 50)
    done = as_operator("scripts.start", "--check", BAROMETER_DATABASE="moods.sqlite3")
    assert done.returncode == 1
    assert "moods.sqlite3" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_playgrounds_options_are_passed_on_to_it_and_never_to_a_bot(
    as_operator: AsOperator,
) -> None:
    done = as_operator("scripts.start", "--port", "many", "--terminal")
    assert done.returncode == 2
    assert "a port is a number" in done.stderr
    done = as_operator("scripts.start", "--terminal", DISCORD_TOKEN="a.real.one")
    assert done.returncode == 2
    assert "The bot takes no --terminal" in done.stderr


def test_the_bot_alone_asks_for_a_token(as_operator: AsOperator) -> None:
    done = as_operator("bot")
    assert done.returncode == 1
    assert done.stderr.startswith("DISCORD_TOKEN is not set")


def test_the_bots_process_never_imports_tensorflow() -> None:
    code = (
        "import bot.__main__, sys; print([m for m in sys.modules if m in ('tensorflow','keras')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
