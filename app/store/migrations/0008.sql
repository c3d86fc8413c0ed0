-- Schema version 8: ledgers, deflators, figures that follow from each other; how a briefing writes numbers, what kind of
-- chart a box is or which ledger it prints, and whether what explains two values is printed with them.

ALTER TABLE "briefing" ADD COLUMN "number_style" TEXT;
ALTER TABLE "box" ADD COLUMN "chart" TEXT;
ALTER TABLE "box" ADD COLUMN "ledger" INTEGER REFERENCES "ledger" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "contradiction" ADD COLUMN "footnote" TEXT;

CREATE TABLE "ledger" (
  id INTEGER PRIMARY KEY NOT NULL,
  "question" TEXT NOT NULL,
  "basis" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "owners" TEXT,
  "deflator" INTEGER REFERENCES "deflator" (id) DEFERRABLE INITIALLY DEFERRED,
  "price_year" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "ledger_item" (
  id INTEGER PRIMARY KEY NOT NULL,
  "ledger" INTEGER NOT NULL REFERENCES "ledger" (id) DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "figure" INTEGER NOT NULL REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "as_period" TEXT,
  "as_price" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "deflator" (
  id INTEGER PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "source" INTEGER REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "deflator_value" (
  id INTEGER PRIMARY KEY NOT NULL,
  "deflator" INTEGER NOT NULL REFERENCES "deflator" (id) DEFERRABLE INITIALLY DEFERRED,
  "year" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE "calculation" (
  id INTEGER PRIMARY KEY NOT NULL,
  "operation" TEXT NOT NULL,
  "first" INTEGER NOT NULL REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "second" INTEGER NOT NULL REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "result" INTEGER NOT NULL REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE INDEX "box_by_ledger" ON "box" ("ledger") WHERE "ledger" IS NOT NULL;
CREATE INDEX "ledger_by_basis" ON "ledger" ("basis") WHERE "basis" IS NOT NULL;
CREATE INDEX "ledger_by_deflator" ON "ledger" ("deflator") WHERE "deflator" IS NOT NULL;
CREATE INDEX "ledger_item_by_ledger" ON "ledger_item" ("ledger");
CREATE INDEX "ledger_item_by_figure" ON "ledger_item" ("figure");
CREATE INDEX "deflator_by_source" ON "deflator" ("source") WHERE "source" IS NOT NULL;
CREATE INDEX "deflator_value_by_deflator" ON "deflator_value" ("deflator");
CREATE INDEX "calculation_by_first" ON "calculation" ("first");
CREATE INDEX "calculation_by_second" ON "calculation" ("second");
CREATE INDEX "calculation_by_result" ON "calculation" ("result");
