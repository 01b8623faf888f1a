"""From dataclasses to bytes: one module a format, the same words in each.

`formats` lists them. A table goes `Table → grid (what stands where) → format`; a matrix and a definition ledger are
made into tables first (`matrix`, `definitions`), so that they look like the rest.
"""
