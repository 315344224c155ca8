"""What was read to the files of an agreement: `aftale.yaml`, the texts, what had no place, and the journal."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from aftale_builder import __version__
from aftale_builder.importing.areas import Area
from aftale_builder.importing.front import Party
from aftale_builder.importing.indicators import Baseline
from aftale_builder.importing.placing import Imported
from aftale_builder.source.emit import Block, Items, Raw, Remark, document, scalar
from aftale_builder.starting import Start, contents, delaftale_file
from aftale_builder.word.reading import Kind

ROOT = "aftale.yaml"
JOURNAL = "importjournal.json"
UNPLACED = "ikke-placeret.md"
MODELINE = "# yaml-language-server: $schema=.aftale/skema/aftale.schema.json\n#\n"

Entries = Iterator["Remark | tuple[str, str | Raw | Block | Items]"]

_TEXTS = {
    "beskrivelse": "tekster/1-boligomraadet.md",
    "vision": "tekster/2-vision.md",
    "organisation/tekst": "tekster/3-organisering.md",
    "samspil/tekst": "tekster/4-samspil.md",
    "lokal_evaluering": "tekster/7-lokal-evaluering.md",
}
_LABEL = re.compile(r"(?<!\\)\[\^(\d+)\]")
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NEXT = (
    "Det her står ikke i den strategiske samarbejdsaftale. Filerne er lagt klar uden indhold, ligesom delaftalerne ovenfor: ved\n"
    "hver nøgle står, hvad Landsbyggefonden vil have der."
)
_PREPARED = {
    "budget": "budget.yaml",
    "kommissorium": "kommissorium.yaml",
    "beredskabsplan": "beredskabsplan.yaml",
    "milepæle": "milepaele.yaml",
}
_BASELINE = ("område", "kommune", "år", "kilde", "ikke_opgjort")
_README = "LAESMIG.md"


def files(found: Imported, source: str, digest: str) -> dict[str, str]:
    """Return the text of each file by its path in the new folder. `source` is the Word file's name, `digest` its SHA-256."""
    areas = tuple(area for area in found.regulativ.indsatsomraader if area.id in found.efforts)
    started = contents(Start(found.regulativ, found.front.name, areas))
    prepared = {_README, *_PREPARED.values(), *(delaftale_file(area) for area in found.efforts)}
    helpers = {name: text for name, text in started.items() if name.startswith(".") or name in prepared}
    texts = {text_file(key): prose.text for key, prose in found.prose.items() if prose.text}
    unplaced = {UNPLACED: _unplaced(found)} if found.unplaced else {}
    journal = {JOURNAL: json.dumps(_journal(found, source, digest), ensure_ascii=False, indent=1) + "\n"}
    return {**helpers, **texts, **unplaced, **journal, ROOT: MODELINE + document(Block(tuple(_root(found, source))))}


def text_file(key: str) -> str:
    """Return the path of the file that a key's prose is written in."""
    if key in _TEXTS:
        return _TEXTS[key]
    return f"tekster/6-{key.split('/')[1].translate(_ASCII)}.md"


def counts(found: Imported) -> dict[str, int]:
    """Return how many paragraphs, cells and notes the Word file has, and how many paragraphs with words became what."""
    kinds = Counter(unit.kind for unit in found.word.units)
    roles = Counter(entry.role.value for unit, entry in found.ledger if unit.kind in {Kind.PARAGRAPH, Kind.TITLE})
    return {
        "afsnit": kinds[Kind.PARAGRAPH],
        "celler": kinds[Kind.CELL] + kinds[Kind.MERGED_CELL],
        "noter": kinds[Kind.NOTE],
        **roles,
    }


def _root(found: Imported, source: str) -> Entries:
    front = found.front
    yield Remark(
        f"Hentet fra «{source}» med aftale import.\n"
        f"Hvert afsnit i Word-filen er der gjort rede for i {JOURNAL}.\n"
        "Teksterne står i tekster/ og bliver trykt, som de står. «aftale check» siger, hvad der mangler.\n"
        "Her står kun de nøgler, Word-filen havde noget til. De andre (organer, for eksempel) foreslår editoren; alle står med\n"
        "forklaring i den aftale.yaml, som «aftale init» laver i en ny mappe."
    )
    yield Remark("")
    yield "regulativ", Raw(found.regulativ.id)
    if front.name:
        yield "navn", front.name
    else:
        yield Remark("Områdets navn stod ikke i Word-filen. Skriv det her, og slet # foran:\nnavn: …")
    yield from _period(found)
    if front.parties:
        yield Remark("")
        yield Remark(
            "type er sat efter navnet: ret den, hvis den er forkert. Skriv administrerende: ja hos den boligorganisation,\n"
            "der administrerer indsatsen."
        )
        yield "parter", Items(tuple(_party(party) for party in front.parties))
    if found.areas:
        yield Remark("")
        yield Remark(
            "Læst ud af afsnit 1. Teksten selv står stadig i afsnittet."
            if any(area.departments for area in found.areas)
            else "Navnene er dem, som tabellen i afsnit 5 har tal for. Skriv afdelingerne til."
        )
        yield "boligområder", Items(tuple(_area(area) for area in found.areas))
    yield Remark("")
    yield from _prose(found, "beskrivelse", "vision")
    yield from _nested(found, "organisation", "samspil")
    yield Remark("")
    yield from _baseline(found.baseline)
    if found.efforts:
        yield Remark("")
        yield "indsatsområder", Items(tuple(_effort(found, area) for area in found.efforts))
    yield Remark("")
    yield from _prose(found, "lokal_evaluering")
    yield Remark("")
    yield Remark(_NEXT)
    yield from ((key, Raw(f"!fil {file}")) for key, file in _PREPARED.items())


def _period(found: Imported) -> Entries:
    if found.front.period is None:
        yield Remark(
            "Perioden kunne ikke læses i Word-filen. Skriv den sådan, uden # foran:\nperiode: {fra: 2026-10-01, til: 2030-09-30}"
        )
        return
    first, last = found.front.period
    yield "periode", Block((("fra", Raw(first.isoformat())), ("til", Raw(last.isoformat()))))


def _party(party: Party) -> Block:
    entries: list[tuple[str, str | Raw | Block | Items]] = [("id", Raw(party.id)), ("navn", party.name)]
    if party.called:
        entries.append(("kaldes", Items(tuple(party.called))))
    entries.append(("type", Raw(party.type)))
    if party.signers:
        entries.append(("underskrivere", Items(tuple(Block(tuple(signer.items())) for signer in party.signers))))
    return Block(tuple(entries))


def _area(area: Area) -> Block:
    departments = (
        Raw(f"{{part: {party}, numre: [{', '.join(scalar(number, flow=True) for number in numbers)}]}}")
        for party, numbers in area.departments
    )
    own = (("afdelinger", Items(tuple(departments))),) if area.departments else ()
    return Block((("id", Raw(area.id)), ("navn", area.name), *own))


def _prose(found: Imported, *keys: str) -> Entries:
    for key in keys:
        if key in found.prose and found.prose[key].text:
            yield key, Raw(f"!fil {text_file(key)}")


def _nested(found: Imported, *keys: str) -> Entries:
    for key in keys:
        path = f"{key}/tekst"
        if path in found.prose and found.prose[path].text:
            yield key, Block((("tekst", Raw(f"!fil {text_file(path)}")),))


def _baseline(rows: list[Baseline]) -> Entries:
    if not rows:
        yield Remark(
            "Tallene i afsnit 5 er ikke læst i Word-filen. Skriv dem sådan (uden # foran), én for hver fast indikator:\n"
            "baseline:\n  - indikator: dagtilbud\n    område: 71,3\n    kommune: 88,1\n    år: 2025"
        )
        return
    yield "baseline", Items(tuple(_indicator(row) for row in rows))


def _indicator(row: Baseline) -> Block:
    entries: list[tuple[str, str | Raw | Block | Items]] = [("indikator", Raw(row.indicator.id))]
    entries += [(name, _figure(row.values[name])) for name in _BASELINE if name in row.values]
    if row.areas:
        areas = (Raw(f"{{område: {area}, værdi: {scalar(value, flow=True)}}}") for area, value in row.areas)
        entries.append(("pr_område", Items(tuple(areas))))
    return Block(tuple(entries))


def _figure(text: str) -> str | Raw:
    return Raw(text) if text.replace(",", "").replace("-", "").isdecimal() else text


def _effort(found: Imported, area: str) -> Block:
    key = f"indsatsområder/{area}/problemkompleks"
    text = (("problemkompleks", Raw(f"!fil {text_file(key)}")),) if found.prose[key].text else ()
    return Block((("område", Raw(area)), *text, ("delaftale", Raw(f"!fil {delaftale_file(area)}"))))


def _unplaced(found: Imported) -> str:
    """Return what had no place, under the title of where it stood; notes stand with the paragraphs they belong to."""
    head = (
        "# Ikke placeret\n\nDet her stod i Word-filen, men der er ikke et sted til det i aftalen. Det bliver ikke trykt. "
        "Flyt det, der skal med, og slet filen.\n"
    )
    parts = (
        f"## {_line(title)}\n\n{_own_notes(prose.text, number)}"
        for number, (title, prose) in enumerate(found.unplaced.items(), start=1)
    )
    return "\n".join([head, *parts])


def _line(title: str) -> str:
    return " ".join(title.split())


def _own_notes(text: str, number: int) -> str:
    # The notes of every part count from 1; in one file each must have a name of its own.
    return _LABEL.sub(rf"[^{number}-\1]", text)


def _journal(found: Imported, source: str, digest: str) -> Mapping[str, Any]:
    return {
        "fil": source,
        "sha256": digest,
        "aftale_builder": __version__,
        "regulativ": found.regulativ.id,
        "antal": counts(found),
        "bemærkninger": found.remarks,
        "enheder": found.ledger.as_data(),
    }
