"""Files in, graph out, and back: the only room that touches the disk."""
