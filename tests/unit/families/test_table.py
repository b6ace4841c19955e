"""Structured data: proved on ten thousand seeds."""

import pytest

from families.table import TEMPLATES
from tests.unit.families import storage_proofs as proofs

each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


@each_template
def test_a_seed_has_one_answer_that_its_solver_finds_and_errors_that_are_not_it(template):
    proofs.prove(template, range(200))


@each_template
def test_a_play_can_be_made_again_and_in_the_other_language(template):
    proofs.prove_it_can_be_made_again(template)


@each_template
def test_two_seeds_give_two_plays(template):
    proofs.prove_that_seeds_differ(template)


@each_template
def test_a_play_says_what_is_expected_and_its_correction_explains(template):
    proofs.prove_the_form(template)


@each_template
def test_the_table_on_the_page_is_short_enough_for_a_phone(template):
    table = template.make(proofs.asked(template, 1)).table

    assert len(table.rows) <= 40
    assert all(len(row) == len(table.head) <= 5 for row in table.rows)
