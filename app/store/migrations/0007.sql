-- Schema version 7: what every record of a kind refers to is indexed as a whole. An index that leaves out NULL is used by
-- SQLite only where it sees that no row is missing in it, and of a column that cannot be NULL it does not.

DROP INDEX "role_by_person";
DROP INDEX "position_by_actor";
DROP INDEX "position_version_by_position";
DROP INDEX "party_line_by_actor";
DROP INDEX "limb_by_pledge";
DROP INDEX "deadline_by_pledge";
DROP INDEX "verdict_by_pledge";
DROP INDEX "milestone_by_pledge";
DROP INDEX "duty_by_legislation";
DROP INDEX "citation_by_source";
DROP INDEX "section_by_briefing";
DROP INDEX "box_by_briefing";
DROP INDEX "box_item_by_box";
DROP INDEX "contradiction_item_by_contradiction";
DROP INDEX "comment_by_source";
DROP INDEX "edition_by_briefing";
DROP INDEX "review_note_by_briefing";
DROP INDEX "exception_by_briefing";

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
