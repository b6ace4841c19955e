"""News: what happened, told upwards without imports. `config/wiring.py` is the only list of who listens."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

_listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def listen(kind: type[T], listener: Callable[[T], None]) -> None:
    """Call the listener for each piece of news of that kind, in the transaction of the teller."""
    _listeners[kind].append(listener)


def tell(news: object) -> None:
    """Hand a piece of news to all who listen; what leaves the process must be queued as a row, not done here."""
    for listener in _listeners[type(news)]:
        listener(news)
