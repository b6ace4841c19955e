"""What the service holds, asked from it after the faults, and whether it holds together."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import run
from domain.assessment.receipts import START, link
from tests.e2e.service import Service

ASK = """
import json
from domain.assessment.models import Answer, Sitting
chains = {str(s.id): (s.chain, s.position) for s in Sitting.objects.all()}
for kept in Answer.objects.order_by("sitting_id", "position"):
    chain, position = chains[str(kept.sitting_id)]
    told = {"receipt": bytes(kept.receipt).decode(), "given": kept.given, "chain": chain, "position": position}
    print("ANSWER", json.dumps(told))
"""


@dataclass(frozen=True)
class Kept:
    """One stored answer: its receipt as it is told, what was given, and where its sitting is."""

    receipt: str
    given: object
    sitting_chain: str
    sitting_position: int

    @property
    def said(self) -> dict[str, str]:
        found: dict[str, str] = json.loads(self.receipt)
        return found


def stored(service: Service) -> list[Kept]:
    """All the answers of a service, by sitting and position."""
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", ASK]
    done = subprocess.run(command, cwd=run.ROOT, env=service.environment, capture_output=True, text=True, check=True)
    lines = [line.removeprefix("ANSWER ") for line in done.stdout.splitlines() if line.startswith("ANSWER ")]
    told = [json.loads(line) for line in lines]
    return [Kept(one["receipt"], one["given"], one["chain"], one["position"]) for one in told]


def broken_chains(answers: Iterable[Kept]) -> list[str]:
    """The sittings whose answers do not follow one another, from the first to the last."""
    sittings: dict[str, list[Kept]] = defaultdict(list)
    for kept in answers:
        sittings[kept.said["sitting"]].append(kept)
    return [name for name, kept in sittings.items() if not _holds(kept)]


def _holds(answers: list[Kept]) -> bool:
    chain = START
    for place, kept in enumerate(answers, start=1):
        said = kept.said
        if int(said["position"]) != place:
            return False
        chain = link(
            chain,
            sitting=UUID(said["sitting"]),
            position=place,
            key=UUID(said["key"]),
            given=kept.given,
            at=datetime.fromisoformat(said["at"]),
        )
        if chain != said["chain"]:
            return False
    return answers[-1].sitting_chain == chain and answers[-1].sitting_position == len(answers) + 1
