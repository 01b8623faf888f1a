"""Options that several verbs share, so that each verb lists only what is its own."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kb.errors import InputError
from kb.review.selection import Selection, parse_years

Function = TypeVar("Function", bound=Callable[..., Any])


def output_options(function: Function) -> Function:
    """`-o FILE` and `--format`."""
    function = click.option("--format", "form", metavar="FORMAT", help="Format; bawaan dari akhiran FILE.")(function)
    return click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                        help="Tulis ke FILE / write to FILE.")(function)  # fmt: skip


def filter_options(function: Function) -> Function:
    """FILTER of the contract; the verb receives one `Selection` as `selection`.

    A verb that takes `by_facet` also receives the last `--facet NAME` that has no value.
    """
    names_facet = "by_facet" in inspect.signature(function).parameters
    options = (
        click.option("--aspect", multiple=True, metavar="A", help="Aspek yang dibahas / aspect addressed."),
        click.option("--concept", multiple=True, metavar="C", help="Konsep (id, label, sinonim) / concept."),
        click.option("--year", metavar="2018..2021", help="Tahun terbit / year."),
        click.option("--text", multiple=True, metavar="KATA", help="Kata dalam isi / words anywhere."),
        click.option("--kind", multiple=True, metavar="skripsi,jurnal", help="Jenis karya / kind of work."),
        click.option("--facet", "facet", multiple=True, metavar="NAMA=NILAI[,NILAI]",
                     help="Unsur pembanding / element of comparison."),
    )  # fmt: skip

    def collected(*args: Any, **given: Any) -> Any:
        names = ("aspect", "concept", "year", "text", "kind", "facet")
        taken = {name: given.pop(name) for name in names}
        if names_facet:
            bare = [words for words in taken["facet"] if "=" not in words]
            taken["facet"] = tuple(words for words in taken["facet"] if "=" in words)
            given["by_facet"] = bare[-1] if bare else None
        return function(*args, selection=_selection(**taken), **given)

    collected.__name__, collected.__doc__ = function.__name__, function.__doc__
    collected.__click_params__ = list(getattr(function, "__click_params__", []))  # type: ignore[attr-defined]
    wrapped: Any = collected
    for option in reversed(options):
        wrapped = option(wrapped)
    result: Function = wrapped
    return result


def _selection(
    aspect: tuple[str, ...],
    concept: tuple[str, ...],
    year: str | None,
    text: tuple[str, ...],
    kind: tuple[str, ...],
    facet: tuple[str, ...],
) -> Selection:
    facets: dict[str, tuple[str, ...]] = {}
    for words in facet:
        name, equals, values = words.partition("=")
        chosen = _split((values,))
        if not equals or not chosen:
            raise InputError("facet-filter", value=words)
        facets[name.strip()] = (*facets.get(name.strip(), ()), *chosen)
    return Selection(_split(aspect), concept, parse_years(year) if year else None, text, facets, _split(kind))


def _split(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value.strip() for word in words for value in word.split(",") if value.strip())
