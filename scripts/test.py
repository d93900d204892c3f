"""Sets up what the tests need and runs them: `python3 scripts/test.py [arguments for pytest]`.

The tests run side by side, on as many processes as there are cores, up to four. `-n 0` runs them
in one, which is quicker for a few of them; `--pdb` does the same. Tests that read ../shared are
left out; `-m shared` runs just those. The pages are tried in a Chromium, if there is one. With
--setup: only sets up .venv-dev, which also has what training needs.
"""

import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 — said before a line that an old Python rejects
    sys.exit(
        "Barometer needs Python 3.11 or newer. Install one (python.org, or your system's packages) "
        "and start again with it, for example: python3.11 scripts/test.py"
    )

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from shutil import which

from scripts.environment import ROOT, ensure_or_exit, start

# Where a process has done its share it takes tests from another, a few neighbours at a time: what
# a module's tests have in common is mostly made once. A process with TensorFlow takes 1 GB.
DEFAULTS = ("-m", "not shared", "-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = (
    "There is no Chromium here: the tests that use the pages in a browser are skipped. "
    "On Debian and Ubuntu, apt install chromium gives one."
)


def browser() -> str | None:
    """The program of the browser that the pages are tried in."""
    return next((found for found in map(which, BROWSERS) if found), None)


def main() -> None:
    if {"-h", "--help"} & set(sys.argv[1:]):  # nobody waits for a set-up to read this
        print(__doc__.strip())
        return
    python = ensure_or_exit(ROOT / ".venv-dev", ROOT / "requirements-dev.txt", megabytes=3000)
    if sys.argv[1:] == ["--setup"]:
        print(f"Ready: {python}")
        return
    if browser() is None:
        print(NO_BROWSER, flush=True)
    start(python, ["-m", "pytest", *DEFAULTS, *sys.argv[1:]])


if __name__ == "__main__":
    main()
