"""Workbooks: plain data to .xlsx, and the proof that all of it is there. Knows nothing of the agreement."""
