from __future__ import annotations

import json

import pytest

from scripts.bench import web
from scripts.bench.__main__ import main
from scripts.bench.web import report_web

SMALL = ("--rate", "20", "--seconds", "3", "--people", "4", "--moderators", "2")
FEW = ("--messages", "600", "--channels", "3", "--json")


def test_the_page_is_asked_by_members_and_moderators_and_tells_each_what_is_theirs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(web, "SETTLING", 0.0)
    assert main(["web", *SMALL, *FEW]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["answers"] == {"200": 60}, "each question was answered"
    assert figures["answers_that_told_too_much"] == 0
    assert figures["answers_that_told_moderators_of_theirs"] > 0, "else it would find nothing"
    assert {"/morning", "/course", "/my/mood", "/api/me"} <= figures["of_each_p50_p99_ms"].keys()
    assert 0 < figures["p50_ms"] <= figures["p99_ms"]
    assert figures["bot_cpu_ms_a_question"] > 0
    told = report_web(figures)
    assert "20 questions a second by 4 people; 600 messages in 3 channels" in told
    assert "answers that told too much: 0" in told
