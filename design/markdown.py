"""An author's Markdown becomes clean HTML: no raw tags, no foreign image, headings under those of the page."""

import nh3
from markdown_it import MarkdownIt

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table").enable("strikethrough")
WORDS = {"a", "br", "code", "em", "img", "kbd", "s", "strong"}
BLOCKS = {"blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title", "width", "height"}, "ol": {"start"}}
LOWEST = 6


def _own_images_only(element: str, attribute: str, value: str) -> str | None:
    if element == "img" and attribute == "src" and (":" in value or value.startswith("//")):
        return None
    return value


CLEANER = nh3.Cleaner(
    tags=WORDS | BLOCKS | TABLES,
    attributes=ATTRIBUTES,
    attribute_filter=_own_images_only,
    set_tag_attribute_values={"th": {"scope": "col"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer",
)


def render(text: str, top: int = 2) -> str:
    """HTML whose highest heading is h{top}."""
    tokens = PARSER.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(LOWEST, int(token.tag[1]) + top - 1)}"
    return CLEANER.clean(PARSER.renderer.render(tokens, PARSER.options, {}))
