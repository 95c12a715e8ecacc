"""Exchange formats of translators' tools."""
