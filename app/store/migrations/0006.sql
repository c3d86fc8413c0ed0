-- Schema version 6: how many words an element may have, notes of a review, and problems that are kept.

ALTER TABLE "section" ADD COLUMN "words" INTEGER;
ALTER TABLE "box" ADD COLUMN "words" INTEGER;

CREATE TABLE "review_note" (
  id INTEGER PRIMARY KEY NOT NULL,
  "briefing" INTEGER NOT NULL REFERENCES "briefing" (id) DEFERRABLE INITIALLY DEFERRED,
  "section" INTEGER REFERENCES "section" (id) DEFERRABLE INITIALLY DEFERRED,
  "box" INTEGER REFERENCES "box" (id) DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "author" TEXT,
  "written" TEXT,
  "standing" TEXT
) STRICT;

CREATE TABLE "exception" (
  id INTEGER PRIMARY KEY NOT NULL,
  "briefing" INTEGER NOT NULL REFERENCES "briefing" (id) DEFERRABLE INITIALLY DEFERRED,
  "check" TEXT NOT NULL,
  "place" TEXT,
  "reason" TEXT NOT NULL,
  "author" TEXT,
  "decided" TEXT
) STRICT;

CREATE INDEX "review_note_by_briefing" ON "review_note" ("briefing") WHERE "briefing" IS NOT NULL;
CREATE INDEX "review_note_by_section" ON "review_note" ("section") WHERE "section" IS NOT NULL;
CREATE INDEX "review_note_by_box" ON "review_note" ("box") WHERE "box" IS NOT NULL;
CREATE INDEX "exception_by_briefing" ON "exception" ("briefing") WHERE "briefing" IS NOT NULL;
