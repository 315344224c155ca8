"""Figures: what is drawn, as shapes and words with places, and how that is set as vector graphics. It knows no model and no Word."""
