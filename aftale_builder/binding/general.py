"""A form whose wording is not known: its fields by headings, labels and columns, under any of the names that they go by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aftale_builder.binding.documents import DOCUMENTS
from aftale_builder.binding.gaps import Gaps, short
from aftale_builder.binding.places import Binding, Block, Certainty, Found, How, Place, Seen
from aftale_builder.binding.telling import Sort, Teller, is_filler, is_text
from aftale_builder.binding.writing import Written
from aftale_builder.importing.grid import Grid, grid
from aftale_builder.importing.wording import key
from aftale_builder.regulation import Regulativ
from aftale_builder.word.formfile import FormFile
from aftale_builder.word.reading import Kind, Unit

_LONGEST_LABEL = 90
_FEWEST_COLUMNS = 2


def see(form: FormFile, document: str, regulativ: Regulativ) -> Seen:
    """Return where the fields of a document are in the form; one without a place of its own is written with the one before it."""
    return _Seer(form, document, regulativ).seen()


class _Seer:
    def __init__(self, form: FormFile, document: str, regulativ: Regulativ) -> None:
        self.units: Sequence[Unit] = form.units
        self.document = document
        self.regulativ = regulativ
        self.fields: Mapping[str, Written] = DOCUMENTS[document]
        self.teller = Teller(regulativ)
        self.marks = [at for at, unit in enumerate(self.units) if is_text(unit) and _looks_like_head(unit)]
        self.gaps = Gaps(self.units, self.teller, self.marks, keeps_words=True)
        self.found: dict[str, Found] = {}
        self.blocks: dict[str, Block] = {}
        self.removed: set[int] = set()
        self.inside: set[int] = set()

    def seen(self) -> Seen:
        """Look for every field."""
        for at, unit in enumerate(self.units):
            if unit.kind is Kind.TABLE:
                self._table(grid(self.units, at))
        for name, field in self.fields.items():
            if name not in self.found and name not in self.blocks:
                self._head(name, field)
        self._hosted()
        self.removed.update(unit.number for unit in self.units if is_text(unit) and self.teller.is_guidance(unit))
        places = {found.name: found.place for found in self.found.values() if found.place is not None}
        own = {place.paragraph for place in places.values()}
        running = next((unit.number for unit in self.units if is_text(unit) and self._is_running(unit)), 0)
        binding = Binding(self.document, self.regulativ.id, places, self.blocks, tuple(sorted(self.removed - own)), running)
        return Seen(tuple(self.found.values()), binding)

    # --- headings and labels ----------------------------------------------------------------------------------------------

    def _head(self, name: str, field: Written) -> None:
        known = {key(words): number for number, words in enumerate(field.heads)}
        hits = [at for at in self.marks if self._words(at) in known and at not in self.inside]
        best = min((known[self._words(at)] for at in hits), default=0)
        hits = [at for at in hits if known[self._words(at)] == best]
        if len(hits) > 1:
            told = ", ".join(f"afsnit {self.units[at].number}" for at in hits)
            why = f"«{self.units[hits[0]].plain.strip()}» står der mere end én gang ({told})"
            self.found[name] = Found(name, None, Certainty.UNSURE, why)
        elif hits:
            words = self.units[hits[0]].plain.strip()
            gap = self.gaps.after(hits[0], labelled=True, prose=not field.inline)
            sure = Certainty.SURE if best == 0 else Certainty.LIKELY
            self.found[name] = Found(name, gap.place, sure, f"«{short(words)}»{gap.why}")
            self.removed.update(gap.removed)

    def _words(self, at: int) -> str:
        head, colon, rest = self.units[at].plain.partition(":")
        return key(head) if colon and is_filler(rest) else key(self.units[at].plain)

    # --- tables -----------------------------------------------------------------------------------------------------------

    def _table(self, table: Grid) -> None:
        """Find the field whose rows a table holds: by the names of its columns."""
        head = [cell.text(self.units) if cell is not None else "" for cell in table.columns(table.rows[0])] if table.rows else []
        named = [(len(columns), name, columns) for name, field in self.fields.items() if (columns := _columns(field, head))]
        count, name, columns = max(named, key=lambda one: one[0], default=(0, "", {}))
        if count < _FEWEST_COLUMNS or name in self.blocks:
            return
        self.inside.update(range(table.start, table.end))
        blank = [row for row in table.rows[1:] if all(self._is_room(cell.paragraphs) for cell in row)]
        why = f"tabellen med kolonnerne {', '.join(f'«{short(words, 25)}»' for words in head if words)}"
        if not blank:
            self.found[name] = Found(name, None, Certainty.UNSURE, f"{why} har ingen tom række at skrive i")
            return
        cells = table.columns(blank[0])
        for column, at in columns.items():
            cell = cells[at]
            if cell is not None and cell.paragraphs:
                unit = self.units[cell.paragraphs[0]]
                self.found[f"{name}.{column}"] = Found(
                    f"{name}.{column}", Place(How.IN, unit.number, unit.plain.strip()), Certainty.SURE, why
                )
        numbers = [[self.units[at].number for cell in row for at in cell.paragraphs] for row in blank]
        self.blocks[name] = Block(min(numbers[0]), max(numbers[0]))
        self.removed.update(number for row in numbers[1:] for number in row)
        field = self.fields[name]
        for column in field.columns:
            if f"{name}.{column}" not in self.found:
                host = f"{name}.{next(iter(columns))}"
                self.found[f"{name}.{column}"] = Found(
                    f"{name}.{column}",
                    Place(How.WITH, 0, host),
                    Certainty.LIKELY,
                    f"{why}: ingen kolonne, skrives sammen med en anden",
                )

    def _is_room(self, paragraphs: Sequence[int]) -> bool:
        return all(self.teller.sort(self.units[at]) in (Sort.BLANK, Sort.PROMPT, Sort.GUIDANCE) for at in paragraphs)

    # --- the rest ---------------------------------------------------------------------------------------------------------

    def _hosted(self) -> None:
        """Let each field without a place stand with the one before it that has one; those before any, with the first."""
        placed = [name for name in self.fields if (found := self.found.get(name)) is not None and found.place is not None]
        if not placed:
            heads = ", ".join(f"«{short(self.units[at].plain, 30)}»" for at in self.marks[:12]) or "ingen overskrifter"
            why = f"intet i filen ligner et felt i dokumentet {self.document}; set er {heads}"
            self.found[self.document] = Found(self.document, None, Certainty.UNSURE, why)
            return
        host = placed[0]
        for name, field in self.fields.items():
            if name in placed:
                host = name
            elif name not in self.found and name not in self.blocks:
                said = (
                    f"intet sted for sig; skrives med «{field.label}» efter {host}, når der er noget"
                    if field.label
                    else f"efter {host}"
                )
                self.found[name] = Found(name, Place(How.WITH, 0, host), Certainty.LIKELY, said)

    def _is_running(self, unit: Unit) -> bool:
        return (
            unit.level is None
            and unit.item is None
            and self.teller.sort(unit) in (Sort.OWN, Sort.FIXED)
            and not _looks_like_head(unit)
        )


def _columns(field: Written, head: Sequence[str]) -> dict[str, int]:
    """Return the columns of a field's table by their place in its header row."""
    found: dict[str, int] = {}
    for column, known in field.columns.items():
        names = [key(words) for words in known.heads]
        hits = [(names.index(key(words)), at) for at, words in enumerate(head) if words and key(words) in names]
        free = [(rank, at) for rank, at in hits if at not in found.values()]
        if free:
            found[column] = min(free)[1]
    return found


def _looks_like_head(unit: Unit) -> bool:
    """Tell whether a paragraph may be a heading or a label."""
    words = unit.plain.strip()
    if not words or len(words) > _LONGEST_LABEL:
        return False
    runs = [run for run in unit.runs if run.text.strip()]
    head, colon, rest = words.partition(":")
    return unit.level is not None or all(run.bold for run in runs) or bool(colon and head and is_filler(rest)) or _is_short(unit)


def _is_short(unit: Unit) -> bool:
    """Tell whether a paragraph is so few words that it may be a label in a table."""
    return len(unit.plain.split()) <= 8 and not unit.plain.rstrip().endswith((".", ","))
