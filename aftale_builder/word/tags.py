"""The tags of a template part: found, held to a small language, and read into a tree; every fault at once.

The language: `{{ navn.felt }}`, `{{p prosa }}` alone in its paragraph, `{% for x in liste %}`, `{% if a and not b %}`,
`{% elif %}`, `{% else %}` and their ends; with `p` or `tr` after the sign the paragraph or the row of the tag goes with it.
No calls, filters, arithmetic or raw XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from aftale_builder.word.faults import TemplateFault
from aftale_builder.word.language import FOR, PATH, Ask, Loop, Print, Tree, Where, asked
from aftale_builder.word.ooxml import ROW, RPR, RUN, SECTION, TABLE, P, W, texts

_OPENING = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_LEVEL = re.compile(r"(p|tr|tc|r)?(-?)(?:\s+|$)(.*?)\s*(-?)", re.DOTALL)
_HARMLESS = frozenset({RUN, f"{W}proofErr"})
_IN_RUN = frozenset({RPR, f"{W}t", f"{W}lastRenderedPageBreak"})
_HEAVY = tuple(
    f"{W}{name}" for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "fldChar", "commentReference")
)


@dataclass(slots=True)
class _Open:
    """A block not yet closed: «for» or «if», its level, the element that it must be closed in, and what it was part of."""

    word: str
    level: str
    home: etree._Element | None
    where: Where
    outer: Tree


class Scan:
    """The scan of one part. `tree` and `faults` hold what was found."""

    def __init__(self, file: str, part: str, root: etree._Element) -> None:
        self.tree: Tree = []
        self.faults: list[TemplateFault] = []
        self._file, self._part = file, part
        self._open: list[_Open] = []
        self._here = self.tree
        for number, paragraph in enumerate(root.iter(P), start=1):
            self._paragraph(number, paragraph)
        for block in self._open:
            self._fault(
                block.where, f"«{block.word}» bliver aldrig lukket.", f"Skriv {_end(block)} efter det sidste, der hører med."
            )
        self._outside(root)

    def _fault(self, where: Where, message: str, remedy: str) -> None:
        self.faults.append(TemplateFault(self._file, self._part, where.paragraph, where.text, where.tag, message, remedy))

    def _paragraph(self, number: int, paragraph: etree._Element) -> None:
        pieces = list(texts(paragraph))
        whole = "".join(piece.text or "" for piece in pieces)
        if own := re.search("[\ue000-\ue005]", whole):
            self._fault(
                Where(number, whole, own[0], alone=False), "Teksten har et tegn til eget brug (U+E000-E005).", "Slet tegnet."
            )
        for start, end in self._tags(number, whole):
            tag = whole[start:end]
            where = Where(number, whole, tag, alone=whole.strip() == tag and not _heavy(paragraph))
            if self._undivided(where, _touched(pieces, start, end)):
                self._tag(where, paragraph)

    def _tags(self, number: int, whole: str) -> Iterator[tuple[int, int]]:
        at = 0
        while found := _OPENING.search(whole, at):
            sign = found[0]
            at = found.end()
            here = Where(number, whole, whole[found.start() : found.start() + 20], alone=False)
            if sign not in _CLOSING:
                self._fault(here, f"«{sign}» lukker et tag, der ikke er åbnet.", "Slet det, eller åbn tagget foran.")
                continue
            end = whole.find(_CLOSING[sign], at)
            if end < 0:
                self._fault(
                    here, f"Tagget bliver ikke lukket i sit afsnit; «{_CLOSING[sign]}» mangler.", "Skriv hele tagget i ét afsnit."
                )
                return
            at = end + 2
            yield found.start(), at

    def _undivided(self, where: Where, pieces: list[etree._Element]) -> bool:
        runs = list(dict.fromkeys(run for piece in pieces if (run := piece.getparent()) is not None))
        between = [element for run in runs[:-1] for element in _until(run, runs[-1])]
        same = len({run.getparent() for run in runs}) == 1
        clean = all(child.tag in _IN_RUN for run in runs[1:-1] for child in run) and all(
            item.tag in _HARMLESS for item in between
        )
        if same and clean:
            return True
        self._fault(
            where,
            "Tagget er delt af et link, et bogmærke, en rettelse eller lignende.",
            "Slet tagget, og skriv det igen i ét stræk.",
        )
        return False

    def _tag(self, where: Where, paragraph: etree._Element) -> None:
        sign, body = where.tag[:2], where.tag[2:-2]
        if sign == "{#":
            self._fault(where, "Kommentarer i tags bliver ikke brugt her.", "Slet den; beskriv skabelonen i dens .md-fil.")
            return
        found = _LEVEL.fullmatch(body)
        level, content = (found[1] or "", found[3]) if found else ("", body.strip())
        if found and (found[2] or found[4]):
            self._fault(where, "«-» i et tag ville slette teksten omkring det.", "Slet stregen.")
        elif sign == "{{":
            self._print(where, level, content)
        elif level in ("tc", "r"):
            self._fault(
                where,
                f"«{{%{level}» bliver ikke brugt her.",
                "Brug {%p …%} om afsnit, {%tr …%} om rækker eller {% …%} inde i et afsnit.",
            )
        else:
            self._statement(where, level, content, paragraph)

    def _print(self, where: Where, level: str, content: str) -> None:
        if level not in ("", "p"):
            self._fault(where, f"«{{{{{level}» bliver ikke brugt her.", "Skriv {{ navn }}, eller {{p navn }} om prosa.")
        elif level and not where.alone:
            self._fault(where, "{{p …}} skal stå alene i sit afsnit.", "Flyt resten til et afsnit for sig.")
        elif not PATH.fullmatch(content):
            self._fault(
                where,
                "Her må kun stå et navn; ikke kald, filtre eller regnestykker.",
                "Regn værdien ud i visningen, og skriv dens navn.",
            )
        else:
            self._here.append(Print(tuple(content.split(".")), where))

    def _statement(self, where: Where, level: str, content: str, paragraph: etree._Element) -> None:
        home = self._home(where, level, paragraph)
        word = content.split(None, 1)[0] if content else ""
        if word == "for" and (found := FOR.fullmatch(content)):
            loop = Loop(found[1], tuple(found[2].split(".")), where)
            self._here.append(loop)
            self._begin(_Open("for", level, home, where, self._here), loop.body)
        elif word == "if":
            self._ask(where, content[2:])
            self._begin(_Open("if", level, home, where, self._here), self._here)
        elif word in ("elif", "else") and self._inside(where, "if", level, home):
            self._ask(where, content[4:])
        elif content in ("endif", "endfor"):
            if self._inside(where, content[3:], level, home):
                self._here = self._open.pop().outer
        elif word not in ("elif", "else"):
            self._fault(where, f"«{word}» forstås ikke.", "Brug for … in …, if, elif, else, endfor eller endif.")

    def _begin(self, block: _Open, body: Tree) -> None:
        self._open.append(block)
        self._here = body

    def _inside(self, where: Where, word: str, level: str, home: etree._Element | None) -> bool:
        block = self._open[-1] if self._open else None
        if block is None or block.word != word:
            self._fault(
                where, f"Her er ingen åben «{word}» at høre til.", "Se efter, om et tag er slettet, eller om to er byttet om."
            )
            return False
        if block.level != level or block.home is not home:
            self._fault(
                where, f"Tagget står et andet sted eller har et andet bogstav end det, det hører til ({block.where.tag}).",
                "Begge skal være {%p …%} i samme celle eller brødtekst, {%tr …%} i samme tabel, eller stå i samme afsnit.",
            )  # fmt: skip
        return True

    def _ask(self, where: Where, condition: str) -> None:
        if not condition.strip():
            if where.tag.strip("{}%").split()[-1] != "else":
                self._fault(where, "Betingelsen mangler.", "Skriv det, der spørges om.")
            return
        paths = asked(condition)
        if paths is None:
            self._fault(where, "En betingelse må kun have navne, «not», «and», «or» og parenteser.", "Regn den ud i visningen.")
        else:
            self._here.append(Ask(paths, where))

    def _home(self, where: Where, level: str, paragraph: etree._Element) -> etree._Element | None:
        if not level:
            return paragraph
        if level == "p":
            if not where.alone:
                self._fault(
                    where,
                    "{%p …%} skal stå alene i sit afsnit; alt andet i afsnittet ville blive slettet.",
                    "Flyt resten til et afsnit for sig.",
                )
            return paragraph.getparent()
        row = next(paragraph.iterancestors(ROW), None)
        if row is None:
            self._fault(where, "{%tr …%} skal stå i en tabelrække.", "Brug {%p …%} uden for tabeller.")
            return None
        written = "".join(piece.text or "" for item in row.iter(P) for piece in texts(item))
        if written.strip() != where.tag or _heavy(row) or row.find(f".//{TABLE}") is not None:
            self._fault(
                where,
                "{%tr …%} skal stå alene i sin række; alt andet i rækken ville blive slettet.",
                "Giv tagget en række for sig.",
            )
        return row.getparent()

    def _outside(self, root: etree._Element) -> None:
        for element in root.iter(etree.Element):
            held = [str(value) for value in element.attrib.values()]
            if element.tag != f"{W}t" and element.text:
                held.append(element.text)
            for text in held:
                if re.search(r"\{\{|\{%|\{#", text):
                    self._fault(
                        Where(0, text, text, alone=False),
                        "Et tag står uden for teksten (i et felt eller en egenskab).",
                        "Flyt det ind i teksten.",
                    )


def _heavy(element: etree._Element) -> bool:
    return next(element.iter(*_HEAVY, SECTION), None) is not None


def _touched(pieces: list[etree._Element], start: int, end: int) -> list[etree._Element]:
    found, at = [], 0
    for piece in pieces:
        length = len(piece.text or "")
        if at < end and at + length > start:
            found.append(piece)
        at += length
    return found


def _until(run: etree._Element, last: etree._Element) -> Iterator[etree._Element]:
    for element in run.itersiblings():
        if element is last:
            return
        yield element


def _end(block: _Open) -> str:
    return f"{{%{block.level} end{block.word} %}}"
