"""An agreement with 200 faults: what matters stands on the first screen."""

from pathlib import Path

from click.testing import CliRunner

from aftale_builder.cli.check import command
from tests.rules.cases import laid_over

SCREEN = 24
_AKTIVITET = "        - {{id: a{n}, navn: Aktivitet {n}}}\n"


def _agreement() -> str:
    """Return an agreement where a hundred aktiviteter lack what each must have, and three things are gravely wrong."""
    many = "".join(_AKTIVITET.format(n=number) for number in range(1, 101))
    text = f"# uden: vision, budget\nindsatsområder:\n  - område: beskæftigelse\n    delaftale:\n      aktiviteter:\n{many}"
    return laid_over(text).replace(
        "        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}\n", "", 1
    )


def test_the_first_screen_says_the_verdict_and_what_is_gravest(tmp_path: Path) -> None:
    (tmp_path / "aftale.yaml").write_text(_agreement(), encoding="utf-8")
    result = CliRunner().invoke(command, [str(tmp_path)], standalone_mode=False)
    assert result.return_value == 1
    lines = result.stdout.splitlines()
    assert sum(": fejl " in line or ": advarsel " in line for line in lines if line.startswith(tmp_path.as_posix())) >= 200
    screen = "\n".join(lines[:SCREEN])
    assert "Afvist." in lines[0]
    for code in ("LBF011", "LBF060", "LBF082"):
        assert code in screen, screen
