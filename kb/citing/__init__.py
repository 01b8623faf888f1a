"""Citations: finding them in text, following their chains, printing them."""
