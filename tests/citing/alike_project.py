"""A small project of another field than the example: a bibliography and a chapter, notes only where a case gives them."""

from __future__ import annotations

from pathlib import Path

from kb.store.library import Library
from kb.store.project import open_project

BASE = "https://contoh.example/kajian/"
PREFIXES = f"""\
@prefix : <{BASE}> .
@prefix karya: <{BASE}karya/> .
@prefix kajian: <https://w3id.org/kajian/ns#> .
@prefix facet: <https://w3id.org/kajian/facets#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix c4o: <http://purl.org/spar/c4o/> .
@prefix cito: <http://purl.org/spar/cito/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
"""


def project(folder: Path, bibliography: str = "", chapter: str = "", notes: str = "") -> Library:
    """The project written into `folder` and opened."""
    (folder / "notes").mkdir(parents=True, exist_ok=True)
    drafts = 'drafts = ["bab2.md"]\n' if chapter else ""
    (folder / "kajian.toml").write_text(f'base = "{BASE}"\n{drafts}', encoding="utf-8")
    (folder / "references.bib").write_text(bibliography, encoding="utf-8")
    if chapter:
        (folder / "bab2.md").write_text(chapter, encoding="utf-8")
    if notes:
        (folder / "notes" / "catatan.ttl").write_text(PREFIXES + notes, encoding="utf-8")
    return open_project(folder)


def article(key: str, author: str, title: str, year: str = "", **more: str) -> str:
    """An entry of a bibliography."""
    fields = {"author": author, "title": title, **({"year": year} if year else {}), **more}
    return f"@article{{{key},\n" + "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items()) + "}\n"
