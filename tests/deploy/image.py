"""A Dockerfile without Docker: its steps, carried out one by one in roots of their own.

Not all of Docker, but what our file uses. A root borrows this machine's /usr and interpreter, read
only, in place of the base image; what a step writes lies in the root alone. Needs Linux and root.
"""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

BORROWED = ("/usr", "/bin", "/sbin", "/lib", "/lib64")
MADE = ("dev", "proc", "tmp", "run", "root", "var/tmp")


@dataclass(frozen=True)
class Step:
    word: str
    rest: str

    @property
    def words(self) -> list[str]:
        """The parts of a COPY, USER …; of an ENTRYPOINT, CMD or HEALTHCHECK, of its list."""
        return json.loads(self.rest) if self.rest.startswith("[") else shlex.split(self.rest)


def steps(dockerfile: Path) -> list[Step]:
    """Its instructions in order, lines that go on joined, comments left out."""
    lines = [
        line for line in dockerfile.read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    ]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    split = (line.strip().partition(" ") for line in joined.splitlines() if line.strip())
    return [Step(word, rest.strip()) for word, _, rest in split]


def context(folder: Path) -> Iterator[Path]:
    """The files that `.dockerignore` lets through, as an allow list: * first, then !what."""
    rules = [
        line
        for line in (folder / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert rules[0] == "*"
    allowed = [rule[1:] for rule in rules[1:] if rule.startswith("!")]
    refused = [rule.removeprefix("**/") for rule in rules[1:] if not rule.startswith("!")]
    for root in allowed:
        path = folder / root
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            parts = file.relative_to(folder).parts
            if file.is_file() and not any(
                fnmatch.fnmatch(part, rule) for part in parts for rule in refused
            ):
                yield file.relative_to(folder)


@dataclass
class Stage:
    """A root, and what its steps set."""

    root: Path
    interpreter: Path
    environment: dict[str, str] = field(default_factory=dict)
    folder: str = "/"
    user: str = "0:0"
    entry: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in MADE:
            (self.root / name).mkdir(parents=True)
        shutil.copytree("/etc", self.root / "etc", symlinks=True)
        for name in [*BORROWED, str(self.interpreter)]:
            (self.root / name.lstrip("/")).mkdir(parents=True, exist_ok=True)
        self.environment["PATH"] = f"{self.interpreter}/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin"
        self.environment["HOME"] = "/root"

    def start(
        self,
        words: Sequence[str],
        *,
        data: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[str]:
        """Run words in the root. With `data`, as a container with a read-only root: only that
        folder (as /data) and /tmp are written to, by the image's user, without any capability."""
        at = shlex.quote(str(self.root))
        script = [
            "set -e",
            f"mount --bind {at} {at}",
            *(
                f"mount --rbind {each} {at}{each}; mount -o remount,ro,bind {at}{each}"
                for each in [*BORROWED, str(self.interpreter)]
            ),
            f"mount --rbind /dev {at}/dev",
            f"mount -t proc proc {at}/proc",
            f"mount -t tmpfs tmp {at}/tmp",  # noqa: S108 (a root of its own)
        ]
        setpriv: list[str] = []
        if data is not None:
            user, group = self.user.split(":")
            setpriv = [
                *("setpriv", "--reuid", user, "--regid", group, "--clear-groups"),
                *("--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"),
            ]
            script += [
                f"mount --bind {shlex.quote(str(data))} {at}/data",
                f"mount -o remount,ro,bind {at}",
            ]
        run = ["env", "-C", self.folder, *words]
        script.append(f"exec chroot {at} {shlex.join([*setpriv, *run])}")
        return subprocess.Popen(
            ["/usr/bin/unshare", "--mount", "sh", "-c", "\n".join(script)],
            env={**self.environment, **(environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, words: Sequence[str]) -> str:
        """What they print; raises AssertionError with it if they fail."""
        running = self.start(words)
        said, _ = running.communicate()
        assert running.returncode == 0, f"{words}: {said}"
        return said


def build(folder: Path, dockerfile: Path, into: Path, interpreter: Path) -> Stage:
    """Carry out all steps; the last stage is the image."""
    stages: dict[str, Stage] = {}
    stage: Stage | None = None
    files = list(context(folder))
    for number, step in enumerate(steps(dockerfile)):
        if step.word == "FROM":
            stage = Stage(into / str(number), interpreter)
            stages[step.words[-1]] = stage
            continue
        assert stage is not None, "the first step is no FROM"
        match step.word:
            case "RUN":
                stage.run(["sh", "-c", step.rest])
            case "COPY" if step.words[0].startswith("--from="):
                source = stages[step.words[0].removeprefix("--from=")]
                _, what, where = step.words
                shutil.copytree(_at(source, what), _at(stage, where), symlinks=True)
            case "COPY":
                *sources, where = step.words
                for name in sources:
                    _copy(folder, files, name, _at(stage, where), is_folder=where.endswith("/"))
            case "ENV":
                stage.environment |= _environment(step, stage.environment)
            case "WORKDIR":
                stage.folder = step.rest
                _at(stage, step.rest).mkdir(parents=True, exist_ok=True)
            case "USER":
                stage.user = step.rest
            case "ENTRYPOINT":
                stage.entry = step.words
            case "CMD":
                stage.command = step.words
            case "HEALTHCHECK":
                stage.health = json.loads(step.rest.partition("CMD ")[2])
            case other:
                assert other in ("VOLUME", "STOPSIGNAL"), f"{other} is not known here"
    assert stage is not None
    return stage


def _environment(step: Step, known: Mapping[str, str]) -> dict[str, str]:
    pairs = (word.split("=", 1) for word in step.words)
    return {
        name: re.sub(r"\$(\w+)", lambda found: known.get(found[1], ""), value)
        for name, value in pairs
    }


def _at(stage: Stage, path: str) -> Path:
    return Path(os.path.normpath(f"{stage.root}{os.path.join(stage.folder, path)}"))  # noqa: PTH118


def _copy(folder: Path, files: Sequence[Path], name: str, to: Path, *, is_folder: bool) -> None:
    wanted = [file for file in files if file == Path(name) or Path(name) in file.parents]
    assert wanted, f"COPY {name}: .dockerignore lets nothing of it through"
    for file in wanted:
        inside = file.relative_to(name) if file != Path(name) else Path(file.name)
        target = to / inside if is_folder or file != Path(name) or to.is_dir() else to
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / file, target)
