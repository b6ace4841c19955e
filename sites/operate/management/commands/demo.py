"""The demo people, made through the same actions as everyone; run twice, it changes nothing."""

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from domain.accounts import actions as accounts
from domain.accounts.models import Person
from domain.assessment import queries
from domain.assessment.actions import answers, sittings
from domain.assessment.models import Sitting
from domain.content.queries import current_catalogue
from domain.core.ids import new_id
from families.contract import ChoiceKey, DateKey, FieldKey, Key, NumberKey
from sites.common.accounts.legal import both_in_force

# Nobody signs in with it: demo people are entered by a button, in demo mode only.
UNUSED = "Demo-people-have-0-password"


class Command(BaseCommand):
    help = "Make the demo people: Ada learns."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        ada = _person("Ada", "Marin", now)
        if not queries.masteries_of(ada.learner_id):
            self.stdout.write("  Making the demo people")
            _half_a_test(ada, now)


def _person(first_name: str, last_name: str, at: datetime) -> Person:
    newcomer = accounts.Newcomer(first_name, last_name, f"{first_name.lower()}@demo.invalid", UNUSED, "fr")
    return accounts.create_demo_person(newcomer, agreed=both_in_force(at.date()), at=at)


def _half_a_test(person: Person, at: datetime) -> None:
    """Some answers to a first test, right up to level 4, so that there is something to resume."""
    content = current_catalogue()
    code = next(code for code in content.competences if content.is_open(code))
    sitting = sittings.start_competence(person.learner_id, code, locale=person.language, at=at)
    while sitting.is_open and sitting.position <= 7:
        if sitting.at_checkpoint:
            sittings.leave_checkpoint(person.learner_id, sitting.id, at=at)
        sitting = _answer(sitting, right=content.challenges[sitting.challenge].skill.level <= 4, at=at)


def _answer(sitting: Sitting, *, right: bool, at: datetime) -> Sitting:
    sittings.start_clock(sitting.learner_id, sitting.id, at=at)
    sent = answers.Sent(sitting.position, new_id(), lambda play: as_given(play.key) if right else None)
    return answers.answer(sitting.learner_id, sitting.id, sent, at=at).sitting


def as_given(key: Key) -> Any:
    """What someone who knows would answer."""
    if isinstance(key, ChoiceKey):
        return {"choice": sorted(key.right)}
    return {"fields": {name: _typed(field) for name, field in key.fields}}


def _typed(key: FieldKey) -> str:
    if isinstance(key, NumberKey):
        return str(key.low)
    if isinstance(key, DateKey):
        return key.value.isoformat()
    return key.values[0]
