"""Publishing: numbered, immutable, all or nothing; a sitting keeps the release it began with."""

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from domain.assessment import queries
from domain.content.actions import publish
from domain.content.errors import ContentIsFaulty
from domain.content.models import Asset, Release
from domain.content.queries import current_catalogue
from tests.conftest import NOON
from tests.integration.content.conftest import ASSETS, SKILL
from tests.steps import play_to_the_end, reply, start

pytestmark = pytest.mark.usefixtures("new_releases")


def test_the_same_content_twice_is_the_same_release(folder: Path) -> None:
    first = publish(folder, at=NOON)

    second = publish(folder, at=NOON + timedelta(days=1))

    assert (second.number, second.published_at) == (first.number, NOON)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SKILL, "Heating letter", "Heating letters"),
        (f"{ASSETS}/box.fr.svg", "9 9", "8 8"),
        ("demos/one.yaml", "One", "1"),
    ],
    ids=["a word of a skill", "a picture", "a demo"],
)
def test_changed_content_is_a_new_number(folder: Path, write: Any, file: str, old: str, new: str) -> None:
    first = publish(folder, at=NOON)
    write(file, old, new)

    second = publish(folder, at=NOON)

    assert second.number == first.number + 1
    assert second.digest != first.digest


def test_a_release_once_published_never_changes(folder: Path, write: Any) -> None:
    first = publish(folder, at=NOON)
    before = Release.objects.filter(number=first.number).values().get()
    write(SKILL, "Heating letter", "Heating letters")

    publish(folder, at=NOON)

    assert Release.objects.filter(number=first.number).values().get() == before


def test_former_content_published_again_is_a_new_number(folder: Path, write: Any) -> None:
    first = publish(folder, at=NOON)
    write(SKILL, "Heating letter", "Heating letters")
    publish(folder, at=NOON)
    write(SKILL, "Heating letters", "Heating letter")

    again = publish(folder, at=NOON)

    assert (again.number, again.digest) == (first.number + 2, first.digest)


def test_a_faulty_folder_publishes_nothing(folder: Path, write: Any) -> None:
    (folder / ASSETS / "new.svg").write_text("<svg/>", encoding="utf-8")
    write(SKILL, "right: save", "right: shut")
    before = (Release.objects.count(), Asset.objects.count())

    with pytest.raises(ContentIsFaulty):
        publish(folder, at=NOON)

    assert (Release.objects.count(), Asset.objects.count()) == before


def test_a_file_is_kept_once_by_the_digest_of_its_content(folder: Path) -> None:
    data = (folder / ASSETS / "box.fr.svg").read_bytes()
    digest = hashlib.sha256(data).hexdigest()

    publish(folder, at=NOON)

    kept = Asset.objects.get(pk=digest)  # box.en.svg has the same content
    assert (bytes(kept.data), kept.media) == (data, "image/svg+xml")
    assert current_catalogue().assets["1.2-ranger/box.en.svg"] == digest


def test_files_of_former_releases_stay(folder: Path) -> None:
    publish(folder, at=NOON)
    former = set(Asset.objects.values_list("pk", flat=True))
    (folder / ASSETS / "list.csv").write_text("other", encoding="utf-8")

    publish(folder, at=NOON)

    assert former < set(Asset.objects.values_list("pk", flat=True))


def test_an_open_sitting_stays_on_its_release(folder: Path, ada: Any) -> None:
    sitting = reply(start(ada.learner_id))
    release, expected = sitting.release, queries.play_of(sitting)
    newer = publish(folder, at=NOON)

    assert queries.play_of(queries.sitting_of(ada.learner_id, sitting.id)) == expected
    finished = play_to_the_end(sitting)

    assert finished.release == release != newer.number
    assert len(queries.corrected(finished)) == len(finished.listed) > 3  # the newer one has three challenges


def test_a_new_sitting_is_on_the_newest_release(folder: Path, ada: Any) -> None:
    newer = publish(folder, at=NOON)

    sitting = start(ada.learner_id)

    assert sitting.release == newer.number
    assert sitting.challenge in {"small-box", "small-list", "small-ways"}


def test_points_do_not_move_because_content_was_retired(folder: Path, ada: Any) -> None:
    play_to_the_end(start(ada.learner_id))
    before = queries.total_of(queries.masteries_of(ada.learner_id).values())

    publish(folder, at=NOON)

    assert queries.total_of(queries.masteries_of(ada.learner_id).values()) == pytest.approx(before)


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_command_publishes_and_says_the_number(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = current_catalogue().number + 1

    call_command("content", "publish", folder=folder)

    assert f"Published: release {number}." in capsys.readouterr().out


def test_the_command_says_that_nothing_was_published(folder: Path, write: Any) -> None:
    write(SKILL, "right: save", "right: shut")

    with pytest.raises(CommandError, match=r"Nothing was published\."):
        call_command("content", "publish", folder=folder)
