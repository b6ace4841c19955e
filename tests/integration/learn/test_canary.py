"""The key of a question reaches no browser: what is served before the answer is the same bytes whatever the key is.

A key may be one of the words that are seen (a name in a table, an option), so looking for it proves nothing. Here each
question is served twice, with its own secrets and with others in their place: one byte of difference, or one word of
the others, and something has leaked.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from domain.assessment.models import Sitting
from domain.content.queries import current_catalogue
from families.registry import TEMPLATES
from tests.integration.learn.canary import MARK, poisoned, poisoned_release
from tests.integration.learn.places import Page, asked, url

pytestmark = pytest.mark.django_db
FILES = sorted((settings.CONTENT_DIR / "competences").glob("*/*.yaml"))
IDS = [name for path in FILES for name in re.findall(r"^  - id: (\S+)$", path.read_text("utf-8"), re.MULTILINE)]
NEW_EACH_TIME = re.compile(rb'name="(csrfmiddlewaretoken|key)" value="[^"]+"|csrf=\w+')


@pytest.fixture
def other_secrets(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Put the other secrets in the place of the true ones, for a sitting."""

    def put(sitting: Sitting) -> None:
        Sitting.objects.filter(learner_id=sitting.learner_id, id=sitting.id).update(release=poisoned_release())
        for name, template in TEMPLATES.items():
            monkeypatch.setitem(TEMPLATES, name, poisoned(template))

    return put


def served(browser: Client, sitting: Sitting) -> dict[str, bytes]:
    """Every byte one may be served while a question is open: pages, parts, headers, the folder and its files."""
    pages = {name: browser.get(url(name, sitting)) for name in ("sitting", "corrections")}
    pages["part"] = browser.get(url("sitting", sitting), headers={"HX-Request": "true"})
    pages["nothing in it"] = browser.post(url("answer", sitting), {"position": 1}, headers={"HX-Request": "true"})
    pages["report"] = browser.get(url("report", sitting, position=1))
    pages["thanks"] = browser.get(url("thanks", sitting, position=1))
    pages |= folder(browser, url("folder", sitting))
    return {name: NEW_EACH_TIME.sub(b"", response.serialize()) for name, response in pages.items()}


def folder(browser: Client, address: str) -> dict[str, Any]:
    top = browser.get(f"{address}?hidden=1&search=.")
    if top.status_code == 404:
        return {}
    files = [link for link in Page(top).links("//tbody//a/@href") if "file=" in link][:12]
    return {"folder": browser.get(address), "all": top, **{link: browser.get(address + link) for link in files}}


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("name", IDS)
def test_what_is_served_before_the_answer_does_not_depend_on_the_key(as_ada, ada, other_secrets, name, locale):
    sitting = asked(ada.learner_id, name, locale=locale)
    as_ada.post(url("clock", sitting))

    own = served(as_ada, sitting)
    other_secrets(sitting)
    other = served(as_ada, sitting)

    assert [page for page in own if own[page] != other.get(page)] == []
    assert [page for page in other if MARK.encode() in other[page]] == []


def test_the_other_secrets_are_told_once_the_question_is_answered(as_ada, ada, other_secrets):
    """The canary sings: were it silent, the test above would prove nothing."""
    sitting = asked(ada.learner_id, "1-2-4-1-bus")
    other_secrets(sitting)

    for position in range(1, 6):
        as_ada.post(url("answer", sitting), {"position": position, "key": f"{position:032x}", "skip": "1"})

    assert MARK.encode() in as_ada.get(url("sitting", sitting)).content


def test_no_static_file_holds_a_correction():
    files = [path for folder in ("design", "sites") for path in (settings.ROOT / folder).rglob("static/**/*")]
    texts = [path.read_bytes() for path in files if path.suffix in {".js", ".css", ".json", ".svg", ".html"}]

    told = [c.file.correction for c in current_catalogue().challenges.values() if c.file.correction]
    lines = {line.strip() for text in told for line in (text.en + text.fr).splitlines() if len(line) > 30}

    assert lines
    assert [line for line in lines if any(line.encode() in text for text in texts)] == []
