-- The schema of a CareBrief library of version 8, as released. Never edited: a
-- library that has it must open in every later CareBrief.

PRAGMA application_id = 1130459749;
PRAGMA user_version = 8;

CREATE TABLE "actor" (
  id INTEGER PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "short_name" TEXT,
  "abbreviation" TEXT,
  "colour" TEXT,
  "ordinal" INTEGER,
  "since" TEXT,
  "until" TEXT,
  "place" INTEGER REFERENCES "place" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "person" (
  id INTEGER PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "family_name" TEXT,
  "honorific" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "role" (
  id INTEGER PRIMARY KEY NOT NULL,
  "person" INTEGER NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "post" TEXT NOT NULL,
  "actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "since" TEXT,
  "until" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "alias" (
  id INTEGER PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "fund" INTEGER REFERENCES "fund" (id) DEFERRABLE INITIALLY DEFERRED,
  "legislation" INTEGER REFERENCES "legislation" (id) DEFERRABLE INITIALLY DEFERRED,
  "since" TEXT,
  "until" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "theme" (
  id INTEGER PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "ordinal" INTEGER
) STRICT;

CREATE TABLE "place" (
  id INTEGER PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "within" INTEGER REFERENCES "place" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "source" (
  id INTEGER PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "creator" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "author" INTEGER REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "published" TEXT,
  "published_words" TEXT,
  "accessed" TEXT,
  "url" TEXT,
  "language" TEXT,
  "reliability" TEXT,
  "passage" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "position" (
  id INTEGER PRIMARY KEY NOT NULL,
  "actor" INTEGER NOT NULL REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "theme" INTEGER REFERENCES "theme" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "currency" TEXT,
  "place" INTEGER REFERENCES "place" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "position_version" (
  id INTEGER PRIMARY KEY NOT NULL,
  "position" INTEGER NOT NULL REFERENCES "position" (id) DEFERRABLE INITIALLY DEFERRED,
  "wording" TEXT NOT NULL,
  "assertion" TEXT,
  "strength" TEXT,
  "condition" TEXT,
  "speaker" INTEGER REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "speaker_role" TEXT,
  "venue" TEXT,
  "stated" TEXT,
  "stated_words" TEXT,
  "supersedes" INTEGER REFERENCES "position_version" (id) DEFERRABLE INITIALLY DEFERRED,
  "change_reason" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "party_line" (
  id INTEGER PRIMARY KEY NOT NULL,
  "actor" INTEGER NOT NULL REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "version" INTEGER REFERENCES "position_version" (id) DEFERRABLE INITIALLY DEFERRED,
  "line" TEXT NOT NULL,
  "coverage_note" TEXT
) STRICT;

CREATE TABLE "pledge" (
  id INTEGER PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "person" INTEGER REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "speaker_role" TEXT,
  "kind" TEXT NOT NULL,
  "strength" TEXT,
  "manner" TEXT,
  "wording" TEXT,
  "theme" INTEGER REFERENCES "theme" (id) DEFERRABLE INITIALLY DEFERRED,
  "place" INTEGER REFERENCES "place" (id) DEFERRABLE INITIALLY DEFERRED,
  "made" TEXT,
  "made_words" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "limb" (
  id INTEGER PRIMARY KEY NOT NULL,
  "pledge" INTEGER NOT NULL REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "text" TEXT NOT NULL,
  "kind" TEXT,
  "manner" TEXT
) STRICT;

CREATE TABLE "condition" (
  id INTEGER PRIMARY KEY NOT NULL,
  "pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "figure" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "deadline" (
  id INTEGER PRIMARY KEY NOT NULL,
  "pledge" INTEGER NOT NULL REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "limb" INTEGER REFERENCES "limb" (id) DEFERRABLE INITIALLY DEFERRED,
  "words" TEXT NOT NULL,
  "qualifier" TEXT,
  "due" TEXT,
  "reading" TEXT,
  "reading_by" TEXT,
  "reading_reason" TEXT,
  "anchor" TEXT,
  "anchor_words" TEXT,
  "recurrence" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "verdict" (
  id INTEGER PRIMARY KEY NOT NULL,
  "pledge" INTEGER NOT NULL REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "limb" INTEGER REFERENCES "limb" (id) DEFERRABLE INITIALLY DEFERRED,
  "whose" TEXT NOT NULL,
  "source" INTEGER REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
  "label" TEXT,
  "delivery" TEXT,
  "timeliness" TEXT,
  "evidence_strength" TEXT,
  "reasoning" TEXT,
  "judged" TEXT,
  "judged_words" TEXT,
  "author" TEXT,
  "reviewer" TEXT
) STRICT;

CREATE TABLE "evidence" (
  id INTEGER PRIMARY KEY NOT NULL,
  "text" TEXT NOT NULL,
  "kind" TEXT,
  "bearing" TEXT NOT NULL,
  "pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "verdict" INTEGER REFERENCES "verdict" (id) DEFERRABLE INITIALLY DEFERRED,
  "figure" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "position_version" INTEGER REFERENCES "position_version" (id) DEFERRABLE INITIALLY DEFERRED,
  "event" INTEGER REFERENCES "event" (id) DEFERRABLE INITIALLY DEFERRED,
  "actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "found" TEXT,
  "subject" TEXT,
  "finding" TEXT,
  "certainty" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "figure" (
  id INTEGER PRIMARY KEY NOT NULL,
  "label" TEXT NOT NULL,
  "value" TEXT,
  "as_stated" TEXT,
  "counts" TEXT,
  "actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "flow" TEXT,
  "period_basis" TEXT,
  "period" TEXT,
  "period_words" TEXT,
  "recurrence" TEXT,
  "price_basis" TEXT,
  "price_year" TEXT,
  "newness" TEXT,
  "newness_share" TEXT,
  "newness_words" TEXT,
  "standing" TEXT,
  "base" TEXT,
  "place" INTEGER REFERENCES "place" (id) DEFERRABLE INITIALLY DEFERRED,
  "estimator" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "reporter" INTEGER REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "reporting_body" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "fund" INTEGER REFERENCES "fund" (id) DEFERRABLE INITIALLY DEFERRED,
  "pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "fund" (
  id INTEGER PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "place" INTEGER REFERENCES "place" (id) DEFERRABLE INITIALLY DEFERRED,
  "opened" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "link" (
  id INTEGER PRIMARY KEY NOT NULL,
  "relation" TEXT NOT NULL,
  "from_figure" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "from_fund" INTEGER REFERENCES "fund" (id) DEFERRABLE INITIALLY DEFERRED,
  "from_pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "to_figure" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "to_fund" INTEGER REFERENCES "fund" (id) DEFERRABLE INITIALLY DEFERRED,
  "to_pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "allocated" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "event" (
  id INTEGER PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT,
  "happened" TEXT,
  "happened_words" TEXT,
  "date_reason" TEXT,
  "place" INTEGER REFERENCES "place" (id) DEFERRABLE INITIALLY DEFERRED,
  "actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "person" INTEGER REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "milestone" (
  id INTEGER PRIMARY KEY NOT NULL,
  "pledge" INTEGER NOT NULL REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "event" INTEGER REFERENCES "event" (id) DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "due" TEXT,
  "due_words" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "legislation" (
  id INTEGER PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "year" TEXT,
  "assent" TEXT,
  "place" INTEGER REFERENCES "place" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "duty" (
  id INTEGER PRIMARY KEY NOT NULL,
  "legislation" INTEGER NOT NULL REFERENCES "legislation" (id) DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "holder" TEXT NOT NULL,
  "holder_actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "action" TEXT NOT NULL,
  "condition" TEXT,
  "provision" TEXT
) STRICT;

CREATE TABLE "quotation" (
  id INTEGER PRIMARY KEY NOT NULL,
  "text" TEXT NOT NULL,
  "person" INTEGER REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "actor" INTEGER REFERENCES "actor" (id) DEFERRABLE INITIALLY DEFERRED,
  "speaker_role" TEXT,
  "said" TEXT,
  "said_words" TEXT,
  "source" INTEGER REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
  "pinpoint" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "citation" (
  id INTEGER PRIMARY KEY NOT NULL,
  "source" INTEGER NOT NULL REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
  "pinpoint" TEXT,
  "position_version" INTEGER REFERENCES "position_version" (id) DEFERRABLE INITIALLY DEFERRED,
  "party_line" INTEGER REFERENCES "party_line" (id) DEFERRABLE INITIALLY DEFERRED,
  "pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "figure" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "event" INTEGER REFERENCES "event" (id) DEFERRABLE INITIALLY DEFERRED,
  "evidence" INTEGER REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED,
  "legislation" INTEGER REFERENCES "legislation" (id) DEFERRABLE INITIALLY DEFERRED,
  "role" INTEGER REFERENCES "role" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "image" (
  id INTEGER PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "data" BLOB NOT NULL,
  "alternative" TEXT NOT NULL,
  "credit" TEXT NOT NULL,
  "licence" TEXT
) STRICT;

CREATE TABLE "briefing" (
  id INTEGER PRIMARY KEY NOT NULL,
  "title" TEXT NOT NULL,
  "standfirst" TEXT,
  "series" TEXT,
  "number" TEXT,
  "issue" TEXT,
  "status" TEXT NOT NULL,
  "published" TEXT,
  "amended" TEXT,
  "corrected" TEXT,
  "archive_after" TEXT,
  "authors" TEXT,
  "language" TEXT,
  "inclusion_rule" TEXT,
  "ordering_rule" TEXT,
  "note" TEXT
, "template" TEXT, "number_style" TEXT) STRICT;

CREATE TABLE "section" (
  id INTEGER PRIMARY KEY NOT NULL,
  "briefing" INTEGER NOT NULL REFERENCES "briefing" (id) DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "heading" TEXT NOT NULL,
  "text" TEXT
, "words" INTEGER) STRICT;

CREATE TABLE "box" (
  id INTEGER PRIMARY KEY NOT NULL,
  "briefing" INTEGER NOT NULL REFERENCES "briefing" (id) DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "subtitle" TEXT,
  "text" TEXT,
  "figure" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "quotation" INTEGER REFERENCES "quotation" (id) DEFERRABLE INITIALLY DEFERRED,
  "image" INTEGER REFERENCES "image" (id) DEFERRABLE INITIALLY DEFERRED,
  "alternative" TEXT,
  "coverage_note" TEXT
, "words" INTEGER, "chart" TEXT, "ledger" INTEGER REFERENCES "ledger" (id) DEFERRABLE INITIALLY DEFERRED) STRICT;

CREATE TABLE "box_item" (
  id INTEGER PRIMARY KEY NOT NULL,
  "box" INTEGER NOT NULL REFERENCES "box" (id) DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "party_line" INTEGER REFERENCES "party_line" (id) DEFERRABLE INITIALLY DEFERRED,
  "figure" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "legislation" INTEGER REFERENCES "legislation" (id) DEFERRABLE INITIALLY DEFERRED,
  "source" INTEGER REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
  "pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "event" INTEGER REFERENCES "event" (id) DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT
) STRICT;

CREATE TABLE "contradiction" (
  id INTEGER PRIMARY KEY NOT NULL,
  "topic" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "explanation" TEXT
, "footnote" TEXT) STRICT;

CREATE TABLE "contradiction_item" (
  id INTEGER PRIMARY KEY NOT NULL,
  "contradiction" INTEGER NOT NULL REFERENCES "contradiction" (id) DEFERRABLE INITIALLY DEFERRED,
  "figure" INTEGER REFERENCES "figure" (id) DEFERRABLE INITIALLY DEFERRED,
  "position_version" INTEGER REFERENCES "position_version" (id) DEFERRABLE INITIALLY DEFERRED,
  "party_line" INTEGER REFERENCES "party_line" (id) DEFERRABLE INITIALLY DEFERRED,
  "pledge" INTEGER REFERENCES "pledge" (id) DEFERRABLE INITIALLY DEFERRED,
  "evidence" INTEGER REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "comment" (
  id INTEGER PRIMARY KEY NOT NULL,
  "source" INTEGER NOT NULL REFERENCES "source" (id) DEFERRABLE INITIALLY DEFERRED,
  "author_words" TEXT,
  "text" TEXT NOT NULL,
  "standing" TEXT NOT NULL,
  "promoted_by" TEXT
) STRICT;

CREATE INDEX "actor_by_place" ON "actor" ("place") WHERE "place" IS NOT NULL;

CREATE INDEX "role_by_actor" ON "role" ("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "alias_by_actor" ON "alias" ("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "alias_by_fund" ON "alias" ("fund") WHERE "fund" IS NOT NULL;

CREATE INDEX "alias_by_legislation" ON "alias" ("legislation") WHERE "legislation" IS NOT NULL;

CREATE INDEX "place_by_within" ON "place" ("within") WHERE "within" IS NOT NULL;

CREATE INDEX "source_by_creator" ON "source" ("creator") WHERE "creator" IS NOT NULL;

CREATE INDEX "source_by_author" ON "source" ("author") WHERE "author" IS NOT NULL;

CREATE INDEX "position_by_theme" ON "position" ("theme") WHERE "theme" IS NOT NULL;

CREATE INDEX "position_by_place" ON "position" ("place") WHERE "place" IS NOT NULL;

CREATE INDEX "position_version_by_speaker" ON "position_version" ("speaker") WHERE "speaker" IS NOT NULL;

CREATE INDEX "position_version_by_supersedes" ON "position_version" ("supersedes") WHERE "supersedes" IS NOT NULL;

CREATE INDEX "party_line_by_version" ON "party_line" ("version") WHERE "version" IS NOT NULL;

CREATE INDEX "pledge_by_actor" ON "pledge" ("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "pledge_by_person" ON "pledge" ("person") WHERE "person" IS NOT NULL;

CREATE INDEX "pledge_by_theme" ON "pledge" ("theme") WHERE "theme" IS NOT NULL;

CREATE INDEX "pledge_by_place" ON "pledge" ("place") WHERE "place" IS NOT NULL;

CREATE INDEX "condition_by_pledge" ON "condition" ("pledge") WHERE "pledge" IS NOT NULL;

CREATE INDEX "condition_by_figure" ON "condition" ("figure") WHERE "figure" IS NOT NULL;

CREATE INDEX "deadline_by_limb" ON "deadline" ("limb") WHERE "limb" IS NOT NULL;

CREATE INDEX "verdict_by_limb" ON "verdict" ("limb") WHERE "limb" IS NOT NULL;

CREATE INDEX "verdict_by_source" ON "verdict" ("source") WHERE "source" IS NOT NULL;

CREATE INDEX "evidence_by_pledge" ON "evidence" ("pledge") WHERE "pledge" IS NOT NULL;

CREATE INDEX "evidence_by_verdict" ON "evidence" ("verdict") WHERE "verdict" IS NOT NULL;

CREATE INDEX "evidence_by_figure" ON "evidence" ("figure") WHERE "figure" IS NOT NULL;

CREATE INDEX "evidence_by_position_version" ON "evidence" ("position_version") WHERE "position_version" IS NOT NULL;

CREATE INDEX "evidence_by_event" ON "evidence" ("event") WHERE "event" IS NOT NULL;

CREATE INDEX "evidence_by_actor" ON "evidence" ("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "figure_by_actor" ON "figure" ("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "figure_by_place" ON "figure" ("place") WHERE "place" IS NOT NULL;

CREATE INDEX "figure_by_estimator" ON "figure" ("estimator") WHERE "estimator" IS NOT NULL;

CREATE INDEX "figure_by_reporter" ON "figure" ("reporter") WHERE "reporter" IS NOT NULL;

CREATE INDEX "figure_by_reporting_body" ON "figure" ("reporting_body") WHERE "reporting_body" IS NOT NULL;

CREATE INDEX "figure_by_fund" ON "figure" ("fund") WHERE "fund" IS NOT NULL;

CREATE INDEX "figure_by_pledge" ON "figure" ("pledge") WHERE "pledge" IS NOT NULL;

CREATE INDEX "fund_by_actor" ON "fund" ("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "fund_by_place" ON "fund" ("place") WHERE "place" IS NOT NULL;

CREATE INDEX "link_by_from_figure" ON "link" ("from_figure") WHERE "from_figure" IS NOT NULL;

CREATE INDEX "link_by_from_fund" ON "link" ("from_fund") WHERE "from_fund" IS NOT NULL;

CREATE INDEX "link_by_from_pledge" ON "link" ("from_pledge") WHERE "from_pledge" IS NOT NULL;

CREATE INDEX "link_by_to_figure" ON "link" ("to_figure") WHERE "to_figure" IS NOT NULL;

CREATE INDEX "link_by_to_fund" ON "link" ("to_fund") WHERE "to_fund" IS NOT NULL;

CREATE INDEX "link_by_to_pledge" ON "link" ("to_pledge") WHERE "to_pledge" IS NOT NULL;

CREATE INDEX "event_by_place" ON "event" ("place") WHERE "place" IS NOT NULL;

CREATE INDEX "event_by_actor" ON "event" ("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "event_by_person" ON "event" ("person") WHERE "person" IS NOT NULL;

CREATE INDEX "event_by_pledge" ON "event" ("pledge") WHERE "pledge" IS NOT NULL;

CREATE INDEX "milestone_by_event" ON "milestone" ("event") WHERE "event" IS NOT NULL;

CREATE INDEX "legislation_by_place" ON "legislation" ("place") WHERE "place" IS NOT NULL;

CREATE INDEX "duty_by_holder_actor" ON "duty" ("holder_actor") WHERE "holder_actor" IS NOT NULL;

CREATE INDEX "quotation_by_person" ON "quotation" ("person") WHERE "person" IS NOT NULL;

CREATE INDEX "quotation_by_actor" ON "quotation" ("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "quotation_by_source" ON "quotation" ("source") WHERE "source" IS NOT NULL;

CREATE INDEX "citation_by_position_version" ON "citation" ("position_version") WHERE "position_version" IS NOT NULL;

CREATE INDEX "citation_by_party_line" ON "citation" ("party_line") WHERE "party_line" IS NOT NULL;

CREATE INDEX "citation_by_pledge" ON "citation" ("pledge") WHERE "pledge" IS NOT NULL;

CREATE INDEX "citation_by_figure" ON "citation" ("figure") WHERE "figure" IS NOT NULL;

CREATE INDEX "citation_by_event" ON "citation" ("event") WHERE "event" IS NOT NULL;

CREATE INDEX "citation_by_evidence" ON "citation" ("evidence") WHERE "evidence" IS NOT NULL;

CREATE INDEX "citation_by_legislation" ON "citation" ("legislation") WHERE "legislation" IS NOT NULL;

CREATE INDEX "citation_by_role" ON "citation" ("role") WHERE "role" IS NOT NULL;

CREATE INDEX "box_by_figure" ON "box" ("figure") WHERE "figure" IS NOT NULL;

CREATE INDEX "box_by_quotation" ON "box" ("quotation") WHERE "quotation" IS NOT NULL;

CREATE INDEX "box_by_image" ON "box" ("image") WHERE "image" IS NOT NULL;

CREATE INDEX "box_item_by_party_line" ON "box_item" ("party_line") WHERE "party_line" IS NOT NULL;

CREATE INDEX "box_item_by_figure" ON "box_item" ("figure") WHERE "figure" IS NOT NULL;

CREATE INDEX "box_item_by_legislation" ON "box_item" ("legislation") WHERE "legislation" IS NOT NULL;

CREATE INDEX "box_item_by_source" ON "box_item" ("source") WHERE "source" IS NOT NULL;

CREATE INDEX "box_item_by_pledge" ON "box_item" ("pledge") WHERE "pledge" IS NOT NULL;

CREATE INDEX "box_item_by_event" ON "box_item" ("event") WHERE "event" IS NOT NULL;

CREATE INDEX "contradiction_item_by_figure" ON "contradiction_item" ("figure") WHERE "figure" IS NOT NULL;

CREATE INDEX "contradiction_item_by_position_version" ON "contradiction_item" ("position_version") WHERE "position_version" IS NOT NULL;

CREATE INDEX "contradiction_item_by_party_line" ON "contradiction_item" ("party_line") WHERE "party_line" IS NOT NULL;

CREATE INDEX "contradiction_item_by_pledge" ON "contradiction_item" ("pledge") WHERE "pledge" IS NOT NULL;

CREATE INDEX "contradiction_item_by_evidence" ON "contradiction_item" ("evidence") WHERE "evidence" IS NOT NULL;

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
, "deletes" INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX "history_by_place" ON "history" ("place");

CREATE INDEX "history_by_standing" ON "history" ("place") WHERE "kind" = 'act' AND "undone" = 0;

CREATE INDEX "history_by_undone" ON "history" ("undone") WHERE "undone" > 0;

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
, "pdf" BLOB) STRICT;

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

CREATE VIRTUAL TABLE "search" USING fts5 (
  "title",
  "text",
  content = 'catalogue',
  content_rowid = 'entry',
  columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO "search" ("search", "rank") VALUES ('automerge', 8);

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

CREATE INDEX "review_note_by_section" ON "review_note" ("section") WHERE "section" IS NOT NULL;

CREATE INDEX "review_note_by_box" ON "review_note" ("box") WHERE "box" IS NOT NULL;

CREATE INDEX "role_by_person" ON "role" ("person");

CREATE INDEX "position_by_actor" ON "position" ("actor");

CREATE INDEX "position_version_by_position" ON "position_version" ("position");

CREATE INDEX "party_line_by_actor" ON "party_line" ("actor");

CREATE INDEX "limb_by_pledge" ON "limb" ("pledge");

CREATE INDEX "deadline_by_pledge" ON "deadline" ("pledge");

CREATE INDEX "verdict_by_pledge" ON "verdict" ("pledge");

CREATE INDEX "milestone_by_pledge" ON "milestone" ("pledge");

CREATE INDEX "duty_by_legislation" ON "duty" ("legislation");

CREATE INDEX "citation_by_source" ON "citation" ("source");

CREATE INDEX "section_by_briefing" ON "section" ("briefing");

CREATE INDEX "box_by_briefing" ON "box" ("briefing");

CREATE INDEX "box_item_by_box" ON "box_item" ("box");

CREATE INDEX "contradiction_item_by_contradiction" ON "contradiction_item" ("contradiction");

CREATE INDEX "comment_by_source" ON "comment" ("source");

CREATE INDEX "edition_by_briefing" ON "edition" ("briefing");

CREATE INDEX "review_note_by_briefing" ON "review_note" ("briefing");

CREATE INDEX "exception_by_briefing" ON "exception" ("briefing");

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
