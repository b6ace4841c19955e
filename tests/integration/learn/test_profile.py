"""The profile: sixteen competences as a relief, as a table and as cards, which agree."""

from typing import Any

import pytest
from django.test import Client

from domain.content.queries import current_catalogue
from sites.learn import standing
from tests.integration.learn.places import Page, ended, halfway, plain
from tests.steps import reply, start

pytestmark = pytest.mark.django_db
CARDS = '//li[contains(concat(" ", @class, " "), " al-comp ")]'
RELIEF = '//*[local-name()="svg"][contains(@class, "al-relief")][.//*[contains(@class, "hill")]]'


def profile(client: Client, language: str = "en") -> Page:
    return Page(client.get("/competences/", headers={"Accept-Language": language}))


def table_of(page: Page) -> list[list[str]]:
    rows = page.all("//table//tbody/tr")
    return [[plain(cell.text_content()) for cell in row] for row in rows]


def test_the_sixteen_competences_are_there_in_their_domains(as_ada: Client) -> None:
    page = profile(as_ada)

    content = current_catalogue()
    assert page.texts(f"{CARDS}//h3") == [plain(c.title.en.replace("'", "’")) for c in content.competences.values()]
    assert len(page.all("//main//section")) == 5


def test_a_competence_without_questions_is_shown_as_not_open(as_ada: Client) -> None:
    page = profile(as_ada)
    closed = [code for code in current_catalogue().competences if not current_catalogue().is_open(code)]

    assert page.text().count("No question yet") == len(closed) == 15
    assert page.buttons == ["Begin: Storing, finding and keeping data"]


def test_nothing_measured_is_a_dash_in_the_table_and_no_segment_in_the_relief(as_ada: Client) -> None:
    page = profile(as_ada)

    assert {row[2] for row in table_of(page)} == {"–"}
    assert page.all(f'{RELIEF}//*[local-name()="rect"][@class="yes" or @class="may"]') == []


@pytest.mark.parametrize("play", [halfway, ended], ids=["in doubt", "sure"])
def test_the_table_the_card_and_the_relief_agree(as_ada: Client, ada: Any, play: Any) -> None:
    sitting = play(ada.learner_id)

    page = profile(as_ada)

    (row,) = [cells for cells in table_of(page) if cells[0].startswith("1.2 ")]
    (card,) = page.all(f'{CARDS}[.//a[@href="/competences/1.2/"]]')
    assert row[2] == f"{sitting.points:.0f} ± {standing.whole_doubt(sitting.doubt)}"
    assert row[1] in plain(card.text_content())
    for state, count in (("yes", sitting.sure), ("may", sitting.possible - sitting.sure)):
        assert len(page.all(f'{RELIEF}//*[local-name()="rect"][@class="{state}"]')) == count
        assert len(card.xpath(f'.//*[local-name()="rect"][@class="{state}"]')) == count


def test_each_post_of_the_relief_bears_the_code_of_its_row(as_ada: Client) -> None:
    page = profile(as_ada)

    named = [name for name in page.texts(f'{RELIEF}//*[local-name()="text"]') if "." in name]
    assert named == [row[0].split()[0] for row in table_of(page)] == list(current_catalogue().competences)


def test_the_total_is_that_of_what_is_measured(as_ada: Client, ada: Any) -> None:
    sitting = reply(start(ada.learner_id))

    assert f"{round(sitting.points)} points out of 896, within" in profile(as_ada).text()


def test_without_any_measure_there_is_no_doubt_to_tell(as_ada: Client) -> None:
    words = profile(as_ada).text()

    assert "0 points out of 896" in words
    assert "within" not in words.partition("The relief")[0]


def test_it_reads_in_french(as_ada: Client, ada: Any) -> None:
    ada.language = "fr"
    ada.save()
    page = profile(as_ada, "fr")

    assert page.title == "Mes compétences"
    assert "Pas encore de question" in page.text()
