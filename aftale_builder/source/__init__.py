"""Files of an agreement to nodes with places, and back."""
