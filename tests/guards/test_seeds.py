"""Each template, proved by its own solver on ten thousand seeds: no learner gets a question without its one answer."""

import pytest

from families.registry import TEMPLATES
from tests.unit.families import folder_proofs, storage_proofs

FOLDERS = [template for template in TEMPLATES.values() if template.name in folder_proofs.MODULES]
OTHERS = [template for template in TEMPLATES.values() if template.name not in folder_proofs.MODULES]


@pytest.mark.parametrize("template", FOLDERS, ids=lambda template: template.name)
def test_every_seed_of_a_folder_has_one_answer_and_errors_that_are_not_it(template):
    for number in storage_proofs.SEEDS:
        folder_proofs.prove(template, number)


@pytest.mark.parametrize("template", OTHERS, ids=lambda template: template.name)
def test_every_seed_of_a_puzzle_has_one_answer_and_errors_that_are_not_it(template):
    storage_proofs.prove(template, storage_proofs.SEEDS)
