-- An entry's original language, which its segment tells too: read with each match.
ALTER TABLE entry ADD COLUMN language TEXT NOT NULL DEFAULT '';
UPDATE entry SET language = (SELECT language FROM segment WHERE id = entry.segment);

-- What a text was before, whole, so that an import can be undone; `visible` when its wording or status changed.
ALTER TABLE text ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN before INTEGER;
ALTER TABLE history ADD COLUMN after INTEGER;
ALTER TABLE history ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN visible INTEGER NOT NULL DEFAULT 1;

-- An act is an import, a deletion, a restoration, or an undoing of others, which then have its number in `undone`.
-- `file` is the one that the entries are all of, seen from the folder of the memory, '' when they are not all;
-- `first` the first act of the same command, 0 in that act itself.
ALTER TABLE import ADD COLUMN deed TEXT NOT NULL DEFAULT 'import';
ALTER TABLE import ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE import ADD COLUMN file TEXT NOT NULL DEFAULT '';
ALTER TABLE import ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN undone INTEGER NOT NULL DEFAULT 0;
CREATE INDEX history_ended ON history (ended);

-- By document first, so that the entries of one are found.
DROP INDEX entry_identity;
CREATE UNIQUE INDEX entry_identity ON entry (document, segment, role, verbatim);

-- The index of similar texts, for each language that was asked for as a source: see tm/matching/layout.py.

-- The tokens of a segment as one character each.
CREATE TABLE shape (
    segment INTEGER PRIMARY KEY,
    text TEXT NOT NULL
);

-- `slot` parts the lists of one index from those of another. `rarity` is the order of characters, learned when the
-- language had `learned` segments. Those up to the number `reached` are in the lists, `count` in all; all of the
-- language when `ready`, and from then on each transaction that adds segments adds to the lists.
CREATE TABLE search (
    language TEXT PRIMARY KEY,
    slot INTEGER NOT NULL UNIQUE,
    rarity BLOB NOT NULL,
    learned INTEGER NOT NULL,
    count INTEGER NOT NULL,
    reached INTEGER NOT NULL,
    ready INTEGER NOT NULL
);

-- A list is parted over rows; `id` is the number of the list, shifted by 32 bits, plus the first segment in the row.
CREATE TABLE posting (
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL
);
