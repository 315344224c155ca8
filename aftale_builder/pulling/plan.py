"""What is to be done with what was changed in Word: by value, over all files, against what stands in the YAML now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from aftale_builder.findings import Place
from aftale_builder.pulling import deletions, listing, moves, things
from aftale_builder.pulling.changes import Added, Change, Form, Listed, Refused, Removed
from aftale_builder.pulling.enumerations import enumerated
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.outcome import AS_MADE, Conflict, Done, Plan, Version
from aftale_builder.pulling.own_way import at_home
from aftale_builder.pulling.prose import UnwritableError, rewritten
from aftale_builder.pulling.pulled import Entry, Pulled, by_path
from aftale_builder.pulling.stretches import stretches
from aftale_builder.source import node as nodes
from aftale_builder.source.editing import UneditableError, replaced, with_key, without_item, without_key
from aftale_builder.source.emit import Literal
from aftale_builder.source.node import Node, Scalar
from aftale_builder.source.scalars import UnclearError
from aftale_builder.source.splice import Edit, collide

_COLLIDES = "Det står i aftalen sammen med noget andet, der også er rettet eller slettet. Hent det andet først, og ret så dette."
_OTHER = "Det er navnet på noget andet i aftalen. Skal det, der står her, høre til dér, så flyt det i aftalens YAML."
_MOST_TOLD = 4
"""So many sections are named."""


def plan(index: Index, files: Sequence[Pulled]) -> Plan:
    """Return what is to be done."""
    return _Planner(index, files).plan


class _Planner:
    def __init__(self, index: Index, files: Sequence[Pulled]) -> None:
        self.index = index
        self.plan = Plan()
        self.orders = {file.name: file.order for file in files}
        for file in files:
            self.plan.refused += [(file.name, edit) for edit in file.edits.edits if isinstance(edit, Refused)]
        entries = [(file, edit) for file in files for edit in file.edits.edits if isinstance(edit, Change)]
        entries = [entry for entry in entries if not self._against_removal(files, *entry)]
        for path, group in by_path(entries):
            self._value(path, group)
        listed: dict[str, list[tuple[Pulled, Listed]]] = {}
        for file in files:
            for edit in file.edits.edits:
                if isinstance(edit, Listed):
                    listed.setdefault(edit.path, []).append((file, edit))
        for path, lists in listed.items():
            self._listed(path, lists)
        self._lists([(file.name, edit) for file in files for edit in file.edits.edits if isinstance(edit, (Added, Removed))])

    def _refuse(self, file: Pulled, change: Change | Listed, why: str) -> None:
        self.plan.refused.append((file.name, Refused(change.at, change.before, change.after, why)))

    def _against_removal(self, files: Sequence[Pulled], file: Pulled, change: Change) -> bool:
        """Tell whether a value lies in what another file deletes; what is said anew of it there is a conflict."""
        removals = deletions.opposed(files, file, change)
        if removals and change.after.strip():
            versions = [Version(AS_MADE, change.at, change.before), Version(file.name, change.at, change.after, change.before)]
            versions[1:1] = [Version(name, edit.at, "", edit.before) for name, edit in removals]
            self.plan.conflicts.append(Conflict(change.path, tuple(versions)))
        return bool(removals)

    def _listed(self, path: str, entries: Sequence[tuple[Pulled, Listed]]) -> None:
        """Plan a list that is enumerated."""
        file, edit = entries[0]
        try:
            found = listing.planned(self.index, path, [(file.name, edit) for file, edit in entries])
        except listing.NoWayError as why:
            self._refuse(file, edit, str(why))
            return
        if isinstance(found, Conflict):
            self.plan.conflicts.append(found)
        elif found is not None:
            self._try(found.make, Done(path, found.at, edit.before, edit.after), (file, edit))

    def _value(self, path: str, entries: list[Entry]) -> None:
        """Plan one value: all that is said of it must be one and the same."""
        repointed = [entry for entry in entries if _is_reference(entry[1]) or self._other(entry[1])]
        for _file, change in repointed:
            self._reference(change, entries)
        entries = [entry for entry in entries if entry not in repointed]
        if not entries:
            return
        wanted: dict[str, Entry] = {}
        for file, change in entries:
            try:
                wanted.setdefault(self._home(change), (file, change))
            except (UnclearError, UnwritableError) as unclear:
                self._refuse(file, change, str(unclear))
                return
        if len(wanted) > 1:
            self._conflict(path, [*wanted.values()])
            return
        if self._alone(path, entries, repointed):
            return
        text, (file, change) = next(iter(wanted.items()))
        self._apply(file, change, text)

    def _alone(self, path: str, entries: list[Entry], repointed: list[Entry]) -> bool:
        """Refuse a value that was changed in some of the places where the file has it, and tell whether it was.

        What a draft says is missing may be filled in anywhere: there is nothing that the other places could mean instead.
        """
        entries = [entry for entry in entries if entry[1].form is not Form.GAP]
        for file, group in groupby(entries, key=lambda entry: entry[0]):
            changes = [change for _, change in group]
            elsewhere = [change for other, change in repointed if other is file]
            told = Counter(change.section for change in (*changes, *elsewhere) if not change.aside)
            left = Counter(file.printings.get(path, ())) - told
            if left:
                is_other = not changes[0].by and bool(self.index.named(changes[0].after))
                self._refuse(file, changes[0], _OTHER if is_other else _only_some(list(left.elements()), changes))
                return True
        return False

    def _other(self, change: Change) -> str:
        """Return the id of something else whose name stands now where a reference was printed."""
        return self.index.meant(change.form, change.path, change.after) if change.by else ""

    def _reference(self, change: Change, entries: list[Entry]) -> None:
        file = next(file for file, other in entries if other is change)
        node = self.index.node(change.by)
        if change.after.strip() and not self._other(change):
            self._refuse(file, change, f"«{change.after}» er ikke noget, som aftalen har.")
            return
        if node is None and not change.after.strip():
            return  # somebody has taken it out already
        if not isinstance(node, Scalar):
            self._refuse(file, change, "Det kan ikke ses, hvad der skal pege et andet sted hen.")
            return
        if node.value != self._other(change):
            self._edit(node, self._other(change), Done(change.by, node.place(), change.before, change.after), (file, change))

    def _home(self, change: Change) -> str:
        """Return what is to stand in the YAML. Raises as the ways home do."""
        if change.form is Form.PROSE:
            return rewritten(change.source, change.lines_before, change.lines_after)
        return at_home(change.form, change.source, change.after, change.unit) if change.after.strip() else ""

    def _apply(self, file: Pulled, change: Change, text: str) -> None:
        node = self.index.node(change.path)
        if node is None:
            if text.strip():  # what is gone from both is no change
                self._missing(file, change, text)
            return
        if not isinstance(node, Scalar):
            self._refuse(file, change, "Her står ikke længere en tekst i aftalen.")
            return
        done = Done(change.path, node.place(), change.before, change.after, change.form, change.unit)
        now = node.value
        if now.strip() == text.strip():
            return
        if now.strip() != change.source.strip():
            place = _changed_at(node, change.source) if change.form is Form.PROSE else node.place()
            versions = (
                Version(AS_MADE, change.at, change.before),
                Version("aftalen nu", place, now, change.source),
                Version(file.name, change.at, change.after, change.before),
            )
            self.plan.conflicts.append(Conflict(change.path, versions))
        else:
            told = tuple(stretches(node, text)) if change.form is Form.PROSE else ()
            self._edit(node, text, replace(done, stretches=told), (file, change))

    def _missing(self, file: Pulled, change: Change, text: str) -> None:
        """Put in a key where a draft said that something was missing."""
        above, _, key = change.path.rpartition("/")
        parent = self.index.node(above) if above else self.index.aftale.node
        if change.source or not isinstance(parent, nodes.Mapping) or key not in self.index.order(parent):
            self._refuse(file, change, "Værdien findes ikke længere i aftalen.")
            return
        order = self.index.order(parent)
        before = [name for name in order[: order.index(key)] if name in parent.entries]
        value = Literal(text) if change.form is Form.PROSE else text
        self._try(
            lambda: (with_key(parent, key, value, after=before[-1] if before else None),),
            Done(change.path, parent.place(), change.before, change.after, change.form, change.unit),
            (file, change),
        )

    def _edit(self, node: Scalar, text: str, done: Done, entry: Entry) -> None:
        if text.strip() or node.style == "file":
            self._try(lambda: replaced(node, text), done, entry)
        elif isinstance(node.parent, nodes.Sequence):
            self._try(lambda: (without_item(_list_of(node), int(node.step)),), done, entry)
        elif self.index.is_required(node) or not isinstance(node.parent, nodes.Mapping):
            self._refuse(*entry, f"«{node.step}» skal stå i aftalen og kan ikke slettes.")
        else:
            parent = node.parent
            self._try(lambda: (without_key(parent, str(node.step)),), done, entry)

    def _try(self, make: Callable[[], tuple[Edit, ...]], done: Done, entry: tuple[Pulled, Change | Listed]) -> None:
        try:
            edits = make()
        except UneditableError as error:
            self._refuse(*entry, error.message)
            return
        if collide(edits, self.plan.edits):
            self._refuse(*entry, _COLLIDES)
            return
        self.plan.edits += edits
        self.plan.done.append(replace(done, at=edits[0].span.place(done.path)) if edits else done)

    def _conflict(self, path: str, entries: list[Entry]) -> None:
        _, first = entries[0]
        versions = [Version(AS_MADE, first.at, first.before)]
        versions += [Version(file.name, change.at, change.after, change.before) for file, change in entries]
        self.plan.conflicts.append(Conflict(path, tuple(versions)))

    def _lists(self, edits: list[tuple[str, Added | Removed]]) -> None:
        """Plan what is new in lists and what is gone from them; what two files tell alike is one."""
        come = [refused.after for _, refused in self.plan.refused if not refused.before.strip()]
        gone = {moves.words(edit.before) for _, edit in edits if isinstance(edit, Removed)}
        # What is new here and gone there was moved: that is told once, where it is gone.
        self.plan.refused = [it for it in self.plan.refused if it[1].before.strip() or moves.words(it[1].after) not in gone]
        for item in things.planned(self.index, edits, come, self.orders):
            before, after = things.words(item.edit)
            if isinstance(item, things.Impossible):
                self.plan.refused.append((item.file, Refused(item.edit.at, before, after, item.why)))
            elif collide(item.edits, self.plan.edits):
                name = next(name for name, edit in edits if edit is item.edit)
                self.plan.refused.append((name, Refused(item.edit.at, before, after, _COLLIDES)))
            else:
                self.plan.edits += item.edits
                cells = item.edit.cells if isinstance(item.edit, Added) else ()
                self.plan.done.append(
                    Done(item.edit.path, item.at, before, before if item.moved else after, cells=cells, moved=item.moved)
                )


def _changed_at(node: Scalar, before: str) -> Place:
    """Return where a text first says something else than it did before."""
    text = node.value
    at = next((at for at, (one, two) in enumerate(zip(text, before, strict=False)) if one != two), min(len(text), len(before)))
    return node.at(at, at + 1).place() if at < len(text) else node.place()


def _list_of(node: Node) -> nodes.Sequence:
    assert isinstance(node.parent, nodes.Sequence)  # noqa: S101 - seen by who asks
    return node.parent


def _is_reference(change: Change) -> bool:
    """Tell whether a change is of the reference, whatever is printed of it: it is gone, or it never is by a name."""
    return bool(change.by) and (not change.after.strip() or change.form is Form.ORDINAL)


def _only_some(left: Sequence[str], changes: Sequence[Change]) -> str:
    """Return why a value is not changed that stands as it was in some sections."""
    named = [f"«{section}»" if section else "begyndelsen af filen" for section in dict.fromkeys(left)]
    told = named if len(named) <= _MOST_TOLD else [*named[: _MOST_TOLD - 1], f"{len(named) - _MOST_TOLD + 1} andre afsnit"]
    only = (
        "Værdien er kun rettet i sidehovedet eller sidefoden"
        if all(change.aside for change in changes)
        else "Værdien er kun rettet her"
    )
    if changes[0].by:
        only = (
            f"Her peges på noget i aftalen, og «{changes[0].after}» er ikke navnet på noget dér; er det et nyt navn, er det kun "
            "rettet her"
        )
    return (
        f"{only}; det gamle står endnu {_times(len(left))} i filen: i {enumerated(told)}. Ret alle stederne (søg og erstat i "
        "Word), eller ret den i aftalens YAML."
    )


def _times(number: int) -> str:
    return "ét sted" if number == 1 else f"{number} steder"
