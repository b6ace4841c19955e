"""Statements composed once and used all day: reading, adding and changing one row on the hottest paths.

The ORM composes its SQL at each call, which costs more than the statement itself (docs/adr/0011). Here the SQL is
kept, and values still pass through the fields of the model, so that both databases are spoken to as Django does.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model

M = TypeVar("M", bound=Model)
Converter = Callable[[Any], Any]


@dataclass(frozen=True)
class One(Generic[M]):
    """The one row that has these values; locked until the end of the transaction where the database can."""

    model: type[M]
    where: tuple[str, ...]
    locked: bool = False

    def get(self, *values: Any) -> M | None:
        """The record, or None."""
        database = connections[DEFAULT_DB_ALIAS]
        sql, names, converters = _reading(self.model, self.where, self.locked, database.vendor)
        with database.cursor() as cursor:
            cursor.execute(sql, _ready(database, self.model, self.where, values))
            row = cursor.fetchone()
        if row is None:
            return None
        told = [value if turn is None else turn(value) for turn, value in zip(converters, row, strict=True)]
        return self.model.from_db(DEFAULT_DB_ALIAS, names, told)


def insert(record: Model) -> None:
    """Add the record as a new row; what the database refuses is raised as it is by the ORM."""
    database, model = connections[DEFAULT_DB_ALIAS], type(record)
    sql, names = _adding(model)
    with database.cursor() as cursor:
        cursor.execute(sql, _ready(database, model, names, [getattr(record, name) for name in names]))
    record._state.adding, record._state.db = False, DEFAULT_DB_ALIAS


def update(
    model: type[Model], where: Mapping[str, Any], values: Mapping[str, Any], *, counted: str | None = None
) -> int:
    """Change these columns of the rows that match, count one more in `counted`, and say how many rows there were."""
    database, names = connections[DEFAULT_DB_ALIAS], (*values, *where)
    sql = _changing(model, tuple(values), tuple(where), counted)
    with database.cursor() as cursor:
        cursor.execute(sql, _ready(database, model, names, [*values.values(), *where.values()]))
        return int(cursor.rowcount)


# --- composed once ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _reading(
    model: type[Model], where: tuple[str, ...], locked: bool, vendor: str
) -> tuple[str, tuple[str, ...], tuple[Converter | None, ...]]:
    database, fields = connections[DEFAULT_DB_ALIAS], model._meta.concrete_fields
    lock = " FOR UPDATE" if locked and database.features.has_select_for_update else ""
    columns = ", ".join(_quoted(field) for field in fields)
    sql = f"SELECT {columns} FROM {_table(model)} WHERE {_matching(model, where)}{lock}"
    return sql, tuple(field.attname for field in fields), tuple(_converter(database, field) for field in fields)


@lru_cache(maxsize=64)
def _adding(model: type[Model]) -> tuple[str, tuple[str, ...]]:
    fields = model._meta.concrete_fields
    columns, marks = ", ".join(_quoted(field) for field in fields), ", ".join("%s" for _ in fields)
    return f"INSERT INTO {_table(model)} ({columns}) VALUES ({marks})", tuple(field.attname for field in fields)


@lru_cache(maxsize=64)
def _changing(model: type[Model], names: tuple[str, ...], keys: tuple[str, ...], counted: str | None) -> str:
    changes = [f"{_quoted(_fields(model)[name])} = %s" for name in names]
    if counted is not None:
        count = _quoted(_fields(model)[counted])
        changes.append(f"{count} = {count} + 1")
    return f"UPDATE {_table(model)} SET {', '.join(changes)} WHERE {_matching(model, keys)}"


def _matching(model: type[Model], names: Sequence[str]) -> str:
    return " AND ".join(f"{_quoted(_fields(model)[name])} = %s" for name in names)


def _converter(database: BaseDatabaseWrapper, field: "Field[Any, Any]") -> Converter | None:
    column = field.get_col(field.model._meta.db_table)
    turns = [*database.ops.get_db_converters(column), *field.get_db_converters(database)]
    if not turns:
        return None

    def converted(value: Any) -> Any:
        for turn in turns:
            value = turn(value, column, database)
        return value

    return converted


def _ready(
    database: BaseDatabaseWrapper, model: type[Model], names: Sequence[str], values: Sequence[Any]
) -> list[Any]:
    fields = _fields(model)
    return [fields[name].get_db_prep_save(value, database) for name, value in zip(names, values, strict=True)]


@lru_cache(maxsize=16)
def _fields(model: type[Model]) -> "dict[str, Field[Any, Any]]":
    return {field.attname: field for field in model._meta.concrete_fields}


def _table(model: type[Model]) -> str:
    return f'"{model._meta.db_table}"'


def _quoted(field: "Field[Any, Any]") -> str:
    return f'"{field.column}"'
