from __future__ import annotations

import json
import sys

import pytest

from scripts.bench.__main__ import main
from scripts.bench.start import report_start


@pytest.mark.skipif(sys.platform != "linux", reason="memory and processor time are Linux's")
def test_the_bot_is_started_beside_a_bare_client(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", "--runs", "1", "--idle", "0.1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    for name in ("bot", "bare"):
        its = figures[name]
        assert its["ready_cpu_seconds"] > 0
        assert 0 < its["ready_seconds"] <= its["answered_seconds"]
        assert 0 < its["pss_mib"] <= its["rss_mib"]
    assert figures["bot"]["ready_cpu_seconds"] > figures["bare"]["ready_cpu_seconds"]
    told = report_start(figures)
    assert f"{figures['bot']['pss_mib']:.1f}" in told
    assert f"{figures['first_start_seconds']:.2f} s" in told
