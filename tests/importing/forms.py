"""Filled-in forms for tests, made of the regulation's own wording, in the shapes that people's copies take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aftale_builder.regulation import Art, FastTekst, Regulativ, regulativ
from tests.word.wordfile import cell, docx, item, p, r, table

_found = regulativ("lbf-2019-26")
assert _found is not None
RULES: Regulativ = _found

Heading = Callable[[FastTekst], str]


def styled(fixed: FastTekst) -> str:
    """Return a heading in Word's own style, its number typed."""
    return p(fixed.ren, style=f"Overskrift{fixed.niveau}")


def typed_in_bold(fixed: FastTekst) -> str:
    """Return a heading that is a bold paragraph."""
    return p(r(fixed.ren, "<w:b/>"))


def plain(fixed: FastTekst) -> str:
    """Return a heading that nothing but its words tells."""
    return p(fixed.ren)


def numbered_by_word(fixed: FastTekst) -> str:
    """Return a heading whose number Word gives, in other letters and with odd white space."""
    words = fixed.ren.split(". ", 1)[-1] if fixed.niveau == 1 else fixed.ren
    if fixed.niveau != 1:
        return p(words.upper(), style=f"Overskrift{fixed.niveau}")
    return p(f" {words.upper().replace(' ', '  ')} ", style="Overskrift1", properties='<w:numPr><w:numId w:val="2"/></w:numPr>')


@dataclass
class Form:
    """A form in the making: what its owners wrote under each section, as XML."""

    heading: Heading = styled
    name: str = field(default_factory=lambda: p("Sammen om Bakken"))
    parties: str = field(default_factory=lambda: item("Bakkens Boligforening") + item("Bakke Kommune"))
    period: str = field(default_factory=lambda: p("1. oktober 2021 - 30.09.2025"))
    signatures: str = ""
    own: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=lambda: {"beskæftigelse": p("Mange er uden arbejde.")})
    figures: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    order: tuple[str, ...] = ("aftaledokumenter", "1", "2", "3", "4", "5", "6", "7", "8")
    before_table: str = ""

    def body(self) -> str:
        """Return the body of the file."""
        return self.front() + "".join(self.section(ref) for ref in self.order)

    def file(self, **parts: str) -> bytes:
        """Return the whole file."""
        return docx(self.body(), **parts)  # type: ignore[arg-type]

    def front(self) -> str:
        """Return the front page."""
        fixed = RULES.fast
        return (
            p(fixed("titel").ren) + self.heading(fixed("områdets-navn")) + self.name + self.heading(fixed("aftalens-parter"))
            + self.parties + self.heading(fixed("periode")) + self.period + self.heading(fixed("underskrifter")) + self.signatures
        )  # fmt: skip

    def section(self, ref: str) -> str:
        """Return a section: its heading and fixed wording, and what its owners wrote."""
        texts = [fixed for fixed in RULES.fast_tekst if fixed.afsnit == ref]
        head = next(fixed for fixed in texts if fixed.art is Art.OVERSKRIFT)
        fixed = "".join(p(text.ren) for text in texts if text.art in {Art.AFSNIT, Art.PUNKT})
        special = {"5": self.before_table + self.indicators(), "6": self.efforts()}
        return self.heading(head) + fixed + special.get(ref, "") + self.own.get(ref, "")

    def indicators(self) -> str:
        """Return section 5's table."""
        heads = [RULES.fast(f"tabel-{name}").ren for name in ("mål", "indikator", "boligområde", "kommune", "datakilde")]
        rows = [
            [cell("", properties="<w:vMerge/>"), indicator.navn, *self.figures.get(indicator.id, ("", "")), indicator.datakilde]
            for indicator in RULES.indikatorer
        ]
        return table(heads, *rows)

    def efforts(self) -> str:
        """Return the chosen indsatsområder."""
        problem = RULES.fast("problemkompleks")
        return "".join(
            self.heading(RULES.fast(f"indsatsområde-{area}")) + self.heading(problem) + text for area, text in self.areas.items()
        )
