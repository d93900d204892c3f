from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_a_history_that_leaves_out_what_is_there_deletes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["empty-history", "--runs", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["lies"] == 3
    assert figures["wrongly_deleted"] == 0
    assert figures["pages_that_lied"] >= 6
