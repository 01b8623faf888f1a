"""The only road from a person's change to the store."""
