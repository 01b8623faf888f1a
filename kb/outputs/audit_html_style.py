"""Look of the audit's page: text and margin side by side, light and dark, and on paper."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1c1e22; --soft: #5d636d; --rule: #d9d6cf; --card: #ffffff;
  --error: #a3171f; --error-wash: #fbe3e1; --warning: #7a4d00; --warning-wash: #fdf0cf; --info: #1f4e7a; --info-wash: #e1eef8; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181c; --ink: #e7e8ea; --soft: #a4abb6; --rule: #3a3f47; --card: #1f2228;
    --error: #ff9d97; --error-wash: #4a1d1f; --warning: #f3c969; --warning-wash: #42350f; --info: #93c4f0; --info-wash: #16344d; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.6 "Times New Roman", "Liberation Serif", serif; }
header, main { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; border-bottom: 1px solid var(--rule); margin-bottom: 1rem; }
h1 { font-size: 1.45rem; line-height: 1.25; margin: 0 0 .4rem; }
h2, h3, h4, h5, h6 { line-height: 1.3; margin: 1.2rem 0 .4rem; font-size: 1.12rem; }
h2 { font-size: 1.25rem; }
a { color: inherit; }
nav details { margin: .35rem 0; font-family: system-ui, sans-serif; font-size: .92rem; }
nav summary { cursor: pointer; font-weight: 600; }
nav ol { margin: .3rem 0 .8rem; padding-left: 2.4rem; }
nav .error summary { color: var(--error); }
nav .warning summary { color: var(--warning); }
nav .info summary { color: var(--info); }
.clean { font-weight: 600; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 0 1.6rem; }
.text { grid-column: 1; min-width: 0; overflow-wrap: break-word; }
.text p, .text blockquote { margin: .55rem 0; text-align: left; }
.text .list-item { padding-left: 1.6rem; }
.text .caption { font-weight: 600; text-align: center; }
.text .footnote { font-size: .92rem; color: var(--soft); padding-left: 1.6rem; }
.text pre { overflow-x: auto; border: 1px solid var(--rule); padding: .5rem; font-size: .85rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; min-width: 100%; }
th, td { border: 1px solid var(--rule); padding: .35rem .5rem; vertical-align: top; text-align: left; }
aside { grid-column: 2; font: .86rem/1.45 system-ui, sans-serif; padding: .55rem 0; min-width: 0; overflow-wrap: break-word; }
.note { background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--soft); padding: .45rem .65rem; margin-bottom: .55rem; }
.note p { margin: 0 0 .25rem; }
.note ul { margin: .2rem 0 0; padding-left: 1.1rem; color: var(--soft); }
.note code { color: var(--soft); font-size: .8rem; }
.note .fix::before { content: "→ "; }
.note:target, mark:target, .number:target { outline: 2px solid currentColor; }
.note.error { border-left-color: var(--error); }
.note.warning { border-left-color: var(--warning); }
.note.info { border-left-color: var(--info); }
.note.error strong { color: var(--error); }
.note.warning strong { color: var(--warning); }
.note.info strong { color: var(--info); }
mark { color: inherit; background: var(--info-wash); border-bottom: 2px solid var(--info); }
mark.warning { background: var(--warning-wash); border-color: var(--warning); }
mark.error { background: var(--error-wash); border-color: var(--error); }
.number { font: 600 .72rem/1 system-ui, sans-serif; vertical-align: super; text-decoration: none; padding: 0 .2em; }
.outside aside { grid-column: 1 / -1; }
@media (max-width: 60rem) { .row { grid-template-columns: minmax(0, 1fr); } aside { grid-column: 1; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --rule: #999; --card: #fff; --error: #a3171f;
    --error-wash: #fbe3e1; --warning: #7a4d00; --warning-wash: #fdf0cf; --info: #1f4e7a; --info-wash: #e1eef8; }
  body { font-size: 10.5pt; }
  header, main { max-width: none; padding: 0; }
  .row { grid-template-columns: minmax(0, 1fr) 6.2cm; gap: 0 .5cm; }
  aside { grid-column: 2; font-size: 8pt; }
  .note { break-inside: avoid; }
  .table { overflow: visible; }
  table { font-size: 7.5pt; }
  details:not([open]) { display: none; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
