"""Styles of the "berkas bimbingan": light and dark, a phone's width, and paper."""

from __future__ import annotations

STYLE = """:root { color-scheme: light dark; --ink: #1b1d21; --soft: #4a5160; --paper: #fff; --card: #f5f6f8; --rule: #8a8f98;
  --head: #eef0f3; --link: #0b57a4; --error: #a11; --warning: #8a5200; --info: #245a8d; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --soft: #b3bac6; --paper: #15171b; --card: #1e2127; --rule: #6b7280; --head: #262a31;
    --link: #8ab8ff; --error: #ff9a92; --warning: #ffc46b; --info: #9cc7ff; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55;
  font-family: "Times New Roman", "Liberation Serif", Tinos, serif; font-size: 1.05rem; }
main, header, nav { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.75rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .4rem; text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .7rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule);
  scroll-margin-top: 1rem; }
h3 { font-size: 1.05rem; margin: 1.3rem 0 .4rem; }
.made, .counts { color: var(--soft); margin: .15rem 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; list-style: none; padding: 0; margin: 1rem 0 0; }
nav a { display: inline-block; padding: .35rem 0; }
a { color: var(--link); }
p { margin: 0 0 .8rem; }
.prose p { text-indent: 1.6rem; text-align: justify; hyphens: auto; }
.gap { border-left: 4px solid var(--link); background: var(--card); padding: .8rem 1rem; margin: 1rem 0; }
.gap p:last-child { margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; line-height: 1.4; }
caption { font-weight: 600; padding: 0 0 .5rem; text-align: center; }
th, td { border: 1px solid var(--rule); padding: .4rem .55rem; text-align: start; vertical-align: top;
  overflow-wrap: break-word; unicode-bidi: plaintext; }
thead th { background: var(--head); text-align: center; vertical-align: middle; }
tbody th { font-weight: 600; }
.group th { background: var(--head); }
td p, th p { margin: 0 0 .45em; }
td p:last-child, th p:last-child { margin: 0; }
.middle { text-align: center; }
.empty::after { content: attr(data-empty); color: var(--soft); font-style: italic; }
.under { font-size: .92rem; color: var(--soft); margin: .5rem 0; }
.wide table { table-layout: fixed; hyphens: auto; }
.map { background: #fff; border: 1px solid var(--rule); border-radius: 6px; padding: .5rem; overflow-x: auto; }
.map svg { display: block; width: 100%; min-width: 34rem; height: auto; }
details { margin: .7rem 0; }
summary { cursor: pointer; padding: .35rem 0; }
ul.open { padding-left: 1.2rem; margin: .3rem 0 .8rem; }
ul.open li { margin: 0 0 .6rem; }
.fix { display: block; color: var(--soft); }
blockquote { margin: .2rem 0; padding-left: .7rem; border-left: 2px solid var(--rule); color: var(--soft); }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
footer { max-width: 60rem; margin: 2.5rem auto 2rem; padding: 0 1.25rem; color: var(--soft); font-size: .9rem; }
@media (max-width: 44rem) {
  body { font-size: 1.02rem; }
  h1 { font-size: 1.4rem; }
  .prose p { text-align: start; }
  .cards table, .cards tbody, .cards tr, .cards td, .cards tbody th, .cards caption { display: block; width: 100%; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { border: 1px solid var(--rule); border-radius: 8px; margin: 0 0 1rem; padding: .3rem .8rem .6rem;
    background: var(--card); }
  .cards tr.group { border: 0; background: none; padding: 0; margin: 1rem 0 .4rem; }
  .cards td, .cards tbody th { border: 0; padding: .35rem 0; text-align: start; }
  .cards [data-label]::before { content: attr(data-label); display: block; font-size: .85rem; color: var(--soft);
    font-weight: 400; }
  .cards td.middle { text-align: start; }
}
@page { size: A4; margin: 2.2cm 2cm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --card: #fff; --rule: #000; --head: #fff;
    --link: #000; --error: #000; --warning: #000; --info: #000; }
  body { font-size: 11pt; line-height: 1.35; }
  main, header, footer { max-width: none; padding: 0; }
  nav, details { display: none; }
  a { text-decoration: none; }
  h2 { break-after: avoid; margin-top: 1.4rem; }
  h2.page { break-before: page; margin-top: 0; }
  table { font-size: 9pt; line-height: 1.2; }
  th, td { padding: .25rem .35rem; }
  thead { display: table-header-group; break-after: avoid; }
  caption, tr:has(+ tr:last-child) { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .gap { break-inside: avoid; }
  .scroll, .map { overflow: visible; border-color: #000; }
  .map { border: 0; padding: 0; break-inside: avoid; }
  .map svg { min-width: 0; max-height: 23cm; }
  .empty::after { content: ""; }
}
"""
