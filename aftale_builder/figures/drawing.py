"""A drawing: boxes with words and lines between them, in twentieths of a point. It is set in Word, as SVG and as EMF.

Boxes stand in reading order: what reads the picture aloud, reads their words in that order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from aftale_builder.findings import Anchored

SMALLEST = 18
"""The smallest size of words, in half points: 9 pt."""

LONGEST = 1_500
"""How many characters of a text a figure shows: what is longer is no name, and stands whole where it belongs."""


def sentence(words: str) -> str:
    """Return words with a full stop, unless they end as a sentence does already."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


Point = tuple[int, int]


class Shape(StrEnum):
    """The outline of a box, by DrawingML's names."""

    RECTANGLE = "rect"
    ROUNDED = "roundRect"
    ELLIPSE = "ellipse"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of a box: one line of words, broken as needed. `size` is in half points; `anchor` is its place in the YAML."""

    words: str
    anchor: Anchored | None = None
    bold: bool = False
    size: int = SMALLEST

    def __post_init__(self) -> None:
        words = " ".join(self.words.split())
        object.__setattr__(self, "words", words if len(words) <= LONGEST else f"{words[:LONGEST]} …")
        if self.size < SMALLEST:
            raise ValueError("words smaller than 9 pt cannot be read")


@dataclass(frozen=True, slots=True)
class Box:
    """A shape with words, or a mere surface where it has none. `fill` and `edge` are RRGGBB, «» where there is none.

    Words stand at the left and in the middle of the height, unless `centred` or `top` says otherwise; `margin` is the room
    between them and the edge.
    """

    x: int
    y: int
    width: int
    height: int
    texts: tuple[Text, ...] = ()
    fill: str = ""
    edge: str = ""
    shape: Shape = Shape.RECTANGLE
    centred: bool = False
    top: bool = False
    dashed: bool = False
    margin: int = 80

    def moved(self, down: int, right: int = 0) -> Box:
        """Return the box further down."""
        return replace(self, x=self.x + right, y=self.y + down)


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; with an arrowhead at its `start` or `end`. `width` is in twentieths of a point."""

    points: tuple[Point, ...]
    colour: str
    width: int = 20
    dashed: bool = False
    start: bool = False
    end: bool = False

    def moved(self, down: int, right: int = 0) -> Line:
        """Return the line further down."""
        return replace(self, points=tuple((x + right, y + down) for x, y in self.points))


Item = Box | Line


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: which figure it is («organisationsdiagram»), its title, what it tells in words, its size and its items."""

    name: str
    title: str
    alt: str
    width: int
    height: int
    items: tuple[Item, ...]

    def worded(self, say: Callable[[str], str]) -> Drawing:
        """Return the drawing with other words in the same places."""
        items = tuple(
            replace(item, texts=tuple(replace(text, words=say(text.words)) for text in item.texts))
            if isinstance(item, Box)
            else item
            for item in self.items
        )
        return replace(self, title=say(self.title), alt=say(self.alt), items=items)

    @property
    def boxes(self) -> Iterator[Box]:
        """Yield the boxes that have words, in reading order."""
        return (item for item in self.items if isinstance(item, Box) and item.texts)

    @property
    def lonely(self) -> bool:
        """Tell whether only one box has words: LibreOffice sets those of a group's only text box many times on each other."""
        return len(list(self.boxes)) == 1

    @property
    def texts(self) -> Iterator[Text]:
        """Yield all words, in reading order."""
        return (text for box in self.boxes for text in box.texts)
