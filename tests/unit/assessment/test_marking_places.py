"""Places: the words people put before a folder or a time, and the answers that those words do not make right."""

import pytest

from domain.assessment.marking import feedback, is_right, places
from families.contract import FieldsKey, Kind, Mistake, Play, TextKey
from tests.unit.assessment.marked import cases, takes, typed

LED = {
    "dans": ("Photos", "dans Photos"),
    "dans-in-capitals": ("Photos", "DANS PHOTOS"),
    "dans-le-dossier": ("Photos", "Dans le dossier Photos"),
    "dans-le-dossier-quoted": ("Photos", "dans le dossier « Photos »."),
    "dans-with-no-break-space": ("Photos", "dans\u00a0Photos"),
    "dans-and-an-article": ("Corbeille", "dans la corbeille"),
    "dans-and-an-elision": ("Accueil", "dans l'accueil"),
    "le-dossier": ("Photos", "le dossier Photos"),
    "in": ("Photos", "in Photos"),
    "in-the": ("Downloads", "in the Downloads"),
    "in-the-folder": ("Photos", "in the folder Photos"),
    "in-the-named-folder": ("Photos", "In the “Photos” folder."),
    "the-folder": ("Photos", "the folder Photos"),
    "the-named-folder": ("Photos", "the Photos folder"),
    "spaces-doubled": ("Photos", "  in  the   Photos  folder "),
    "path": ("Documents Photos", "in Documents > Photos"),
    "at": ("14:05", "at 14:05"),
    "a": ("14 h 05", "à 14 h 05"),
    "a-in-two-signs": ("14 h 05", "a\u0300 14h05"),
    "a-without-its-accent": ("14h05", "a 14h05"),
    "place-of-two-words": ("cale 3", "à la cale 3"),
    "another-script": ("文件", "in 文件"),
}

NOT_LED = {
    "another-place": ("Photos", "dans Documents"),
    "further-down": ("Photos", "dans Photos 2024"),
    "outside": ("Photos", "hors de Photos"),
    "under": ("Photos", "sous Photos"),
    "not-in": ("Photos", "not in Photos"),
    "nothing-behind": ("Photos", "in the folder"),
    "the-word-before-is-a-part-of-the-word": ("Box", "inbox"),
    "on-line-is-not-line": ("ligne", "en ligne"),
    "menu-line-with-folder": ("New", "New folder"),
    "menu-line-that-begins-with-folder": ("Options", "Folder options"),
    "letter-before-a-number": ("4", "A 4"),
    "article-alone": ("Mans", "Le Mans"),
    "twice": ("Photos", "dans dans Photos"),
    "words-that-are-the-answer": ("In progress", "progress"),
}

MISSPELT = TextKey(("Téléchargements",), spelling=0.15)


@pytest.mark.parametrize(("expected", "text"), cases(LED))
def test_words_that_lead_to_a_place_do_not_count(expected: str, text: str) -> None:
    assert takes(TextKey((expected, "another wording")), text)


@pytest.mark.parametrize(("expected", "text"), cases(NOT_LED))
def test_nothing_else_is_dropped(expected: str, text: str) -> None:
    assert not takes(TextKey((expected,)), text)


@pytest.mark.parametrize(("expected", "text"), cases(LED))
def test_an_exact_text_keeps_the_words_before_it(expected: str, text: str) -> None:
    assert not takes(TextKey((expected,), exact=True), text)


def test_a_place_may_be_misspelt_as_much_behind_a_word_as_alone() -> None:
    assert takes(MISSPELT, "dans telechargments")
    assert not takes(MISSPELT, "dans telechrgmnt")


def test_the_same_place_with_and_without_its_word_is_given_once() -> None:
    key = FieldsKey((("one", TextKey(("Photos",))), ("two", TextKey(("Music",)))), any_order=True)

    assert is_right(typed(one="in Music", two="the folder Photos"), key, "en")
    assert not is_right(typed(one="Photos", two="in Photos"), key, "en")


def test_a_mistake_is_told_behind_a_word_too() -> None:
    key = FieldsKey((("place", TextKey(("Photos",))),))
    near = Mistake(FieldsKey((("place", TextKey(("Documents",))),)), "One step short.")
    play = Play(
        title="", context="", question="", kind=Kind.FIELDS, key=key, mistakes=(near,), shown="", correction=""
    )

    assert feedback(typed(place="dans Documents"), play, "fr") == "One step short."


@pytest.mark.parametrize(
    "text", ["", " ", "in", "in ", "à", "the folder", "the  folder", "a 4", "\ud800", "in\n" * 500]
)
def test_any_text_names_a_place_or_none(text: str) -> None:
    assert all(place.strip() and len(place) < len(text) for place in places(text))
