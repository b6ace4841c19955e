"""Where a learner stands, in words and figures ready to be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from domain.assessment.models import Mastery
from domain.content.catalogue import Catalogue
from domain.content.schema import CompetenceFile

POINTS_A_LEVEL = 8


def open_levels(sure: int, possible: int) -> tuple[int, int]:
    """The levels that may be spoken of: none is above the highest open today."""
    return min(sure, settings.OPEN_LEVEL), min(possible, settings.OPEN_LEVEL)


def level_words(sure: int, possible: int) -> str:
    """« Level 4 » when it is sure, « Between 3 and 4 » otherwise; never a decimal, never a level that is not open."""
    sure, possible = open_levels(sure, possible)
    if sure != possible:
        return _("Between %(low)d and %(high)d") % {"low": sure, "high": possible}
    return _("Level %(level)d") % {"level": sure} if sure else _("Not yet at level 1")


def sure_level(held: Sequence[float]) -> int:
    """The highest open level held with a probability of 0.8 or more."""
    return sum(chance >= 0.8 for chance in held[: settings.OPEN_LEVEL])


def possible_level(held: Sequence[float]) -> int:
    """The highest open level held with a probability of 0.2 or more."""
    return sum(chance >= 0.2 for chance in held[: settings.OPEN_LEVEL])


def whole_doubt(doubt: float | None) -> int:
    """Half of the 80 % band in whole points, as it is said everywhere: never none."""
    return max(1, round(doubt or 0.0))


def figures(points: float, doubt: float) -> str:
    """Points and their doubt, in words."""
    return ngettext(
        "%(count)d point, give or take %(doubt)d", "%(count)d points, give or take %(doubt)d", round(points)
    ) % {"count": round(points), "doubt": whole_doubt(doubt)}


@dataclass(frozen=True, slots=True)
class TopicStanding:
    """One topic of a competence."""

    title: str
    about: str
    chances: Sequence[float]
    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One competence, for its card, its pole and its row in the table."""

    code: str
    title: str
    slug: str
    hue: int
    is_open: bool
    state: str  # new, started, completed, closed
    chances: Sequence[float] | None
    at: float
    words: str
    points: float
    doubt: int  # half of the 80 % band, in whole points
    to_next: str
    retry_at: datetime | None
    is_highest: bool  # nothing is left to retry today

    @property
    def label(self) -> str:
        """The pole, read aloud."""
        if self.chances is None:
            return self.words
        return f"{self.words}, {self.figures}"

    @property
    def figures(self) -> str:
        """The points and their doubt, in words."""
        return figures(self.points, self.doubt)


def standings(content: Catalogue, masteries: Mapping[str, Mastery], locale: str, now: datetime) -> list[Standing]:
    """The competences in the order of the framework."""
    return [
        standing(content, competence, masteries.get(code), locale, now)
        for code, competence in content.competences.items()
    ]


def standing(
    content: Catalogue, competence: CompetenceFile, mastery: Mastery | None, locale: str, now: datetime
) -> Standing:
    """One competence: measured, begun, new, or without questions yet."""
    measured = mastery if mastery is not None and mastery.is_measured else None
    is_open = content.is_open(competence.code)
    retry = measured.moved_at + settings.RETRY_AFTER if measured and measured.status == "completed" else None
    return Standing(
        code=competence.code,
        title=competence.title.in_(locale),
        slug=competence.slug,
        hue=int(competence.code[0]),
        is_open=is_open,
        state=_state(mastery, is_open=is_open),
        chances=measured.held if measured else None,
        at=min(measured.points / POINTS_A_LEVEL, settings.OPEN_LEVEL) if measured else 0.0,
        words=_words(measured, is_open=is_open),
        points=measured.points if measured else 0.0,
        doubt=whole_doubt(measured.doubt) if measured else 0,
        to_next=to_next(measured.points, measured.sure, measured.possible) if measured else "",
        retry_at=retry if retry and retry > now else None,
        is_highest=bool(retry and measured and measured.sure >= settings.OPEN_LEVEL),
    )


def _state(mastery: Mastery | None, *, is_open: bool) -> str:
    if mastery is None or mastery.status == Mastery.Status.RESET:
        return "new" if is_open else "closed"
    return str(mastery.status)


def _words(measured: Mastery | None, *, is_open: bool) -> str:
    if measured is not None:
        return level_words(measured.sure, measured.possible)
    return _("Not measured yet") if is_open else _("Not open yet")


def to_next(points: float, sure: int, possible: int) -> str:
    """How many points to the next level; while the level is in doubt, that is what is said."""
    sure, possible = open_levels(sure, possible)
    if possible - sure > 1:
        return _("Still uncertain")
    level = max(sure, possible) if sure != possible else sure + 1
    if level > settings.OPEN_LEVEL:
        return _("Highest level open today")
    if level * POINTS_A_LEVEL <= points:
        return _("Level %(level)d is to be confirmed") % {"level": level}
    missing = max(1, round(level * POINTS_A_LEVEL - points))
    return ngettext("%(count)d point to level %(level)d", "%(count)d points to level %(level)d", missing) % {
        "count": missing,
        "level": level,
    }


def topic_standings(content: Catalogue, topics: Sequence[Mapping[str, Any]], locale: str) -> list[TopicStanding]:
    """The topics of a competence, from what is stored of them."""
    return [_topic(content, topic, locale) for topic in topics if topic["code"] in content.topics]


def _topic(content: Catalogue, stored: Mapping[str, Any], locale: str) -> TopicStanding:
    topic, held = content.topics[stored["code"]], stored["held"]
    words = level_words(sure_level(held), possible_level(held))
    at = min(stored["level"], settings.OPEN_LEVEL)
    return TopicStanding(topic.title.in_(locale), topic.about.in_(locale), held, at, words)


def most_points(content: Catalogue) -> int:
    """The points one can have today: all competences at the highest open level."""
    return len(content.competences) * settings.OPEN_LEVEL * POINTS_A_LEVEL


def minutes(questions: int) -> int:
    """About how long some questions take, rounded to what one would say."""
    return max(2, round(timedelta(seconds=70 * questions).total_seconds() / 60))
