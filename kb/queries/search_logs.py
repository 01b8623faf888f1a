"""The searches that a review rests on."""

from __future__ import annotations

from collections import defaultdict

from kb.model.search_log import SearchLog
from kb.queries.question import Row, ask
from kb.store.library import Library
from kb.vocabulary import short_id


def search_logs(library: Library) -> tuple[SearchLog, ...]:
    """The review's searches, the oldest first; names and words in alphabetical order, since the notes keep none."""
    return library.recall("search-logs", lambda: _gather(library))


def _gather(library: Library) -> tuple[SearchLog, ...]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in ask(library, "search_logs"):
        grouped[row["log"] or ""].append(row)
    found = [_log(short_id(library.base, iri), rows) for iri, rows in grouped.items()]
    return tuple(sorted(found, key=lambda log: (log.date or "9999", log.id)))


def _log(identifier: str, rows: list[Row]) -> SearchLog:
    first = rows[0]
    return SearchLog(
        id=identifier,
        databases=_distinct(rows, "database"),
        terms=_distinct(rows, "term"),
        date=first["date"],
        limits={row["language"] or "id": row["limits"] for row in rows if row["limits"]},
        found=_number(first["found"]),
        read=_number(first["read"]),
        kept=_number(first["kept"]),
    )


def _distinct(rows: list[Row], name: str) -> tuple[str, ...]:
    return tuple(sorted({row[name] or "" for row in rows} - {""}, key=str.casefold))


def _number(words: str | None) -> int | None:
    return int(words) if words and words.isdigit() else None
