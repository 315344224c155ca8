"""Deletions that meet something else: money that an overview does not show any more, and what another file edits."""

from __future__ import annotations

from collections.abc import Sequence
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


def within(path: str, outer: str) -> bool:
    """Tell whether a path is another, or lies in it."""
    return path == outer or path.startswith(f"{outer}/")


def opposed(files: Sequence[Pulled], file: Pulled, change: Change) -> list[tuple[str, Removed]]:
    """Return what other files delete that a value of one file lies in, each with the file's name."""
    others = [(other.name, edit) for other in files if other is not file for edit in other.edits.edits]
    return [(name, edit) for name, edit in others if isinstance(edit, Removed) and within(_mine(change), edit.path)]


def told(index: Index, file: Pulled) -> Pulled:
    """Return a file in which no money is deleted because an overview does not show it any more: it is refused, or goes unsaid.

    Where the posts went with a thing that they were told of with, say an activity, that is what was deleted.
    """
    edits = file.edits.edits
    if not _is_overview(index, file):
        return file
    posts = [edit for edit in edits if isinstance(edit, Removed) and edit.path.rpartition("/")[0] == _POSTS]
    things = {_place(edit) for edit in edits if isinstance(edit, Removed) and edit not in posts}
    for post in posts:
        gone = {id(post), *(id(edit) for edit in edits if _is_of_a_post(edit) and _place(edit) == _place(post))}
        edits = tuple(edit for edit in edits if id(edit) not in gone)
        if _place(post) not in things:
            edits = (*edits, Refused(post.at, post.before, "", _OVERVIEW))
    return replace(file, edits=replace(file.edits, edits=edits))


def _is_overview(index: Index, file: Pulled) -> bool:
    """Tell whether a file prints some posts of the budget, but not all of them."""
    node = index.node(_POSTS)
    posts = [item.path for item in node.items] if isinstance(node, nodes.Sequence) else []
    return not all(any(within(path, post) for path in file.printings) for post in posts)


def _is_of_a_post(edit: Edit) -> bool:
    return isinstance(edit, Change) and not edit.after.strip() and within(edit.path, _POSTS)


def _mine(edit: Edit) -> str:
    """Return the path of what an edit is of for its own sake, «» for none; what is new is of no thing that is gone."""
    if isinstance(edit, Refused | Added):
        return ""
    return edit.by or edit.path if isinstance(edit, Change) else edit.path


def _place(edit: Edit) -> int | None:
    return edit.at.paragraph
