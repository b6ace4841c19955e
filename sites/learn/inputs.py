"""Where one answers: options to pick, or fields to fill, with what was typed and what is left to mend."""

from typing import Any

from django.utils.translation import gettext as _

from families.contract import Field, Format, Kind, Play
from sites.learn.forms import AnswerForm

INPUT_MODES = {Format.NUMBER: "decimal"}


def inputs(play: Play | None, form: AnswerForm | None) -> list[dict[str, Any]]:
    """The controls of a play, in the words its design needs."""
    if play is None:
        return []
    if play.kind is Kind.FIELDS:
        return [_field(field, form) for field in play.fields]
    many = play.kind is Kind.CHOICES
    picked = form.data.getlist("choice") if form else []
    options = [{"value": o.id, "label": o.text, "checked": o.id in picked} for o in play.options]
    label = _("Choose at least two answers") if many else _("Choose one answer")
    return [
        {
            "kind": "choices",
            "label": label,
            "many": many,
            "options": options,
            "hint": "",
            "error": _error(form, "choice"),
        }
    ]


def _field(field: Field, form: AnswerForm | None) -> dict[str, Any]:
    name = f"field-{field.name}"
    typed = form.data.get(name, "") if form else ""
    return {
        "kind": "field",
        "id": name,
        "name": name,
        "label": field.label,
        "hint": field.hint,
        "suffix": field.unit,
        "value": typed,
        "error": _error(form, field.name),
        "inputmode": INPUT_MODES.get(field.format, ""),
        "options": _options(field, typed),
    }


def _options(field: Field, typed: str) -> list[dict[str, Any]]:
    if field.format is not Format.SELECT:
        return []
    first = {"value": "", "label": _("Choose in the list"), "selected": not typed}
    return [first, *({"value": o.id, "label": o.text, "selected": o.id == typed} for o in field.options)]


def _error(form: AnswerForm | None, name: str) -> str:
    return form.errors.get(name, "") if form else ""
