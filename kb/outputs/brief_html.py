"""The "berkas bimbingan" as one HTML file: nothing is fetched, no script runs, it reads on a phone and prints on A4."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kb.locale import translator
from kb.model.brief import Brief
from kb.model.concept_map import ConceptMap
from kb.model.profile import Profile
from kb.model.table import Cell, Table
from kb.model.text import runs, without_emphasis
from kb.outputs.brief_open import OpenGroup, OpenPoint, no_search_note, open_groups
from kb.outputs.brief_style import STYLE
from kb.outputs.captions import below, caption
from kb.outputs.grid import Line, grid
from kb.outputs.html import attribute, runs_html, text_html
from kb.outputs.matrices import matrix_table, uncovered_lines

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(brief: Brief, profile: Profile) -> bytes:
    """The whole document; what a project does not have yet has no section."""
    _ = translator(brief.language)
    sections = [
        ("tabel", _("Tabel perbandingan"), _table_section(brief, profile)),
        ("matriks", _("Matriks cakupan"), _matrix_section(brief)),
        ("celah", _("Celah penelitian"), _gap_section(brief)),
        ("peta", _("Peta konsep"), _map_section(brief)),
        ("narasi", _("Narasi penelitian terdahulu"), _narrative_section(brief)),
        ("terbuka", _("Yang masih terbuka"), _open_section(brief)),
    ]
    filled = [section for section in sections if section[2]]
    links = "".join(f'<li><a href="#{name}">{text_html(title)}</a></li>' for name, title, _body in filled)
    body = "\n".join(_section(name, title, words) for name, title, words in filled)
    return (
        f'<!doctype html>\n<html lang="{escape(brief.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{text_html(_('Berkas bimbingan'))}: {text_html(without_emphasis(brief.title))}</title>\n"
        f"<style>\n{STYLE}</style>\n</head>\n<body>\n{_header(brief)}\n"
        f'<nav aria-label="{attribute(_("Isi"))}"><ul>{links}</ul></nav>\n<main>\n{body}\n</main>\n'
        f"<footer>{text_html(_('Dibuat dengan Kajian. Berkas ini utuh dan dapat dibuka tanpa internet.'))}</footer>\n"
        "</body>\n</html>\n"
    ).encode()


def _header(brief: Brief) -> str:
    _ = translator(brief.language)
    counts = " · ".join(f"{number} {what}" for number, what in brief.counts)
    made = f'<p class="made">{text_html(brief.made)}</p>' if brief.made else ""
    return (
        f'<header>\n<p class="made">{text_html(_("Berkas bimbingan"))}</p>\n<h1>{runs_html(runs(brief.title))}</h1>\n'
        f'{made}<p class="counts">{text_html(counts)}</p>\n</header>'
    )


def _section(name: str, title: str, body: str) -> str:
    page = ' class="page"' if name in ("peta", "narasi", "terbuka") else ""
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}"{page}>{text_html(title)}</h2>\n{body}\n</section>'


# --- tables -----------------------------------------------------------------------------------------------------------
def _table_section(brief: Brief, profile: Profile) -> str:
    if not brief.table.rows:
        return ""
    under = "".join(f'<p class="under">{runs_html(line)}</p>' for line in below(brief.table, profile))
    return f"{_scrolling('scroll cards wide', caption(brief.table), _table(brief.table))}\n{under}"


def _matrix_section(brief: Brief) -> str:
    if not brief.matrix.rows or not brief.matrix.values:
        return ""
    laid = matrix_table(brief.matrix, brief.language)
    legend = "".join(f'<p class="under">{runs_html(line)}</p>' for line in laid.notes[:1])
    return f"{_scrolling('scroll', caption(laid), _table(laid))}\n{legend}{_alone(brief)}"


def _scrolling(classes: str, label: str, inner: str) -> str:
    """What may be wider than the screen can be reached, and scrolled, with the keyboard."""
    return f'<div class="{classes}" role="region" tabindex="0" aria-label="{attribute(label)}">{inner}</div>'


def _alone(brief: Brief) -> str:
    return "".join(f"<p>{runs_html(line)}</p>" for line in uncovered_lines(brief.matrix, brief.language))


def _table(table: Table) -> str:
    laid = grid(table)
    empty = attribute(translator(table.language)("belum diisi"))
    labels = [without_emphasis(cell.text) for cell in laid.header]
    head = "".join(f'<th scope="col">{_content(cell)}</th>' for cell in laid.header)
    body = "\n".join(_line(line, labels, laid.centered, empty) for line in laid.lines)
    columns = "".join(f'<col style="width:{share:.2%}">' for share in laid.shares)
    return (
        f"<table>\n<caption>{text_html(caption(table))}</caption>\n<colgroup>{columns}</colgroup>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _line(line: Line, labels: Sequence[str], centered: Sequence[bool], empty: str) -> str:
    if line.heading:
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(labels)}">{_content(line.cells[0])}</th></tr>'
    cells = [f'<th scope="row">{_content(line.cells[0])}</th>'] if line.cells else []
    for cell, label, middle in zip(line.cells[1:], labels[1:], centered[1:], strict=False):
        classes = " ".join(name for name, used in (("empty", not cell.paragraphs), ("middle", middle)) if used)
        words = f' data-empty="{empty}"' if not cell.paragraphs else ""
        cells.append(f'<td class="{classes}" data-label="{attribute(label)}"{words}>{_content(cell)}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _content(cell: Cell) -> str:
    if len(cell.paragraphs) == 1:
        return runs_html(cell.paragraphs[0])
    return "".join(f"<p>{runs_html(parts)}</p>" for parts in cell.paragraphs)


# --- words ------------------------------------------------------------------------------------------------------------
def _gap_section(brief: Brief) -> str:
    told = [p for p in brief.narrative.paragraphs if p.kind in ("search", "gap")]
    if not any(paragraph.kind == "gap" for paragraph in told):
        return ""
    words = "".join(f"<p>{runs_html(runs(paragraph.text))}</p>" for paragraph in told)
    searched = any(paragraph.kind == "search" for paragraph in told)
    note = no_search_note(brief.language)
    return f'<div class="gap">{words}</div>' + ("" if searched else f'<p class="under">{text_html(note)}</p>')


def _narrative_section(brief: Brief) -> str:
    told = [p for p in brief.narrative.paragraphs if p.kind not in ("search", "gap")]
    words = "\n".join(f"<p>{runs_html(runs(paragraph.text))}</p>" for paragraph in told)
    return f'<div class="prose">\n{words}\n</div>' if told else ""


def _map_section(brief: Brief) -> str:
    if brief.map is None:
        return ""
    from kb.outputs.svg import render as draw

    picture = draw(brief.map, brief.language).decode("utf-8")
    drawn = picture[picture.index("<svg") :].strip()
    words = translator(brief.language)("Peta konsep")
    return f"{_scrolling('map', words, drawn)}\n{_relations(brief.map.map, brief.language)}"


def _relations(drawn: ConceptMap, language: str) -> str:
    """The map as a list, for whoever does not see the picture."""
    labels = {node.id: without_emphasis(node.label) for node in drawn.nodes}
    items = "".join(
        f"<li>{text_html(labels[edge.source])} – {text_html(edge.label)} – {text_html(labels[edge.target])}</li>"
        for edge in drawn.edges
    )
    words = translator(language)("Isi peta sebagai daftar")
    return f'<details><summary>{text_html(words)}</summary><ul class="open">{items}</ul></details>' if items else ""


# --- what is still open -----------------------------------------------------------------------------------------------
def _open_section(brief: Brief) -> str:
    parts = [_group(group) for group in open_groups(brief.findings, brief.language)]
    parts.append(_not_compared(brief))
    filled = [part for part in parts if part]
    if not filled:
        return f"<p>{text_html(translator(brief.language)('Tidak ada catatan pemeriksaan.'))}</p>"
    return "\n".join(filled)


def _group(group: OpenGroup) -> str:
    items = "".join(_point(point) for point in group.points)
    return f'<h3 class="{group.severity}">{text_html(group.heading)}</h3><ul class="open">{items}</ul>'


def _point(point: OpenPoint) -> str:
    where = f" <small>({text_html(point.where)})</small>" if point.where else ""
    quoted = f"<blockquote>{text_html(point.quote)}</blockquote>" if point.quote else ""
    fix = f'<span class="fix">→ {text_html(point.fix)}</span>' if point.fix else ""
    return f"<li>{text_html(point.message)}{where}{quoted}{fix}</li>"


def _not_compared(brief: Brief) -> str:
    if not brief.unread:
        return ""
    _ = translator(brief.language)
    items = "".join(f"<li>{text_html(label)}: {text_html(', '.join(facets))}</li>" for label, facets in brief.unread)
    return f'<h3>{text_html(_("Belum dapat dibandingkan"))}</h3><ul class="open">{items}</ul>'
