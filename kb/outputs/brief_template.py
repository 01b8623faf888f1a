"""The "berkas bimbingan" in Typst's language. It holds no data: all words come in through `sys.inputs`."""

from __future__ import annotations

TEMPLATE = r"""
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, date: none)
#set page(paper: "a4", margin: (x: 2.2cm, y: 2.4cm), numbering: "1")
#set text(font: d.fonts, size: 11pt, lang: d.language, hyphenate: true)
#set par(leading: 0.6em, spacing: 0.8em)
#let lines(text) = text.split("\n").join(linebreak())
#let piece(run) = {
  let body = lines(run.text)
  if run.italic { body = emph(body) }
  if run.bold { body = strong(body) }
  body
}
#let paragraph(runs) = runs.map(piece).join()
#let content(cell) = cell.map(paragraph).join(parbreak())
#let section(title, page: false) = {
  if page { pagebreak(weak: true) }
  block(above: 1.6em, below: 0.7em, sticky: true, text(size: 14pt, weight: "bold", title))
}
#let rule = 0.5pt + black
#let body(panel) = {
  set text(size: 9pt)
  set par(justify: false, spacing: 0.55em)
  table(
    columns: panel.shares.map(share => share * 1fr),
    align: (x, y) => if panel.centered.at(x, default: false) { center + top } else { left + top },
    inset: (x: 4pt, y: 4pt), stroke: rule,
    table.header(..panel.header.map(cell => table.cell(align: center + horizon, strong(content(cell))))),
    ..panel.lines.map(line => if line.heading {
      (table.cell(colspan: panel.header.len(), strong(content(line.cells.at(0)))),)
    } else { line.cells.map(cell => content(cell)) }).flatten(),
  )
}
#let small(words) = text(size: 9.5pt, fill: luma(60), words)
#small(d.kind)
#block(below: 0.9em, text(size: 18pt, weight: "bold", paragraph(d.heading)))
#if d.made != "" { small(d.made); linebreak() }
#small(d.counts)
#for part in d.parts {
  section(part.title, page: part.page)
  for piece in part.pieces {
    if piece.kind == "table" {
      block(sticky: true, below: 6pt, width: 100%, align(center, strong(piece.caption)))
      body(piece.panel)
    } else if piece.kind == "small" { block(above: 6pt, small(paragraph(piece.runs)))
    } else if piece.kind == "box" {
      block(width: 100%, inset: 9pt, stroke: (left: 3pt + rgb("#0b57a4")), fill: luma(246), paragraph(piece.runs))
    } else if piece.kind == "map" { align(center, image(bytes(piece.picture), format: "svg", width: 100%, height: 21cm, fit: "contain"))
    } else if piece.kind == "head" { block(above: 1.1em, below: 0.5em, sticky: true, strong(piece.words))
    } else if piece.kind == "item" {
      block(above: 0.5em, pad(left: 0.9em, {
        place(dx: -0.9em, [•])
        paragraph(piece.runs)
        if piece.quote != "" { block(above: 0.3em, pad(left: 0.7em, small(piece.quote))) }
        if piece.fix != "" { block(above: 0.3em, small("→ " + piece.fix)) }
      }))
    } else { par(first-line-indent: (amount: 1.6em, all: true), justify: true, paragraph(piece.runs)) }
  }
}
"""
