"""What `aftale pull` tells: what was done and what was not, what must be chosen between, and what stands in the files besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aftale_builder.findings import Place
from aftale_builder.pulling.bringing import Brought
from aftale_builder.pulling.changes import Added, Change, Edit, Listed, Refused, Remark
from aftale_builder.pulling.excerpts import around, on_one_line
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.outcome import Conflict, Done
from aftale_builder.pulling.pulled import Pulled

_MOST = 5
"""So many edits of one text are told; of the rest, how many there are."""


@dataclass(frozen=True)
class Told:
    """What came of pulling into the agreement in a folder; `index` is of the agreement as it was before."""

    folder: Path
    index: Index
    brought: Brought

    def lines(self, *, dry_run: bool) -> Iterator[str]:
        """Yield all there is to tell, line by line."""
        plan = self.brought.plan
        if plan.conflicts:
            yield "Det samme er rettet hver for sig. Intet er skrevet, før I har valgt:"
            for conflict in plan.conflicts:
                yield from self._conflict(conflict)
            yield "Ret, så de siger det samme, eller så kun den, der gælder, siger noget nyt, og kør igen."
        elif plan.done:
            yield "Ville blive rettet i aftalen:" if dry_run else "Rettet i aftalen:"
            for done in plan.done:
                yield from self._done(done)
        elif any(file.edits.tracked for file in self.brought.pulled):
            yield "Ud over de sporede ændringer er der intet at hente."
        elif not plan.refused:
            yield "Der er intet at hente: aftalen siger allerede det, der står i Word."
        if plan.refused:
            yield from self._refused()
        for file in self.brought.pulled:
            yield from self._aside(file)
        if plan.done and not (plan.conflicts or plan.refused or dry_run):
            yield f"Se aftalen efter med «aftale check {self.folder}», og lav pakken igen med «{self._render()}»."

    def _refused(self) -> Iterator[str]:
        """Yield what was not brought home, and the ways on: the file says it still, so no package is written over it unasked."""
        yield "Ikke hentet:"
        for name, refused in self.brought.plan.refused:
            yield f"  {name}, {_in_word(refused.at)}: {_change(refused.before, refused.after)}"
            home = self._home(refused.at.path)
            yield f"    {refused.why}" + (f" ({home})" if home else "")
        yield (
            "Ret det tilbage i Word, eller skriv det i aftalens YAML-filer dér, hvor der er et felt til det, og lav pakken igen "
            f"med «{self._render()} --force»; jeres fil gemmes ved siden af."
        )

    def _render(self) -> str:
        """Return the command that makes the package again, with the forms that were named on the command line."""
        return "aftale render" + "".join(f' --template {form.document}="{form.name}"' for form in self.brought.forms)

    def _conflict(self, conflict: Conflict) -> Iterator[str]:
        yield f"  {self.index.called(conflict.path)}:"
        first, *others = conflict.versions
        yield f"    {first.who}: «{around(first.text, others[-1].text)}»"
        for version in others:
            place = f"{version.at.file} linje {version.at.line}" if version.at.line else _in_word(version.at)
            said = f"«{around(version.text, version.before)}»" if version.text.strip() else "slettet"
            yield f"    {version.who} ({place}): {said}"

    def _done(self, done: Done) -> Iterator[str]:
        """Yield a value that comes home; of a text, each edit with its own line."""
        path = self.index.called(done.path)
        if len(done.stretches) < 2:
            at = done.stretches[0].at if done.stretches else done.at
            what = f"flyttet: «{around(done.before, '')}»" if done.moved else _change(done.before, done.after)
            yield f"  {_line(at)}{path}: {what}"
            return
        left = len(done.stretches) - _MOST
        for number, stretch in enumerate(done.stretches[:_MOST], 1):
            more = f" (og {left} {'rettelse' if left == 1 else 'rettelser'} til)" if number == _MOST and left > 0 else ""
            yield f"  {_line(stretch.at)}{path}: {_change(stretch.before, stretch.after)}{more}"

    def _aside(self, file: Pulled) -> Iterator[str]:
        """Yield what stands in a file besides: tracked changes and comments."""
        if file.edits.tracked:
            yield f"Sporede ændringer i {file.name}, som ikke er taget med (brug --accept, eller accepter dem i Word):"
            yield from (f"  {self._edit(edit)}" for edit in file.edits.tracked)
        if file.edits.remarks:
            yield f"Kommentarer i {file.name}:"
            yield from (f"  {self._about(remark)}: {' '.join(remark.text.split())}" for remark in file.edits.remarks)

    def _about(self, remark: Remark) -> str:
        """Return what a comment is about: where the value stands in the YAML, and where the comment stands in Word."""
        home = self._home(remark.path) or self.index.called(remark.path)
        return f"{home} ({_in_word(remark.at)})" if home else _in_word(remark.at)

    def _edit(self, edit: Edit) -> str:
        path = "" if isinstance(edit, Refused) else f"{self.index.called(edit.path)}: "
        after = ", ".join(cell.text for cell in edit.cells) if isinstance(edit, Added) else ""
        after = edit.after if isinstance(edit, (Change, Listed, Refused)) else after
        return f"{_in_word(edit.at)}: {path}{_change('' if isinstance(edit, Added) else edit.before, after)}"

    def _home(self, path: str) -> str:
        """Return where a value stands in the YAML, with what it is called, «» where that is not known."""
        node = self.index.node(path) if path else None
        return f"{_line(node.place())}{self.index.called(path)}" if node is not None else ""


def _line(at: Place) -> str:
    return f"{at.file} linje {at.line}: " if at.line else ""


def _in_word(at: Place) -> str:
    section = f"afsnittet «{at.section}»" if at.section else ""
    paragraph = f"afsnit {at.paragraph}" if at.paragraph else ""
    return ", ".join(word for word in (section, paragraph) if word) or "et sted i filen"


def _change(before: str, after: str) -> str:
    if not before.strip():
        return f"nyt: «{around(after, '')}»"
    if not after.strip():
        return f"slettet: «{around(before, '')}»"
    if on_one_line(before) == on_one_line(after):
        return f"opsætningen af «{around(after, '')}»"
    return f"«{around(before, after)}» → «{around(after, before)}»"
