"""Why a form can't be used."""

from __future__ import annotations


class FormError(Exception):
    """A form that can't be filled in. `message` says what was seen, `remedy` how to mend it; both are for users."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message}\n{remedy}")
        self.message = message
        self.remedy = remedy
