"""From a challenge to one concrete question: a template is asked for it, a hand-written one is put in its language."""

import random

from domain.content.catalogue import Challenge
from domain.content.schema import ChallengeFile, FieldFile, FieldMistake, ImageFile, OptionFile, TableFile, Text
from families.contract import (
    Ask,
    ChoiceKey,
    DateKey,
    Download,
    Field,
    FieldKey,
    FieldsKey,
    Format,
    Image,
    Key,
    Kind,
    Mistake,
    NumberKey,
    Option,
    OptionKey,
    Play,
    Table,
    TextKey,
)
from families.registry import TEMPLATES


def play(challenge: Challenge, *, seed: bytes, locale: str, country: str) -> Play:
    """The question this learner gets: the same seed and locale always give the same one."""
    if challenge.file.template is not None:
        ask = Ask(seed=seed, level=challenge.skill.level, locale=locale, country=country)
        return TEMPLATES[challenge.file.template].make(ask)
    return _written(challenge.file, seed, locale)


def download(challenge: Challenge, ending: str, *, seed: bytes, locale: str, country: str) -> bytes | None:
    """The bytes of this learner's own file in one format; None when the challenge makes no such file."""
    template = TEMPLATES.get(challenge.file.template or "")
    if template is None or template.build is None:
        return None
    return template.build(Ask(seed=seed, level=challenge.skill.level, locale=locale, country=country), ending)


def _written(file: ChallengeFile, seed: bytes, locale: str) -> Play:
    return Play(
        title=_say(file.title, locale),
        context=_say(file.context, locale),
        question=_say(file.question, locale),
        kind=Kind(file.kind or Kind.FIELDS),
        options=_options(file, seed, locale),
        fields=tuple(_field(field, locale) for field in file.fields),
        downloads=tuple(
            Download(piece.name.in_(locale), piece.formats, _say(piece.note, locale)) for piece in file.files
        ),
        image=_image(file.image, locale),
        table=_table(file.table, locale),
        key=_key(file, locale),
        shown=_say(file.shown, locale),
        correction=_say(file.correction, locale),
        mistakes=tuple(_mistakes(file, locale)),
    )


def _say(text: Text | None, locale: str) -> str:
    return "" if text is None else text.in_(locale)


def _options(file: ChallengeFile, seed: bytes, locale: str) -> tuple[Option, ...]:
    options = [Option(option.id, option.text.in_(locale)) for option in file.options]
    if file.shuffle:
        # Not a secret: only an order, the same at each reload.
        random.Random(seed).shuffle(options)
    return tuple(options)


def _field(field: FieldFile, locale: str) -> Field:
    return Field(
        name=field.name,
        label=field.label.in_(locale),
        format=Format(field.format),
        hint=_say(field.hint, locale),
        unit=_say(field.unit, locale),
        options=tuple(Option(option.id, option.text.in_(locale)) for option in field.options),
    )


def _image(image: ImageFile | None, locale: str) -> Image | None:
    if image is None:
        return None
    return Image(image.src.in_(locale), image.alt.in_(locale), _say(image.description, locale))


def _table(table: TableFile | None, locale: str) -> Table | None:
    if table is None:
        return None
    rows = tuple(tuple(cell if isinstance(cell, str) else cell.in_(locale) for cell in row) for row in table.rows)
    return Table(table.caption.in_(locale), tuple(head.in_(locale) for head in table.head), rows)


# --- keys ------------------------------------------------------------------------------------------------------------


def _key(file: ChallengeFile, locale: str) -> Key:
    if file.kind in {"choice", "choices"}:
        return ChoiceKey(frozenset(option.id for option in file.options if option.right))
    keys = tuple((field.name, _field_key(field, locale)) for field in file.fields)
    return FieldsKey(keys, any_order=file.any_order)


def _field_key(field: FieldFile, locale: str) -> FieldKey:
    if field.number is not None:
        number = field.number
        low, high = (number.value, number.value) if number.value is not None else (number.low, number.high)
        if low is None or high is None:
            raise ValueError(f"field {field.name} has half a range")
        return NumberKey(low, high, tuple(number.units.items()))
    if field.day is not None:
        return DateKey(field.day)
    if field.right is not None:
        return OptionKey((field.right,))
    return TextKey(field.accept.in_(locale) if field.accept else (), field.spelling, field.exact)


def _mistakes(file: ChallengeFile, locale: str) -> list[Mistake]:
    mistakes = [_option_mistake(option, locale) for option in file.options if option.feedback is not None]
    for field in file.fields:
        for mistake in field.mistakes:
            key = FieldsKey(((field.name, _mistake_key(field, mistake, locale)),))
            mistakes.append(Mistake(key, mistake.feedback.in_(locale)))
    return mistakes


def _option_mistake(option: OptionFile, locale: str) -> Mistake:
    return Mistake(ChoiceKey(frozenset({option.id})), _say(option.feedback, locale))


def _mistake_key(field: FieldFile, mistake: FieldMistake, locale: str) -> FieldKey:
    if mistake.number is not None:
        units = tuple(field.number.units.items()) if field.number else ()
        return NumberKey(mistake.number, mistake.number, units)
    if mistake.day is not None:
        return DateKey(mistake.day)
    if mistake.option is not None:
        return OptionKey((mistake.option,))
    return TextKey(mistake.text.in_(locale) if mistake.text else (), field.spelling, field.exact)
