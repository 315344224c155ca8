"""The folders that travel with the package."""

import pytest

from aftale_builder.resources import resource


@pytest.mark.parametrize("name", ["templates", "schemas", "samples"])
def test_the_folder_is_found(name: str) -> None:
    assert any(resource(name).iterdir())
