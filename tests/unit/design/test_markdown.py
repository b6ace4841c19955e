import pytest

from design.markdown import render


def test_headings_start_under_those_of_the_page():
    assert render("# One\n\n## Two", top=3) == "<h3>One</h3>\n<h4>Two</h4>\n"


def test_no_heading_is_lower_than_the_sixth():
    assert render("##### Five", top=4) == "<h6>Five</h6>\n"


def test_a_table_says_which_cells_are_heads():
    assert '<th scope="col">Sign</th>' in render("| Sign |\n|---|\n| KB |")


DANGEROUS = {
    "script": "<script>alert(1)</script>",
    "handler": '<img src="x" onerror="alert(1)">',
    "script address": "[here](javascript:alert(1))",
    "data address": "[here](data:text/html,x)",
    "inline style": '<p style="color:red">x</p>',
    "frame": '<iframe src="https://example.org"></iframe>',
}


@pytest.mark.parametrize("text", DANGEROUS.values(), ids=DANGEROUS)
def test_nothing_an_author_types_becomes_live(text):
    html = render(text)

    assert "<script" not in html
    assert "<iframe" not in html
    assert "<img" not in html
    assert "href=" not in html
    assert "<p style" not in html


def test_an_image_from_elsewhere_is_not_fetched():
    assert "src=" not in render("![photo](https://example.org/a.png)")
    assert "src=" not in render("![photo](//example.org/a.png)")


def test_an_image_of_ours_is_shown():
    assert 'src="/static/a.png"' in render("![photo](/static/a.png)")


def test_a_link_does_not_tell_where_one_comes_from():
    assert 'rel="noopener noreferrer"' in render("[here](https://example.org)")
