"""A concept map as a picture: standalone SVG on white, as wide as the text of an A4 page."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from kb.locale import translator
from kb.model.concept_map import Box, Caption, Edge, Node, PlacedMap, Rect, Route
from kb.model.lettering import LINE, balanced
from kb.model.text import runs, without_emphasis
from kb.outputs.cleaning import clean
from kb.outputs.map_legend import Entry, legend
from kb.outputs.map_look import INK, LINES, LOOKS, PAPER, corners_at, kind_words, style
from kb.outputs.map_paths import Points, arrowhead, branches, corner_list, number, rounded

TEXT_WIDTH_MM = 140.0
FAMILY = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
TITLE_FONT, MARGIN = 16.0, 14.0


def render(placed: PlacedMap, language: str = "id") -> bytes:
    """The map with title and legend; text stays text, nothing outside the file is needed."""
    title = balanced(clean(placed.map.title), TITLE_FONT, placed.width - 2 * MARGIN, bold=True)
    top = MARGIN + len(title) * TITLE_FONT * LINE + 4
    entries, legend_height = legend(placed, language, placed.width - 2 * MARGIN)
    height = top + placed.height + legend_height + MARGIN
    root = _root(placed, language, height)
    ET.SubElement(root, "rect", width=number(placed.width), height=number(height), fill=PAPER)
    _write(root, title, placed.width / 2, MARGIN, TITLE_FONT, bold=True, anchor="middle")
    _draw_map(ET.SubElement(root, "g", transform=f"translate(0 {number(top)})"), placed, language)
    _draw_legend(
        ET.SubElement(root, "g", transform=f"translate({number(MARGIN)} {number(top + placed.height)})"),
        placed,
        entries,
    )
    picture: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return picture + b"\n"


def _root(placed: PlacedMap, language: str, height: float) -> ET.Element:
    title = clean(without_emphasis(placed.map.title))
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{number(TEXT_WIDTH_MM)}mm",
            "height": f"{number(TEXT_WIDTH_MM * height / placed.width)}mm",
            "viewBox": f"0 0 {number(placed.width)} {number(height)}",
            "lang": language,
            "role": "graphics-document",
            "aria-label": title,
            "font-family": FAMILY,
            "fill": INK,
        },
    )
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "desc").text = _described(placed)
    return root


def _described(placed: PlacedMap) -> str:
    """Every relation in words, for those who do not see the picture."""
    labels = {node.id: without_emphasis(node.label) for node in placed.map.nodes}
    return clean("; ".join(f"{labels[e.source]} – {e.label} – {labels[e.target]}" for e in placed.map.edges))


def _draw_map(parent: ET.Element, placed: PlacedMap, language: str) -> None:
    lines = list(zip(placed.map.edges, placed.routes, branches(placed.routes), strict=True))
    for edge, route, branch in sorted(lines, key=lambda line: (not line[1].tree, line[0].stated)):
        if not route.quiet:
            _draw_line(parent, edge, route, branch)
    for caption in dict.fromkeys(route.caption for route in placed.routes if route.caption and not route.quiet):
        _draw_caption(parent, caption)
    words = kind_words(translator(language))
    for node in placed.map.nodes:
        _draw_node(parent, node, placed.boxes[node.id], words[node.kind])


def _draw_line(parent: ET.Element, edge: Edge, route: Route, branch: Points) -> None:
    colour = LINES[style(edge, route)]
    attributes = {"d": rounded(branch), "fill": "none", "stroke": colour, "stroke-width": "1.2"}
    if edge.dashed:
        attributes["stroke-dasharray"] = "5 3"
    ET.SubElement(parent, "path", attributes)
    if not route.tree:
        ET.SubElement(parent, "polygon", points=corner_list(arrowhead(route.points)), fill=colour)


def _draw_caption(parent: ET.Element, caption: Caption) -> None:
    place = caption.place
    lines = caption.lines if caption.number is None else (f"({caption.number})",)
    if place.left == place.right:
        return
    size = {"width": number(place.right - place.left), "height": number(place.bottom - place.top)}
    ET.SubElement(parent, "rect", {"x": number(place.left), "y": number(place.top), **size, "fill": PAPER, "rx": "2"})
    _write(parent, lines, (place.left + place.right) / 2, place.top, caption.font, anchor="middle")


def _draw_node(parent: ET.Element, node: Node, box: Box, kind: str) -> None:
    words = clean(f"{kind}: {without_emphasis(node.label)}")
    group = ET.SubElement(parent, "g", {"role": "img", "aria-label": words})
    if node.detail:
        ET.SubElement(group, "title").text = clean(without_emphasis(node.detail))
    draw_mark(group, Entry(node.kind, "", box.x, box.y, box.radius))
    anchor = {"right": "start", "left": "end", "below": "middle"}[box.side]
    _write(group, box.lines, anchor_x(box.label, anchor), box.label.top, box.font, box.bold, anchor, halo=True)


def anchor_x(label: Rect, anchor: str) -> float:
    """Where text of this anchor stands in its rectangle."""
    return {"start": label.left, "end": label.right, "middle": (label.left + label.right) / 2}[anchor]


def draw_mark(parent: ET.Element, entry: Entry) -> None:
    """The shape of a kind: filled, or drawn as an outline where it is hollow."""
    assert entry.kind is not None
    look = LOOKS[entry.kind]
    paint = {"fill": PAPER, "stroke": look.light, "stroke-width": "2"} if look.hollow else {"fill": look.light}
    if not look.corners:
        ET.SubElement(
            parent, "circle", {"cx": number(entry.x), "cy": number(entry.y), "r": number(entry.radius), **paint}
        )
        return
    points = corner_list(corners_at(look, entry.x, entry.y, entry.radius))
    ET.SubElement(parent, "polygon", {"points": points, **paint})


def _draw_legend(parent: ET.Element, placed: PlacedMap, entries: list[Entry]) -> None:
    ET.SubElement(parent, "path", d=f"M0 2H{number(placed.width - 2 * MARGIN)}", stroke=LINES["tree"], fill="none")
    for entry in entries:
        if entry.kind:
            draw_mark(parent, entry)
        elif entry.line:
            attributes = {"stroke": LINES[entry.line], "stroke-width": "1.2", "fill": "none"}
            if entry.line == "dashed":
                attributes["stroke-dasharray"] = "5 3"
            ends = ((entry.x - 12, entry.y), (entry.x + 12, entry.y))
            ET.SubElement(parent, "path", {"d": rounded(ends), **attributes})
            if entry.line != "tree":
                ET.SubElement(parent, "polygon", points=corner_list(arrowhead(ends)), fill=LINES[entry.line])
        for at, line in enumerate(entry.lines):
            _write(parent, (line,), entry.text_x, entry.y + (at - 0.5) * entry.font * LINE, entry.font)


def _write(
    parent: ET.Element,
    lines: tuple[str, ...],
    x: float,
    top: float,
    font: float,
    bold: bool = False,
    anchor: str = "start",
    halo: bool = False,
) -> None:
    for at, line in enumerate(lines):
        baseline = top + at * font * LINE + font * 0.97
        attributes = {"x": number(x), "y": number(baseline), "font-size": number(font), "text-anchor": anchor}
        if bold:
            attributes["font-weight"] = "bold"
        if halo:
            attributes |= {"stroke": PAPER, "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke"}
        text = ET.SubElement(parent, "text", attributes)
        _fill(text, clean(line))


def _fill(text: ET.Element, line: str) -> None:
    """The words of a line, foreign terms in italics."""
    last: ET.Element | None = None
    for run in runs(line):
        if run.italic:
            last = ET.SubElement(text, "tspan", {"font-style": "italic"})
            last.text = run.text
        elif last is None:
            text.text = (text.text or "") + run.text
        else:
            last.tail = (last.tail or "") + run.text
