"""The real content, and a folder small enough to be broken on purpose."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation

from domain.assessment.adaptive import prepared
from domain.content.catalogue import Catalogue, catalogue
from domain.content.queries import current_catalogue

SMALL = Path(__file__).with_name("small")
SKILL = "competences/1.2-ranger/1.2.1-1.yaml"
ASSETS = "competences/1.2-ranger/assets"


@pytest.fixture(scope="session")
def content(django_db_setup: None, django_db_blocker: Any) -> Catalogue:
    """The real content, in memory."""
    with django_db_blocker.unblock():
        return current_catalogue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A faultless folder: the real framework, one skill of three challenges, one demo."""
    root = tmp_path / "content"
    shutil.copytree(SMALL, root)
    shutil.copytree(settings.CONTENT_DIR / "framework", root / "framework")
    return root


@pytest.fixture
def write(folder: Path) -> Any:
    """Replace a text of one file of the folder, which must hold it; gives the file."""

    def replace(name: str, old: str, new: str) -> Path:
        path = folder / name
        source = path.read_text(encoding="utf-8")
        assert old in source, f"{name} does not hold {old!r}"
        path.write_text(source.replace(old, new, 1), encoding="utf-8")
        return path

    return replace


@pytest.fixture
def new_releases(db: None) -> Iterator[None]:
    """For tests that publish: a number that is rolled back may come again with other content."""
    yield
    catalogue.cache_clear()
    prepared.cache_clear()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """English, whatever page the test before has read."""
    with translation.override("en"):
        yield
