import pytest
from django import forms

from design import fields


class Answer(forms.Form):
    text = forms.CharField(help_text="A word.", widget=forms.TextInput(attrs={"class": "own"}))
    count = forms.IntegerField(min_value=1)
    price = forms.DecimalField()
    story = forms.CharField(widget=forms.Textarea)
    file = forms.FileField()
    secret = forms.CharField(widget=forms.PasswordInput)
    one = forms.ChoiceField(choices=[("a", "A"), ("b", "B")])
    radio = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    boxes = forms.MultipleChoiceField(choices=[("a", "A")], widget=forms.CheckboxSelectMultiple)
    box = forms.BooleanField()


KINDS = {
    "text": "text",
    "count": "number",
    "story": "textarea",
    "file": "file",
    "secret": "password",
    "one": "select",
    "radio": "radio",
    "boxes": "checkboxes",
    "box": "checkbox",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_each_control_has_its_kind(name, kind):
    assert fields.kind(Answer()[name]) == kind


def test_a_control_wears_our_class_beside_its_own():
    assert 'class="govuk-input own"' in fields.widget(Answer()["text"])


def test_a_refused_control_is_marked_and_linked_to_its_error():
    html = fields.widget(Answer({})["text"])

    assert "govuk-input--error" in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_text_helptext id_text_error"' in html


def test_what_was_typed_in_a_number_is_not_lost():
    html = fields.widget(Answer({"count": "128 kilos"})["count"])

    assert 'type="text"' in html
    assert 'value="128 kilos"' in html
    assert 'inputmode="numeric"' in html
    assert "min=" not in html


def test_a_decimal_may_be_typed_with_its_separator():
    assert 'inputmode="decimal"' in fields.widget(Answer()["price"])


def test_an_answer_is_typed_large():
    assert "al-input--answer" in fields.widget(Answer()["text"], answer=True)


def test_the_error_summary_leads_to_the_control_or_to_its_first_choice():
    form = Answer()

    assert fields.anchor(form["text"]) == "id_text"
    assert fields.anchor(form["radio"]) == "id_radio_0"


def test_choices_keep_what_was_chosen():
    chosen = {option.value: option.checked for option in fields.options(Answer({"radio": "b"})["radio"])}

    assert chosen == {"a": False, "b": True}
