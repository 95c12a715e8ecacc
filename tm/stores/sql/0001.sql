-- The memory as SQLite keeps it. Texts are kept once for each language and key, however many entries have them.

-- Language codes are BCP 47. `hash` is CRC-32 of language, U+0000 and key: it finds a key without a second copy of it.
-- Segments are never removed, so that ids only grow: what is newer than the last id seen is new.
CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    hash INTEGER NOT NULL,
    key TEXT NOT NULL
);
CREATE INDEX segment_hash ON segment (hash);

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- What was added at once, and can be undone at once.
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- `segment` and `verbatim` are the original's. `verbatim` is the text itself where it is not its key, else ''.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    segment INTEGER NOT NULL REFERENCES segment,
    verbatim TEXT NOT NULL,
    role TEXT NOT NULL
);
CREATE UNIQUE INDEX entry_identity ON entry (segment, document, role, verbatim);

-- One row for each language, the original's too. The neighbours are segments of the original's language, as the file
-- had them that brought this text: NULL unknown, 0 the document's beginning or end.
CREATE TABLE text (
    entry INTEGER NOT NULL REFERENCES entry,
    language TEXT NOT NULL,
    segment INTEGER NOT NULL REFERENCES segment,
    verbatim TEXT NOT NULL,
    before INTEGER,
    after INTEGER,
    place TEXT NOT NULL,
    date TEXT NOT NULL,
    status TEXT NOT NULL,
    import INTEGER NOT NULL REFERENCES import,
    PRIMARY KEY (entry, language)
) WITHOUT ROWID;
CREATE INDEX text_segment ON text (segment);

-- Texts that were changed. `import` brought the text, `ended` took it away.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entry,
    language TEXT NOT NULL,
    segment INTEGER NOT NULL REFERENCES segment,
    verbatim TEXT NOT NULL,
    date TEXT NOT NULL,
    status TEXT NOT NULL,
    import INTEGER NOT NULL REFERENCES import,
    ended INTEGER NOT NULL REFERENCES import
);
CREATE INDEX history_entry ON history (entry);
