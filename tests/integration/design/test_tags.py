import pytest
from django.template import engines
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override

from design.figures import Band, Post

NARROW = "\u202f"


def rendered(source: str, language: str = "en", **context: object) -> str:
    with override(language):
        return engines["django"].from_string("{% load design %}" + source).render(context)


def test_plain_text_is_escaped_and_set():
    assert rendered("{{ text|typo }}", "fr", text="<b>l'eau</b> ?") == f"&lt;b&gt;l’eau&lt;/b&gt;{NARROW}?"


def test_safe_html_keeps_its_tags():
    assert rendered("{{ text|typo }}", "fr", text=mark_safe("<b>l'eau</b> ?")) == f"<b>l’eau</b>{NARROW}?"


def test_where_nothing_is_escaped_words_are_still_set():
    source = "{% autoescape off %}{{ text|typo }}{% endautoescape %}"

    assert rendered(source, "fr", text="a & l'eau") == "a & l’eau"


VALUES = {"nothing": (None, ""), "a number": (7, "7"), "a lazy message": (gettext_lazy("Don't"), "Don’t")}


@pytest.mark.parametrize(("value", "shown"), VALUES.values(), ids=VALUES)
def test_any_value_can_be_set(value, shown):
    assert rendered("{{ value|typo }}", value=value) == shown


def test_markdown_is_clean_and_set():
    assert rendered("{{ text|markdown:3 }}", "fr", text="# L'eau `d'ici`") == "<h3>L’eau <code>d'ici</code></h3>\n"


NUMBERS = {
    "one decimal": ("{{ 33.25|points }}", "33.2", "33,2"),
    "none": ("{{ 33.25|points:0 }}", "33", "33"),
    "thousands": ("{{ 1024|points:0 }}", "1,024", f"1{NARROW}024"),
}


@pytest.mark.parametrize(("source", "english", "french"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_written_in_the_signs_of_the_language(source, english, french):
    assert (rendered(source), rendered(source, "fr")) == (english, french)


def test_geometry_is_written_with_points_in_every_language():
    html = rendered("{% pole chances at=4.1 hue=1 label='x' %}", "fr", chances=[0.9, 0.9, 0.5, 0.1])

    assert 'fill="url(#hatch1)"' in html
    assert "," not in html


def test_a_pole_says_its_words():
    assert 'aria-label="Level 4 of 8"' in rendered("{% pole None label='Level 4 of 8' %}")


def test_a_relief_and_a_narrowing_state_their_finding():
    posts = [Post("1.1", 1, [0.9] * 8, 4.0), Post("1.2", 0, None)]

    assert "<title>Four</title>" in rendered("{% relief posts label='Four' %}", posts=posts)
    assert "<title>Narrower</title>" in rendered("{% aim bands label='Narrower' %}", bands=[Band(0, 1, 6, 3)])


def test_the_mark_of_progress_is_named_so_that_it_can_slide():
    html = rendered("{% progress 7.5 15 label='x' id='course' %}")

    assert 'id="course-eye" cx="50.00%"' in html
