from __future__ import annotations

import pytest

from scripts.audit_dependencies import FOUND, LOCKS, NOTHING, UNKNOWN, verdict


@pytest.mark.parametrize(
    ("returncode", "output", "code"),
    [
        (0, "No known vulnerabilities found", NOTHING),
        (1, "Found 2 known vulnerabilities in 1 package", FOUND),
        (1, "requests.exceptions.ConnectionError: api.osv.dev", UNKNOWN),
        (2, "usage: pip-audit", UNKNOWN),
    ],
)
def test_no_answer_is_told_from_a_good_one(returncode: int, output: str, code: int) -> None:
    given, words = verdict(returncode, output)
    assert given == code
    assert ("says nothing" in words) == (code == UNKNOWN)


def test_both_locks_are_asked_about() -> None:
    assert all(lock.is_file() for lock in LOCKS)
