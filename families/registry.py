"""Every template we have, by its name."""

from collections.abc import Mapping

from families import folder, storage
from families.contract import Template

TEMPLATES: Mapping[str, Template] = {each.name: each for each in (*folder.TEMPLATES, *storage.TEMPLATES)}
