"""Questions to an opened project: each a `.rq` file and a small module that reads its rows into dataclasses."""
