r"""Small Word files written as text, laid over `grundlag.txt`: the form, filled in.

A case writes the sections that differ, each under its heading; a heading with a number takes the place of the base's section
with that number, any other that of the one with the same words. Sections with the form's wording and room for words of one's own
(3, 5, 6) get the wording by themselves, unless the first line is `[[uden fast tekst]]`.

    = == ===            headings            - x                    an item of a list
    | a | b |           a row of a table    |= a | b |             its header row
    {grøn: x} {skjult: x} {fed: x}          looks                  {felt: x}   the prompt of an empty field
    {+x+} {-x-}         tracked changes     {kommentar}            a comment
    [[indikatorer]], [[indikatorer uden baseline]] (or dagtilbud, …), [[indikatorer med streg]], [[indikatorer med x]],
    [[indikatorer med hvorfor]], [[indikatorer med tomt-hvorfor]] (the area's cell says «Ikke opgjort: …», the kommune's nothing)
    [[fast tekst]], [[billede]], [[billede: hvad det viser]], [[brødtekst]] (words enough to be judged)

`<!-- fejl: DOK401 -->` at the end of a line says that the code must be reported there; `<!-- filen: fejl DOK412 -->` on a
line of its own, that it must be reported of the file; nothing else may be. `<!-- uden: 7 -->` leaves a section out, `<!--
orden: 2, 1 -->` puts sections last in that order, `<!-- alene -->` means that nothing is laid under, `<!-- sprog: en-US
-->`, `<!-- titel: -->` and `<!-- sidehoved: x -->` set what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from aftale_builder.regulation import Art, Regulativ, regulativ
from tests.word.wordfile import NUMBERING, STYLES, R, cell, docx, item, p, r

HERE = Path(__file__).parent
_found = regulativ("lbf-2019-26")
assert _found is not None
RULES: Regulativ = _found
_HEADING = re.compile(r"^(={1,3}) (.+)$")
_KEY = re.compile(r"^(\d)\. ")
_COMMENT = re.compile(r"\s*<!--\s*(?P<name>[^:>]+?)\s*(?::\s*(?P<value>.*?))?\s*-->\s*$")
_SEVERITIES = ("fejl", "advarsel", "råd")
_MARK = re.compile(r"\{(grøn|skjult|fed|felt): ([^{}]*)\}|\{\+([^{}]*)\+\}|\{-([^{}]*)-\}|\{kommentar\}")
_LOOKS = {"grøn": '<w:color w:val="00B050"/>', "skjult": "<w:vanish/>", "fed": "<w:b/>"}
_WITH_WORDING = {"3", "5", "6"}
_PROSE = (
    "Indsatsen er til for dem, der bor i Bakken. Medarbejderne er i området hver dag, kender skolen og foreningerne, og "
    "følger dem, der har brug for det, videre til de tilbud, som byen allerede har."
)
_WHYS = ("Ikke opgjort: Der er for få børn.", "Ikke opgjort:")
_FIGURES = {"baseline": "", "streg": "–", "x": "x", "hvorfor": _WHYS[0], "tomt-hvorfor": _WHYS[1]}
_BEFORE_ALL = "forside"
_DANISH = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{}"/></w:rPr></w:rPrDefault></w:docDefaults>'
_PICTURE = (
    '<w:drawing><wp:inline><wp:docPr id="1" name="Billede 1"{}/><a:graphic><a:graphicData><a:blip r:embed="billede"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)

Expected = tuple[int, str, str]
"""The line (0 for the file itself), the severity and the code."""


@dataclass
class Script:
    """A Word file in the making: `lines` as they stand, `settings` by name, `expected` findings."""

    lines: list[str] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    """The line of each paragraph of the body."""

    def file(self) -> bytes:
        """Return the Word file."""
        body = "".join(self._blocks())
        title = self.settings.get("titel", "Strategisk samarbejdsaftale om boligsocial indsats")
        parts = {"styles": _DANISH.format(self.settings.get("sprog", "da-DK")) + STYLES, "numbering": NUMBERING}
        if "sidehoved" in self.settings:
            parts["header"] = p(self.settings["sidehoved"])
        if "{kommentar}" in "".join(self.lines):
            parts["comments"] = f'<w:comment w:id="0">{p("Er det rigtigt?")}</w:comment>'
        return docx(
            body,
            title=title,
            related=f'<Relationship Id="billede" Type="{R}/image" Target="media/a.png"/>',
            extra={"word/media/a.png": b""},
            **parts,  # type: ignore[arg-type]
        )

    def line_of(self, paragraph: int | None) -> int:
        """Return the line that a paragraph comes from, 0 for the file itself."""
        return self.paragraphs[paragraph - 1] if paragraph is not None else 0

    def _blocks(self) -> Iterator[str]:
        self.paragraphs = []
        key, at = _BEFORE_ALL, 0
        while at < len(self.lines):
            line, first = self.lines[at], at
            at += 1
            if heading := _HEADING.match(line):
                key = _key(heading[2]) if len(heading[1]) < 3 else key
            rows = [line]
            while line.startswith("|") and at < len(self.lines) and self.lines[at].startswith("|"):
                rows.append(self.lines[at])
                at += 1
            if line.startswith("|"):
                yield self._table(rows, first)
            elif line.strip():
                yield self._counted(_block(line, key), first)
            if _KEY.match(heading[2] if heading else "") and key in _WITH_WORDING and self._wants_wording(at):
                yield self._counted("".join(_wording(key)), first)

    def _wants_wording(self, at: int) -> bool:
        return at >= len(self.lines) or self.lines[at] != "[[uden fast tekst]]"

    def _table(self, rows: list[str], first: int) -> str:
        made = "".join(self._counted(_row(row), first + number) for number, row in enumerate(rows))
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"

    def _counted(self, xml: str, line: int) -> str:
        self.paragraphs += [line + 1] * len(re.findall(r"<w:p>", xml))
        return xml


def script(text: str) -> Script:
    """Return what a text says, laid over the base unless it stands alone."""
    made = _read(text)
    if "alene" in made.settings:
        return made
    base = _read((HERE / "grundlag.txt").read_text(encoding="utf-8"))
    own, under = _sections(made.lines), _sections(base.lines)
    without = {name.strip() for name in made.settings.get("uden", "").split(",")}
    order = [name.strip() for name in made.settings.get("orden", "").split(",") if name.strip()]
    keys = [key for key in under if key not in without and key not in order]
    unknown = (without | set(order)) - set(under) - set(own) - {""}
    assert not unknown, f"grundlaget har ikke {unknown}"
    numbers = {id(line): number for number, line in enumerate(made.lines, start=1)}
    lines: list[str] = []
    moved: dict[int, int] = {}
    for key in (*keys, *order, *(key for key in own if key not in under and key not in order)):
        for line in own.get(key, under.get(key, [])):
            lines.append(line)
            if key in own:
                moved[numbers[id(line)]] = len(lines)
    expected = [(moved[number] if number else 0, severity, code) for number, severity, code in made.expected]
    return Script(lines, made.settings, sorted(expected))


def _read(text: str) -> Script:
    made = Script()
    for line in text.splitlines():
        found = _COMMENT.search(line)
        rest = line[: found.start()] if found else line
        if found is None or rest.strip():
            made.lines.append("".join(rest))
        if found is None:
            continue
        name, value = found["name"], found["value"] or ""
        if name in _SEVERITIES:
            made.expected += [(len(made.lines), name, code.strip()) for code in value.split(",")]
        elif name == "filen":
            severity, code = value.split()
            made.expected.append((0, severity, code))
        else:
            made.settings[name] = value
    made.expected.sort()
    return made


def _sections(lines: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    key = _BEFORE_ALL
    for line in lines:
        heading = _HEADING.match(line)
        if heading and (len(heading[1]) == 1 or (len(heading[1]) == 2 and not key.isdecimal())):
            key = _key(heading[2])
        found.setdefault(key, []).append(line)
    return found


def _key(heading: str) -> str:
    number = _KEY.match(heading)
    return number[1] if number else heading.strip()


def _block(line: str, key: str) -> str:
    if heading := _HEADING.match(line):
        return p(*_runs(heading[2]), style=f"Overskrift{len(heading[1])}")
    if line.startswith("- "):
        return item(*_runs(line[2:]))
    if line == "[[uden fast tekst]]":
        return ""
    if line == "[[fast tekst]]":
        return "".join(_wording(key))
    if line == "[[brødtekst]]":
        return p(_PROSE)
    if line.startswith("[[indikatorer"):
        how = line[len("[[indikatorer") : -2].split()
        return _indicators(next((_FIGURES[word] for word in how if word in _FIGURES), "12,3"), how)
    if line.startswith("[[billede"):
        described = line[len("[[billede") : -2].lstrip(": ")
        return p(r(_PICTURE.format(f' descr="{described}"' if described else "")))
    return p(*_runs(line))


def _wording(key: str) -> Iterator[str]:
    name = "aftaledokumenter" if key == "Aftaledokumenter" else key
    for fixed in RULES.fast_tekst:
        if fixed.afsnit == name and fixed.art in (Art.AFSNIT, Art.PUNKT):
            yield p(escape(fixed.ren))


def _indicators(figure: str, without: list[str]) -> str:
    heads = [RULES.fast(f"tabel-{name}").ren for name in ("mål", "indikator", "boligområde", "kommune", "datakilde")]
    rows = [_row("|= " + " | ".join(heads) + " |")]
    for goal in RULES.maal:
        for number, indicator in enumerate(one for one in RULES.indikatorer if one.maal == goal.id):
            kommune = "" if indicator.kun_boligomraade or figure in _WHYS else figure
            filled, kommune = ("", "") if indicator.id in without else (figure, kommune)
            cells = ["" if number else goal.tekst, indicator.navn, filled, kommune, indicator.datakilde]
            rows.append(_row("| " + " | ".join(cells) + " |"))
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def _row(line: str) -> str:
    header = line.startswith("|=")
    cells = [text.strip() for text in line.removeprefix("|=" if header else "|").rstrip().removesuffix("|").split("|")]
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{''.join(cell(p(*_runs(text))) for text in cells)}</w:tr>"


def _runs(text: str) -> Iterator[str]:
    at = 0
    for mark in _MARK.finditer(text):
        if text[at : mark.start()]:
            yield r(escape(text[at : mark.start()]))
        yield _marked(mark)
        at = mark.end()
    if text[at:]:
        yield r(escape(text[at:]))


def _marked(mark: re.Match[str]) -> str:
    name, words, inserted, deleted = mark.groups()
    if name == "felt":
        return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r(escape(words))}</w:sdtContent></w:sdt>"
    if name:
        return r(escape(words), _LOOKS[name])
    if inserted is not None:
        return f'<w:ins w:id="1" w:author="A">{r(escape(inserted))}</w:ins>'
    if deleted is not None:
        return f'<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">{escape(deleted)}</w:delText></w:r></w:del>'
    return r('<w:commentReference w:id="0"/>')
