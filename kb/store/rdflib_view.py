"""rdflib's view of the store, for exports and for shapes; queries a person waits for never run through it."""

from __future__ import annotations

from oxrdflib import OxigraphStore
from pyoxigraph import Store
from rdflib import Dataset

from kb.vocabulary import PREFIXES


def view(store: Store) -> Dataset:
    """An rdflib dataset over the same triples, with the default graph as the union of all files."""
    dataset = Dataset(OxigraphStore(store=store), default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, override=True)
    return dataset
