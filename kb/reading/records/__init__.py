"""Foreign files to records: bibliographies, tables of studies, vocabularies."""
