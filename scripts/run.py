"""Sets up Barometer and runs it: `python3 scripts/run.py`.

On Discord where DISCORD_TOKEN is set (in the environment or in .env), otherwise on the embedded
playground. With --check: looks at settings, model and database, and says what it found. The
playground takes --no-browser, --terminal, --host, --port, --folder, --database and --locale.
"""

import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 — said before a line that an old Python rejects
    sys.exit(
        "Barometer needs Python 3.11 or newer. Install one (python.org, or your system's packages) "
        "and start again with it, for example: python3.11 scripts/run.py"
    )

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.environment import ROOT, ensure_or_exit, start


def main() -> None:
    if {"-h", "--help"} & set(sys.argv[1:]):  # nobody waits for a set-up to read this
        print(__doc__.strip())
        return
    python = ensure_or_exit(ROOT / ".venv", ROOT / "requirements.txt", megabytes=500)
    start(python, ["-m", "scripts.start", *sys.argv[1:]])


if __name__ == "__main__":
    main()
