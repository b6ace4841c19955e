"""Storage puzzles: proved on ten thousand seeds, then what is particular to sizes, durations and prices."""

import io
import re
import zipfile
from hashlib import sha256

import pytest

from families.contract import Play, Template
from families.seeds import watermark
from families.storage import TEMPLATES
from families.storage.reading import figure, sizes
from families.storage.words import amount
from tests.unit.families import storage_proofs as proofs
from tests.unit.families.storage_proofs import PLACES, asked, fields_of, inside

STORAGE = [template for template in TEMPLATES if template.name.startswith("storage.")]
NAMED = {template.name: template for template in TEMPLATES}

each_template = pytest.mark.parametrize("template", STORAGE, ids=lambda template: template.name)


@each_template
def test_a_seed_has_one_answer_that_its_solver_finds_and_errors_that_are_not_it(template):
    proofs.prove(template, range(200))


@each_template
def test_a_play_can_be_made_again_and_in_the_other_language(template):
    proofs.prove_it_can_be_made_again(template)


@each_template
def test_two_seeds_give_two_plays(template):
    proofs.prove_that_seeds_differ(template)


@each_template
def test_a_play_says_what_is_expected_and_its_correction_explains(template):
    proofs.prove_the_form(template)


def test_thirteen_templates_have_a_name_one_level_and_an_equivalent():
    assert len(NAMED) == len(TEMPLATES) == 13
    assert all(len(template.levels) == 1 and template.equivalent for template in TEMPLATES)


# --- units and money -----------------------------------------------------------------------------------------------


def plays(name: str, count: int, place: tuple[str, str] | None = None) -> list[tuple[Template, Play]]:
    template = NAMED[name]
    return [(template, template.make(asked(template, number, place))) for number in range(count)]


@pytest.mark.parametrize(("place", "sign"), [(("en", "GB"), "£"), (("fr", "FR"), "€"), (("fr", "BE"), "€")])
def test_prices_are_in_the_money_of_the_country(place, sign):
    for _, play in plays("storage.medium", 5, place):
        assert sign in play.context
        assert play.table is not None
        assert all(sign in row[-1] for row in play.table.rows)


@pytest.mark.parametrize("typed", ["38 min", "2280 s", "2280 secondes", "0,63 h", "38", "38 minutes"])
def test_a_duration_may_be_typed_in_any_unit_of_time(typed):
    play = next(play for _, play in plays("storage.transfer-time", 500) if re.search(r"\b38\b", play.shown))

    assert inside(fields_of(play.key), {"minutes": typed})


@pytest.mark.parametrize("unit", ["MB", "Mo"])
def test_a_size_may_be_typed_in_the_unit_of_either_language(unit):
    for template, play in plays("storage.compress-send", 6):
        answers = template.solve(play, b"")
        assert inside(fields_of(play.key), answers | {"weight": f"{answers['weight']} {unit}"})


@pytest.mark.parametrize("place", [("fr", "FR"), ("fr", "BE")])
def test_french_sizes_have_a_decimal_comma_and_french_units(place):
    contexts = [play.context for _, play in plays("storage.fits", 50, place)]

    assert not any(re.search(r"\d\.\d|[KMGT]B", context) for context in contexts)
    assert any(re.search(r"\d,\d\sGo", context) for context in contexts)


@pytest.mark.parametrize(("locale", "written"), [("en", "1,200.5\xa0MB"), ("fr", "1\u202f200,5\xa0Mo")])
def test_a_size_is_written_and_read_back_in_each_language(locale, written):
    value = figure("1200.5")

    assert amount(value, "MB", locale) == written
    assert sizes(f"({written})") == [value]


def test_a_text_without_a_number_cannot_be_read_as_one():
    with pytest.raises(ValueError, match="none"):
        figure("none")


def test_counting_a_gigabyte_as_1024_megabytes_gives_the_same_answer():
    for _, play in plays("storage.fits", 300, PLACES[0]):
        capacity, used, each = sizes(play.context)
        count = int((capacity - used) * figure("1.024") / each)
        assert inside(fields_of(play.key), {"count": str(count)})


def test_the_largest_figure_is_neither_the_heaviest_nor_the_lightest_folder():
    for template, play in plays("storage.order-sizes", 300, PLACES[0]):
        assert play.table is not None
        letter = max(play.table.rows, key=lambda row: figure(row[2]))[0]
        assert letter not in template.solve(play, b"").values()


# --- the altered file ----------------------------------------------------------------------------------------------


def test_the_archive_holds_the_files_of_the_page_and_one_of_them_disagrees_with_the_list():
    template = NAMED["storage.checksum"]
    for number in range(40):
        ask = asked(template, number)
        play, data = template.make(ask), template.build(ask, "zip")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}

        assert found == {entry.path: entry.properties[0][1] for entry in play.folder}
        assert template.solve(play, data) == template.solve(play, b"")
        assert len(data) < 20_000


def test_an_archive_carries_the_mark_of_its_attempt():
    template = NAMED["storage.checksum"]
    ask = asked(template, 1)

    with zipfile.ZipFile(io.BytesIO(template.build(ask, "zip"))) as archive:
        assert archive.comment.decode() == watermark(ask.seed)


def test_neither_size_nor_date_betrays_the_altered_file():
    for template, play in plays("storage.checksum", 40):
        altered = next(one for one in play.folder if one.path == template.solve(play, b"")["file"])
        files = play.folder[:-1]

        assert altered.size > min(one.size for one in files)
        assert sum(one.modified == altered.modified for one in files) == len(files) - 1


# --- errors that were foreseen -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("storage.transfer-time", "seconds", "60"),
        ("storage.compress-send", "shrunk", "JPEG"),
        ("storage.fits", "rounded", "whole"),
    ],
)
def test_a_foreseen_error_gets_its_own_word(name, typed, said):
    for template, play in plays(name, 30, PLACES[0]):
        answers = template.solve(play, b"") | WRONG[typed](play)
        told = next(mistake.feedback for mistake in play.mistakes if inside(fields_of(mistake.key), answers))
        assert said in told


def _seconds(play: Play) -> dict[str, str]:
    assert play.table is not None
    rate = next(figure(row[1]) for row in play.table.rows if row[0] == "Upload")
    return {"minutes": f"{sizes(play.context)[0] * 8 / rate:.0f}"}


def _all_shrunk(play: Play) -> dict[str, str]:
    assert play.table is not None
    ratio = figure(play.context.rsplit("ZIP", 2)[1])
    return {"weight": f"{sum(sizes(row[2])[0] for row in play.table.rows) / ratio:f}"}


def _rounded_up(play: Play) -> dict[str, str]:
    capacity, used, each = sizes(play.context)
    return {"count": str(round((capacity - used) / each))}


WRONG = {"seconds": _seconds, "shrunk": _all_shrunk, "rounded": _rounded_up}
