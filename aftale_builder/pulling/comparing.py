"""An edited file against its base: every difference, by the value it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from aftale_builder.findings import Place
from aftale_builder.pulling import enumerations, own_way, printing, reasons, short, struck
from aftale_builder.pulling.aligning import Step, align
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.changes import Added, Change, Edit, Form, Refused
from aftale_builder.pulling.enumerations import Group
from aftale_builder.pulling.gist import first_said, line_of, text_of, together
from aftale_builder.pulling.printed import Owner, Printed
from aftale_builder.pulling.printing import Prose
from aftale_builder.pulling.rows import Rows
from aftale_builder.pulling.taken_away import TakenAway, emptied
from aftale_builder.pulling.tree import Node, tree
from aftale_builder.word.reading import Kind

_MOST_NEW = 1000
"""How much may be new in one table, cell or body."""


@dataclass(slots=True)
class Comparison:
    """What was done to a file. `paths` tells, for a unit of the edited file, which value it is of."""

    base: Base
    file: str
    edits: list[tuple[int, Edit]] = field(default_factory=list)
    paths: dict[int, str] = field(default_factory=dict)
    _prose: dict[int, Prose] = field(default_factory=dict)
    _order: dict[int, int] = field(default_factory=dict)
    _groups: list[tuple[Group, str, Printed, Printed]] = field(default_factory=list)
    _last: Printed | None = None
    _foreign: bool = False

    def run(self, units: Sequence[Printed]) -> tuple[Edit, ...]:
        """Return the edits, in the order of the file."""
        self._order = {id(unit): at for at, unit in enumerate(units)}
        away = TakenAway(self.base)
        self._nodes(tree(self.base.units), tree(units), away)
        self._of_groups()
        for prose in self._prose.values():
            if not away.thing(self.base.sources[prose.owner.source].path):
                self._of_prose(prose)
        for edit, beside in away.edits(self.at):
            self.tell(edit, beside)
        for unit, words in struck.told(self.base.units, units):
            self.refuse(reasons.STRUCK, words, words, unit)
        return emptied(self.base, list(together(edit for _, edit in sorted(self.edits, key=lambda pair: pair[0]))))

    def tell(self, edit: Edit, unit: Printed | None) -> None:
        """Add an edit, at a unit of the edited file."""
        self.edits.append((self._order.get(id(unit), len(self._order)), edit))

    def at(self, unit: Printed | None, path: str = "") -> Place:
        """Return the place of a unit of the edited file; that of what is gone is the section it stood in."""
        if unit is None:
            return Place(self.file, path)
        return Place(self.file, path, section=unit.heading or None, paragraph=unit.number or None)

    def refuse(self, why: str, before: str, after: str, unit: Printed | None) -> None:
        """Add an edit that no value can take."""
        self.tell(Refused(self.at(unit), before, after, why), unit)

    # --- blocks -------------------------------------------------------------------------------------------------------------

    def _nodes(self, before: Sequence[Node], after: Sequence[Node], away: TakenAway) -> None:
        """Compare what stands one under the other in the body, a cell or a text box."""
        steps = self._bounded(align(before, after))
        for at, step in enumerate(steps):
            if step.after:
                self._last = step.after[-1].unit
            self._pictures(step)
            if step.before:
                self._foreign = False
                self._step(step, away)
            else:
                self._new(step.after[0], steps, at)

    def _pictures(self, step: Step) -> None:
        """Refuse pictures and other objects that are new in paragraphs, or gone from them."""
        before, after = (sum(node.unit.pictures for node in nodes) for nodes in (step.before, step.after))
        if before == after:
            return
        unit = next((node.unit for node in step.after if node.unit.pictures), step.after[0].unit if step.after else self._last)
        what = "et billede eller et andet objekt"
        self.refuse(
            reasons.PICTURE if after > before else reasons.NO_PICTURE,
            "" if after > before else what,
            what if after > before else "",
            unit,
        )

    def _bounded(self, steps: Sequence[Step]) -> Sequence[Step]:
        """Return the steps; without what is new, which is refused in one, where there is more of it than anybody writes."""
        new = [step.after[0] for step in steps if not step.before]
        if len(new) <= _MOST_NEW:
            return steps
        self.refuse(reasons.TOO_MUCH, "", new[0].text, first_said(new[0]))
        return [step for step in steps if step.before]

    def _step(self, step: Step, away: TakenAway) -> None:
        owners = [line_of(node.unit) for node in step.before]
        self._inserts(step)
        if len({owner.at if owner else 0 for owner in owners}) > 1:
            self.refuse(reasons.TWO_FIELDS, text_of(step.before), text_of(step.after), step.after[0].unit)
            for node, owner in zip(step.before, owners, strict=True):
                if owner is not None:
                    self._printing(owner).take((unit, unit) for unit in node.every())
        elif owners[0] is not None:
            self._prose_step(self._printing(owners[0]), step)
            if not step.after:
                away.take(step.before[0], self._last, text=True)
        elif not step.after:
            away.take(step.before[0], self._last)
        elif len(step.before) > 1:
            self.refuse(short.FIXED, text_of(step.before), text_of(step.after), step.after[0].unit)
        elif step.before[0].unit.kind is Kind.PARAGRAPH:
            self._paragraph(step)
        elif step.before[0].unit.kind is Kind.TABLE:
            self._table(step.before[0], step.after[0], away)
        else:
            self._nodes(step.before[0].children, step.after[0].children, away)

    def _paragraph(self, step: Step) -> None:
        """Compare a paragraph with short values with what it became; an item that was split is two items."""
        first, *others = step.after
        items = [Rows(self.base).paragraph(node, Step(step.before, (first,)), None, self.at) for node in others]
        if others and all(isinstance(item, Added) for item in items):
            self._short(step.before[0].unit, [first.unit])
            for item, node in zip(items, others, strict=True):
                self.tell(item, node.unit) if item is not None else None
        else:
            self._short(step.before[0].unit, [node.unit for node in step.after])

    def _prose_step(self, prose: Prose, step: Step) -> None:
        for node in step.after:
            self._belongs(node, prose.owner)
        if len(step.before) == 1 and len(step.after) == 1:
            prose.take(printing.pairs(step.before[0], step.after[0]))
            return
        befores: list[Node | None] = [*step.before, *[None] * (len(step.after) - len(step.before))]
        afters: list[Node | None] = [*step.after, *[None] * (len(step.before) - len(step.after))]
        for one, other in zip(befores, afters, strict=True):
            prose.take(printing.pairs(one, other))

    def _new(self, node: Node, steps: Sequence[Step], at: int) -> None:
        """Add what is new to the text that it stands in, or to the list."""
        if not node.text and (node.unit.pictures or node.unit.kind is Kind.TABLE or _is_empty_box(node)):
            return  # the picture is told of; an empty table is what is left of rows whose deletion was tracked
        if node.unit.kind is Kind.TEXT_BOX:
            self.refuse(reasons.BOX, "", node.text, first_said(node))
            return
        above = next((step for step in reversed(steps[:at]) if step.before), None)
        below = next((step for step in steps[at:] if step.before), None)
        owners = [line_of(step.before[end].unit) for step, end in ((above, -1), (below, 0)) if step is not None]
        rows = Rows(self.base)
        added = rows.paragraph(node, above, below, self.at) if not (owners and owners[0]) else None
        owner = next((owner for owner in owners if owner is not None), None)
        if added is not None:
            self.tell(added, node.unit)
        elif owner is None:
            self.refuse(reasons.NO_FIELD, "", node.text, node.unit)
        elif self._foreign or (node.unit.level is not None and node.unit.level <= owner.level):
            self._foreign = True  # what is new below such a heading belongs to that, not to the text above it
            self.refuse(reasons.HEADING, "", node.text, node.unit)
        else:
            self._belongs(node, owner)
            self._printing(owner).take(printing.pairs(None, node))

    def _table(self, before: Node, after: Node, away: TakenAway) -> None:
        rows = Rows(self.base)
        steps = self._bounded(align(before.children, after.children))
        for at, step in enumerate(steps):
            if step.after:
                self._last = next((unit for unit in step.after[-1].every() if unit.text), self._last)
            if not step.after:
                away.take(step.before[0], self._last)
            elif not step.before:
                made = rows.row(step.after[0], steps, at, self.at)
                self.tell(made, first_said(step.after[0]))
            elif len(step.before[0].children) != len(step.after[0].children):
                self.refuse(reasons.COLUMNS, step.before[0].text, step.after[0].text, first_said(step.after[0]))
            else:
                for column, (one, other) in enumerate(zip(step.before[0].children, step.after[0].children, strict=True)):
                    if not one.children and other.children:
                        made = rows.cell(before.children, step.before[0], column, other, self.at)
                        self.tell(made, first_said(other))
                    else:
                        self._nodes(one.children, other.children, away)

    # --- the inside ---------------------------------------------------------------------------------------------------------

    def _short(self, before: Printed, after: Sequence[Printed]) -> None:
        """Compare a paragraph with short values, or of the document's own words, with what it became."""
        first = after[0]
        for unit in after:
            self.paths[id(unit)] = self.base.sources[before.sources[0]].path if before.sources else ""
        text = "\n".join(unit.text for unit in after)
        if text == before.text and len(after) == 1:
            self._looks(before, first)
            return
        if before.level != first.level:
            self.refuse(reasons.SHAPE, before.text, text, first)
            return
        if any(unit.notes for unit in after) and not before.notes:
            self.refuse(reasons.NOTE, before.text, text, first)
            return
        groups = enumerations.grouped(self.base, before)
        try:
            said = short.told_apart([(told, 0 if group else None) for told, group in groups], text, self._reads(groups))
        except short.Unclear as why:
            self._of_own_words(str(why), before, text, first)
            return
        for (was, group), now in zip([pair for pair in groups if pair[1]], said, strict=True):
            if group is not None and now != was:
                self._groups.append((group, now, first, before))

    def _reads(self, groups: Sequence[tuple[str, Group | None]]) -> short.Reads:
        """Return what tells whether a text can be what one of some values says."""
        of = [
            self.base.sources[group.numbers[0]] if len(group.numbers) == 1 else None for _, group in groups if group is not None
        ]
        return lambda at, text: own_way.reads(source.form, source.text, text, source.unit) if (source := of[at]) else None

    def _of_own_words(self, why: str, before: Printed, text: str, unit: Printed) -> None:
        """Refuse an edit of the document's own words; where something of the agreement chooses those, say so."""
        if why == short.FIXED and len(before.about) == 1:
            at = self.at(unit, before.about[0])
            self.tell(Refused(at, before.text, text, reasons.CHOSEN), unit)
        else:
            self.refuse(why, before.text, text, unit)

    def _of_groups(self) -> None:
        """Tell what became of values, and then of lists that are enumerated: by then it is known what is called otherwise now."""
        renamed: dict[str, str] = {}
        for listed in (False, True):
            for group, now, unit, before in self._groups:
                if bool(group.listed) is not listed:
                    continue
                for edit in enumerations.edits(self.base, group, now, before, partial(self.at, unit), renamed):
                    self.tell(edit, unit)
                    if isinstance(edit, Change) and edit.after and not listed:
                        renamed.setdefault(edit.path, edit.after)

    def _looks(self, before: Printed, after: Printed) -> None:
        if before.notes != after.notes:
            self.refuse(reasons.NOTE, before.text, after.text, after)
        elif before.level != after.level or (before.item is None) is not (after.item is None):
            self.refuse(reasons.SHAPE, before.text, after.text, after)
        elif before.spans != after.spans:
            self.refuse(reasons.LOOK, before.text, after.text, after)

    # --- prose --------------------------------------------------------------------------------------------------------------

    def _printing(self, owner: Owner) -> Prose:
        return self._prose.setdefault(owner.at, Prose(owner))

    def _belongs(self, node: Node, owner: Owner) -> None:
        for unit in node.every():
            self.paths[id(unit)] = self.base.sources[owner.source].path

    def _inserts(self, step: Step) -> None:
        """Tell the text that an insert stands in of it."""
        for node in step.before:
            for owner in node.unit.owners:
                if owner.insert:
                    self._printing(owner).insert(owner.insert, before=True, after=bool(step.after))

    def _of_prose(self, prose: Prose) -> None:
        if not prose.changed:
            return
        source = self.base.sources[prose.owner.source]
        unit = prose.touched()
        before, after = tuple(prose.before), tuple(prose.after)
        place = self.at(unit, source.path) if unit else Place(self.file, source.path, section=prose.gone[0].section or None)
        edit = Change(
            source.path, Form.PROSE, printing.text(before), printing.text(after), place, source.text,
            lines_before=before, lines_after=after,
            places=tuple(self.at(at, source.path) if at else place for at in prose.standing()),
            section=prose.gone[0].heading if prose.gone else "",
        )  # fmt: skip
        self.tell(edit, unit)


def _is_empty_box(node: Node) -> bool:
    """Tell whether it is a text box in which nothing stands: a frame or a line of a figure, which says nothing."""
    return node.unit.kind is Kind.TEXT_BOX and not any(unit.pictures for unit in node.every())
