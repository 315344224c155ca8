"""The mutation run: which faults are put in, and that one that matters is found while an untouched rule holds."""

import os
import sys

import pytest

from tools.mutation.houses import RULES, code_of, users_of
from tools.mutation.operators import mutated


def told(source: str) -> list[str]:
    return [mutant.told for mutant in mutated(source).mutants]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < 1", ["a < 1 → a <= 1", "a < 1 → a >= 1", "1 → 2"]),
        ("x = a and b", ["a and b → b", "a and b → a", "a and b → a or b"]),
        ("x = not a", ["not a → a"]),
        ("def f():\n    return a", ["return a → return None"]),
        ("f('navn')", ["f('navn') → pass", "'navn' → '¤navn'"]),
        ("x = re.compile('a b')", ["'a b' → '(?!)'"]),
        ("x = any(a)", ["any(a) → all(a)"]),
        ("@rule('A', krav='budget')\ndef f(): pass", ["uden krav='budget'"]),
        ("x = Hit('navn')", []),
        ('"""Siden."""\nimport a\nx: int', []),
    ],
)
def test_faults(source: str, expected: list[str]) -> None:
    assert told(source) == expected


def test_a_fault_is_in_its_own_code_alone() -> None:
    module = mutated("x = 1 + 2")
    values = []
    for number in range(len(module.mutants)):
        names: dict[str, int] = {}
        exec(module.code(number, "x.py"), names)
        values.append(names["x"])
    assert values == [-1, 4, 4]


def test_rules_and_helpers_know_who_uses_them() -> None:
    rule = f"{RULES}.lbf.lbf061_medfinansiering_under_25"
    assert code_of(rule) == "LBF061"
    assert code_of(f"{RULES}.financing") == ""
    assert rule in users_of(f"{RULES}.financing")
    assert f"{RULES}.financing" not in users_of(rule)


@pytest.mark.langsom
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a fault lives in a forked process")
def test_nearly_every_fault_of_a_small_sample_is_found() -> None:
    import subprocess

    run = subprocess.run([sys.executable, "-m", "tools.mutate", "LBF061", "LBF010", "LOG201"], check=False, capture_output=True)
    assert run.returncode == 0, (run.stdout + run.stderr).decode()
