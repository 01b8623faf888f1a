"""From dataclasses to bytes: one module a format, the same words in each.

`tables`, `matrices`, `ledger` and `prose` take a format's name and load only what it needs. A table goes
`Table → grid (what stands where) → format`; a matrix and a definition ledger are made into tables first, so that they
look like the rest. `paper` knows pages, `captions` the words around a table, `cleaning` what no document can hold.
"""
