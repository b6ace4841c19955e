import re
from itertools import pairwise

import pytest

TAGS = re.compile(r"<[^>]+>")


@pytest.fixture(params=["en", "fr"])
def page(request: pytest.FixtureRequest, client, db) -> str:
    return client.get("/design/", headers={"accept-language": request.param}).content.decode()


def test_the_gallery_is_for_everyone_and_only_read(client, db):
    assert client.get("/design/").status_code == 200
    assert client.post("/design/").status_code == 405


def test_no_id_is_given_twice(page):
    ids = re.findall(r'\sid="([^"]+)"', page)

    assert [name for name in set(ids) if ids.count(name) > 1] == []


def test_everything_that_is_referred_to_exists(page):
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    referred = {
        name
        for names in re.findall(r'(?:aria-\w+by|for|data-speak|aria-controls)="([^"]+)"', page)
        for name in names.split()
    }

    assert referred - ids == set()


def test_there_is_one_title_and_no_level_of_heading_is_jumped(page):
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_french_pages_have_french_spaces(client, db):
    words = TAGS.sub("", client.get("/design/", headers={"accept-language": "fr"}).content.decode())

    assert "Plein\u00a0: sûr." in words
    assert "Quels fichiers gardez\u2011vous\u202f?" in words
