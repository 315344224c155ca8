"""What was read, as YAML: keys in the order of the language, prose as blocks, lists of ids on one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aftale_builder.importing.paper import Tree
from aftale_builder.importing.prose import Prose
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element
from aftale_builder.model.indsats import Aktivitet, Delaftale, Delmaal, Indikator, Indsatsomraade, Milepael, Rolle
from aftale_builder.model.organisation import Bindeled, Kommissorium, Medlem, Organ, Organisation
from aftale_builder.model.parter import Noegletal, Periode
from aftale_builder.model.reading import keys_of
from aftale_builder.source.emit import Block, Items, Literal, Raw

Written = str | Raw | Literal | Block | Items
_KINDS: Mapping[str, type[Element]] = {
    "aftale": Aftale,
    "organisation": Organisation,
    "indsatsområder": Indsatsomraade,
    "delaftale": Delaftale,
    "delmål": Delmaal,
    "indikatorer": Indikator,
    "aktiviteter": Aktivitet,
    "roller": Rolle,
    "milepæle": Milepael,
    "data": Noegletal,
    "kommissorium": Kommissorium,
    "organer": Organ,
    "medlemmer": Medlem,
    "bindeled": Bindeled,
    "periode": Periode,
}
"""What the value of a key, or each item of it, is."""


def written(name: str, value: Any) -> Written:
    """Return the YAML of the value of a key."""
    if isinstance(value, dict):
        return block(name, value)
    if isinstance(value, list):
        if all(isinstance(one, Raw) for one in value):
            return Raw(f"[{', '.join(one.yaml for one in value)}]")
        return Items(tuple(block(name, one) if isinstance(one, dict) else one for one in value))
    if isinstance(value, Prose):
        return Literal(value.text)
    if isinstance(value, str) and "\n" in value:
        return Literal(value)
    told: Written = value
    return told


def block(name: str, tree: Tree) -> Block:
    """Return a mapping as YAML; keys with nothing in them are left out."""
    told = order(name, tree)
    keys = sorted((key for key in tree if tree[key] not in ([], {}, "")), key=told.index)
    return Block(tuple((key, written(key, tree[key])) for key in keys))


def order(name: str, tree: Tree) -> list[str]:
    """Return the keys of a mapping in the order of the language; where it is not known of, those of the tree in their own."""
    kind = _KINDS.get(name)
    return list(keys_of(kind)) if kind is not None else list(tree)
