"""Sets up a virtual environment from a hash-locked list, once. Standard library only.

`run.py` and `test.py` import this before anything else is installed.
"""

from __future__ import annotations

import hashlib
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from scripts.setup_report import SetupReport

ROOT = Path(__file__).resolve().parent.parent

SECONDS_BETWEEN_LOOKS = 0.2


class SetupError(Exception):
    """The environment cannot be set up; the message says why and what to do about it."""


def ensure(folder: Path, lock: Path, megabytes: int) -> Path:
    """Bring the virtual environment `folder` to what `lock` lists and return its Python.

    Nothing is done where `folder` was set up from the same lock by the same Python before. A
    half-made or outdated folder is made anew. `megabytes` is the free disk space that it takes.
    Raises SetupError.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "barometer.stamp"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python

    check_ensurepip()
    check_disk(shutil.disk_usage(folder.parent).free, megabytes)
    report = SetupReport(folder, lock.read_text(encoding="utf-8"), sys.stdout)
    report.begin(megabytes)
    is_done = False
    try:
        _create(folder)
        _install(python, lock, report)
        stamp.write_text(wanted)
        is_done = True
    finally:
        report.end(is_done=is_done)
    return python


def ensure_or_exit(folder: Path, lock: Path, megabytes: int) -> Path:
    """As `ensure`, for a command: it ends with words where the environment cannot be set up."""
    try:
        return ensure(folder, lock, megabytes)
    except SetupError as error:
        raise SystemExit(str(error)) from None
    except KeyboardInterrupt:
        raise SystemExit("\nStopped. Start again to go on.") from None


def check_ensurepip() -> None:
    """Raise SetupError where the parts of Python are missing that Debian packs separately."""
    try:
        import ensurepip
        import venv

        del ensurepip, venv
    except ImportError as error:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        raise SetupError(
            f"This Python cannot make virtual environments ({error.name} is missing).\n"
            f"On Debian or Ubuntu: sudo apt install {package}\nThen start again."
        ) from error


def check_disk(free_bytes: int, megabytes: int) -> None:
    """Raise SetupError where less than `megabytes` MB are free."""
    if free_bytes < megabytes * 1_000_000:
        raise SetupError(
            f"The disk is nearly full: {free_bytes // 1_000_000} MB are free, and the set-up "
            f"takes up to {megabytes} MB.\nMake room and start again."
        )


def start(python: Path, arguments: list[str]) -> NoReturn:
    """Go on as `python arguments…` in the project's folder; signals reach that program."""
    os.chdir(ROOT)
    command = [str(python), *arguments]
    if os.name == "nt":  # there, exec would return to the shell before the program ends
        raise SystemExit(subprocess.call(command))  # noqa: S603 (our own Python)
    os.execv(command[0], command)  # noqa: S606 (our own Python, without a shell)


def _create(folder: Path) -> None:
    import venv

    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        output = getattr(error, "output", None) or str(error)
        if isinstance(output, bytes):
            output = output.decode(errors="replace")
        raise SetupError(f"Could not make {folder}.\n{explain(output)}") from error


def _install(python: Path, lock: Path, report: SetupReport) -> None:
    # Wheels only: building a source package would fetch tools that no hash guards.
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-color", "install"]
    strict = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    quiet = ["--progress-bar", "off", "--no-input"]
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(  # noqa: S603 (pip, with our own list)
            [*pip, *strict, *quiet, "--requirement", str(lock)],
            stdout=subprocess.PIPE,
            stderr=complaints,
            encoding="utf-8",
            errors="replace",
        )
        with process:
            _follow(process.stdout or (), report)
        if process.returncode == 0:
            return
        complaints.seek(0)
        said = complaints.read().decode(errors="replace")
    raise SetupError(f"Could not install what {lock.name} lists.\n{explain(said)}")


def _follow(lines: Iterable[str], report: SetupReport) -> None:
    """Report pip's output as it comes, and look for what it does in between."""
    heard: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def listen() -> None:
        for line in lines:
            heard.put(line)
        heard.put(None)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        try:
            line = heard.get(timeout=SECONDS_BETWEEN_LOOKS)
        except queue.Empty:
            report.look()
            continue
        if line is None:
            return
        report.hear(line)


_CAUSES = (
    (r"No space left|Errno 28|disk quota", "The disk is full. Make room and start again."),
    (
        r"HASHES|hashes are required",
        "A file from the package index is not the one that the lock names. "
        "Do not go on; try again later, or from another network.",
    ),
    (
        r"Temporary failure in name resolution|getaddrinfo|NewConnectionError|Max retries|"
        r"timed out|Network is unreachable|ProxyError|Connection (refused|reset|aborted)|"
        r"NameResolutionError",
        "The package index could not be reached. Check the network (and the proxy, if you use "
        "one), then start again.",
    ),
    (
        r"from versions: none|No matching distribution",
        "There is no ready-made package for this Python on this system. "
        "Try another Python, from 3.11 to 3.14.",
    ),
    (
        r"Permission denied|Errno 13|Read-only file system",
        "This folder may not be written to. Change its owner or rights, then start again.",
    ),
)


def explain(output: str) -> str:
    """What pip's or venv's own `output` means and how to mend it, followed by its last lines."""
    advice = next((text for pattern, text in _CAUSES if re.search(pattern, output, re.I)), "")
    last_lines = "\n".join(f"  {line}" for line in output.strip().splitlines()[-5:])
    return "\n".join(part for part in (advice, last_lines) if part)
