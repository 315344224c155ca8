"""What the figures of an area say of § 61 a: criterion by criterion, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from aftale_builder.boligdata.labels import RESIDENTS, is_of
from aftale_builder.boligdata.placing import Figures
from aftale_builder.documents import danish
from aftale_builder.model.kinds import Enhed, OmraadeStatus
from aftale_builder.model.parter import Boligomraade
from aftale_builder.regulation import Kriterium, UdsatteOmraader

_SAYS = {True: "opfyldt", False: "ikke opfyldt", None: "ukendt"}


def told(area: Boligomraade, figures: Figures, lists: UdsatteOmraader) -> list[str]:
    """Return lines that say how the status of an area follows from its figures: those of a table before those written."""
    residents = _residents(area, figures)
    enough = residents >= lists.mindst_beboere if residents is not None else None
    shares = [(criterion, _share(area, figures, criterion)) for criterion in lists.kriterier]
    parallel = _share(area, figures, lists.parallelsamfund)
    met = [criterion.met(share) if share is not None else None for criterion, share in shares]
    listed = _is_listed(met, lists.mindst_opfyldte, enough=enough)
    kind = lists.parallelsamfund.met(parallel) if parallel is not None else None
    return [
        f"{area.navn or area.id}: {_verdict(listed=listed, parallel=kind)}",
        f"  mindst {danish.number(lists.mindst_beboere)} beboere: {_SAYS[enough]}"
        + (f" ({danish.number(residents)})" if residents is not None else ""),
        *(_line(criterion, share) for criterion, share in (*shares, (lists.parallelsamfund, parallel))),
        *_written(area, listed=listed),
    ]


def _line(criterion: Kriterium, share: Decimal | None) -> str:
    limit = f"{criterion.navn} {criterion.opfyldt} {danish.number(criterion.graense)} pct."
    averaged = f", snit over {criterion.snit_aar} år" if criterion.snit_aar > 1 else ""
    found = f"{_SAYS[criterion.met(share)]} ({danish.number(share)} pct.)" if share is not None else _SAYS[None]
    return f"  {limit}{averaged}: {found}"


def _is_listed(met: list[bool | None], asked: int, *, enough: bool | None) -> bool | None:
    """Return whether an area is on the lists; None where what is not known could turn it."""
    if enough is False or len(met) - met.count(False) < asked:
        return False
    return True if enough and met.count(True) >= asked else None


def _verdict(*, listed: bool | None, parallel: bool | None) -> str:
    if listed is None:
        return "tallene rækker ikke til at afgøre det"
    if not listed:
        return "tallene er ikke et udsat boligområdes"
    if parallel is None:
        return "tallene er et udsat boligområdes; om det er et parallelsamfund, kan ikke ses"
    if not parallel:
        return "tallene er et udsat boligområdes"
    return (
        "tallene er et parallelsamfunds; omdannelsesområde er det, når det har stået på listen i fem år, og det kan ikke ses her"
    )


def _written(area: Boligomraade, *, listed: bool | None) -> Iterator[str]:
    """Yield what the agreement says, where the figures say otherwise. The ministry's list decides, not a program."""
    ours = {OmraadeStatus.UDSAT, OmraadeStatus.PARALLELSAMFUND, OmraadeStatus.OMDANNELSESOMRAADE}.intersection(area.status)
    if listed is not None and bool(ours) != listed:
        said = ", ".join(status.value for status in area.status) or "ingenting"
        yield f"  Under status: står {said}. Det er ministeriets liste pr. 1. december, der gælder: se efter dér."


def _residents(area: Boligomraade, figures: Figures) -> int | None:
    found = figures.get((RESIDENTS, str(area.id)))
    return int(found.value) if found is not None and found.value is not None else area.beboere


def _share(area: Boligomraade, figures: Figures, criterion: Kriterium) -> Decimal | None:
    found = figures.get((criterion.id, str(area.id)))
    if found is not None and found.value is not None:
        return found.value
    written = [figure for figure in area.noegletal if is_of(figure.tekst, criterion) and figure.enhed is Enhed.PCT]
    newest = max(written, key=lambda figure: figure.aar or 0, default=None)
    return newest.vaerdi if newest is not None else None
