"""Signed-in learners for a measurement, and what an answer costs inside: statements, and time in the engine."""

import statistics
import time
from typing import Any

import environ
from django.conf import settings
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from domain.accounts.actions import Newcomer, create_demo_person
from domain.assessment import adaptive
from domain.core.ids import new_id
from sites.common.accounts.legal import both_in_force

ENGINE = ("observe", "outlook", "next_challenge", "likelihood_of", "message_of")
UNCOUNTED = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


class Learners:
    """People with accounts, made through actions, and their sessions as signing in makes them."""

    def __init__(self, env: dict[str, str]) -> None:
        # The same process measures one database after the other.
        settings.DATABASES["default"].update(environ.Env().db_url_config(env["DATABASE_URL"]))
        connections["default"].close()
        del connections["default"]

    def sessions(self, count: int) -> list[str]:
        """The session cookies of so many new people."""
        return [
            f"{(cookie := _signed_in().cookies['session']).key}={cookie.value}; csrf={'a' * 32}" for _ in range(count)
        ]

    def inside(self, answers: int = 60) -> dict[str, float]:
        """Median statements and milliseconds in the engine of an answer, counted in this process."""
        spent: list[float] = []
        statements: list[int] = []
        with Timed(spent):
            while len(statements) < answers:
                client = _signed_in()
                path = client.post("/competences/1.2/start/")["Location"]
                for position in range(1, 6):
                    spent.append(0.0)
                    statements.append(_statements(client, path, position))
        return {
            "sql_statements": statistics.median(statements),
            "engine_ms": round(1000 * statistics.median(one for one in spent if one), 3),
        }


def _signed_in() -> Client:
    name = new_id().hex
    newcomer = Newcomer("Bench", "Learner", f"{name}@bench.invalid", "Bench-Password-1", "en")
    person = create_demo_person(newcomer, agreed=both_in_force(timezone.localdate()), at=timezone.now())
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(person)
    return client


def _statements(client: Client, path: str, position: int) -> int:
    """How many statements one answer takes, transactions left out."""
    seen: list[str] = []

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append(sql)
        return execute(sql, params, many, context)

    form = {"position": position, "key": str(new_id()), "skip": "1"}
    with connection.execute_wrapper(count):
        answer = client.post(f"{path}answer/", form, headers={"HX-Request": "true"})
    if answer.status_code != 200:
        raise RuntimeError(f"The answer gave {answer.status_code}.")
    return sum(not sql.startswith(UNCOUNTED) for sql in seen)


class Timed:
    """Add the time spent behind the door to the engine to the last of the figures."""

    def __init__(self, spent: list[float]) -> None:
        self.spent = spent
        self.doors = {name: getattr(adaptive, name) for name in ENGINE}

    def __enter__(self) -> None:
        for name, door in self.doors.items():
            setattr(adaptive, name, self._clocked(door))

    def __exit__(self, *error: object) -> None:
        for name, door in self.doors.items():
            setattr(adaptive, name, door)

    def _clocked(self, door: Any) -> Any:
        def clocked(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                return door(*args, **kwargs)
            finally:
                if self.spent:
                    self.spent[-1] += time.perf_counter() - began

        return clocked
