"""Finished: a Word file as the rules see it, whoever made it.

Made by the room that reads Word files: the rules know places and words, and nothing of how a Word file is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from aftale_builder.findings import Place
from aftale_builder.record import record
from aftale_builder.rules.lines import Paper
from aftale_builder.rules.story import Name

if TYPE_CHECKING:
    from aftale_builder.regulation import Regulativ


@record
class Spot:
    """A place in a Word file: the heading it stands under, the paragraph counted from 1 (None for the file itself).

    `path` is the section of the form by its id («afsnit/6/beskæftigelse»), «» where there is none.
    """

    file: str
    section: str = ""
    paragraph: int | None = None
    path: str = ""

    def place(self) -> Place:
        """Return the place as findings have it."""
        return Place(self.file, self.path, section=self.section or None, paragraph=self.paragraph)

    def at(self, start: int, end: int) -> Spot:
        """Return where a part of the paragraph stands: the paragraph."""
        del start, end
        return self


class Part(StrEnum):
    """Where in the file a paragraph stands."""

    BODY = "brødtekst"
    NOTE = "note"
    EDGE = "sidehoved eller sidefod"
    COMMENT = "kommentar"
    PROPERTY = "egenskab"


class Role(StrEnum):
    """What a paragraph is to the form."""

    OWN = "egne ord"
    FIXED = "fast tekst"
    ALTERED = "ændret fast tekst"
    GUIDANCE = "vejledning"
    PLACEHOLDER = "pladsholder"
    PROMPT = "ledetekst i et felt"
    STAND_IN = "plads til ord, der skal komme"
    EMPTY = "tom"
    MACHINE = "sidetal eller indholdsfortegnelse"


@record
class Paragraph:
    """A paragraph as it reads when every tracked change is accepted; a cell holds one or more.

    `own` is the part of it that is the users' own words, and `fixed` the ids of the form's wording that it is or begins with,
    or was before it was altered. `level` is that of a heading. `green`, `hidden`, `faint` and `prompt` are the words in it
    that are set in green, are hidden, cannot be seen for their colour or size, or are the prompt of an empty field. `row` is the
    number of the table's row that it stands in, counted through the file. `label` is what it is introduced by: the heading of its
    column, the cell before it. `area` is the indsatsområde whose problemkompleks it belongs to.
    """

    text: str
    spot: Spot
    part: Part = Part.BODY
    role: Role = Role.OWN
    own: str = ""
    fixed: tuple[str, ...] = ()
    level: int | None = None
    row: int | None = None
    green: str = ""
    hidden: str = ""
    faint: str = ""
    prompt: str = ""
    label: str = ""
    area: str = ""
    tracked: bool = False
    comments: int = 0

    @property
    def cell(self) -> bool:
        """Tell whether it stands in a table."""
        return self.row is not None

    @property
    def filled(self) -> bool:
        """Tell whether somebody has written something here."""
        return bool(self.own.strip())


@record
class Section:
    """A section of the form as it stands in the file: its id («1»), indsatsområde («» for none), its heading and what it says.

    `told` is False where nothing is written under the heading but the form's own words and `stand_ins`, prompts among them.
    """

    id: str
    title: str
    at: Spot
    told: bool
    area: str = ""
    stand_ins: tuple[Paragraph, ...] = ()


@record
class Field:
    """A field of the front page: its key in the language, its label, whether it is filled in, the stand-ins in it.

    `flaw` is why what is written is no answer, in Danish («der står kun én dag»), «» where it is one or the field is empty.
    """

    key: str
    label: str
    at: Spot
    filled: bool
    stand_ins: tuple[Paragraph, ...] = ()
    flaw: str = ""


@record
class Block:
    """A signature block: the part it belongs to (its id, «» for none), the words above it, whether anything is written in it."""

    at: Spot
    part: str
    label: str
    told: bool


@record
class Baseline:
    """A row of the table of indicators: the indicator, the cell it stands in, the columns that are empty and should not be."""

    indicator: str
    name: str
    at: Spot
    empty: tuple[str, ...]


@record
class Form:
    """The strategic agreement's form, as it stands in the file, in the order of the file."""

    sections: tuple[Section, ...]
    fields: tuple[Field, ...]
    blocks: tuple[Block, ...]
    baseline: tuple[Baseline, ...]
    parties: tuple[tuple[str, Name], ...]
    periode: tuple[date, date] | None

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the indsatsområder that have a section."""
        return tuple(section.area for section in self.sections if section.area)


class Trait(StrEnum):
    """What a screen reader needs and a file lacks."""

    LANGUAGE = "sprog"
    TITLE = "titel"
    PICTURE = "billede"
    TABLE = "tabel"


def _is_word(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


FEWEST_WORDS = 25
"""Ours: with fewer, a paper whose form is not known is not judged. The shortest paper that we print ourselves has some 80."""


@record
class Finished:
    """A Word file.

    `paper` is which of the papers it says it is, None where it says nothing; `form` is None where it is not the form of
    `regulativ` (None where the generation is unknown). `odd` are what in it belongs to another generation, and where: the
    generation, the words. `sections` counts the sections of the form that it has. `traces` are what the package holds that nobody
    sees, and where; `lacks` what it lacks for a screen reader. `changes` are the tracked changes that touch no words, in Danish
    words, and where. `called` is another paper that a file calls itself which by its sections is the strategic agreement.
    """

    file: str
    paragraphs: tuple[Paragraph, ...]
    at: Spot
    paper: Paper | None = None
    regulativ: Regulativ | None = None
    form: Form | None = None
    sections: int = 0
    odd: tuple[tuple[Regulativ, str, Spot], ...] = ()
    traces: tuple[tuple[str, Spot], ...] = ()
    lacks: tuple[tuple[Trait, str, Spot], ...] = ()
    changes: tuple[tuple[str, Spot], ...] = ()
    called: Paper | None = None

    @property
    def words(self) -> int:
        """Return how many words of its owners' the pages have, headings and the title (the first paragraph) not counted."""
        written = [one for one in self.of(Part.BODY, Part.NOTE) if one.text.strip()]
        return sum(sum(map(_is_word, one.own.split())) for one in written[1:] if one.level is None)

    @property
    def almost_empty(self) -> bool:
        """Tell whether there is too little to judge: a paper whose form is not known, with few words in it."""
        known = self.paper is Paper.SAMARBEJDSAFTALE and (self.regulativ is None or bool(self.regulativ.fast_tekst))
        return self.form is None and not known and self.words < FEWEST_WORDS

    def of(self, *parts: Part) -> Iterator[Paragraph]:
        """Yield the paragraphs of these parts of the file."""
        return (paragraph for paragraph in self.paragraphs if paragraph.part in parts)
