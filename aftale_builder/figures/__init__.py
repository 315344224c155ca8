"""Figures: what is drawn, as shapes and words in places, and how that becomes vector graphics. It knows no model and no Word."""
