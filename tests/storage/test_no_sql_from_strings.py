"""SQL is written down, never put together: what varies goes in as a parameter."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

STORAGE = Path(__file__).resolve().parents[2] / "storage"
RUNS_SQL = frozenset(
    {
        *("execute", "executemany", "executescript", "execute_fetchall", "read"),
        *("cursor", "fetch", "fetchrow", "fetchval", "read_long"),
    }
)

# These run what others wrote down: the readers, the migrations' files, the expiry.
PASSED_ON = {
    *(("connection.py", "sql"), ("schema.py", "statement"), ("schema.py", "script")),
    *(("retention.py", "sql"), ("retention.py", "has_old"), ("alerts.py", "sql")),
    # Of tables whose names and columns are written down (rows/tables.py).
    *(("leaving.py", "sql"), ("arriving.py", "sql")),
}


def built(source: str, file: str = "") -> Iterator[str]:
    """Every call that runs SQL which is no literal and no constant."""
    tree = ast.parse(source)
    constants = {
        target.id: statement.value
        for body in (
            tree.body,
            *(node.body for node in tree.body if isinstance(node, ast.ClassDef)),
        )
        for statement in body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    looped = {
        loop.target.id: loop.iter
        for loop in ast.walk(tree)
        if isinstance(loop, ast.For) and isinstance(loop.target, ast.Name)
    }

    def is_written_down(sql: ast.expr) -> bool:
        match sql:
            case ast.Constant(value=str()):
                return True
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                return all(map(is_written_down, parts))
            case ast.JoinedStr(
                values=[ast.Constant(value=str(start)), ast.FormattedValue() as number]
            ):
                # A PRAGMA takes no parameters; the format "d" lets nothing but a number through.
                spec = number.format_spec
                if start.startswith("PRAGMA ") and spec and ast.unparse(spec) == "f'd'":
                    return True
                return is_written_down(number.value)
            case ast.JoinedStr(values=parts):  # of constants; inside of functions none is a name
                values = [p.value if isinstance(p, ast.FormattedValue) else p for p in parts]
                return all(map(is_written_down, values))
            case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="self"), attr=name):
                if (file, name) in PASSED_ON:
                    return True
                if name in constants:
                    return is_written_down(constants[name])
                if name in looped:
                    return is_written_down(looped[name])
                return name.strip("_").isupper()  # imported
        return False

    for call in ast.walk(tree):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr in RUNS_SQL
            and (call.func.attr != "read" or "database" in ast.unparse(call.func.value))
            and call.args
            and not is_written_down(call.args[0])
        ):
            yield f"{file}:{call.lineno}: {ast.unparse(call.args[0])}"


@pytest.mark.parametrize(
    "sql",
    [
        'f"SELECT {x}"',
        'f"SELECT {x:d}"',
        'f"PRAGMA x = {x}"',
        '"SELECT %s" % x',
        '"SELECT " + x',
        '"SELECT {}".format(x)',
        '", ".join(x)',
        "x",
        "self.build(x)",
    ],
)
@pytest.mark.parametrize("method", sorted(RUNS_SQL))
def test_sql_that_is_put_together_is_found(method: str, sql: str) -> None:
    assert list(built(f"def f(self, database, x):\n    database.{method}({sql}, ())"))
    assert list(built(f"def f(self, database, x):\n    y = {sql}\n    database.{method}(y)"))


def test_sql_that_is_written_down_is_not() -> None:
    source = 'A = "SELECT 1"\nclass C:\n    B = ("SELECT 2", A)\n    D = f"{A} UNION {A}"\n'
    source += (
        "    def f(self):\n        self.c.execute(A, (1,))\n        self._database.read(self.D)\n"
    )
    source += '        self.c.execute(f"PRAGMA busy_timeout = {5:d}")\n'
    source += "        for sql in self.B:\n            self.c.executemany(sql, [])\n"
    assert list(built(source)) == []


def test_the_storage_puts_no_sql_together() -> None:
    files = sorted(STORAGE.rglob("*.py"))
    found = [call for file in files for call in built(file.read_text("utf-8"), file.name)]
    assert found == [], "write the SQL down as a constant, and give what varies as parameters"
    assert len(files) > 5
