"""Things that were moved in a list: gone in one place of a file, and new, with the same words, in another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from aftale_builder.pulling.changes import Added, Removed
from aftale_builder.pulling.index import Index
from aftale_builder.source import node as nodes
from aftale_builder.source.relisting import relisted
from aftale_builder.source.splice import Edit

MOVED = (
    "Det er flyttet. En ny rækkefølge kan kun hentes, hvor hver ting er én række eller ét punkt, hvor de står i aftalens egen "
    "rækkefølge (ikke for eksempel efter dato), og hvor listen ikke er ændret på anden vis. Flyt det i aftalens YAML."
)

Pairs = list[tuple[Removed, Added]]


def words(text: str) -> tuple[str, ...]:
    """Return the words of a thing, by which it is known again."""
    return tuple(sorted(re.findall(r"\w+", text.casefold())))


def said(edit: Added | Removed) -> str:
    """Return what is printed of a thing that is new, or gone."""
    return edit.before if isinstance(edit, Removed) else ", ".join(cell.text for cell in edit.cells if cell.text)


def pairs(index: Index, edits: Sequence[Added | Removed]) -> Pairs:
    """Return what is gone from a file with what came there, in its list or in another, and says the same."""
    come = [edit for edit in edits if isinstance(edit, Added)]
    found: Pairs = []
    for gone in edits:
        if not isinstance(gone, Removed) or isinstance(index.node(gone.path), nodes.Scalar):
            continue  # what is a bare text loses nothing when it is written anew
        here = next((edit for edit in come if words(said(edit)) == words(gone.before)), None)
        if here is not None:
            come.remove(here)
            found.append((gone, here))
    return found


def by_list(moved: Pairs, edits: Sequence[Added | Removed]) -> Iterator[tuple[str, Pairs, bool]]:
    """Yield each list in which something was moved, the moves, and whether that is all that was done to the list."""
    lists: dict[str, Pairs] = {}
    for gone, come in moved:
        lists.setdefault(gone.path.rpartition("/")[0], []).append((gone, come))
    paired = {id(edit) for pair in moved for edit in pair}
    for path, inside in lists.items():
        others = [edit for edit in edits if id(edit) not in paired and _list(edit) == path]
        yield path, inside, not others and all(come.path == path for _, come in inside)


def reordered(index: Index, path: str, moved: Pairs, printed: Sequence[str]) -> tuple[Edit, ...] | str:
    """Return the edits that move things in a list, none where they stand so already, or why they cannot be moved.

    `printed` are the items in the order in which the file had them. Raises `UneditableError`.
    """
    sequence = index.node(path)
    if not isinstance(sequence, nodes.Sequence):
        return MOVED
    own = [item.path for item in sequence.items]
    wanted = list(own)
    for gone, come in moved:
        if gone.path not in wanted or (come.after and come.after not in wanted):
            return MOVED
        wanted.remove(gone.path)
        wanted.insert(wanted.index(come.after) + 1 if come.after in wanted else 0, gone.path)
    if wanted == own:
        return ()
    if not _is_own(own, printed):
        return MOVED
    return relisted(sequence, [own.index(item) for item in wanted])


def holds(text: str, gone: Removed) -> bool:
    """Tell whether all words of what is gone stand in a text that is new elsewhere."""
    return Counter(words(gone.before)) <= Counter(words(text))


def _is_own(own: Sequence[str], printed: Sequence[str]) -> bool:
    """Tell whether the items of a list are printed in its own order."""
    return [item for item in printed if item in own] == [item for item in own if item in printed]


def _list(edit: Added | Removed) -> str:
    return edit.path if isinstance(edit, Added) else edit.path.rpartition("/")[0]


Orders = Mapping[str, Mapping[str, Sequence[str]]]
"""By file and list: the items in the order in which they were printed."""
