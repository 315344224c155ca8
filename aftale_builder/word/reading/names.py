"""The standard's names, as the reader uses them. The filler has its own: the two share nothing."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
VML = "{urn:schemas-microsoft-com:vml}"
DC = "{http://purl.org/dc/elements/1.1/}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = f"{W}val"
P = f"{W}p"
PPR = f"{W}pPr"
RPR = f"{W}rPr"
TBL = f"{W}tbl"
SDT = f"{W}sdt"
"""Names used in more than one module."""

OFF = frozenset({"0", "false", "off"})
"""What an on/off property says when it is off; anything else, and saying nothing, is on."""
