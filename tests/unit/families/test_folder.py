"""Unruly folders: proved on some seeds (on ten thousand in the guards), then through the real files of a download."""

import hashlib
import io
import re
import zipfile
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from families import storage
from families.contract import Ask, Format, Kind, NumberKey, TextKey
from families.folder import TEMPLATES, duplicates, newest, paths, renaming, same_name
from families.folder.archive import unpack
from families.folder.reading import files
from families.registry import TEMPLATES as TEMPLATES_BY_NAME
from families.seeds import watermark
from tests.unit.families.folder_proofs import MODULES, PLACES, asked, prove
from tests.unit.families.storage_proofs import fields_of, inside

each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


@each_template
def test_a_seed_has_one_answer_that_its_solver_finds_and_errors_that_are_not_it(template):
    for number in range(200):
        prove(template, number)


@each_template
def test_the_files_of_the_download_are_the_entries_of_the_page_and_lead_to_the_answer(template):
    for number in range(30):
        ask = asked(template, number)
        play, data = template.make(ask), template.build(ask, "zip")
        assert unpack(data, ask.locale) == play.folder
        assert inside(fields_of(play.key), template.solve(play, data))


@settings(max_examples=120, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TEMPLATES), st.binary(min_size=32, max_size=32), st.integers(0, 9), st.sampled_from(PLACES))
def test_any_seed_whatever_gives_a_sound_download(template, seed, step, place):
    ask = Ask(seed, template.levels[step % len(template.levels)], *place)
    play, data = template.make(ask), template.build(ask, "zip")
    assert inside(fields_of(play.key), template.solve(play, data))
    assert len(data) <= 2_000_000
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None


@each_template
def test_the_same_seed_gives_the_same_play_and_the_same_bytes(template):
    for number in range(0, 10_000, 100):
        ask = asked(template, number)
        assert template.make(ask) == template.make(ask)
    assert template.build(ask, "zip") == template.build(ask, "zip")


def shape(play):
    """What does not depend on the language."""
    return (
        play.kind,
        [(field.name, field.format, bool(field.hint), bool(field.unit)) for field in play.fields],
        [download.formats for download in play.downloads],
        [type(key) for _, key in fields_of(play.key).fields],
        len(files(play.folder)),
        len(play.correction.split("\n\n")),
    )


@each_template
def test_both_languages_have_the_same_structure(template):
    for number in range(60):
        english, french = (template.make(asked(template, number, place)) for place in PLACES[:2])
        assert shape(english) == shape(french)
        assert MODULES[template.name].WORDS["en"].feedback.keys() == MODULES[template.name].WORDS["fr"].feedback.keys()


@each_template
def test_the_number_of_files_is_set_by_the_level_alone(template):
    counts = {level: set() for level in template.levels}
    for number in range(90):
        ask = asked(template, number)
        counts[ask.level].add(len(files(template.make(ask).folder)))
    assert all(len(found) == 1 for found in counts.values())
    assert sorted(counts.values(), key=min) == list(counts.values())


@each_template
def test_neighbours_get_other_folders_and_seldom_the_same_answer(template):
    plays = [template.make(asked(template, 3 * number, PLACES[0])) for number in range(200)]
    assert len({play.folder for play in plays}) == 200
    assert max(Counter(play.shown for play in plays).values()) <= 60


@each_template
def test_the_words_are_short_ask_once_and_never_give_the_answer(template):
    for number in range(120):
        ask = asked(template, number)
        play = template.make(ask)
        said = f"{play.title} {play.context} {play.question}"
        assert len(f"{play.context} {play.question}".split()) <= (60 if ask.level <= 2 else 90)
        assert re.sub(r"`[^`]*`", "", said).count("?") == 1
        shown = (
            f"{said} {play.fields[0].hint}"
            if play.fields[0].format is Format.TEXT
            else f"{play.title} {play.question}"
        )
        assert not re.search(rf"(?<![\w.-]){re.escape(play.shown)}(?![\w.-])", shown)
        assert not re.search(r"[{}!]", said + play.correction + "".join(each.feedback for each in play.mistakes))


@each_template
def test_the_correction_says_why_then_one_way_then_another(template):
    for place, way, other in ((PLACES[0], "One way:", "Another way:"), (PLACES[1], "façon de faire", "Une autre")):
        play = template.make(asked(template, 7, place))
        why, *ways = play.correction.split("\n\n")
        assert "**" not in why
        assert way in play.correction.split("**")[1]
        assert other in ways[-1]
        assert play.shown.partition(" (")[0] in play.correction
        assert all(len(mistake.feedback) > 20 for mistake in play.mistakes)


@each_template
def test_one_field_says_what_it_expects(template):
    for place, label in ((PLACES[0], "Your answer"), (PLACES[1], "Votre réponse")):
        play = template.make(asked(template, 3, place))
        key = fields_of(play.key).fields[0][1]
        assert play.kind is Kind.FIELDS
        assert [(field.name, field.label) for field in play.fields] == [("answer", label)]
        assert (play.fields[0].format is Format.NUMBER) == isinstance(key, NumberKey)
        assert play.fields[0].hint.endswith(".")


@each_template
def test_a_download_carries_the_mark_of_the_person_it_is_for(template):
    first, second = asked(template, 1), asked(template, 2)
    with zipfile.ZipFile(io.BytesIO(template.build(first, "zip"))) as archive:
        assert archive.comment.decode() == watermark(first.seed)
        note = next(name for name in archive.namelist() if name.endswith(("read-me.txt", "lisez-moi.txt")))
        assert watermark(first.seed) in archive.read(note).decode()
    assert watermark(first.seed) != watermark(second.seed)
    assert first.seed.hex() not in repr(template.make(first))


@each_template
def test_only_a_zip_is_offered(template):
    with pytest.raises(ValueError, match="ods"):
        template.build(asked(template, 0), "ods")


@each_template
def test_names_are_safe_on_every_system(template):
    for number in range(60):
        paths_seen = [entry.path for entry in template.make(asked(template, number)).folder]
        assert all(re.fullmatch(r"[A-Za-z0-9._()/ -]+", path) for path in paths_seen)
        assert len({path.casefold() for path in paths_seen}) == len(paths_seen)
        assert max(map(len, paths_seen)) < 160


# --- what is particular to some -------------------------------------------------------------------------------------


def test_the_registry_knows_every_template_by_its_own_name():
    assert [TEMPLATES_BY_NAME[template.name] for template in TEMPLATES] == list(TEMPLATES)
    assert all(name == template.name for name, template in TEMPLATES_BY_NAME.items())
    assert len(TEMPLATES_BY_NAME) == len(TEMPLATES) + len(storage.TEMPLATES)


def test_twelve_templates_serve_two_topics_and_say_how_it_is_done_without_sight():
    assert len({template.name for template in TEMPLATES}) == len(TEMPLATES) == 12
    assert all(template.equivalent and template.build for template in TEMPLATES)


@pytest.mark.parametrize("typed", ["{bytes} bytes", "{bytes} o", "{ko} Ko", "{kib} KB", "{kib}"])
def test_a_size_is_accepted_by_either_rule_and_in_bytes(typed):
    for number in range(30):
        ask = asked(same_name.TEMPLATE, number)
        play = same_name.TEMPLATE.make(ask)
        size = int(re.sub(r"\D", "", play.shown.partition("(")[2]))
        answer = typed.format(bytes=size, ko=round(size / 1000), kib=round(size / 1024))
        assert inside(fields_of(play.key), {"answer": answer})


def test_the_newest_namesake_is_hidden_from_level_four_on():
    for number in range(60):
        ask = asked(same_name.TEMPLATE, number)
        play = same_name.TEMPLATE.make(ask)
        assert ("`." in play.correction) == (ask.level >= 4)


def test_equal_contents_are_equal_to_the_byte_in_the_real_files():
    for number in range(30):
        ask = asked(duplicates.TEMPLATE, number)
        with zipfile.ZipFile(io.BytesIO(duplicates.TEMPLATE.build(ask, "zip"))) as archive:
            prints = [hashlib.sha256(archive.read(slip)).digest() for slip in archive.infolist() if not slip.is_dir()]
        assert str(len(prints) - len(set(prints))) == duplicates.TEMPLATE.make(ask).shown


def test_a_name_is_accepted_without_its_ending_and_with_its_path():
    play = newest.TEMPLATE.make(asked(newest.TEMPLATE, 5))
    right = next(entry for entry in play.folder if entry.path.endswith(play.shown))
    typed = (play.shown, play.shown.removesuffix(".pdf"), right.path, right.path.partition("/")[2])
    assert all(inside(fields_of(play.key), {"answer": each}) for each in typed)


def test_every_wrong_reading_of_a_path_leads_to_another_code():
    for number in range(60):
        play = paths.TEMPLATE.make(asked(paths.TEMPLATE, number))
        read = [entry.text.rpartition(" ")[2].strip() for entry in play.folder if entry.path.endswith("/code.txt")]
        foreseen = [fields_of(mistake.key).fields[0][1] for mistake in play.mistakes]
        assert all(isinstance(key, TextKey) for key in foreseen)
        assert sorted(read) == sorted([play.shown, *(key.values[0] for key in foreseen)])


def test_pictures_of_a_series_never_share_a_date():
    for number in range(60):
        play = renaming.TEMPLATE.make(asked(renaming.TEMPLATE, number))
        folder = re.findall(r"[“«]\s*(.*?)\s*[”»]", play.context)[0]
        dates = [
            entry.modified for entry in files(play.folder) if f"/{folder}/" in entry.path and ".jpg" in entry.path
        ]
        assert len(dates) == len(set(dates))
