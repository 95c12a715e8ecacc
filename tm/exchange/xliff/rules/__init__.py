"""Tell what in an XLIFF 2.0 or 2.1 file breaks the rules of its core, as far as a reader must know."""
