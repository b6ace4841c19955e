"""The environment of the tests, set before Django reads its settings (pytest -p tests.environment)."""

import os
import tempfile
from pathlib import Path

DATA = Path(tempfile.mkdtemp(prefix="alidade-tests-"))
(DATA / "static").mkdir()
os.environ |= {
    "DATA_DIR": str(DATA),
    "DEBUG": "1",
    "SECRET_KEY": "for tests only, " * 4,
    "SEED_SECRET": "for tests only, " * 4,
    "DATABASE_URL": os.environ.get("DATABASE_URL", f"sqlite:///{DATA / 'tests.sqlite3'}"),
}
