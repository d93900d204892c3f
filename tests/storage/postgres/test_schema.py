"""All about a guild can lie in a place of its own: keys begin with it, and queries name it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.chaos.postgres_server import PostgresServer
from storage.rows.tables import TABLES
from tests.storage.postgres_databases import Databases

ENGINE = Path(__file__).resolve().parents[3] / "storage" / "postgres"

# They know no guild: models, the whole bot's, privacy requests (by pseudonym), and the schema's.
OF_NO_GUILD = {
    *("barometer_schema", "identity_key", "lease", "model", "one_voice"),
    *("published_from", "retention_in_force", "wish", "writer"),
}
# About all guilds: which there are, what is due, and what a sweep looks for or deletes.
OF_ALL_GUILDS = {
    *("PostgresGuilds.KNOWN", "PostgresGuilds.LEFT_BEFORE", "PostgresSettings.RETENTIONS"),
    *("PostgresDigests.GUILDS", "PostgresAlerts.WATCHED", "PostgresAlerts.UNFINISHED"),
    *("PostgresJobs.DUE", "PostgresJobs.NEXT_DUE", "sweeper.SOMEWHERE"),
    *("old_rows.OLD_POSTS", "old_rows.OLD_CHANGES", "retention_watermark._KNOWN"),
    *("retention_in_force._ROWS", "retention_in_force._MEMBER_HOURS", "arriving._ADD_UP_GUILDS"),
    "retention_in_force._CHANNEL_HOURS",
}
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")
BY_GUILD = re.compile(
    r"\bguild = \$1|\bguild = ANY\(\$1|\bguild IN \(\$1|\bguild = (?!channel\.guild)\w+\.guild"
    r"|USING \(guild,|INSERT INTO \w+ (\(guild|VALUES \(\$1|SELECT (\$1|\*))"
    r"|INSERT INTO mark\s+SELECT message.guild"
    r"|INSERT INTO \w+ \(\s*guild|INSERT INTO \w+\s+SELECT (\$1|\*)"
)


@pytest.fixture
def database(postgres_server: PostgresServer, databases: Databases) -> str:
    return databases.new_address().rpartition("/")[2]


def test_every_key_begins_with_the_guild(postgres_server: PostgresServer, database: str) -> None:
    keys = postgres_server.ask(
        """
        SELECT relname || ' ' || coalesce(attname, '-')
        FROM pg_class
            LEFT JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
            LEFT JOIN pg_attribute ON attrelid = pg_class.oid AND attnum = indkey[0]
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        """,
        database,
    )
    first = dict(key.split() for key in keys)
    assert {table for table, column in first.items() if column != "guild"} == OF_NO_GUILD
    assert len(first) > 25


def test_everything_but_what_follows_or_passes_is_moved(
    postgres_server: PostgresServer, database: str
) -> None:
    asked = "SELECT table_name || '.' || column_name FROM information_schema.columns"
    there = set(postgres_server.ask(f"{asked} WHERE table_schema = 'public'", database))
    moved = {f"{table.name}.{column}" for table in TABLES for column in table.columns}
    assert moved <= there
    of_a_moment = ("lease.", "writer.")
    following = ("guild_hour.", "guild_day.", "channel_day.", "guild_published_day.")
    left = {column for column in there - moved if not column.startswith(of_a_moment + following)}
    assert left == {"channel.detached", "member_hour.beyond_ten", "barometer_schema.version"}


def test_every_query_about_guilds_names_one(database: str, postgres_server: PostgresServer) -> None:
    by_guild = [table.name for table in TABLES if table.is_by_guild]
    by_guild += ["guild_hour", "guild_day", "channel_day", "guild_published_day"]
    about = re.compile(rf"\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:{'|'.join(by_guild)})\b")
    files = sorted(ENGINE.glob("*.py"))
    found = [(name, sql) for file in files for name, sql in statements(file) if about.search(sql)]
    assert len(found) > 100
    unnamed = {name for name, sql in found if not BY_GUILD.search(sql)}
    sweeps = {name for name, _ in found if name.startswith("old_rows.HAS_")}
    assert unnamed - sweeps == OF_ALL_GUILDS


def statements(file: Path) -> Iterator[tuple[str, str]]:
    """Every SQL statement that is written down in this module, with the name it has there."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        owner = node.name if isinstance(node, ast.ClassDef) else file.stem
        if not isinstance(node, ast.Module | ast.ClassDef):
            continue
        for statement in node.body:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    pass
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    pass
                case _:
                    continue
            for each in ast.walk(value):
                match each:
                    case ast.Constant(value=str(sql)) if SQL.match(sql):
                        yield f"{owner}.{name}", sql
