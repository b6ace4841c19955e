"""The product's own service, started for a measurement on a database of its own, and ended by its process ids."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Service:
    """A service that answers: its port, and the processes that do the work."""

    port: int
    master: int

    @property
    def cpu_seconds(self) -> float:
        """Processor time of the web server and its workers so far, from /proc."""
        return sum(_cpu(pid) for pid in [self.master, *_children(self.master)])


def environment(folder: Path, url: str) -> dict[str, str]:
    """The environment of `run.py up`, with the data of the measurement."""
    secret = "for benches only, " * 4
    return {
        "DATA_DIR": str(folder),
        "DATABASE_URL": url,
        "DEBUG": "0",
        "DEMO": "0",
        "HTTPS": "0",
        "SECRET_KEY": secret,
        "SEED_SECRET": secret,
    }


@contextmanager
def serving(env: dict[str, str]) -> Iterator[Service]:
    """Serve with granian as the product does, one worker, until the block ends."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "2", "--backpressure", "64"]
    command += ["--no-access-log", "--log-level", "warning", "config.wsgi:application"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **env}) as web:
        try:
            _wait(port)
            yield Service(port, web.pid)
        finally:
            web.terminate()


def manage(env: dict[str, str], *words: str) -> None:
    """Run a command of the product."""
    command = [sys.executable, "manage.py", *words]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("The service did not answer within 30 s.")


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "--ppid", str(pid), "-o", "pid="], capture_output=True, text=True, check=False)
    return [int(child) for child in found.stdout.split()]


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK
