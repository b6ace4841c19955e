"""What the answer form sends: its shape is checked here, its truth in the domain."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from domain.assessment.actions.answers import Sent
from domain.assessment.marking import Given, can_be_read
from domain.content.models import Category
from domain.content.reports import Detail
from families.contract import Field, Format, Kind, Play

MAX_LENGTH = 500
POSITION, KEY = re.compile(r"[1-9][0-9]{0,2}|1000"), re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")
Groups = Mapping[Category, tuple[Detail, ...]]


def place(name: str) -> str:
    """The id of the control of a field."""
    return name if name in {"choice", "answer"} else f"field-{name}"


class Unfit(Exception):
    """Something is missing in the answer, or cannot be read; the form says what, beside each field."""


class AnswerForm:
    """The answer to one play: what was typed is kept, and each fault is said beside its field."""

    def __init__(self, data: QueryDict, locale: str) -> None:
        self.data, self.locale = data, locale
        self.errors: dict[str, str] = {}

    def sent(self) -> Sent:
        """What the action needs. Refuses a form that does not say which question it answers."""
        position, key = self.data.get("position", ""), self.data.get("key", "")
        if not POSITION.fullmatch(position) or not KEY.fullmatch(key):
            self.errors["answer"] = _("This page had grown old. It has been updated: answer again.")
            raise Unfit
        return Sent(int(position), UUID(key), self._read, left_page=bool(self.data.get("left")))

    def _read(self, play: Play) -> Given | None:
        given = None if self.data.get("skip") else self._given(play)
        if self.errors:
            raise Unfit
        return given

    @property
    def summary(self) -> list[dict[str, str]]:
        """The faults, each leading to its field."""
        return [{"href": f"#{place(name)}", "text": text} for name, text in self.errors.items()]

    def _given(self, play: Play) -> Given:
        if play.kind is Kind.FIELDS:
            return {"fields": {field.name: self._typed(field) for field in play.fields}}
        known = {option.id for option in play.options}
        picked = [option for option in self.data.getlist("choice") if option in known]
        if play.kind is Kind.CHOICE and len(picked) != 1:
            self.errors["choice"] = _("Choose one answer, or skip the question.")
        if play.kind is Kind.CHOICES and len(picked) < 2:
            self.errors["choice"] = _("Choose at least two answers, or skip the question.")
        return {"choice": sorted(picked)}

    def _typed(self, field: Field) -> str:
        # PostgreSQL keeps no NUL, and nobody types one.
        typed = self.data.get(f"field-{field.name}", "").replace("\x00", "").strip()
        if not typed:
            self.errors[field.name] = _missing(field)
        elif len(typed) > MAX_LENGTH:
            self.errors[field.name] = _("This answer is over %(most)d characters. Shorten it.") % {"most": MAX_LENGTH}
        elif not can_be_read(typed, field.format, self.locale):
            self.errors[field.name] = _unreadable(field)
        return typed


def _missing(field: Field) -> str:
    if field.format is Format.SELECT:
        return _("Choose an answer in the list, or skip the question.")
    if field.format is Format.NUMBER:
        return _("Type a number, or skip the question.")
    if field.format is Format.DATE:
        return _("Type a date, or skip the question.")
    return _("Type your answer, or skip the question.")


def _unreadable(field: Field) -> str:
    if field.format is Format.DATE:
        return _("This date cannot be read. Write the day, the month and the year, for example 14/03/2025.")
    return _("This number cannot be read. Write it with digits, for example 85 or 2.5.")


class ReportForm(forms.Form):
    """A report on a question; what it may be about depends on what has been read."""

    comment = forms.CharField(
        label=gettext_lazy("What did you see?"),
        help_text=gettext_lazy("Write nothing private: no name, no password, nothing about your health."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10_000,
        error_messages={
            "required": gettext_lazy("Your message is empty. Say in a few words what you saw, then send it."),
            "max_length": gettext_lazy("Your message is over 10,000 characters. Shorten it, then send it."),
        },
    )

    def __init__(self, groups: Groups, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(category.label, [(d.code, d.label) for d in details]) for category, details in groups.items()]
        unknown = _("Choose what your report is about in the list.")
        self.fields["detail"] = forms.ChoiceField(
            label=_("What is it about?"),
            choices=[("", _("Choose in the list")), *listed],
            error_messages={"required": unknown, "invalid_choice": unknown},
        )
        self.order_fields(["detail", "comment"])
