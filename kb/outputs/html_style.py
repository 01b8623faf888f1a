"""Styles of HTML tables. Rows may break over pages: kept whole, cells of eighty words leave half pages empty."""

from __future__ import annotations

_TABLE = """.kajian-table { overflow-x: auto; }
.kajian-table table { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: .92rem;
  line-height: 1.45; color: inherit; }
.kajian-table caption { font-weight: 600; padding: 0 0 .6rem; text-align: center; }
.kajian-table .caption-below caption { caption-side: bottom; padding: .6rem 0 0; }
.kajian-table th, .kajian-table td { border: 1px solid var(--rule); padding: .45rem .6rem; text-align: start;
  vertical-align: top; overflow-wrap: break-word; hyphens: auto; unicode-bidi: plaintext; }
.kajian-table thead { display: table-header-group; }
.kajian-table thead th { background: var(--head); text-align: center; vertical-align: middle; font-weight: 600; }
.kajian-table tbody th { font-weight: inherit; }
.kajian-table .group th { background: var(--head); font-weight: 600; }
.kajian-table .middle { text-align: center; }
.kajian-table td p, .kajian-table th p { margin: 0 0 .5em; font-size: inherit; }
.kajian-table td p:last-child, .kajian-table th p:last-child { margin: 0; }
.kajian-table > p { font-size: .9rem; margin: .6rem 0 0; }
"""

PAGE = (
    """:root { color-scheme: light dark; --rule: #8a8f98; --head: #eef0f3; --ink: #1b1d21; --paper: #fff;
  --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --rule: #6b7280; --head: #262a31; --ink: #e8eaed; --paper: #15171b; --link: #8ab8ff; }
}
body { margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font-family: "Times New Roman", "Liberation Serif", Tinos, serif; }
main { max-width: 80rem; margin: auto; padding-right: 1px; }
a { color: var(--link); }
"""
    + _TABLE
    + """@media print {
  :root { color-scheme: light; --rule: #000; --head: transparent; --ink: #000; --paper: #fff; --link: #000; }
  body { padding: 0; }
  main { max-width: none; }
  .kajian-table { overflow: visible; }
  .kajian-table table { min-width: 0 !important; font-size: 10pt; line-height: 1.2; }
  a { text-decoration: none; }
}
"""
)
"""A page of its own."""

FRAGMENT = (
    """.kajian-table { --rule: color-mix(in srgb, currentColor 35%, transparent);
  --head: color-mix(in srgb, currentColor 8%, transparent); color: inherit; }
"""
    + _TABLE
    + """.kajian-table .empty::after { content: attr(data-empty); font-style: italic; opacity: .75; }
@media print {
  .kajian-table { overflow: visible; }
  .kajian-table .empty::after { content: ""; }
  .kajian-table table { min-width: 0 !important; }
}
"""
)
"""A piece of the app's page, in that page's colours."""
