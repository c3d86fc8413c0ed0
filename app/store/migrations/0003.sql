-- Schema version 3: editions, the bin, and what a library is searched and listed by.
--
-- "catalogue", "dependency" and "search" are derived from the records: the store
-- writes them in the transaction that changes a record, no changeset tells of
-- them, and they can be made anew at any time. "catalogue" has an entry for
-- each record, with the text that it is found by and the key that lists sort by;
-- "search" is the full-text index of these texts. "dependency" tells whose entry
-- says something of another record, as a text does that names it, and has to be
-- written again when that one changes.

CREATE TABLE "edition" (
  id INTEGER PRIMARY KEY NOT NULL,
  "briefing" INTEGER NOT NULL REFERENCES "briefing" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "amendment" TEXT NOT NULL,
  "made" TEXT NOT NULL,
  "author" TEXT,
  "note" TEXT,
  "contents" BLOB NOT NULL
) STRICT;

CREATE INDEX "edition_by_briefing" ON "edition" ("briefing") WHERE "briefing" IS NOT NULL;

-- How many records an act took out: the bin lists the acts that did.
ALTER TABLE "history" ADD COLUMN "deletes" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "history_by_deletes" ON "history" ("place") WHERE "deletes" > 0;

CREATE TABLE "catalogue" (
  entry INTEGER PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "record" INTEGER NOT NULL,
  "sort" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX "catalogue_by_record" ON "catalogue" ("record", "kind");
CREATE INDEX "catalogue_by_sort" ON "catalogue" ("kind", "sort", "record");

CREATE TABLE "dependency" (
  "target" INTEGER NOT NULL,
  "target_kind" TEXT NOT NULL,
  "record" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  PRIMARY KEY ("target", "target_kind", "record", "kind")
) WITHOUT ROWID, STRICT;

CREATE INDEX "dependency_by_record" ON "dependency" ("record", "kind");

-- Nothing is ranked by its length, so none is kept ("columnsize"). Beginnings of words
-- are found as quickly without an index of their own ("prefix"), which would be a fifth
-- of the file.
CREATE VIRTUAL TABLE "search" USING fts5 (
  "title",
  "text",
  content = 'catalogue',
  content_rowid = 'entry',
  columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- Fewer and larger pieces of the index are made into one: an act waits for less of it.
INSERT INTO "search" ("search", "rank") VALUES ('automerge', 8);
