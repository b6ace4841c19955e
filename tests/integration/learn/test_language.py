"""The language of the page is the reader's; that of the question is the one the test began in."""

from typing import Any

import pytest
from django.test import Client

from tests.integration.learn.places import FOLDER, LISTS, SHORT, Page, asked, ended, expected, filled, flat, kept, url
from tests.steps import play_to_the_end, start

pytestmark = pytest.mark.django_db
FRENCH = {"Accept-Language": "fr"}


def test_a_test_begun_in_french_stays_in_french_on_an_english_page(as_ada: Client, ada: Any) -> None:
    page = Page(as_ada.get(url("sitting", asked(ada.learner_id, SHORT, locale="fr"))))

    assert page.all('/html[@lang="en"]')
    assert page.all('//*[@lang="fr"]//h1')
    assert "quelle heure" in page.title.casefold()
    assert "Submit" in page.buttons


def test_a_test_begun_in_english_stays_in_english_on_a_french_page(as_ada: Client, ada: Any) -> None:
    page = Page(as_ada.get(url("sitting", asked(ada.learner_id, SHORT, locale="en")), headers=FRENCH))

    assert page.all('/html[@lang="fr"]')
    assert page.all('//*[@lang="en"]//h1')
    assert "what time" in page.title.casefold()
    assert "Valider" in page.buttons


def test_changing_the_language_of_the_page_does_not_change_the_question(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id, locale="fr")
    before = Page(as_ada.get(url("sitting", sitting))).title

    as_ada.post("/account/language/", {"language": "fr"})

    assert flat(Page(as_ada.get(url("sitting", sitting), headers=FRENCH)).title) == flat(before)


@pytest.mark.parametrize("page_in", ["en", "fr"])
@pytest.mark.parametrize("test_in", ["en", "fr"])
@pytest.mark.parametrize("challenge", [SHORT, LISTS, FOLDER])
def test_an_answer_is_read_in_the_language_of_the_test(
    as_ada: Client, ada: Any, page_in: str, test_in: str, challenge: str
) -> None:
    sitting = asked(ada.learner_id, challenge, locale=test_in)

    as_ada.post(url("answer", sitting), filled(sitting, expected(sitting)), headers={"Accept-Language": page_in})

    assert kept(sitting).verdict == "right"


def test_corrections_are_in_the_language_of_the_test(as_ada: Client, ada: Any) -> None:
    sitting = play_to_the_end(start(ada.learner_id, locale="fr"), right=False)

    page = Page(as_ada.get(url("corrections", sitting)))

    assert len(page.all('//ol[contains(@class, "al-verdicts")]//*[@lang="fr"]')) == len(sitting.listed)
    assert page.title == "Answers and corrections"


@pytest.mark.parametrize(
    "path", ["/", "/competences/", "/competences/1.2/", "/tests/", "/tutorials/", "/tutorials/1.2.1-1/"]
)
def test_no_page_of_the_menu_mixes_languages(as_ada: Client, ada: Any, path: str) -> None:
    ended(ada.learner_id)

    french = Page(as_ada.get(path, headers=FRENCH)).text("//body")

    for word in ("Level ", "Begin", "points out of", "Between", "Competences", "Corrections of"):
        assert word not in french
