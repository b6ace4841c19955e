"""Tags and filters of the design: drawings, figures, typography, Markdown, figures of speech for numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.utils.formats import number_format
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.translation import get_language

from design import drawings, fields, figures, markdown, typography

register = template.Library()

register.simple_tag(drawings.icon)
register.simple_tag(drawings.pictogram)
register.filter("kind", fields.kind)
register.filter("options", fields.options)
register.filter("anchor", fields.anchor)

Context = Mapping[str, Any]


@register.simple_tag
def widget(field: BoundField, answer: bool = False) -> SafeString:
    return fields.widget(field, answer=answer)


@register.inclusion_tag("design/pole.html")
def pole(chances: Sequence[float] | None, *, label: str, size: str = "", **drawn: Any) -> Context:
    return {"figure": figures.pole(chances, small=size == "s", **drawn), "label": label}


@register.inclusion_tag("design/relief.html")
def relief(posts: Sequence[figures.Post], *, label: str, ceiling: int = figures.LEVELS) -> Context:
    return {"figure": figures.relief(posts, ceiling=ceiling), "label": label}


@register.inclusion_tag("design/aim.html")
def aim(bands: Sequence[figures.Band], *, label: str, levels: int = figures.LEVELS) -> Context:
    return {"figure": figures.aim(bands, levels=levels), "label": label}


@register.inclusion_tag("design/progress.html")
def progress(at: float, total: float, *, label: str, id: str = "", **ruled: float) -> Context:
    return {"figure": figures.progress(at, total, **ruled), "label": label, "id": id}


@register.filter
def typo(value: object) -> str:
    """Set in the signs of the language; plain text is still escaped where it is printed."""
    text = "" if value is None else value if isinstance(value, str) else str(value)
    language = get_language() or "en"
    if isinstance(text, SafeData):
        return mark_safe(typography.typeset_html(text, language))
    return typography.typeset(text, language)


@register.filter(name="markdown")
def from_markdown(text: str, top: int = 2) -> SafeString:
    return mark_safe(typography.typeset_html(markdown.render(text, top), get_language() or "en"))


@register.filter
def points(value: float, decimals: int = 1) -> str:
    """One decimal unless told otherwise, in the signs of the language; thousands never break."""
    # Rounded here: number_format only cuts.
    return number_format(round(value, decimals), decimals, use_l10n=True, force_grouping=True).replace("\u00a0", typography.NARROW)
