"""The real content, and a copy of it small enough to be broken on purpose."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from domain.content.catalogue import Catalogue
from domain.content.queries import current_catalogue

SKILLS = ("1.2.1-1", "1.2.2-2", "1.2.3-3", "1.2.4-1", "1.2.4-5")
HOME = "competences/1.2-ranger"


@pytest.fixture
def content(db: None) -> Catalogue:
    return current_catalogue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A faultless folder: the whole framework, five skills of the real content, and a demo of two challenges."""
    root = tmp_path / "content"
    shutil.copytree(settings.CONTENT_DIR / "framework", root / "framework")
    (root / HOME).mkdir(parents=True)
    for skill in SKILLS:
        shutil.copy(settings.CONTENT_DIR / HOME / f"{skill}.yaml", root / HOME)
    (root / HOME / "assets").symlink_to(settings.CONTENT_DIR / HOME / "assets")
    (root / "demos").mkdir()
    (root / "demos" / "two.yaml").write_text(DEMO, encoding="utf-8")
    return root


DEMO = """\
slug: two
title: {en: Two tasks, fr: Deux tâches}
about: {en: Two tasks on files., fr: Deux tâches sur des fichiers.}
challenges:
  - 1-2-4-1-bus
  - 1-2-3-3-fits
"""


@pytest.fixture
def write(folder: Path) -> Any:
    """Replace a text of one file of the folder, once; the text must be there."""

    def replace(name: str, old: str, new: str) -> Path:
        path = folder / name
        source = path.read_text(encoding="utf-8")
        assert old in source, f"{name} does not hold {old!r}"
        path.write_text(source.replace(old, new, 1), encoding="utf-8")
        return path

    return replace
