"""How long a table takes to write, against the least a Word file can cost: `python -m benchmarks.table_outputs`.

The bound is a python-docx document with the barest table of the same words, parsed and added as one piece of XML.
Promised: at 1,000 rows at most twice the bound, and from 100 to 5,000 rows an exponent of growth of at most 1.1.
"""

from __future__ import annotations

import io
import math
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from html import escape

from benchmarks.sample_tables import plain_table
from kb.model.table import Table
from kb.outputs import tables
from kb.store.profiles import load_profile

MOST_OF_BOUND, MOST_GROWTH = 2.0, 1.1
SIZES = (100, 1_000, 5_000)
ROUNDS = 5
OTHERS = ("xlsx", "csv", "tex", "html", "md", "json", "pdf")


def bare(table: Table) -> bytes:
    """The same words in a Word file with nothing else: no styles, widths, header."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    rows = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:p><w:r><w:t xml:space="preserve">{escape(row.cells[column.id].text, quote=False)}</w:t></w:r>'
            "</w:p></w:tc>"
            for column in table.columns
        )
        + "</w:tr>"
        for row in table.rows
    )
    grid = "<w:gridCol/>" * len(table.columns)
    document = Document()
    document.element.body.insert(
        0, parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
    )
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def median_seconds(*calls: Callable[[], object]) -> list[float]:
    """Medians of several rounds, the calls in turn, so that another process slows all of them alike."""
    for call in calls:
        call()
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for place, call in enumerate(calls):
            start = time.perf_counter()
            call()
            taken[place].append(time.perf_counter() - start)
    return [statistics.median(times) for times in taken]


def main() -> int:
    """Print the figures; 1 where a promise is broken."""
    usual = load_profile("umum")
    docx_times: list[float] = []
    ratio = 0.0
    print("rows    docx ms   bare ms   ratio")
    for size in SIZES:
        table = plain_table(size)
        ours, bound = median_seconds(lambda t=table: tables.render(t, usual, "docx"), lambda t=table: bare(t))  # type: ignore[misc]
        docx_times.append(ours)
        ratio = ours / bound if size == 1_000 else ratio
        print(f"{size:5}  {ours * 1000:8.1f}  {bound * 1000:8.1f}  {ours / bound:6.2f}")
    growth = math.log(docx_times[-1] / docx_times[0]) / math.log(SIZES[-1] / SIZES[0])
    print(f"growth from {SIZES[0]} to {SIZES[-1]} rows: exponent {growth:.2f} (most {MOST_GROWTH})")
    table = plain_table(1_000)
    calls = [lambda form=form: tables.render(table, usual, form) for form in OTHERS]
    for form, seconds in zip(OTHERS, median_seconds(*calls), strict=True):
        print(f"1,000 rows as {form:5} {seconds * 1000:8.1f} ms")
    headed = replace(usual, continuation="lanjutan")
    print(
        f"1,000 rows as docx with 'Lanjutan Tabel' {median_seconds(lambda: tables.render(table, headed, 'docx'))[0] * 1000:.1f} ms"
    )
    return int(ratio > MOST_OF_BOUND or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
