"""The document project on disk: root, settings, layout."""
