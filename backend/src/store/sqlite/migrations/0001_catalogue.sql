-- What is a thing of its own is a table; what only hangs on one thing and is
-- never asked for by itself is a JSON column of it. Money is in cents, dates are
-- text as exact as their source, and NULL is what nobody published.
-- `position` keeps the order of the exchange format, so that an export is the
-- very file that went in.

CREATE TABLE store (
    only            INTEGER PRIMARY KEY CHECK (only = 1),
    -- Two stores never give their revisions the same name.
    identity        TEXT NOT NULL,
    -- The default catalogue this was last filled with, and the change that did it:
    -- while no other change follows, nobody has touched it.
    default_release TEXT,
    default_change  INTEGER
) STRICT;

INSERT INTO store (only, identity) VALUES (1, lower(hex(randomblob(4))));

CREATE TABLE about (
    only         INTEGER PRIMARY KEY CHECK (only = 1),
    schema       TEXT,
    collected    TEXT NOT NULL,
    introduction TEXT NOT NULL, -- JSON
    notes        TEXT NOT NULL, -- JSON
    credits      TEXT NOT NULL  -- JSON
) STRICT;

CREATE TABLE home_city (
    slug        TEXT PRIMARY KEY,
    position    INTEGER NOT NULL,
    name        TEXT NOT NULL,
    province    TEXT,
    country     TEXT NOT NULL,
    lat         REAL NOT NULL,
    lon         REAL NOT NULL,
    precision   TEXT NOT NULL,
    geonames_id INTEGER,
    website     TEXT
) STRICT;

CREATE TABLE programme (
    slug     TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    strand   TEXT NOT NULL,
    period   TEXT NOT NULL,
    cci      TEXT,
    website  TEXT
) STRICT;

CREATE TABLE project (
    id                     INTEGER PRIMARY KEY,
    position               INTEGER NOT NULL,
    slug                   TEXT NOT NULL UNIQUE,
    -- Of the project in the exchange format: tells what is unchanged without reading it.
    fingerprint            BLOB NOT NULL,
    acronym                TEXT,
    city_title             TEXT,
    programme              TEXT NOT NULL REFERENCES programme (slug),
    priority               TEXT, -- JSON
    specific_objective     TEXT, -- JSON
    themes_assigned_by     TEXT,
    keep_themes            TEXT, -- JSON
    start_date             TEXT,
    end_date               TEXT,
    total_budget           INTEGER,
    total_budget_rounded   INTEGER NOT NULL,
    eu_funding             INTEGER,
    eu_funding_rounded     INTEGER NOT NULL,
    eu_cofinancing_percent INTEGER,
    website                TEXT,
    keep_url               TEXT,
    partner_count_stated   INTEGER,
    conflicts              TEXT, -- JSON
    gaps                   TEXT  -- JSON
) STRICT;

CREATE INDEX project_of_programme ON project (programme);

CREATE TABLE project_text (
    project  INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (kind IN ('title', 'description', 'results')),
    position INTEGER NOT NULL,
    lang     TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (project, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_presented_by (
    project  INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
    position INTEGER NOT NULL,
    city     TEXT NOT NULL REFERENCES home_city (slug),
    PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX presented_by_city ON project_presented_by (city);

CREATE TABLE project_theme (
    project  INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
    position INTEGER NOT NULL,
    theme    TEXT NOT NULL,
    PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_source (
    project  INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
    position INTEGER NOT NULL,
    fields   TEXT NOT NULL, -- JSON
    url      TEXT NOT NULL,
    note     TEXT,
    PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    country TEXT,
    town    TEXT
) STRICT;

-- NULLs are all different to a UNIQUE of SQLite, hence what stands in for them;
-- an empty blob is no text, so no town has it for a name.
CREATE UNIQUE INDEX organisation_is ON organisation (name, ifnull(country, x''), ifnull(town, x''));

CREATE TABLE participation (
    project            INTEGER NOT NULL REFERENCES project ON DELETE CASCADE,
    position           INTEGER NOT NULL,
    organisation       INTEGER NOT NULL REFERENCES organisation (id),
    role               TEXT NOT NULL,
    city               TEXT REFERENCES home_city (slug),
    nuts               TEXT, -- JSON
    lat                REAL,
    lon                REAL,
    precision          TEXT,
    geonames_id        INTEGER,
    budget             INTEGER,
    budget_rounded     INTEGER NOT NULL,
    eu_funding         INTEGER,
    eu_funding_rounded INTEGER NOT NULL,
    basis              TEXT,
    sources            TEXT, -- JSON
    note               TEXT,
    PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX participation_of_organisation ON participation (organisation);
CREATE INDEX participation_of_city ON participation (city) WHERE city IS NOT NULL;

-- What happened. A change is what somebody did in one go; its revisions are what
-- it made of single things. AUTOINCREMENT: a number is never given twice.
CREATE TABLE change (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    time   TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
    id     INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (id),
    kind   TEXT NOT NULL CHECK (kind IN ('project', 'programme', 'home-city', 'about')),
    -- The slug; it outlives what it names, so it refers to nothing.
    key    TEXT NOT NULL,
    -- Counts from 1 for each thing.
    number INTEGER NOT NULL,
    what   TEXT NOT NULL CHECK (what IN ('added', 'changed', 'removed')),
    -- The thing in the exchange format as it was from then on; NULL once removed.
    body   TEXT,
    UNIQUE (kind, key, number)
) STRICT;
