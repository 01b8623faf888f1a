"""Every hostile input of `tests/hostile`, at its door: crashes, tracebacks, time, memory, requests, leaks, changes.

python -m benchmarks.proofs.hostile                 # all of them
python -m benchmarks.proofs.hostile --only turtle   # those whose name holds this
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter

from tests.hostile.every import all_cases
from tests.hostile.judge import judge_all


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--only", default="")
    parser.add_argument("--quick", action="store_true", help="without `kajian check` of hostile projects")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    cases = (case for case in all_cases() if options.only in case.name)
    codes: Counter[object] = Counter()
    failed, seconds, megabytes = 0, 0.0, 0
    for judged in judge_all(cases, thorough=not options.quick):
        codes[judged.code] += 1
        seconds, megabytes = max(seconds, judged.seconds), max(megabytes, judged.megabytes)
        failed += bool(judged.faults)
        if judged.faults or options.verbose:
            said = " ".join(judged.said.split())[:160]
            print(
                f"{judged.case.name}: {'; '.join(judged.faults) or judged.code} [{judged.seconds:.1f} s, {judged.megabytes} MB] {said}",
                flush=True,
            )
    figures = {"inputs": codes.total(), "failed": failed, "exit codes": {str(c): n for c, n in codes.items()},
               "most seconds": round(seconds, 1), "most MB": megabytes}  # fmt: skip
    print(json.dumps(figures))
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
