"""A quick look that tells, without the Markdown parser (which takes longer to import than a whole `check`), that a text holds
nothing to be reported. It may doubt a text that is fine, never trust one that is not.
"""

from __future__ import annotations

import re
from itertools import pairwise

from aftale_builder.source.scalars import MONTHS

_BLANK = " \t\r\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space of any kind: what holds nothing else holds no words."""
_MARKER = r"(?:[-+*]|\d{1,9}[.)])"
# A line that may be a quote, a fence, a rule or a setext underline, or a heading or item without text or with a block inside.
_ODD_LINE = re.compile(
    rf"^[ \t]*(?:>(?![ ]?(?:[^\W\d_]|[«(]|\*{{1,2}}[^\s*]))|```|~~~|(?:[-*_][ \t]*){{3,}}$|=+[ \t]*$)"
    rf"|^[ \t]*(?:#[#{_BLANK}]*$|.*#[{_BLANK}]*$)"
    rf"|^[ \t]*{_MARKER}[{_BLANK}]*$"
    rf"|^[ \t]*{_MARKER}[ \t]+(?:[#>|]|{_MARKER}(?:[ \t]|$))|^[ \t]+#",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^[ \t>]*(\d{1,9})[.)][ \t]+(?P<rest>\S*)", re.MULTILINE)
_SIMPLE_LINK = re.compile(r"(?<!!)\[[^\[\]\s^][^\[\]\n^]*\]\([^\s()<>\"'\\&]+\)")
_DEFINITION = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]+[^\W\d_]", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_CONTINUES = re.compile(r" {4}[^\W\d_]")
"""A line that goes on with the words of a note."""
_DEEP = re.compile(r"^(?:[ \t]{16,}|(?: {0,3}\t){4})", re.MULTILINE)

_RAW = ("[[", "![", "<!--", "</", "<br", "<BR", "~~", "[ ]", "[x]", "[X]")
"""What an insert, a picture, HTML, strikethrough and a box to tick cannot do without."""


def harmless(text: str) -> bool:
    """Tell whether the text surely has no problem that `markdown.problems` would report."""
    if any(sign in text for sign in _RAW) or _ODD_LINE.search(text) or _DEEP.search(text):
        return False
    return _links(text) and _notes(text) and _numbers(text) and _tables(text)


def is_month(word: str) -> bool:
    """Tell whether the word is the name of a month, so that «1. oktober» is a date and not the first item of a list."""
    return word.casefold().rstrip(".,:;") in MONTHS


def _links(text: str) -> bool:
    return "](" not in text or "](" not in _SIMPLE_LINK.sub("", text)


def _notes(text: str) -> bool:
    if "[^" not in text:
        return True
    defined, used = _DEFINITION.findall(text), _REFERENCE.findall(text)
    whole = len(defined) + len(used) == text.count("[^")
    return whole and len(set(used)) == len(used) and sorted(defined) == sorted(used) and not _in_note(text)


def _in_note(text: str) -> bool:
    """Tell whether a definition goes on below its paragraph, or refers to another note, or breaks off a text that goes on."""
    lines = [*text.split("\n"), ""]
    for at, line in enumerate(lines):
        if not _DEFINITION.match(line):
            continue
        end = next(number for number in range(at + 1, len(lines)) if not _CONTINUES.match(lines[number]))
        after = next((other for other in lines[end:] if other.strip()), "[^")
        noted = sum(other.count("[^") for other in lines[at:end])
        if noted > 1 or not (after.startswith("[^") or lines[end] == "") or after.startswith((" ", "\t")):
            return True
    return False


def _numbers(text: str) -> bool:
    found = list(_NUMBER.finditer(text))
    numbers = [0, *(int(item[1]) for item in found)]
    follows = all(after in (1, before + 1) for before, after in pairwise(numbers))
    return follows and not any(is_month(item["rest"]) for item in found)


def _tables(text: str) -> bool:
    if "|" not in text:
        return True
    if "\\|" in text or "`" in text:
        return False
    before = 0
    for line in text.split("\n"):
        cells = line.strip().strip("|").count("|") + 1 if "|" in line else 0
        if before and cells > before:
            return False
        before = before if before and cells else cells
    return True
