"""An answer, put back in words for the person who gave it."""

from domain.assessment.marking import Given
from families.contract import Field, Play


def said(given: Given, play: Play) -> str:
    """What was picked or typed, as one reads it."""
    texts = {option.id: option.text for option in play.options}
    if "choice" in given:
        return " · ".join(texts.get(option, option) for option in given["choice"])
    typed = given["fields"]
    if len(play.fields) == 1:
        return _typed(play.fields[0], typed)
    return " · ".join(f"{field.label}: {_typed(field, typed)}" for field in play.fields)


def _typed(field: Field, typed: dict[str, str]) -> str:
    value = typed.get(field.name, "")
    return {option.id: option.text for option in field.options}.get(value, value)
