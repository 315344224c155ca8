"""Colours of a theme, with tint and shade, to RRGGBB."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from lxml import etree

from aftale_builder.word.reading.names import VAL, A, W

_SCHEME_NAMES = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


def theme_colours(theme: etree._Element | None) -> dict[str, str]:
    """Return the colours of a theme part by the scheme's names («accent1» → «4F81BD»)."""
    scheme = theme.find(f".//{A}clrScheme") if theme is not None else None
    if scheme is None:
        return {}
    colours = ((slot, next(iter(slot), None)) for slot in scheme)
    return {
        etree.QName(slot).localname: colour.get("val" if colour.tag == f"{A}srgbClr" else "lastClr", "")
        for slot, colour in colours
        if colour is not None
    }


def resolve(colour: etree._Element, theme: Mapping[str, str]) -> str:
    """Return what a `w:color` means as RRGGBB in capitals, «» where it is automatic."""
    name = colour.get(f"{W}themeColor")
    base = theme.get(_SCHEME_NAMES.get(name, name), "") if name else ""
    if base:
        return _shifted(base, colour.get(f"{W}themeTint"), colour.get(f"{W}themeShade")).upper()
    value = colour.get(VAL, "auto")
    return "" if value == "auto" else value.upper()


def _shifted(base: str, tint: str | None, shade: str | None) -> str:
    try:
        red, green, blue = (int(base[i : i + 2], 16) / 255 for i in (0, 2, 4))
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        if tint:
            share = int(tint, 16) / 255
            light = light * share + 1 - share
        if shade:
            light *= int(shade, 16) / 255
    except ValueError:
        return base
    return "".join(f"{round(value * 255):02X}" for value in colorsys.hls_to_rgb(hue, light, saturation))
