import pytest
from hypothesis import given
from hypothesis import strategies as st

from design.typography import typeset, typeset_html, typeset_message

N, F, H = "\u00a0", "\u202f", "\u2011"

FRENCH = {
    "apostrophe": ("l'eau, aujourd'hui", "l’eau, aujourd’hui"),
    "colon": ("Attention : ici", f"Attention{N}: ici"),
    "question mark": ("Quelle taille ?", f"Quelle taille{F}?"),
    "exclamation mark": ("Bien vu !", f"Bien vu{F}!"),
    "two marks": ("Vraiment ?!", f"Vraiment{F}?!"),
    "semicolon": ("un ; deux", f"un{F}; deux"),
    "guillemets": ("le fichier « notes »", f"le fichier «{N}notes{N}»"),
    "guillemets without spaces": ("«notes»", f"«{N}notes{N}»"),
    "percentage": ("50 % des gens", f"50{F}% des gens"),
    "percentage without space": ("50%", f"50{F}%"),
    "thousands": ("12 500 points", f"12{F}500 points"),
    "millions": ("3 200 000", f"3{F}200{F}000"),
    "unit": ("310 Ko et 1,5 Go", f"310{N}Ko et 1,5{N}Go"),
    "hour": ("à 14 h 04", f"à 14{N}h{N}04"),
    "number sign": ("n° 5", f"n°{N}5"),
    "inversion": ("êtes-vous là", f"êtes{H}vous là"),
    "inversion with t": ("a-t-il fini", f"a{H}t{H}il fini"),
    "price": ("12 500 €", f"12{F}500{N}€"),
}
UNTOUCHED = {
    "clock": "14:04",
    "address": "https://exemple.fr/?page=2&tri=nom",
    "year before a number": "en 2024 150 fichiers",
    "phone": "06 12 34 56 78",
    "hyphenated word": "compte-rendu.odt",
    "file name that ends like a pronoun": "rendez-vous.ods",
    "already set": f"Quelle taille{F}?",
}
ENGLISH = {
    "apostrophe": ("don't", "don’t"),
    "double quotes": ('the "notes" file', "the “notes” file"),
    "quotes at both ends": ('"notes"', "“notes”"),
    "quotes in brackets": ('("notes")', "(“notes”)"),
    "single quotes": ("the 'notes' file", "the ‘notes’ file"),
    "decade": ("the '90s", "the ’90s"),
    "unit": ("310 KB", f"310{N}KB"),
}


@pytest.mark.parametrize(("typed", "printed"), FRENCH.values(), ids=FRENCH)
def test_french_is_set_with_its_spaces(typed, printed):
    assert typeset(typed, "fr") == printed


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_is_not_prose_keeps_its_signs(text):
    assert typeset(text, "fr") == text


@pytest.mark.parametrize(("typed", "printed"), ENGLISH.values(), ids=ENGLISH)
def test_english_is_set_with_its_quotes(typed, printed):
    assert typeset(typed, "en") == printed


def test_another_language_passes_unchanged():
    assert typeset("l'acqua 50 % ?", "it") == "l'acqua 50 % ?"


@given(st.text(alphabet="ab1 0'\"«»:;!?%-.éh", max_size=40), st.sampled_from(["fr", "en"]))
def test_text_set_twice_is_as_if_set_once(text, language):
    once = typeset(text, language)

    assert typeset(once, language) == once


@given(st.text(max_size=60), st.sampled_from(["fr", "en", "fr-ca"]))
def test_no_letter_and_no_digit_is_ever_lost(text, language):
    assert [sign for sign in typeset(text, language) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


def test_code_and_attributes_keep_their_straight_signs():
    markup = """<p title="l'eau ?">l'eau <code>l'eau ?</code> ?</p>"""

    assert typeset_html(markup, "fr") == f"""<p title="l'eau ?">l’eau <code>l'eau ?</code>{F}?</p>"""


def test_a_quote_that_closes_after_a_tag_is_a_closing_one():
    assert typeset_html('<p>He said "<em>hello</em>" twice</p>', "en") == "<p>He said “<em>hello</em>” twice</p>"


def test_entities_stay_what_they_stand_for():
    assert typeset_html("<p>a &lt; b &amp; l&#x27;eau ;</p>", "fr") == f"<p>a &lt; b &amp; l’eau{F};</p>"


def test_a_message_keeps_its_placeholders():
    assert typeset_message("Il reste %(left)s points : %s %% !", "fr") == f"Il reste %(left)s points{N}: %s{F}%%{F}!"
