"""Rules over a finished Word file: what a reviewer has in hand."""
