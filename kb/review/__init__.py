"""What Kajian works out from the notes: selection, comparison, coverage, tables, narrative, map positions."""
