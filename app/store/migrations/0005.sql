-- Schema version 5: the pages of an edition, as they were on the day it was made.

ALTER TABLE "edition" ADD COLUMN "pdf" BLOB;
