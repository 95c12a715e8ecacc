-- The index is made anew, when a language is next asked for, with planes beside the lists.
DROP TABLE search;
DROP TABLE posting;

-- `traits` are those with numbers of their own, see tm/matching/traits.py; `tail` has the segments that are in no piece
-- yet, 32 bits each. The other columns are as before.
CREATE TABLE search (
    language TEXT PRIMARY KEY,
    slot INTEGER NOT NULL UNIQUE,
    rarity BLOB NOT NULL,
    traits BLOB NOT NULL,
    learned INTEGER NOT NULL,
    count INTEGER NOT NULL,
    reached INTEGER NOT NULL,
    ready INTEGER NOT NULL,
    tail BLOB NOT NULL
);
CREATE TABLE posting (
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL
);

-- Some thousand texts of an index, by length: see tm/matching/planes.py. A number is never given again.
CREATE TABLE piece (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slot INTEGER NOT NULL,
    lengths BLOB NOT NULL,
    numbers BLOB NOT NULL
);
CREATE INDEX piece_slot ON piece (slot);

-- Which texts of a piece have a trait; `id` is slot and trait, shifted by 32 bits, plus the piece.
CREATE TABLE plane (
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL
);
