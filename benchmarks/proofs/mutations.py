"""Mutated files at every reader: a batch worker reads them one after the other, the parent counts how it ended.

    python -m benchmarks.proofs.mutations                    # 100,000
    python -m benchmarks.proofs.mutations --count 2000

A seed is a good file of each kind; a mutation turns, cuts, doubles or moves bytes of it, or puts in what readers trip
over. Right is a result or a refusal of ours; wrong is any other exception, more than 10 s, or the end of the process.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SECONDS = 10
WORDS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\uD800", b"{", b"}", b"[", b"]", b"(", b")", b"<<(", b'"', b'"""', b"\\", b"@", b"%", b"#",
    b"&x;", b"<!DOCTYPE x [", b"\r", b"\n\n", b"|", b"*", b"_", b"dalam ", b"(Sari, 2019)", b"9" * 400, b"$", b"^^", b"\\input{x}", b"ER  - ", b"TY  - ", b", ",
)  # fmt: skip

Reader = Callable[[bytes], object]


def readers() -> dict[str, tuple[bytes, Reader]]:
    """Kind -> a good file and what reads it."""
    from kb.audit.audit import audit
    from kb.reading.drafts import read_draft
    from kb.reading.records.csljson import read_csl_json
    from kb.reading.records.ris import read_ris
    from kb.store.bibliography_read import read_bibliography
    from kb.store.query_guard import judge
    from kb.store.turtle_spans import read_document, require_turtle
    from tests.hostile.bib_inputs import GOOD
    from tests.hostile.judge import NOTES, SETTINGS
    from tests.hostile.office_inputs import packed, word

    def turtle(data: bytes) -> None:
        require_turtle("x.ttl", data)
        read_document(data, "urn:x#")

    def settings(data: bytes) -> None:
        from tempfile import TemporaryDirectory

        from kb.store.configuration import read_configuration

        with TemporaryDirectory() as home:
            (Path(home) / "kajian.toml").write_bytes(data)
            read_configuration(Path(home))

    chapter = (ROOT / "ontology" / "balewangi" / "bab2.md").read_bytes()[:6_000]
    latex = next(iter(ROOT.glob("tests/audit/corpus/held_out/*/*.tex"))).read_bytes()
    ris = b"TY  - BOOK\r\nAU  - Sari, Dewi\r\nTI  - Judul\r\nPY  - 2019\r\nER  - \r\n"
    csl = b'[{"id": "x", "type": "book", "title": "T", "author": [{"family": "Sari"}], "issued": {"date-parts": [[2019]]}}]'
    return {
        "bib": (GOOD.encode() * 3, lambda data: read_bibliography(data, "x.bib")),
        "turtle": (NOTES.encode(), turtle),
        "settings": (SETTINGS.encode(), settings),
        "md": (chapter, lambda data: audit(read_draft([("x.md", data)]))),
        "tex": (latex, lambda data: audit(read_draft([("x.tex", data)]))),
        "docx": (packed(word()), lambda data: read_draft([("x.docx", data)])),
        "ris": (ris * 2, lambda data: read_ris("x.ris", data)),
        "csl": (csl, lambda data: read_csl_json("x.json", data)),
        "query": (b"SELECT ?c { ?c skos:prefLabel ?l FILTER(LANG(?l) = 'id') } LIMIT 5", lambda data: judge(data.decode("utf-8", "surrogateescape"))),
    }  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One to eight small disasters."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        until = min(len(data), at + chance.choice((1, 1, 4, 30, 300)))
        data = chance.choice((
            data[:at] + chance.choice(WORDS) * chance.choice((1, 1, 1, 50)) + data[at:],
            data[:at] + data[until:],
            data[:at],
            data[:at] + data[at:until] * 2 + data[until:],
            data[:at] + bytes(byte ^ 1 << chance.randrange(8) for byte in data[at:until][:3]) + data[at:until][3:] + data[until:],
        ))  # fmt: skip
    return data


def work(seed: int, count: int) -> None:
    """The worker: tells before each input which it is, so that the parent knows which one ended it."""
    from kb.errors import KajianError

    known = readers()
    kinds = list(known)
    signal.signal(signal.SIGALRM, _late)
    for number in range(count):
        chance = random.Random(seed + number)
        kind = kinds[number % len(kinds)]
        data = mutated(known[kind][0], chance)
        print(json.dumps(["begin", seed + number, kind]), flush=True)
        signal.alarm(SECONDS)
        try:
            known[kind][1](data)
            ending = "read"
        except KajianError:
            ending = "refused"
        except BaseException as wrong:
            ending = f"{kind} {seed + number}: {type(wrong).__name__}: {str(wrong)[:120]}"
        signal.alarm(0)
        print(json.dumps(["end", ending]), flush=True)


def _late(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"> {SECONDS} s")


def endings(count: int, seed: int) -> Iterator[str]:
    """How each input ended; a worker that died is started again after the input that ended it."""
    done = 0
    while done < count:
        command = [sys.executable, "-m", "benchmarks.proofs.mutations", "--work", str(seed + done), str(count - done)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as worker:
            last = ""
            for line in worker.stdout or ():
                word, *more = json.loads(line)
                if word == "begin":
                    last = f"{more[1]} {more[0]}"
                    continue
                done += 1
                yield str(more[0])
        if done < count:
            done += 1
            yield f"{last}: ended the process ({worker.returncode})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20_000_000)
    parser.add_argument("--work", nargs=2, type=int)
    options = parser.parse_args()
    if options.work:
        work(*options.work)
        return 0
    began = time.monotonic()
    tally: Counter[str] = Counter()
    wrong = []
    for ending in endings(options.count, options.seed):
        tally[ending if ending in ("read", "refused") else "wrong"] += 1
        if ending not in ("read", "refused"):
            wrong.append(ending)
            print(ending, flush=True)
    print(json.dumps({"inputs": sum(tally.values()), **tally, "seconds": round(time.monotonic() - began)}))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
