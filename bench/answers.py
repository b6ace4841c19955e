"""How fast the product answers a learner: real HTTP on loopback, real content, on SQLite and on PostgreSQL."""

import argparse
import gzip
import http.client
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import django

from bench.report import Target, at_least, at_most, conditions, publish
from bench.service import Service, environment, manage, serving

STAGE = 5  # answers of a sitting that are measured: up to the first checkpoint, its corrections included
HTMX = {"HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded", "Accept-Encoding": "br, gzip"}


def main() -> int:
    """Print the figures; 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="run.py bench answers", description=__doc__)
    parser.add_argument("--answers", type=int, default=400, help="answers in each of the rounds")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--databases", nargs="+", choices=("sqlite", "postgresql"), default=["sqlite", "postgresql"])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = {}
    for database in options.databases:
        with tempfile.TemporaryDirectory(prefix="alidade-bench-") as folder:
            figures[database] = _measured(database, Path(folder), options)
    told = conditions(connections=options.connections, answers=options.answers, rounds=options.rounds, workers=1)
    return publish(told, figures, _targets(figures), as_json=options.json)


def _targets(figures: dict[str, dict[str, float]]) -> list[Target]:
    """The budgets of the design; speed is promised on PostgreSQL, which is production."""
    targets = []
    for database, found in figures.items():
        targets += [
            at_most(f"{database}: statements an answer", found["sql_statements"], 6),
            at_most(f"{database}: engine ms an answer", found["engine_ms"], 0.3),
            at_most(f"{database}: largest part, KB gzipped", found["part_kb_gzipped_max"], 12),
            at_most(f"{database}: first load of styles, scripts and fonts, KB", found["first_load_kb"], 120),
        ]
    if "postgresql" in figures:
        found = figures["postgresql"]
        targets += [
            at_most("application CPU ms an answer", found["app_cpu_ms"], 3.0),
            at_least("answers a second and core", found["answers_a_second_and_core"], 330),
            at_most("p50 ms", found["p50_ms"], 25),
            at_most("p99 ms", found["p99_ms"], 100),
        ]
    return targets


# --- one database ----------------------------------------------------------------------------------------------------


def _measured(database: str, folder: Path, options: argparse.Namespace) -> dict[str, float]:
    env = environment(folder, _address(database, folder))
    manage(env, "prepare")
    os.environ.update(env, DJANGO_SETTINGS_MODULE="config.settings")
    django.setup()
    people = options.answers // STAGE
    with serving(env) as service:
        from bench.learners import Learners

        learners = Learners(env)
        rounds = [_round(service, learners.sessions(people), options.connections) for _ in range(options.rounds + 1)]
        load = _first_load(service, learners.sessions(1)[0])
        inside = learners.inside()
    found = {name: statistics.median(one[name] for one in rounds[1:]) for name in rounds[0]}  # the first one warms up
    return {**found, **inside, "first_load_kb": load}


def _address(database: str, folder: Path) -> str:
    if database == "sqlite":
        return f"sqlite:///{folder / 'bench.sqlite3'}"
    from tests.postgres import server

    return server(folder / "postgres")


@dataclass
class Seat:
    """One learner at the first question of a test, on a kept connection."""

    cookie: str
    path: str = ""
    token: str = ""
    part: str = ""


@dataclass
class Tally:
    """What the connections of one round saw."""

    seconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)


def _round(service: Service, cookies: list[str], connections: int) -> dict[str, float]:
    """Seat everyone, then measure nothing but answers."""
    seats = [Seat(cookie) for cookie in cookies]
    shares = [seats[n::connections] for n in range(connections)]
    _together([partial(_sit, service.port, share) for share in shares])
    tally = Tally()
    cpu, began = service.cpu_seconds, time.perf_counter()
    _together([partial(_answer, service.port, share, tally) for share in shares])
    wall, cpu = time.perf_counter() - began, service.cpu_seconds - cpu
    count, ordered = len(tally.seconds), sorted(tally.seconds)
    return {
        "answers_a_second": round(count / wall, 1),
        "answers_a_second_and_core": round(count / cpu, 1),
        "app_cpu_ms": round(1000 * cpu / count, 3),
        "p50_ms": _percentile(ordered, 0.50),
        "p95_ms": _percentile(ordered, 0.95),
        "p99_ms": _percentile(ordered, 0.99),
        "part_kb_gzipped_median": round(statistics.median(tally.sizes) / 1000, 2),
        "part_kb_gzipped_max": round(max(tally.sizes) / 1000, 2),
    }


def _percentile(ordered: list[float], share: float) -> float:
    return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2)


def _together(work: Sequence[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=job) for job in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# --- what a browser does ---------------------------------------------------------------------------------------------


def _sit(port: int, seats: list[Seat]) -> None:
    """Begin the test, and read its first question."""
    web = http.client.HTTPConnection("127.0.0.1", port)
    for seat in seats:
        page, _ = _ask(web, "GET", "/competences/1.2/", seat.cookie)
        token = _token(page)
        _, headers = _ask(web, "POST", "/competences/1.2/start/", seat.cookie, {"csrfmiddlewaretoken": token})
        seat.path = headers["Location"]
        seat.part, _ = _ask(web, "GET", seat.path, seat.cookie)
        seat.token = _token(seat.part)


def _answer(port: int, seats: list[Seat], tally: Tally) -> None:
    """Answer up to the first checkpoint, one learner after the other, timing each answer."""
    web = http.client.HTTPConnection("127.0.0.1", port)
    for seat in seats:
        for _ in range(STAGE):
            form = _filled(seat.part, seat.token)
            began = time.perf_counter()
            part, _ = _ask(web, "POST", f"{seat.path}answer/", seat.cookie, form, HTMX)
            tally.seconds.append(time.perf_counter() - began)
            tally.sizes.append(len(gzip.compress(part.encode(), mtime=0)))
            seat.part = part


def _ask(
    web: http.client.HTTPConnection,
    verb: str,
    path: str,
    cookie: str,
    form: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[str, http.client.HTTPMessage]:
    sent = {"Cookie": cookie, **(headers or {"Content-Type": "application/x-www-form-urlencoded"})}
    web.request(verb, path, urlencode(form) if form else None, sent)
    answer = web.getresponse()
    body = answer.read()
    if answer.status >= 400:
        raise RuntimeError(f"{verb} {path} gave {answer.status}: {body[:200]!r}")
    if answer.getheader("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return body.decode(errors="replace"), answer.headers


def _token(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    if found is None:
        raise RuntimeError("The page has no form.")
    return found.group(1)


def _filled(part: str, token: str) -> dict[str, str]:
    """The form as someone in a hurry fills it: the first option, or twelve; a timed question is skipped."""
    hidden = dict(re.findall(r'<input type="hidden" name="(position|key)" value="([^"]+)"', part))
    form = {**hidden, "csrfmiddlewaretoken": token}
    fields = re.findall(r'name="(field-\w+)"', part)
    lists = dict(re.findall(r'<select[^>]*name="(field-\w+)".*?<option value="(\w[^"]*)"', part, re.DOTALL))
    numbers = set(re.findall(r'inputmode="decimal"[^>]*name="(field-\w+)"', part))
    typed = {name: lists.get(name, "12" if name in numbers else "12/03/2025") for name in fields}
    if not fields or UUID(hidden["key"]).int % 4 == 0:
        return {**form, "skip": "1"}
    return {**form, **typed}


def _first_load(service: Service, cookie: str) -> float:
    """Styles, scripts and fonts that a first question makes a browser fetch, as they travel, in KB."""
    seat = Seat(cookie)
    _sit(service.port, [seat])
    wanted = set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2))"', seat.part))
    web = http.client.HTTPConnection("127.0.0.1", service.port)
    return round(sum(_weight(web, path) for path in wanted) / 1000, 1)


def _weight(web: http.client.HTTPConnection, path: str) -> int:
    web.request("GET", path, headers={"Accept-Encoding": "br, gzip"})
    return len(web.getresponse().read())


if __name__ == "__main__":
    sys.exit(main())
