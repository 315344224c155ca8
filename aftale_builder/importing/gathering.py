"""Several Word files into one agreement: which is what, and what each tells of what the others name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aftale_builder.importing import labels
from aftale_builder.importing.areas import Area
from aftale_builder.importing.delaftale import Delaftale, area_of, read_delaftale
from aftale_builder.importing.front import Party, kind_of
from aftale_builder.importing.known import Known
from aftale_builder.importing.kommissorium import Kommissorium, name_of, read_kommissorium
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.names import Names, World
from aftale_builder.importing.outline import pieces
from aftale_builder.importing.paper import Tree
from aftale_builder.importing.placing import Imported, NotTheFormError, place
from aftale_builder.importing.rest import Read, gather_unplaced, keep_lost, notes_of_prose, outside_body, without_words
from aftale_builder.importing.wording import key
from aftale_builder.regulation import Regulativ
from aftale_builder.source.emit import Raw
from aftale_builder.word.coverage import Lost
from aftale_builder.word.reading import Kind, WordText

_EFFORTS = "indsatsområder/"
_FIRST = 25
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is not brought in: its name, why, and what to do about it, for users."""

    name: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A Word file that was opened: `lost` is what stands in it and in none of its units."""

    path: Path
    digest: str
    word: WordText
    lost: Sequence[Lost]


@dataclass(slots=True)
class Gathered:
    """What several files tell together. `agreement` is what the strategic agreement tells, of no words where there is none."""

    agreement: Imported
    world: World
    strategic: Source | None = None
    delaftaler: list[tuple[Source, Read, Delaftale]] = field(default_factory=list)
    kommissorier: list[tuple[Source, Read, Kommissorium]] = field(default_factory=list)
    organs: list[Tree] = field(default_factory=list)
    links: list[Tree] = field(default_factory=list)
    beside: frozenset[str] = frozenset()
    """The names of the files that lie where the agreement is to be written."""
    unknown: list[tuple[Source, tuple[str, ...]]] = field(default_factory=list)
    """The files that are none of the documents that can be read, each with those of the form's headings that are there."""
    unread: list[Unread] = field(default_factory=list)
    """What is not brought in, and why."""

    def reads(self) -> Iterator[tuple[Source, Read]]:
        """Yield every file with what was read of it, the strategic agreement first."""
        if self.strategic is not None:
            yield self.strategic, self.agreement
        yield from ((source, read) for source, read, _ in self.delaftaler)
        yield from ((source, read) for source, read, _ in self.kommissorier)


class TwiceError(Exception):
    """Two files are the same document: `what` it is called, and the two."""

    def __init__(self, what: str, first: Source, second: Source) -> None:
        super().__init__(what)
        self.what, self.first, self.second = what, first, second


def gather(sources: Sequence[Source], regulativ: Regulativ, known: Known | None = None) -> Gathered:
    """Return what the files tell beside what is `known`. Raises `TwiceError`."""
    nothing = WordText(())
    found = Gathered(Imported(nothing, regulativ, Ledger(nothing)), World(parts=Names(grows=True)))
    rest = [source for source in sources if not _is_strategic(source, regulativ, found)]
    if found.strategic is not None:
        _learn(found)
    if known is not None:
        found.world = known.world
    told_of = {source for source, _ in found.unknown}
    kinds = [(source, *_kind(source, regulativ)) for source in rest if source not in told_of]
    for source, kind, name in kinds:
        if kind == "delaftale":
            _delaftale(source, name, found, known)
    for source, kind, name in kinds:
        if kind == "kommissorium":
            _kommissorium(source, name, found, known)
    found.unknown += [(source, ()) for source, kind, _ in kinds if not kind]
    _complete(found)
    return found


def titled(found: Gathered) -> Iterator[tuple[Read, str]]:
    """Yield what was read of each delaftale and kommissorium, and the indsatsområde or the organ that it is of."""
    names = {area.id: area.navn for area in found.agreement.regulativ.indsatsomraader}
    yield from ((read, names[told.area]) for _, read, told in found.delaftaler)
    yield from ((read, str(told.organ.get("navn") or "Bestyrelsen")) for _, read, told in found.kommissorier)


def called(found: Gathered, source: Source) -> str:
    """Return what kind of document a file is, in words for users."""
    if source is found.strategic:
        return "den strategiske samarbejdsaftale"
    names = {area.id: area.navn for area in found.agreement.regulativ.indsatsomraader}
    areas = [names[told.area] for other, _, told in found.delaftaler if other is source]
    organs = [found.world.organs.by_id[told.ref] for other, _, told in found.kommissorier if other is source]
    return f"delaftalen for {areas[0]}" if areas else f"kommissoriet for {organs[0]}"


def _is_strategic(source: Source, regulativ: Regulativ, found: Gathered) -> bool:
    if _titled(source.word):
        return False
    try:
        read = place(source.word, regulativ, source.lost)
    except NotTheFormError as error:
        if error.found and not _by_headings(source.word):
            found.unknown.append((source, error.found))
        return False
    if found.strategic is not None:
        raise TwiceError("en strategisk samarbejdsaftale", found.strategic, source)
    found.strategic, found.agreement = source, read
    return True


def _titled(word: WordText) -> str:
    """Return which document a file calls itself at its beginning, «» where it is none of those that do."""
    told = [key(unit.plain) for unit in word.body if unit.kind is Kind.PARAGRAPH and unit.plain.strip()][:_FIRST]
    if any(line.startswith(labels.DELAFTALE_TITLE) for line in told):
        return "delaftale"
    return "kommissorium" if any(line.startswith(labels.KOMMISSORIUM_TITLE) or line == "kommissorium" for line in told) else ""


def _kind(source: Source, regulativ: Regulativ) -> tuple[str, str]:
    """Return which document a file is, «» for none that is known, and of what: the indsatsområde's id, the organ's name."""
    word = source.word
    titled = _titled(word) or _by_headings(word)
    if titled == "kommissorium":
        return titled, next(filter(None, (name_of(unit.plain) for unit in word.body)), "")
    area = area_of(word.body, Read(word, regulativ, Ledger(word))) if titled else ""
    return ("delaftale", area) if area else ("", "")


def _by_headings(word: WordText) -> str:
    for kind, known in (("delaftale", {**labels.SECTIONS, **labels.ACTIVITY}), ("kommissorium", labels.KOMMISSORIUM)):
        if len({key(piece.title) for piece in pieces(word.units, frozenset(known))} & known.keys()) >= _FEWEST:
            return kind
    return ""


def _learn(found: Gathered) -> None:
    """Take what the strategic agreement says for what the other files speak of."""
    front = found.agreement.front
    found.world = World(
        front.name,
        front.period,
        Names({party.id: party.name for party in front.parties}, grows=not front.parties),
        Names({area.id: area.name for area in found.agreement.areas}, grows=True),
        efforts={
            key.split("/")[1] for key, prose in found.agreement.prose.items() if key.endswith("/problemkompleks") and prose.text
        },
    )


def _delaftale(source: Source, area: str, found: Gathered, known: Known | None) -> None:
    twice = next((other for other, _, told in found.delaftaler if told.area == area), None)
    if twice is not None:
        raise TwiceError("en delaftale for samme indsatsområde", twice, source)
    read = _begun(source, found)
    told = read_delaftale(read, found.world, area)
    if known is not None:
        known.settle_delaftale(read, told)
    names = [one.navn for one in read.regulativ.indsatsomraader if one.id == area]
    _ended(
        read, source, found.world, [f"{title} {navn}" for title in (labels.DELAFTALE_TITLE, "delaftale for") for navn in names]
    )
    found.delaftaler.append((source, read, told))


def _kommissorium(source: Source, name: str, found: Gathered, known: Known | None) -> None:
    read = _begun(source, found)
    told = read_kommissorium(read, found.world, name)
    if known is not None:
        known.settle_kommissorium(read, told)
    twice = next((other for other, _, others in found.kommissorier if others.ref == told.ref), None)
    if twice is not None:
        raise TwiceError("et kommissorium for samme organ", twice, source)
    _ended(read, source, found.world, [f"{labels.KOMMISSORIUM_TITLE} {name}"])
    found.kommissorier.append((source, read, told))


def _begun(source: Source, found: Gathered) -> Read:
    read = Read(source.word, found.agreement.regulativ, Ledger(source.word))
    without_words(read.ledger)
    return read


def _ended(read: Read, source: Source, world: World, titles: Sequence[str]) -> None:
    known = {key(title) for title in (*titles, "delaftale", "kommissorium")}

    def again(text: str) -> Entry | None:
        return Entry(Role.FIXED) if key(text) in known else None

    outside_body(read.ledger, again, world.navn)
    notes_of_prose(read)
    sections = [unit.section for unit in read.ledger.units]
    gather_unplaced(read, lambda at: sections[at] or "Dokumentets begyndelse")
    keep_lost(read, source.lost)


def _complete(found: Gathered) -> None:
    """Put what the other files tell of the agreement where the strategic agreement would have told it."""
    agreement, world = found.agreement, found.world
    agreement.front.name = agreement.front.name or world.navn
    agreement.front.period = agreement.front.period or world.periode
    agreement.front.case |= world.case
    known = {party.id for party in agreement.front.parties}
    agreement.front.parties += [Party(ref, name, kind_of(name)) for ref, name in world.parts.by_id.items() if ref not in known]
    areas = {area.id for area in agreement.areas}
    agreement.areas += [Area(ref, name, ()) for ref, name in world.areas.by_id.items() if ref not in areas]
    for _, _, told in found.delaftaler:
        if told.area not in agreement.efforts:
            agreement.efforts.append(told.area)
        if told.problem is not None:
            agreement.prose[f"indsatsområder/{told.area}/problemkompleks"] = told.problem
    order = [area.id for area in agreement.regulativ.indsatsomraader]
    agreement.efforts.sort(key=order.index)
    _organs(found)


def _organs(found: Gathered) -> None:
    told = {kommissorium.ref: kommissorium.organ for _, _, kommissorium in found.kommissorier}
    for ref, name in found.world.organs.by_id.items():
        organ = told.get(ref, {"navn": name})
        if organ:
            found.organs.append({"id": Raw(ref), **organ})
    found.links = _merged([kommissorium.links for _, _, kommissorium in found.kommissorier])


def _merged(told: Sequence[Sequence[Tree]]) -> list[Tree]:
    """Return the links that the organs tell of, each once, in an order that is every organ's own; both ends tell of a link."""
    left, found = [list(links) for links in told if links], list[Tree]()
    while left:
        first = next((links[0] for links in left if not any(links[0] in other[1:] for other in left)), left[0][0])
        found.append(first)
        left = [rest for links in left if (rest := [link for link in links if link != first])]
    return found
