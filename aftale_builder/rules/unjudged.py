"""The råd that evaluations give and no rule judges, with the reason: `rad/ikke_bedoemt.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from aftale_builder.record import record
from aftale_builder.regulation.loading import checked, read

_FILE = Path(__file__).parent / "rad" / "ikke_bedoemt.yaml"


@record
class Unjudged:
    """A råd that no rule judges: its code and name, what it asks, the source's id and lines, and why nothing judges it."""

    code: str
    name: str
    advice: str
    source: str
    lines: str
    reason: str


@cache
def unjudged() -> tuple[Unjudged, ...]:
    """Return the råd that are not judged, by code; RegulationDataError where the file does not hold what it must."""
    return checked(_FILE, lambda: tuple(_entry(raw) for raw in read(_FILE)))


def _entry(raw: dict[str, str]) -> Unjudged:
    return Unjudged(raw["kode"], raw["navn"], raw["råd"], raw["kilde"], str(raw["linjer"]), raw["grund"])
