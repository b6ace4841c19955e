"""A service of its own for the faults, on the kind of database this run is for."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from environ import Env

from tests.e2e.service import Service


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Prepared and started; ended by its process ids, whatever was done to it."""
    made = Service(tmp_path_factory.mktemp("faults"), database=database())
    made.manage("prepare")
    yield made.start()
    made.stop()


def database() -> str:
    """A database beside the one of the other tests; nothing for SQLite, whose file is with the data of the service."""
    url = os.environ["DATABASE_URL"]
    if url.startswith("sqlite"):
        return ""
    server, name = Env().db_url_config(url), f"faults_{uuid4().hex[:12]}"
    known = {"host": server["HOST"], "user": server["USER"], "dbname": server["NAME"]}
    with psycopg.connect(**{k: v for k, v in known.items() if v}, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{url.rpartition('/')[0]}/{name}"


@pytest.fixture
def kills() -> int:
    """How many times a process is killed; KILLS=200 for a night."""
    return int(os.environ.get("KILLS", "8"))


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    return tmp_path / "ledger"
