"""Tags and filters of the design: drawings, figures, typography, Markdown, figures of speech for numbers."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.template.loader import get_template
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
def piece(component: str, **given: Any) -> SafeString:
    """A component whose looks depend on what it is given alone: made once for the same words, then kept."""
    return _kept(get_language(), component, _Given(_frozen(given), given))


@dataclass(frozen=True, slots=True)
class _Given:
    """What a component is given, told from others by a key that can be looked up."""

    key: Hashable
    values: Context = field(compare=False)


def _frozen(value: Any) -> Hashable:
    """A value, lists and mappings included, as a key; safe text and plain text are equal, so the type counts."""
    if isinstance(value, Mapping):
        return tuple((key, _frozen(inner)) for key, inner in value.items())
    if isinstance(value, list | tuple):
        return tuple(_frozen(inner) for inner in value)
    return type(value), value


@lru_cache(maxsize=4096)
def _kept(language: str | None, name: str, given: _Given) -> SafeString:
    return mark_safe(get_template(f"design/{name}.html").render(dict(given.values)))


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
    if isinstance(text, SafeData):
        return mark_safe(_typeset_html(str(text), get_language() or "en"))
    return _typeset(text, get_language() or "en")


@register.filter(name="markdown")
def from_markdown(text: str, top: int = 2) -> SafeString:
    return _rendered(text, top, get_language() or "en")


# The same words come back all day long, and setting them costs more than keeping them.
_typeset = lru_cache(maxsize=8192)(typography.typeset)
_typeset_html = lru_cache(maxsize=1024)(typography.typeset_html)


@lru_cache(maxsize=2048)
def _rendered(text: str, top: int, language: str) -> SafeString:
    return mark_safe(typography.typeset_html(markdown.render(text, top), language))


@register.filter
def points(value: float, decimals: int = 1) -> str:
    """One decimal unless told otherwise, in the signs of the language; thousands never break."""
    # Rounded here: number_format only cuts.
    return number_format(round(value, decimals), decimals, use_l10n=True, force_grouping=True).replace(
        "\u00a0", typography.NARROW
    )
