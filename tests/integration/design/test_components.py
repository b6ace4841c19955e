import re

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.translation import override

from design.tables import Column, Table


class Report(forms.Form):
    what = forms.CharField(label="What", help_text="A few words.")
    where = forms.ChoiceField(label="Where", choices=[("a", "Here"), ("b", "There")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="I agree")
    note = forms.CharField(label="Note", required=False)


def shown(component: str, /, **context: object) -> str:
    with override("en"):
        return render_to_string(f"design/{component}.html", context)


def test_a_label_names_its_control():
    html = shown("field", field=Report()["what"])

    assert '<label class="govuk-label" for="id_what">What' in html
    assert 'id="id_what"' in html


def test_a_field_one_may_leave_empty_says_so():
    assert "(optional)" in shown("field", field=Report()["note"])
    assert "(optional)" not in shown("field", field=Report()["what"])


@pytest.mark.parametrize("name", ["what", "where", "agreed"])
def test_a_refused_field_is_described_by_its_error(name):
    html = shown("field", field=Report({})[name])
    described = re.search(r'aria-describedby="([^"]+)"', html)[1].split()

    assert f'id="{described[-1]}"' in html
    assert "This field is required." in html


def test_choices_of_a_form_are_a_named_group():
    html = shown("field", field=Report({"where": "b"})["where"])

    assert "<legend" in html
    assert re.search(r'value="b"\s+checked', html)


def test_choices_without_a_form_get_their_own_ids():
    html = shown("choices", id="pick", name="pick", legend="Pick", options=[{"value": "a", "label": "A"}], many=True)

    assert 'type="checkbox" id="pick_0" name="pick" value="a"' in html


def test_the_summary_of_errors_leads_to_each_field():
    html = shown("error_summary", form=Report({}))

    assert 'href="#id_what"' in html
    assert 'href="#id_where_0"' in html


def test_there_is_no_summary_without_errors():
    assert shown("error_summary", form=Report()).strip() == ""


def test_a_plain_control_keeps_what_was_typed_and_says_what_to_do():
    html = shown(
        "input", id="size", name="size", label="Size", value='12 "kilos"', error="Write a number.", suffix="KB"
    )

    assert 'value="12 &quot;kilos&quot;"' in html
    assert 'aria-describedby="size_error"' in html


def test_what_people_typed_is_never_html():
    html = shown("pair", given="<script>", expected="<b>6</b>")

    assert "<script>" not in html
    assert "&lt;b&gt;6&lt;/b&gt;" in html


def test_each_cell_of_a_table_bears_its_column_for_phones():
    table = Table("Points", [Column("Name"), Column("Points", numeric=True)], [["Sorting", "34"]])

    assert 'data-label="Points">34</td>' in shown("table", table=table)


def test_a_row_of_the_wrong_length_is_refused():
    table = Table("Points", [Column("Name"), Column("Points")], [["Sorting"]])

    with pytest.raises(ValueError, match="argument"):
        list(table.lines)


VERDICTS = {
    "right": "al-mark--right",
    "wrong": "al-mark--wrong",
    "skipped": "al-mark",
    "late": "al-mark",
    "left": "al-mark",
}


@pytest.mark.parametrize(("state", "mark"), VERDICTS.items(), ids=VERDICTS)
def test_every_verdict_has_its_mark_and_its_word(state, mark):
    html = shown("verdict", state=state, title="Sorting", word="Well", text="Because.")

    assert f'class="al-mark {mark}"' in html or f'class="{mark}"' in html
    assert ">Well</span>" in html


def test_a_dialog_puts_the_focus_on_the_safe_button():
    html = shown("dialog", id="d", title="Reset?", text="Lost.", action="/reset/", confirm="Reset", cancel="Keep")

    assert re.search(r"<button[^>]*autofocus[^>]*>Keep</button>", html)
    assert 'method="post" action="/reset/"' in html


def test_the_message_page_stands_without_any_context():
    html = shown("layout_message")

    assert "<!doctype html>" in html
    assert 'id="content"' in html
