"""What may happen to the answers of people, done for real to a real service.

F1 and F2 of the reliability plan: processes are killed by their ids, at random moments, while learners answer; no
receipt that was given is lost, and nothing is kept twice. F14: each answer arrives three times at once, and in no
order.
"""

import random
import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from tests.e2e.service import Service, until
from tests.integration.faults.ledger import Browser, Learner, Ledger, Reply
from tests.integration.faults.truth import broken_chains, stored

LEARNERS = 3
TIMES, POSITIONS = 3, range(1, 6)


class Rush:
    """Some learners who answer as fast as they can, while something happens to the service."""

    def __init__(self, service: Service, ledger: Ledger) -> None:
        self.service, self.ledger, self.stop = service, ledger, threading.Event()
        self.learners = [Learner(service.port, ledger, self.stop) for _ in range(LEARNERS)]

    def __enter__(self) -> "Rush":
        for learner in self.learners:
            learner.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        for learner in self.learners:
            learner.join(timeout=60)
            assert not learner.is_alive(), "A learner never got a receipt."

    def go_on(self, chance: random.Random) -> None:
        """Let some answers through, then stop at an instant nobody chose."""
        wanted = self.ledger.count + chance.randint(1, 12)
        until(lambda: self.ledger.count >= wanted, "new receipt")
        threading.Event().wait(chance.uniform(0, 0.05))

    @property
    def sittings(self) -> set[str]:
        return {address.strip("/").rpartition("/")[2] for learner in self.learners for address in learner.addresses}

    @property
    def faults(self) -> list[str]:
        return [fault for learner in self.learners for fault in learner.faults]


def kill_a_web_worker(service: Service, chance: random.Random) -> None:
    """The process that answers dies; the service comes back by itself, or is started again."""
    worker = chance.choice(service.web_workers())
    worker.kill()
    until(lambda: service.has_ended or service.answers(), "sign of life, or end, of the service")
    if service.has_ended:
        service.start()


def kill_everything(service: Service, chance: random.Random) -> None:
    """All the processes die at once, in any order; the service is started again."""
    family = service.family()
    chance.shuffle(family)
    for process in family:
        process.kill()
    service.ended()
    service.start()


@pytest.mark.parametrize(
    ("strike", "share"), [(kill_a_web_worker, 1.0), (kill_everything, 0.5)], ids=["web-worker", "whole-group"]
)
def test_no_receipt_is_lost_when_processes_are_killed(service, kills, ledger_file, strike, share):
    chance, ledger = random.Random(), Ledger(ledger_file)

    with Rush(service, ledger) as rush:
        for _ in range(max(1, int(kills * share))):
            rush.go_on(chance)
            strike(service, chance)
        rush.go_on(chance)

    ledger.close()
    answers = [kept for kept in stored(service) if kept.said["sitting"] in rush.sittings]
    acknowledged = ledger_file.read_text(encoding="utf-8").splitlines()
    assert rush.faults == []
    assert sorted(acknowledged) == sorted(kept.receipt for kept in answers)
    assert broken_chains(answers) == []


# --- the same answer, several times at once --------------------------------------------------------------------------


def post(browser: Browser, address: str, position: int, key: str) -> Reply:
    form = {"position": str(position), "key": key, "skip": "1"}
    return browser.send("POST", f"{address}answer/", form, part=True)


def test_an_answer_sent_three_times_at_once_in_any_order_is_kept_once(service):
    browser = Browser(service.port)
    address = browser.begin()
    keys = {position: str(uuid4()) for position in POSITIONS}
    waiting = [position for position in POSITIONS for _ in range(TIMES)]
    receipts, refusals = defaultdict(list), []

    with ThreadPoolExecutor(max_workers=6) as many:
        while waiting:
            random.shuffle(waiting)
            replies = list(
                many.map(lambda position: (position, post(browser, address, position, keys[position])), waiting)
            )
            waiting = [position for position, reply in replies if not reply.receipt]
            refusals += [reply.status for position, reply in replies if not reply.receipt]
            for position, reply in replies:
                receipts[position] += [reply.receipt] if reply.receipt else []

    answers = [kept for kept in stored(service) if kept.said["sitting"] in address]
    assert [len(receipts[position]) for position in POSITIONS] == [TIMES] * len(POSITIONS)
    assert [set(receipts[position]) for position in POSITIONS] == [{kept.receipt} for kept in answers]
    assert set(refusals) <= {409}
    assert broken_chains(answers) == []


def test_of_three_answers_to_one_question_at_once_the_first_counts_and_the_others_are_told(service):
    browser = Browser(service.port)
    address = browser.begin()

    with ThreadPoolExecutor(max_workers=TIMES) as many:
        replies = list(many.map(lambda key: post(browser, address, 1, key), [str(uuid4()) for _ in range(TIMES)]))

    kept = [one.receipt for one in stored(service) if one.said["sitting"] in address]
    assert sorted(reply.status for reply in replies) == [200, 409, 409]
    assert {reply.receipt for reply in replies} == set(kept)
    assert len(kept) == 1
