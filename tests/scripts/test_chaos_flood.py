from __future__ import annotations

import json
import sys

import pytest

from scripts.chaos import lag
from scripts.chaos.__main__ import main
from scripts.chaos.result import percentile


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell a process its memory")
def test_what_is_sent_is_what_is_stored_and_what_was_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    small = ["--seconds", "1", "--rate", "500", "--queue", "500"]
    main(["flood", *small, "--json"])  # how late the loop may be depends on the machine
    figures = json.loads(capsys.readouterr().out)
    for flood in ("", "slowed_"):
        assert figures[f"{flood}stored"] == figures[f"{flood}messages"], "the history has the rest"
    assert figures["slowed_refused"] > 0
    assert figures["commands"] > 0


def test_a_late_probe_also_counts_for_those_that_it_kept_from_starting() -> None:
    assert lag.of_all([0.0, 0.025]) == pytest.approx([0.0, 0.025, 0.015, 0.005])


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([3, 1, 2, 4], 50) == 2
    assert percentile(list(range(1, 101)), 99) == 99
    assert percentile([], 99) == 0
