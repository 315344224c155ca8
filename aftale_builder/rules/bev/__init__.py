"""Failed proofs; raised by the render."""
