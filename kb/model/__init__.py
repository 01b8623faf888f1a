"""What Kajian knows, as frozen dataclasses: the currency between graph and outputs."""
