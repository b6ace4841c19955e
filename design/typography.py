"""Plain signs become typographic ones: quotes, apostrophes, no-break spaces, in French and in English."""

import html
import re
from collections.abc import Callable

NO_BREAK = "\u00a0"
NARROW = "\u202f"
HYPHEN = "\u2011"

Rule = tuple[re.Pattern[str], str]

UNITS = r"(?:octets?|bytes?|bits?|[KMGT]i?[oB]|kB|[kMG]bit/s|min|h|s|ms|px|cm|mm|km|kg|g|W|Wh|kWh|Hz|€|£|\$|°C)"
PRONOUNS = r"(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|moi|toi|lui|leur|les?|la|y|en)"

COMMON: list[Rule] = [
    (re.compile(rf"(?<=\d) (?={UNITS}(?![\w/]))"), NO_BREAK),
]
FRENCH: list[Rule] = [
    (re.compile(r"(?<=[^\W\d_])'"), "’"),
    (re.compile(r"«[ \u00a0\u202f]*"), f"«{NO_BREAK}"),
    (re.compile(r"[ \u00a0\u202f]*»"), f"{NO_BREAK}»"),
    (re.compile(r"[ \u00a0](?=[;!?])"), NARROW),
    (re.compile(r" (?=:(?!\w))"), NO_BREAK),
    (re.compile(r"(?<=\S)[ \u00a0](?=%(?![\w(]))"), NARROW),
    (re.compile(r"(?<=\d)(?=%(?!\w))"), NARROW),
    (re.compile(r"(?<=\d\u00a0h) (?=\d)"), NO_BREAK),
    (re.compile(r"(?<=\bn[°ᵒº]) (?=\d)", re.IGNORECASE), NO_BREAK),
    (re.compile(rf"(?<=[^\W\d_])-(?={PRONOUNS}(?![\w.-])|t-)", re.IGNORECASE), HYPHEN),
]
ENGLISH: list[Rule] = [
    (re.compile(r"'(?=\d0s\b)"), "’"),
    (re.compile(r"""(?:(?<=[\s(\[{—–/‘-])|^)\""""), "“"),
    (re.compile(r'"'), "”"),
    (re.compile(r"(?:(?<=[\s(\[{—–/“])|^)'"), "‘"),
    (re.compile(r"'"), "’"),
]
RULES = {"fr": COMMON + FRENCH, "en": COMMON + ENGLISH}

GROUPS = re.compile(r"(?<![\d\u202f.,-])\d{1,3}(?: \d{3})+(?![\d\u202f-])")
TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
LITERAL = {"code", "pre", "kbd", "samp", "script", "style", "textarea", "svg"}
INLINE = {"a", "abbr", "b", "cite", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup"} | LITERAL


def typeset(text: str, language: str) -> str:
    """What an author types, as a printer would set it; other languages pass unchanged."""
    spoken = language[:2]
    for pattern, sign in RULES.get(spoken, []):
        text = pattern.sub(sign, text)
    return GROUPS.sub(lambda found: found[0].replace(" ", NARROW), text) if spoken == "fr" else text


def typeset_html(markup: str, language: str) -> str:
    """The words of a piece of HTML are set; tags, attributes and code are not touched."""
    return _between_tags(markup, lambda words: _reescaped(words, language))


def typeset_message(message: str, language: str) -> str:
    """A message of the catalogue is set; its tags and its %(placeholders)s are not touched."""
    return _between_tags(message, lambda words: typeset(words, language))


def _reescaped(words: str, language: str) -> str:
    return html.escape(typeset(html.unescape(words), language), quote=False)


def _between_tags(markup: str, change: Callable[[str], str]) -> str:
    done, literal, before = [], 0, ""
    for piece in TAG.split(markup):
        if TAG.fullmatch(piece):
            literal = max(0, literal + _depth(piece))
            before = before if _tag_name(piece) in INLINE else ""
            done.append(piece)
        elif literal:
            done.append(piece)
            before = "x"
        elif piece:
            done.append(change(before + piece)[len(before) :])
            before = _kind_of(piece[-1])
    return "".join(done)


def _kind_of(sign: str) -> str:
    """What the next words must know of the last ones: did they end in a word, a space or an opening sign?"""
    if sign.isspace() or sign in "([{«“‘—–-/":
        return " "
    return "x"


def _depth(tag: str) -> int:
    if _tag_name(tag) not in LITERAL or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def _tag_name(tag: str) -> str:
    found = NAME.match(tag)
    return found[1].lower() if found else ""
