"""The whole way of a budget's workbook into an agreement: read, matched, placed, proven. Nothing is written here."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from aftale_builder.boligdata.tables import Table, tables
from aftale_builder.documents import danish
from aftale_builder.documents.budget_layout import FUNDING, FUNDING_LABELS, POST_LABELS, POSTS
from aftale_builder.documents.facts import Facts
from aftale_builder.importing.budget_amounts import Flaws
from aftale_builder.importing.budget_lines import Found
from aftale_builder.importing.budget_making import Making, ids, whole_file, year_items
from aftale_builder.importing.budget_matching import match
from aftale_builder.importing.budget_placing import Amounts, Placed, added, place
from aftale_builder.importing.budget_table import read
from aftale_builder.importing.budget_unfetched import unfetched
from aftale_builder.importing.budget_years import UnknownYearError, Years, resolve
from aftale_builder.model import Loaded, load
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget
from aftale_builder.model.reading import keys_of
from aftale_builder.regulation import regulativ
from aftale_builder.source import node as nodes
from aftale_builder.source.editing import with_key, with_value
from aftale_builder.source.emit import Block, Raw, document
from aftale_builder.source.node import SourceFile, Span
from aftale_builder.source.restyling import UneditableError
from aftale_builder.source.rewriting import Rewritten, rewritten
from aftale_builder.source.splice import Edit

_FILE = "budget.yaml"
_DIGITS = 15
_SHOWN = 12
_MOST_LINES = 2_000
"""Many times a large budget."""


class BudgetError(Exception):
    """A workbook that cannot be brought into the agreement. Nothing is written. The message is for users, in Danish."""


@dataclass(frozen=True)
class Taken:
    """What comes of it: the files as they will be, what is changed, what is understood and what to look after, in words."""

    files: tuple[Rewritten, ...]
    understood: tuple[str, ...]
    told: tuple[str, ...]
    remarks: tuple[str, ...]
    sums: str


def opened(path: Path) -> tuple[list[Table], Flaws]:
    """Return the tables of a file, and the cells that must not be read as they stand. Raises DataFileError."""
    found = tables(path, digits=_DIGITS)
    return found, _flaws(path, found) if path.suffix.lower() == ".xlsx" else Flaws()


def take(path: Path, table: tuple[list[Table], Flaws], loaded: Loaded) -> Taken:
    """Return what is to be written for the agreement to have the amounts of the tables. Raises BudgetError, UnwritableError."""
    aftale = loaded.aftale
    rules = regulativ(aftale.regulativ) if aftale is not None else None
    if aftale is None or rules is None:
        raise BudgetError("Aftalen kan ikke læses. Kør «aftale check», og ret det, den siger.")
    budget = aftale.budget or Budget(node=aftale.node, flawed=frozenset())
    if (aftale.budget is None and not _nothing_written(aftale)) or not budget.whole("aar", "kilder", "poster", "finansiering"):
        raise BudgetError("Der er fejl i det budget, aftalen har. Kør «aftale check», ret fejlene i budgettet, og prøv igen.")
    sheets, flaws = table
    ours = _ours(sheets)
    known = tuple(dict.fromkeys([*(ref for ref, _, _ in aftale.budgetaar()), *_spoken_of(budget)]))
    found = read([sheet for sheet in sheets if sheet.name in (POSTS, FUNDING)] if ours else sheets, known, flaws)
    years = _years(found, aftale, path)
    facts = Facts(aftale, rules)
    matched = match(found.lines, facts, budget, ours=ours)
    making = Making(aftale, rules, ids(aftale))
    try:
        placed = place(matched, years.by_label, making, budget.poster, budget.finansiering)
        _refuse([*matched.problems, *placed.problems])
        files = _files(loaded, aftale, path, placed, years)
    except UneditableError as error:
        file = error.node.span.file
        line, column = file.position(error.node.span.start)
        raise BudgetError(f"{file.name}:{line}:{column}: {error.message} Intet er skrevet.") from error
    _prove(loaded, files, placed)
    return Taken(
        tuple(files),
        (f"kolonner: {', '.join(found.columns)}", *years.told),
        tuple(placed.told),
        (*found.remarks, *matched.remarks, *(unfetched(matched, facts) if ours else ()), *matched.missing, *making.remarks()),
        _sums(placed.posts, placed.funding),
    )


def _nothing_written(aftale: Aftale) -> bool:
    node = aftale.node.entries.get("budget")
    return node is None or (isinstance(node, nodes.Scalar) and node.empty)


def _spoken_of(budget: Budget) -> Iterator[str]:
    for amounts in (*(post.beloeb for post in budget.poster), *(line.beloeb for line in budget.finansiering)):
        yield from amounts


def _ours(sheets: Sequence[Table]) -> bool:
    """Tell whether a workbook is one that we made: by its sheets and their labels."""
    wanted = {POSTS: POST_LABELS, FUNDING: FUNDING_LABELS}
    found = {sheet.name: [tuple(cell.text for cell in row) for row in sheet.rows] for sheet in sheets if sheet.name in wanted}
    return found.keys() == wanted.keys() and all(
        any(row[: len(labels)] == labels for row in found[name]) for name, labels in wanted.items()
    )


def _years(found: Found, aftale: Aftale, path: Path) -> Years:
    if len(found.lines) > _MOST_LINES:
        raise BudgetError(
            f"«{path.name}» har {len(found.lines)} linjer; et budget kan højst have {_MOST_LINES}. Intet er skrevet."
        )
    _refuse(found.problems)
    if not found.lines:
        raise BudgetError(
            f"I «{path.name}» er der ingen tabel, der ligner et budget: en række med overskrifter, hvor en kolonne hedder «Post» "
            "eller «Finansieringskilde», og hvert budgetår har sin egen kolonne («2026», «år 1»)."
        )
    try:
        return resolve(found.years, aftale)
    except UnknownYearError as error:
        raise BudgetError(f"{error} Intet er skrevet.") from error


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        more = [f"… og {len(problems) - _SHOWN} til."] if len(problems) > _SHOWN else []
        raise BudgetError("\n".join([*problems[:_SHOWN], *more, "Intet er skrevet. Ret arket, og kør igen."]))


def _flaws(path: Path, sheets: Sequence[Table]) -> Flaws:
    """Return the cells whose formula has no value in the file, and those that are joined to another."""
    from openpyxl import load_workbook

    empty = {cell.place for sheet in sheets for row in sheet.rows for cell in row if not cell.text}
    unvalued, joined = set(), set()
    for sheet in load_workbook(BytesIO(path.read_bytes())).worksheets:
        cells = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
        unvalued |= empty & {f"{sheet.title}, {cell.coordinate}" for cell in cells}
        for area in sheet.merged_cells.ranges:
            joined |= {f"{sheet.title}, {sheet.cell(row, column).coordinate}" for row, column in area.cells}
    return Flaws(frozenset(unvalued), frozenset(joined))


# --- files ----------------------------------------------------------------------------------------------------------------


def _files(loaded: Loaded, aftale: Aftale, path: Path, placed: Placed, years: Years) -> list[Rewritten]:
    """Return the files as they will be. Raises `UneditableError`, `UnwritableError`, BudgetError."""
    new_years = year_items([(year.id, year.first.isoformat(), year.last.isoformat()) for year in years.new])
    lists: list[tuple[str, list[Raw | Block]]] = [("år", [*new_years]), *_lists(placed)]
    node = aftale.node.entries.get("budget")
    if isinstance(node, nodes.Mapping):
        edits = list(placed.edits)
        if node.entries:
            # What goes into a key that is there comes first: a new key may be put in at the very same place.
            for key, items in sorted(lists, key=lambda one: one[0] not in node.entries):
                edits += added(node, key, items)
            return rewritten(loaded.folder, loaded.files, edits)
    content = document(whole_file(path.name, lists))
    if isinstance(node, nodes.Mapping):
        if node.via is None:
            raise UneditableError(node, "Her står et tomt budget. Slet nøglen, og kør igen.")
        return rewritten(loaded.folder, loaded.files, [Edit(node.span, content.strip())])
    if node is not None and node.via is not None:
        file = _brought_in(loaded, node)
        end = len(file.text)
        start = "" if file.text.endswith("\n") or not file.text else "\n"
        return rewritten(loaded.folder, loaded.files, [Edit(Span(file, end, end), f"{start}\n{content}")])
    target = loaded.folder / _FILE
    if target.exists():
        raise BudgetError(
            f"Der ligger en {_FILE} i mappen, som aftalen ikke henter. Skriv «budget: !fil {_FILE}» i aftale.yaml, eller flyt "
            "filen."
        )
    brought = Raw(f"!fil {_FILE}")
    edits = list(with_value(node, brought) if isinstance(node, nodes.Scalar) else [_key(aftale.node, brought)])
    schema = "# yaml-language-server: $schema=.aftale/skema/budget.schema.json\n#\n"
    made = Rewritten(target, _FILE, b"", f"{schema}{content}".encode(), is_new=True)
    return [*rewritten(loaded.folder, loaded.files, edits), made]


def _lists(placed: Placed) -> Iterator[tuple[str, list[Raw | Block]]]:
    for key, new in placed.new.items():
        yield key, [*new]


def _key(root: nodes.Mapping, brought: Raw) -> Edit:
    """Return the edit that puts the key `budget` where the language has it: behind the last of those before it."""
    before = list(keys_of(Aftale))[: list(keys_of(Aftale)).index("budget")]
    return with_key(root, "budget", brought, after=next((key for key in reversed(before) if key in root.entries), None))


def _brought_in(loaded: Loaded, node: nodes.Node) -> SourceFile:
    """Return the file, with nothing but remarks in it, that a `!fil` brings in."""
    assert node.via is not None  # noqa: S101 - seen by who asks
    name = re.sub(r"^!fil\s+", "", node.via.text).strip("\"' ")
    home = Path(node.via.file.name).parent
    file = loaded.files.get(unicodedata.normalize("NFC", (home / name).as_posix()))
    if file is None:
        raise UneditableError(node, "Filen, som budgettet hentes fra, kan ikke findes igen.")
    return file


# --- proof ----------------------------------------------------------------------------------------------------------------


def _prove(loaded: Loaded, files: Sequence[Rewritten], placed: Placed) -> None:
    """Read the agreement as it will be, and hold its amounts against those that were asked for. Raises BudgetError."""
    with tempfile.TemporaryDirectory(prefix="aftale-") as name:
        again = load(_copied(loaded, files, Path(name)))
    budget = again.aftale.budget if again.aftale is not None else None
    posts = [_paid(post.beloeb) for post in budget.poster] if budget else []
    funding = [_paid(line.beloeb) for line in budget.finansiering] if budget else []
    wanted = ([_paid(amounts) for amounts in placed.posts], [_paid(amounts) for amounts in placed.funding])
    if (posts, funding) != wanted or len(again.faults) > len(loaded.faults):
        fault = next((fault.message for fault in again.faults[len(loaded.faults) :]), "beløbene ville ikke være dem i arket.")
        raise BudgetError(f"Budgettet ville ikke kunne læses rigtigt bagefter: {fault} Intet er skrevet.")


def _paid(amounts: Amounts | object) -> Amounts:
    assert isinstance(amounts, dict)  # noqa: S101 - amounts are read as such
    return {year: amount for year, amount in amounts.items() if amount}


def _copied(loaded: Loaded, files: Sequence[Rewritten], folder: Path) -> Path:
    """Write the agreement's files, as they will be, into a folder, and return the path to load."""
    home = unicodedata.normalize("NFC", loaded.folder.as_posix())
    contents = {Path(name).relative_to(home): _bytes(file) for name, file in loaded.files.items()}
    contents |= {Path(unicodedata.normalize("NFC", file.name)): file.after for file in files}
    for inside, data in contents.items():
        (folder / inside).parent.mkdir(parents=True, exist_ok=True)
        (folder / inside).write_bytes(data)
    return folder / Path(next(iter(loaded.files))).name


def _bytes(file: SourceFile) -> bytes:
    return file.text.encode("utf-8-sig" if file.bom else "utf-8")


def _sums(posts: Sequence[Amounts], funding: Sequence[Amounts]) -> str:
    costs, income = (sum((amount for line in lines for amount in line.values()), Decimal(0)) for lines in (posts, funding))
    told = f"Udgifterne er nu {danish.kroner(costs)} i alt og finansieringen {danish.kroner(income)} i alt"
    return f"{told}: de er lige store." if costs == income else f"{told}: de er ikke lige store."
