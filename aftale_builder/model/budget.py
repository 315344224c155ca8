"""The budget: years, sources, posts, financing. Sums are exact."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from aftale_builder.model.element import Element, required, required_amounts
from aftale_builder.model.kinds import (
    AktivitetRef,
    Antal,
    Id,
    IndsatsRef,
    KildeForm,
    KildeRef,
    KildeType,
    Kroner,
    PartRef,
    PostArt,
)
from aftale_builder.record import thing


@thing
class Budgetaar(Element):
    """A budget year, both days included."""

    id: Id = required(Id(""))
    fra: date | None = required(None)
    til: date | None = required(None)


@thing
class Kilde(Element):
    """Who pays. `lokal` says that a source other than kommune or boligorganisation counts as local, `begrundelse` why."""

    id: Id = required(Id(""))
    navn: str = ""
    type: KildeType | None = None
    part: PartRef | None = None
    form: KildeForm | None = None
    lokal: bool = False
    begrundelse: str = ""


@thing
class Post(Element):
    """A line of costs: kroner per budget year."""

    id: Id = required(Id(""))
    art: PostArt | None = required(None)
    tekst: str = required()
    indsatsomraade: IndsatsRef | None = None
    aktiviteter: tuple[AktivitetRef, ...] = ()
    beloeb: Mapping[str, Kroner] = required_amounts()
    note: str = ""


@thing
class Finansiering(Element):
    """What one source pays: kroner per budget year."""

    kilde: KildeRef | None = required(None, code="LBF063")
    beloeb: Mapping[str, Kroner] = required_amounts()
    note: str = ""


@thing
class Budget(Element):
    """The budget. `prisniveau` is the year whose prices it is in."""

    prisniveau: Antal | None = None
    aar: tuple[Budgetaar, ...] = ()
    kilder: tuple[Kilde, ...] = ()
    poster: tuple[Post, ...] = ()
    finansiering: tuple[Finansiering, ...] = ()
    bemaerkninger: str = ""

    def kilde(self, ref: str | None) -> Kilde | None:
        """Return the source with this id."""
        return next((kilde for kilde in self.kilder if kilde.id == ref), None)

    def udgifter(self, aar: str | None = None) -> Decimal:
        """Return the costs in kroner, of one year or of the whole period."""
        return _sum(self.poster, aar)

    def indtaegter(self, aar: str | None = None) -> Decimal:
        """Return the financing in kroner, of one year or of the whole period."""
        return _sum(self.finansiering, aar)


def _sum(lines: tuple[Post, ...] | tuple[Finansiering, ...], aar: str | None) -> Decimal:
    return sum(_amounts(lines, aar), Decimal(0))


def _amounts(lines: tuple[Post, ...] | tuple[Finansiering, ...], aar: str | None) -> Iterator[Decimal]:
    for line in lines:
        for year, amount in line.beloeb.items():
            if aar is None or year == aar:
                yield amount
