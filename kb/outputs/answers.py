"""Answers to free queries: a plain table, CSV and TSV (SPARQL 1.1 Query Results), JSON.

CSV and TSV are opened in spreadsheets: a text that would be a formula there has an apostrophe before it, which the
standard does not know. Who wants every character takes JSON.
"""

from __future__ import annotations

import csv
import io
from typing import Any, Protocol

from kb.outputs.cleaning import formula_safe


class Term(Protocol):
    """A term of an answer."""

    @property
    def kind(self) -> str: ...

    @property
    def value(self) -> str: ...

    @property
    def language(self) -> str | None: ...

    @property
    def datatype(self) -> str | None: ...


class Answer(Protocol):
    """What the query door hands out."""

    @property
    def variables(self) -> tuple[str, ...]: ...

    @property
    def rows(self) -> tuple[tuple[Any, ...], ...]: ...

    @property
    def truth(self) -> bool | None: ...


def render(answer: Answer, form: str) -> str:
    """The answer as `table`, `csv` or `tsv`."""
    if answer.truth is not None:
        return str(answer.truth).lower()
    if form == "table":
        return _table(list(answer.variables), [[term.value if term else "" for term in row] for row in answer.rows])
    stream = io.StringIO()
    if form == "tsv":
        stream.write("\t".join(f"?{name}" for name in answer.variables) + "\n")
        for row in answer.rows:
            stream.write("\t".join(_tsv(term) if term else "" for term in row) + "\n")
        return stream.getvalue()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(answer.variables)
    writer.writerows([formula_safe(term.value) if term else "" for term in row] for row in answer.rows)
    return stream.getvalue()


def as_sparql_json(answer: Answer) -> dict[str, Any]:
    """SPARQL 1.1 Query Results JSON."""
    if answer.truth is not None:
        return {"head": {}, "boolean": answer.truth}
    bindings = [
        {name: _json(term) for name, term in zip(answer.variables, row, strict=True) if term} for row in answer.rows
    ]
    return {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}


def _json(term: Term) -> dict[str, str]:
    found = {"type": term.kind, "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype and not term.datatype.endswith("#string"):
        found["datatype"] = term.datatype
    return found


def _tsv(term: Term) -> str:
    if term.kind == "uri":
        return f"<{term.value}>"
    if term.kind == "bnode":
        return f"_:{term.value}"
    escaped = (
        formula_safe(term.value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    suffix = f"@{term.language}" if term.language else ""
    return f'"{escaped}"{suffix}'


def _table(names: list[str], rows: list[list[str]]) -> str:
    widest = 60
    shown = [[_shorten(value, widest) for value in row] for row in rows]
    widths = [max([len(name), *(len(row[i]) for row in shown)]) for i, name in enumerate(names)]
    lines = [" | ".join(name.ljust(width) for name, width in zip(names, widths, strict=True)).rstrip()]
    lines.append("-+-".join("-" * width for width in widths))
    lines += [" | ".join(v.ljust(w) for v, w in zip(row, widths, strict=True)).rstrip() for row in shown]
    return "\n".join(lines)


def _shorten(value: str, widest: int) -> str:
    flat = " ".join(value.split())
    return flat if len(flat) <= widest else flat[: widest - 1] + "…"
