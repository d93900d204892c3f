from __future__ import annotations

import ast
import hashlib
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from scripts import environment
from scripts import test as tests_program
from scripts.environment import SetupError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with pip and nothing else, as the set-up makes one."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    environment._create(folder)
    return folder


@pytest.fixture
def copied(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new environment is a copy of `fresh`: to make one takes seconds."""

    def create(folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(fresh, folder, symlinks=True)

    monkeypatch.setattr(environment, "_create", create)


@pytest.mark.parametrize("name", ["run.py", "test.py"])
def test_the_two_commands_parse_on_a_python_that_is_too_old(name: str) -> None:
    source = (ROOT / "scripts" / name).read_text()
    tree = ast.parse(source, feature_version=(3, 7))
    first_statements = [type(node) for node in tree.body[1:4]]
    assert first_statements == [ast.Import, ast.ImportFrom, ast.If], "the check comes first"
    assert "__future__" not in source


def test_a_full_disk_is_told_before_anything_is_downloaded() -> None:
    environment.check_disk(free_bytes=500_000_000, megabytes=500)
    with pytest.raises(SetupError, match="499 MB are free"):
        environment.check_disk(free_bytes=499_999_999, megabytes=500)


def test_a_debian_without_venv_is_told_which_package_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    environment.check_ensurepip()
    monkeypatch.setitem(__import__("sys").modules, "ensurepip", None)
    with pytest.raises(SetupError, match=r"sudo apt install python3\.\d+-venv"):
        environment.check_ensurepip()


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("Failed to establish a new connection: getaddrinfo failed", "Check the network"),
        ("ERROR: No matching distribution found (from versions: none)", "Try another Python"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "Do not go on"),
        ("[Errno 13] Permission denied: '.venv'", "owner or rights"),
    ],
)
def test_what_pip_says_is_followed_by_the_mend(output: str, advice: str) -> None:
    assert advice in environment.explain(output)
    assert output in environment.explain(output)


@pytest.mark.usefixtures("copied")
def test_a_second_start_sets_up_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("")
    python = environment.ensure(tmp_path / "venv", lock, megabytes=1)
    assert "Setting up" in capfd.readouterr().out
    made_at = python.lstat().st_mtime_ns
    assert environment.ensure(tmp_path / "venv", lock, megabytes=1) == python
    assert python.lstat().st_mtime_ns == made_at
    assert capfd.readouterr().out == ""
    lock.write_text("# another lock\n")
    environment.ensure(tmp_path / "venv", lock, megabytes=1)
    assert "Setting up" in capfd.readouterr().out


@pytest.mark.usefixtures("copied")
def test_a_file_with_another_hash_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "changed-1.0-py3-none-any.whl"
    wheel.write_bytes(b"not what the lock names")
    lock = tmp_path / "lock.txt"
    lock.write_text(f"changed @ {wheel.as_uri()} --hash=sha256:{'0' * 64}\n")
    with pytest.raises(SetupError, match="not the one that the lock names"):
        environment.ensure(tmp_path / "venv", lock, megabytes=1)


def write_wheel(folder: Path, content: str) -> str:
    """Write the wheel of a package `tiny` with one module, and return the file's sha256."""
    path = folder / "tiny-1.0-py3-none-any.whl"
    about = "tiny-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(zipfile.ZipInfo("tiny.py"), content)
        wheel.writestr(
            zipfile.ZipInfo(f"{about}/METADATA"),
            "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        )
        wheel.writestr(
            zipfile.ZipInfo(f"{about}/WHEEL"),
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        wheel.writestr(zipfile.ZipInfo(f"{about}/RECORD"), "")
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.usefixtures("copied")
def test_a_wheel_that_somebody_changed_in_the_index_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index"
    index.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", index.as_uri())  # its list ends at a space
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    lock = tmp_path / "lock.txt"
    lock.write_text(f"tiny==1.0 --hash=sha256:{write_wheel(index, 'kind = True')}\n")
    python = environment.ensure(tmp_path / "venv", lock, megabytes=1)
    assert list((tmp_path / "venv").rglob("tiny.py")), "the one that was locked is installed"

    write_wheel(index, "evil = True")
    (tmp_path / "venv" / "barometer.stamp").unlink()
    with pytest.raises(SetupError, match="not the one that the lock names"):
        environment.ensure(tmp_path / "venv", lock, megabytes=1)
    assert not list((tmp_path / "venv").rglob("tiny.py"))
    assert python.exists()
    assert not (tmp_path / "venv" / "barometer.stamp").exists(), "nor is it taken for set up"

    lock.write_text("tiny==1.0\n")
    with pytest.raises(SetupError, match="not the one that the lock names"):
        environment.ensure(tmp_path / "venv", lock, megabytes=1)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    requirements = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(requirements) > 20
    for requirement in requirements:
        assert re.match(r"[a-z0-9.-]+==", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


def test_the_bots_environment_has_no_tensorflow() -> None:
    assert not re.search(r"^(tensorflow|keras)\b", (ROOT / "requirements.txt").read_text(), re.M)
    assert re.search(r"^tensorflow==", (ROOT / "requirements-dev.txt").read_text(), re.M)


def test_the_tests_run_side_by_side_but_for_who_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(tests_program, "ensure_or_exit", lambda *_, **__: Path("python"))
    monkeypatch.setattr(tests_program, "start", lambda _, arguments: started.append(arguments))
    monkeypatch.setattr("sys.argv", ["test.py", "-n", "0", "-m", "shared"])
    tests_program.main()
    (arguments,) = started
    assert arguments[:2] == ["-m", "pytest"]
    assert arguments.index("auto") < arguments.index("0"), "the last one counts"
    assert arguments.index("not shared") < arguments.index("shared")


def test_a_set_up_that_fails_or_is_interrupted_ends_with_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    lock = tmp_path / "lock.txt"
    lock.write_text("")
    with pytest.raises(SystemExit, match="The disk is nearly full"):
        environment.ensure_or_exit(tmp_path / "venv", lock, megabytes=10**12)
    monkeypatch.setattr(environment, "_create", interrupt)
    with pytest.raises(SystemExit, match="Start again to go on"):
        environment.ensure_or_exit(tmp_path / "venv", lock, megabytes=1)
