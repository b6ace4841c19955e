"""What a question brings: pictures for all, files for this learner alone and while the question is open."""

import io
import zipfile
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from domain.assessment import queries
from domain.content.models import Asset
from tests.integration.learn.places import FILES, FOLDER, SHORT, Page, asked, ended, filled, url

pytestmark = pytest.mark.django_db
DOWNLOADS = "//main//a[@download]/@href"


def offered(client: Client, sitting: Any) -> list[str]:
    return Page(client.get(url("sitting", sitting))).links(DOWNLOADS)


def test_a_file_of_this_learner_is_downloaded_whole(as_ada: Client, ada: Any) -> None:
    (link,) = offered(as_ada, asked(ada.learner_id, FOLDER))

    answer = as_ada.get(link)

    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"] == f'attachment; filename="{link.rpartition("/")[2]}"'
    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


@pytest.mark.parametrize(
    ("ending", "media", "starts"),
    [
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("ods", "application/vnd.oasis.opendocument.spreadsheet", b"PK"),
        ("csv", "text/csv; charset=utf-8", b""),
    ],
)
def test_each_format_is_offered_under_its_own_kind(
    as_ada: Client, ada: Any, ending: str, media: str, starts: bytes
) -> None:
    links = offered(as_ada, asked(ada.learner_id, FILES))
    assert len(links) == 3

    answer = as_ada.get(next(link for link in links if link.endswith(ending)))

    assert answer["Content-Type"] == media
    assert answer.content.startswith(starts)
    assert len(answer.content) > 500


def test_the_same_file_comes_at_each_download(as_ada: Client, ada: Any) -> None:
    (link,) = offered(as_ada, asked(ada.learner_id, FOLDER))

    assert as_ada.get(link).content == as_ada.get(link).content


def test_two_learners_get_two_files(as_ada: Client, ada: Any, bob: Any) -> None:
    as_bob = Client()
    as_bob.force_login(bob)

    (mine,), (theirs,) = offered(as_ada, asked(ada.learner_id, FOLDER)), offered(as_bob, asked(bob.learner_id, FOLDER))

    assert as_ada.get(mine).content != as_bob.get(theirs).content


def test_nobody_else_downloads_it(as_ada: Client, bob: Any) -> None:
    as_bob = Client()
    as_bob.force_login(bob)
    (link,) = offered(as_bob, asked(bob.learner_id, FOLDER))

    assert as_ada.get(link).status_code == 404
    assert Client().get(link)["Location"].startswith("/sign-in/")


def test_once_the_question_is_answered_the_file_is_no_longer_there(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, FOLDER)
    (link,) = offered(as_ada, sitting)
    as_ada.post(url("answer", sitting), filled(sitting))

    assert as_ada.get(link).status_code == 404


def test_once_the_test_is_over_there_is_no_file(as_ada: Client, ada: Any) -> None:
    sitting = ended(ada.learner_id)

    assert as_ada.get(url("download", sitting, position=sitting.position, name="a.zip")).status_code == 404


@pytest.mark.parametrize("name", ["other.zip", "folder.exe", ".zip", "zip", "..%2Fa.zip", "%00.zip", "a" * 900])
def test_a_file_that_is_not_offered_is_not_found(as_ada: Client, ada: Any, name: str) -> None:
    sitting = asked(ada.learner_id, FOLDER)

    assert as_ada.get(f"/sittings/{sitting.id}/files/1/{name}").status_code == 404


@pytest.mark.parametrize("position", ["0", "2", "9" * 30], ids=["none", "next", "absurd"])
def test_a_file_of_another_question_is_not_found(as_ada: Client, ada: Any, position: str) -> None:
    (link,) = offered(as_ada, asked(ada.learner_id, FOLDER))

    assert as_ada.get(link.replace("/files/1/", f"/files/{position}/")).status_code == 404


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_each_file_offered_in_each_language_can_be_downloaded_under_its_name(
    as_ada: Client, ada: Any, locale: str
) -> None:
    sitting = asked(ada.learner_id, FILES, locale=locale)

    for link in offered(as_ada, sitting):
        answer = as_ada.get(link)
        assert answer.status_code == 200
        assert link.rpartition("/")[2] == quote(answer["Content-Disposition"].partition('"')[2].rstrip('"'))


# --- pictures --------------------------------------------------------------------------------------------------------


def test_a_picture_is_kept_by_browsers_for_ever_and_may_run_nothing(client: Client) -> None:
    picture = Asset.objects.filter(media="image/svg+xml").order_by("pk").first()

    answer = client.get(f"/assets/{picture.pk}/a-picture.svg")

    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "script" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("digest", ["0" * 64, "x", "%00", "é", "x" * 3_000])
def test_a_picture_that_never_was_is_not_found(client: Client, digest: str) -> None:
    assert client.get(f"/assets/{digest}/a.svg").status_code == 404


def test_a_question_without_a_file_offers_none(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SHORT)

    assert offered(as_ada, sitting) == []
    assert queries.download_of(sitting, 1, "list.zip") is None
