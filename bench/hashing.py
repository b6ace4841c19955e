"""What keeping a password costs: processor time to hash one and to check one, as the service does."""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from importlib.metadata import version

from bench import report
from domain.accounts.hashers import QuickArgon2Hasher

ROUNDS = 15
AT_MOST_MS = 60.0
PASSWORD = "Boussole7 et chemin"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    hasher = QuickArgon2Hasher()
    salt = hasher.salt()
    encoded = hasher.encode(PASSWORD, salt)
    figures = {
        "hash_ms": _median_ms(lambda: hasher.encode(PASSWORD, salt)),
        "check_ms": _median_ms(lambda: hasher.verify(PASSWORD, encoded)),
    }
    settings = {"memory_kib": hasher.memory_cost, "passes": hasher.time_cost, "lanes": hasher.parallelism}
    conditions = report.conditions(argon2=version("argon2-cffi"), rounds=ROUNDS, **settings)
    targets = [report.at_most(name, value, AT_MOST_MS) for name, value in figures.items()]
    return report.publish(conditions, figures, targets, as_json=chosen.json)


def _median_ms(work: Callable[[], object]) -> float:
    """The median processor time, in milliseconds: other work on the machine hardly counts in it."""
    spent = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        spent.append(time.process_time() - begin)
    return round(1000 * statistics.median(spent), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
