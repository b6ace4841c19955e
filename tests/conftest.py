"""Strict tests: unknown template variables fail, rows without an order come in any order, a cast always the same."""

import random
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.db.models.query import QuerySet
from hypothesis import settings as hypothesis

# A machine that is busy is not a fault of the rule under test.
hypothesis.register_profile("house", deadline=None, database=None)
hypothesis.load_profile("house")

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Undefined(str):
    """What an unknown variable of a template becomes: a failure, with its name and its template."""

    def __mod__(self, missing: object) -> str:
        raise AssertionError(f"The template names {missing}, which its view does not give.")

    def __contains__(self, search: object) -> bool:
        return search == "%s"


@pytest.fixture(autouse=True, scope="session")
def _unknown_template_variables_fail() -> None:
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined("%s")


@pytest.fixture(autouse=True)
def _rows_without_an_order_come_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    fetch = QuerySet._fetch_all

    def shuffled(self: QuerySet[Any]) -> None:
        fresh = self._result_cache is None
        fetch(self)
        if fresh and not self.ordered and not self.query.is_sliced and isinstance(self._result_cache, list):
            random.shuffle(self._result_cache)

    monkeypatch.setattr(QuerySet, "_fetch_all", shuffled)


# --- content ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The real content, published once for all tests."""
    with django_db_blocker.unblock():
        publish_content()


def publish_content() -> None:
    from domain.content.actions import publish
    from domain.content.models import Release

    if not Release.objects.exists():
        publish(settings.CONTENT_DIR, at=NOON)


@pytest.fixture
def release(transactional_db: None) -> None:
    """For tests whose transactions are real: the content is put back after the tables were emptied."""
    publish_content()


# --- the cast --------------------------------------------------------------------------------------------------------


@pytest.fixture
def ada(db: None) -> Any:
    """Ada learns."""
    return person("Ada")


@pytest.fixture
def bob(db: None) -> Any:
    """Bob is nobody to the others."""
    return person("Bob")


def person(first_name: str) -> Any:
    from domain.accounts.actions import Newcomer, create_demo_person
    from sites.common.accounts.legal import both_in_force

    newcomer = Newcomer(first_name, "Test", f"{first_name.lower()}@example.org", "Good-Password-1", "en")
    return create_demo_person(newcomer, agreed=both_in_force(NOON.date()), at=NOON)


@pytest.fixture
def as_ada(client: Any, ada: Any) -> Any:
    """A browser in which Ada is signed in."""
    client.force_login(ada)
    return client
