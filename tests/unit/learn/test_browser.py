"""A folder browsed in the page: what is in each place, in which order, and where each link leads."""

import time
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from families.contract import Entry
from sites.learn.browser import SORTS, View, Wish, home, view

on = datetime.fromisoformat  # the clock of the person whose folder it is, so without a time zone

CLUB = (
    Entry("club/"),
    Entry("club/rota.ods", 3_000, on("2026-03-09 08:00")),
    Entry("club/Budget.xlsx", 20_500, on("2025-01-02 08:00")),
    Entry("club/.notes", 40, on("2026-01-01 08:00")),
    Entry("club/README", 900),
    Entry("club/photos/summer/regatta.JPG", 2_000_000, on("2026-07-01 08:00")),
    Entry("club/photos/rota.jpg", 1_000_000, on("2026-07-02 08:00")),
    Entry("club/.cache/rota.tmp", 10, on("2026-07-03 08:00")),
    Entry("clubhouse.txt", 60, text="Keys at the bar."),
)


def at(path: str = "club/", **wish: str) -> View:
    return view(CLUB, Wish.read({"path": path, **wish}), "en")


def names(shown: View) -> list[str]:
    return [row.name for row in shown.rows]


def follow(link: str) -> View:
    return view(CLUB, Wish.read(dict(parse_qsl(link.removeprefix("?")))), "en")


# --- places ----------------------------------------------------------------------------------------------------------


def test_the_top_shows_what_is_at_the_top_only() -> None:
    assert names(at("")) == ["club", "clubhouse.txt"]


def test_a_folder_without_an_entry_of_its_own_is_there_and_opens() -> None:
    photos = next(row for row in at().rows if row.name == "photos")

    assert photos.is_folder
    assert names(follow(photos.link)) == ["summer", "rota.jpg"]


@pytest.mark.parametrize(
    "path",
    ["nowhere/", "clu", "club", "club/pho", "club/README", "clubhouse.txt", "/", "../", "club/../", "//", "\x00"],
)
def test_a_place_that_does_not_exist_shows_the_top(path: str) -> None:
    shown = at(path)

    assert names(shown) == ["club", "clubhouse.txt"]
    assert shown.wish.path == ""
    assert shown.crumbs == ()


def test_the_crumbs_lead_back_through_each_folder() -> None:
    crumbs = at("club/photos/summer/", file="club/README", search="x").crumbs

    assert [name for name, _ in crumbs] == ["club", "photos", "summer"]
    assert [follow(link).wish.path for _, link in crumbs] == ["club/", "club/photos/", "club/photos/summer/"]
    assert not any(follow(link).wish.search or follow(link).opened for _, link in crumbs)


def test_an_empty_folder_shows_nothing() -> None:
    shown = view((Entry("empty/"),), Wish("empty/"), "fr")

    assert shown.rows == ()
    assert shown.weight == "0\u00a0octets"


@pytest.mark.parametrize(
    ("paths", "start"),
    [
        (("club/rota.ods", "club/photos/a.jpg"), "club/"),
        (("club/",), "club/"),
        (("club/rota.ods", "clubhouse.txt"), ""),
        (("club/rota.ods", "team/rota.ods"), ""),
        (("club/rota.ods", "club"), ""),
        (("rota.ods",), ""),
        ((), ""),
    ],
    ids=[
        "one-folder",
        "one-empty-folder",
        "a-file-beside",
        "two-folders",
        "a-file-of-its-name",
        "one-file",
        "nothing",
    ],
)
def test_one_begins_in_the_folder_that_everything_is_in(paths: tuple[str, ...], start: str) -> None:
    assert home([Entry(path) for path in paths]) == start


# --- rows ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("rota.ods", "ODS"),
        ("regatta.JPG", "JPG"),
        ("archive.tar.gz", "GZ"),
        ("README", ""),
        (".htaccess", ""),
        ("odd.", ""),
        ("v1.2/", ""),
    ],
)
def test_the_type_is_the_ending_of_a_file(name: str, type: str) -> None:
    (row,) = view((Entry(name),), Wish(hidden=True), "en").rows

    assert row.type == type


def test_sizes_are_written_in_the_language_and_folders_have_none() -> None:
    weights = {row.name: row.weight for row in view(CLUB, Wish("club/"), "fr").rows}

    assert weights == {"photos": "", "Budget.xlsx": "20\u00a0Ko", "README": "900\u00a0octets", "rota.ods": "3\u00a0Ko"}
    assert at().weight == "24\u00a0KB"


# --- hidden ----------------------------------------------------------------------------------------------------------


def test_hidden_files_and_folders_are_shown_on_request() -> None:
    shown = follow(at().hidden_link)

    assert set(names(shown)) - set(names(at())) == {".cache", ".notes"}
    assert names(follow(shown.hidden_link)) == names(at())


def test_inside_a_hidden_folder_its_files_are_in_sight() -> None:
    assert names(at("club/.cache/")) == ["rota.tmp"]


def test_showing_hidden_files_closes_the_open_one() -> None:
    assert follow(at(file="club/README").hidden_link).opened is None


# --- order -----------------------------------------------------------------------------------------------------------

ORDERS = {
    "name": ["Budget.xlsx", "README", "rota.ods"],
    "size": ["README", "rota.ods", "Budget.xlsx"],
    "modified": ["README", "Budget.xlsx", "rota.ods"],
    "type": ["README", "rota.ods", "Budget.xlsx"],
}


@pytest.mark.parametrize("sort", SORTS)
def test_files_are_sorted_by_each_column_after_the_folders(sort: str) -> None:
    assert names(at(sort=sort)) == ["photos", *ORDERS[sort]]
    assert names(at(sort=sort, down="1")) == ["photos", *reversed(ORDERS[sort])]


def test_files_that_are_equal_stay_in_the_order_of_their_names() -> None:
    alike = tuple(Entry(name, 5) for name in ("b.txt", "C.txt", "a.txt"))

    assert names(view(alike, Wish(sort="size"), "en")) == ["a.txt", "b.txt", "C.txt"]
    assert names(view(alike, Wish(sort="size", down=True), "en")) == ["a.txt", "b.txt", "C.txt"]


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as server:
        server.setenv("TZ", "Europe/Paris")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("paris")
def test_the_clock_of_the_server_does_not_change_the_order() -> None:
    # There is no 02:30 on that night in Paris, but there was one where the folder comes from.
    entries = (Entry("later", modified=on("2026-03-29 03:10")), Entry("sooner", modified=on("2026-03-29 02:30")))

    assert names(view(entries, Wish(sort="modified"), "en")) == ["sooner", "later"]


def test_a_column_is_sorted_the_other_way_by_a_second_click() -> None:
    first = {column.name: column for column in at(file="club/README").columns}
    second = {column.name: column for column in follow(first["size"].link).columns}
    third = {column.name: column for column in follow(second["size"].link).columns}

    assert [first["name"].sorted, first["size"].sorted] == ["ascending", "none"]
    assert [second["name"].sorted, second["size"].sorted] == ["none", "ascending"]
    assert third["size"].sorted == "descending"
    assert follow(third["size"].link) == follow(first["size"].link)


def test_an_unknown_order_is_by_name() -> None:
    assert at(sort="colour") == at()


# --- search ----------------------------------------------------------------------------------------------------------


def test_a_search_goes_down_from_where_one_is_whatever_the_case() -> None:
    found = at(search=" ROTA ")

    assert [(row.name, row.place) for row in found.rows] == [("rota.jpg", "club/photos"), ("rota.ods", "club")]
    assert names(at("club/photos/", search="rota")) == ["rota.jpg"]
    assert names(at("", search="club")) == ["club", "clubhouse.txt"]


def test_a_search_finds_folders_without_an_entry_of_their_own() -> None:
    assert names(at(search="summer")) == ["summer"]


def test_a_search_does_not_find_the_place_itself_nor_names_above() -> None:
    assert names(at(search="club")) == []
    assert names(at("club/photos/", search="photos")) == []


def test_a_search_finds_hidden_files_only_on_request() -> None:
    assert "rota.tmp" not in names(at(search="rota"))
    assert "rota.tmp" in names(at(search="rota", hidden="1"))


def test_a_folder_found_opens_and_a_file_found_opens_beside_the_results() -> None:
    folder, file = at(search="summer").rows[0], at(search="regatta").rows[0]

    assert names(follow(folder.link)) == ["regatta.JPG"]
    assert names(follow(file.link)) == ["regatta.JPG"]
    assert follow(file.link).opened == CLUB[5]


def test_a_search_is_cut_at_a_hundred_letters() -> None:
    assert len(Wish.read({"search": "x" * 500}).search) == 100


# --- an open file ----------------------------------------------------------------------------------------------------


def test_an_open_file_says_its_name_its_place_and_its_size() -> None:
    shown = at("", file="clubhouse.txt")

    assert (shown.opened_name, shown.opened_place, shown.opened_weight) == ("clubhouse.txt", "/", "60\u00a0bytes")
    assert at(file="club/photos/rota.jpg").opened_place == "/club/photos"
    assert follow(shown.close_link).opened is None


@pytest.mark.parametrize("file", ["", "nothing.txt", "club/", "club/photos/", "README"])
def test_what_is_no_file_opens_nothing(file: str) -> None:
    shown = at(file=file)

    assert shown.opened is None
    assert (shown.opened_name, shown.opened_place, shown.opened_weight) == ("", "/", "")


# --- addresses -------------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
WISHES = st.builds(Wish, TEXTS, st.sampled_from(SORTS), st.booleans(), TEXTS.map(str.strip), st.booleans(), TEXTS)
NAMES = st.text("ab.Éß &=/?", min_size=1, max_size=6)
FOLDERS = st.lists(st.builds(Entry, NAMES, st.integers(0, 10**12)), max_size=8)


@given(WISHES)
def test_a_wish_is_read_back_from_its_address(wish: Wish) -> None:
    address = wish.link

    assert address.isascii()
    assert Wish.read(dict(parse_qsl(address.removeprefix("?"), keep_blank_values=True))) == wish


def test_the_plain_wish_has_an_empty_address() -> None:
    assert Wish().link == "?"


@given(FOLDERS, WISHES, st.sampled_from(["en", "fr"]))
def test_every_wish_shows_something_and_every_link_of_it_too(entries: list[Entry], wish: Wish, locale: str) -> None:
    shown = view(entries, wish, locale)

    links = [row.link for row in shown.rows] + [link for _, link in shown.crumbs] + [c.link for c in shown.columns]
    for link in [*links, shown.hidden_link, shown.close_link]:
        assert view(entries, Wish.read(dict(parse_qsl(link.removeprefix("?")))), locale).columns


@given(st.lists(st.builds("/".join, st.lists(st.sampled_from("abc"), min_size=1, max_size=4)), unique=True))
def test_every_file_is_reached_by_opening_the_folders_of_its_path(paths: list[str]) -> None:
    entries = [Entry(path + ".txt") for path in paths]

    for path in paths:
        steps = path.split("/")
        places = ["/".join(steps[:n]) + "/" if n else "" for n in range(len(steps))]
        for place, inner in pairwise(places):
            assert inner.removesuffix("/").rpartition("/")[2] in names(view(entries, Wish(place), "en"))
        assert f"{steps[-1]}.txt" in names(view(entries, Wish(places[-1]), "en"))
