"""Which post and which line of financing each line of a table is: known by what is printed of it, never guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from aftale_builder.documents import danish
from aftale_builder.documents.budget_layout import kind_name
from aftale_builder.documents.facts import Facts
from aftale_builder.importing.budget_labels import Column, Part, plain
from aftale_builder.importing.budget_lines import Line
from aftale_builder.importing.budget_making import quoted
from aftale_builder.model.budget import Budget, Finansiering, Kilde, Post
from aftale_builder.model.kinds import KildeType


@dataclass(slots=True)
class Matched:
    """Lines with what they are in the budget; those that are new; what the file does not have; and what is unclear."""

    posts: list[tuple[Line, Post]] = field(default_factory=list)
    new_posts: list[Line] = field(default_factory=list)
    funding: list[tuple[Line, Kilde, Finansiering | None]] = field(default_factory=list)
    new_sources: list[Line] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def match(lines: Sequence[Line], facts: Facts, budget: Budget, *, ours: bool) -> Matched:
    """Return what each line is; `ours` says that the workbook was made by us, so that a post's number is its id."""
    found = Matched()
    posts = [line for line in lines if line.part is Part.POSTS]
    funding = [line for line in lines if line.part is Part.FUNDING]
    if posts:
        _match_posts(posts, budget, found, ours=ours)
    if funding:
        _match_funding(funding, facts, budget, found)
    return found


# --- posts ----------------------------------------------------------------------------------------------------------------


def _match_posts(lines: Sequence[Line], budget: Budget, found: Matched, *, ours: bool) -> None:
    by_text = _grouped(budget.poster, lambda post: plain(post.tekst))
    by_id = _grouped(budget.poster, lambda post: str(post.id).casefold())
    texts = Counter(plain(line.name) for line in lines)
    taken: dict[int, Line] = {}
    for line in lines:
        named = by_text.get(plain(line.name), [])
        numbered = by_id.get(line.words.get(Column.NUMBER, "").casefold(), [])
        if not named and not (ours and len(numbered) == 1):
            found.new_posts.append(line)
            continue
        post = _post(line, named, numbered, found, ours=ours, alone=texts[plain(line.name)] == 1)
        if post is None:
            continue
        if id(post) in taken:
            found.problems.append(f"{line.place}: posten «{line.name}» står også i {taken[id(post)].place}.")
            continue
        taken[id(post)] = line
        found.posts.append((line, post))
    left = [f"{post.id} {post.tekst}" for post in budget.poster if id(post) not in taken]
    _missing(left, found.new_posts, found, "post")


def _post(
    line: Line, named: Sequence[Post], numbered: Sequence[Post], found: Matched, *, ours: bool, alone: bool
) -> Post | None:  # fmt: skip
    """Return which of the posts of its name and of its number a line is; None, and told, where that is not clear."""
    both = [post for post in numbered if post in named]
    if len(both) == 1:
        return both[0]
    if not named:
        found.remarks.append(f"{line.place}: posten {numbered[0].id} hedder nu «{line.name}» i arket. Kun beløbene er hentet.")
        return numbered[0]
    if ours and numbered:
        found.problems.append(f"{line.place}: nummeret er {numbered[0].id}, men navnet er det, som {named[0].id} har.")
    elif len(named) == 1 and alone:
        return named[0]
    else:
        found.problems.append(f"{line.place}: «{line.name}» kan være {danish.listed(str(one.id) for one in named)}.")
    return None


# --- financing ------------------------------------------------------------------------------------------------------------


def _match_funding(lines: Sequence[Line], facts: Facts, budget: Budget, found: Matched) -> None:
    names = [(kilde, _names(facts, kilde)) for kilde in budget.kilder]
    seen: dict[str, list[Line]] = {}
    by_source: dict[str, Kilde] = {}
    for line in lines:
        fitting = [kilde for kilde, known in names if plain(line.name) in known[0]] or [
            kilde for kilde, known in names if plain(line.name) in known[1]
        ]
        if len(fitting) > 1:
            fitting = [kilde for kilde in fitting if _tells(facts, kilde, line)] or fitting
        if len(fitting) > 1:
            found.problems.append(
                f"{line.place}: «{line.name}» kan være {danish.listed(str(kilde.id) for kilde in fitting)}. Giv kilderne hver "
                "sit navn."
            )
        elif fitting:
            seen.setdefault(str(fitting[0].id), []).append(line)
            by_source[str(fitting[0].id)] = fitting[0]
        else:
            found.new_sources.append(line)
    for ref, mine in seen.items():
        _pair(mine, by_source[ref], [line for line in budget.finansiering if line.kilde == ref], found)
    paying = dict.fromkeys(line.kilde for line in budget.finansiering if line.kilde and line.kilde not in seen)
    _missing([facts.kilde(ref) for ref in paying], found.new_sources, found, "kilde")


def _pair(lines: Sequence[Line], kilde: Kilde, ours: Sequence[Finansiering], found: Matched) -> None:
    """Pair the lines of one source: one with one; several only in the order that they are printed in."""
    if len(lines) == max(len(ours), 1):
        found.funding += [(line, kilde, ours[at] if ours else None) for at, line in enumerate(lines)]
    else:
        found.problems.append(
            f"{lines[0].place}: kilden «{lines[0].name}» har {len(lines)} linjer i arket og {len(ours)} i budgettet. "
            "Lad de to være ens, og kør igen."
        )


def _names(facts: Facts, kilde: Kilde) -> tuple[set[str], set[str]]:
    """Return what a source surely is called, and what else it may be called."""
    part = facts.aftale.part(kilde.part)
    sure = {plain(facts.kilde(str(kilde.id))), plain(str(kilde.id))}
    also = {plain(name) for name in ((part.navn, *part.kaldes) if part else ())}
    if kilde.type is KildeType.LBF:
        also |= {"lbf", "landsbyggefonden"}
    return sure, also


def _tells(facts: Facts, kilde: Kilde, line: Line) -> bool:
    """Tell whether the other columns of a line say what they say of this source."""
    told = {
        Column.KIND: {plain(kind_name(facts, kilde)), kilde.type or ""},
        Column.FORM: {plain(kilde.form or "")},
    }
    return all(plain(line.words.get(kind, "")) in words for kind, words in told.items() if line.words.get(kind))


# --- both -----------------------------------------------------------------------------------------------------------------


def _missing(left: Sequence[str], new: Sequence[Line], found: Matched, what: str) -> None:
    """Tell of what the file does not have; with new lines beside, one may be the other under a new name: that is unclear."""
    if not left:
        return
    absent = quoted(left)
    if new:
        lines = quoted([line.name for line in new])
        found.problems.append(
            f"Arket har {lines}, som budgettet ikke har; og budgettet har {absent}, som arket ikke har. Er det den samme {what}, "
            "så giv den samme navn begge steder. Ellers slet den, der ikke skal være der."
        )
    else:
        found.missing.append(f"{absent} står ikke i arket og er ikke ændret.")


def _grouped(posts: Iterable[Post], key: Callable[[Post], str]) -> dict[str, list[Post]]:
    groups: dict[str, list[Post]] = {}
    for post in posts:
        if found := key(post):
            groups.setdefault(found, []).append(post)
    return groups
