"""What a user has said that labels mean, kept in a small YAML file beside the table it was said of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from aftale_builder.boligdata.labels import UNUSED, Meaning, key
from aftale_builder.boligdata.observing import Reading
from aftale_builder.findings import Fault
from aftale_builder.source import node as nodes
from aftale_builder.source.compose import compose
from aftale_builder.source.emit import scalar
from aftale_builder.source.node import SourceFile

_HEAD = """# Hvad kolonner og navne i tabellen betyder. Ret det, og kør igen med --mapping.
# indikator: en af dem, der står nedenfor
# område: et boligområdes id, boligområdet (alle områderne under ét) eller kommunen
# år: et årstal. Skal noget ikke bruges, så skriv: bruges-ikke
"""
_YEAR_DIGITS = 4
_KEYS = ("indikator", "område", "år")


class MappingError(Exception):
    """A mapping that can't be used; the message says where and why, in Danish."""


def read(path: Path, measures: Iterable[str], places: Iterable[str]) -> dict[str, Meaning]:
    """Return the meaning of each label, by its key. Raises `MappingError`."""
    try:
        file = SourceFile(path.as_posix(), path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise MappingError(f"«{path}» kan ikke læses. Se efter, om navnet er rigtigt, og om den er gemt som UTF-8.") from error
    faults: list[Fault] = []
    root = compose(file, faults, _no_files)
    if faults or not isinstance(root, nodes.Mapping):
        said = faults[0].message if faults else "Den har ingen nøgler."
        raise MappingError(f"«{path}» kan ikke bruges: {said}")
    known = {"indikator": set(measures), "område": set(places)}
    return {key(label): _meaning(label, node, known) for label, node in root.entries.items()}


def _no_files(scalar: nodes.Scalar) -> nodes.Node:
    raise MappingError(f"«!fil {scalar.value}» kan ikke stå her: skriv betydningen i filen selv.")


def _meaning(label: str, node: nodes.Node, known: Mapping[str, set[str]]) -> Meaning:
    if isinstance(node, nodes.Scalar) and node.value == UNUSED:
        return Meaning(unused=True)
    if not isinstance(node, nodes.Mapping):
        raise MappingError(f"Ved «{label}» skal stå {{indikator: …, område: …, år: …}} eller {UNUSED}.")
    said: dict[str, str] = {}
    for name, inner in node.entries.items():
        if name not in _KEYS or not isinstance(inner, nodes.Scalar):
            raise MappingError(f"Ved «{label}» kendes «{name}» ikke; der kan stå {', '.join(_KEYS)}.")
        if name in known and inner.value not in known[name]:
            raise MappingError(f"Ved «{label}» er «{inner.value}» ikke {name}; der kan stå {', '.join(sorted(known[name]))}.")
        said[name] = inner.value
    year = said.get("år", "")
    if year and not (year.isdecimal() and len(year) == _YEAR_DIGITS):
        raise MappingError(f"Ved «{label}» er «{year}» ikke et årstal.")
    return Meaning(said.get("indikator"), said.get("område"), int(year) if year else None)


def written(readings: Iterable[Reading], known: Iterable[str]) -> str:
    """Return the mapping of tables as they were understood; what was not understood is there for the user to fill in.

    `known` are lines that tell what may be written.
    """
    lines: dict[str, str] = {}
    for reading in readings:
        lines |= {column.label: _told(column.meaning) for column in reading.columns if column.figures and _says(column.meaning)}
        lines |= {label: _told(meaning) for label, meaning in reading.labels.items()}
        lines |= dict.fromkeys((*reading.unknown, *reading.elsewhere), UNUSED)
        lines |= {label: f"{UNUSED}  # usikker: {' eller '.join(found)}" for label, found in reading.unsure.items()}
    return (
        _HEAD + "".join(f"# {line}\n" for line in known) + "".join(f"{scalar(label)}: {said}\n" for label, said in lines.items())
    )


def _says(meaning: Meaning) -> bool:
    return meaning.measure is not None or meaning.place is not None or meaning.year is not None


def _told(meaning: Meaning) -> str:
    said = (("indikator", meaning.measure), ("område", meaning.place), ("år", meaning.year))
    pairs = [f"{name}: {scalar(str(value), flow=True)}" for name, value in said if value is not None]
    return f"{{{', '.join(pairs)}}}" if pairs else UNUSED
