"""The small faults: each way in which one place of a module could have been written wrongly."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import CodeType
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}
_PATTERNS = {"pattern", "compile", "search", "match", "fullmatch", "sub", "finditer"}
_WORDING = {"Hit", "Related", "RuleError", "join"}
_LABELS = {"subject", "message", "help"}
_BOUND = {"krav", "generations"}
_MATCHES_NOTHING = "(?!)"
_STRANGE = "\N{CURRENCY SIGN}"


class Site(NamedTuple):
    """A place in a tree: the field of a node, and which of them where the field is a list."""

    node: ast.AST
    field: str
    number: int | None

    def put(self, value: object) -> object:
        """Put a value here and return what stood here before."""
        held = getattr(self.node, self.field)
        if self.number is None:
            setattr(self.node, self.field, value)
            return held
        before, held[self.number] = held[self.number], value
        return before


class Mutant(NamedTuple):
    """One fault: where it stands, what is written there instead, and both in words."""

    site: Site
    value: object
    line: int
    told: str


class Mutated(NamedTuple):
    """A module's tree and all its mutants, in the order of the file."""

    tree: ast.Module
    mutants: tuple[Mutant, ...]

    def code(self, number: int, file: str) -> CodeType:
        """Return the module with one of its mutants, compiled."""
        mutant = self.mutants[number]
        before = mutant.site.put(mutant.value)
        try:
            return compile(ast.fix_missing_locations(self.tree), file, "exec")
        finally:
            mutant.site.put(before)


def mutated(source: str) -> Mutated:
    """Return a module's tree and every mutant of it."""
    tree = ast.parse(source)
    return Mutated(tree, tuple(_below(tree)))


def _below(node: ast.AST, *, wording: bool = False) -> Iterator[Mutant]:
    """Yield the mutants of all that a node holds. Words for the user are left alone: they are judged by reading them."""
    for field, held in ast.iter_fields(node):
        if field in ("annotation", "returns"):
            continue
        for index, child in enumerate(held) if isinstance(held, list) else [(None, held)]:
            if isinstance(child, ast.AST) and not _is_left(child):
                site = Site(node, field, index)
                told = wording or _is_wording(node, child)
                yield from (mutant for mutant in _here(site, child) if not (told and _is_text(child)))
                if field != "decorator_list":
                    yield from _below(child, wording=told)
                else:
                    yield from _unbound(child)


def _is_left(child: ast.AST) -> bool:
    """Tell whether nothing can go wrong in a child that a test of behaviour could see: imports, docstrings, types."""
    if isinstance(child, ast.Import | ast.ImportFrom):
        return True
    if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
        return True
    typing_only = isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"
    return typing_only or isinstance(child, ast.expr_context)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_wording(node: ast.AST, child: ast.AST) -> bool:
    if isinstance(node, ast.JoinedStr | ast.FormattedValue):
        return isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)
    if isinstance(node, ast.keyword):
        return node.arg in _LABELS
    return isinstance(node, ast.Call) and _name(node.func) in _WORDING and isinstance(child, ast.Constant)


def _name(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def _here(site: Site, node: ast.AST) -> Iterator[Mutant]:
    """Yield the mutants that put something else in the place of a node, and those of its own operators."""
    for value in _instead_of(node, site):
        yield Mutant(site, value, getattr(node, "lineno", 0), f"{_short(node)} → {_short(value)}")
    before = _short(node)
    for own, operator in _operators(node):
        held = own.put(operator)
        after = _short(node)
        own.put(held)
        yield Mutant(own, operator, getattr(node, "lineno", 0), f"{before} → {after}")


def _instead_of(node: ast.AST, site: Site) -> Iterator[ast.AST]:
    match node:
        case ast.BoolOp(values=values):
            for left_out in range(len(values)):
                rest = values[:left_out] + values[left_out + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant():
            yield from _other_constant(node, site)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Return(value=None):
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case _:
            pass
    asked = site.field == "test" or (isinstance(site.node, ast.comprehension) and site.field == "ifs")
    if asked and isinstance(node, ast.expr) and not isinstance(node, ast.Compare | ast.UnaryOp):
        yield ast.UnaryOp(ast.Not(), node)


def _other_constant(node: ast.Constant, site: Site) -> Iterator[ast.Constant]:
    match node.value:
        case bool(value):
            yield ast.Constant(not value)
        case int(value):
            yield ast.Constant(value + 1)
        case str(value) if isinstance(site.node, ast.Call) and _name(site.node.func) in _PATTERNS and site.number == 0:
            yield ast.Constant(_MATCHES_NOTHING)
        case str(value) if value and " " not in value.strip():
            yield ast.Constant(_STRANGE + value)
        case _:
            pass


def _operators(node: ast.AST) -> Iterator[tuple[Site, object]]:
    match node:
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                yield from ((Site(node, "ops", index), other()) for other in _COMPARED[type(op)])
        case ast.BoolOp(op=op):
            yield Site(node, "op", None), ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _COMPUTED:
            yield Site(node, "op", None), _COMPUTED[type(op)]()
        case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
            yield Site(node, "func", None), ast.Name(_CALLED[name], ast.Load())
        case _:
            pass


def _unbound(decorator: ast.AST) -> Iterator[Mutant]:
    """Yield the mutants of a rule's declaration: it no longer asks for the demand, or the generations, that it is bound to."""
    if isinstance(decorator, ast.Call):
        for keyword in decorator.keywords:
            if keyword.arg in _BOUND:
                rest = [other for other in decorator.keywords if other is not keyword]
                yield Mutant(Site(decorator, "keywords", None), rest, decorator.lineno, f"uden {ast.unparse(keyword)}")


def _short(node: object, length: int = 70) -> str:
    text = " ".join(ast.unparse(node).split()) if isinstance(node, ast.AST) else str(node)
    return text if len(text) <= length else text[: length - 1] + "…"
