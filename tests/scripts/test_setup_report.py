"""What is told while packages are set up, from pip's own words."""

from __future__ import annotations

import io
from pathlib import Path

from scripts.setup_report import SetupReport

LOCK = """\
aiohttp==3.14.5 \\
    --hash=sha256:0000
    # via discord-py
numpy==2.4.6 ; python_full_version < "3.12" \\
    --hash=sha256:0001
numpy==2.5.1 ; python_full_version >= "3.12" \\
    --hash=sha256:0002
typing-extensions==4.16.0 \\
    --hash=sha256:0003
"""
FETCHING = (
    "Looking in indexes: https://pypi.org/simple",
    """Ignoring numpy: markers 'python_full_version >= "3.12"' don't match your environment""",
    "Collecting aiohttp==3.14.5 (from -r requirements.txt (line 1))",
    "  Downloading aiohttp-3.14.5-cp311-cp311-manylinux2014_x86_64.whl (1.9 MB)",
    "Processing /srv/numpy-2.4.6-cp311-cp311-manylinux_2_27_x86_64.whl (from -r requirements.txt)",
    r"Processing c:\srv\typing_extensions-4.16.0-py3-none-any.whl (from -r requirements.txt)",
)
INSTALLING = "Installing collected packages: typing-extensions, numpy, aiohttp"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    @property
    def line(self) -> str:
        """What stands in the last line now, as a console shows it."""
        shown = ""
        for part in self.getvalue().split("\n")[-1].split("\r"):
            shown = part + shown[len(part) :]
        return shown.rstrip()


def arrive(folder: Path, name: str, *, wholly: bool = True) -> None:
    about = folder / "lib" / "python3.11" / "site-packages" / f"{name}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").touch()
    if wholly:
        (about / "RECORD").touch()


def test_a_terminal_shows_what_is_fetched_and_installed_in_one_line(tmp_path: Path) -> None:
    folder, out = tmp_path / ".venv", Terminal()
    report = SetupReport(folder, LOCK, out)
    arrive(folder, "pip-26.0")
    report.begin(500)
    assert out.line == "  making a fresh environment …"
    seen = []
    for line in FETCHING:
        report.hear(line)
        seen.append(out.line)
    assert seen[2:] == [
        "  fetching 1 of 3: aiohttp …",
        "  fetching 1 of 3: aiohttp …",
        "  fetching 2 of 3: numpy …",
        "  fetching 3 of 3: typing-extensions …",
    ]
    report.hear(INSTALLING)
    assert out.line == "  installing 0 of 3 …"
    arrive(folder, "typing_extensions-4.16.0")
    arrive(folder, "numpy-2.4.6", wholly=False)
    report.look()
    assert out.line == "  installing 1 of 3 …"
    report.end(is_done=True)
    assert out.getvalue().endswith("\r.venv is ready: 3 packages.\n")
    assert out.getvalue().count("\n") == 2


def test_a_log_gets_few_lines(tmp_path: Path) -> None:
    many = "".join(f"package{number}==1.0 \\\n    --hash=sha256:0\n" for number in range(40))
    out = io.StringIO()
    report = SetupReport(tmp_path / ".venv", many, out)
    report.begin(500)
    for number in range(40):
        report.hear(f"Collecting package{number}==1.0 (from -r requirements.txt)")
    report.hear("Installing collected packages: …")
    for number in range(40):
        arrive(tmp_path / ".venv", f"package{number}-1.0")
        report.look()
    report.end(is_done=True)
    assert out.getvalue().splitlines() == [
        "Setting up .venv (once; up to 500 MB) …",
        "  fetching 1 of 40",
        "  fetching 10 of 40",
        "  fetching 20 of 40",
        "  fetching 30 of 40",
        "  fetching 40 of 40",
        "  installing 0 of 40",
        "  installing 10 of 40",
        "  installing 20 of 40",
        "  installing 30 of 40",
        "  installing 40 of 40",
        ".venv is ready: 40 packages.",
    ]


def test_a_set_up_that_fails_is_not_called_ready(tmp_path: Path) -> None:
    out = Terminal()
    report = SetupReport(tmp_path / ".venv", LOCK, out)
    report.begin(500)
    report.hear(FETCHING[2])
    report.end(is_done=False)
    assert out.line == ""
    assert "ready" not in out.getvalue()
