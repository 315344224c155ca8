"""Green, as a form has its guidance: told by the colour of the words, or by what is laid over or behind them."""

from __future__ import annotations

import colorsys
import re

from aftale_builder.word.reading.units import Run

_RGB = re.compile(r"[0-9A-F]{6}")
_NAMES = frozenset({"green", "brightGreen", "darkGreen"})
_HUES = (75 / 360, 165 / 360)
"""From the third accent of Office 2007-10 (9BBB59, 76923C) to where green is called blue."""
_LEAST_SATURATION = 0.25
_LIGHTNESS = (0.1, 0.85)


def is_green(run: Run) -> bool:
    """Tell whether a run's words are set in green; links and the marks of notes never are."""
    if run.link or run.note or not run.text.strip():
        return False
    return run.highlight in _NAMES or any(is_green_colour(colour) for colour in (run.colour, run.highlight))


def is_green_colour(colour: str) -> bool:
    """Tell whether RRGGBB is a green that the eye calls green."""
    if not _RGB.fullmatch(colour):
        return False
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    return _HUES[0] <= hue <= _HUES[1] and saturation >= _LEAST_SATURATION and _LIGHTNESS[0] <= light <= _LIGHTNESS[1]
