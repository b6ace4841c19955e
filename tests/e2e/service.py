"""The product as people run it, in processes of its own: what journeys visit, and what faults are done to."""

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import psutil

import run

SERVE = """
import pathlib, sys, time, run
data, port, database = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
env = {**run.data_env(data, port, demo=True), "DATABASE_URL": database}
sys.exit(run.serve(env, port, time.monotonic()))
"""
# What the tests set for themselves must not reach a service that runs as in production.
OF_THE_TESTS = {"DATA_DIR", "DEBUG", "SECRET_KEY", "SEED_SECRET", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
PATIENCE = 60.0


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        number: int = door.getsockname()[1]
        return number


def until(true: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Wait until a condition holds, and give what it gave; the fault says what never came."""
    ends, pause = time.monotonic() + patience, threading.Event()
    while not (found := true()):
        if time.monotonic() > ends:
            raise AssertionError(f"After {patience:.0f} s, still no {what}.")
        pause.wait(0.05)
    return found


class Service:
    """`run.py up` without its installation: prepared once, started and ended by its own process id."""

    def __init__(self, data: Path, *, database: str = "") -> None:
        self.data, self.port = data, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        own = run.data_env(data, self.port, demo=True)
        kept = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
        self.environment = {**kept, **own, "DATABASE_URL": database}
        self.log = data / "serve.log"
        self.process: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str) -> None:
        """Run one of the product's commands on the data of this service."""
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=run.ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def start(self) -> "Service":
        """Serve, and come back when the service answers."""
        with self.log.open("ab") as log:
            command = [sys.executable, "-c", SERVE, str(self.data), str(self.port), self.environment["DATABASE_URL"]]
            self.process = subprocess.Popen(command, cwd=run.ROOT, env=self.environment, stdout=log, stderr=log)
        until(self.answers, "answer of the service")
        return self

    def answers(self) -> bool:
        """Does the service answer?"""
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.url}/readyz", timeout=5) as response:
            return bool(response.status == 200)
        return False

    def stop(self) -> None:
        """End the service as Ctrl-C does, and wait for its last word."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=PATIENCE)

    # --- for faults ---

    def family(self) -> list[psutil.Process]:
        """The processes of the service, the one we started first."""
        assert self.process is not None
        with contextlib.suppress(psutil.NoSuchProcess):
            ours = psutil.Process(self.process.pid)
            return [ours, *ours.children(recursive=True)]
        return []

    def web_workers(self) -> list[psutil.Process]:
        """The processes that answer requests: children of the web server."""
        return [child for one in self.family() if _is_web(one) for child in one.children(recursive=True)]

    @property
    def has_ended(self) -> bool:
        """Is the process we started over?"""
        return self.process is None or self.process.poll() is not None

    def ended(self) -> None:
        """Wait until the service has come down by itself."""
        assert self.process is not None
        self.process.wait(timeout=PATIENCE)

    # --- for what is stored ---

    def stored(self, sitting: str) -> list[tuple[int, str, str]]:
        """The answers kept for a sitting: position, key, verdict (read beside the service, in its SQLite file)."""
        with contextlib.closing(sqlite3.connect(self.data / "alidade.sqlite3")) as database:
            rows = database.execute(
                "SELECT position, key, verdict FROM assessment_answer WHERE sitting_id = ? ORDER BY position",
                (UUID(sitting).hex,),
            )
            return rows.fetchall()

    def let_time_pass(self, sitting: str, *, seconds: int) -> None:
        """Make the clock of a timed question older than it is."""
        with contextlib.closing(sqlite3.connect(self.data / "alidade.sqlite3")) as database, database:
            database.execute(
                "UPDATE assessment_sitting SET timer_at = datetime(timer_at, ?) WHERE id = ?",
                (f"-{seconds} seconds", UUID(sitting).hex),
            )


def _is_web(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return "granian" in process.cmdline()
    return False
