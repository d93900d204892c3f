from __future__ import annotations

import os
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot import settings, settings_files
from bot.settings import Settings, SettingsError
from storage.records import Retention

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # Also what is none of the settings: where the shared data are, whoever runs these may say.
    for name in [*os.environ]:
        if name.startswith(("BAROMETER_", "DISCORD_")):
            monkeypatch.delenv(name)
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.validation_alias), raising=False)


def test_without_any_setting_there_is_no_token_and_a_database_in_the_data_folder() -> None:
    loaded = settings.load()
    assert loaded.token is None
    assert loaded.database == "data/barometer.sqlite3"


def test_the_example_names_every_setting_and_holds_the_defaults() -> None:
    example = dotenv_values(ROOT / ".env.example")
    assert set(example) == {field.validation_alias for field in Settings.model_fields.values()}
    Path(".env").write_text((ROOT / ".env.example").read_text())
    assert settings.load() == Settings.model_construct(
        **{name: field.default for name, field in Settings.model_fields.items()}
    )


def test_an_environment_variable_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("BAROMETER_LOG_LEVEL=ERROR\n")
    assert settings.load().log_level == "ERROR"
    monkeypatch.setenv("BAROMETER_LOG_LEVEL", "DEBUG")
    assert settings.load().log_level == "DEBUG"


def test_an_unknown_line_in_the_file_is_named_with_the_settings_there_are() -> None:
    Path(".env").write_text("BAROMETER_DATABSE=x.sqlite3\n")
    with pytest.raises(SettingsError, match=r"BAROMETER_DATABSE.*BAROMETER_DATABASE"):
        settings.load()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("BAROMETER_LOG_LEVEL=LOUD", "BAROMETER_LOG_LEVEL: "),
        ("BAROMETER_KEEP_ROWS_DAYS=31", "BAROMETER_KEEP_ROWS_DAYS: choose 1 to 30 days"),
        ("BAROMETER_KEEP_ROWS_DAYS=forever", "BAROMETER_KEEP_ROWS_DAYS: "),
        ("BAROMETER_KEEP_MEMBER_DAYS=29", "BAROMETER_KEEP_MEMBER_DAYS: choose 30 days"),
        ("BAROMETER_KEEP_MEMBER_DAYS=91", "BAROMETER_KEEP_MEMBER_DAYS: choose 30 days"),
        ("BAROMETER_KEEP_CHANNEL_DAYS=29", "BAROMETER_KEEP_CHANNEL_DAYS: choose 30 to 400 days"),
        ("BAROMETER_KEEP_CHANNEL_DAYS=401", "BAROMETER_KEEP_CHANNEL_DAYS: choose 30 to 400 days"),
        ("DISCORD_API_URL=discord.com", "DISCORD_API_URL: give a whole address"),
        ("DISCORD_TOKEN=canary canary", "DISCORD_TOKEN: a bot token"),
        ("DISCORD_TOKEN=canaryé", "DISCORD_TOKEN: a bot token"),
    ],
)
def test_a_wrong_value_is_named_and_not_shown(line: str, complaint: str) -> None:
    Path(".env").write_text(f"{line}\n")
    with pytest.raises(SettingsError, match=complaint) as caught:
        settings.load()
    assert "canary" not in str(caught.value)


def test_things_can_be_kept_for_a_shorter_time() -> None:
    assert settings.load().retention == Retention(30, 30, 400)
    Path(".env").write_text(
        "BAROMETER_KEEP_ROWS_DAYS=1\nBAROMETER_KEEP_MEMBER_DAYS=7\nBAROMETER_KEEP_CHANNEL_DAYS=30\n"
    )
    assert settings.load().retention == Retention(1, 7, 30)


def test_ninety_days_which_were_the_default_of_members_are_thirty_now() -> None:
    Path(".env").write_text("BAROMETER_KEEP_MEMBER_DAYS=90\n")
    assert settings.load().retention == Retention(30, 30, 400)


def test_channels_are_kept_for_a_whole_week_that_ended_yesterday() -> None:
    days = "BAROMETER_KEEP_ROWS_DAYS=1\nBAROMETER_KEEP_MEMBER_DAYS=7\n"
    Path(".env").write_text(f"{days}BAROMETER_KEEP_CHANNEL_DAYS=7\n")
    with pytest.raises(SettingsError, match="choose 8 to 400 days"):
        settings.load()


def test_no_error_and_no_repr_shows_the_token() -> None:
    Path(".env").write_text("DISCORD_TOKEN=canary\nBAROMETER_LOG_LEVEL=LOUD\n")
    with pytest.raises(SettingsError) as caught:
        settings.load()
    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is None
    Path(".env").write_text("DISCORD_TOKEN=canary\n")
    assert "canary" not in repr(settings.load())


def test_a_file_that_is_not_text_gets_a_plain_word() -> None:
    Path(".env").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="UTF-8"):
        settings.load()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
@pytest.mark.parametrize(
    "line", ["DISCORD_TOKEN=abc.def", "BAROMETER_DATABASE=postgresql://bot:pass@db/barometer"]
)
def test_a_file_with_a_secret_that_others_may_read_is_warned_of_with_the_mend(
    line: str, mode: int
) -> None:
    file = Path(".env")
    file.write_text(line)
    file.chmod(mode)
    warning = settings_files.exposed()
    assert warning is not None
    assert "chmod 600 .env" in warning
    file.chmod(0o600)
    assert settings_files.exposed() is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_without_a_secret_may_be_read_but_not_changed_by_others() -> None:
    file = Path(".env")
    file.write_text("DISCORD_TOKEN=\nBAROMETER_LOG_LEVEL=INFO\n")
    file.chmod(0o644)
    assert settings_files.exposed() is None
    file.chmod(0o664)
    assert "can change .env" in str(settings_files.exposed())


def test_a_secret_may_lie_in_a_file_of_the_service_manager(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "credentials"
    folder.mkdir()
    (folder / "discord_token").write_text("abc.def\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    token = settings.load().token
    assert token is not None
    assert token.get_secret_value() == "abc.def"
    # As in the image, whose own setting of the database is emptied in favour of the secret.
    monkeypatch.setenv("BAROMETER_DATABASE", "")
    (folder / "barometer_database").write_text("postgresql://bot:secret@db/barometer")
    assert settings.load().database == "postgresql://bot:secret@db/barometer"
    Path(".env").write_text("DISCORD_TOKEN=of.the.file")
    token = settings.load().token
    assert token is not None
    assert token.get_secret_value() == "of.the.file"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("9464", ("127.0.0.1", 9464)),
        ("127.0.0.1:9464", ("127.0.0.1", 9464)),
        ("192.0.2.7:80", ("192.0.2.7", 80)),
        ("[::1]:9464", ("::1", 9464)),
        ("localhost:0", ("localhost", 0)),
    ],
)
def test_metrics_are_served_on_this_machine_unless_an_address_says_otherwise(
    text: str, address: tuple[str, int]
) -> None:
    found = Settings.model_validate({"BAROMETER_METRICS": text}).metrics_address
    assert found == address
    assert found is not None
    assert found.is_of_this_machine == (not text.startswith("192."))


@pytest.mark.parametrize("text", [":9464", "localhost", "localhost:65536", "a b:1", "x@y:1", "-1"])
def test_an_address_without_a_host_or_a_port_is_refused(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAROMETER_METRICS", text)
    with pytest.raises(SettingsError, match=r"BAROMETER_METRICS: .*127\.0\.0\.1:9464"):
        settings.load()


@pytest.mark.parametrize("text", [":8643", "localhost", "127.0.0.1:65536", "http://127.0.0.1:1"])
def test_the_pages_address_is_an_address_and_a_port(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAROMETER_WEB", text)
    with pytest.raises(SettingsError, match=r"BAROMETER_WEB: .*127\.0\.0\.1:8643"):
        settings.load()


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://mood.example.org", "https://mood.example.org"),
        ("https://Mood.Example.org/", "https://mood.example.org"),
        ("https://mood.example.org:443", "https://mood.example.org"),
        ("https://mood.example.org:8443", "https://mood.example.org:8443"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_browsers_elsewhere_reach_the_page_by_https(url: str, origin: str) -> None:
    found = Settings.model_validate({"BAROMETER_WEB": "8643", "BAROMETER_WEB_URL": url})
    assert (found.web_address, found.web_url) == (("127.0.0.1", 8643), origin)


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("http://mood.example.org", "it must begin with https://"),
        ("http://192.0.2.7:8643", "it must begin with https://"),
        ("http://127.0.0.1.example.org", "it must begin with https://"),
        ("javascript:alert(1)", "give a whole address"),
        ("mood.example.org", "give a whole address"),
        ("https://", "give a whole address"),
        ("https://canary:canary@mood.example.org", "give a whole address"),
        ("https://mood.example.org:x", "give a whole address"),
        ("https://mood.example.org/barometer", "give the address alone"),
        ("https://mood.example.org?a=b", "give the address alone"),
    ],
)
def test_an_address_that_would_send_cookies_in_the_open_is_refused(
    url: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAROMETER_WEB", "127.0.0.1:8643")
    monkeypatch.setenv("BAROMETER_WEB_URL", url)
    with pytest.raises(SettingsError, match=f"BAROMETER_WEB_URL: {complaint}") as caught:
        settings.load()
    assert "canary" not in str(caught.value)


def test_an_address_for_browsers_needs_a_page_to_lead_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAROMETER_WEB_URL", "https://mood.example.org")
    with pytest.raises(SettingsError, match="BAROMETER_WEB_URL: it needs BAROMETER_WEB as well"):
        settings.load()


def test_without_a_file_there_is_nothing_to_warn_of() -> None:
    assert settings_files.exposed() is None


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("just words\n", 1),
        ("DISCORD_TOKEN=canary\n\n=canary\n", 3),
        ("# a note\nDISCORD_TOKEN='canary\n", 2),
    ],
)
def test_a_line_that_is_no_setting_is_told_by_its_number_alone(content: str, line: int) -> None:
    Path(".env").write_text(content)
    with pytest.raises(SettingsError, match=rf"Line {line} of \.env can't be read\.") as caught:
        settings.load()
    assert "canary" not in str(caught.value)


def test_a_folder_in_the_place_of_the_file_is_no_empty_file() -> None:
    Path(".env").mkdir()
    with pytest.raises(SettingsError, match=r"\.env is a folder, where Barometer looks for a file"):
        settings.load()


def test_a_secret_that_cannot_be_read_is_named_and_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    secret = tmp_path / "discord_token"
    secret.write_bytes(b"canary\xff\xfe")
    with pytest.raises(SettingsError, match="discord_token isn't UTF-8 text") as caught:
        settings.load()
    assert "canary" not in str(caught.value)
    secret.unlink()
    secret.mkdir()
    with pytest.raises(SettingsError, match="discord_token is a folder, where"):
        settings.load()


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0,
    reason="root may read whatever there is, as Windows' users",
)
def test_a_secret_of_another_user_is_told_with_the_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / "discord_token").write_text("canary")
    (tmp_path / "discord_token").chmod(0)
    with pytest.raises(SettingsError, match=r"Couldn't read .*discord_token: Permission denied"):
        settings.load()


def test_a_slip_in_the_environment_is_warned_of_and_what_is_of_others_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("BAROMETER_DATABSE", "BAROMETER_PORT_9464_TCP_ADDR", "DISCORD_WEBHOOK", "SHARD"):
        monkeypatch.setenv(name, "canary")
    assert settings_files.warnings(settings.names()) == [
        "BAROMETER_DATABSE is in the environment, and isn't a Barometer setting. Did you mean "
        "BAROMETER_DATABASE?"
    ]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BAROMETER_KEEP_ROWS_DAYS", "thirty", "give a whole number"),
        ("BAROMETER_LOG_LEVEL", "LOUD", "choose 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("BAROMETER_LOG_FORMAT", "xml", "choose 'text' or 'json'"),
        ("BAROMETER_DATABASE", "data/", "The address of the database names a folder"),
        ("BAROMETER_DATABASE", ".", "The address of the database names a folder"),
    ],
)
def test_a_wrong_value_gets_words_that_say_what_a_right_one_is(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^{name}: {words}"):
        settings.load()


def test_levels_and_forms_of_the_log_are_taken_in_either_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BAROMETER_LOG_LEVEL", "debug")
    monkeypatch.setenv("BAROMETER_LOG_FORMAT", "JSON")
    assert (settings.load().log_level, settings.load().log_format) == ("DEBUG", "json")


def test_page_and_figures_need_ports_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAROMETER_WEB", "9464")
    monkeypatch.setenv("BAROMETER_METRICS", "127.0.0.1:9464")
    with pytest.raises(SettingsError, match=r"BAROMETER_WEB and BAROMETER_METRICS are both 127"):
        settings.load()
