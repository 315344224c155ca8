"""The råd that evaluations give and no rule judges, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class Unjudged:
    """A råd that no rule judges: its code and name, what it asks, where it stands, why nothing judges it."""

    kode: str
    navn: str
    raad: str
    kilde: str
    linjer: str
    grund: str


def unjudged() -> tuple[Unjudged, ...]:
    """Return the råd that are not judged, by code."""
    text = files("aftale_builder.rules.rad").joinpath("ikke_bedoemt.yaml").read_text("utf-8")
    return tuple(
        Unjudged(item["kode"], item["navn"], item["råd"], item["kilde"], str(item["linjer"]), item["grund"])
        for item in yaml.safe_load(text)
    )
