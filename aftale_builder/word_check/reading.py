"""A Word file as the rules see it, made of what is read out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from aftale_builder.importing.placing import Imported, NotTheFormError, place
from aftale_builder.regulation import Regulativ, regulativ
from aftale_builder.rules.finished import Finished, Part, Role, Spot, Trait
from aftale_builder.rules.finished import Paragraph as Told
from aftale_builder.rules.lines import Paper
from aftale_builder.rules.story import Name, Named, effort_names
from aftale_builder.word.package import open_package
from aftale_builder.word.reading import Kind, Unit, WordText, read_package
from aftale_builder.word.traces import Traces, traces
from aftale_builder.word_check.form import Reader
from aftale_builder.word_check.naming import own_generation, paper_of, signs_of_form
from aftale_builder.word_check.paragraphs import Paragraphs, tables
from aftale_builder.word_check.places import spots

_LATEST = "lbf-2019-26"
"""The form that is tried where nothing tells the generation: the only one whose wording is known."""
_FEWEST_COLUMNS = 3
_MOST_SECTIONS = 0.7
"""The share of the form's sections by which a file is the form, whatever paper its title says that it is."""


def read_finished(path: Path) -> tuple[Finished, tuple[Name, ...]]:
    """Return the file, and the names that it gives. Raises `WordFileError` for a file that can't be read."""
    package = open_package(path)
    word, hidden = read_package(package), traces(package)
    return _Maker(path.as_posix(), word, hidden).made()


class _Maker:
    def __init__(self, file: str, word: WordText, hidden: Traces) -> None:
        self.file = file
        self.word = word
        self.hidden = hidden
        self.whole = Spot(file)
        self.paper = paper_of(word.units)
        self.signs = tuple(signs_of_form(word.units))
        self.called = self.paper
        self.placed, self.headings = self._placed()
        self.reader = Reader(self.placed) if self.placed is not None else None
        if self.placed is not None:
            self.paper = Paper.SAMARBEJDSAFTALE

    def made(self) -> tuple[Finished, tuple[Name, ...]]:
        """Return the file and its names."""
        units, reader = self.word.units, self.reader
        paths, areas, titles = (reader.paths(), reader.areas(), reader.titles()) if reader else ({}, {}, {})
        places = spots(units, self.file, paths, titles)
        told = Paragraphs(units, places, self.placed, areas).all()
        generation, odd = self._generation(places)
        form = reader.form(told, places) if reader else None
        is_the_form = self.placed is not None and generation is self.placed.regulativ and self._mostly(generation)
        file = Finished(
            self.file,
            (*told.values(), *self._unseen()),
            self.whole,
            self.paper,
            generation,
            form if is_the_form else None,
            self.headings,
            tuple(found for found, heading in odd if heading) if is_the_form else tuple(found for found, _ in odd[:1]),
            tuple(self._traces(places)),
            tuple(self._lacks(places)),
            tuple(self._changes(places)),
            self.called if self.called is not self.paper else None,
        )
        parties = tuple(name for _, name in form.parties) if form is not None else ()
        return file, (*parties, *self._names(places))

    def _placed(self) -> tuple[Imported | None, int]:
        """Return what the form holds, None where the file is not the form; and how many of its sections are there."""
        latest = regulativ(_LATEST)
        if latest is None:
            return None, 0
        try:
            placed = place(self.word, latest)
        except NotTheFormError as error:
            return None, len(error.found)
        if self.paper not in (None, Paper.SAMARBEJDSAFTALE):
            found = sum(section.heading is not None and not section.area for section in Reader(placed).sections)
            if found < len(latest.afsnit) * _MOST_SECTIONS:
                return None, found
        return placed, len(latest.afsnit)

    def _generation(self, places: Sequence[Spot]) -> tuple[Regulativ | None, list[tuple[tuple[Regulativ, str, Spot], bool]]]:
        """Return the generation that the file belongs to; what in it is of another, with its place, and whether it is a heading.

        Funds that are named wrongly in a form that is right are an alteration of its wording: DOK404 says so.
        """
        start = self.placed.front.period[0] if self.placed is not None and self.placed.front.period else None
        own = own_generation(self.word.units, self.signs, start)
        if own is None and self.placed is not None:
            own = self.placed.regulativ
        odd = (sign for sign in self.signs if own is not None and sign.form.id != own.id)
        return own, [((sign.form, sign.words, places[sign.at]), sign.heading) for sign in odd]

    def _mostly(self, generation: Regulativ) -> bool:
        """Tell whether most of what tells of a generation tells of this one: one heading of another is a slip."""
        own = sum(sign.form.id == generation.id for sign in self.signs)
        return own > len(self.signs) - own or not self.signs

    def _names(self, places: Sequence[Spot]) -> Iterator[Name]:
        if self.reader is None:
            return
        yield from self.reader.area_names(places)
        for written, at in self.reader.names(places):
            if names := effort_names(written):
                yield Name(Named.INDSATS, names[0], names[1:], at)

    def _unseen(self) -> Iterator[Told]:
        """Yield what is in the file without being on a page: deleted words, properties, the file's own name."""
        for text in self.hidden.deleted:
            yield Told(text, Spot(self.file, "Slettet tekst i sporede ændringer"), Part.PROPERTY, Role.MACHINE)
        for text in (*self.hidden.properties, Path(self.file).stem):
            yield Told(text, Spot(self.file, "Filens egenskaber"), Part.PROPERTY, Role.MACHINE)

    def _traces(self, places: Sequence[Spot]) -> Iterator[tuple[str, Spot]]:
        for told in self.hidden.objects:
            yield told, self.whole
        known = set(self.hidden.objects)
        for at, unit in enumerate(self.word.units):
            yield from ((what, places[at]) for what in unit.unread if what not in known and "diagram" not in what)
            yield from ((what, places[at]) for what in unit.fetched)

    def _changes(self, places: Sequence[Spot]) -> Iterator[tuple[str, Spot]]:
        """Yield the tracked changes that touch no words; those of the file as a whole where no unit has any change."""
        placed = [(what, places[at]) for at, unit in enumerate(self.word.units) for what in unit.changes]
        yield from placed
        if self.hidden.changes and not placed and not any(unit.tracked for unit in self.word.units):
            yield "filens opsætning er ændret", self.whole

    def _lacks(self, places: Sequence[Spot]) -> Iterator[tuple[Trait, str, Spot]]:
        if not self.hidden.language.casefold().startswith("da"):
            yield Trait.LANGUAGE, self.hidden.language, self.whole
        if not self.word.title.strip():
            yield Trait.TITLE, "", self.whole
        for at, unit in enumerate(self.word.units):
            for _ in range(unit.undescribed):
                yield Trait.PICTURE, "", places[at]
        for at in _headless(self.word.units):
            yield Trait.TABLE, "", places[at]


def _headless(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the tables of data, three columns or more under headings, whose first row is not marked as their header."""
    for table in tables(units):
        first = table.rows[0] if table.rows else []
        headed = len(first) >= _FEWEST_COLUMNS and len(table.rows) > 1 and all(cell.text(units) for cell in first)
        rows = (unit for unit in units[table.start : table.end] if unit.kind is Kind.ROW)
        if headed and not next(rows).header:
            yield table.start
