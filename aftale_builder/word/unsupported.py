"""What a Markdown text holds that cannot be set as meant, each with its lines: unsupported signs, notes that do not meet, cells
without a column. At the end letter for letter: what would not be printed is reported, whatever the cause.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from aftale_builder.word.harmless import is_month
from aftale_builder.word.markdown import INSERT, Problem, tokens
from aftale_builder.word.raw import raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNS = frozenset("\\`*_{}[]()<>#+-.!|~^:\"'=")
"""Characters that Markdown itself uses; all others must be printed."""

_LINES = (
    (
        re.compile(r"^[ \t>]*(?:```+|~~~+).*$", re.MULTILINE),
        "Kodeblokke (``` eller ~~~) kan ikke sættes i Word-filen.",
        "Slet tegnene, og skriv teksten som et almindeligt afsnit.",
    ),
    (
        re.compile(r"^[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$", re.MULTILINE),
        "En streg af «-», «*», «_» eller «=» kan ikke sættes i Word-filen; tegnene ville blive trykt, som de står.",
        "Slet linjen. Skal den gøre linjen ovenover til en overskrift, så skriv «## » foran den i stedet.",
    ),
    (
        re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"),
        "Billeder kan ikke stå i teksten.",
        "Slet billedet her, og læg det ved som bilag.",
    ),
)
_RULE, _IMAGE = _LINES[1][0], _LINES[2][0]
_LISTS = ("bullet_list_open", "ordered_list_open")
_DEEPEST = 9
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_EMPTY = {
    "heading_open": ("Her er en overskrift uden tekst.", "Skriv overskriften efter «#», eller slet tegnet."),
    "list_item_open": ("Her er et punkt uden tekst.", "Skriv punktets tekst, eller slet tegnet."),
    "blockquote_open": ("Her er et citat uden tekst.", "Skriv citatet efter «>», eller slet tegnet."),
    "footnote_reference_open": ("Her er en fodnote uden tekst.", "Skriv notens tekst efter kolonet, eller slet noten."),
}


def find(text: str, inserts: Collection[str] | None) -> tuple[Problem, ...]:
    """Return the problems of a text, in its order."""
    lines = _Lines(text)
    stream = tokens(text)
    found = [
        Problem(item.start(), item.end(), message, remedy, lost=pattern is _IMAGE)
        for pattern, message, remedy in _LINES
        for item in pattern.finditer(text)
        if not (pattern is _RULE and _in_table(stream, lines.of(item.start())))
    ]
    found.extend(raw(text))
    for search in (_empty, _headings_inside, _links, _numbering, _cells, _depth):
        found.extend(search(stream, lines))
    found.extend(_notes(stream, lines))
    found.extend(_inserts(stream, lines, inserts))
    if not any(problem.lost for problem in found):
        found.extend(_unprinted(stream, text))
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: (problem.start, problem.end)))


class _Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(item.end() for item in re.finditer("\n", text))]

    def of(self, offset: int) -> int:
        """Return the number of the line, from 0, that an offset stands in."""
        return self.text.count("\n", 0, offset)

    def span(self, line: int) -> tuple[int, int]:
        """Return the offsets of a line's text, without the white space around it."""
        end = self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text)
        written = self.text[self.starts[line] : end]
        first = self.starts[line] + len(written) - len(written.lstrip())
        return first, max(first, self.starts[line] + len(written.rstrip()))

    def problem(self, token: Token, message: str, remedy: str, *, lost: bool = False) -> Problem:
        """Return a problem of the first line of a token."""
        return Problem(*self.span((token.map or [0])[0]), message, remedy, lost)


def _in_table(stream: list[Token], line: int) -> bool:
    return any(token.type == "table_open" and token.map and token.map[0] <= line < token.map[1] for token in stream)


def _empty(stream: list[Token], lines: _Lines) -> Iterator[Problem]:
    """Yield headings, items, quotes and notes that hold no words."""
    for at, token in enumerate(stream):
        if token.type not in _EMPTY:
            continue
        close = token.type.replace("_open", "_close")
        end = next(
            index for index in range(at, len(stream)) if stream[index].type == close and stream[index].level == token.level
        )
        if not any(inside.type == "inline" and inside.content.strip() for inside in stream[at:end]):
            message, remedy = _EMPTY[token.type]
            yield lines.problem(token, message, remedy, lost=True)


def _headings_inside(stream: list[Token], lines: _Lines) -> Iterator[Problem]:
    for token in stream:
        if token.type == "heading_open" and token.level:
            yield lines.problem(
                token,
                "En overskrift kan ikke stå i en liste, et citat eller en fodnote.",
                "Skriv den på en linje for sig, uden indrykning.",
            )


def _links(stream: list[Token], lines: _Lines) -> Iterator[Problem]:
    """Yield links that show nothing, or that carry a title nobody would see."""
    for token in stream:
        children = token.children or []
        for at, child in enumerate(children):
            if child.type != "link_open":
                continue
            close = next(index for index in range(at, len(children)) if children[index].type == "link_close")
            if not _printed(children[at:close]).strip():
                yield lines.problem(token, "Her er et link uden tekst.", "Skriv linkets tekst mellem «[» og «]».", lost=True)
            if child.attrs.get("title"):
                yield lines.problem(
                    token,
                    f"Linkets titel «{child.attrs['title']}» ses ikke på tryk.",
                    "Skriv den i selve teksten, eller slet den.",
                    lost=True,
                )


def _numbering(stream: list[Token], lines: _Lines) -> Iterator[Problem]:
    """Yield numbered items that Word would give another number, and dates that have become lists."""
    expected: list[int] = []
    for at, token in enumerate(stream):
        if token.type == "ordered_list_open":
            expected.append(int(token.attrs.get("start", 1)))
        elif token.type == "ordered_list_close":
            expected.pop()
        elif token.type == "list_item_open" and token.info:
            yield from _number(token, expected[-1], _first_word(stream[at:]), lines)
            expected[-1] += 1


def _number(token: Token, expected: int, word: str, lines: _Lines) -> Iterator[Problem]:
    number = int(token.info)
    if is_month(word):
        yield lines.problem(
            token,
            f"«{token.info}. {word}» først på en linje bliver til et punkt i en nummereret liste.",
            f"Skriv «{token.info}\\. {word}», hvis det er en dato.",
        )
    elif number not in (expected, 1) or len(token.info) != len(str(number)):
        yield lines.problem(
            token, f"Punktet er skrevet som nummer {token.info}, men ville få nummer {expected}.", f"Skriv {expected}."
        )


def _depth(stream: list[Token], lines: _Lines) -> Iterator[Problem]:
    """Yield lists that stand deeper than Word can set them."""
    depth = 0
    for token in stream:
        depth += (token.type in _LISTS) - (token.type in ("bullet_list_close", "ordered_list_close"))
        if token.type in _LISTS and depth > _DEEPEST:
            yield lines.problem(
                token,
                f"Listen står på niveau {depth}; Word har kun {_DEEPEST}, så den ville komme til at stå på niveau {_DEEPEST}.",
                "Saml punkterne på færre niveauer.",
            )


def _first_word(stream: list[Token]) -> str:
    words = next((token.content.split() for token in stream if token.type == "inline"), [])
    return words[0] if words else ""


def _cells(stream: list[Token], lines: _Lines) -> Iterator[Problem]:
    """Yield rows with more cells than the table's header: those too many would vanish."""
    from markdown_it.rules_block.table import escapedSplit

    columns = 0
    for at, token in enumerate(stream):
        if token.type == "thead_open":
            end = next(index for index in range(at, len(stream)) if stream[index].type == "thead_close")
            columns = sum(1 for cell in stream[at:end] if cell.type == "th_open")
        elif token.type == "tr_open" and columns:
            start, end = lines.span((token.map or [0])[0])
            cells = escapedSplit(lines.text[start:end])
            written = len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")
            if written > columns:
                yield Problem(
                    start, end, f"Rækken har {written} celler, men tabellens overskrift har {columns}.",
                    "Giv overskriften lige så mange celler, eller skriv «\\|», hvor stregen hører til teksten.", lost=True,
                )  # fmt: skip


def _notes(stream: list[Token], lines: _Lines) -> Iterator[Problem]:
    """Yield notes that are missing, unused, written twice, used twice or used in a note."""
    definitions = [token for token in stream if token.type == "footnote_reference_open"]
    defined = Counter(str(token.meta["label"]) for token in definitions)
    used: Counter[str] = Counter()
    depth = 0
    for token in stream:
        depth += (token.type == "footnote_reference_open") - (token.type == "footnote_reference_close")
        for child in token.children or []:
            if child.type == "footnote_ref":
                yield from _use(token, str(child.meta["label"]), used, lines, inside=depth > 0)
            elif child.type == "text":
                for found in _REFERENCE.finditer(child.content):
                    if _unescaped(found[0], token.content):
                        remedy = f"Skriv en linje «{found[0]}: …» med notens tekst."
                        yield lines.problem(token, f"Fodnoten {found[0]} findes ikke.", remedy)
    for token in definitions:
        label = str(token.meta["label"])
        if defined[label] > 1:
            yield lines.problem(token, f"Fodnoten [^{label}] er skrevet flere gange.", "Giv hver note sit eget navn.", lost=True)
        if not used[label]:
            yield lines.problem(
                token,
                f"Ingen henviser til fodnoten [^{label}], så den ville ikke blive trykt.",
                f"Skriv [^{label}] i teksten, eller slet den.",
                lost=True,
            )


def _use(token: Token, label: str, used: Counter[str], lines: _Lines, *, inside: bool) -> Iterator[Problem]:
    used[label] += 1
    if inside:
        yield lines.problem(
            token, f"En fodnote kan ikke henvise til fodnoten [^{label}].", "Skriv henvisningen ud som tekst.", lost=True
        )
    elif used[label] == 2:
        yield lines.problem(token, f"Der henvises to gange til fodnoten [^{label}].", "Skriv en note til hvert sted.", lost=True)


def _inserts(stream: list[Token], lines: _Lines, names: Collection[str] | None) -> Iterator[Problem]:
    """Yield «[[…]]» that stand for nothing, and those within a text, which would be printed as they are."""
    for token in stream:
        if token.type == "insert" and names is not None and token.content not in names:
            near = get_close_matches(token.content.casefold(), list(names), n=1)
            known = ", ".join(f"[[{name}]]" for name in sorted(names))
            hint = f"Mente du «[[{near[0]}]]»?" if near else f"Det kan være {known}." if known else "Slet linjen."
            yield lines.problem(token, f"«[[{token.content}]]» er ikke noget, der kan indsættes her.", hint, lost=True)
        for child in token.children or []:
            for found in INSERT.finditer(child.content if child.type == "text" else ""):
                written = found[0].strip()
                if _unescaped(written, token.content) and (names is None or found[1].strip() in names):
                    yield lines.problem(
                        token,
                        f"«{written}» skal stå på en linje for sig.",
                        "Flyt det ned på sin egen linje, uden indrykning.",
                    )


def _unprinted(stream: list[Token], text: str) -> Iterator[Problem]:
    """Yield one problem if any letter, figure or other sign that Markdown has no use for would not be printed."""
    left = _signs(text)
    for token in stream:
        left.subtract(_signs(token.content if token.type == "insert" else token.info if token.type == "list_item_open" else ""))
        if token.type == "footnote_reference_open":
            left.subtract(_signs(str(token.meta["label"])))
        for child in token.children or []:
            left.subtract(_signs(child.content))
            if child.type == "footnote_ref":
                left.subtract(_signs(str(child.meta["label"])))
            elif child.type == "link_open" and child.markup != "autolink":
                left.subtract(_signs(str(child.attrs.get("href", ""))))
    missing = "".join(sorted(sign for sign, count in left.items() if count > 0))
    if missing:
        yield Problem(
            0, len(text), f"Noget af teksten ville ikke blive trykt (tegnene «{missing[:40]}»).",
            "Skriv den enklere: færre tegn, der betyder noget i Markdown, og lister i færre niveauer.", lost=True,
        )  # fmt: skip


def _unescaped(literal: str, source: str) -> bool:
    """Tell whether the literal stands in the source as it is: with a backslash before it, the author meant the characters."""
    return re.search(rf"(?<!\\){re.escape(literal)}", source) is not None


def _signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign not in _SIGNS and not sign.isspace())


def _printed(children: list[Token]) -> str:
    return "".join(child.content for child in children if child.type in ("text", "code_inline"))
