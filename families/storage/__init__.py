"""Storage puzzles (sizes, copies, media, transfers, integrity) and the tables that belong to the same competence."""

from families.contract import Template
from families.storage import (
    checksum,
    compress_send,
    fits,
    free_most,
    lossy,
    medium,
    order_sizes,
    transfer_time,
    which_copy,
)
from families.table import TEMPLATES as TABLE_TEMPLATES

TEMPLATES: tuple[Template, ...] = (
    order_sizes.TEMPLATE,
    fits.TEMPLATE,
    compress_send.TEMPLATE,
    free_most.TEMPLATE,
    which_copy.TEMPLATE,
    transfer_time.TEMPLATE,
    medium.TEMPLATE,
    checksum.TEMPLATE,
    lossy.TEMPLATE,
    *TABLE_TEMPLATES,
)
