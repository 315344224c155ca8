"""A binding as a small YAML file beside the form, that people may mend: written and read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aftale_builder.binding.faults import FormError
from aftale_builder.binding.fields import fields_of
from aftale_builder.binding.places import Binding, Block, Found, How, Place
from aftale_builder.findings import Fault
from aftale_builder.source.compose import compose
from aftale_builder.source.emit import Block as Yaml
from aftale_builder.source.emit import Raw, Remark, document, scalar
from aftale_builder.source.node import Mapping as YamlMapping
from aftale_builder.source.node import Node, Scalar, SourceFile, Unreadable
from aftale_builder.source.node import Sequence as YamlSequence

SUFFIX = ".binding.yaml"
_LONGEST_NUMBER = 7
_KEYS = {"skabelon", "sha256", "dokument", "regulativ", "felter", "gentages", "slettes", "brødtekst"}
_HEAD = (
    "Hvor felterne står i skabelonen. Skrevet af «aftale template bind»; ret den, hvis et felt står forkert.\n"
    "Hvert felt: «efter», «i» eller «under» et afsnit, ved dets nummer («aftale template inspect FIL --paragraphs» viser dem),\n"
    "eller «med» et andet felt.\n"
    "«tekst» er det, der står i afsnittet nu; «ledetekst» det, der bliver stående foran i samme afsnit."
)


def written(binding: Binding, name: str, data: bytes, still_open: Iterable[Found] = ()) -> str:
    """Return the YAML of a binding of the form with this name and these bytes; fields without a place are told in comments."""
    fields: list[Remark | tuple[str, Any]] = [(field, Raw(_place(place))) for field, place in binding.places.items()]
    fields += [Remark(f"{found.name}: mangler. {found.why}.") for found in still_open]
    repeated = tuple((field, Raw(f"{{fra: {block.first}, til: {block.last}}}")) for field, block in binding.blocks.items())
    return document(
        Yaml((
            Remark(_HEAD),
            ("skabelon", name),
            ("sha256", Raw(f'"{hashlib.sha256(data).hexdigest()}"')),
            ("dokument", binding.document),
            ("regulativ", binding.generation),
            ("brødtekst", Raw(str(binding.running))),
            ("felter", Yaml(tuple(fields))),
            *((("gentages", Yaml(repeated)),) if repeated else ()),
            Remark("Afsnit, der viger: vejledning, pladsholdere og gentagelser af det, der gentages."),
            ("slettes", Raw(f"[{', '.join(_ranges(binding.removed))}]")),
        ))
    )  # fmt: skip


def read(text: str, name: str) -> tuple[str, str, Binding]:
    """Return the form's name, its digest and the binding that a file holds. Raises FormError, which says what is wrong."""
    faults: list[Fault] = []
    root = compose(SourceFile(name, text), faults, lambda scalar: Unreadable(scalar.span))
    if faults:
        raise FormError(f"«{name}», linje {faults[0].at.place().line}: {faults[0].message}", faults[0].help)
    whole = _plain(root)
    if not isinstance(whole, Mapping) or not _KEYS.issuperset(whole) or not {"skabelon", "dokument", "felter"} <= set(whole):
        raise FormError(f"«{name}» er ikke en binding af en skabelon.", "Lav den med «aftale template bind».")
    try:
        return str(whole["skabelon"]), str(whole.get("sha256", "")), _binding(whole)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FormError(
            f"«{name}»: {_said(error)} kan ikke læses.", "Ret det, eller lav bindingen igen med «aftale template bind»."
        ) from error


def _binding(whole: Mapping[str, Any]) -> Binding:
    known = fields_of(str(whole["dokument"]))
    places = {}
    for field, said in whole["felter"].items():
        if field not in known.fields:
            raise ValueError(f"feltet {field}")
        how = next(how for how in How if how.value in said)
        if how is How.WITH:
            places[field] = Place(how, 0, str(said[how.value]))
            continue
        places[field] = Place(how, _number(said[how.value], field), str(said.get("tekst", "")), str(said.get("ledetekst", "")))
    blocks = {
        name: Block(_number(said["fra"], name), _number(said["til"], name))
        for name, said in (whole.get("gentages") or {}).items()
    }
    removed = tuple(number for said in whole.get("slettes") or () for number in _numbers(said))
    running = _number(whole.get("brødtekst") or "0", "brødtekst")
    return Binding(str(whole["dokument"]), str(whole.get("regulativ", "")), places, blocks, removed, running)


def _place(place: Place) -> str:
    if place.how is How.WITH:
        return f"{{{place.how.value}: {scalar(place.text, flow=True)}}}"
    told = [f"{place.how.value}: {place.paragraph}"]
    if place.label:
        told.append(f"ledetekst: {scalar(place.label, flow=True)}")
    if place.text:
        told.append(f"tekst: {scalar(place.text, flow=True)}")
    return f"{{{', '.join(told)}}}"


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Yield numbers as text, those that follow each other as «15-36»."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return (f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _numbers(said: object) -> range:
    first, _, last = str(said).partition("-")
    return range(_number(first, "slettes"), _number(last or first, "slettes") + 1)


def _number(said: object, what: str) -> int:
    if not isinstance(said, str) or not (said.isascii() and said.isdecimal() and len(said) < _LONGEST_NUMBER):
        raise ValueError(f"afsnittets nummer i {what}")
    return int(said)


def _plain(node: Node | None) -> Any:
    """Return what a node says as dicts, lists and texts."""
    match node:
        case YamlMapping(entries=entries):
            return {key: _plain(value) for key, value in entries.items()}
        case YamlSequence(items=items):
            return [_plain(item) for item in items]
        case Scalar():
            return "" if node.empty else node.value
    return None


def _said(error: Exception) -> str:
    return str(error.args[0]) if isinstance(error, (ValueError, KeyError)) and error.args else "noget i den"
