import re

import pytest

from design import drawings

EVERY = [(family, name) for family in ("domain", "competence", "icon") for name in drawings.lines(family)]


def test_a_pictogram_answers_to_its_number_and_to_its_word():
    assert drawings.pictogram("competence", "1.2") == drawings.pictogram("competence", "ranger")


def test_there_is_a_pictogram_for_each_of_the_sixteen_and_of_the_five():
    assert len(drawings.lines("competence")) == 2 * 16
    assert len(drawings.lines("domain")) == 2 * 5


def test_an_unknown_drawing_is_refused_with_those_that_exist():
    with pytest.raises(KeyError, match="check"):
        drawings.icon("smiley")


@pytest.mark.parametrize(("family", "name"), EVERY, ids=[" ".join(pair) for pair in EVERY])
def test_a_drawing_is_lines_in_the_colour_of_the_text(family, name):
    lines = drawings.lines(family)[name]

    assert re.fullmatch(r"(<(path|circle|rect) [^<>]*/>)+", lines)
    assert not re.search(r"style=|#[0-9a-f]{3}|url\(", lines)


@pytest.mark.parametrize("name", drawings.lines("competence"))
def test_a_pictogram_has_one_point_of_sight(name):
    assert drawings.lines("competence")[name].count("al-picto__dot") == 1
