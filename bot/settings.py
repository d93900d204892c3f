"""What the operator sets, read from the environment and from `.env`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SecretsSettingsSource,
    SettingsConfigDict,
)

from bot import settings_files
from bot import shards as shard_choice
from bot.address import Address, listening_at, origin_of
from bot.settings_files import SettingsError as SettingsError
from storage import InvalidInputError, database_file
from storage.records import Retention, Shards

DISCORD_API_URL = "https://discord.com/api/v10"

RETENTION = Retention()
"""The periods unless they are set; longer ones cannot be set."""

LONGEST_MEMBER_DAYS_ONCE = 90
"""Could be set until version 2."""


class Settings(BaseSettings):
    """The operator's settings.

    An environment variable wins over the same line in `.env`, and that over a file of the same name
    (in small letters) in a folder of secrets: see `settings_files.secret_folders`.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
        # Without this, the error about one variable prints the values of the others.
        hide_input_in_errors=True,
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        secrets = SecretsSettingsSource(settings_cls, secrets_dir=settings_files.secret_folders())
        return init_settings, env_settings, dotenv_settings, secrets

    token: SecretStr | None = Field(default=None, validation_alias="DISCORD_TOKEN")
    database: str = Field(
        default="data/barometer.sqlite3",
        validation_alias="BAROMETER_DATABASE",
        repr=False,  # it may hold a password
    )
    """A file, or an address such as `postgresql://user:password@host/database`: see `storage.open`.

    To be shown and logged it goes through `storage.shown`.
    """
    shards_served: str | None = Field(default=None, validation_alias="BAROMETER_SHARDS")
    shard_group: str | None = Field(default=None, validation_alias="SHARD_GROUP")
    shard_groups: str | None = Field(default=None, validation_alias="SHARD_GROUPS")
    """These three are read by `shards`."""
    key_file: Path | None = Field(default=None, validation_alias="BAROMETER_KEY_FILE")
    backups: Path | None = Field(default=None, validation_alias="BAROMETER_BACKUPS")
    model: Path | None = Field(default=None, validation_alias="BAROMETER_MODEL")
    keep_rows_days: int = Field(default=30, validation_alias="BAROMETER_KEEP_ROWS_DAYS")
    keep_member_days: int = Field(default=30, validation_alias="BAROMETER_KEEP_MEMBER_DAYS")
    keep_channel_days: int = Field(default=400, validation_alias="BAROMETER_KEEP_CHANNEL_DAYS")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", validation_alias="BAROMETER_LOG_LEVEL"
    )
    web: str | None = Field(default=None, validation_alias="BAROMETER_WEB")
    """Where the page in a browser is served; nowhere unless it is set."""
    web_url: str | None = Field(default=None, validation_alias="BAROMETER_WEB_URL")
    """The origin by which browsers on other machines reach it."""
    log_format: Literal["text", "json"] = Field(
        default="text", validation_alias="BAROMETER_LOG_FORMAT"
    )
    metrics: str | None = Field(default=None, validation_alias="BAROMETER_METRICS")
    """Where /metrics, /livez, /healthz and /readyz are served; nowhere by default."""
    api_url: str = Field(default=DISCORD_API_URL, validation_alias="DISCORD_API_URL")

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def _in_either_case(cls, text: str, info: ValidationInfo) -> str:
        return text.upper() if info.field_name == "log_level" else text.lower()

    @field_validator("token")
    @classmethod
    def _token_without_spaces(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None:
            return None
        text = token.get_secret_value().strip()
        if not text.isascii() or any(character.isspace() for character in text):
            raise ValueError(
                "a bot token has only plain letters, digits and dots; "
                "copy it again from the Bot page"
            )
        return SecretStr(text) if text else None

    @field_validator("database")
    @classmethod
    def _database_is_known(cls, address: str) -> str:
        try:
            database_file(address)
        except InvalidInputError as error:
            raise ValueError(str(error)) from None
        return address

    @field_validator("keep_rows_days")
    @classmethod
    def _rows_within_bounds(cls, days: int) -> int:
        return _within(days, 1, RETENTION.rows_days)

    @field_validator("keep_member_days", "keep_channel_days")
    @classmethod
    def _hours_within_bounds(cls, days: int, info: ValidationInfo) -> int:
        of_members = info.field_name == "keep_member_days"
        if of_members and RETENTION.member_days < days <= LONGEST_MEMBER_DAYS_ONCE:
            # In many an .env, for it was the default: what goes now waits for a week and is told.
            days = RETENTION.member_days
        shorter = "keep_rows_days" if of_members else "keep_member_days"
        longest = RETENTION.member_days if of_members else RETENTION.channel_days
        # A week is what the commands show unless they are told otherwise; of channels a whole one,
        # which ended yesterday.
        week = 7 if of_members else 8
        return _within(days, max(week, info.data.get(shorter, 1)), longest)

    @field_validator("web_url")
    @classmethod
    def _web_url_is_safe(cls, url: str | None, info: ValidationInfo) -> str | None:
        if url is None:
            return None
        if "web" in info.data and info.data["web"] is None:
            raise ValueError("it needs BAROMETER_WEB as well, such as 127.0.0.1:8643")
        return origin_of(url)

    @field_validator("api_url")
    @classmethod
    def _api_url_is_http(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("give a whole address, such as http://127.0.0.1:8080/api/v10")
        return url.rstrip("/")

    @field_validator("metrics", "web")
    @classmethod
    def _is_an_address(cls, text: str | None, info: ValidationInfo) -> str | None:
        example = "127.0.0.1:9464" if info.field_name == "metrics" else "127.0.0.1:8643"
        return None if text is None else str(listening_at(text, example))

    @model_validator(mode="after")
    def _addresses_differ(self) -> Self:
        if self.web_address is not None and self.web_address == self.metrics_address:
            raise ValueError(
                f"BAROMETER_WEB and BAROMETER_METRICS are both {self.web}. Give each a port of "
                "its own"
            )
        return self

    @model_validator(mode="after")
    def _shards_make_sense(self) -> Self:
        shards = self.shards
        if shards is not None and not shards.are_all and database_file(self.database) is not None:
            raise ValueError(
                f"This process is to serve the shards {shards}, and several processes share only a "
                "PostgreSQL database. Set BAROMETER_DATABASE to one: docs/operating.md says how"
            )
        return self

    @property
    def shards(self) -> Shards | None:
        """What this process serves; `None`: all, and Discord says how many there are."""
        return shard_choice.chosen(self.shards_served, self.shard_group, self.shard_groups)

    @property
    def web_address(self) -> Address | None:
        """`web`, taken apart."""
        return None if self.web is None else listening_at(self.web)

    @property
    def metrics_address(self) -> Address | None:
        """`metrics`, taken apart."""
        return None if self.metrics is None else listening_at(self.metrics)

    @property
    def retention(self) -> Retention:
        """For how long things are kept."""
        return Retention(self.keep_rows_days, self.keep_member_days, self.keep_channel_days)


def load() -> Settings:
    """Read the settings; SettingsError says in words what is wrong, and never shows a value."""
    settings_files.refuse_unreadable(names())
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(map(_in_words, error.errors()))) from None


def names() -> list[str]:
    """What the settings are called in `.env` and in the environment."""
    return [str(field.validation_alias) for field in Settings.model_fields.values()]


def _within(days: int, least: int, most: int) -> int:
    if not least <= days <= most:
        choice = f"{least} to {most}" if least < most else f"{most}"
        raise ValueError(
            f"choose {choice} days (totals are kept for at least a week, a channel's for "
            "a day more; a member's for at least as long as messages, and a channel's for at least "
            "as long as a member's)"
        )
    return days


def _in_words(error: object) -> str:
    assert isinstance(error, dict)  # noqa: S101 (tells the type checker what pydantic gives)
    words = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    if not error["loc"]:  # of several settings together
        return f"{words}."
    name = str(error["loc"][0]).upper()
    if error["type"] == "extra_forbidden":
        return f"{name} in .env isn't a Barometer setting. The settings are: {', '.join(names())}."
    if error["type"] == "int_parsing":
        words = "give a whole number"
    if error["type"] == "literal_error":
        words = f"choose {error['ctx']['expected']}"
    return f"{name}: {words}."
