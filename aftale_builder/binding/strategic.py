"""The strategiske samarbejdsaftale's form: where its fields are, by the regulation's own wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from aftale_builder.binding.gaps import Gaps, short
from aftale_builder.binding.heads import Heads
from aftale_builder.binding.indicators import indicator_places
from aftale_builder.binding.places import Binding, Block, Certainty, Found, How, Place, Seen
from aftale_builder.binding.signatures import signature_places
from aftale_builder.binding.telling import Sort, Teller, is_filler, is_text
from aftale_builder.importing.form import PROBLEM, Section, candidates, is_problem_heading, sections
from aftale_builder.importing.wording import key
from aftale_builder.regulation import Art, Indsatsomraade, Regulativ
from aftale_builder.word.formfile import FormFile
from aftale_builder.word.reading import Unit

DOCUMENT = "strategisk-samarbejdsaftale"
_LABELS = {"navn": "områdets-navn", "parter": "aftalens-parter", "periode": "periode", "underskrifter": "underskrifter"}
_SYNONYMS = {
    "navn": ("Navn på området", "Boligområdets navn", "Indsatsens navn", "Navn på den boligsociale indsats"),
    "parter": ("Parter", "Parterne", "Parter i aftalen", "Aftaleparter"),
    "periode": ("Aftaleperiode", "Aftalens periode", "Samarbejdsaftalen gælder i perioden", "Samarbejdsaftalens periode"),
    "underskrifter": ("Underskrift", "Parternes underskrifter", "Underskrives af"),
}
_SECTIONS = {"1": "beskrivelse", "2": "vision", "3": "organisation", "4": "samspil", "7": "lokal_evaluering"}
_EFFORTS = "6"
_INDICATORS = "5"


def see(form: FormFile, regulativ: Regulativ) -> Seen:
    """Return where the fields of the form are; those that nothing tells surely are left open, with what was seen."""
    return _Seer(form, regulativ).seen()


class _Seer:
    def __init__(self, form: FormFile, regulativ: Regulativ) -> None:
        self.units: Sequence[Unit] = form.units
        self.form = form
        self.regulativ = regulativ
        self.teller = Teller(regulativ)
        self.wording = self.teller.wording
        self.sections = sections(self.units, self.wording, regulativ)
        self.likely = candidates(self.units, self.wording)
        self.labels = dict(self._labels())
        heads = {section.heading: section for section in self.sections if section.heading is not None}
        labels = {at for at, _ in self.labels.values() if at >= 0}
        self.heads = Heads(self.units, self.teller, frozenset({*heads, *labels, *self._possible()}), frozenset(labels))
        self.marks = sorted({*heads, *labels, *self.heads.marks()})
        self.gaps = Gaps(self.units, self.teller, self.marks)
        self._order = [section.id for section in regulativ.afsnit if section.id.isdecimal()]
        self.found: list[Found] = []
        self.blocks: dict[str, Block] = {}
        self.removed: set[int] = set()

    def seen(self) -> Seen:
        """Look for every field."""
        self._front()
        for ref, name in _SECTIONS.items():
            self._prose(ref, name)
        self._baseline()
        self._efforts()
        self.removed.update(unit.number for unit in self.units if is_text(unit) and self.teller.is_guidance(unit))
        places = {found.name: found.place for found in self.found if found.place is not None}
        own = {place.paragraph for place in places.values()}
        binding = Binding(
            DOCUMENT, self.regulativ.id, places, self.blocks, tuple(sorted(self.removed - own)), self._running()
        )  # fmt: skip
        return Seen(tuple(self.found), binding, tuple(self._remarks()))

    # --- the front page ---------------------------------------------------------------------------------------------------

    def _labels(self) -> Iterator[tuple[str, tuple[int, Certainty]]]:
        """Yield each label's unit, -1 where two are as likely, and how surely it is the label."""
        for name, ref in _LABELS.items():
            known = {key(form) for form in self.regulativ.fast(ref).former}
            other = {key(words) for words in _SYNONYMS[name]}
            hits = [at for at, unit in enumerate(self.units) if is_text(unit) and self._label(unit) in known]
            certainty = Certainty.SURE
            if not hits:
                hits = [at for at, unit in enumerate(self.units) if is_text(unit) and self._label(unit) in other]
                certainty = Certainty.LIKELY
            best = _best(hits, lambda at: _looks_like_label(self.units[at]))
            if len(best) == 1:
                yield name, (best[0], certainty)
            elif best:
                yield name, (-1, Certainty.UNSURE)

    def _possible(self) -> Iterator[int]:
        """Yield the units that may be the heading of a section: they are told of as such."""
        return (at for those in self.likely.values() for _, at in those)

    def _label(self, unit: Unit) -> str:
        """Return the words that a paragraph has in front of its first colon, or all of them."""
        head, colon, rest = unit.plain.partition(":")
        if colon and (not rest.strip() or all(run.placeholder for run in unit.runs[1:]) or _is_place(rest)):
            return key(head)
        return key(unit.plain)

    def _front(self) -> None:
        for name in ("navn", "parter", "periode"):
            at, certainty = self.labels.get(name, (None, Certainty.UNSURE))
            words = self.regulativ.fast(_LABELS[name]).ren
            if at is None or at < 0:
                self.found.append(self._unsure(name, f"ledeteksten «{words}»", twice=at is not None))
            else:
                self._gap(name, at, certainty, f"ledeteksten «{self.units[at].plain.strip()}»", labelled=True)
        at, certainty = self.labels.get("underskrifter", (None, Certainty.UNSURE))
        if at is None or at < 0:
            self.found.append(self._unsure("underskrifter", "ledeteksten «Underskrifter:»", twice=at is not None))
            return
        signed = signature_places(self.units, at + 1, self.gaps.end(at), self.wording, certainty)
        self.found.extend(signed.found)
        self.blocks.update(signed.blocks)
        self.removed.update(signed.removed)

    def _gap(self, name: str, at: int, certainty: Certainty, why: str, *, labelled: bool = False, end: int | None = None) -> None:
        """Find the place after a heading or a label."""
        gap = self.gaps.after(at, labelled=labelled, prose=name in _SECTIONS.values() or "problemkompleks" in name, end=end)
        if gap.words:
            seen = f"efter {why} står der allerede «{short(gap.words)}»"
            self.found.append(Found(name, None, Certainty.UNSURE, seen))
            return
        self.found.append(Found(name, gap.place, certainty, f"{why}{gap.why}"))
        self.removed.update(gap.removed)

    # --- the sections -----------------------------------------------------------------------------------------------------

    def _prose(self, ref: str, name: str) -> None:
        heading = self._heading(ref)
        if heading is None:
            title = self.regulativ.et_afsnit(ref)
            self.found.append(
                self._unsure(name, f"overskriften «{ref}. {title.titel if title else ''}»", twice=ref in self.likely)
            )
        else:
            self._gap(name, heading, self._certainty(ref), f"overskriften «{self.units[heading].plain.strip()}»")

    def _heading(self, ref: str) -> int | None:
        """Return the unit of a section's heading, None where there is none, or where two are as likely."""
        those = self.likely.get(ref, [])
        tied = len(those) > 1 and those[0][0] == those[1][0]
        return None if tied else next((at for _, at in those), None)

    def _certainty(self, ref: str) -> Certainty:
        return Certainty.SURE if self.likely[ref][0][0] else Certainty.LIKELY

    def _baseline(self) -> None:
        heading = self._heading(_INDICATORS)
        whole = next((one for one in self.sections if one.id == _INDICATORS), None)
        if heading is None or whole is None:
            self.found.append(self._unsure("baseline", "afsnit 5 med tabellen", twice=False))
            return
        self.found.extend(indicator_places(self.units, whole.start, whole.end, self.wording, self.regulativ))

    def _efforts(self) -> None:
        areas = [section for section in self.sections if section.area]
        if self._heading(_EFFORTS) is None or not areas:
            what = "en overskrift for hvert indsatsområde under «6. Indsatsområder»"
            self.found.append(self._unsure("indsatsområder", what, twice=False))
            return
        self.found.extend(Found("indsatsområder", None, Certainty.UNSURE, why) for why in self._odd_areas(areas))
        model, *others = areas
        assert model.heading is not None  # noqa: S101 (an area's section begins at its heading)
        inside = range(model.heading, self._end(model))
        if not self.gaps.together(model.heading, max(at for at in inside if is_text(self.units[at]))):
            why = "indsatsområderne står i hver sine celler i en tabel, og de kan ikke gøres flere eller færre"
            self.found.append(Found("indsatsområder", None, Certainty.UNSURE, why))
            return
        head = self.units[model.heading]
        why = f"overskriften «{head.plain.strip()}» med {len(areas)} områder i alt"
        place = Place(How.IN, head.number, head.plain.strip(), self._number(head.plain))
        self.found.append(Found("indsatsområder.navn", place, Certainty.SURE, why))
        self._problem(model)
        self.blocks["indsatsområder"] = Block(head.number, self._last(model))
        for other in others:
            assert other.heading is not None  # noqa: S101 (the same)
            self.removed.update(self.units[at].number for at in range(other.heading, self._end(other)) if is_text(self.units[at]))

    def _odd_areas(self, areas: Sequence[Section]) -> Iterator[str]:
        """Yield what the form's indsatsområder lack, or have too much of: one is repeated for all, and the others give way."""
        perhaps = self._perhaps_area()
        for area in self._missing_areas() if perhaps else ():
            yield (
                f"overskriften «{area.navn}» er ikke fundet under «6. Indsatsområder», og det er ikke til at vide, om "
                f"«{perhaps}» står i stedet; skriv overskriften, som den skal lyde, eller slet hele blokken, så kopieres en anden"
            )
        title = self.regulativ.fast(PROBLEM).ren
        for section in areas:
            assert section.heading is not None  # noqa: S101 (an area's section begins at its heading)
            name = short(self.units[section.heading].plain)
            inside = range(section.start, self._end(section))
            count = sum(is_problem_heading(self.units[at], self.regulativ) for at in inside)
            if count != 1:
                how = "ikke fundet" if not count else f"fundet {count} gange"
                yield f"overskriften «{title}» er {how} under «{name}»"
            own = next((at for at in inside if is_text(self.units[at]) and self.teller.sort(self.units[at]) is Sort.OWN), None)
            if own is not None and section is not areas[0]:
                yield f"under «{name}» står der allerede «{short(self.units[own].plain)}»"

    def _missing_areas(self) -> list[Indsatsomraade]:
        """Return the indsatsområder that have no heading in the form; their blocks are copies of another's."""
        there = {section.area for section in self.sections}
        return [area for area in self.regulativ.indsatsomraader if area.id not in there] if there != {""} else []

    def _perhaps_area(self) -> str:
        """Return what in section 6 may be left of the block of an indsatsområde without its heading, «» for nothing."""
        for section in self.sections if self._missing_areas() else ():
            expected = bool(section.area)
            for unit in self.units[section.start : section.end] if section.id == _EFFORTS else ():
                problem = is_problem_heading(unit, self.regulativ)
                if (problem and not expected) or (is_text(unit) and self.teller.sort(unit) is Sort.OWN):
                    return short(unit.plain)
                expected = expected and not problem
        return ""

    def _end(self, area: Section) -> int:
        """Return where an indsatsområde ends: at a heading of the form's own that stands as high as the area's, at the latest."""
        assert area.heading is not None  # noqa: S101 (an area's section begins at its heading)
        return self.heads.own_section(area.heading, area.end)

    def _problem(self, model: Section) -> None:
        end = self._end(model)
        heading = next((at for at in range(model.start, end) if is_problem_heading(self.units[at], self.regulativ)), None)
        at = heading if heading is not None else model.heading
        assert at is not None  # noqa: S101 (an area's section begins at its heading)
        sure = Certainty.SURE if heading is not None else Certainty.LIKELY
        self._gap("indsatsområder.problemkompleks", at, sure, f"overskriften «{self.units[at].plain.strip()}»", end=end)

    def _last(self, section: Section) -> int:
        return max(
            self.units[at].number for at in range(section.heading or section.start, self._end(section)) if is_text(self.units[at])
        )

    def _number(self, words: str) -> str:
        """Return the number that is typed before an indsatsområde («6.1 »), «» where none is."""
        head, _, rest = words.strip().partition(" ")
        return head if rest and head.rstrip(".)").replace(".", "").isdecimal() else ""

    # --- what else the binding tells --------------------------------------------------------------------------------------

    def _running(self) -> int:
        """Return the paragraph whose look new text gets: the first of the form's own paragraphs."""
        for unit in self.units:
            if is_text(unit) and unit.item is None and unit.level is None:
                match = next((found for ref in self.likely if (found := self.wording.match(unit.plain, ref, {Art.AFSNIT}))), None)
                if match is not None:
                    return unit.number
        return 0

    def _remarks(self) -> Iterator[str]:
        for at in self.heads.unknown():
            words = short(self.units[at].plain)
            yield f"Overskriften «{words}» kendes ikke. Den og teksten under den bliver stående, men vejledning slettes."
        order = [section.id for section in self.sections if section.id in self._order and not section.area]
        if order != sorted(order, key=self._order.index):
            yield f"Afsnittene står i en anden orden ({', '.join(order)}). Den beholder de, og aftale check siger det (DOK403)."
        for area in self._missing_areas() if not self._perhaps_area() else ():
            yield (
                f"Under «6. Indsatsområder» er der ingen blok med overskriften «{area.navn}». Har aftalen det indsatsområde, "
                "kopieres skabelonens egen blok for et andet."
            )
        there = {key(unit.plain) for unit in self.units if is_text(unit)}
        for fixed in self.regulativ.skal_staa(()):
            if fixed.art is Art.AFSNIT and there.isdisjoint(map(key, fixed.former)):
                yield f"Fast tekst mangler, eller er ikke, som vi kender den: «{short(fixed.ren)}»."

    def _unsure(self, name: str, what: str, *, twice: bool) -> Found:
        if twice:
            return Found(name, None, Certainty.UNSURE, f"{what} står der mere end én gang, og intet siger, hvilken der gælder")
        headings = [unit.plain.strip() for unit in self.units if is_text(unit) and (unit.level or _all_bold(unit))]
        seen = f"; set er {', '.join(f'«{short(words, 30)}»' for words in headings[:12])}" if headings else ""
        return Found(name, None, Certainty.UNSURE, f"{what} er ikke fundet{seen}")


def _best(hits: Sequence[int], score: Callable[[int], int]) -> list[int]:
    """Return the hits that score the most."""
    top = max(map(score, hits), default=0)
    return [at for at in hits if score(at) == top]


def _looks_like_label(unit: Unit) -> int:
    """Return how much a paragraph looks like the label of a field: a heading, bold, with a colon."""
    return 2 * (unit.level is not None) + _all_bold(unit) + (":" in unit.plain)


def _all_bold(unit: Unit) -> bool:
    runs = [run for run in unit.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _is_place(rest: str) -> bool:
    """Tell whether what follows a label on its line is there to be written over."""
    return is_filler(rest) or (rest.strip().startswith("(") and rest.strip().endswith(")"))
