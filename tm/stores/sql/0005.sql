-- What a file says of itself: of all that is in it (language ''), or how it writes the code of a language. There are rows
-- for the imports that changed it, and what the last one of a file says, that is not undone, holds for its texts.

-- `said` is as that of a note; `hash` is CRC-32 of import, language and that, with U+0000 between them.
CREATE TABLE header (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import,
    language TEXT NOT NULL,
    said TEXT NOT NULL,
    hash INTEGER NOT NULL
);
