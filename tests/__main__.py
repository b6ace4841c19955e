"""Run every test: rules and guards once, what touches data on SQLite and on PostgreSQL, journeys in a real browser.

Any pytest option may follow (`-k unit`); it goes to each of the runs.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = [
    ("rules and guards", ["tests/unit", "tests/guards", "-n", "2"], "sqlite"),
    ("pages and actions on SQLite", ["tests/integration", "-n", "2"], "sqlite"),
    ("pages and actions on PostgreSQL", ["tests/integration", "-n", "2"], "postgres"),
    ("journeys in a browser", ["tests/e2e", "-rs"], "sqlite"),
]
NO_TEST = 5  # pytest's way to say that nothing was selected


def main(options: list[str]) -> int:
    """Give 0 when no run failed, and say at the end how many tests passed."""
    counts = {"passed": 0, "failed": 0, "error": 0, "skipped": 0}
    worst = 0
    with tempfile.TemporaryDirectory(prefix="alidade-") as folder:
        for title, arguments, database in RUNS:
            _say(f"\n  {title}\n")
            code, output = _run([*arguments, *options], _address(database, Path(folder)))
            for count, word in re.findall(r"(\d+) (passed|failed|error|skipped)", output.rstrip().rpartition("\n")[2]):
                counts[word] += int(count)
            worst = worst or (code if code != NO_TEST else 0)
    failed = counts["failed"] + counts["error"]
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    _say(f"\n{counts['passed']} passed, {failed} failed{skipped}\n")
    if not counts["passed"]:
        _say("No test was selected: is the name right?\n")
    return worst or int(not counts["passed"])


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _run(arguments: list[str], url: str) -> tuple[int, str]:
    """Run pytest, showing its output as it comes, and keep it."""
    command = [sys.executable, "-m", "pytest", *arguments]
    with subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url}, stdout=subprocess.PIPE, text=True) as run:
        kept = []
        for line in run.stdout or ():
            _say(line)
            kept.append(line)
        return run.wait(), "".join(kept)


def _address(database: str, folder: Path) -> str:
    if database == "sqlite":
        return f"sqlite:///{folder / 'tests.sqlite3'}"
    from tests.postgres import server

    return server(folder / "postgres")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
