from __future__ import annotations

import sys

import pytest

import classifier
from scripts import fuzz
from scripts.hostile import ODD


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["fuzz", *arguments])
    with pytest.raises(SystemExit) as ended:
        fuzz.main()
    return int(str(ended.value.code))


def test_it_ends_with_1_where_it_found_something(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "tokens", lambda seconds, seed: ["'boo': 900 ×"])
    assert run(monkeypatch, "tokens", "--seconds", "1") == 1
    assert capsys.readouterr().out.endswith("FAILED 'boo': 900 ×\n1 failures\n")
    monkeypatch.setattr(fuzz, "tokens", lambda seconds, seed: [])
    assert run(monkeypatch, "tokens", "--seed", "5") == 0


def test_a_text_that_breaks_the_scorer_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    scorer = classifier.load()
    fuzz.check_text(scorer, "not good 😂")
    monkeypatch.setattr(scorer, "score", lambda texts: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        fuzz.check_text(scorer, "not good 😂")


def test_odd_fields_are_of_every_kind_of_json() -> None:
    assert {type(value) for value in ODD} >= {type(None), bool, int, float, str, list, dict}
