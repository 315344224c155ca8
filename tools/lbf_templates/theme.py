"""theme1.xml: the least that a theme must hold. Our styles name their own fonts and colours."""

from __future__ import annotations

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F3D4C",
    "lt2": "E9EFF2",
    "accent1": "1F3D4C",
    "accent2": "5B6B73",
    "accent3": "0B5394",
    "accent4": "6A994E",
    "accent5": "B26A00",
    "accent6": "B3261E",
    "hlink": "0B5394",
    "folHlink": "5B3A8E",
}


def theme() -> str:
    """Return the whole of theme1.xml."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_A}" name="aftale-builder"><a:themeElements><a:clrScheme name="aftale-builder">{colours}</a:clrScheme>'
        f'<a:fontScheme name="aftale-builder"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="aftale-builder"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
