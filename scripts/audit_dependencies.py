"""`python -m scripts.audit_dependencies`: asks pip-audit for known faults in what is locked.

pip-audit is installed into a temporary environment, because the bot does not need it. Its
database is asked over the network (OSV by default). Exit codes: 0 nothing found, 1 a fault was
found, 2 the answer could not be had, which says nothing about the packages.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import venv
from pathlib import Path

from scripts.environment import ROOT

PIP_AUDIT = "pip-audit>=2.10,<3"
LOCKS = (ROOT / "requirements.txt", ROOT / "requirements-dev.txt")

NOTHING, FOUND, UNKNOWN = 0, 1, 2


def verdict(returncode: int, output: str) -> tuple[int, str]:
    """The exit code and the words for what pip-audit said.

    >>> verdict(1, "Found 2 known vulnerabilities in 1 package")[0]
    1
    """
    if returncode == 0:
        return NOTHING, "No known fault in what is locked."
    if "known vulnerabilit" in output:
        return FOUND, "There are known faults: raise these packages and lock anew."
    return UNKNOWN, "The database could not be asked: this says nothing about the packages."


def audit(service: str, patience: int) -> tuple[int, str]:
    """Run pip-audit over both locks; its own output is printed."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = next(path for path in Path(folder).glob("*") if path.name in ("bin", "Scripts"))
        python = str(next(programs.glob("python*")))
        install = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        if subprocess.run([*install, PIP_AUDIT], check=False).returncode:  # noqa: S603 (our own)
            return UNKNOWN, "pip-audit could not be installed: the package index did not answer."
        locks = [part for lock in LOCKS for part in ("--requirement", str(lock))]
        # The locks are complete and hashed: nothing is resolved, downloaded or run.
        options = ["--disable-pip", "--require-hashes", "--vulnerability-service", service]
        done = subprocess.run(  # noqa: S603 (the program that was just installed)
            [python, "-m", "pip_audit", *options, "--timeout", str(patience), *locks],
            capture_output=True,
            text=True,
            check=False,
        )
    output = done.stdout + done.stderr
    print("\n".join(output.splitlines()[-40:]))
    return verdict(done.returncode, output)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.audit_dependencies", description=__doc__
    )
    parser.add_argument("--service", choices=["osv", "pypi"], default="osv")
    parser.add_argument("--patience", type=int, default=15, help="seconds for one answer")
    arguments = parser.parse_args()
    code, words = audit(arguments.service, arguments.patience)
    print(words)
    raise SystemExit(code)


if __name__ == "__main__":
    main()
