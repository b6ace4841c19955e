import re

import pytest

from design import compile as sheets
from design import contrast, samples

CSS = (sheets.BUILT / "alidade.css").read_text(encoding="utf-8")


def test_the_style_sheets_match_their_sources():
    assert [path.name for path in sheets.stale()] == [], "Run python design/compile.py"


def test_everything_is_in_one_file():
    assert "@import" not in CSS


def test_nothing_is_fetched_from_elsewhere():
    assert re.findall(r"url\([\"']?(?:https?:)?//", CSS) == []


def test_every_file_a_style_asks_for_is_there():
    wanted = set(re.findall(r"url\(\"?(fonts/[^)\"]+)", CSS))

    assert len(wanted) == 4
    assert [name for name in wanted if not (sheets.BUILT / name).exists()] == []


def test_the_order_of_layers_comes_first():
    assert CSS.startswith("@layer govuk,base,layout,parts,places,helpers;")


LIGHTENED = {
    "comments go": ("/* why */a { b: c; }", "a{b:c}\n"),
    "strings stay": ('a::before { content: "x  :  {"; }', 'a::before{content:"x  :  {"}\n'),
    "a comment in a string is a string": ('a { content: "/* x */"; }', 'a{content:"/* x */"}\n'),
    "descendants stay apart": ("a .b > c:hover d { e: f }", "a .b > c:hover d{e:f}\n"),
    "sums keep their spaces": ("a { width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}\n"),
}


@pytest.mark.parametrize(("css", "light"), LIGHTENED.values(), ids=LIGHTENED)
def test_lightening_changes_no_meaning(css, light):
    assert sheets.lighten(css) == light


@pytest.mark.parametrize("pair", contrast.PAIRS, ids=lambda pair: f"{pair.fore} on {pair.back}")
def test_two_colours_that_meet_are_told_apart(pair):
    ratios = [contrast.contrast(theme[pair.fore], theme[pair.back]) for theme in contrast.themes()]

    assert min(ratios) >= pair.need


def test_all_84_pairs_are_checked():
    assert len(contrast.PAIRS) == 84


def test_dark_by_choice_is_dark_by_preference():
    _, preferred, chosen = contrast.themes()

    assert preferred == chosen


def test_contrast_is_that_of_wcag():
    assert contrast.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_gallery_shows_every_colour():
    assert set(samples.COLOURS) == set(contrast.themes()[0])
