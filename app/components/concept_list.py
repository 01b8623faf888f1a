"""The map as a list: every term with its relations in words, for keyboard, screen reader and those who like lists."""

from __future__ import annotations

from html import escape

import streamlit as st

from kb.locale import translator
from kb.model.concept_map import Edge, Node, PlacedMap
from kb.model.text import runs
from kb.outputs.cleaning import clean
from kb.outputs.map_look import kind_words, kinds_of

_STYLE = """<style>
.kajian-list h3 { font-size: 1rem; margin: 1rem 0 .25rem; padding: 0; }
.kajian-list ul { margin: 0 0 .25rem; padding-left: 1.25rem; }
.kajian-list summary { cursor: pointer; padding: .15rem 0; }
.kajian-list .detail { margin: .1rem 0 .25rem 1.25rem; opacity: .85; }
</style>"""


def show(key: str, placed: PlacedMap) -> None:
    """Kinds as headings, terms as lines that open, under each what it is joined to and how."""
    _ = translator(placed.map.language)
    words = kind_words(_)
    parts = [_STYLE, f'<div class="kajian-list" lang="{escape(placed.map.language)}">']
    for kind in kinds_of(placed.map):
        nodes = [node for node in placed.map.nodes if node.kind == kind]
        parts.append(f"<h3>{escape(words[kind])} ({len(nodes)})</h3>")
        parts += [_term(node, placed) for node in nodes]
    with st.container(key=key):
        st.html("".join([*parts, "</div>"]))


def _term(node: Node, placed: PlacedMap) -> str:
    labels = {other.id: other.label for other in placed.map.nodes}
    lines = [_relation(edge, node, labels) for edge in placed.map.edges if node.id in (edge.source, edge.target)]
    detail = f'<p class="detail">{_marked(node.detail)}</p>' if node.detail else ""
    body = detail + (f"<ul>{''.join(lines)}</ul>" if lines else "")
    if not body:
        return f"<p>{_marked(node.label)}</p>"
    return f"<details><summary>{_marked(node.label)} ({len(lines)})</summary>{body}</details>"


def _relation(edge: Edge, node: Node, labels: dict[str, str]) -> str:
    """One relation, read from this node: what it does, or what is done to it."""
    if edge.source == node.id:
        return f"<li>{escape(clean(edge.label))} → {_marked(labels[edge.target])}</li>"
    return f"<li>{_marked(labels[edge.source])} → {escape(clean(edge.label))}</li>"


def _marked(text: str) -> str:
    """Escaped text with foreign terms in italics."""
    return "".join(f"<i>{escape(run.text)}</i>" if run.italic else escape(run.text) for run in runs(clean(text)))
