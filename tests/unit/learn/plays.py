"""The smallest plays of each kind, and skills to teach: written for the tests, made by no file."""

from typing import Any

from domain.content.catalogue import Catalogue, Skill
from domain.content.schema import CompetenceFile, SkillFile, TopicFile
from families.contract import ChoiceKey, Field, FieldsKey, Format, Kind, Option, Play, TextKey

OPTIONS = (Option("tea", "Tea"), Option("milk", "Milk"), Option("ink", "Ink"))
TYPED = {
    Format.TEXT: Field("drink", "Drink", hint="One word."),
    Format.NUMBER: Field("cups", "Cups", Format.NUMBER, unit="cups"),
    Format.DATE: Field("day", "Day", Format.DATE),
    Format.SELECT: Field("size", "Size", Format.SELECT, options=(Option("s", "Small"), Option("l", "Large"))),
}


def a_choice(kind: Kind = Kind.CHOICE) -> Play:
    right = frozenset({"tea"} if kind is Kind.CHOICE else {"tea", "milk"})
    return Play("Title", "Which?", kind, ChoiceKey(right), "Tea", "Because.", options=OPTIONS)


def some_fields(*formats: Format) -> Play:
    fields = tuple(TYPED[one] for one in formats or tuple(Format))
    key = FieldsKey(tuple((field.name, TextKey(("tea",))) for field in fields))
    return Play("Title", "What?", Kind.FIELDS, key, "Tea", "Because.", fields=fields)


# --- skills ----------------------------------------------------------------------------------------------------------


def said(text: str) -> dict[str, str]:
    return {"en": text, "fr": f"{text} (fr)"}


def a_topic(code: str) -> TopicFile:
    rungs = [said(f"Rung {level}") for level in range(1, 9)]
    shape = {"code": code, "slug": "t", "title": said(f"Topic {code}"), "about": said("About"), "digcomp": ["1.1"]}
    return TopicFile.model_validate({**shape, "ladder": rungs})


def a_skill(topic: TopicFile, level: int, competence: CompetenceFile) -> Skill:
    tutorial = {"title": said(f"Tutorial {topic.code}-{level}"), "minutes": level, "body": said("Body")}
    challenge = {"id": f"c-{level}", "pedagogy": "do", "template": "folder.path"}
    shape: dict[str, Any] = {"topic": topic.code, "level": level, "title": said("Skill"), "hint": said("Hint")}
    file = SkillFile.model_validate({**shape, "tutorial": tutorial, "challenges": [challenge]})
    return Skill(f"{topic.code}-{level}", topic, competence, file)


def a_catalogue(levels: dict[str, list[int]]) -> Catalogue:
    """The topics of competence 1.1 and, for each, the levels that have a skill."""
    topics = [a_topic(code) for code in levels]
    shape = {"code": "1.1", "slug": "c", "title": said("Competence"), "short": said("Short"), "digcomp_main": ["1.1"]}
    competence = CompetenceFile.model_validate({**shape, "topics": topics})
    skills = [a_skill(topic, level, competence) for topic in topics for level in levels[topic.code]]
    return Catalogue(
        number=1,
        domains=(),
        bands=(),
        competences={"1.1": competence},
        domain_of={},
        topics={topic.code: topic for topic in topics},
        skills={skill.id: skill for skill in skills},
        challenges={},
        demos={},
        assets={},
    )
