"""The page in Typst's language. It holds no data: all words come in through `sys.inputs`."""

from __future__ import annotations

TEMPLATE = r"""
#let d = json(bytes(sys.inputs.data))
#set document(title: d.caption, date: none)
#set page(
  width: d.page.width * 1pt, height: d.page.height * 1pt,
  margin: (left: d.page.margin.left * 1pt, right: d.page.margin.right * 1pt,
    top: d.page.margin.top * 1pt, bottom: d.page.margin.bottom * 1pt),
)
#set text(font: d.fonts, size: d.body_size * 1pt, lang: d.language, hyphenate: true)
#set par(leading: 0.5em, spacing: 0.6em)
#let lines(text) = text.split("\n").join(linebreak())
#let piece(run) = {
  let body = lines(run.text)
  if run.italic { body = emph(body) }
  if run.bold { body = strong(body) }
  body
}
#let paragraph(runs) = runs.map(piece).join()
#let content(cell) = cell.map(paragraph).join(parbreak())
#let titled(words) = block(width: 100%, align(if d.align == "center" { center } else { left },
  text(size: d.body_size * 1pt, weight: if d.bold { "bold" } else { "regular" }, words)))
#let rule = 0.5pt + black
#let thick = 1pt + black
#let body(panel, at) = {
  let count = panel.header.len()
  let start = label("panel-" + str(at))
  let again = if d.continued == "" { () } else {
    (table.cell(colspan: count, stroke: none, inset: 0pt, context {
      if here().page() > locate(start).page() { pad(bottom: 6pt, titled(d.continued)) }
    }),)
  }
  [#metadata(none)#start]
  set text(size: d.table_size * 1pt)
  set par(justify: false)
  table(
    columns: panel.shares.map(share => share * 1fr),
    align: (x, y) => if panel.centered.at(x, default: false) { center + top } else { left + top },
    inset: (x: 5pt, y: 4pt),
    stroke: if d.grid { rule } else { (x, y) => (top: rule, bottom: rule) },
    table.header(..again, ..panel.header.map(cell => table.cell(align: center + horizon, strong(content(cell))))),
    ..panel.lines.map(line => if line.heading {
      (table.header(level: 2, repeat: false, table.cell(colspan: count, strong(content(line.cells.at(0))))),)
    } else {
      line.cells.map(cell => table.cell(breakable: d.split, content(cell)))
    }).flatten(),
  )
}
#if d.above { block(sticky: true, below: 6pt, width: 100%, titled(d.caption)) }
#for (at, panel) in d.panels.enumerate() {
  if at > 0 { block(sticky: true, above: 14pt, below: 6pt, width: 100%, titled(d.panel_heading)) }
  if panel.header.len() > 0 { body(panel, at) }
}
#if not d.above { block(above: 6pt, titled(d.caption)) }
#for runs in d.below { block(above: 6pt, text(size: 10pt, paragraph(runs))) }
"""
