"""Regulativ: one generation of the fund's rules, as data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from aftale_builder.record import record
from aftale_builder.regulation.fast_tekst import GIVES_WAY, FastTekst


@record
class Indsatsomraade:
    """An area of work that the generation allows. `maal` are the ids of the fixed goals it serves."""

    id: str
    navn: str
    maal: tuple[str, ...] = ()


@record
class Maal:
    """A fixed goal, in the form's words."""

    id: str
    tekst: str


@record
class Enhed:
    """A unit of the fixed indicators, with the least and the greatest value that can occur."""

    id: str
    navn: str
    mindst: Decimal
    hoejst: Decimal


@record
class Indikator:
    """A fixed indicator. `retning` is «op» or «ned»: which way is better. `kun_boligomraade`: the kommune has no figure.

    `kendes_paa` are sets of words; a label of a table that has all words of one set is of the indicator.
    """

    id: str
    navn: str
    maal: str
    datakilde: str
    enhed: str
    retning: str
    varianter: tuple[str, ...] = ()
    kun_boligomraade: bool = False
    kendes_paa: tuple[tuple[str, ...], ...] = ()


@record
class Kriterium:
    """A criterion of § 61 a, in per cent. A figure is of it when its text has all of `ord`; without them none can be read as it.

    `opfyldt` is «over», «under» or «mindst» the limit; `snit_aar` how many years the figure must be the average of.
    """

    id: str
    navn: str
    opfyldt: str
    graense: Decimal
    ord: tuple[str, ...] = ()
    snit_aar: int = 1

    def met(self, share: Decimal) -> bool:
        """Tell whether the share meets the criterion."""
        if self.opfyldt == "mindst":
            return share >= self.graense
        return share > self.graense if self.opfyldt == "over" else share < self.graense


@record
class UdsatteOmraader:
    """When an area is on the lists of § 61 a; `parallelsamfund` is what such one meets besides."""

    mindst_beboere: int
    mindst_opfyldte: int
    kriterier: tuple[Kriterium, ...]
    parallelsamfund: Kriterium


@record
class Bilag:
    """A document that must go with the agreement. `skabelon`: the fund has a form for it on the case."""

    id: str
    navn: str
    tekst: str = ""
    for_hver: str = ""
    skabelon: bool = False
    punkt: str = ""


@record
class Afsnit:
    """A section of the form. `noegle` is the key of the language that holds it; «» where nothing is to be written."""

    id: str
    titel: str
    noegle: str = ""


@record
class Skoen:
    """A demand that no program can judge. `kilde` is its id in the register of sources."""

    id: str
    krav: str
    kilde: str


@record
class Opgave:
    """A task that the bestyrelse must have. `ord` is a pattern of the words by which a text that gives it is known."""

    id: str
    ord: str


@record
class Krav:
    """What the generation is known to demand. False is «not demanded, or not known»: no rule judges by it."""

    problemkompleks_i: str = ""
    samarbejdsaftale: bool = False
    beskrivelse: bool = False
    vision: bool = False
    bestyrelse: bool = False
    kommissorium: bool = False
    sekretariatsbetjening: bool = False
    foelgegruppe: bool = False
    organisationsdiagram: bool = False
    samspil: bool = False
    periode_til: bool = False
    faste_indikatorer: bool = False
    opfoelgning: bool = False
    revisionsspor: bool = False
    indsatsomraader: bool = False
    problemkompleks: bool = False
    delaftaler: bool = False
    delmaal: bool = False
    aktiviteter: bool = False
    ansvarsfordeling: bool = False
    peger_paa_maal: bool = False
    ajourfoering: bool = False
    budget: bool = False
    beredskabsplan: bool = False
    milepaelsplan: bool = False
    indberetningsskema: bool = False
    lokal_evaluering: bool = False
    aendringer_godkendes: bool = False
    afdelinger_prioriteres: bool = False
    udviklingsplan_koordineres: bool = False
    prioriterer_61a: bool = False
    vidensgrundlag: bool = False
    kommunal_anbefaling: bool = False
    behandling: bool = False


@record
class Ordlyd:
    """The fixed wording of a generation's forms: the strategiske samarbejdsaftale's, and the delaftale's head."""

    fast: tuple[FastTekst, ...] = ()
    delaftale: tuple[FastTekst, ...] = ()


@record
class Regulativ:
    """A generation: its years, lists, limits, demands, and the fixed wording of its forms in the order of the form.

    `kilde` and `skabelon` are ids in the register of sources. `mindste_lokale_andel` is exact, of the total, over the
    whole period. `varighed_aar` is how long an effort lasts, `varighed_slip_dage` how far from it we let one be;
    `start_senest_aar` the last year in which one can begin. All three are None where nothing is known.
    """

    id: str
    navn: str
    fra_aar: int
    til_aar: int
    kilde: str
    mindste_lokale_andel: Fraction
    vedtaget: date | None = None
    godkendt: date | None = None
    i_kraft: date | None = None
    vejledning: date | None = None
    skabelon: str = ""
    varighed_aar: int | None = None
    varighed_slip_dage: int | None = None
    start_senest_aar: int | None = None
    enheder: tuple[Enhed, ...] = ()
    indsatsomraader: tuple[Indsatsomraade, ...] = ()
    maal: tuple[Maal, ...] = ()
    indikatorer: tuple[Indikator, ...] = ()
    udsatte_omraader: UdsatteOmraader | None = None
    bilag: tuple[Bilag, ...] = ()
    bestyrelsens_opgaver: tuple[Opgave, ...] = ()
    krav: Krav = Krav()
    skoen: tuple[Skoen, ...] = ()
    afsnit: tuple[Afsnit, ...] = ()
    ordlyd: Callable[[], Ordlyd] = Ordlyd

    @property
    def fast_tekst(self) -> tuple[FastTekst, ...]:
        """Return the fixed wording of the strategiske samarbejdsaftale, in the order of the form."""
        return self.ordlyd().fast

    @property
    def delaftale_tekst(self) -> tuple[FastTekst, ...]:
        """Return the fixed wording of the delaftale's head, in the order of the form."""
        return self.ordlyd().delaftale

    def indsatsomraade(self, ref: str | None) -> Indsatsomraade | None:
        """Return the indsatsområde with this id."""
        return next((item for item in self.indsatsomraader if item.id == ref), None)

    def indikator(self, ref: str | None) -> Indikator | None:
        """Return the fixed indicator with this id."""
        return next((item for item in self.indikatorer if item.id == ref), None)

    def et_maal(self, ref: str | None) -> Maal | None:
        """Return the fixed goal with this id."""
        return next((item for item in self.maal if item.id == ref), None)

    def enhed(self, ref: str | None) -> Enhed | None:
        """Return the unit with this id."""
        return next((item for item in self.enheder if item.id == ref), None)

    def et_bilag(self, ref: str) -> Bilag | None:
        """Return the demanded document with this id."""
        return next((item for item in self.bilag if item.id == ref), None)

    def et_afsnit(self, ref: str) -> Afsnit | None:
        """Return the form's section with this id: «forside», «aftaledokumenter», «1» to «8»."""
        return next((item for item in self.afsnit if item.id == ref), None)

    def fast(self, ref: str) -> FastTekst:
        """Return the piece of the form's fixed wording with this id; KeyError when the form has none."""
        for tekst in self.fast_tekst:
            if tekst.id == ref:
                return tekst
        raise KeyError(ref)

    def kendt_tekst(self, words: str) -> FastTekst | None:
        """Return the first piece of the form's fixed wording that a paragraph's words are, in any accepted wording."""
        return next((tekst for tekst in self.fast_tekst if tekst.matches(words)), None)

    def skal_staa(self, valgte: Collection[str], parter: int = 0) -> Iterator[FastTekst]:
        """Yield what a filled-in form must have of fixed wording, in order.

        `valgte` are the ids of the chosen indsatsområder, in the order in which they stand; what is repeated for each of them
        comes once for each, after its heading. What is repeated for each part comes `parter` times.
        """
        pending = [tekst for tekst in self.fast_tekst if tekst.art not in GIVES_WAY]
        while pending:
            first = pending[0]
            if group := _group(pending, first):
                for chosen in valgte if first.for_hver != "part" else range(parter):
                    yield from (tekst for tekst in group if not tekst.indsatsomraade or tekst.indsatsomraade == chosen)
                pending = pending[len(group) :]
            else:
                yield pending.pop(0)


def _group(texts: list[FastTekst], first: FastTekst) -> list[FastTekst]:
    """Return the run of texts that are repeated together with the first one; empty where it stands once."""
    if not first.for_hver:
        return []
    group = []
    for tekst in texts:
        if tekst.for_hver != first.for_hver:
            break
        group.append(tekst)
    return group
