"""Structured data: one type a column, one fact a cell, identifiers, and tables linked by a key."""

from families.contract import Template
from families.table import duplicates, key_join, mixed_types, split_cells

TEMPLATES: tuple[Template, ...] = (
    mixed_types.TEMPLATE,
    split_cells.TEMPLATE,
    duplicates.TEMPLATE,
    key_join.TEMPLATE,
)
