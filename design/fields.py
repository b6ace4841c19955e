"""What a component must know of a form field: its kind, its classes, its choices, where an error leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

INPUT = "govuk-input"
CLASSES = {"select": "govuk-select", "textarea": "govuk-textarea", "file": "govuk-file-upload"}


@dataclass(frozen=True)
class Option:
    id: str
    name: str
    value: str
    label: str
    checked: bool


def kind(field: BoundField) -> str:
    """radio and checkboxes are lists of choices; checkbox is one box; the rest is one control."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.Textarea):
        return "textarea"
    return str(getattr(widget, "input_type", None) or "text")


def widget(field: BoundField, *, answer: bool = False) -> SafeString:
    """The control itself, dressed, and linked to its hint and its error."""
    dress = CLASSES.get(kind(field), INPUT)
    worn = [dress, *([f"{dress}--error"] if field.errors else []), *(["al-input--answer"] if answer else [])]
    own = str(field.field.widget.attrs.get("class", ""))
    return field.as_widget(_plain(field), attrs={"class": " ".join([*worn, own]).strip()})


def _plain(field: BoundField) -> forms.Widget:
    """A number is typed as text: browsers empty a number control that holds a letter, and nothing typed is lost."""
    own: forms.Widget = field.field.widget
    if kind(field) != "number":
        return own
    keys = "numeric" if type(field.field) is forms.IntegerField else "decimal"
    return forms.TextInput(attrs={"inputmode": keys, "autocomplete": "off", **_kept(own.attrs)})


def _kept(attrs: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attrs.items() if name not in {"min", "max", "step"}}


def options(field: BoundField) -> Iterator[Option]:
    for choice in field.subwidgets:
        data = choice.data
        label = str(choice.choice_label)
        yield Option(data["attrs"]["id"], data["name"], str(data["value"]), label, bool(data["selected"]))


def anchor(field: BoundField) -> str:
    """Where the error summary leads: the control, or the first of its choices."""
    return f"{field.auto_id}_0" if kind(field) in {"radio", "checkboxes"} else str(field.id_for_label)
