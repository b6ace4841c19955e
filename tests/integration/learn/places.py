"""Where a test of a page begins (a sitting put at a screen), and what one reads on a page."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

import lxml.html
from django.http import HttpResponse
from django.urls import reverse

from domain.assessment import queries
from domain.assessment.actions import sittings
from domain.assessment.models import Answer, Sitting
from domain.content.queries import current_catalogue
from domain.core.ids import new_id
from sites.operate.management.commands.demo import as_given
from tests.conftest import NOON
from tests.steps import play_to_the_end, reply, start

SHORT, LISTS, DAY = "1-2-4-1-bus", "1-2-1-1-closing", "1-2-3-3-extract"
ONE, SEVERAL, FIGURES = "1-2-3-1-hall", "1-2-3-3-film", "1-2-1-2-photos"
TIMED, FOCUS, FOLDER, FILES = "1-2-2-2-tools", "1-2-1-6-resolve", "1-2-1-3-count-kind", "1-2-4-5-allowed"


# --- a sitting, where it is needed -----------------------------------------------------------------------------------


def asked(learner_id: UUID, challenge: str, *, locale: str = "en") -> Sitting:
    """A sitting whose first question is this one."""
    sitting = start(learner_id, locale=locale)
    return moved_to(sitting, challenge)


def moved_to(sitting: Sitting, challenge: str) -> Sitting:
    """The same sitting, with this question to answer; the engine alone would have chosen another."""
    mine = Sitting.objects.filter(learner_id=sitting.learner_id, id=sitting.id)
    mine.update(challenge=challenge, timer_at=None)
    return mine.get()


def at_checkpoint(learner_id: UUID, *, right: bool = True) -> Sitting:
    sitting = start(learner_id)
    while not sitting.at_checkpoint:
        sitting = reply(sitting, right=right)
    return sitting


def ended(learner_id: UUID, *, right: bool = True, at: datetime = NOON) -> Sitting:
    return play_to_the_end(start(learner_id, at=at), right=right, at=at)


def halfway(learner_id: UUID, *, at: datetime = NOON) -> Sitting:
    """A test ended at its first checkpoint, right once in two: neither nothing nor all is known."""
    sitting = start(learner_id, at=at)
    while not sitting.at_checkpoint:
        sitting = reply(sitting, right=sitting.position % 2 == 1, at=at)
    sittings.finish(learner_id, sitting.id, at=at)
    return queries.sitting_of(learner_id, sitting.id)


def demo_of(learner_id: UUID) -> Sitting:
    return sittings.start_demo(learner_id, next(iter(current_catalogue().demos)), locale="en", at=NOON)


# --- addresses and forms ---------------------------------------------------------------------------------------------


def url(screen: str, sitting: Sitting, **more: Any) -> str:
    return reverse(f"learn:{screen}", kwargs={"sitting_id": sitting.id, **more})


def filled(sitting: Sitting, given: Any = None, **more: Any) -> dict[str, Any]:
    """The answer form of the question a sitting is at, with what is given; skipped when nothing is."""
    form: dict[str, Any] = {"position": sitting.position, "key": str(new_id()), **more}
    if given is None:
        return {**form, "skip": "1"}
    if "choice" in given:
        return {**form, "choice": given["choice"]}
    return {**form, **{f"field-{name}": typed for name, typed in given["fields"].items()}}


def expected(sitting: Sitting) -> Any:
    return as_given(queries.play_of(sitting).key)


def state(sitting: Sitting) -> tuple[Any, ...]:
    """What an answer would change."""
    now = queries.sitting_of(sitting.learner_id, sitting.id)
    count = Answer.objects.filter(learner_id=sitting.learner_id).count()
    return now.position, now.challenge, now.status, now.chain, now.points, count


def kept(sitting: Sitting, position: int = 1) -> Answer:
    return Answer.objects.get(learner_id=sitting.learner_id, sitting_id=sitting.id, position=position)


# --- a page, read ----------------------------------------------------------------------------------------------------


class Page:
    """The HTML of a response; texts with plain spaces."""

    def __init__(self, response: HttpResponse) -> None:
        self.tree = lxml.html.document_fromstring(response.content.decode())

    def all(self, path: str) -> list[Any]:
        return list(self.tree.xpath(path))

    def texts(self, path: str) -> list[str]:
        return [plain(found if isinstance(found, str) else found.text_content()) for found in self.all(path)]

    def text(self, path: str = "//main") -> str:
        """The text of the one element there."""
        (found,) = self.texts(path)
        return found

    @property
    def title(self) -> str:
        return self.text("//h1")

    @property
    def errors(self) -> list[str]:
        return self.texts('//*[contains(@class, "govuk-error-message")]')

    @property
    def notices(self) -> list[str]:
        return self.texts('//*[contains(concat(" ", @class, " "), " al-notice ") and not(ancestor::*[@hidden])]')

    @property
    def buttons(self) -> list[str]:
        return self.texts('//main//button[@type="submit"]')

    def links(self, path: str = "//main//a/@href") -> list[str]:
        return [str(link) for link in self.all(path)]


def flat(text: str) -> str:
    """Letters and figures alone: typography depends on the language of the page."""
    return re.sub(r"[\W_]+", "", text).casefold()


def plain(text: str) -> str:
    return " ".join(text.split())
