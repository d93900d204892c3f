"""A server of PostgreSQL of one's own, in a folder of its own: to try things on, and to kill.

    with PostgresServer.started() as server:
        address = server.new_database()

Needs Debian's package `postgresql`, or the programs `initdb` and `pg_ctl` on the PATH. As root the
server runs as another user, for it refuses root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final

from scripts.chaos.ports import free_port

if sys.platform != "win32":
    import pwd

# It answers to whoever comes from this machine, but for one user who has a password.
_WHO_MAY = """\
host all guarded 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
"""
_SETTINGS: Final = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",  # what is killed is the server, never the machine
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "max_wal_size": "256MB",
    "log_min_messages": "fatal",
}
_USERS: Final = ("postgres", "nobody")


def programs() -> Path | None:
    """The folder with the newest programs that there are of PostgreSQL; `None`: there are none."""
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    by_version = sorted(found, key=lambda path: float(path.parts[-3]))
    return by_version[-1].parent if by_version else None


class PostgresServer:
    """A server that listens on a port of 127.0.0.1."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self._folder = folder
        self._bin = bin_folder
        self._numbers = count()
        self.port = free_port()

    @classmethod
    @contextmanager
    def started(cls) -> Iterator[PostgresServer]:
        """Raises `RuntimeError` where PostgreSQL is not installed."""
        bin_folder = programs()
        if bin_folder is None:
            raise RuntimeError("PostgreSQL isn't installed: apt-get install postgresql")
        folder = Path(mkdtemp(prefix="barometer-postgres-"))
        server = cls(folder, bin_folder)
        try:
            server.create()
            server.start()
            yield server
        finally:
            server.stop()
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def create(self) -> None:
        if _is_root():
            os.chown(self._folder, *_other_user())
        options = ("--no-sync", "--auth=trust", "--username=barometer", "--encoding=UTF8")
        self._run("initdb", *options, "--locale=C", "-D", str(self._data))
        (self._data / "pg_hba.conf").write_text(_WHO_MAY)
        settings = {**_SETTINGS, "port": self.port}
        lines = [f"{name} = '{value}'\n" for name, value in settings.items()]
        (self._data / "postgresql.auto.conf").write_text("".join(lines))

    def start(self) -> None:
        log = str(self._folder / "log")
        self._run("pg_ctl", "start", "-w", "-s", "-t", "300", "-l", log, "-D", str(self._data))

    def stop(self) -> None:
        """End it as an operator does; what is under way is broken off."""
        self._run("pg_ctl", "stop", "-w", "-s", "-m", "fast", "-D", str(self._data), check=False)

    def kill(self) -> None:
        """End it at once, as a crash does: the next start recovers from its log."""
        self._run("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", str(self._data))

    @property
    def pid(self) -> int:
        """Of the process whose children are all the others."""
        return int((self._data / "postmaster.pid").read_text().split()[0])

    def address(self, database: str, user: str = "barometer", password: str = "") -> str:
        who = f"{user}:{password}" if password else user
        return f"postgresql://{who}@127.0.0.1:{self.port}/{database}"

    def new_database(self, template: str = "template0") -> str:
        """The address of a database that nobody has used."""
        name = f"moods_{next(self._numbers)}"
        self.ask(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.address(name)

    def drop_connections(self, database: str) -> int:
        """Drop every connection to this database; return how many there were."""
        return len(
            self.ask(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                f"WHERE datname = '{database}' AND pid <> pg_backend_pid()"
            )
        )

    def ask(self, sql: str, database: str = "postgres") -> list[str]:
        """Lines of what psql prints."""
        done = self._run(
            "psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", self.address(database), "-c", sql
        )
        return done.stdout.splitlines()

    def _run(
        self, program: str, *arguments: str, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [self._bin / program, *arguments],
            cwd=self._folder,
            text=True,
            # The server inherits these: with pipes, waiting for its output would wait for its end.
            stdout=None if program == "pg_ctl" else subprocess.PIPE,
            stderr=None if program == "pg_ctl" else subprocess.STDOUT,
            check=False,
            **_as_other_user(),
        )
        if check and done.returncode:
            raise RuntimeError(f"{program} failed: {done.stdout}")
        return done


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _other_user() -> tuple[int, int]:
    """The numbers of a user, and of its group, who is not root."""
    if sys.platform == "win32":
        raise AssertionError("nobody is root there")
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = next(known[name] for name in _USERS if name in known)
    return user.pw_uid, user.pw_gid


def _as_other_user() -> dict[str, Any]:
    if not _is_root():
        return {}
    user, group = _other_user()
    return {"user": user, "group": group, "extra_groups": []}
