/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of record, in the order in which a library is written out: what is
 * referred to comes before what refers to it. A field added here needs a column
 * in a new migration of app/store/ and nothing else. */

#include "care-kind.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

#define T CARE_FIELD_IS_TITLE
#define R CARE_FIELD_IS_REQUIRED
#define O CARE_FIELD_IS_OWNER
#define L CARE_FIELD_IS_LISTED

#define TEXT(name, label, flags) { name, label, CARE_FIELD_TEXT, flags, NULL, NULL }
#define PROSE(name, label, flags) { name, label, CARE_FIELD_PROSE, flags, NULL, NULL }
#define CHOICE(name, label, words, flags) \
  { name, label, CARE_FIELD_CHOICE, flags, &care_vocabulary_##words, NULL }
#define QUANTITY(name, label, flags) { name, label, CARE_FIELD_QUANTITY, flags, NULL, NULL }
#define DATE(name, label, flags) { name, label, CARE_FIELD_DATE, flags, NULL, NULL }
#define REFERENCE(name, label, kind, flags) \
  { name, label, CARE_FIELD_REFERENCE, flags, NULL, kind }
#define NUMBER(name, label, flags) { name, label, CARE_FIELD_NUMBER, flags, NULL, NULL }
#define BYTES(name, label, flags) { name, label, CARE_FIELD_BYTES, flags, NULL, NULL }

static const CareField actor_fields[] = {
  TEXT ("name", N_("Name"), T | R | L),
  CHOICE ("kind", N_("Kind"), actor, R | L),
  TEXT ("short_name", N_("Short Name"), L),
  TEXT ("abbreviation", N_("Abbreviation"), L),
  TEXT ("colour", N_("Colour"), CARE_FIELD_PLAIN),
  NUMBER ("ordinal", N_("Place in Order"), CARE_FIELD_PLAIN),
  DATE ("since", N_("Exists From"), CARE_FIELD_PLAIN),
  DATE ("until", N_("Exists Until"), CARE_FIELD_PLAIN),
  REFERENCE ("place", N_("Place"), "place", CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField person_fields[] = {
  TEXT ("name", N_("Name"), T | R | L),
  TEXT ("family_name", N_("Family Name"), L),
  TEXT ("honorific", N_("Title"), CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField role_fields[] = {
  REFERENCE ("person", N_("Person"), "person", O | R | L),
  TEXT ("post", N_("Post"), T | R | L),
  REFERENCE ("actor", N_("In or for"), "actor", L),
  DATE ("since", N_("From"), L),
  DATE ("until", N_("Until"), L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField alias_fields[] = {
  TEXT ("name", N_("Other Name"), T | R | L),
  REFERENCE ("actor", N_("Actor"), "actor", O | L),
  REFERENCE ("fund", N_("Fund"), "fund", O | L),
  REFERENCE ("legislation", N_("Legislation"), "legislation", O | L),
  DATE ("since", N_("Used From"), L),
  DATE ("until", N_("Used Until"), L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField theme_fields[] = {
  TEXT ("name", N_("Name"), T | R | L),
  NUMBER ("ordinal", N_("Place in Order"), L),
};

static const CareField place_fields[] = {
  TEXT ("name", N_("Name"), T | R | L),
  REFERENCE ("within", N_("Within"), "place", L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField source_fields[] = {
  TEXT ("title", N_("Title"), T | R | L),
  CHOICE ("kind", N_("Kind"), source, R | L),
  REFERENCE ("creator", N_("Creator"), "actor", L),
  REFERENCE ("author", N_("Author"), "person", L),
  DATE ("published", N_("Published"), L),
  TEXT ("published_words", N_("Date as Stated"), L),
  DATE ("accessed", N_("Accessed"), CARE_FIELD_PLAIN),
  TEXT ("url", N_("Link"), CARE_FIELD_PLAIN),
  TEXT ("language", N_("Language"), CARE_FIELD_PLAIN),
  CHOICE ("reliability", N_("Reliability"), reliability, L),
  PROSE ("passage", N_("Kept Passage"), CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField position_fields[] = {
  REFERENCE ("actor", N_("Actor"), "actor", R | L),
  REFERENCE ("theme", N_("Theme"), "theme", L),
  TEXT ("title", N_("Title"), T | R | L),
  CHOICE ("currency", N_("Currency"), currency, L),
  REFERENCE ("place", N_("Extent"), "place", L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField position_version_fields[] = {
  REFERENCE ("position", N_("Position"), "position", O | R | L),
  TEXT ("wording", N_("Wording"), T | R | L),
  CHOICE ("assertion", N_("Assertion"), assertion, L),
  CHOICE ("strength", N_("Strength"), strength, L),
  TEXT ("condition", N_("Condition"), CARE_FIELD_PLAIN),
  REFERENCE ("speaker", N_("Speaker"), "person", L),
  TEXT ("speaker_role", N_("Role as Stated"), CARE_FIELD_PLAIN),
  TEXT ("venue", N_("Venue"), L),
  DATE ("stated", N_("Stated"), L),
  TEXT ("stated_words", N_("Date as Stated"), L),
  REFERENCE ("supersedes", N_("Supersedes"), "position_version", L),
  TEXT ("change_reason", N_("Reason for Change"), CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField party_line_fields[] = {
  REFERENCE ("actor", N_("Party"), "actor", R | L),
  REFERENCE ("version", N_("Summarises"), "position_version", L),
  TEXT ("line", N_("Line"), T | R | L),
  TEXT ("coverage_note", N_("Coverage Note"), CARE_FIELD_PLAIN),
};

static const CareField pledge_fields[] = {
  TEXT ("title", N_("Pledge"), T | R | L),
  REFERENCE ("actor", N_("Made By"), "actor", L),
  REFERENCE ("person", N_("Spoken By"), "person", L),
  TEXT ("speaker_role", N_("Role as Stated"), CARE_FIELD_PLAIN),
  CHOICE ("kind", N_("Kind"), pledge, R | L),
  CHOICE ("strength", N_("Strength"), strength, L),
  TEXT ("manner", N_("Manner"), CARE_FIELD_PLAIN),
  PROSE ("wording", N_("Wording"), CARE_FIELD_PLAIN),
  REFERENCE ("theme", N_("Theme"), "theme", CARE_FIELD_PLAIN),
  REFERENCE ("place", N_("Extent"), "place", L),
  DATE ("made", N_("Made"), L),
  TEXT ("made_words", N_("Date as Stated"), CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField limb_fields[] = {
  REFERENCE ("pledge", N_("Pledge"), "pledge", O | R | L),
  NUMBER ("ordinal", N_("Place in Order"), L),
  TEXT ("text", N_("Limb"), T | R | L),
  CHOICE ("kind", N_("Kind"), pledge, L),
  TEXT ("manner", N_("Manner"), L),
};

static const CareField condition_fields[] = {
  REFERENCE ("pledge", N_("Pledge"), "pledge", O | L),
  REFERENCE ("figure", N_("Figure"), "figure", O | L),
  CHOICE ("kind", N_("Kind"), condition, L),
  TEXT ("text", N_("Condition"), T | R | L),
};

static const CareField deadline_fields[] = {
  REFERENCE ("pledge", N_("Pledge"), "pledge", O | R | L),
  REFERENCE ("limb", N_("Limb"), "limb", L),
  TEXT ("words", N_("Words"), T | R | L),
  CHOICE ("qualifier", N_("Qualifier"), qualifier, L),
  DATE ("due", N_("Date"), L),
  CHOICE ("reading", N_("Reading"), reading, L),
  TEXT ("reading_by", N_("Read By"), L),
  TEXT ("reading_reason", N_("Reason for Reading"), CARE_FIELD_PLAIN),
  DATE ("anchor", N_("Counted From"), CARE_FIELD_PLAIN),
  TEXT ("anchor_words", N_("Counted From, as Stated"), CARE_FIELD_PLAIN),
  CHOICE ("recurrence", N_("Recurrence"), recurrence, CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField verdict_fields[] = {
  REFERENCE ("pledge", N_("Pledge"), "pledge", O | R | L),
  REFERENCE ("limb", N_("Limb"), "limb", CARE_FIELD_PLAIN),
  CHOICE ("whose", N_("Whose"), whose, R | L),
  REFERENCE ("source", N_("Source"), "source", L),
  TEXT ("label", N_("Label as Published"), T | L),
  CHOICE ("delivery", N_("Delivery"), delivery, L),
  CHOICE ("timeliness", N_("Timeliness"), timeliness, L),
  CHOICE ("evidence_strength", N_("Evidence"), evidence_strength, L),
  PROSE ("reasoning", N_("Reasoning"), CARE_FIELD_PLAIN),
  DATE ("judged", N_("Judged"), L),
  TEXT ("judged_words", N_("Date as Stated"), CARE_FIELD_PLAIN),
  TEXT ("author", N_("Author"), CARE_FIELD_PLAIN),
  TEXT ("reviewer", N_("Reviewer"), CARE_FIELD_PLAIN),
};

static const CareField evidence_fields[] = {
  TEXT ("text", N_("Evidence"), T | R | L),
  CHOICE ("kind", N_("Kind"), evidence, L),
  CHOICE ("bearing", N_("Bearing"), bearing, R | L),
  REFERENCE ("pledge", N_("Pledge"), "pledge", L),
  REFERENCE ("verdict", N_("Verdict"), "verdict", CARE_FIELD_PLAIN),
  REFERENCE ("figure", N_("Figure"), "figure", L),
  REFERENCE ("position_version", N_("Position Version"), "position_version", L),
  REFERENCE ("event", N_("Event"), "event", CARE_FIELD_PLAIN),
  REFERENCE ("actor", N_("Given By"), "actor", L),
  DATE ("found", N_("Date"), L),
  TEXT ("subject", N_("Subject Studied"), CARE_FIELD_PLAIN),
  TEXT ("finding", N_("Finding"), CARE_FIELD_PLAIN),
  TEXT ("certainty", N_("Certainty"), CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField figure_fields[] = {
  TEXT ("label", N_("Figure"), T | R | L),
  QUANTITY ("value", N_("Value"), L),
  TEXT ("as_stated", N_("As Stated"), L),
  TEXT ("counts", N_("What It Counts"), CARE_FIELD_PLAIN),
  REFERENCE ("actor", N_("Whose"), "actor", L),
  CHOICE ("flow", N_("Flow Kind"), flow, L),
  CHOICE ("period_basis", N_("Period Basis"), period_basis, L),
  DATE ("period", N_("Period"), L),
  TEXT ("period_words", N_("Period as Stated"), CARE_FIELD_PLAIN),
  CHOICE ("recurrence", N_("Recurrence"), recurrence, CARE_FIELD_PLAIN),
  CHOICE ("price_basis", N_("Price Basis"), price_basis, CARE_FIELD_PLAIN),
  TEXT ("price_year", N_("Price Year"), CARE_FIELD_PLAIN),
  CHOICE ("newness", N_("Newness"), newness, L),
  CHOICE ("newness_share", N_("Share"), newness_share, L),
  TEXT ("newness_words", N_("Newness as Stated"), CARE_FIELD_PLAIN),
  CHOICE ("standing", N_("Standing"), figure_standing, CARE_FIELD_PLAIN),
  TEXT ("base", N_("Percentage Of"), CARE_FIELD_PLAIN),
  REFERENCE ("place", N_("Extent"), "place", L),
  REFERENCE ("estimator", N_("Estimator"), "actor", L),
  REFERENCE ("reporter", N_("Reporter"), "person", L),
  REFERENCE ("reporting_body", N_("Reporting Body"), "actor", CARE_FIELD_PLAIN),
  REFERENCE ("fund", N_("Fund"), "fund", CARE_FIELD_PLAIN),
  REFERENCE ("pledge", N_("Pledge"), "pledge", CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField fund_fields[] = {
  TEXT ("name", N_("Name"), T | R | L),
  REFERENCE ("actor", N_("Whose"), "actor", L),
  REFERENCE ("place", N_("Extent"), "place", L),
  DATE ("opened", N_("Opened"), L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField link_fields[] = {
  CHOICE ("relation", N_("Relation"), relation, R | L),
  REFERENCE ("from_figure", N_("From Figure"), "figure", L),
  REFERENCE ("from_fund", N_("From Fund"), "fund", L),
  REFERENCE ("from_pledge", N_("From Pledge"), "pledge", L),
  REFERENCE ("to_figure", N_("To Figure"), "figure", L),
  REFERENCE ("to_fund", N_("To Fund"), "fund", L),
  REFERENCE ("to_pledge", N_("To Pledge"), "pledge", L),
  QUANTITY ("allocated", N_("Allocated"), CARE_FIELD_PLAIN),
  TEXT ("note", N_("Note"), T),
};

static const CareField event_fields[] = {
  TEXT ("title", N_("Event"), T | R | L),
  CHOICE ("kind", N_("Kind"), event, L),
  DATE ("happened", N_("Date"), L),
  TEXT ("happened_words", N_("Date as Stated"), L),
  TEXT ("date_reason", N_("Basis of Date"), CARE_FIELD_PLAIN),
  REFERENCE ("place", N_("Place"), "place", CARE_FIELD_PLAIN),
  REFERENCE ("actor", N_("Actor"), "actor", L),
  REFERENCE ("person", N_("Person"), "person", L),
  REFERENCE ("pledge", N_("Pledge"), "pledge", CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField milestone_fields[] = {
  REFERENCE ("pledge", N_("Pledge"), "pledge", O | R | L),
  REFERENCE ("event", N_("Event"), "event", L),
  TEXT ("text", N_("Milestone"), T | R | L),
  DATE ("due", N_("Due"), L),
  TEXT ("due_words", N_("Date as Stated"), CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField legislation_fields[] = {
  TEXT ("title", N_("Title"), T | R | L),
  CHOICE ("kind", N_("Kind"), legislation, R | L),
  TEXT ("year", N_("Year"), L),
  DATE ("assent", N_("Royal Assent"), L),
  REFERENCE ("place", N_("Extent"), "place", L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField duty_fields[] = {
  REFERENCE ("legislation", N_("Legislation"), "legislation", O | R | L),
  NUMBER ("ordinal", N_("Place in Order"), L),
  TEXT ("holder", N_("Duty-holder"), R | L),
  REFERENCE ("holder_actor", N_("Body"), "actor", L),
  TEXT ("action", N_("Duty"), T | R | L),
  TEXT ("condition", N_("Condition"), L),
  TEXT ("provision", N_("Provision"), L),
};

static const CareField quotation_fields[] = {
  PROSE ("text", N_("Words"), T | R | L),
  REFERENCE ("person", N_("Speaker"), "person", L),
  REFERENCE ("actor", N_("Speaking Body"), "actor", L),
  TEXT ("speaker_role", N_("Role as Stated"), CARE_FIELD_PLAIN),
  DATE ("said", N_("Said"), L),
  TEXT ("said_words", N_("Date as Stated"), CARE_FIELD_PLAIN),
  REFERENCE ("source", N_("Source"), "source", L),
  TEXT ("pinpoint", N_("Pinpoint"), L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField citation_fields[] = {
  REFERENCE ("source", N_("Source"), "source", R | L),
  TEXT ("pinpoint", N_("Pinpoint"), T | L),
  REFERENCE ("position_version", N_("Position Version"), "position_version", O | L),
  REFERENCE ("party_line", N_("Party Line"), "party_line", O | L),
  REFERENCE ("pledge", N_("Pledge"), "pledge", O | L),
  REFERENCE ("figure", N_("Figure"), "figure", O | L),
  REFERENCE ("event", N_("Event"), "event", O | L),
  REFERENCE ("evidence", N_("Evidence"), "evidence", O | L),
  REFERENCE ("legislation", N_("Legislation"), "legislation", O | L),
  REFERENCE ("role", N_("Role"), "role", O | L),
  TEXT ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField image_fields[] = {
  TEXT ("title", N_("Title"), T | R | L),
  TEXT ("media_type", N_("Media Type"), R | L),
  BYTES ("data", N_("Contents"), R),
  TEXT ("alternative", N_("Alternative Text"), R | L),
  TEXT ("credit", N_("Credit"), R | L),
  TEXT ("licence", N_("Licence"), L),
};

static const CareField briefing_fields[] = {
  TEXT ("title", N_("Title"), T | R | L),
  PROSE ("standfirst", N_("Standfirst"), CARE_FIELD_PLAIN),
  TEXT ("series", N_("Series"), L),
  TEXT ("number", N_("Number"), L),
  TEXT ("issue", N_("Issue"), CARE_FIELD_PLAIN),
  CHOICE ("status", N_("Stage"), briefing_status, R | L),
  DATE ("published", N_("Published"), L),
  DATE ("amended", N_("Last Significant Amendment"), L),
  DATE ("corrected", N_("Last Minor Correction"), L),
  DATE ("archive_after", N_("Archive After"), CARE_FIELD_PLAIN),
  TEXT ("authors", N_("Authors"), CARE_FIELD_PLAIN),
  TEXT ("language", N_("Language"), CARE_FIELD_PLAIN),
  TEXT ("inclusion_rule", N_("Inclusion Rule"), CARE_FIELD_PLAIN),
  TEXT ("ordering_rule", N_("Ordering Rule"), CARE_FIELD_PLAIN),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
  CHOICE ("template", N_("Template"), template, CARE_FIELD_PLAIN),
  CHOICE ("number_style", N_("Numbers"), number_style, CARE_FIELD_PLAIN),
};

/* A briefing with all that it shows, frozen: what it holds is never changed. */
static const CareField edition_fields[] = {
  REFERENCE ("briefing", N_("Briefing"), "briefing", O | R | L),
  TEXT ("title", N_("Title"), T | R | L),
  NUMBER ("number", N_("Number"), R | L),
  CHOICE ("amendment", N_("Amendment"), amendment, R | L),
  DATE ("made", N_("Made"), R | L),
  TEXT ("author", N_("Author"), L),
  TEXT ("note", N_("What Has Changed"), L),
  BYTES ("contents", N_("Contents"), R),
  BYTES ("pdf", N_("Pages as PDF"), CARE_FIELD_PLAIN),
};

static const CareField section_fields[] = {
  REFERENCE ("briefing", N_("Briefing"), "briefing", O | R | L),
  NUMBER ("ordinal", N_("Place in Order"), L),
  TEXT ("heading", N_("Heading"), T | R | L),
  PROSE ("text", N_("Text"), CARE_FIELD_PLAIN),
  NUMBER ("words", N_("Word Budget"), CARE_FIELD_PLAIN),
};

static const CareField box_fields[] = {
  REFERENCE ("briefing", N_("Briefing"), "briefing", O | R | L),
  NUMBER ("ordinal", N_("Place in Order"), L),
  CHOICE ("kind", N_("Kind"), box, R | L),
  TEXT ("title", N_("Title"), T | R | L),
  TEXT ("subtitle", N_("Subtitle"), CARE_FIELD_PLAIN),
  PROSE ("text", N_("Text"), CARE_FIELD_PLAIN),
  REFERENCE ("figure", N_("Figure"), "figure", CARE_FIELD_PLAIN),
  REFERENCE ("quotation", N_("Quotation"), "quotation", CARE_FIELD_PLAIN),
  REFERENCE ("image", N_("Image"), "image", CARE_FIELD_PLAIN),
  TEXT ("alternative", N_("Alternative Text"), CARE_FIELD_PLAIN),
  TEXT ("coverage_note", N_("Coverage Note"), CARE_FIELD_PLAIN),
  NUMBER ("words", N_("Word Budget"), CARE_FIELD_PLAIN),
  CHOICE ("chart", N_("Kind of Chart"), chart, CARE_FIELD_PLAIN),
  REFERENCE ("ledger", N_("Ledger"), "ledger", CARE_FIELD_PLAIN),
};

static const CareField box_item_fields[] = {
  REFERENCE ("box", N_("Box"), "box", O | R | L),
  NUMBER ("ordinal", N_("Place in Order"), L),
  REFERENCE ("party_line", N_("Party Line"), "party_line", L),
  REFERENCE ("figure", N_("Figure"), "figure", L),
  REFERENCE ("legislation", N_("Legislation"), "legislation", L),
  REFERENCE ("source", N_("Source"), "source", L),
  REFERENCE ("pledge", N_("Pledge"), "pledge", L),
  REFERENCE ("event", N_("Event"), "event", L),
  TEXT ("text", N_("Text"), T | L),
};

static const CareField review_note_fields[] = {
  REFERENCE ("briefing", N_("Briefing"), "briefing", O | R | L),
  REFERENCE ("section", N_("Section"), "section", L),
  REFERENCE ("box", N_("Box"), "box", L),
  PROSE ("text", N_("Note"), T | R | L),
  TEXT ("author", N_("Author"), L),
  DATE ("written", N_("Written"), L),
  CHOICE ("standing", N_("Standing"), review_standing, L),
};

/* A problem that a person keeps, and why. */
static const CareField exception_fields[] = {
  REFERENCE ("briefing", N_("Briefing"), "briefing", O | R | L),
  TEXT ("check", N_("Check"), R | L),
  TEXT ("place", N_("Place"), L), /* what it is about, such as "figure:17016" */
  TEXT ("reason", N_("Reason"), T | R | L),
  TEXT ("author", N_("Author"), L),
  DATE ("decided", N_("Decided"), L),
};

static const CareField contradiction_fields[] = {
  TEXT ("topic", N_("Topic"), T | R | L),
  CHOICE ("kind", N_("Kind"), contradiction, R | L),
  PROSE ("explanation", N_("Explanation"), CARE_FIELD_PLAIN),
  CHOICE ("footnote", N_("Footnote"), footnote, CARE_FIELD_PLAIN),
};

static const CareField contradiction_item_fields[] = {
  REFERENCE ("contradiction", N_("Contradiction"), "contradiction", O | R | L),
  REFERENCE ("figure", N_("Figure"), "figure", L),
  REFERENCE ("position_version", N_("Position Version"), "position_version", L),
  REFERENCE ("party_line", N_("Party Line"), "party_line", L),
  REFERENCE ("pledge", N_("Pledge"), "pledge", L),
  REFERENCE ("evidence", N_("Evidence"), "evidence", L),
  TEXT ("note", N_("Note"), T),
};

/* Whether figures add up: a question, and the figures that it is asked of. */
static const CareField ledger_fields[] = {
  TEXT ("question", N_("Question"), T | R | L),
  REFERENCE ("basis", N_("Compared With"), "figure", CARE_FIELD_PLAIN),
  CHOICE ("owners", N_("Different Owners"), ledger_owners, CARE_FIELD_PLAIN),
  REFERENCE ("deflator", N_("Deflator"), "deflator", L),
  DATE ("price_year", N_("Price Year"), L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField ledger_item_fields[] = {
  REFERENCE ("ledger", N_("Ledger"), "ledger", O | R | L),
  NUMBER ("ordinal", N_("Place in Order"), L),
  REFERENCE ("figure", N_("Figure"), "figure", O | R | L),
  CHOICE ("as_period", N_("Counted As"), ledger_period, L),
  CHOICE ("as_price", N_("Prices As"), ledger_price, L),
  TEXT ("note", N_("Note"), T),
};

static const CareField deflator_fields[] = {
  TEXT ("name", N_("Name"), T | R | L),
  REFERENCE ("source", N_("Source"), "source", L),
  PROSE ("note", N_("Note"), CARE_FIELD_PLAIN),
};

static const CareField deflator_value_fields[] = {
  REFERENCE ("deflator", N_("Deflator"), "deflator", O | R | L),
  DATE ("year", N_("Year"), R | L),
  QUANTITY ("value", N_("Value"), R | L),
  TEXT ("note", N_("Note"), T),
};

/* Figures that follow from each other: 15 million and 20% of that are 18 million. */
static const CareField calculation_fields[] = {
  CHOICE ("operation", N_("Operation"), calculation, R | L),
  REFERENCE ("first", N_("First Figure"), "figure", O | R | L),
  REFERENCE ("second", N_("Second Figure"), "figure", O | R | L),
  REFERENCE ("result", N_("Result"), "figure", O | R | L),
  TEXT ("note", N_("Note"), T),
};

static const CareField comment_fields[] = {
  REFERENCE ("source", N_("Source"), "source", R | L),
  TEXT ("author_words", N_("Signed"), L),
  PROSE ("text", N_("Comment"), T | R | L),
  CHOICE ("standing", N_("Standing"), comment_standing, R | L),
  TEXT ("promoted_by", N_("Promoted By"), CARE_FIELD_PLAIN),
};

#define KIND(name, plural, label, label_plural) \
  { #name, plural, label, label_plural, name##_fields, G_N_ELEMENTS (name##_fields) }

static const CareKind kinds[] = {
  KIND (place, "places", N_("Place"), N_("Places")),
  KIND (actor, "actors", N_("Actor"), N_("Actors")),
  KIND (person, "people", N_("Person"), N_("People")),
  KIND (role, "roles", N_("Role"), N_("Roles")),
  KIND (theme, "themes", N_("Theme"), N_("Themes")),
  KIND (fund, "funds", N_("Fund"), N_("Funds")),
  KIND (legislation, "legislation", N_("Legislation"), N_("Legislation")),
  KIND (duty, "duties", N_("Duty"), N_("Duties")),
  KIND (alias, "aliases", N_("Alias"), N_("Aliases")),
  KIND (source, "sources", N_("Source"), N_("Sources")),
  KIND (position, "positions", N_("Position"), N_("Positions")),
  KIND (position_version, "position-versions", N_("Position Version"), N_("Position Versions")),
  KIND (party_line, "party-lines", N_("Party Line"), N_("Party Lines")),
  KIND (pledge, "pledges", N_("Pledge"), N_("Pledges")),
  KIND (limb, "limbs", N_("Limb"), N_("Limbs")),
  KIND (deadline, "deadlines", N_("Deadline"), N_("Deadlines")),
  KIND (verdict, "verdicts", N_("Verdict"), N_("Verdicts")),
  KIND (figure, "figures", N_("Figure"), N_("Figures")),
  KIND (condition, "conditions", N_("Condition"), N_("Conditions")),
  KIND (link, "links", N_("Link"), N_("Links")),
  KIND (deflator, "deflators", N_("Deflator"), N_("Deflators")),
  KIND (deflator_value, "deflator-values", N_("Value of a Deflator"), N_("Values of Deflators")),
  KIND (ledger, "ledgers", N_("Ledger"), N_("Ledgers")),
  KIND (ledger_item, "ledger-items", N_("Figure in a Ledger"), N_("Figures in Ledgers")),
  KIND (calculation, "calculations", N_("Calculation"), N_("Calculations")),
  KIND (event, "events", N_("Event"), N_("Events")),
  KIND (milestone, "milestones", N_("Milestone"), N_("Milestones")),
  KIND (evidence, "evidence", N_("Evidence"), N_("Evidence")),
  KIND (quotation, "quotations", N_("Quotation"), N_("Quotations")),
  KIND (citation, "citations", N_("Citation"), N_("Citations")),
  KIND (image, "images", N_("Image"), N_("Images")),
  KIND (briefing, "briefings", N_("Briefing"), N_("Briefings")),
  KIND (edition, "editions", N_("Edition"), N_("Editions")),
  KIND (section, "sections", N_("Section"), N_("Sections")),
  KIND (box, "boxes", N_("Box"), N_("Boxes")),
  KIND (box_item, "box-items", N_("Line in a Box"), N_("Lines in Boxes")),
  KIND (review_note, "review-notes", N_("Review Note"), N_("Review Notes")),
  KIND (exception, "exceptions", N_("Exception"), N_("Exceptions")),
  KIND (contradiction, "contradictions", N_("Contradiction"), N_("Contradictions")),
  KIND (contradiction_item, "contradiction-items", N_("Contradiction Item"), N_("Contradiction Items")),
  KIND (comment, "comments", N_("Comment"), N_("Comments")),
};

/**
 * care_kind_list:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none): every kind, in the order in which a library is
 *   written out.
 */
const CareKind *
care_kind_list (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * care_kind_find:
 * @name: such as "figure"
 *
 * Returns: (nullable) (transfer none): the kind of that name.
 */
const CareKind *
care_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * care_kind_find_plural:
 * @plural: such as "figures"
 *
 * Returns: (nullable) (transfer none): the kind that many of are called so.
 */
const CareKind *
care_kind_find_plural (const char *plural)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].plural, plural) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * care_kind_field_index:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: where the field is among @kind's, or -1.
 */
int
care_kind_field_index (const CareKind *kind, const char *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * care_kind_field:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: (nullable) (transfer none): the field of that name.
 */
const CareField *
care_kind_field (const CareKind *kind, const char *name)
{
  int index = care_kind_field_index (kind, name);

  return index < 0 ? NULL : &kind->fields[index];
}

/**
 * care_kind_title_field:
 * @kind: a kind
 *
 * Returns: (transfer none): the field that names a record of @kind.
 */
const CareField *
care_kind_title_field (const CareKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & CARE_FIELD_IS_TITLE)
      return &kind->fields[i];
  return &kind->fields[0];
}

/**
 * care_vocabulary_find:
 * @vocabulary: a vocabulary
 * @word: (nullable): a stored word
 *
 * Returns: (nullable) (transfer none): the term, or %NULL if @word is not of
 *   the vocabulary.
 */
const CareTerm *
care_vocabulary_find (const CareVocabulary *vocabulary, const char *word)
{
  for (const CareTerm *term = vocabulary->terms; term->word != NULL; term++)
    if (g_strcmp0 (term->word, word) == 0)
      return term;
  return NULL;
}

/**
 * care_vocabulary_label:
 * @vocabulary: a vocabulary
 * @word: (nullable): a stored word
 *
 * Returns: (nullable) (transfer none): the translated label of @word.
 */
const char *
care_vocabulary_label (const CareVocabulary *vocabulary, const char *word)
{
  const CareTerm *term = care_vocabulary_find (vocabulary, word);

  return term == NULL ? NULL : _ (term->label);
}
