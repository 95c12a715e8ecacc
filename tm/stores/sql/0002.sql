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
