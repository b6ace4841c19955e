"""Walls and access: every page stands behind a wall, and each audience meets the status the table says."""

from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from domain.assessment.models import Sitting
from sites.common.walls import Guarded
from tests.steps import reply, start

AUDIENCES = ("visitor", "trying", "ada", "bob")


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> list[tuple[str, URLPattern]]:
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{entry.namespace}:" if entry.namespace else ""
            found += patterns(entry, prefix + space)
        else:
            found.append((f"{prefix}{entry.name}", entry))
    return found


NAMES = sorted(name for name, _ in patterns())


def test_every_page_stands_behind_a_wall():
    bare = [name for name, pattern in patterns() if not isinstance(pattern.callback, Guarded)]
    assert bare == [], "Put it in a list given to behind(wall, […]) in its urls.py."


# For a page that is read: visitor, someone trying without account, Ada (whose things they are), Bob (nobody to them).
# 302 sends to sign in; 404 hides what is not yours; 405 is a page that is only posted to.
READ = {
    "learn:home": (200, 200, 200, 200),
    "learn:try": (405, 405, 405, 405),
    "learn:demo": (200, 200, 200, 200),
    "learn:demo-start": (405, 405, 405, 405),
    "learn:asset": (200, 200, 200, 200),
    "learn:competences": (302, 200, 200, 200),
    "learn:competence": (302, 200, 200, 200),
    "learn:start": (302, 405, 405, 405),
    "learn:reset": (302, 200, 200, 200),
    "learn:tests": (302, 200, 200, 200),
    "learn:tutorials": (302, 200, 200, 200),
    "learn:tutorial": (302, 200, 200, 200),
    "learn:sitting": (302, 404, 200, 404),
    "learn:answer": (302, 405, 405, 405),
    "learn:clock": (302, 405, 405, 405),
    "learn:continue": (302, 405, 405, 405),
    "learn:finish": (302, 405, 405, 405),
    "learn:corrections": (302, 404, 200, 404),
    "learn:folder": (302, 404, 200, 404),
    "learn:download": (302, 404, 404, 404),
    "learn:report": (302, 404, 200, 404),
    "learn:thanks": (302, 404, 200, 404),
    "learn:preview": (302, 302, 404, 404),
    "operate:alive": (200, 200, 200, 200),
    "operate:ready": (200, 200, 200, 200),
}
# The same, posted without anything in the form.
POSTED = {
    "learn:start": (302, 302, 302, 302),
    "learn:try": (302, 302, 302, 302),
    "learn:demo-start": (302, 302, 302, 302),
    "learn:reset": (302, 409, 302, 409),
    "learn:answer": (302, 404, 422, 404),
    "learn:clock": (302, 404, 302, 404),
    "learn:continue": (302, 404, 302, 404),
    "learn:finish": (302, 404, 409, 404),
    "learn:report": (302, 404, 422, 404),
    "learn:preview": (302, 302, 404, 404),
}


def address(name: str, sitting: Sitting) -> str:
    from domain.content.models import Asset
    from domain.content.queries import current_catalogue

    content = current_catalogue()
    values: dict[str, Any] = {
        "slug": next(iter(content.demos)),
        "digest": Asset.objects.order_by("pk").values_list("pk", flat=True).first(),
        "code": "1.2",
        "skill": "1.2.1-1",
        "sitting_id": sitting.id,
        "position": 1,
        "name": "a.zip",
        "challenge": next(iter(content.challenges)),
    }
    pattern = dict(patterns())[name]
    wanted = pattern.pattern.converters
    return reverse(name, kwargs={key: values[key] for key in wanted})


def at_a_folder(person) -> Sitting:
    """A sitting whose second question brings a folder."""
    sitting = reply(start(person.learner_id))
    sitting.challenge = "1-2-1-3-count-kind"
    sitting.save(update_fields=["challenge"])
    return sitting


@pytest.fixture
def browsers(ada, bob):
    from django.test import Client

    found = {name: Client() for name in AUDIENCES}
    found["trying"].post(reverse("learn:try"))
    found["ada"].force_login(ada)
    found["bob"].force_login(bob)
    return found


def test_the_table_names_every_page_of_the_learner_and_of_the_operator():
    ours = {name for name in NAMES if name.startswith(("learn:", "operate:"))}
    assert ours == set(READ), "A new page needs its row: who may read it, and what others meet."


@pytest.mark.parametrize("name", sorted(READ))
def test_each_audience_meets_what_the_table_says_when_reading(name, ada, browsers):
    url = address(name, at_a_folder(ada))

    met = tuple(browsers[audience].get(url).status_code for audience in AUDIENCES)

    assert met == READ[name]


@pytest.mark.parametrize("name", sorted(POSTED))
def test_each_audience_meets_what_the_table_says_when_posting(name, ada, browsers):
    url = address(name, at_a_folder(ada))

    met = tuple(browsers[audience].post(url).status_code for audience in AUDIENCES)

    assert met == POSTED[name]
