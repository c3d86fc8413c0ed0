/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-vocabularies.h"

#include <glib/gi18n.h>

#define VOCABULARY(symbol, name, ...) \
  static const CareTerm symbol##_terms[] = { __VA_ARGS__, { NULL, NULL } }; \
  const CareVocabulary care_vocabulary_##symbol = { name, symbol##_terms }

VOCABULARY (actor, "actor",
            { "party", N_("Party") },
            { "government", N_("Government") },
            { "department", N_("Government department") },
            { "public-body", N_("Public body") },
            { "research-body", N_("Research body") },
            { "committee", N_("Committee") },
            { "legislature", N_("Legislature") },
            { "publisher", N_("Publisher") },
            { "group", N_("Group") });

VOCABULARY (amendment, "amendment",
            { "significant", N_("Significant amendment") },
            { "minor", N_("Minor correction") });

VOCABULARY (assertion, "assertion",
            { "position", N_("position") },
            { "aspiration", N_("aspiration") },
            { "action", N_("action already taken") },
            { "editorial", N_("editorial judgement") },
            { "speculation", N_("speculation") });

VOCABULARY (bearing, "bearing",
            { "supports", N_("supports") },
            { "qualifies", N_("qualifies") },
            { "contradicts", N_("contradicts") },
            { "context", N_("context") });

VOCABULARY (box, "box",
            { "party-lines", N_("Party lines") },
            { "legislation", N_("Legislation") },
            { "pull-quote", N_("Pull quote") },
            { "statistic", N_("Statistic") },
            { "chart", N_("Chart") },
            { "table", N_("Table") },
            { "timeline", N_("Timeline strip") },
            { "current-briefings", N_("Current briefings") },
            { "contact", N_("Contact") },
            { "linking-note", N_("Linking note") },
            { "image", N_("Image") },
            { "ledger", N_("Ledger") },
            { "ledger-sum", N_("Ledger, sum only") });

VOCABULARY (briefing_status, "briefing-status",
            { "draft", N_("Draft") },
            { "in-review", N_("In review") },
            { "published", N_("Published") },
            { "archived", N_("Archived") },
            { "template", N_("Template") });

VOCABULARY (calculation, "calculation",
            { "sum", N_("the sum of both") },
            { "difference", N_("the first less the second") },
            { "percent-more", N_("the first and so many per cent more") },
            { "percent-less", N_("the first less so many per cent") },
            { "percent-of", N_("so many per cent of the first") });

VOCABULARY (chart, "chart",
            { "bars", N_("Bars") },
            { "stacked", N_("Bars, stacked by newness") },
            { "years", N_("Change over years") });

VOCABULARY (comment_standing, "comment-standing",
            { "quarantined", N_("not evidence") },
            { "promoted", N_("promoted by a reviewer") });

VOCABULARY (condition, "condition",
            { "must-happen", N_("must happen first") },
            { "given-in-return", N_("given in return") },
            { "where-it-would", N_("only where it would") });

VOCABULARY (contradiction, "contradiction",
            { "scope", N_("different scope") },
            { "date", N_("different date") },
            { "newness", N_("new and existing money") },
            { "subset", N_("part and whole") },
            { "different-thing", N_("different things of the same size") },
            { "estimate", N_("different estimates") },
            { "wording", N_("different wording") },
            { "changed", N_("the position changed") },
            { "unexplained", N_("not explained") });

VOCABULARY (currency, "currency",
            { "current", N_("current") },
            { "superseded", N_("superseded") },
            { "unclear", N_("unclear whether still held") },
            { "abandoned", N_("abandoned") });

VOCABULARY (delivery, "delivery",
            { "not-assessed", N_("not assessed") },
            { "too-early", N_("too early to say") },
            { "cannot-be-rated", N_("cannot be rated") },
            { "not-started", N_("not started") },
            { "in-progress", N_("in progress") },
            { "stalled", N_("stalled") },
            { "blocked", N_("blocked by others") },
            { "in-part", N_("delivered in part") },
            { "delivered", N_("delivered") },
            { "not-delivered", N_("not delivered") },
            { "withdrawn", N_("withdrawn") });

VOCABULARY (event, "event",
            { "announcement", N_("Announcement") },
            { "speech", N_("Speech") },
            { "publication", N_("Publication") },
            { "election", N_("Election") },
            { "legislation", N_("Legislation") },
            { "decision", N_("Decision") },
            { "evaluation", N_("Evaluation") },
            { "deadline", N_("Deadline passed") },
            { "other", N_("Other") });

VOCABULARY (evidence, "evidence",
            { "report", N_("report") },
            { "official-response", N_("official response") },
            { "official-statistics", N_("official statistics") },
            { "evaluation", N_("evaluation") },
            { "plan", N_("plan") },
            { "statement", N_("statement") },
            { "editorial", N_("editorial judgement") });

VOCABULARY (evidence_strength, "evidence-strength",
            { "strong", N_("strong") },
            { "moderate", N_("moderate") },
            { "limited", N_("limited") },
            { "none-found", N_("none found") },
            { "not-assessed", N_("not assessed") });

VOCABULARY (figure_standing, "figure-standing",
            { "announced", N_("announced") },
            { "estimate", N_("estimate") },
            { "projection", N_("projection") },
            { "outturn", N_("outturn") },
            { "target", N_("target") },
            { "standard", N_("service standard") });

VOCABULARY (flow, "flow",
            { "spend", N_("spending") },
            { "saving", N_("saving") },
            { "revenue", N_("revenue") },
            { "pooled-budget", N_("pooled budget") },
            { "devolved-budget", N_("devolved budget") },
            { "allocation", N_("allocation") },
            { "loss", N_("loss") },
            { "non-money", N_("not money") });

VOCABULARY (legislation, "legislation",
            { "act", N_("Act") },
            { "bill", N_("Bill") },
            { "statutory-instrument", N_("Statutory instrument") });

VOCABULARY (footnote, "footnote",
            { "printed", N_("printed with the figures") },
            { "not-printed", N_("not printed") });

VOCABULARY (ledger_owners, "ledger-owners",
            { "apart", N_("kept apart") },
            { "together", N_("added together") });

VOCABULARY (ledger_period, "ledger-period",
            { "per-year", N_("an average per year") },
            { "total", N_("the total over its years") });

VOCABULARY (ledger_price, "ledger-price",
            { "real", N_("real terms") },
            { "cash", N_("cash") });

VOCABULARY (newness, "newness",
            { "new", N_("new") },
            { "existing", N_("existing") },
            { "mixed", N_("mixed") },
            { "re-announced", N_("re-announced") },
            { "not-stated", N_("not stated") });

VOCABULARY (newness_share, "newness-share",
            { "all", N_("all") },
            { "most", N_("most") },
            { "some", N_("some") },
            { "part", N_("part") });

VOCABULARY (number_style, "number-style",
            { "house", N_("House of Commons Library: £3.8 billion, 2013/14") },
            { "trade", N_("Trade press: £3.8bn, 2013–14") });

VOCABULARY (period_basis, "period-basis",
            { "per-year", N_("per year") },
            { "one-off", N_("one-off") },
            { "total", N_("total over stated years") },
            { "level", N_("level in a stated year") },
            { "change", N_("change between two years") },
            { "not-stated", N_("not stated") });

VOCABULARY (pledge, "pledge",
            { "outcome", N_("outcome") },
            { "action", N_("action") },
            { "process", N_("process") },
            { "restraint", N_("restraint") });

VOCABULARY (price_basis, "price-basis",
            { "cash", N_("cash") },
            { "real", N_("real terms") },
            { "not-stated", N_("not stated") });

VOCABULARY (qualifier, "qualifier",
            { "by", N_("by") },
            { "before", N_("before") },
            { "in", N_("in") },
            { "end-of", N_("the end of") },
            { "start-of", N_("the start of") },
            { "within", N_("within") },
            { "at-once", N_("at once") },
            { "every", N_("every") });

VOCABULARY (reading, "reading",
            { "open", N_("not yet read") },
            { "strict", N_("before the period named begins") },
            { "lenient", N_("before the period named ends") },
            { "financial-year", N_("before the financial year begins") });

VOCABULARY (recurrence, "recurrence",
            { "each-year", N_("each year") },
            { "non-recurrent", N_("non-recurrent") },
            { "not-stated", N_("not stated") });

VOCABULARY (relation, "relation",
            { "part-of", N_("part of") },
            { "restates", N_("restates") },
            { "funds", N_("funds") },
            { "revises", N_("revises") });

VOCABULARY (reliability, "reliability",
            { "primary", N_("primary source") },
            { "official", N_("official source") },
            { "press", N_("press report") },
            { "tracker", N_("tracker") },
            { "comment", N_("reader's comment") });

VOCABULARY (review_standing, "review-standing",
            { "open", N_("open") },
            { "resolved", N_("resolved") });

VOCABULARY (source, "source",
            { "manifesto", N_("Manifesto") },
            { "speech", N_("Speech") },
            { "article", N_("News article") },
            { "report", N_("Report") },
            { "briefing", N_("Briefing") },
            { "tracker", N_("Tracker page") },
            { "legislation", N_("Legislation") },
            { "press-release", N_("Press release") },
            { "web-page", N_("Web page") },
            { "document", N_("Document") });

VOCABULARY (strength, "strength",
            { "will", N_("will") },
            { "would", N_("would") },
            { "could", N_("could") },
            { "potentially", N_("potentially") },
            { "consider", N_("would consider") },
            { "would-not", N_("would not") },
            { "supports", N_("supports") });

VOCABULARY (template, "template",
            { "key-issue", N_("Key Issue") },
            { "research-briefing", N_("Research Briefing") },
            { "large-print", N_("Large print") });

VOCABULARY (timeliness, "timeliness",
            { "no-deadline", N_("no deadline") },
            { "not-yet-due", N_("not yet due") },
            { "met", N_("met") },
            { "met-late", N_("met late") },
            { "missed", N_("missed") },
            { "revised", N_("deadline revised") },
            { "not-assessed", N_("not assessed") });

VOCABULARY (whose, "whose",
            { "ours", N_("ours") },
            { "source", N_("the source's own") });
