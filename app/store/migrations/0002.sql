-- Schema version 2: the history of a library.
--
-- Each act is kept with the changeset that SQLite's session extension recorded
-- of it, in the same transaction. "undone" is 0 for an act that stands, 1 and
-- more for one that was undone (the last undone has the greatest number), and
-- -1 for one that was undone and can no longer be redone, as something else has
-- been done since. An undoing and a redoing are kept as acts of their own, so
-- that the rows in the order of "place" tell all that ever happened.

CREATE TABLE "history" (
  id INTEGER PRIMARY KEY NOT NULL,
  "place" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "target" INTEGER,
  "sentence" TEXT NOT NULL,
  "author" TEXT NOT NULL,
  "done" TEXT NOT NULL,
  "undone" INTEGER NOT NULL,
  "changeset" BLOB NOT NULL
) STRICT;

CREATE INDEX "history_by_place" ON "history" ("place");
CREATE INDEX "history_by_standing" ON "history" ("place") WHERE "kind" = 'act' AND "undone" = 0;
CREATE INDEX "history_by_undone" ON "history" ("undone") WHERE "undone" > 0;
