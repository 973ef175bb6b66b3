-- What is read is compared with what was written, so that a flipped bit is found
-- and not served; and a change can be undone as a whole, with the order of things.
-- Fingerprints of what was kept before are filled in by `open.rs`: SQLite has no
-- SHA-256. An empty one belongs to nothing.

ALTER TABLE about     ADD COLUMN fingerprint BLOB NOT NULL DEFAULT x'';
ALTER TABLE home_city ADD COLUMN fingerprint BLOB NOT NULL DEFAULT x'';
ALTER TABLE programme ADD COLUMN fingerprint BLOB NOT NULL DEFAULT x'';

-- Of everything in the row, not of the body alone.
ALTER TABLE revision ADD COLUMN fingerprint BLOB NOT NULL DEFAULT x'';

CREATE INDEX revision_of_change ON revision (change);

-- Of the whole catalogue as the change left it: the fingerprints of all things in
-- their order. NULL for changes that were made before there were seals.
ALTER TABLE change ADD COLUMN seal BLOB;
-- How many revisions it made.
ALTER TABLE change ADD COLUMN revisions INTEGER NOT NULL DEFAULT 0;

UPDATE change
SET revisions = (SELECT count(*) FROM revision WHERE revision.change = change.id);

-- The order before a change that took things out or put them in another order.
-- Without it, what comes back would not find its place.
CREATE TABLE arrangement (
    change      INTEGER NOT NULL REFERENCES change (id),
    kind        TEXT NOT NULL CHECK (kind IN ('project', 'programme', 'home-city')),
    -- Whether what stayed stands in another order since.
    moved       INTEGER NOT NULL CHECK (moved IN (0, 1)),
    slugs       TEXT NOT NULL, -- JSON
    -- Of everything in the row.
    fingerprint BLOB NOT NULL,
    PRIMARY KEY (change, kind)
) STRICT;
