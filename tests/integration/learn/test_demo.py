"""A demonstration behind a public link, and the preview of one challenge for those who write."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from domain.assessment import queries
from domain.assessment.models import Sitting
from domain.content.queries import current_catalogue
from tests.integration.learn.places import LISTS, Page, expected, filled, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def slug() -> str:
    return next(iter(current_catalogue().demos))


@pytest.fixture
def closed(slug: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Why the demonstration is closed, in English."""
    demo = current_catalogue().demos[slug]
    words = demo.title.model_copy(update={"en": "It served a fair.", "fr": "Elle servait à une foire."})
    monkeypatch.setitem(demo.__dict__, "closed", words)
    return words.en


def test_its_door_says_what_it_is(client: Client, slug: str) -> None:
    page = Page(client.get(f"/demos/{slug}/"))

    demo = current_catalogue().demos[slug]
    assert page.title == demo.title.en
    assert "7 questions, without an account. At the end, the corrections." in page.text()
    assert page.buttons == ["Begin"]


def test_beginning_needs_no_account(client: Client, slug: str) -> None:
    page = Page(client.post(f"/demos/{slug}/start/", follow=True))

    assert page.links('//input[@name="position"]/@value') == ["1"]
    assert Sitting.objects.get(learner_id=UUID(client.session["learner"])).subject == slug


def test_beginning_again_resumes(client: Client, slug: str) -> None:
    first = client.post(f"/demos/{slug}/start/")
    sitting = Sitting.objects.get()
    client.post(url("answer", sitting), filled(sitting))

    second = client.post(f"/demos/{slug}/start/", follow=True)

    assert second.redirect_chain[0][0] == first["Location"]
    assert Page(second).links('//input[@name="position"]/@value') == ["2"]


def test_it_is_played_to_the_end_in_its_order_with_no_checkpoint(client: Client, slug: str) -> None:
    client.post(f"/demos/{slug}/start/")
    sitting = Sitting.objects.get()
    asked = []
    while sitting.is_open:
        asked.append(sitting.challenge)
        client.post(url("answer", sitting), filled(sitting, expected(sitting)))
        sitting = queries.sitting_of(sitting.learner_id, sitting.id)

    assert tuple(asked) == current_catalogue().demos[slug].challenges
    assert Page(client.get(url("sitting", sitting))).title == "You have reached the end"


def test_it_says_nothing_to_the_profile(as_ada: Client, ada: Any, slug: str) -> None:
    as_ada.post(f"/demos/{slug}/start/")
    sitting = Sitting.objects.get(learner_id=ada.learner_id)
    as_ada.post(url("answer", sitting), filled(sitting, expected(sitting)))

    assert queries.masteries_of(ada.learner_id) == {}


def test_its_questions_are_the_same_for_everyone_and_the_page_says_so(client: Client, slug: str) -> None:
    page = Page(client.post(f"/demos/{slug}/start/", follow=True))

    assert "The questions of this list are the same for everyone." in page.text()


def test_once_closed_it_says_why_and_offers_a_real_test(client: Client, slug: str, closed: str) -> None:
    page = Page(client.get(f"/demos/{slug}/"))

    assert closed in page.notices[0]
    assert page.buttons == ["Find where I stand"]


def test_once_closed_it_cannot_be_begun(client: Client, slug: str, closed: str) -> None:
    answer = client.post(f"/demos/{slug}/start/")

    assert answer.status_code == 409
    assert "This demonstration is not open any more." in Page(answer).text()
    assert not Sitting.objects.exists()


def test_once_closed_it_is_not_offered_on_the_first_page(client: Client, slug: str, closed: str) -> None:
    assert f"/demos/{slug}/" not in Page(client.get("/")).links()


@pytest.mark.parametrize("name", ["nothing", "x" * 500, "%00", "first-look%20"])
def test_a_demonstration_that_never_was_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/demos/{name}/").status_code == 404
    assert client.post(f"/demos/{name}/start/").status_code == 404


def test_it_is_in_the_language_of_the_page(client: Client, slug: str) -> None:
    page = Page(client.get(f"/demos/{slug}/", headers={"Accept-Language": "fr"}))

    assert page.title == current_catalogue().demos[slug].title.fr


# --- the preview -----------------------------------------------------------------------------------------------------


@pytest.fixture
def staff(client: Client, ada: Any) -> Client:
    """A browser of someone who writes content."""
    ada.is_staff = True
    ada.save()
    client.force_login(ada)
    return client


def test_those_who_write_play_one_challenge_then_its_correction(staff: Client, ada: Any) -> None:
    assert Page(staff.get(f"/preview/{LISTS}/")).buttons == ["Play it"]
    staff.post(f"/preview/{LISTS}/")
    sitting = Sitting.objects.get(learner_id=ada.learner_id)
    assert sitting.challenge == LISTS

    page = Page(staff.post(url("answer", sitting), filled(sitting, expected(sitting)), follow=True))

    assert page.title == "You have reached the end"
    assert "1 right answer out of 1." in page.text()
    assert f"Preview of {LISTS}" in page.text()


def test_a_preview_says_nothing_to_the_profile(staff: Client, ada: Any) -> None:
    staff.post(f"/preview/{LISTS}/")

    assert "No test yet" in Page(staff.get("/tests/")).text()


def test_a_challenge_that_never_was_has_no_preview(staff: Client) -> None:
    assert staff.get("/preview/nothing/").status_code == 404
    assert staff.post("/preview/nothing/").status_code == 404


def test_for_others_there_is_no_preview(as_ada: Client, ada: Any) -> None:
    assert as_ada.get(f"/preview/{LISTS}/").status_code == 404
    assert as_ada.post(f"/preview/{LISTS}/").status_code == 404
    assert Client().get(f"/preview/{LISTS}/")["Location"].startswith("/sign-in/")
    assert not Sitting.objects.exists()
