"""How the tables of marking are written: one field, one text, one name a case."""

from collections.abc import Mapping
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from domain.assessment.marking import Given, is_right
from families.contract import FieldKey, FieldsKey


def typed(**fields: str) -> Given:
    return {"fields": fields}


def picked(*options: str) -> Given:
    return {"choice": list(options)}


def takes(key: FieldKey, text: str, locale: str = "fr") -> bool:
    return is_right(typed(answer=text), FieldsKey((("answer", key),)), locale)


def cases(table: Mapping[str, tuple[Any, ...]]) -> list[ParameterSet]:
    return [pytest.param(*row, id=name) for name, row in table.items()]
