"""What the gallery shows in the components: forms, levels, tables and texts, in the language of the visitor."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import pgettext, pgettext_lazy

from design.drawings import lines
from design.figures import Band, Post
from design.tables import Column, Table

GROUNDS = ["paper", "surface", "sunk", "warm", "deep"]
INKS = ["ink", "ink-2", "line", "line-strong", "brand", "brand-strong", "brand-wash", "on-brand", "on-deep"]
SIGHTS = ["sight", "sight-text", "sight-glow"]
WASHED = [
    name + wash for name in ("right", "wrong", "warn", "info", "d1", "d2", "d3", "d4", "d5") for wash in ("", "-wash")
]
LAND = ["sky", "hill-1", "hill-2", "hill-3", "contour", "sun"]
COLOURS = [*GROUNDS, *INKS, *SIGHTS, *WASHED, *LAND]

SURE = [0.99, 0.98, 0.95, 0.86, 0.12, 0.03, 0.01, 0.0]
BETWEEN = [0.98, 0.9, 0.45, 0.1, 0.02, 0.0, 0.0, 0.0]
WIDE = [0.9, 0.7, 0.5, 0.3, 0.1, 0.02, 0.0, 0.0]
TOP = [0.99, 0.99, 0.98, 0.96, 0.94, 0.9, 0.84, 0.6]
LOW = [0.5, 0.3, 0.05, 0.0, 0.0, 0.0, 0.0, 0.0]


class SampleForm(forms.Form):
    town = forms.CharField(
        label=pgettext_lazy("gallery", "Town"),
        help_text=pgettext_lazy("gallery", "Where you live, or the nearest one."),
    )
    email = forms.EmailField(label=pgettext_lazy("gallery", "E-mail"), required=False)
    size = forms.IntegerField(
        label=pgettext_lazy("gallery", "Size"), help_text=pgettext_lazy("gallery", "A whole number.")
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("gallery", "Kind of file"),
        choices=[("sheet", pgettext_lazy("gallery", "Spreadsheet")), ("text", pgettext_lazy("gallery", "Text"))],
    )
    words = forms.CharField(label=pgettext_lazy("gallery", "What happened?"), widget=forms.Textarea(attrs={"rows": 3}))
    deposit = forms.FileField(
        label=pgettext_lazy("gallery", "Your file"),
        help_text=pgettext_lazy("gallery", "ODS, XLSX or CSV, 2 MB at most."),
        required=False,
    )
    password = forms.CharField(label=pgettext_lazy("gallery", "Password"), widget=forms.PasswordInput)
    order = forms.ChoiceField(
        label=pgettext_lazy("gallery", "One answer"),
        widget=forms.RadioSelect,
        choices=[
            ("date", pgettext_lazy("gallery", "Sort by date")),
            ("size", pgettext_lazy("gallery", "Sort by size")),
            ("name", pgettext_lazy("gallery", "Search by name")),
        ],
    )
    facts = forms.MultipleChoiceField(
        label=pgettext_lazy("gallery", "Several answers"),
        help_text=pgettext_lazy("gallery", "At least two."),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("relative", pgettext_lazy("gallery", "The formula is relative")),
            ("named", pgettext_lazy("gallery", "The range is named")),
            ("locked", pgettext_lazy("gallery", "The sheet is protected")),
        ],
    )
    terms = forms.BooleanField(label=pgettext_lazy("gallery", "I accept the terms of use"))


def everything() -> dict[str, Any]:
    """One entry a sample, named as the templates of the gallery ask for it."""
    return {
        "colours": COLOURS,
        "icons": sorted(lines("icon")),
        "competences": _numbered("competence"),
        "domains": _numbered("domain"),
        "filled": _filled(),
        "refused": SampleForm({"size": "128 kilos", "kind": "sheet"}, auto_id="refused_%s"),
        "rules": _rules(),
        "options": _options(),
        "poles": {"sure": SURE, "between": BETWEEN, "wide": WIDE, "top": TOP},
        "posts": _posts(),
        "bands": _bands(),
        "stations": _stations(),
        "crumbs": [
            {"url": "#", "label": pgettext("gallery", "Competences")},
            {"url": "#", "label": pgettext("gallery", "Protection")},
        ],
        "page": Paginator(range(50), 10).page(3),
        "table": _table(),
        "downloads": [{"url": "#", "label": label} for label in ("ODS", "XLSX", "CSV")],
        "prose": _prose(),
    }


def _numbered(family: str) -> list[dict[str, str]]:
    names = list(lines(family))
    return [
        {"word": word, "number": number, "hue": number[0]}
        for word, number in zip(names[::2], names[1::2], strict=True)
    ]


def _filled() -> SampleForm:
    given = {
        "town": "Pornic",
        "words": pgettext("gallery", "The file opens, but the sheet is empty."),
        "order": "date",
        "facts": ["relative", "named"],
    }
    return SampleForm(initial=given, auto_id="filled_%s")


def _rules() -> list[dict[str, str]]:
    return [
        {"key": "length:8", "text": pgettext("gallery", "8 characters or more")},
        {"key": "upper", "text": pgettext("gallery", "an upper-case letter")},
        {"key": "lower", "text": pgettext("gallery", "a lower-case letter")},
        {"key": "digit", "text": pgettext("gallery", "a digit")},
    ]


def _options() -> list[dict[str, Any]]:
    return [
        {
            "value": "a",
            "label": pgettext("gallery", "Keep both files"),
            "hint": pgettext("gallery", "Nothing is lost, and the folder grows."),
            "checked": True,
        },
        {"value": "b", "label": pgettext("gallery", "Keep the most recent one")},
    ]


def _posts() -> list[Post]:
    return [
        Post("1.1", 1, SURE, 4.3),
        Post("1.2", 1, BETWEEN, 2.9),
        Post("2.1", 2, WIDE, 2.2),
        Post("2.2", 2, None),
        Post("3.1", 3, TOP, 6.9),
        Post("4.1", 4, LOW, 0.9),
        Post("4.2", 4, None),
        Post("5.1", 5, BETWEEN, 2.8),
    ]


def _bands() -> list[Band]:
    steps = [(1.2, 6.2, 3.4), (1.9, 5.3, 3.2), (2.6, 5.0, 3.9), (2.7, 4.6, 3.7), (2.9, 4.4, 3.5), (3.1, 4.2, 3.6)]
    return [Band(2 * place, *step) for place, step in enumerate(steps)]


def _stations() -> list[dict[str, str]]:
    return [
        {
            "title": pgettext("gallery", "Find where you stand"),
            "text": pgettext("gallery", "20 minutes"),
            "state": "passed",
        },
        {"title": pgettext("gallery", "Improve"), "text": pgettext("gallery", "at your own pace"), "state": "current"},
        {"title": pgettext("gallery", "Prove it"), "text": pgettext("gallery", "1 h 45 in a centre")},
    ]


def _table() -> Table:
    columns = [
        Column(pgettext("gallery", "Competence")),
        Column(pgettext("gallery", "Level")),
        Column(pgettext("gallery", "Points"), numeric=True),
        Column(pgettext("gallery", "Doubt"), numeric=True),
    ]
    rows = [
        [pgettext("gallery", "Searching and checking"), pgettext("gallery", "Level 4"), "34", "± 3"],
        [pgettext("gallery", "Storing and finding"), pgettext("gallery", "Between 3 and 4"), "29", "± 6"],
        [pgettext("gallery", "Calculating and visualising"), pgettext("gallery", "Not measured yet"), "–", "–"],
    ]
    return Table(pgettext("gallery", "Levels, points and doubt"), columns, rows)


def _prose() -> str:
    return pgettext(
        "gallery",
        "# Reading the card of a file\n\n"
        "Every file has a card: its **size**, its *kind*, the day it was last changed. "
        "Press `Alt` and `Enter`, or choose “Properties”.\n\n"
        "1. Open the folder.\n2. Choose the file.\n3. Ask for its card.\n\n"
        "> Two files of the same name may hold different things.\n\n"
        "| Sign | Means |\n|---|---|\n| KB | a thousand bytes |\n| MB | a million bytes |\n\n"
        "## To go further\n\n- [The folder of the festival](#)\n- The search box, with `kind:image`.",
    )
