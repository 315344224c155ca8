"""The fields of the documents, as data: how each is written in the tags of a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from aftale_builder.binding.documents import DOCUMENTS
from aftale_builder.binding.writing import Written


class Write(Enum):
    """How a field is written."""

    TEXT = auto()
    """Short text, always there."""
    SLOT = auto()
    """Short text, or what a draft says is missing."""
    PROSE = auto()
    """Markdown, or what a draft says is missing; in paragraphs of its own."""
    LIST = auto()
    """Short texts, one a paragraph (one a line where they stand after a label)."""
    MAYBE = auto()
    """Short text in a paragraph of its own, which is there only with it."""
    INSTEAD = auto()
    """Short text that takes the place of the form's own, where there is any."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: the expressions of the view that are written at its place, one after the other.

    `missing` is, for a list, what a draft says where it is empty. With `like_place` it looks like the paragraph before it.
    """

    write: Write
    values: tuple[str, ...]
    missing: str = ""
    like_place: bool = False

    @property
    def inline(self) -> bool:
        """Tell whether it can stand in a line, after a label."""
        return self.write is not Write.PROSE

    @property
    def in_place(self) -> bool:
        """Tell whether it is written into the paragraph of its place, rather than in paragraphs of its own."""
        return self.write in (Write.TEXT, Write.SLOT, Write.INSTEAD)

    def lines(self) -> Iterator[str]:
        """Yield the paragraphs that it is written in."""
        for value in self.values:
            match self.write:
                case Write.PROSE | Write.SLOT:
                    tag = "{{p" if self.write is Write.PROSE else "{{"
                    yield from (f"{{%p if {value}.tekst %}}", f"{tag} {value}.tekst }}}}", f"{{%p elif {value}.mangler %}}")
                    yield from (f"{{{{ {value}.mangler }}}}", "{%p endif %}")
                case Write.LIST:
                    if self.missing:
                        yield from (f"{{%p if {self.missing} %}}", f"{{{{ {self.missing} }}}}", "{%p endif %}")
                    yield from (f"{{%p for x in {value} %}}", "{{ x }}", "{%p endfor %}")
                case Write.MAYBE:
                    yield from (f"{{%p if {value} %}}", f"{{{{ {value} }}}}", "{%p endif %}")
                case _:
                    yield f"{{{{ {value} }}}}"

    def in_line(self, text: str, label: str) -> Iterator[str]:
        """Yield the pieces that it is written in, after a label or in the place of words; a newline is a line break."""
        for value in self.values:
            match self.write:
                case Write.SLOT | Write.PROSE:
                    missing = f"{{% elif {value}.mangler %}}{{{{ {value}.mangler }}}}"
                    yield f"{{% if {value}.tekst %}}{{{{ {value}.tekst }}}}{missing}{{% endif %}}"
                case Write.LIST:
                    if self.missing:
                        yield f"{{% if {self.missing} %}}{{{{ {self.missing} }}}}{{% endif %}}"
                    yield from (f"{{% for x in {value} %}}{{{{ x }}}}{{% if not loop.last %}}", "\n", "{% endif %}{% endfor %}")
                case Write.MAYBE:
                    yield f"{{% if {value} %}}{{{{ {value} }}}}{{% endif %}}"
                case Write.INSTEAD:
                    yield f"{{% if {value} %}}{{{{ {value} }}}}{{% else %}}{text}{{% endif %}}"
                case Write.TEXT:
                    yield f"{{{{ {value} }}}}"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A stretch of the form that is repeated: the loop's variable, what it goes through, what a draft says is missing.

    With `rows` it is a row of a table.
    """

    variable: str
    items: str
    missing: str = ""
    rows: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a document, by name, and what is repeated; what stands inside another stretch comes after it."""

    fields: Mapping[str, Field | Written]
    repeats: Mapping[str, Repeat] = field(default_factory=dict)

    def all_fields(self, names: Mapping[str, object]) -> Iterator[tuple[str, Field | Written]]:
        """Yield the fields that have a place, in the order of the document."""
        for name, known in self.fields.items():
            if name in names:
                yield name, known


_SLOT, _PROSE, _LIST = Write.SLOT, Write.PROSE, Write.LIST
_COLUMNS = {"område": ("omraade", _SLOT), "kommune": ("kommune", _SLOT), "kilde": ("kilde", Write.INSTEAD)}


def _strategic() -> Fields:
    from aftale_builder.regulation import regulativ, regulativer

    known = (found for ref in regulativer() if (found := regulativ(ref)) is not None)
    indicators = dict.fromkeys(indicator.id for found in known for indicator in found.indikatorer)
    cells = {
        f"baseline.{ref}.{column}": Field(write, (f"baseline.{ref.replace('-', '_')}.{name}",))
        for ref in indicators
        for column, (name, write) in _COLUMNS.items()
    }
    return Fields(
        {
            "navn": Field(Write.TEXT, ("navn",)),
            "parter": Field(_LIST, ("parter",), "parter_slot.mangler"),
            "periode": Field(_SLOT, ("periode",)),
            "underskrifter.navn": Field(Write.TEXT, ("part.navn",)),
            "underskrifter.for_parter": Field(Write.MAYBE, ("part.for_parter",), like_place=True),
            "underskrifter.underskriver": Field(Write.MAYBE, ("u.underskriver",), like_place=True),
            "beskrivelse": Field(_PROSE, ("beskrivelse",)),
            "vision": Field(_PROSE, ("vision",)),
            "organisation": Field(_PROSE, ("organisation",)),
            "samspil": Field(_PROSE, ("samspil", "udviklingsplaner")),
            **cells,
            "ukendte_indikatorer": Field(_LIST, ("ukendte_indikatorer",)),
            "indsatsområder.navn": Field(Write.TEXT, ("i.navn",)),
            "indsatsområder.problemkompleks": Field(_PROSE, ("i.problemkompleks",)),
            "lokal_evaluering": Field(_PROSE, ("lokal_evaluering",)),
        },
        {
            "underskrifter": Repeat("part", "underskrifter"),
            "underskrifter.felt": Repeat("u", "part.underskrivere"),
            "indsatsområder": Repeat("i", "indsatsomraader", "indsatsomraader_slot.mangler"),
        },
    )


def _general(known: Mapping[str, Written]) -> Fields:
    fields: dict[str, Field | Written] = {}
    for name, written in known.items():
        fields[name] = written
        fields |= {f"{name}.{column}": one for column, one in written.columns.items()}
    repeats = {name: Repeat(one.variable, one.items, rows=True) for name, one in known.items() if one.columns}
    return Fields(fields, repeats)


def fields_of(document: str) -> Fields:
    """Return the fields of a document; KeyError where its form can't be bound."""
    return _strategic() if document == "strategisk-samarbejdsaftale" else _general(DOCUMENTS[document])
