"""What pip installs is whole, and runs where nothing else of Barometer is."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.request import urlopen

import pytest

from scripts.chaos.ports import free_port

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("bot", "classifier", "playground", "scripts", "storage")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="its environments lie about differently")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made of the sdist, as on a machine that no wheel is there for."""
    pytest.importorskip("setuptools")
    sources = tmp_path_factory.mktemp("sources")
    leave = shutil.ignore_patterns("__pycache__")
    for room in ROOMS:
        shutil.copytree(ROOT / room, sources / room, ignore=leave)
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, sources)
    build("sdist", sources)
    (sdist,) = (sources / "out").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        # Our own archive; Python 3.11.0 to 3.11.3 know no filter.
        archive.extractall(sources / "unpacked")  # noqa: S202
    (unpacked,) = (sources / "unpacked").iterdir()
    build("wheel", unpacked)
    (built,) = (unpacked / "out").glob("*.whl")
    return built


def build(what: str, sources: Path) -> None:
    program = f"from setuptools.build_meta import build_{what}; build_{what}('out')"
    subprocess.run([sys.executable, "-c", program], cwd=sources, check=True, capture_output=True)


@pytest.fixture(scope="module")
def barometer(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, installed into a fresh environment that lends the dependencies of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    packages = sysconfig.get_path(
        "purelib", vars={"base": str(folder), "platbase": str(folder)}, scheme="venv"
    )
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    return folder / "bin" / "barometer"


@pytest.fixture
def alone(tmp_path: Path) -> Mapping[str, str]:
    """An environment in which nothing points to the sources, nor to anybody's settings."""
    ours = ("PYTHON", "DISCORD_", "BAROMETER_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"HOME": str(tmp_path)}


def test_every_file_of_the_rooms_ships(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shipped = set(archive.namelist())
    wanted = {
        file.relative_to(ROOT).as_posix()
        for room in ROOMS
        for file in (ROOT / room).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".md"
    }
    assert wanted - shipped == set()


def test_the_program_runs_outside_of_the_sources(
    barometer: Path, alone: Mapping[str, str], tmp_path: Path
) -> None:
    def run(*words: str) -> str:
        done = subprocess.run(
            [barometer, *words], cwd=tmp_path, env=alone, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return done.stdout

    assert run("--version").startswith("Barometer 0.")
    assert "no token yet" in run("check")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "in.csv").write_text("text\nI love this so much\n")
    assert "1 positive" in run("score", "in.csv", "--out", "out.csv")
    assert run("export", "--help").startswith("usage: barometer export ")


@contextmanager
def playground(
    barometer: Path, alone: Mapping[str, str], folder: Path, *words: str
) -> Iterator[IO[str]]:
    """What it says, until the block ends: then it is stopped, and must have ended in peace."""
    with subprocess.Popen(
        [barometer, "playground", *words],
        cwd=folder,
        env=alone,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        assert running.stdout is not None
        try:
            yield running.stdout
        finally:
            running.send_signal(signal.SIGTERM)
            try:
                code = running.wait(60)
            finally:
                running.kill()  # else the block would wait for it for ever
        assert code == 0


def test_the_playground_answers_in_a_terminal_outside_of_the_sources(
    barometer: Path, alone: Mapping[str, str], tmp_path: Path
) -> None:
    with playground(barometer, alone, tmp_path, "--terminal") as said:
        assert any("First answer" in line for line in said)


def test_the_playground_shows_its_page_outside_of_the_sources(
    barometer: Path, alone: Mapping[str, str], tmp_path: Path
) -> None:
    port = free_port()
    with playground(barometer, alone, tmp_path, "--no-browser", "--port", str(port)) as said:
        address = next(
            found[0] for line in said if (found := re.search(rf"http://127.0.0.1:{port}/?", line))
        )
        with urlopen(address) as page:  # noqa: S310 (our own address)
            html = page.read().decode()
        (script,) = re.findall(r'<script[^>]*src="([^"]+)"', html)
        with urlopen(f"http://127.0.0.1:{port}/{script.lstrip('/')}") as found:
            assert len(found.read()) > 10_000
