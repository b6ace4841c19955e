"""Codes people read, type and say: drawn from `secrets`, without vowels or look-alikes, with a check symbol."""

import secrets

# 23 symbols, a prime, so that the weighted sum below finds every single error and every swap of two symbols.
ALPHABET = "23456789CDFGHJKMNPRTVWX"


def check_symbol(body: str) -> str:
    """The symbol that makes the weighted sum a multiple of 23; weights are distinct, so a swap is seen."""
    total = sum((place + 2) * ALPHABET.index(symbol) for place, symbol in enumerate(body))
    return ALPHABET[-total % len(ALPHABET)]


def new_code(length: int) -> str:
    """A code of `length` symbols, the last being its check symbol; up to 22, where all weights are distinct."""
    if not 2 <= length < len(ALPHABET):
        raise ValueError(f"a code has 2 to {len(ALPHABET) - 1} symbols, not {length}")
    body = "".join(secrets.choice(ALPHABET) for _ in range(length - 1))
    return body + check_symbol(body)


def is_well_formed(code: str) -> bool:
    """A code is well formed when all its symbols are ours and the last one agrees with the others."""
    return len(code) > 1 and set(code) <= set(ALPHABET) and check_symbol(code[:-1]) == code[-1]


def digits(length: int) -> str:
    """A code of digits only, for one short-lived use by the person it was sent to."""
    return "".join(secrets.choice("0123456789") for _ in range(length))
