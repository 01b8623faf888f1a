"""The parts of the standalone map page that are plain HTML: look, legend, list of nodes with their relations."""

from __future__ import annotations

from html import escape
from typing import Any

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; height: 100vh; display: flex; flex-direction: column; background: #fff; color: #1a1a1a;
  font: 15px/1.45 Arial, Helvetica, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .6rem 1rem;
  border-bottom: 1px solid #7c8590; }
h1 { font-size: 1.15rem; margin: 0; flex: 1 1 20rem; }
h2 { font-size: 1rem; margin: .2rem 0 .4rem; }
h3 { font-size: .9rem; margin: .9rem 0 .2rem; }
button { font: inherit; color: inherit; background: #fff; border: 1px solid #7c8590; border-radius: 6px;
  padding: .2rem .6rem; cursor: pointer; }
button:focus-visible { outline: 3px solid #1f4e9c; outline-offset: 1px; }
main { flex: 1; min-height: 0; display: flex; }
.map { flex: 1 1 auto; min-width: 0; display: flex; flex-direction: column; }
#mynetwork { flex: 1; width: 100%; height: auto; float: none; border: 0; min-height: 320px; }
aside { flex: 0 0 22rem; overflow-y: auto; border-left: 1px solid #7c8590; padding: .6rem 1rem; }
#details { min-height: 4rem; border-bottom: 1px solid #7c8590; margin-bottom: .6rem; padding-bottom: .4rem; }
#details ul, nav ul { margin: 0; padding-left: 1.1rem; }
nav > ul { list-style: none; padding: 0; }
nav button { text-align: left; border-color: transparent; padding: .1rem .3rem; width: 100%; }
nav button[aria-pressed="true"] { border-color: #1f4e9c; background: #e8effb; }
nav ul ul { color: #3b4550; font-size: .85rem; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: 0; padding: .5rem 1rem;
  border-top: 1px solid #7c8590; font-size: .85rem; }
.legend svg { vertical-align: -3px; margin-right: .35rem; }
.notes { flex-basis: 100%; }
@media (max-width: 760px) { body { height: auto; } main { flex-direction: column; } #mynetwork { height: 70vh; flex: none; }
  aside { border-left: 0; border-top: 1px solid #7c8590; flex: none; } }
@media print { aside, .buttons { display: none; } }
"""


def legend_html(data: dict[str, Any], notes: list[str]) -> str:
    """Shape and word of every kind, look and word of every line, and notes on what stands elsewhere."""
    colours = data["colours"]["light"]
    items = [f"<li>{_mark(kind, colours[kind['kind']])}{escape(kind['words'])}</li>" for kind in data["kinds"]]
    items += [f"<li>{_line(line['line'], colours)}{escape(line['words'])}</li>" for line in data["lines"]]
    items += [f'<li class="notes">{escape(note)}</li>' for note in notes]
    return f'<ul class="legend" aria-label="{escape(data["words"]["legend"])}">{"".join(items)}</ul>'


def list_html(data: dict[str, Any]) -> str:
    """Every node by kind as a button, with its relations in words under it."""
    labels = {node["id"]: node["label"] for node in data["nodes"]}
    relations: dict[str, list[str]] = {}
    for edge in data["edges"]:
        relations.setdefault(edge["source"], []).append(f"{edge['label']} → {labels[edge['target']]}")
        relations.setdefault(edge["target"], []).append(f"{labels[edge['source']]} → {edge['label']}")
    parts = []
    for kind in data["kinds"]:
        items = [_item(node, relations) for node in data["nodes"] if node["kind"] == kind["kind"]]
        parts.append(f"<h3>{escape(kind['words'])}</h3><ul>{''.join(items)}</ul>")
    return "".join(parts)


def _item(node: dict[str, Any], relations: dict[str, list[str]]) -> str:
    lines = "".join(f"<li>{escape(words)}</li>" for words in relations.get(node["id"], ()))
    button = (
        f'<button type="button" data-node="{escape(node["id"])}" aria-pressed="false">{escape(node["label"])}</button>'
    )
    return f"<li>{button}{f'<ul>{lines}</ul>' if lines else ''}</li>"


def _mark(kind: dict[str, Any], colour: str) -> str:
    paint = f'fill="#fff" stroke="{colour}" stroke-width="2"' if kind["hollow"] else f'fill="{colour}"'
    points = " ".join(f"{8 + x * 7:.1f},{8 + y * 7:.1f}" for x, y in kind["corners"])
    radius = {"concept": 7, "member": 4, "person": 5}.get(kind["kind"], 7)
    shape = f'<polygon points="{points}" {paint}/>' if points else f'<circle cx="8" cy="8" r="{radius}" {paint}/>'
    return f'<svg width="16" height="16" aria-hidden="true">{shape}</svg>'


def _line(line: str, colours: dict[str, str]) -> str:
    dash = ' stroke-dasharray="5 3"' if line == "dashed" else ""
    colour = colours[f"line-{line}"]
    head = "" if line == "tree" else f'<polygon points="30,8 22,4.4 22,11.6" fill="{colour}"/>'
    return f'<svg width="32" height="16" aria-hidden="true"><path d="M0 8H28" stroke="{colour}"{dash}/>{head}</svg>'
