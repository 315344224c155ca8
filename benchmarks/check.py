"""What `aftale check` costs in processor time, as a whole process, beside its floor and its peers.

    python benchmarks/check.py [FOLDER] [--rounds N]

The floor is the same Python starting, and PyYAML's C parser running through the same files by events: no check that reads YAML
with it can be quicker. The peers are yamllint and check-jsonschema on the same files, where they are installed. All run in turn,
so that a machine that drifts drifts for all; medians are shown, and the ratios are what counts. Processor time, since a machine
with other work to do makes a long process wait more than a short one. Ends with 1 when `aftale check` takes more than LIMIT times
its floor.
"""

import argparse
import os
import resource as processes
import shutil
import statistics
import subprocess
import sys
import sysconfig
from pathlib import Path

from aftale_builder.resources import resource

LIMIT = 7
"""With the first 17 rules it was 3; the whole register is 156, each a file: see docs/decisions/start-up.md."""
PARSE = """
import sys, yaml
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        for event in yaml.parse(file.read(), Loader=yaml.CSafeLoader):
            pass
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """Return what is measured, by name; a peer that is not installed is left out."""
    files = [str(path) for path in sorted(folder.rglob("*.yaml"))]
    schema = str(resource("schemas") / "aftale.schema.json")
    found = {
        "gulv": [sys.executable, "-c", PARSE, *files],
        "aftale check": [_script("aftale"), "check", str(folder)],
        "yamllint": [_script("yamllint"), "-d", "relaxed", *files],
        "check-jsonschema": [_script("check-jsonschema"), "--schemafile", schema, *files],
    }
    return {name: command for name, command in found.items() if command[0]}


def _script(name: str) -> str:
    """Return the script beside this very Python: a shim on the PATH would be measured too."""
    return shutil.which(name, path=sysconfig.get_path("scripts")) or ""


def measure(measured: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return the median milliseconds of each command, run in turn; the first round warms up and is not counted.

    They run in an environment as a user has it: a machine that forbids Python to keep its bytecode would measure the compiler.
    """
    times: dict[str, list[float]] = {name: [] for name in measured}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for turn in range(rounds + 1):
        for name, command in measured.items():
            before = _processor_time()
            done = subprocess.run(command, capture_output=True, check=False, env=environment)
            if turn:
                times[name].append((_processor_time() - before) * 1000)
            if name in ("gulv", "aftale check") and done.returncode:
                sys.exit(f"{name}: exit {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")
    return {name: statistics.median(values) for name, values in times.items()}


def _processor_time() -> float:
    """Return the seconds of processor time that all processes started from here and ended have taken."""
    spent = processes.getrusage(processes.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> int:
    """Measure, print the table, and return 1 when the limit is passed."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=resource("samples") / "solbakken")
    arguments.add_argument("--rounds", type=int, default=21)
    options = arguments.parse_args()
    medians = measure(commands(options.folder), options.rounds)
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in options.folder.rglob("*.yaml"))
    print(f"{options.folder.name}: {lines} linjer YAML, {options.rounds} runder, median af hele processens processortid")
    for name, value in medians.items():
        print(f"  {name:17} {value:7.0f} ms  {value / medians['gulv']:5.1f} × gulvet")
    ratio = medians["aftale check"] / medians["gulv"]
    print(f"aftale check er {ratio:.2f} × gulvet; grænsen er {LIMIT:g}")
    return ratio > LIMIT


if __name__ == "__main__":
    sys.exit(main())
