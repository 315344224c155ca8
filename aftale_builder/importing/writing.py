"""What was read to the files of an agreement: `aftale.yaml`, the texts, the delaftaler, the kommissorier."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from aftale_builder.importing.accounts import accounts, journal_file, unplaced_file
from aftale_builder.importing.areas import Area
from aftale_builder.importing.front import Party, slug
from aftale_builder.importing.gathering import Gathered, Source
from aftale_builder.importing.indicators import Baseline
from aftale_builder.importing.kommissorium import Kommissorium
from aftale_builder.importing.paper import Tree
from aftale_builder.importing.placing import Imported
from aftale_builder.importing.tree import block
from aftale_builder.source.emit import Block, Items, Lines, Raw, Remark, document, scalar
from aftale_builder.starting import Start, contents, delaftale_file, ready

ROOT = "aftale.yaml"
MODELINE = "# yaml-language-server: $schema=.aftale/skema/aftale.schema.json\n#\n"

Entries = Iterator["Remark | Lines | tuple[str, str | Raw | Block | Items]"]

_TEXTS = {
    "beskrivelse": "tekster/1-boligomraadet.md",
    "vision": "tekster/2-vision.md",
    "organisation/tekst": "tekster/3-organisering.md",
    "samspil/tekst": "tekster/4-samspil.md",
    "lokal_evaluering": "tekster/7-lokal-evaluering.md",
}
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NEXT = (
    "Hver af disse filer, som der ikke var noget til i Word, er lagt klar uden indhold: ved hver nøgle står, hvad\n"
    "Landsbyggefonden vil have der. Det samme gælder delaftalerne ovenfor."
)
_PREPARED = {
    "budget": "budget.yaml",
    "kommissorium": "kommissorium.yaml",
    "beredskabsplan": "beredskabsplan.yaml",
    "milepæle": "milepaele.yaml",
}
_BASELINE = ("område", "kommune", "år", "kilde", "ikke_opgjort")
_README = "LAESMIG.md"


def files(gathered: Gathered) -> dict[str, str]:
    """Return the text of each file by its path in the new folder."""
    found = gathered.agreement
    start = _start(gathered)
    started = contents(start)
    prepared = {_README, *_PREPARED.values(), *(delaftale_file(area) for area in found.efforts)}
    helpers = {name: text for name, text in started.items() if name.startswith(".") or name in prepared}
    texts = {text_file(key): prose.text for key, prose in found.prose.items() if prose.text}
    root = {ROOT: MODELINE + document(Block(tuple(_root(gathered, start))))}
    return {**helpers, **texts, **parts(gathered), **told(gathered), **root}


def _start(gathered: Gathered) -> Start:
    found = gathered.agreement
    return Start(
        found.regulativ,
        found.front.name,
        tuple(area for area in found.regulativ.indsatsomraader if area.id in found.efforts),
    )


def told(gathered: Gathered) -> dict[str, str]:
    """Return the account of every Word file, by its path: that of the first has no ending."""
    found: dict[str, str] = {}
    for source, read in gathered.reads():
        found |= accounts(read, source.path.name, source.digest, ending_of(gathered, source))
    return found


def ending_of(gathered: Gathered, source: Source) -> str:
    """Return what tells a file's account from those of the others."""
    used = set(gathered.beside)
    for other, _ in gathered.reads():
        name = f"-{slug(other.path.stem)}"
        numbered = (name if number == 1 else f"{name}-{number}" for number in count(1))
        free = (ending for ending in numbered if not {journal_file(ending), unplaced_file(ending)} & used)
        ending = "" if other is gathered.strategic else next(free)
        if other is source:
            return ending
        used |= {journal_file(ending), unplaced_file(ending)}
    raise LookupError(source.path)


def parts(gathered: Gathered) -> dict[str, str]:
    """Return the files of what the delaftaler and kommissorier tell."""
    delaftaler = {delaftale_file(told.area): part_file("delaftale", told.tree, source) for source, _, told in gathered.delaftaler}
    files = kommissorium_files(gathered)
    return delaftaler | {
        files[told.ref]: part_file("kommissorium", with_organ(told), source) for source, _, told in gathered.kommissorier
    }


def kommissorium_files(gathered: Gathered) -> dict[str, str]:
    """Return the path of each organ's kommissorium: that of the first bestyrelse has the plain name."""
    refs = [told.ref for _, _, told in sorted(gathered.kommissorier, key=lambda one: not one[2].of_board)]
    return {ref: kommissorium_file("" if ref == refs[0] else ref) for ref in refs}


def kommissorium_file(ref: str) -> str:
    """Return the path of an organ's kommissorium, given by its id; «» for the first, which has the plain name."""
    return f"kommissorium-{ref.translate(_ASCII)}.yaml" if ref else _PREPARED["kommissorium"]


def with_organ(told: Kommissorium) -> Tree:
    """Return the keys of a kommissorium; that of the bestyrelse does not name its organ."""
    return told.tree if told.of_board else {"organ": Raw(told.ref), **told.tree}


def part_file(name: str, tree: Tree, source: Source) -> str:
    """Return the text of a new file for a delaftale or a kommissorium."""
    up = "../" if name == "delaftale" else ""
    schema = f"# yaml-language-server: $schema={up}.aftale/skema/{name}.schema.json"
    return f"{schema}\n#\n# Hentet fra «{source.path.name}» med aftale import.\n\n" + document(block(name, tree))


def text_file(key: str) -> str:
    """Return the path of the file that a key's prose is written in."""
    if key in _TEXTS:
        return _TEXTS[key]
    return f"tekster/6-{key.split('/')[1].translate(_ASCII)}.md"


def _root(gathered: Gathered, start: Start) -> Entries:
    found = gathered.agreement
    front = found.front
    names = " og ".join(f"«{source.path.name}»" for source, _ in gathered.reads())
    first = next(iter(gathered.reads()))[0]
    yield Remark(
        f"Hentet fra {names} med aftale import.\n"
        f"Hvert afsnit i Word-filen er der gjort rede for i {journal_file(ending_of(gathered, first))}.\n"
        "Teksterne står i tekster/ og bliver trykt, som de står. «aftale check» siger, hvad der mangler.\n"
        "Her står de nøgler, Word-filen havde noget til, og tomme dem, aftalen ikke kan være foruden. De andre (organer, for\n"
        "eksempel) foreslår editoren; alle står med forklaring i den aftale.yaml, som «aftale init» laver i en ny mappe."
    )
    yield Remark("")
    yield "regulativ", Raw(found.regulativ.id)
    if front.name:
        yield "navn", front.name
    else:
        yield Remark("Områdets navn stod ikke i Word-filen. Skriv det her, og slet # foran:\nnavn: …")
    yield from front.case.items()
    yield from _period(found)
    if front.parties:
        yield Remark("")
        yield Remark(
            "type er sat efter navnet: ret den, hvis den er forkert. Skriv administrerende: ja hos den boligorganisation,\n"
            "der administrerer indsatsen."
        )
        yield "parter", Items(tuple(_party(party) for party in front.parties))
    yield from _ready(start, "kontakter")
    if not found.areas:
        yield from _ready(start, "boligområder")
    else:
        yield Remark("")
        yield Remark(
            "Læst ud af afsnit 1. Teksten selv står stadig i afsnittet."
            if any(area.departments for area in found.areas)
            else "Navnene er dem, som tabellen i afsnit 5 har tal for. Skriv afdelingerne til."
        )
        yield "boligområder", Items(tuple(_area(area) for area in found.areas))
    yield Remark("")
    yield from _prose(found, "beskrivelse", "vision")
    yield from _organisation(gathered)
    yield from _nested(found, "samspil")
    if found.baseline:
        yield Remark("")
        yield "baseline", Items(tuple(_indicator(row) for row in found.baseline))
    else:
        yield from _ready(start, "baseline")
    if found.efforts:
        yield Remark("")
        yield "indsatsområder", Items(tuple(_effort(gathered, area) for area in found.efforts))
    yield Remark("")
    yield from _prose(found, "lokal_evaluering")
    yield Remark("")
    yield Remark(_NEXT)
    for key, file in _PREPARED.items():
        yield key, _kommissorier(gathered) if key == "kommissorium" else Raw(f"!fil {file}")
    yield from _ready(start, "behandling")


def _ready(start: Start, key: str) -> Entries:
    """Yield a key that the Word files say nothing of, and that the agreement cannot be without: what misses it points at it."""
    yield Remark("")
    yield Lines(ready(start, key))


def _kommissorier(gathered: Gathered) -> Raw | Items:
    files = list(kommissorium_files(gathered).values()) or [_PREPARED["kommissorium"]]
    return Raw(f"!fil {files[0]}") if len(files) == 1 else Items(tuple(Raw(f"!fil {file}") for file in files))


def _organisation(gathered: Gathered) -> Entries:
    """Yield section 3: its text, and what the kommissorier tell of the organs."""
    text = list(_nested(gathered.agreement, "organisation"))
    organs = block("organisation", {"organer": gathered.organs, "bindeled": gathered.links}).entries
    if not organs:
        yield from text
        return
    own = text[0][1].entries if text and isinstance(text[0], tuple) and isinstance(text[0][1], Block) else ()
    yield "organisation", Block((*own, *organs))


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


def _indicator(row: Baseline) -> Block:
    entries: list[tuple[str, str | Raw | Block | Items]] = [("indikator", Raw(row.indicator.id))]
    entries += [(name, _figure(row.values[name])) for name in _BASELINE if name in row.values]
    if row.areas:
        areas = (Raw(f"{{område: {area}, værdi: {scalar(value, flow=True)}}}") for area, value in row.areas)
        entries.append(("pr_område", Items(tuple(areas))))
    return Block(tuple(entries))


def _figure(text: str) -> str | Raw:
    return Raw(text) if text.replace(",", "").replace("-", "").isdecimal() else text


def _effort(gathered: Gathered, area: str) -> Block:
    key = f"indsatsområder/{area}/problemkompleks"
    prose = gathered.agreement.prose.get(key)
    text = (("problemkompleks", Raw(f"!fil {text_file(key)}")),) if prose is not None and prose.text else ()
    told = next((one for _, _, one in gathered.delaftaler if one.area == area), None)
    own = block("indsatsområde", {"data": told.figures, "kerneudfordringer": told.challenges}).entries if told else ()
    return Block((("område", Raw(area)), *text, *own, ("delaftale", Raw(f"!fil {delaftale_file(area)}"))))
