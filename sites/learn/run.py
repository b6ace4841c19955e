"""A sitting, ready to be shown: which screen it is at, and what this screen needs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from design.figures import Band
from design.templatetags.design import points
from domain.assessment import queries
from domain.assessment.models import Sitting, Verdict
from domain.assessment.policies import COMPETENCE, POLICIES
from domain.content.catalogue import Catalogue, Challenge, catalogue
from domain.content.schema import Band as LevelBand
from families.contract import Download, Kind, Play
from sites.learn import standing, trainings
from sites.learn.given import said

MARKS = {
    Verdict.RIGHT: "right",
    Verdict.WRONG: "wrong",
    Verdict.SKIPPED: "skipped",
    Verdict.OUT_OF_TIME: "late",
    Verdict.OUT_OF_FOCUS: "left",
}


def state(sitting: Sitting) -> tuple[str, dict[str, Any]]:
    """The screen a sitting is at: its end, a checkpoint, the warning before a clock, or a question."""
    common = {"sitting": sitting, "title": title_of(sitting), "stage": POLICIES[sitting.policy].stage}
    if not sitting.is_open:
        return "learn/end/end.html", {**common, **_end(sitting)}
    if sitting.at_checkpoint:
        return "learn/checkpoint/checkpoint.html", {**common, **_checkpoint(sitting)}
    challenge = catalogue(sitting.release).challenges[sitting.challenge]
    course = {"challenge": challenge, **_course(sitting)}
    if challenge.file.seconds and sitting.timer_at is None:
        return "learn/clock/clock.html", {**common, **course}
    return "learn/question/question.html", {**common, **course, **_question(sitting, challenge)}


def title_of(sitting: Sitting) -> str:
    """What the test is called, in the language of the reader."""
    content, locale = catalogue(sitting.release), get_language() or "en"
    if sitting.policy == COMPETENCE:
        return content.competences[sitting.subject].title.in_(locale)
    demo = content.demos.get(sitting.subject)
    return demo.title.in_(locale) if demo else _("Preview of %(challenge)s") % {"challenge": sitting.subject}


def play_to_read(sitting: Sitting) -> Play | None:
    """The question whose answer is being read, if there is one to answer."""
    return queries.play_of(sitting) if sitting.is_open else None


def bar(sitting: Sitting) -> dict[str, Any]:
    """The bar above a test: its name, and the way out, which loses nothing."""
    return {"test_name": title_of(sitting), "pause_url": "/"}


def _course(sitting: Sitting) -> dict[str, Any]:
    """Where one is in the test: the rule of progress, and the receipt of the last answer."""
    stage, place, saved = POLICIES[sitting.policy].stage, sitting.position, sitting.position - 1
    ends = -(-place // stage) * stage if stage else sitting.about + 1
    text = _("Question %(n)d") % {"n": place}
    if ends <= sitting.about:
        text = _("Question %(n)d · corrections after question %(end)d") % {"n": place, "end": ends}
    return {
        **bar(sitting),
        "course_at": place - 0.5,
        "course_stage": stage or sitting.about,
        "course_text": text,
        "course_label": _("Question %(n)d of about %(about)d") % {"n": place, "about": sitting.about},
        "receipt_text": _("Answer %(n)d saved") % {"n": saved} if saved else "",
    }


# --- a question ------------------------------------------------------------------------------------------------------


def _question(sitting: Sitting, challenge: Challenge) -> dict[str, Any]:
    play = queries.question_of(sitting)
    return {
        "play": play,
        "many": play.kind is Kind.CHOICES,
        "focus": challenge.file.mode == "focus",
        "seconds_left": _seconds_left(sitting, challenge),
        "image": _image(sitting, challenge, play),
        "files": _files(sitting, play),
        "why": why(sitting, challenge),
        "lang": sitting.locale,
    }


def _seconds_left(sitting: Sitting, challenge: Challenge) -> int | None:
    """What the clock of a timed question still gives; 0 when the time is over."""
    if not challenge.file.seconds or sitting.timer_at is None:
        return None
    ends = sitting.timer_at + timedelta(seconds=challenge.file.seconds)
    return max(0, math.ceil((ends - timezone.now()).total_seconds()))


def _image(sitting: Sitting, challenge: Challenge, play: Play) -> dict[str, str] | None:
    if play.image is None:
        return None
    digest = catalogue(sitting.release).asset(challenge.skill, play.image.src)
    url = reverse("learn:asset", args=[digest, play.image.src.rpartition("/")[2]])
    return {"url": url, "alt": play.image.alt, "description": play.image.description}


def _files(sitting: Sitting, play: Play) -> list[dict[str, Any]]:
    return [_file(sitting, piece) for piece in play.downloads]


def _file(sitting: Sitting, piece: Download) -> dict[str, Any]:
    base, alone = piece.name.rpartition("/")[2], len(piece.formats) == 1
    downloads = [
        {
            "url": reverse("learn:download", args=[sitting.id, sitting.position, f"{base}.{ending}"]),
            "label": _("Download") if alone else ending.upper(),
        }
        for ending in piece.formats
    ]
    name = f"{base}.{piece.formats[0]}" if alone else base
    return {"name": name, "about": piece.note, "downloads": downloads}


def why(sitting: Sitting, challenge: Challenge) -> str:
    """Why this question, in plain words: its topic, its level, and how many would succeed."""
    if not POLICIES[sitting.policy].adaptive:
        return _("The questions of this list are the same for everyone.")
    topic, level = challenge.skill.topic.title.in_(get_language() or "en"), challenge.skill.level
    first = _("This question is about “%(topic)s”, at level %(level)d.") % {"topic": topic, "level": level}
    if sitting.position == 1:
        gentle = _("We begin with a question that most people succeed in; the next ones adjust to your answers.")
        return f"{first} {gentle}"
    place = standing.level_words(sitting.sure or 0, sitting.possible or 0)
    then = _("Your position so far: %(place)s. Among the questions left, this one should narrow it most.") % {
        "place": place[:1].lower() + place[1:]
    }
    return f"{first} {then} {expected(sitting.chance)}"


def expected(chance: float) -> str:
    """How many people out of ten, in the same place, should succeed."""
    if 0.45 <= chance <= 0.55:
        return _("One person in two, in your place, should succeed.")
    count = min(9, max(1, round(chance * 10)))
    return ngettext(
        "About one person in ten, in your place, should succeed.",
        "About %(count)d people in ten, in your place, should succeed.",
        count,
    ) % {"count": count}


# --- a checkpoint, the end -------------------------------------------------------------------------------------------


SHORT = 600  # characters of a context that a correction repeats


@dataclass(frozen=True, slots=True)
class Shown:
    """One answered question, with its correction."""

    position: int
    mark: str
    word: str
    title: str
    context: str
    question: str
    given: str
    expected: str
    feedback: str
    correction: str
    hint: str
    tutorial: trainings.Suggestion
    report_url: str
    lang: str


def verdicts(sitting: Sitting, first: int = 1) -> list[Shown]:
    """The corrections that may be read now."""
    return [_shown(sitting, one) for one in queries.corrected(sitting, first)]


def _shown(sitting: Sitting, one: queries.Corrected) -> Shown:
    verdict = Verdict(one.answer.verdict)
    return Shown(
        position=one.answer.position,
        mark=MARKS[verdict],
        word=_word(verdict),
        title=one.play.title,
        context=one.play.context if len(one.play.context) <= SHORT else "",
        question=one.play.question,
        given=said(one.answer.given, one.play) if one.answer.given is not None else "",
        expected=one.play.shown,
        feedback=one.feedback or "",
        correction=one.play.correction,
        hint=one.challenge.skill.file.hint.in_(sitting.locale) if verdict is not Verdict.RIGHT else "",
        tutorial=trainings.suggestion(one.challenge.skill, sitting.locale),
        report_url=reverse("learn:report", args=[sitting.id, one.answer.position]),
        lang=sitting.locale,
    )


def _word(verdict: Verdict) -> str:
    return {
        Verdict.RIGHT: _("Right"),
        Verdict.WRONG: _("To look at again"),
        Verdict.SKIPPED: _("Skipped"),
        Verdict.OUT_OF_TIME: _("Out of time"),
        Verdict.OUT_OF_FOCUS: _("Out of page"),
    }[verdict]


def reached(sitting: Sitting) -> int | None:
    """The level made sure since the stage began, if there is one to announce."""
    began = next((place[3] for place in reversed(sitting.trail) if len(place) > 3), None)
    if began is None:  # a test begun before stages kept where they began: the last answer alone is known
        return sitting.reached
    sure, _possible = standing.open_levels(sitting.sure or 0, sitting.possible or 0)
    return sure if sure > began else None


def _checkpoint(sitting: Sitting) -> dict[str, Any]:
    answered = sitting.position - 1
    stage = POLICIES[sitting.policy].stage
    sure, possible = standing.open_levels(sitting.sure or 0, sitting.possible or 0)
    done = ngettext("%(n)d answer out of about %(about)d", "%(n)d answers out of about %(about)d", answered) % {
        "n": answered,
        "about": sitting.about,
    }
    return {
        **_course(sitting),
        "course_at": answered,
        "course_text": done,
        "course_label": done,
        "receipt_text": _("Everything is saved"),
        "answered": answered,
        "number": answered // stage,
        "words": standing.level_words(sure, possible),
        "settled": sure == possible,
        "reached": reached(sitting),
        "verdicts": verdicts(sitting, answered - stage + 1),
        **narrowing(sitting),
    }


def bands(trail: Sequence[Sequence[float]]) -> list[Band]:
    """The narrowing: before the first question, then every two answers, and today."""
    kept = [n for n in range(len(trail)) if n % 2 == 0 or n == len(trail) - 1]
    return [Band(answers=n, low=trail[n][0], high=trail[n][2], at=trail[n][1]) for n in kept]


def narrowing(sitting: Sitting) -> dict[str, Any]:
    """The bands of the narrowing, and what the figure finds, in one sentence."""
    shown = bands(sitting.trail)
    finding = _("The band narrows: from %(low)s–%(high)s before the first question to %(now_low)s–%(now_high)s.") % {
        "low": points(shown[0].low),
        "high": points(shown[0].high),
        "now_low": points(shown[-1].low),
        "now_high": points(shown[-1].high),
    }
    return {"bands": shown, "narrowing": finding}


def _end(sitting: Sitting) -> dict[str, Any]:
    content, locale = catalogue(sitting.release), get_language() or "en"
    corrected = verdicts(sitting)
    shown = {"verdicts": corrected, "current": "tests", "adaptive": POLICIES[sitting.policy].adaptive}
    if sitting.points is None:
        return {**shown, "right": sum(one.mark == "right" for one in corrected), "count": len(corrected)}
    sure, possible = standing.open_levels(sitting.sure or 0, sitting.possible or 0)
    mastery = queries.masteries_of(sitting.learner_id).get(sitting.subject)
    retry = sitting.finished_at + settings.RETRY_AFTER if sitting.finished_at else None
    return {
        **shown,
        "hue": int(sitting.subject[0]),
        "level": min(sitting.points / standing.POINTS_A_LEVEL, settings.OPEN_LEVEL),
        "points": round(sitting.points),
        "doubt": standing.whole_doubt(sitting.doubt),
        "headline": _headline(sure, possible),
        "tone": _tone(content, sure, locale),
        "words": standing.level_words(sure, possible),
        "settled": sure == possible,
        "reached": reached(sitting),
        "gained": round(sitting.points - sitting.before) if sitting.before is not None else None,
        "to_next": standing.to_next(sitting.points, sure, possible),
        "next_level": sure + 1,
        "topics": standing.topic_standings(content, sitting.topics, locale),
        **narrowing(sitting),
        "tutorials": trainings.recommended(content, sitting.subject, mastery, locale) if mastery else [],
        "retry_at": retry if retry and retry > timezone.now() else None,
    }


def _headline(sure: int, possible: int) -> str:
    if sure == possible:
        return _("Level %(level)d reached") % {"level": sure} if sure else _("Level 1 is the next step")
    return standing.level_words(sure, possible)


def _tone(content: Catalogue, sure: int, locale: str) -> str:
    """What one can do at this level, in the words of the framework; before level 1, where to begin."""
    if sure == 0:
        return _("You are at the start of the path. The tutorials below are chosen from your answers: begin with one.")
    band: LevelBand = content.bands[sure - 1]
    return band.can.in_(locale)


def row(sitting: Sitting, locale: str) -> dict[str, Any]:
    """One line of « My tests », and of the former tests of a competence."""
    competence = catalogue(sitting.release).competences[sitting.subject]
    words = standing.level_words(sitting.sure or 0, sitting.possible or 0) if sitting.position > 1 else ""
    return {
        "sitting": sitting,
        "title": competence.title.in_(locale),
        "slug": competence.slug,
        "hue": int(sitting.subject[0]),
        "words": words,
        "label": f"{words}, {standing.figures(sitting.points or 0.0, sitting.doubt or 0.0)}",
        "answered": sitting.position - 1,
        "at": min((sitting.points or 0.0) / standing.POINTS_A_LEVEL, settings.OPEN_LEVEL),
        "doubt": standing.whole_doubt(sitting.doubt),
    }
