"""It is noon: what a test starts and what a page reads happen at the same time, unless the test says otherwise."""

from collections.abc import Iterator

import pytest
import time_machine
from django.utils import translation

from tests.conftest import NOON

pytest.register_assert_rewrite("tests.integration.learn.places")


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """English, whatever page the test before has read."""
    with translation.override("en"):
        yield
