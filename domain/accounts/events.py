"""What accounts tell: news for whoever sends messages or keeps results."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class PersonSignedUp:
    person_id: UUID


@dataclass(frozen=True)
class ConfirmationAsked:
    """Someone wants the message that confirms their address once more."""

    person_id: UUID


@dataclass(frozen=True)
class PasswordResetAsked:
    """Someone typed this address; whether it has an account is looked up later, away from their screen."""

    email: str


@dataclass(frozen=True)
class PasswordChanged:
    person_id: UUID


@dataclass(frozen=True)
class EmailChangeAsked:
    person_id: UUID


@dataclass(frozen=True)
class EmailChanged:
    person_id: UUID
    old_email: str


@dataclass(frozen=True)
class LearnerJoined:
    """Someone who had tried without an account signed in to the one they had."""

    anonymous_id: UUID
    learner_id: UUID


@dataclass(frozen=True)
class AccountDeleted:
    """The account is gone; the address and first name are told for the last message, and kept nowhere."""

    learner_id: UUID
    email: str
    first_name: str
    language: str
