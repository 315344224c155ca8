"""Deletions that Word cannot ask for: of a thing that other things hang on, and of money in an overview of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aftale_builder.pulling.changes import Added, Change, Edit, Refused, Removed
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.pulled import Pulled
from aftale_builder.source import node as nodes

_POSTS = "budget/poster"
_OVERVIEW = (
    "Her står kun noget af budgettet, og at det ikke skal stå her, sletter ingen penge. Skal posten væk, så slet den i aftalens "
    "YAML (budget, poster)."
)
_WHOLE = (
    "Den er slettet med alt, hvad der hører til, men navnet står også andre steder i filen, og budgettet og andet kan pege på "
    "den. Slet den i aftalens YAML sammen med det, der peger på den, og lav filerne igen."
)


def within(path: str, outer: str) -> bool:
    """Tell whether a path is another, or lies in it."""
    return path == outer or path.startswith(f"{outer}/")


def opposed(files: Sequence[Pulled], file: Pulled, change: Change) -> list[tuple[str, Removed]]:
    """Return what other files delete that a value of one file lies in, each with the file's name."""
    others = [(other.name, edit) for other in files if other is not file for edit in other.edits.edits]
    return [(name, edit) for name, edit in others if isinstance(edit, Removed) and within(_mine(change), edit.path)]


def told(index: Index, file: Pulled) -> Pulled:
    """Return a file in which such a deletion is refused, once for each, with all that was deleted along with it."""
    edits = file.edits.edits
    for path, name in _things(index, edits):
        edits = _refused(edits, [edit for edit in edits if _is_gone(edit) and within(_mine(edit), path)], name.before, _WHOLE)
    if _is_overview(index, file):
        for post in [edit for edit in edits if isinstance(edit, Removed) and edit.path.rpartition("/")[0] == _POSTS]:
            beside = [edit for edit in edits if _is_of_a_post(edit) and _place(edit) == _place(post)]
            edits = _refused(edits, [post, *beside], post.before, _OVERVIEW, alone=True)
    return replace(file, edits=replace(file.edits, edits=edits))


def _things(index: Index, edits: tuple[Edit, ...]) -> Iterator[tuple[str, Change]]:
    """Yield the outermost items of lists of which the name and other values are gone, and not only things in their lists."""
    gone = [edit for edit in edits if isinstance(edit, Change) and _is_gone(edit)]
    names = [edit for edit in gone if edit.path.endswith("/navn") and not edit.by]
    found: list[str] = []
    for name in sorted(names, key=lambda edit: len(edit.path)):
        path = name.path.rpartition("/")[0]
        node = index.node(path)
        more = any(within(edit.path, path) and edit.path != name.path for edit in gone)
        is_item = isinstance(node, nodes.Mapping) and isinstance(node.parent, nodes.Sequence)
        if is_item and more and not any(within(path, outer) for outer in found):
            found.append(path)
            yield path, name


def _refused(edits: tuple[Edit, ...], gone: list[Edit], before: str, why: str, *, alone: bool = False) -> tuple[Edit, ...]:
    """Return the edits with one refusal for what is gone, and, but where it is `alone`, for what was deleted in the same go."""
    places = {_place(edit) for edit in gone if edit.at.paragraph is not None}
    taken = {id(edit) for edit in gone}
    if not alone:
        taken |= {id(edit) for edit in edits if _is_gone(edit) and _place(edit) in places}
    left = tuple(edit for edit in edits if id(edit) not in taken)
    return (*left, Refused(gone[0].at, before, "", why)) if gone else edits


def _is_overview(index: Index, file: Pulled) -> bool:
    """Tell whether a file prints some posts of the budget, but not all of them."""
    node = index.node(_POSTS)
    posts = [item.path for item in node.items] if isinstance(node, nodes.Sequence) else []
    return not all(any(within(path, post) for path in file.counts) for post in posts)


def _is_of_a_post(edit: Edit) -> bool:
    return isinstance(edit, Change) and _is_gone(edit) and within(edit.path, _POSTS)


def _is_gone(edit: Edit) -> bool:
    return isinstance(edit, Removed) or (isinstance(edit, Change | Refused) and not edit.after.strip())


def _mine(edit: Edit) -> str:
    """Return the path of what an edit is of for its own sake, «» for none; what is new is of no thing that is gone."""
    if isinstance(edit, Refused | Added):
        return ""
    return edit.path if isinstance(edit, Removed) else edit.by or edit.path


def _place(edit: Edit) -> int | None:
    return edit.at.paragraph
