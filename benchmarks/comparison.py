"""The comparison in memory, and against plain rdflib: `python -m benchmarks.comparison [--small]`.

Promised: on 10,000 studies in memory, to filter, sort, group and count takes under 50 ms each. `first` is the first time
that a thing is asked of the open project, `again` the median of the times after it (another page, other columns, the
way back); the promise is held to `again`, and `first` is said beside it. The collector of garbage is left on. Times are
the process's own, so that what else the machine does is not in them.

Against rdflib the question is the table of bibliographic columns and facets: all rows of it by SPARQL, joined to cells
in Python, and the cells must be the same. `--small` leaves the 10,000 out of that comparison, since rdflib needs
minutes to read them.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.synthetic_reviews import BASE, write_review
from kb.model.profile import Profile
from kb.model.table import Table
from kb.queries.studies import prior_studies
from kb.review.columns import content_named, own_columns, sort_keys
from kb.review.coverage import coverage
from kb.review.crosstab import crosstab
from kb.review.selection import Selection, select
from kb.review.table import comparison_table
from kb.store.bibliography_graph import works_triples
from kb.store.library import Library
from kb.store.project import open_project

MOST_MS = 50.0
LEAST_RATIO = 300.0
STUDIES = 10_000
ROUNDS = 7
PROFILE = Profile("umum", "", ())
COLUMNS = "no,author-year,title,topic,approach,design,data-collection,location,findings"
FACETS = ("topic", "approach", "design", "data-collection", "location", "findings")
_PREFIXES = """
PREFIX kajian: <https://w3id.org/kajian/ns#>
PREFIX facet: <https://w3id.org/kajian/facets#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX fabio: <http://purl.org/spar/fabio/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
"""
QUESTIONS = {
    "works": "SELECT ?study ?title ?year ?name WHERE { ?study a kajian:Study ; kajian:reportedIn ?work . "
    "?work dct:title ?title ; fabio:hasPublicationYear ?year ; dct:creator ?author . ?author foaf:name ?name }",
    "statements": "SELECT ?study ?facet ?value ?text WHERE { ?statement kajian:ofStudy ?study ; kajian:facet ?facet ; "
    "kajian:state facet:stated . OPTIONAL { ?statement kajian:facetValue ?value } "
    "OPTIONAL { ?statement rdf:value ?text } }",
    "labels": 'SELECT ?value ?label WHERE { ?value skos:prefLabel ?label FILTER(LANG(?label) = "id") }',
}
"""The table as three flat questions, joined in Python: the fastest way that was found with rdflib; one question with
joins and paths took some sixty times as long."""


def main() -> int:
    """Print the figures; 1 where a promise is broken."""
    with tempfile.TemporaryDirectory() as folder:
        kept = _in_memory(Path(folder))
        print()
        sizes = (1_000,) if "--small" in sys.argv else (1_000, STUDIES)
        ratios = [_against_rdflib(Path(folder), size) for size in sizes]
    return int(not kept or min(ratios) < LEAST_RATIO)


def _in_memory(folder: Path) -> bool:
    library, opened = _seconds(lambda: open_project(write_review(folder / "besar", STUDIES)))
    chosen, asked = _seconds(lambda: prior_studies(library))
    print(f"{STUDIES:,} studies: write and open {opened:.1f} s, ask {asked:.1f} s")
    few = Selection(facets={"approach": ("kualitatif",), "topic": ("topik penelitian 3",)}, years=(2005, 2020))
    words = Selection(text=("modal pasar",))
    sort, group = sort_keys(library, "-year,author", PROFILE), content_named(library, "approach", PROFILE)
    calls: dict[str, Callable[[], object]] = {
        "filter by facets and years": lambda: select(library, few),
        "filter by words": lambda: select(library, words),
        "table of the filtered": lambda: table(library, select(library, few)),
        "table, all": lambda: table(library),
        "sort by two columns": lambda: table(library, None, sort),
        "group": lambda: table(library, None, (), group),
        "sort and group": lambda: table(library, None, sort, group),
        "the other way round": lambda: table(library, None, [replace(key, descending=True) for key in sort], group),
        "matrix of four methods": lambda: coverage(library, "data-collection", chosen),
        "two facets crossed": lambda: crosstab(library, "topic", "approach", chosen),
    }
    kept = True
    print(f"  {'':28} {'first':>8} {'again':>8}  ms")
    for name, call in calls.items():
        first = _processor_ms(call)
        again = statistics.median(_processor_ms(call) for _ in range(ROUNDS))
        kept = kept and again < MOST_MS
        print(f"  {name:28} {first:8.1f} {again:8.1f}{'' if again < MOST_MS else '   ABOVE ' + format(MOST_MS, 'g')}")
    return kept


def _processor_ms(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return (time.process_time() - start) * 1000


def table(library: Library, selected: object = None, sort: object = (), group: str | None = None) -> Table:
    """The table of the question."""
    columns = own_columns(library, COLUMNS, PROFILE)
    return comparison_table(library, PROFILE, columns, selected, "best", "id", sort, group)  # type: ignore[arg-type]


def _against_rdflib(folder: Path, size: int) -> float:
    import rdflib
    from rdflib.plugins.sparql import prepareQuery

    root = write_review(folder / f"ukur-{size}", size)
    library, opened = _seconds(lambda: open_project(root))
    ours, cold = _seconds(lambda: table(library))
    warm = _median_ms(lambda: table(library))

    def read() -> rdflib.Graph:
        graph = rdflib.Graph()
        for notes in sorted((root / "notes").glob("*.ttl")):
            graph.parse(notes, format="turtle")
        graph.parse(data=works_triples(library.bibliography, BASE), format="nt")
        graph.parse(Path(__file__).parent.parent / "ontology" / "facets.ttl", format="turtle")
        return graph

    graph, parsed = _seconds(read)
    questions = {name: prepareQuery(_PREFIXES + text) for name, text in QUESTIONS.items()}
    theirs, asked = _seconds(lambda: _cells(graph, questions))
    assert theirs == _cells_of(ours), "the two tables differ"
    ratio = asked * 1000 / warm
    print(f"{size:,} studies, the same cells: rdflib reads {parsed:.1f} s, asks {asked * 1000:,.0f} ms")
    print(f"  Kajian opens {opened:.1f} s, asks and makes the table {cold * 1000:,.0f} ms, again {warm:.1f} ms")
    print(
        f"  again {ratio:,.0f} x, first time {asked / cold:.1f} x, from the files {(parsed + asked) / (opened + cold):.1f} x"
    )
    return ratio


def _cells(graph: object, questions: dict[str, object]) -> dict[str, dict[str, set[str]]]:
    def ask(name: str) -> object:
        return graph.query(questions[name])  # type: ignore[attr-defined]

    found: dict[str, dict[str, set[str]]] = {}
    for study, title, year, name in ask("works"):  # type: ignore[attr-defined]
        cells = {"title": {str(title)}, "author-year": {f"{name} ({year})"}}
        found[str(study).removeprefix(BASE)] = cells
    labels = {value: str(label) for value, label in ask("labels")}  # type: ignore[attr-defined]
    for study, facet, value, text in ask("statements"):  # type: ignore[attr-defined]
        name, key = str(facet).partition("#")[2], str(study).removeprefix(BASE)
        if name in FACETS and key in found:
            found[key].setdefault(name, set()).add(_plain(labels[value] if value else str(text)))
    return found


def _cells_of(made: Table) -> dict[str, dict[str, set[str]]]:
    return {
        row.study: {n: {_plain(t) for t in c.text.split("\n")} if n in FACETS else {c.text} for n, c in row.cells.items()
                    if n != "number"}
        for row in made.rows
    }  # fmt: skip


def _plain(text: str) -> str:
    """Without what a cell adds for print: the capital and full stop of a finding."""
    return text.casefold().rstrip(".")


def _seconds(call: Callable[[], object]):  # type: ignore[no-untyped-def]
    start = time.perf_counter()
    answer = call()
    return answer, time.perf_counter() - start


def _median_ms(call: Callable[[], object]) -> float:
    """Without the collector's pauses: the graph of rdflib beside it makes them long."""
    gc.collect()
    gc.disable()
    taken = [_seconds(call)[1] * 1000 for _ in range(ROUNDS)]
    gc.enable()
    return statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main())
