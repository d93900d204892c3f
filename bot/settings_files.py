"""Where settings are written down: `.env` and files of secrets; and what can be wrong with them."""

from __future__ import annotations

import os
from collections.abc import Collection
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from dotenv import dotenv_values
from dotenv.parser import parse_stream

DOTENV: Final = Path(".env")

_OURS: Final = ("BAROMETER_", "DISCORD_", "SHARD_")
_SIMILAR: Final = 0.85
"""So like a setting must a name be to be taken for a slip (1: the same)."""


class SettingsError(Exception):
    """A setting is missing, unknown or wrong; the message names it and says how to fix it."""


def secret_folders() -> list[Path]:
    """Where secrets may lie as files (`discord_token`): systemd's credentials, and the folder in
    which Docker, Podman and Kubernetes put theirs. The later wins."""
    of_systemd = os.environ.get("CREDENTIALS_DIRECTORY")
    folders = [Path("/run/secrets"), *([Path(of_systemd)] if of_systemd else [])]
    return [folder for folder in folders if folder.is_dir()]


def refuse_unreadable(names: Collection[str]) -> None:
    """Raise SettingsError where `.env`, or the file of a secret with one of these names, is there
    and can't be read, or says something that is no setting. No content is quoted."""
    if (text := _text_of(DOTENV)) is not None:
        for line in parse_stream(StringIO(text)):
            if line.error:
                written = line.original.string
                empty = written[: -len(written.lstrip())].count("\n")  # lines that are before it
                raise SettingsError(
                    f"Line {line.original.line + empty} of .env can't be read. Write NAME=value, "
                    "or put a # before it."
                )
    for folder in secret_folders():
        for name in names:
            _text_of(folder / name.lower())


def _text_of(file: Path) -> str | None:
    """What is in it; `None` where there is no such file."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        # Docker makes one in the place of a file that it is to mount and that isn't there.
        raise SettingsError(
            f"{file} is a folder, where Barometer looks for a file. Remove it, and put the file "
            "there."
        ) from None
    except UnicodeDecodeError:
        raise SettingsError(f"{file} isn't UTF-8 text. Save it as UTF-8 and start again.") from None
    except OSError as error:
        raise SettingsError(
            f"Couldn't read {file}: {error.strerror}. Give the user that Barometer runs as the "
            "right to, or start it in another folder."
        ) from None


def warnings(names: Collection[str]) -> list[str]:
    """What is likely a mistake, and what to do: who may read `.env`, and names in the environment
    that are nearly those of settings (`names`)."""
    exposed_file = exposed()
    slips = [
        f"{name} is in the environment, and isn't a Barometer setting. Did you mean {meant}?"
        for name in sorted(os.environ)
        if name.startswith(_OURS) and name not in names
        for meant in get_close_matches(name, names, n=1, cutoff=_SIMILAR)
    ]
    return ([] if exposed_file is None else [exposed_file]) + slips


def exposed() -> str | None:
    """What to do where other users of this machine may change `.env`, or read a secret in it;
    `None` where they may not."""
    try:
        mode = DOTENV.stat().st_mode
    except OSError:
        return None
    if os.name == "nt":  # has no such modes
        return None
    if mode & 0o022:
        return "Other users of this computer can change .env. Fix it with: chmod 600 .env"
    if mode & 0o044 and any(map(_is_secret, dotenv_values(DOTENV).items())):
        return (
            ".env holds a secret, such as your bot's token, and other users of this computer can "
            "read it. Fix it with: chmod 600 .env"
        )
    return None


def _is_secret(line: tuple[str, str | None]) -> bool:
    name, value = line
    if name.upper() == "BAROMETER_DATABASE":
        return urlsplit(value or "").password is not None
    return name.upper() == "DISCORD_TOKEN" and bool(value)
