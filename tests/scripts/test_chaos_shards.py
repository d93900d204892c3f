from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main
from scripts.chaos.postgres_server import programs


@pytest.mark.skipif(programs() is None, reason="PostgreSQL isn't installed")
def test_two_processes_share_the_shards_and_one_that_dies_loses_and_repeats_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    small = ["--guilds", "200", "--shards", "8", "--processes", "2", "--concurrency", "8"]
    assert main(["shards", "--runs", "1", *small, "--rate", "10", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["kept"] is True
    assert figures["kills"] == 1
    assert figures["messages"] > 100
    assert figures["lost"] == figures["sessions_that_discord_ended"] == 0
    assert figures["alerts"] == 2
    assert figures["digests"] > 2
    assert figures["identifies"] == 8 + 4
