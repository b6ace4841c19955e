"""Texts: what may differ from the expected wording, what may not, and the traps other marking falls into."""

import pytest

from families.contract import OptionKey, TextKey
from tests.unit.assessment.marked import cases, takes

SAME = {
    "case": ("Téléchargements", "téléCHARGEMENTS"),
    "accents-left-out": ("Téléchargements", "telechargements"),
    "accents-too-many": ("Logement", "Lôgément"),
    "accent-in-two-signs": ("Hôtel", "Ho\u0302tel"),
    "spaces-around": ("Logement", "  Logement \t"),
    "spaces-doubled": ("Lettre chauffage", "Lettre   chauffage"),
    "spaces-left-out": ("Lettre chauffage", "LettreChauffage"),
    "space-too-many": ("Téléchargements", "Télé chargements"),
    "no-break-space": ("Lettre chauffage", "Lettre\u00a0chauffage"),
    "narrow-no-break-space": ("12 Go", "12\u202fGo"),
    "ideographic-space": ("Lettre chauffage", "Lettre\u3000chauffage"),
    "straight-apostrophe": ("L’état des lieux", "L'état des lieux"),
    "backtick-for-apostrophe": ("L'état des lieux", "L`etat des lieux"),
    "acute-for-apostrophe": ("L'état des lieux", "L´état des lieux"),
    "modifier-apostrophe": ("L'état des lieux", "Lʼétat des lieux"),
    "apostrophe-left-out": ("L'état des lieux", "L état des lieux"),
    "hyphen-for-space": ("sous dossier", "sous-dossier"),
    "space-for-hyphen": ("chess-night", "chess night"),
    "no-break-hyphen": ("chess-night", "chess‑night"),
    "dash-for-hyphen": ("chess-night", "chess – night"),
    "minus-sign-for-hyphen": ("chess-night", "chess−night"),
    "underscore": ("chess-night", "chess_night"),
    "soft-hyphen": ("Téléchargements", "Téléchar\u00adgements"),
    "quotes": ("Logement", "« Logement »"),
    "final-point": ("Logement", "Logement."),
    "three-points-as-one-sign": ("Enregistrer sous...", "enregistrer sous…"),
    "brackets": ("Ignorer", "(ignorer)"),
    "ligature-oe": ("Vœux", "voeux"),
    "ligature-ae": ("Curriculum vitæ", "curriculum vitae"),
    "ligature-fi": ("fichier", "ﬁchier"),
    "sharp-s": ("Straße", "STRASSE"),
    "stroked-o": ("København", "Kobenhavn"),
    "stroked-l": ("Łódź", "lodz"),
    "dotless-i": ("ısı", "ISI"),
    "dotted-capital-i": ("İzmir", "izmir"),
    "full-width": ("PDF", "ＰＤＦ"),
    "ordinal-sign": ("cale n° 3", "Cale nº3"),
    "degree-and-o": ("cale n° 3", "cale no 3"),
    "digits-of-another-script": ("cale 3", "cale ٣"),
    "grouped-digits": ("0612345678", "06 12 34 56 78"),
    "decimal-mark": ("version 3.5", "version 3,5"),
    "direction-marks": ("Logement", "\u200fLogement\u200e"),
    "zero-width-space": ("Logement", "Loge\u200bment\ufeff"),
    "filler-of-korean": ("Logement", "Loge\u3164ment"),
    "joiner-of-graphemes": ("Logement", "Loge\u034fment"),
    "emoji-selector": ("♥", "♥\ufe0f"),
    "steps-of-a-path": ("Documents puis Logement", "Documents > puis > Logement"),
    "arrow-of-a-path": ("Documents Logement", "Documents → Logement"),
    "typed-arrow-of-a-path": ("Documents Logement", "Documents -> Logement"),
    "slash-of-a-path": ("Documents Logement", "Documents/Logement"),
    "keys-pressed-together": ("Ctrl+C", "ctrl + c"),
    "keys-with-a-hyphen": ("Ctrl+C", "Ctrl-C"),
    "greek": ("Έγγραφα", "εγγραφα"),
    "greek-final-sigma": ("λόγος", "ΛΟΓΟΣ"),
    "cyrillic": ("Документы", "ДОКУМЕНТЫ"),
    "cyrillic-yo": ("Ёлка", "елка"),
    "arabic-vowels-left-out": ("مُحَمَّد", "محمد"),
    "arabic-stretched": ("محمد", "محـمد"),
    "hebrew-points-left-out": ("שָׁלוֹם", "שלום"),
    "chinese-final-stop": ("文件", "文件。"),
    "japanese-half-width": ("ダウンロード", "ﾀﾞｳﾝﾛｰﾄﾞ"),
    "korean-in-letters": ("문서", "\u1106\u116e\u11ab\u1109\u1165"),
    "hindi": ("हिन्दी", " हिन्दी "),
    "file-ending-with-its-point": ("pdf", ".pdf"),
    "one-of-several": ("Save as", "save AS"),
}

OTHER = {
    "another-word": ("Logement", "Documents"),
    "nothing": ("Logement", ""),
    "spaces-only": ("Logement", "  \u00a0\t"),
    "invisible-only": ("Logement", "\u200b\ufeff\u200f"),
    "punctuation-only": ("Logement", "..."),
    "no-spelling-tolerance-unless-asked": ("Téléchargements", "Téléchargement"),
    "c-is-not-c-plus-plus": ("C++", "C"),
    "c-plus-plus-is-not-c": ("C", "C++"),
    "c-sharp-is-not-c": ("C#", "C"),
    "plus-is-not-minus": ("+", "-"),
    "plus-is-not-nothing": ("+", ""),
    "question-mark-is-not-star": ("?", "*"),
    "star-counts": ("*.pdf", ".pdf"),
    "per-cent-counts": ("50 %", "50"),
    "at-sign-counts": ("ada@example.org", "adaexample.org"),
    "currency-counts": ("12 €", "12 £"),
    "point-between-digits-counts": ("1.2", "12"),
    "slash-between-digits-counts": ("1/2", "12"),
    "colon-between-digits-counts": ("12:30", "1230"),
    "minus-before-digits-counts": ("-5", "5"),
    "zeros-count": ("page02", "page2"),
    "another-year": ("2018", "2019"),
    "crossed-equal-sign": ("≠", "="),
    "smaller-is-not-greater": ("A > B", "A < B"),
    "greek-is-not-emptied": ("Έγγραφα", "Εικόνες"),
    "cyrillic-is-not-emptied": ("Документы", "Картинки"),
    "arabic-is-not-emptied": ("مستندات", "صور"),
    "hebrew-is-not-emptied": ("מסמכים", "תמונות"),
    "chinese-is-not-emptied": ("文件", "图片"),
    "japanese-voicing-counts": ("かき", "がき"),
    "hindi-vowels-count": ("कि", "कु"),
    "thai-tones-count": ("ข่าว", "ข้าว"),
    "emoji-counts": ("👍", "👎"),
    "lone-surrogate": ("Logement", "\ud800"),
    "null-character": ("Logement", "\x00"),
}


@pytest.mark.parametrize(("expected", "text"), cases(SAME))
def test_the_same_words_written_otherwise_are_right(expected: str, text: str) -> None:
    key = TextKey((expected, "another wording"))

    assert takes(key, text)
    assert takes(TextKey((text,)), expected)


@pytest.mark.parametrize(("expected", "text"), cases(OTHER))
def test_other_words_are_wrong(expected: str, text: str) -> None:
    assert not takes(TextKey((expected,)), text)


SIGNS = ["+", "-", "…", "?", "'", "*", "#", "/", "\\", "_", ">", "<", "«", "。", "،", "´", "©", "👍", "C++", "-5"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_that_is_the_answer_is_right_and_no_other_is(sign: str) -> None:
    key = TextKey((sign,))

    assert takes(key, f" {sign} ")
    assert not any(takes(key, other) for other in (*SIGNS, "", "a") if other != sign)


@pytest.mark.parametrize("empty", ["", " ", "\u200b", "\u00a0"], ids=["nothing", "space", "zero-width", "no-break"])
def test_an_empty_answer_is_never_right_even_if_expected(empty: str) -> None:
    assert not takes(TextKey((empty,)), empty)
    assert not takes(TextKey((empty,), exact=True), empty)


# --- exact -----------------------------------------------------------------------------------------------------------

EXACT_SAME = {
    "as-it-is": ("/home/lea/musique", "/home/lea/musique"),
    "outer-spaces": ("/home/lea/musique", "  /home/lea/musique\n"),
    "no-break-space-inside": ("Ma note.txt", "Ma\u00a0note.txt"),
    "narrow-space-inside": ("Ma note.txt", "Ma\u202fnote.txt"),
    "accent-in-two-signs": ("été.txt", "e\u0301te\u0301.txt"),
    "direction-mark": ("note.txt", "\u200enote.txt"),
    "another-script": ("文件.txt", "文件.txt"),
}
EXACT_OTHER = {
    "case": ("Note.txt", "note.txt"),
    "accents": ("été.txt", "ete.txt"),
    "space-inside": ("Ma note.txt", "Manote.txt"),
    "space-doubled": ("Ma note.txt", "Ma  note.txt"),
    "hyphen": ("ma-note", "ma note"),
    "final-slash": ("/home/lea", "/home/lea/"),
    "final-point": ("note", "note."),
    "compatible-letter": ("fichier", "ﬁchier"),
    "digit": ("4c155ed3", "4c155ed8"),
}


@pytest.mark.parametrize(("expected", "text"), cases(EXACT_SAME))
def test_an_exact_text_may_differ_in_what_is_not_seen(expected: str, text: str) -> None:
    assert takes(TextKey((expected,), exact=True), text)


@pytest.mark.parametrize(("expected", "text"), cases(EXACT_OTHER))
def test_an_exact_text_keeps_all_that_is_seen(expected: str, text: str) -> None:
    assert not takes(TextKey((expected,), exact=True), text)
    assert not takes(TextKey((expected,), exact=True, spelling=0.25), text)


# --- spelling --------------------------------------------------------------------------------------------------------

NEAR = {
    "letter-missing": ("Téléchargements", 0.15, "telechargments"),
    "letter-added": ("Téléchargements", 0.15, "téléchargeements"),
    "letter-changed": ("Enregistrer sous", 0.1, "enregister sous"),
    "two-letters-swapped-are-one-slip": ("Régate", 0.17, "regaet"),
    "two-slips-in-fifteen-letters": ("Téléchargements", 0.15, "telechargment"),
    "tolerance-counts-expected-letters": ("inventaire", 0.1, "inventairee"),
    "five-letters": ("Hôtel", 0.2, "hotell"),
    "digits-kept": ("jardin 2025", 0.2, "jardim 2025"),
    "ending-kept": ("Lettre chauffage.odt", 0.15, "lettre chaufage.odt"),
    "three-slips-in-thirty-letters": ("abcdefghijklmnopqrstuvwxyzabcd", 0.1, "abcdefghijklmnopqrstuvwxyza"),
    "another-script": ("Документы", 0.15, "документи"),
    "korean-letters-are-syllables": ("다운로드폴더", 0.2, "다운로드풀더"),
    "second-wording": ("Bail", 0.15, "telechargments"),
}
FAR = {
    "too-many-slips": ("Téléchargements", 0.15, "telechrgmnt"),
    "ratio-is-not-of-the-typed-length": ("Hôtel", 0.2, "hotellerie"),
    "four-typed-for-three": ("bus", 0.25, "buse"),
    "three-letters": ("bus", 0.25, "but"),
    "four-letters": ("bail", 0.25, "mail"),
    "the-year-after": ("2018", 0.25, "2019"),
    "the-year-after-in-a-phrase": ("inventaire 2018", 0.25, "inventaire 2019"),
    "digits-swapped": ("inventaire 2018", 0.25, "inventaire 2081"),
    "digit-missing": ("inventaire 2018", 0.25, "inventaire 208"),
    "digit-moved-among-letters": ("inventaire2", 0.25, "inventair2e"),
    "letter-for-a-digit": ("inventaire 10", 0.25, "inventaire lO"),
    "checksum": ("4c155ed3", 0.25, "4c155ed8"),
    "letter-of-a-checksum": ("4c155ed3", 0.25, "4b155ed3"),
    "room-code": ("salle B12", 0.25, "salle A12"),
    "another-ending": ("Lettre chauffage.odt", 0.25, "Lettre chauffage.ods"),
    "ending-left-out": ("Lettre chauffage.odt", 0.25, "Lettre chauffage"),
    "sign-added": ("Notepad++", 0.25, "Notepad+"),
    "sign-for-a-letter": ("inventaire", 0.25, "inventair+"),
    "letter-for-a-sign": ("+", 0.25, "a"),
    "nothing": ("Téléchargements", 0.25, ""),
    "syllables-are-letters": ("서울", 0.25, "서을"),
}


@pytest.mark.parametrize(("expected", "spelling", "text"), cases(NEAR))
def test_a_slip_within_the_tolerance_is_right(expected: str, spelling: float, text: str) -> None:
    assert takes(TextKey((expected, "téléchargements"), spelling), text)
    assert not takes(TextKey((expected, "téléchargements")), text)


@pytest.mark.parametrize(("expected", "spelling", "text"), cases(FAR))
def test_a_slip_beyond_the_tolerance_is_wrong(expected: str, spelling: float, text: str) -> None:
    assert not takes(TextKey((expected,), spelling), text)


# --- drop-downs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["Month", "mont", "month ", "mònth", "", "year"])
def test_a_drop_down_is_compared_exactly(option: str) -> None:
    key = OptionKey(("month", "months"))

    assert takes(key, "month")
    assert takes(key, "months")
    assert not takes(key, option)
