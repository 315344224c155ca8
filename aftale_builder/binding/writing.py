"""How fields are written in the tags of a template: small builders of the paragraphs and the pieces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aftale_builder.word.marking import BOLD

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A field of a form whose wording is not known: the headings, labels or columns that it is known by, and how it is written.

    `paragraphs` are written where it has paragraphs of its own, `pieces` where it stands in a line or a cell (none for what can
    only stand in paragraphs). `label` and `when` are said where it has no place of its own and stands with another field.
    `columns` are those of its table: each with the fields of the loop `variable in items`.
    """

    heads: Lines
    paragraphs: Lines
    pieces: Lines = ()
    label: str = ""
    when: str = ""
    variable: str = ""
    items: str = ""
    columns: Mapping[str, Written] = field(default_factory=dict)
    like_place: bool = False

    @property
    def inline(self) -> bool:
        """Tell whether it can stand in a line."""
        return bool(self.pieces)

    def lines(self) -> Lines:
        """Return the paragraphs."""
        return self.paragraphs

    def in_line(self, text: str, label: str) -> Lines:
        """Return the pieces; what the form says there itself does not matter."""
        del text, label
        return self.pieces

    def hosted(self) -> Lines:
        """Return the paragraphs under a label, which are there only where there is something to say."""
        lines = (f"{BOLD}{self.label}", *self.paragraphs) if self.label else self.paragraphs
        return when(self.when, *lines) if self.when else lines


def when(condition: str, *lines: str) -> Lines:
    """Return paragraphs that are there only when the condition holds."""
    return (f"{{%p if {condition} %}}", *lines, "{%p endif %}")


def each(variable: str, items: str, *lines: str) -> Lines:
    """Return paragraphs that are repeated."""
    return (f"{{%p for {variable} in {items} %}}", *lines, "{%p endfor %}")


def slot(value: str) -> Lines:
    """Return the paragraphs of prose that may be missing."""
    return (
        f"{{%p if {value}.tekst %}}", f"{{{{p {value}.tekst }}}}", f"{{%p elif {value}.mangler %}}", f"{{{{ {value}.mangler }}}}",
        "{%p endif %}",
    )  # fmt: skip


def missing(value: str) -> Lines:
    """Return the paragraph in which a draft says what is missing."""
    return when(f"{value}.mangler", f"{{{{ {value}.mangler }}}}")


def maybe(value: str, before: str = "", after: str = "") -> str:
    """Return a piece of a line that is there only with its value."""
    return f"{{% if {value} %}}{before}{{{{ {value} }}}}{after}{{% endif %}}"


def prose(name: str, value: str, *heads: str) -> Written:
    """Return a field of prose."""
    return Written((name, *heads), slot(value), label=name, when=f"{value}.tekst or {value}.mangler")


def short(name: str, value: str, *heads: str) -> Written:
    """Return a field of short text."""
    return Written((name, *heads), when(value, f"{{{{ {value} }}}}"), (maybe(value),), name, value)


def blocks(name: str, value: str) -> Written:
    """Return a field of blocks that the view makes: a figure."""
    return Written((name,), when(value, f"{{{{p {value} }}}}"), label=name, when=value)


def listing(name: str, items: str, gap: str, *heads: str) -> Written:
    """Return a field of short texts, one a paragraph; `gap` is the slot that says, in a draft, that there are none."""
    line = (f"{{% for x in {items} %}}{{{{ x }}}}{{% if not loop.last %}}", "\n", "{% endif %}{% endfor %}")
    condition = f"{items} or {gap}.mangler" if gap else items
    return Written((name, *heads), (*(missing(gap) if gap else ()), *each("x", items, "{{ x }}")), line, name, condition)


def table(name: str, loop: tuple[str, str], row: str, columns: Mapping[str, Written], *heads: str, gap: str = "") -> Written:
    """Return a field of rows: a table where the form has one, else a paragraph each (`row`)."""
    variable, items = loop
    condition = f"{items} or {gap}.mangler" if gap else items
    lines = (*(missing(gap) if gap else ()), *each(variable, items, row))
    return Written((name, *heads), lines, (), name, condition, variable, items, columns)


def column(value: str, *heads: str) -> Written:
    """Return a column of short text; where the form lacks it, it is told with its name in another cell of the row."""
    return Written(heads, (f"{heads[0]}: {{{{ {value} }}}}",), (maybe(value),), when=value)
