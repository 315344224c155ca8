"""The one reading of Markdown: CommonMark without HTML, entities, references, images, code blocks, rules and setext headings,
but with tables, footnotes and lines «[[navn]]» of their own that stand for something the view supplies.

What is not supported is literal text, so that nothing vanishes by it. The parser itself is imported only when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from aftale_builder.word.harmless import harmless

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

INSERT = re.compile(r"\[\[([^\[\]\n]+)\]\][ \t]*")
_ASKED = re.compile(r"(?:^|(?<=\n\n))" + INSERT.pattern + r"(?=\n|$)")
"""An insert that surely is one, told without the parser: on a line of its own after an empty one."""
_OFF = (
    *("html_block", "html_inline", "entity", "reference", "code"),
    *("fence", "hr", "lheading", "image"),
)
_MAX_NESTING = 200
"""Beyond its own limit of 20 the parser drops text without a word; at this one lists are 100 deep."""


@cache
def parser(*, notes_last: bool = False) -> MarkdownIt:
    """Return the parser. Footnote definitions stay where they were written, or, with `notes_last`, come at the end."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING})
    md.disable(list(_OFF)).enable("table")
    footnote_plugin(md, inline=False, move_to_end=notes_last)
    md.block.ruler.before("paragraph", "insert", _insert, {"alt": ["paragraph"]})
    # Addresses and the words that show them stay as written; what a relation needs is encoded where it is made.
    setattr(md, "normalizeLink", str)  # noqa: B010 (a method by its class, a setting by its documentation)
    setattr(md, "normalizeLinkText", str)  # noqa: B010
    return md


def tokens(text: str) -> list[Token]:
    """Return the tokens of a Markdown text. Footnote definitions stand where they were written."""
    return parser().parse(text)


def _insert(state: StateBlock, line: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 (the parser's own signature)
    """Read a line «[[navn]]» outside lists, quotes and notes as a token of its own."""
    if state.level:
        return False
    found = INSERT.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    if found is None:
        return False
    if not silent:
        token = state.push("insert", "", 0)
        token.content = found[1].strip()
        token.map = [line, line + 1]
        state.line = line + 1
    return True


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a Markdown text that cannot be set as meant: offsets into the text, what was found and how to mend it.

    `lost` where some of the author's words would not be printed at all: such a text is never set.
    """

    start: int
    end: int
    message: str
    help: str
    lost: bool = False


def problems(text: str, inserts: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Return the problems of a text in its order. `inserts` are the names that may stand in «[[…]]»; None: any."""
    if harmless(_ASKED.sub(lambda line: "" if line[1].strip() in (inserts or ()) else line[0], text)):
        return ()
    from aftale_builder.word.unsupported import find

    return find(text, inserts)
