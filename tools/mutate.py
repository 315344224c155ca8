"""Mutation run over `aftale_builder/rules/`: `python -m tools.mutate [MODULE…] [--sample N] [--seed N] [--least PCT]`.

Puts one small fault at a time into a rule or a helper of rules, and sees whether the tests find it: first the rule's cases, then
every other case, then the other tests of rules (`tools/mutation/judging.py` says which). Ends with 1 when fewer than `--least`
per cent are found. The faults are listed in `tools/mutation/operators.py`; those that nothing found are printed, file and line.
The sample is drawn by the seed from all faults in order, so the same files give the same figure. Needs `os.fork`.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tools.mutation.houses import EVERYTHING, TOP, code_of, file_of, under_test
from tools.mutation.judging import Read, kills, read_cases
from tools.mutation.operators import Mutated, mutated

_MEMORY = 4 * 2**30


class Task(NamedTuple):
    """A module, and the number of the fault to put into it; None for the module as it is."""

    module: str
    number: int | None = None


def main(arguments: Sequence[str]) -> int:
    """Run and report; return 1 where too few faults are found."""
    options = _options().parse_args(arguments)
    chosen = _chosen(options.modules, options.sample, options.seed)
    cases, started = read_cases(), time.monotonic()
    gc.freeze()
    if any(_outcomes([Task(EVERYTHING)], cases, 1, 10 * options.timeout)):
        sys.stderr.write("the tests fail before anything is changed\n")
        return 2
    found = _outcomes(chosen, cases, options.jobs, options.timeout)
    for task, killed in zip(chosen, found, strict=True):
        if not killed:
            print(_told(task))
    share = 100 * sum(found) / len(found)
    print(f"{sum(found)} of {len(found)} faults found: {share:.1f} % ({time.monotonic() - started:.0f} s)")
    return int(share < options.least)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.add_argument("modules", nargs="*", help="codes of rules (LBF061) or names of helpers (financing); default: all")
    parser.add_argument("--sample", type=int, default=0, help="how many faults to draw; default: all there are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=90.0, help="the per cent that must be found")
    parser.add_argument("--timeout", type=int, default=60, help="seconds until a fault that hangs counts as found")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser


def _chosen(wanted: Sequence[str], sample: int, seed: int) -> list[Task]:
    modules = [name for name in under_test() if not wanted or {code_of(name), name.rpartition(".")[2]} & set(wanted)]
    every = [Task(name, number) for name in modules for number in range(len(_mutated(name).mutants))]
    if not every:
        raise SystemExit(f"no faults to put into {', '.join(wanted)}")
    return sorted(random.Random(seed).sample(every, sample)) if 0 < sample < len(every) else every  # noqa: S311


@cache
def _mutated(name: str) -> Mutated:
    return mutated(file_of(name).read_text(encoding="utf-8"))


def _told(task: Task) -> str:
    mutant = _mutated(task.module).mutants[task.number or 0]
    return f"{file_of(task.module).relative_to(TOP).as_posix()}:{mutant.line}: {mutant.told}"


def _outcomes(tasks: Sequence[Task], cases: Sequence[Read], jobs: int, timeout: int) -> list[bool]:
    """Return for each task whether the tests fail; each in a process of its own, so that no change outlives it."""
    running: dict[int, int] = {}
    found = [False] * len(tasks)
    for number, task in enumerate(tasks):
        if len(running) >= jobs:
            _collect(running, found)
        running[_start(task, cases, timeout)] = number
    while running:
        _collect(running, found)
    return found


def _start(task: Task, cases: Sequence[Read], timeout: int) -> int:
    """Return the process that judges a task. It ends with 0 only where the tests hold; one that hangs is ended by the alarm."""
    code = None if task.number is None else _mutated(task.module).code(task.number, str(file_of(task.module)))
    if pid := os.fork():
        return pid
    signal.alarm(timeout)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    ended = 1
    try:
        ended = int(kills(task.module, code, cases))
    finally:
        os._exit(ended)


def _collect(running: dict[int, int], found: list[bool]) -> None:
    """Wait for one of the processes, and note what it said."""
    pid, status = os.wait()
    found[running.pop(pid)] = status != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
