-- Schema version 4: what a briefing looks like on paper.

ALTER TABLE "briefing" ADD COLUMN "template" TEXT;
