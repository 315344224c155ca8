"""The typed agreement."""

from aftale_builder.model.loading import Loaded, load

__all__ = ["Loaded", "load"]
