"""Which item to ask next, once each item's gain is known."""

import numpy as np

from measure.curves import Floats, Mask


def choose(gain: Floats, allowed: Mask, rng: np.random.Generator, among: int = 5, near: float = 0.95) -> int | None:
    """One of the best few items, drawn at random among near ties so that no item is worn out; None if none is allowed.

    gain (n,) and allowed (n,). Drawn are the `among` best, with all that equal the last of them, as far as they gain
    at least `near` of the best: the randomesque rule of Kingsbury and Zara (1989). The same generator in the same
    state gives the same item.
    """
    candidates = np.flatnonzero(allowed)
    if not candidates.size:
        return None
    gains = gain[candidates]
    last = np.partition(gains, -min(among, gains.size))[-min(among, gains.size)]
    bar = max(last, near * gains.max()) * (1.0 - 1e-9)
    drawn = candidates[gains >= bar]
    return int(drawn[rng.integers(drawn.size)])


def comfortable(p_right: Floats, allowed: Mask, least: float = 0.5) -> Mask:
    """Of the allowed items those likely enough to be answered well, or the easiest when none is; (n,)."""
    easy: Mask = allowed & (p_right >= least)
    if easy.any() or not allowed.any():
        return easy
    return np.asarray(allowed & (p_right >= p_right[allowed].max()), np.bool_)
