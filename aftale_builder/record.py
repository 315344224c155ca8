"""Records: frozen dataclasses with slots whose methods stand here once.

`dataclass(frozen=True)` writes and compiles five functions for each class, which was a third of the time `aftale check` takes. A
record is a dataclass to `dataclasses.fields` and to the type checker; only its methods are shared.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

Class = TypeVar("Class", bound=type)
_FIELDS = "__record_fields__"


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: Class) -> Class:
    """Make a class a record: frozen, with slots, equal by its values."""
    cls.__eq__, cls.__hash__ = _eq, _hash  # type: ignore[method-assign, assignment]
    return thing(cls)


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def thing(cls: Class) -> Class:
    """Make a class a record that is equal to itself alone."""
    cls.__init__, cls.__repr__ = _init, _repr  # type: ignore[misc, method-assign, assignment]
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__setattr__ = made.__delattr__ = _frozen
    setattr(made, _FIELDS, tuple((item.name, item.default, item.default_factory) for item in fields(made)))
    return made  # type: ignore[no-any-return]


def _init(self: Any, *args: Any, **values: Any) -> None:
    places = getattr(type(self), _FIELDS)
    if len(args) > len(places):
        raise TypeError(f"{type(self).__name__} takes {len(places)} values, not {len(args)}")
    for position, (name, default, factory) in enumerate(places):
        if position < len(args):
            value = args[position]
        elif name in values:
            value = values.pop(name)
        elif default is not MISSING:
            value = default
        elif factory is not MISSING:
            value = factory()
        else:
            raise TypeError(f"{type(self).__name__} needs {name}")
        object.__setattr__(self, name, value)
    if values:
        raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")


def _frozen(self: Any, name: str, *_: Any) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name, _, _ in getattr(type(self), _FIELDS))


def _eq(self: Any, other: object) -> bool:
    return type(self) is type(other) and _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    named = ", ".join(f"{item.name}={getattr(self, item.name)!r}" for item in fields(self) if item.repr)
    return f"{type(self).__name__}({named})"
