-- What other programs say of an entry (language '') or of its text in a language: a row only where they say something.

-- `said` is a list in JSON: of each note form, text, name, language and encoding, without the empty ones at the end.
-- `hash` is CRC-32 of entry, language and that, with U+0000 between them. `import` brought it, `ended` took it away; 0:
-- it is there. It stays when its text is deleted, and so is there again when that is restored.
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entry,
    language TEXT NOT NULL,
    said TEXT NOT NULL,
    hash INTEGER NOT NULL,
    import INTEGER NOT NULL REFERENCES import,
    ended INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX note_entry ON note (entry, language, ended);
