"""Which sentences of a document are which of its translation: costs, beads, lexicon; pure functions."""
