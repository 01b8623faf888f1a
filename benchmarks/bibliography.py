"""How long a bibliography takes to read, against its own parser: `python -m benchmarks.bibliography`.

The peer is bibtexparser with its name middlewares and no decoding of LaTeX; ours splits names, decodes LaTeX, checks
every entry and keeps what is broken. Promised: 10,000 entries in at most twice the peer's time, 1,000 plain ones in at
most 1.2 times. Before anything is timed, every field and every title is compared with the decoding of the library
alone, without the short ways, and the works with the peer's.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable

from kb.store import bibliography_latex, bibliography_people
from kb.store.bibliography_names import read_name
from kb.store.bibliography_read import read_bibliography

MOST_LATEX, MOST_PLAIN = 2.0, 1.2
ROUNDS = 5
FAMILIES = ("Santoso", "Hidayat", "Nasution", "Siregar", "Wibowo", "Rahman", "Kusuma", "Lestari", "Burt", "Tsai")
GIVEN = ("Budi", "Siti", "Ahmad", "Dwi", "Ronald S.", "Martin", "Edi", "Nurul", "Wayne E.", "R. Adi")
SYLLABLES = ("ja", "ri", "ke", "mo", "sa", "ling", "wi", "ra", "da", "tu", "pe", "na", "si", "bo", "ma", "kan")
LATEX = (
    "{UKM}",
    "50\\%",
    "\\&",
    "{\\'e}tude",
    'G{\\"o}del',
    "\\emph{home industry}",
    "$\\alpha$",
    "1990--1997",
    "``kata''",
)
URL = "https://ejournal.example.ac.id/index.php/jurnal/article/view/{}/a_b%20c~d"


def bibliography(entries: int, latex: bool, seed: int = 4) -> str:
    """A made-up file: one to four authors, title, journal, year, pages, DOI, address and an abstract of 80 words."""
    chance = random.Random(seed)

    def words(count: int, share: float) -> str:
        made = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(count)]
        return " ".join(chance.choice(LATEX) if latex and chance.random() < share else word for word in made)

    parts = []
    for number in range(entries):
        people = [
            f"{chance.choice(FAMILIES)}{''.join(chance.choices(SYLLABLES, k=1))}, {chance.choice(GIVEN)}"
            for _ in range(chance.randint(1, 4))
        ]
        first = chance.randint(1, 200)
        parts.append(
            f"@article{{kunci{number},\n  author = {{{' and '.join(people)}}},\n  title = {{{words(10, 0.06)}}},\n"
            f"  journal = {{Jurnal {words(3, 0.03)}}},\n  year = {{{chance.randint(1985, 2024)}}},\n"
            f"  volume = {{{chance.randint(1, 40)}}},\n  number = {{{chance.randint(1, 6)}}},\n"
            f"  pages = {{{first}{'--' if latex else '-'}{first + 12}}},\n  doi = {{10.1234/j.{number}}},\n"
            f"  url = {{{URL.format(number)}}},\n  abstract = {{{words(80, 0.02)}}}\n}}\n"
        )
    return "\n".join(parts)


def peer(text: str) -> object:
    """bibtexparser, names split, LaTeX left as it is."""
    from bibtexparser import parse_string
    from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

    return parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])


def forget() -> None:
    """Nothing that an earlier round decoded or split helps the next one."""
    for cached in (
        bibliography_latex._decoded, bibliography_latex._piece, bibliography_latex._command,
        bibliography_people.read_people, read_name,
    ):  # fmt: skip
        cached.cache_clear()


def differences(text: str) -> int:
    """Fields that are not what the peer's raw value is after the library's decoding; addresses stay as written."""
    raw = {entry.key: entry for entry in peer(text).entries}  # type: ignore[attr-defined]
    wrong = 0
    for entry in read_bibliography(text.encode(), "made.bib").entries:
        for name, value in entry.fields.items():
            if name == "author":
                names = [(" ".join(each.first), " ".join(each.last)) for each in raw[entry.key][name]]
                wrong += names != [(each.given, each.family) for each in entry.names[name]]
            elif name in bibliography_latex.VERBATIM:
                wrong += raw[entry.key][name] != value
            else:
                wrong += bibliography_latex.decode_by_library(raw[entry.key][name]) != value
    return wrong


def ratio(text: str, rounds: int) -> tuple[float, float, float]:
    """Median of ours through the peer's, each pair timed one after the other, and the medians in milliseconds."""
    data = text.encode()
    pairs: list[tuple[float, float]] = []
    for _ in range(rounds):
        forget()
        pairs.append((seconds(lambda: read_bibliography(data, "made.bib")), seconds(lambda: peer(text))))
    ours, theirs = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
    return statistics.median(a / b for a, b in pairs), ours, theirs


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes on the processor, which another process does not slow as it slows the clock."""
    start = time.process_time()
    call()
    return time.process_time() - start


def main() -> int:
    """Print the ratios; 1 where results differ or a promise is broken."""
    wrong = differences(bibliography(2_000, latex=True))
    print(f"2,000 entries with LaTeX: {wrong} fields differ from the decoding of the library alone")
    broken = wrong > 0
    print("entries            ours ms   peer ms   ratio   most")
    for entries, latex, rounds, most in ((1_000, False, 11, MOST_PLAIN), (10_000, True, ROUNDS, MOST_LATEX)):
        found, ours, theirs = ratio(bibliography(entries, latex), rounds)
        print(f"{entries:6} {'LaTeX' if latex else 'plain':8} {ours:10.0f} {theirs:9.0f} {found:7.2f} {most:6.1f}")
        broken = broken or found > most
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
