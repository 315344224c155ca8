"""A binding and a form to a tagged template, which is filled and proven like any other."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from aftale_builder.binding.fields import Field, Repeat, fields_of
from aftale_builder.binding.places import Binding, How, Place
from aftale_builder.binding.writing import Written
from aftale_builder.word.formfile import FormFile
from aftale_builder.word.marking import Look, Marker
from aftale_builder.word.package import write_package


def tagged(data: bytes, binding: Binding) -> bytes:
    """Return the form, given by its bytes, with tags at the places of its binding."""
    form = FormFile(data)
    _Tagger(Marker(form, binding.running), binding).all()
    root = etree.tostring(form.root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return write_package({**form.package.parts(), form.package.main: root})


class _Tagger:
    def __init__(self, marker: Marker, binding: Binding) -> None:
        self.marker = marker
        self.binding = binding

    def all(self) -> None:
        """Put in every tag: what is repeated first, so that what is set after its last paragraph is repeated with it."""
        known = fields_of(self.binding.document)
        for name, repeat in known.repeats.items():
            block = self.binding.blocks.get(name)
            if block is not None and repeat.rows:
                self.marker.rows_around(block.first, f"{{%tr for {repeat.variable} in {repeat.items} %}}", "{%tr endfor %}")
            elif block is not None:
                self.marker.around(block.first, block.last, _opening(repeat), "{%p endfor %}")
        for name, field in known.all_fields(self.binding.places):
            self._field(name, field)
        self.marker.remove(self.binding.removed)

    def _field(self, name: str, field: Field | Written) -> None:
        place = self.binding.places[name]
        if place.how is How.WITH:
            self._hosted(self.binding.places[place.text], field, in_cell="." in name)
        elif place.how is How.IN and field.inline and (place.label or not isinstance(field, Field) or field.in_place):
            self.marker.inside(place.paragraph, place.label, list(field.in_line(place.text, place.label)))
        elif place.how is How.IN:
            green = self.marker.looks_green(place.paragraph)
            look = self.marker.running if green else self.marker.look(place.paragraph)
            self.marker.instead(place.paragraph, list(field.lines()), look)
        elif place.how is How.BELOW:
            self.marker.below(place.paragraph, list(field.lines()), self.marker.running)
        else:
            self.marker.after(place.paragraph, list(field.lines()), self._look(place, field))

    def _hosted(self, host: Place, field: Field | Written, *, in_cell: bool) -> None:
        """Write a field after another, under its label: a column in the other's cell, anything else below the other's table."""
        lines = list(field.hosted()) if isinstance(field, Written) else list(field.lines())
        put = self.marker.after if in_cell or not self.marker.in_table(host.paragraph) else self.marker.below
        put(host.paragraph, lines, self.marker.running)

    def _look(self, place: Place, field: Field | Written) -> Look:
        return self.marker.look(place.paragraph) if field.like_place else self.marker.running


def _opening(repeat: Repeat) -> Sequence[str]:
    loop = f"{{%p for {repeat.variable} in {repeat.items} %}}"
    if not repeat.missing:
        return [loop]
    return [f"{{%p if {repeat.missing} %}}", f"{{{{ {repeat.missing} }}}}", "{%p endif %}", loop]
