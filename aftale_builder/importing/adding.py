"""What Word files tell, put into an agreement where it is missing."""

from __future__ import annotations

from collections.abc import Sequence

from aftale_builder.importing.delaftale import Delaftale
from aftale_builder.importing.filling import Filling
from aftale_builder.importing.front import kind_of
from aftale_builder.importing.gathering import Gathered, Source
from aftale_builder.importing.known import effort_of, entry, is_empty, organ_of
from aftale_builder.importing.kommissorium import Kommissorium
from aftale_builder.importing.paper import Tree, days
from aftale_builder.importing.tree import block
from aftale_builder.importing.writing import kommissorium_file, part_file, text_file, with_organ
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import OrganType
from aftale_builder.source.editing import UneditableError
from aftale_builder.source.emit import Raw, document
from aftale_builder.source.node import Mapping, Node, Scalar, Unreadable
from aftale_builder.source.node import Sequence as Listed
from aftale_builder.source.splice import Edit
from aftale_builder.starting import delaftale_file


def kommissorium_of(aftale: Aftale, told: Kommissorium) -> Node | None:
    """Return the kommissorium of an organ; of the bestyrelse, the one that names no organ too."""
    items = _kommissorier(aftale.node.entries.get("kommissorium"))
    named = next((item for item in items if str(getattr(entry(item, "organ"), "value", "")) == told.ref), None)
    of_board = told.ref == board(aftale) or (told.of_board and not board(aftale))
    return named or (next((item for item in items if is_empty(entry(item, "organ"))), None) if of_board else None)


def _kommissorier(node: Node | None) -> list[Node]:
    return list(node.items) if isinstance(node, Listed) else [node] if node is not None else []


def board(aftale: Aftale) -> str:
    """Return the id of the first bestyrelse, «» where there is none."""
    organs = aftale.organisation.organer if aftale.organisation else ()
    return next((str(organ.id) for organ in organs if organ.type is OrganType.BESTYRELSE), "")


def put(found: Gathered, aftale: Aftale, filling: Filling) -> None:
    """Put all that the files tell where it is missing. Raises `UneditableError`, `FileExistsError`."""
    root = aftale.node
    filling.fill(root, "aftale", _of_agreement(found, root))
    for source, _, one in found.delaftaler:
        _put_delaftale(source, one, root, filling)
    made = [_put_kommissorium(source, paper, aftale, filling) for source, _, paper in found.kommissorier]
    _list(root, [name for name in made if name], filling)
    _put_organs(found, root, filling)


def _of_agreement(found: Gathered, root: Mapping) -> Tree:
    """Return what the files tell of the agreement as such."""
    world = found.world
    tree: Tree = {"navn": world.navn, **world.case}
    if world.periode is not None:
        tree["periode"] = days(world.periode)
    if is_empty(root.entries.get("parter")):
        named = world.parts.by_id.items()
        tree["parter"] = [{"id": Raw(ref), "navn": name, "type": Raw(kind_of(name))} for ref, name in named]
    if is_empty(root.entries.get("boligområder")):
        tree["boligområder"] = [{"id": Raw(ref), "navn": name} for ref, name in world.areas.by_id.items()]
    return tree


def _put_delaftale(source: Source, told: Delaftale, root: Mapping, filling: Filling) -> None:
    effort, name = effort_of(root, told.area), delaftale_file(told.area)
    text = part_file("delaftale", told.tree, source)
    problem = told.problem.text if told.problem is not None else ""
    if effort is None:
        tree: Tree = {"område": Raw(told.area), "data": told.figures, "kerneudfordringer": told.challenges}
        if problem:
            tree["problemkompleks"] = Raw(f"!fil {_text(told.area)}")
            filling.make(_text(told.area), problem)
        filling.make(name, text)
        filling.append(root, "indsatsområder", [{**tree, "delaftale": Raw(f"!fil {name}")}])
        return
    there = effort.entries.get("delaftale")
    if isinstance(there, Mapping) and there.entries:
        filling.fill(there, "delaftale", told.tree)
    else:
        filling.bring(effort, "delaftale", name, _for(there, text, document(block("delaftale", told.tree))))
    if problem:
        filling.bring(effort, "problemkompleks", _text(told.area), problem)
    filling.append(effort, "data", told.figures)
    filling.append(effort, "kerneudfordringer", told.challenges)


def _text(area: str) -> str:
    return text_file(f"indsatsområder/{area}/problemkompleks")


def _for(there: Node | None, whole: str, content: str) -> str:
    """Return the text of a new file, or, for one that is there and empty, its content alone."""
    return content if there is not None and there.via is not None else whole


def _put_kommissorium(source: Source, told: Kommissorium, aftale: Aftale, filling: Filling) -> str:
    """Put in a kommissorium; return the name of the new file that the agreement is to bring in, «» where there is none."""
    root = aftale.node
    all_of_them, there = root.entries.get("kommissorium"), kommissorium_of(aftale, told)
    tree = with_organ(told) if told.ref != board(aftale) else told.tree
    text = part_file("kommissorium", tree, source)
    name = kommissorium_file("" if tree is told.tree else told.ref)
    if isinstance(there, Mapping) and there.entries:
        filling.fill(there, "kommissorium", tree)
    elif there is not None and there is all_of_them and (there.via is not None or isinstance(there, Unreadable)):
        filling.bring(root, "kommissorium", name, _for(there, text, document(block("kommissorium", tree))))
    else:
        filling.make(name, text)
        return name
    return ""


def _list(root: Mapping, names: Sequence[str], filling: Filling) -> None:
    """Have the agreement bring in new kommissorier beside what it has. Raises `UneditableError`."""
    there = root.entries.get("kommissorium")
    if not names or there is None or isinstance(there, Listed) or (isinstance(there, Scalar) and there.via is None):
        filling.append(root, "kommissorium", [Raw(f"!fil {name}") for name in names])
        return
    span = there.via or there.span
    if not span.text.startswith("!fil"):
        raise UneditableError(there, "Kommissoriet står her selv. Skriv det i en fil, og hent den med !fil, så der kan være to.")
    filling.edits.append(Edit(span, "".join(f"\n  - {one}" for one in (span.text.strip(), *(f"!fil {name}" for name in names)))))


def _put_organs(found: Gathered, root: Mapping, filling: Filling) -> None:
    """Put in what the kommissorier tell of organs, and the organs that the agreement does not name."""
    organs: list[Tree] = []
    for tree in found.organs:
        there = organ_of(root, tree["id"].yaml)
        if there is None:
            organs.append(tree)
    for _, _, paper in found.kommissorier:
        there = organ_of(root, paper.ref)
        if there is not None:
            filling.fill(there, "organer", paper.organ)
    organisation = root.entries.get("organisation")
    if isinstance(organisation, Mapping) and organisation.entries:
        filling.append(organisation, "organer", organs)
        filling.append(organisation, "bindeled", found.links)
    else:
        filling.fill(
            root, "aftale", {"organisation": {"organer": organs, "bindeled": found.links}} if organs or found.links else {}
        )
