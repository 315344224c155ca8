"""New posts, sources and lines of financing, as blocks of YAML: for lines of a table that the budget does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from aftale_builder.documents import danish
from aftale_builder.documents.budget_layout import COMMON
from aftale_builder.importing.budget_labels import Column, plain
from aftale_builder.importing.budget_lines import Line
from aftale_builder.importing.front import free, slug
from aftale_builder.importing.names import Names
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import KildeForm, PostArt
from aftale_builder.regulation import Regulativ
from aftale_builder.source.emit import Block, Items, Raw, Remark, scalar

_ART_WORDS = {
    PostArt.LOEN: r"løn(?:ninger|udgift(?:er)?|midler)?|ansættelser?|medarbejdere?|personale",
    PostArt.AKTIVITET: r"aktivitet(?:er|smidler)?|arrangementer",
    PostArt.ADMINISTRATION: r"administration(?:sbidrag)?|kontorhold|it|telefoni",
    PostArt.KOMPETENCE: r"kompetence(?:udvikling)?|kurser|uddannelse af medarbejdere",
    PostArt.EVALUERING: r"(?:midtvejs)?evaluering(?:er)?",
    PostArt.KOMMUNIKATION: r"kommunikation|beboeravis|hjemmeside|information",
    PostArt.LOKALER: r"lokaler?|husleje",
    PostArt.REVISION: r"revision|revisor",
    PostArt.ANDET: r"andet|andre udgifter|øvrige?|diverse",
}
_SHOWN = 12
_NO_PART = frozenset({"landsbyggefonden", "lbf", "anden", "anden kilde"})
_LBF = re.compile(r"(?:lbf|landsbyggefonden)(?:s .*| .*)?")


@dataclass(slots=True)
class Making:
    """Makes what is new, each with an id that nothing has; tells of what was understood from little."""

    aftale: Aftale
    regulativ: Regulativ
    taken: set[str]
    """The ids of posts and sources that are in use."""
    told: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    """Posts whose art nothing says."""

    def post(self, line: Line, amounts: Mapping[str, Decimal]) -> Block:
        """Return a new post."""
        number = slug(line.words.get(Column.NUMBER, ""))
        ref = free(number, self.taken) if number else self._next_post()
        self.taken.add(ref)
        entries: list[tuple[str, str | Raw | Block | Items]] = [
            ("id", Raw(ref)),
            ("art", Raw(self._art(line))),
            ("tekst", line.name),
            *self._area(line),
            *self._activities(line),
            ("beløb", _amounts(amounts)),
        ]
        if note := line.words.get(Column.NOTE):
            entries.append(("note", note))
        return Block(tuple(entries))

    def source(self, line: Line) -> tuple[str, Block]:
        """Return the id and the block of a new source: the fund, a part, or another."""
        part = self._part(line)
        form = self._form(line)
        if _LBF.fullmatch(plain(line.name)):
            ref = free("lbf", self.taken)
            entries: tuple[tuple[str, str | Raw | Block | Items], ...] = (("type", Raw("lbf")),)
        elif part is not None:
            ref = free(part, self.taken)
            own = next(plain(one.navn) for one in self.aftale.parter if str(one.id) == part)
            named = (("navn", line.name),) if plain(line.name) != own or ref != part else ()
            entries = (*named, ("type", Raw("part")), ("part", Raw(part)))
        else:
            ref = free(slug(line.name) or "kilde", self.taken)
            local = plain(line.words.get(Column.LOCAL, "")) == "ja"
            entries = (("navn", line.name), ("type", Raw("anden")), *((("lokal", Raw("ja")),) if local else ()))
            counts = "arket siger, at den er lokal medfinansiering" if local else "den tæller ikke som lokal medfinansiering"
            self.told.append(f"Kilden «{line.name}» er ikke en af parterne og er sat til type anden: {counts}.")
        self.taken.add(ref)
        return ref, Block((("id", Raw(ref)), *entries, *((("form", Raw(form)),) if form else ())))

    def funding(self, ref: str, line: Line, amounts: Mapping[str, Decimal]) -> Block:
        """Return a new line of financing."""
        note = line.words.get(Column.NOTE)
        return Block((("kilde", Raw(ref)), ("beløb", _amounts(amounts)), *((("note", note),) if note else ())))

    def remarks(self) -> Iterator[str]:
        """Yield what there is to look after."""
        yield from self.told
        if self.other:
            yield f"Arten er sat til «andet» ved {quoted(self.other)}: det står ikke i arket."

    def _part(self, line: Line) -> str | None:
        """Return the id of the part that a source is named as: by its name, or by it and what it pays with after a sign."""
        parts = Names({str(part.id): part.navn for part in self.aftale.parter})
        names = [(plain(name), str(part.id)) for part in self.aftale.parter for name in (part.navn, *part.kaldes) if name]
        exact = parts.one(line.name) or dict(reversed(names)).get(plain(line.name))
        if exact is not None or plain(line.words.get(Column.KIND, "")) in _NO_PART:
            return exact
        begun = {ref for name, ref in names if re.match(rf"{re.escape(name)} ?[,;:(/–-]", plain(line.name))}
        return begun.pop() if len(begun) == 1 else None

    def _next_post(self) -> str:
        """Return the id after the last of the posts that are numbered: «p49» after «p48»."""
        numbered = [found for ref in self.taken if (found := re.fullmatch(r"p(\d{1,6})", ref))]
        last = max((int(found[1]) for found in numbered), default=0)
        return f"p{last + 1:0{min((len(found[1]) for found in numbered), default=1)}}"

    def _art(self, line: Line) -> str:
        """Return the art: as its column says, else as the name or the heading above begins."""
        for text in (line.words.get(Column.ART, ""), line.name, line.heading):
            told = plain(text)
            for art, words in _ART_WORDS.items():
                if told == art.value or re.match(rf"(?:{words})(?!\w)", told):
                    return art.value
        self.other.append(line.name)
        return PostArt.ANDET.value

    def _area(self, line: Line) -> Iterator[tuple[str, Raw]]:
        text = line.words.get(Column.AREA, "")
        if not text or plain(text) == plain(COMMON):
            return
        names = Names({area.id: area.navn for area in self.regulativ.indsatsomraader})
        ref = names.one(text) or (text if text in names.by_id else None)
        if ref is None:
            self.told.append(f"«{text}» ved «{line.name}» er ikke et af rammens indsatsområder og er ikke taget med.")
        else:
            yield "indsatsområde", Raw(ref)

    def _activities(self, line: Line) -> Iterator[tuple[str, Items]]:
        text = line.words.get(Column.ACTIVITIES, "")
        if not text or plain(text) == plain(COMMON) or text == line.name:
            return
        refs = Names({str(one.id): one.navn for one in self.aftale.aktiviteter}).listed(text)
        if refs is None:
            self.told.append(f"«{text}» ved «{line.name}» er ikke aktiviteter i aftalen og er ikke taget med.")
        else:
            yield "aktiviteter", Items(tuple(map(Raw, refs)))

    def _form(self, line: Line) -> str:
        told = plain(line.words.get(Column.FORM, ""))
        return told if told in {form.value for form in KildeForm} else ""


def ids(aftale: Aftale) -> set[str]:
    """Return the ids of the budget's posts and sources."""
    budget = aftale.budget
    return {*(str(post.id) for post in budget.poster), *(str(kilde.id) for kilde in budget.kilder)} if budget else set()


def year_items(years: Sequence[tuple[str, str, str]]) -> list[Raw]:
    """Return the budget years as items of a list, each by id, first and last day."""
    return [Raw(f"{{id: {ref}, fra: {first}, til: {last}}}") for ref, first, last in years]


def whole_file(name: str, lists: Sequence[tuple[str, Sequence[Raw | Block]]]) -> Block:
    """Return a new budget file's content, told to be from this file."""
    entries: list[Remark | tuple[str, Items]] = [Remark(f"Hentet fra «{name}» med aftale import.")]
    for key, items in lists:
        if items:
            entries += [Remark(""), (key, Items(tuple(items)))]
    return Block(tuple(entries))


def written(amount: Decimal) -> str:
    """Return an amount as a new one is written: «450.000»."""
    return danish.kroner(amount).removesuffix(" kr.")


def quoted(names: Sequence[str]) -> str:
    """Return an enumeration of names, the first of them where there are many."""
    more = [f"{len(names) - _SHOWN} til"] if len(names) > _SHOWN else []
    return danish.listed([*(f"«{name}»" for name in names[:_SHOWN]), *more])


def in_flow(amount: str) -> str:
    """Return an amount as it may stand within `{…}`, where other programs take a comma for the next amount."""
    return f'"{amount}"' if "," in amount else amount


def _amounts(amounts: Mapping[str, Decimal]) -> Raw:
    told = ", ".join(f"{scalar(year, flow=True)}: {in_flow(written(amount))}" for year, amount in amounts.items())
    return Raw(f"{{{told}}}")
