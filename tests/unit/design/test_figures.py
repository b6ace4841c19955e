import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from design import figures
from design.figures import Band, Post

LEVEL_4 = [0.99, 0.95, 0.9, 0.8, 0.19, 0.1, 0.05, 0.0]


def test_a_segment_is_full_when_sure_and_hatched_when_possible():
    assert figures.states([0.8, 0.79, 0.2, 0.19]) == ["yes", "may", "may", "no"]


def test_a_level_above_the_ceiling_is_shut_whatever_we_believe():
    assert figures.states([0.99] * 8, ceiling=7)[-2:] == ["yes", "shut"]


def test_what_was_never_measured_has_neither_fill_nor_sight():
    drawn = figures.pole(None, at=4.2, ceiling=7)

    assert [box.state for box in drawn.boxes] == ["no"] * 7 + ["shut"]
    assert drawn.sight == ""


def test_the_sight_stands_at_the_expected_points():
    assert figures.pole(LEVEL_4, at=33 / 8).sight == "51.56%"


def test_a_pole_has_as_many_segments_as_the_scale_has_levels():
    assert len(figures.pole([0.9, 0.5, 0.1]).boxes) == 3


def test_numbers_stand_in_the_middle_of_their_segment():
    assert [mark.at for mark in figures.pole(LEVEL_4, numbers=True).numbers][:2] == ["6.25%", "18.75%"]


def test_a_hue_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="hue 9"):
        figures.pole(LEVEL_4, hue=9)


def percentages(drawn: object) -> list[float]:
    return [float(value) for value in re.findall(r"(-?[\d.]+)%'", repr(drawn))]


@given(st.floats(-50, 50), st.lists(st.floats(0, 1), min_size=3, max_size=12))
def test_nothing_of_a_pole_is_drawn_outside_it(at, chances):
    assert all(0 <= value <= 100 for value in percentages(figures.pole(chances, at=at, numbers=True)))


def test_a_relief_keeps_the_order_it_is_given():
    posts = [Post("2.1", 2, LEVEL_4, 4.0), Post("1.1", 1, LEVEL_4, 6.0)]

    assert [post.name for post in figures.relief(posts).posts] == ["2.1", "1.1"]


def test_a_level_that_is_not_open_is_dotted_in_the_relief():
    drawn = figures.relief([Post("1.1", 1, [1.0] * 8, 7.0)], ceiling=7)

    assert [box.state for box in drawn.posts[0].boxes] == ["yes"] * 7 + ["shut"]


def test_a_competence_never_measured_leaves_flat_ground_in_the_relief():
    drawn = figures.relief([Post("1.1", 1, None, 5.0)])

    assert drawn.posts[0].boxes == ()
    assert drawn.posts[0].sight is None
    assert "188" in drawn.ridge


def test_the_terrain_passes_just_above_the_estimate():
    drawn = figures.relief([Post("1.1", 1, LEVEL_4, 4.0)])

    assert drawn.posts[0].sight.y == "107.0"
    assert drawn.ridge == "M0 193C25 193 25 103 50 103C75 103 75 193 100 193"


def test_the_narrowing_draws_one_bar_a_stage_and_the_last_sight_is_the_largest():
    drawn = figures.aim([Band(0, 1, 6, 3.5), Band(2, 2, 5, 3.5), Band(4, 3, 4, 3.5)])

    assert [row.radius for row in drawn.sightings] == ["5", "5", "7"]
    assert [row.box.width for row in drawn.sightings] == ["62.50%", "37.50%", "12.50%"]
    assert drawn.height == "101"


def test_thinning_keeps_the_first_one_in_two_and_todays():
    bands = [Band(answers, 1, 6, 3) for answers in range(6)]

    assert [band.answers for band in figures.thinned(bands)] == [0, 2, 4, 5]


def test_the_mark_of_question_8_of_15_is_in_the_middle():
    assert figures.progress(7.5, 15).done == "50.00%"


def test_the_mark_never_leaves_the_rule():
    assert figures.progress(18, 15).done == "100.00%"


def test_a_rule_has_a_tick_a_step_and_a_longer_one_a_stage():
    states = [tick.state for tick in figures.progress(1, 7, stage=5).ticks]

    assert states == ["stage", "tick", "tick", "tick", "tick", "stage", "tick", "stage"]


def test_a_rule_of_points_is_ruled_in_points():
    assert len(figures.progress(280, 896, tick=64, stage=128).ticks) == 15
