"""What must never reach a browser before the answer is kept, and where it would show."""

import gzip
from dataclasses import replace
from functools import lru_cache
from typing import Any

import orjson

from domain.content.models import Release
from families.contract import Ask, ChoiceKey, FieldsKey, Play, Template, TextKey
from tests.conftest import NOON

# A word no page has a reason to say.
MARK = "zqcanaryqz"
MARKED = {"en": MARK, "fr": MARK}
NUMBER = 9_001  # catalogues are kept by number in the process: no other test makes this one


def poisoned(template: Template) -> Template:
    """The same questions, with secrets that are not theirs."""

    def make(ask: Ask) -> Play:
        play = template.make(ask)
        return replace(play, key=_another_key(play), shown=MARK, correction=MARK, mistakes=())

    return replace(template, make=make)


def _another_key(play: Play) -> ChoiceKey | FieldsKey:
    if isinstance(play.key, ChoiceKey):
        return ChoiceKey(frozenset(option.id for option in play.options) - play.key.right)
    return FieldsKey(tuple((field.name, TextKey((MARK,))) for field in play.fields), any_order=not play.key.any_order)


def poisoned_release() -> int:
    """The newest release again, under another number, with the secrets of its written questions replaced."""
    body = Release.objects.order_by("-number").values_list("body", flat=True)[0]
    poisoned = _poisoned(bytes(body))
    return Release.objects.create(number=NUMBER, digest=MARK, body=poisoned, published_at=NOON).number


@lru_cache
def _poisoned(body: bytes) -> bytes:
    stored = orjson.loads(gzip.decompress(body))
    for placed in stored["bundle"]["skills"]:
        placed["skill"]["hint"] = MARKED
        placed["skill"]["challenges"] = [_other(challenge) for challenge in placed["skill"]["challenges"]]
    return gzip.compress(orjson.dumps(stored))


def _other(challenge: dict[str, Any]) -> dict[str, Any]:
    if challenge["template"] is not None:
        return challenge
    right = [option["right"] for option in challenge["options"]]
    options = [
        {**option, "right": before, "feedback": MARKED}
        for option, before in zip(challenge["options"], right[-1:] + right[:-1], strict=True)
    ]
    fields = [_other_field(field) for field in challenge["fields"]]
    secrets = {"shown": MARKED, "correction": MARKED, "any_order": not challenge["any_order"]}
    return {**challenge, "options": options, "fields": fields, **secrets}


def _other_field(field: dict[str, Any]) -> dict[str, Any]:
    keys = {"accept": None, "number": None, "day": None, "right": None, "mistakes": (), "spelling": 0.2, "exact": True}
    if field["format"] == "number":
        keys["number"] = {"value": "987654321"}
    elif field["format"] == "date":
        keys["day"] = "1907-01-02"
    elif field["format"] == "select":
        keys["right"] = next(option["id"] for option in field["options"] if option["id"] != field["right"])
    else:
        keys["accept"] = {"en": [MARK], "fr": [MARK]}
    return {**field, **keys}
