"""The tables that grow without bound are keyed by learner, and every statement on them names the learner."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from domain.assessment.actions import sittings
from domain.assessment.models import LearnerOwned
from tests.steps import play_to_the_end, start

OWNED = list(apps.get_app_config("assessment").get_models())


@pytest.mark.parametrize("model", OWNED, ids=lambda m: m.__name__)
def test_the_key_of_an_assessment_table_begins_with_the_learner(model):
    assert issubclass(model, LearnerOwned)
    assert model._meta.pk.field_names == ("learner_id", "id")


@pytest.mark.parametrize("model", OWNED, ids=lambda m: m.__name__)
def test_what_is_unique_is_unique_for_a_learner(model):
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            assert constraint.fields[0] == "learner_id"
    assert not [f.name for f in model._meta.local_fields if f.unique and not f.primary_key]
    assert not [f.name for f in model._meta.local_fields if isinstance(f, models.ForeignKey)]


TABLES = re.compile(r'"(assessment_\w+)"')


class NamesTheLearner:
    """Watches the statements of a test; each one on an assessment table must name the learner."""

    def __init__(self) -> None:
        self.seen = 0
        self.faults: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if TABLES.search(sql) and not sql.startswith(("CREATE", "ALTER", "SAVEPOINT")):
            self.seen += 1
            where = sql if sql.startswith("INSERT") else sql.partition(" WHERE ")[2]
            if "learner_id" not in where:
                self.faults.append(sql)
        return execute(sql, params, many, context)


@pytest.mark.django_db
def test_every_statement_of_a_learners_life_names_the_learner(as_ada, ada):
    watch = NamesTheLearner()

    with connection.execute_wrapper(watch):
        sitting = play_to_the_end(start(ada.learner_id))
        for page in ("/", "/competences/", "/competences/1.2/", "/tests/", "/tutorials/", f"/sittings/{sitting.id}/"):
            as_ada.get(page)
        sittings.adopt(ada.learner_id, ada.learner_id)
        sittings.erase_learner(ada.learner_id)

    assert watch.faults == []
    assert watch.seen > 50
