"""What sittings tell."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SittingFinished:
    """A sitting is over, and its figures are final."""

    learner_id: UUID
    sitting_id: UUID
