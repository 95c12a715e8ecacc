"""How much a memory, a translation or a match is worth, in figures."""
