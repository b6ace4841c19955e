"""The unruly folder: a real ZIP of real files, in which something has to be found, counted or compared."""

from families.contract import Template
from families.folder import (
    content_word,
    count_kind,
    criteria,
    duplicates,
    finding,
    metadata,
    newest,
    paths,
    patterns,
    renaming,
    same_name,
    series,
)

TEMPLATES: tuple[Template, ...] = (
    count_kind.TEMPLATE,
    same_name.TEMPLATE,
    duplicates.TEMPLATE,
    renaming.TEMPLATE,
    series.TEMPLATE,
    paths.TEMPLATE,
    patterns.TEMPLATE,
    finding.TEMPLATE,
    newest.TEMPLATE,
    content_word.TEMPLATE,
    criteria.TEMPLATE,
    metadata.TEMPLATE,
)
