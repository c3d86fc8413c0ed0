/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-error.h"
#include "care-record-name.h"

#include <string.h>

static CareRecord *
new_record (const char *kind, CareId id)
{
  return care_record_new (care_kind_find (kind), id);
}

static void
set (CareRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, text, &error);
  g_assert_no_error (error);
}

static void
count (CareRecord *record, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_new (void)
{
  g_autoptr (CareRecord) record = new_record ("figure", 16004);

  g_assert_cmpint (care_record_get_id (record), ==, 16004);
  g_assert_true (care_record_get_kind (record) == care_kind_find ("figure"));
  g_assert_true (care_record_is (record, "figure"));
  g_assert_false (care_record_is (record, "figures"));
  for (guint i = 0; i < care_kind_find ("figure")->n_fields; i++)
    g_assert_null (care_record_get_at (record, i));
  g_assert_finalize_object (g_steal_pointer (&record));
}

static void
test_set (void)
{
  g_autoptr (CareRecord) record = new_record ("figure", 1);
  guint n_changed = 0;
  guint n_value = 0;
  guint n_label = 0;

  g_signal_connect (record, "changed", G_CALLBACK (count), &n_changed);
  g_signal_connect (record, "changed::value", G_CALLBACK (count), &n_value);
  g_signal_connect (record, "changed::label", G_CALLBACK (count), &n_label);

  set (record, "value", "38e8 GBP");
  g_assert_cmpstr (care_record_get (record, "value"), ==, "38e8 GBP");
  g_assert_cmpstr (
    care_record_get_at (record, (guint) care_kind_field_index (care_kind_find ("figure"), "value")), ==,
    "38e8 GBP");
  g_assert_cmpuint (n_value, ==, 1);

  /* the same, also when written another way */
  set (record, "value", "38e8 GBP");
  set (record, "value", "£3.8bn");
  set (record, "value", care_record_get (record, "value"));
  g_assert_cmpuint (n_value, ==, 1);

  set (record, "value", NULL);
  g_assert_null (care_record_get (record, "value"));
  g_assert_cmpuint (n_value, ==, 2);
  set (record, "value", "");
  set (record, "value", " \n");
  g_assert_null (care_record_get (record, "value"));
  g_assert_cmpuint (n_value, ==, 2);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_label, ==, 0);
}

static void
test_take (void)
{
  g_autoptr (CareRecord) record = new_record ("figure", 1);
  guint value = (guint) care_kind_field_index (care_kind_find ("figure"), "value");
  guint n_changed = 0;

  g_signal_connect (record, "changed::value", G_CALLBACK (count), &n_changed);
  care_record_take (record, value, g_strdup ("38e8 GBP"));
  g_assert_cmpstr (care_record_get (record, "value"), ==, "38e8 GBP");
  care_record_take (record, value, g_strdup ("38e8 GBP"));
  g_assert_cmpuint (n_changed, ==, 1);
  care_record_take (record, value, g_strdup (""));
  g_assert_null (care_record_get (record, "value"));
  care_record_take (record, value, NULL);
  g_assert_cmpuint (n_changed, ==, 2);
}

static void
test_set_refused (void)
{
  g_autoptr (CareRecord) record = new_record ("figure", 1);
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  set (record, "value", "38e8 GBP");
  g_signal_connect (record, "changed", G_CALLBACK (count), &n_changed);
  g_assert_false (care_record_set (record, "value", "rather a lot", &error));
  g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY);
  g_assert_false (care_record_set (record, "value", "rather a lot", NULL));
  g_assert_cmpstr (care_record_get (record, "value"), ==, "38e8 GBP");
  g_assert_cmpuint (n_changed, ==, 0);
}

static void
test_copy (void)
{
  g_autoptr (CareRecord) record = new_record ("figure", 7);
  g_autoptr (CareRecord) copy = NULL;

  set (record, "label", "Better Care Fund");
  set (record, "value", "38e8 GBP");
  copy = care_record_copy (record);
  set (record, "value", "53e8 GBP");
  g_assert_cmpint (care_record_get_id (copy), ==, 7);
  g_assert_true (care_record_is (copy, "figure"));
  g_assert_cmpstr (care_record_get (copy, "label"), ==, "Better Care Fund");
  g_assert_cmpstr (care_record_get (copy, "value"), ==, "38e8 GBP");
  g_assert_null (care_record_get (copy, "note"));
}

/* Each required field is asked for. */
static void
test_check (void)
{
  const CareKind *kind = care_kind_find ("image");
  g_autoptr (CareRecord) whole = new_record ("image", 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & CARE_FIELD_IS_REQUIRED)
      set (whole, kind->fields[i].name, "YWJj");
  care_record_check (whole, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (CareRecord) record = care_record_copy (whole);
      g_autoptr (GError) missing = NULL;

      set (record, kind->fields[i].name, NULL);
      if (care_record_check (record, &missing))
        {
          g_assert_no_error (missing);
          g_assert_false (kind->fields[i].flags & CARE_FIELD_IS_REQUIRED);
        }
      else
        {
          g_assert_error (missing, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED);
          g_assert_true (kind->fields[i].flags & CARE_FIELD_IS_REQUIRED);
        }
    }
}

static void
test_title (void)
{
  g_autoptr (CareRecord) item = new_record ("box_item", 1);
  g_autoptr (CareRecord) actor = new_record ("actor", 2);

  g_assert_cmpstr (care_record_get_title (item), ==, "Line in a Box");
  set (item, "text", "See also");
  g_assert_cmpstr (care_record_get_title (item), ==, "See also");
  set (actor, "name", "Labour");
  g_assert_cmpstr (care_record_get_title (actor), ==, "Labour");
}

static void
test_typed (void)
{
  g_autoptr (CareRecord) figure = new_record ("figure", 1);
  g_autoptr (CareRecord) section = new_record ("section", 2);
  g_autoptr (CareQuantity) value = NULL;
  g_autoptr (CareDate) period = NULL;

  g_assert_null (care_record_dup_quantity (figure, "value"));
  g_assert_null (care_record_dup_date (figure, "period"));
  g_assert_cmpint (care_record_get_reference (figure, "actor"), ==, 0);
  g_assert_cmpint (care_record_get_number (section, "ordinal"), ==, 0);

  set (figure, "value", "~15e6 people");
  set (figure, "period", "2014-10");
  set (figure, "actor", "9223372036854775807");
  set (section, "ordinal", "3");
  value = care_record_dup_quantity (figure, "value");
  g_assert_cmpint (care_quantity_get_form (value), ==, CARE_QUANTITY_ABOUT);
  g_assert_cmpint (care_quantity_get_low (value).mantissa, ==, 15);
  period = care_record_dup_date (figure, "period");
  g_assert_cmpint (care_date_get_precision (period), ==, CARE_DATE_MONTH);
  g_assert_cmpint (care_record_get_reference (figure, "actor"), ==, G_MAXINT64);
  g_assert_cmpint (care_record_get_number (section, "ordinal"), ==, 3);
  set (section, "ordinal", "9223372036854775807");
  g_assert_cmpint (care_record_get_number (section, "ordinal"), ==, G_MAXINT);
}

/* By place in order, then by id; what has no place comes last. */
static void
test_compare (void)
{
  static const struct
  {
    const char *kind;
    CareId first_id;
    const char *first;
    CareId second_id;
    const char *second;
    int sign;
  } cases[] = {
    { "section", 1, "1", 2, "2", -1 },  { "section", 2, "1", 1, "2", -1 },
    { "section", 1, "10", 2, "9", 1 },  { "section", 1, "3", 2, "3", -1 },
    { "section", 2, "3", 1, "3", 1 },   { "section", 1, "3", 1, "3", 0 },
    { "section", 1, NULL, 9, "1", 1 },  { "section", 9, NULL, 1, NULL, 1 },
    { "figure", 1, NULL, 2, NULL, -1 }, { "figure", G_MAXINT64, NULL, 1, NULL, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareRecord) first = new_record (cases[i].kind, cases[i].first_id);
      g_autoptr (CareRecord) second = new_record (cases[i].kind, cases[i].second_id);
      int order;

      if (cases[i].first != NULL)
        set (first, "ordinal", cases[i].first);
      if (cases[i].second != NULL)
        set (second, "ordinal", cases[i].second);
      order = care_record_compare (first, second);
      g_test_message ("case %u", i);
      g_assert_cmpint ((order > 0) - (order < 0), ==, cases[i].sign);
      order = care_record_compare (second, first);
      g_assert_cmpint ((order < 0) - (order > 0), ==, cases[i].sign);
    }
}

typedef struct
{
  const char *kind;
  const char *field;
  const char *text;
  const char *canonical; /* NULL where @text is refused */
  CareDomainError code;
} CanonicalCase;

static const CanonicalCase canonical_cases[] = {
  { "actor", "name", "Labour", "Labour" },
  { "actor", "name", "  two\nlines\r\n", "two lines" },
  { "actor", "name", "a\tb\vc\fd", "a b c d" },
  { "actor", "name", " \t\n", "" },
  { "actor", "name", "", "" },
  { "actor", "name", "“R&D” <b>", "“R&D” <b>" },
  { "actor", "name", "\xc3\x28", NULL, CARE_DOMAIN_ERROR_TEXT },
  { "actor", "note", " kept \n\n as it is\n", " kept \n\n as it is\n" },
  { "actor", "note", "one\r\ntwo\rthree\u2029four\x01", "one\ntwo\nthree\nfour " },
  { "actor", "note", " \n\t ", "" },
  { "actor", "name", "a\xc2\x85" "b\u2028" "c", "a b c" },
  { "actor", "note", "\xff", NULL, CARE_DOMAIN_ERROR_TEXT },
  { "actor", "kind", "party", "party" },
  { "actor", "kind", " party ", "party" },
  { "actor", "kind", "Party", NULL, CARE_DOMAIN_ERROR_CHOICE },
  { "actor", "kind", "-", NULL, CARE_DOMAIN_ERROR_CHOICE },
  { "actor", "colour", "#0087DC", "#0087dc" },
  { "actor", "colour", "", "" },
  { "actor", "colour", "0087dc", NULL, CARE_DOMAIN_ERROR_COLOUR },
  { "actor", "colour", "#0087d", NULL, CARE_DOMAIN_ERROR_COLOUR },
  { "actor", "colour", "#0087dcc", NULL, CARE_DOMAIN_ERROR_COLOUR },
  { "actor", "colour", "#0087dg", NULL, CARE_DOMAIN_ERROR_COLOUR },
  { "actor", "place", "7", "7" },
  { "actor", "place", " 007 ", "7" },
  { "actor", "place", "9223372036854775807", "9223372036854775807" },
  { "actor", "place", "9223372036854775808", NULL, CARE_DOMAIN_ERROR_REFERENCE },
  { "actor", "place", "0", NULL, CARE_DOMAIN_ERROR_REFERENCE },
  { "actor", "place", "-1", NULL, CARE_DOMAIN_ERROR_REFERENCE },
  { "actor", "place", "1.5", NULL, CARE_DOMAIN_ERROR_REFERENCE },
  { "actor", "place", "England", NULL, CARE_DOMAIN_ERROR_REFERENCE },
  { "actor", "ordinal", "0", "0" },
  { "actor", "ordinal", "-1", NULL, CARE_DOMAIN_ERROR_NUMBER },
  { "actor", "ordinal", "first", NULL, CARE_DOMAIN_ERROR_NUMBER },
  { "actor", "since", "2014-10", "2014-10" },
  { "actor", "since", "16 May 2019", "2019-05-16" },
  { "actor", "since", "../2018-03-31", "../2018-03-31" },
  { "actor", "since", "32 May 2019", NULL, CARE_DOMAIN_ERROR_DATE },
  { "actor", "since", "soon", NULL, CARE_DOMAIN_ERROR_DATE },
  { "figure", "value", "38e8 GBP", "38e8 GBP" },
  { "figure", "value", "£3.8 billion", "38e8 GBP" },
  { "figure", "value", " £3.80bn ", "380e7 GBP" },
  { "figure", "value", "4e9..6e9 GBP", "4e9..6e9 GBP" },
  { "figure", "value", "8,000 GPs", "8000 GPs" },
  { "figure", "value", "not-specified GBP", "not-specified GBP" },
  { "figure", "value", "a lot", NULL, CARE_DOMAIN_ERROR_QUANTITY },
  { "image", "data", "YWJj", "YWJj" },
  { "image", "data", "YWI=", "YWI=" },
  { "image", "data", "", "" },
  { "image", "data", "YWJ", NULL, CARE_DOMAIN_ERROR_TEXT },
  { "image", "data", "YW Jj", NULL, CARE_DOMAIN_ERROR_TEXT },
  { "image", "data", "!", NULL, CARE_DOMAIN_ERROR_TEXT },
};

/* What is canonical stays as it is, so that a library reads what it wrote. */
static void
assert_canonical (const CareField *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *again = care_field_canonical (field, text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, text);
}

static void
test_canonical (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (canonical_cases); i++)
    {
      const CanonicalCase *c = &canonical_cases[i];
      const CareField *field = care_kind_field (care_kind_find (c->kind), c->field);
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = care_field_canonical (field, c->text, &error);

      g_test_message ("%s.%s, case %u", c->kind, c->field, i);
      g_assert_cmpstr (canonical, ==, c->canonical);
      if (c->canonical == NULL)
        {
          g_assert_error (error, CARE_DOMAIN_ERROR, (int) c->code);
          continue;
        }
      g_assert_no_error (error);
      assert_canonical (field, canonical);
    }
}

/* Whatever comes in, of whatever type: an error, or a text that stays. */
static void
test_canonical_stays (void)
{
  static const char *const parts[]
    = { "1", "0",    "e8", " ", "GBP", "-", "2018", "/", "..", "~",  "£", "bn",
        ",", "May ", "X",  "=", "#",   "%", "\n",   "?", ".",  ">=", "a", "not " };
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint round = 0; round < 20000; round++)
    {
      const CareKind *kind = &kinds[g_test_rand_int_range (0, (gint32) n_kinds)];
      const CareField *field = &kind->fields[g_test_rand_int_range (0, (gint32) kind->n_fields)];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *canonical = NULL;
      g_autoptr (GError) error = NULL;

      for (gint32 i = g_test_rand_int_range (0, 6); i >= 0; i--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      canonical = care_field_canonical (field, text->str, &error);
      if (canonical == NULL)
        g_assert_true (error != NULL && error->domain == CARE_DOMAIN_ERROR);
      else
        assert_canonical (field, canonical);
    }
}

static void
test_too_long (void)
{
  static const struct
  {
    const char *kind;
    const char *field;
    gsize length;
    gboolean kept;
  } cases[] = {
    { "actor", "note", 1024 * 1024, TRUE },      { "actor", "note", 1024 * 1024 + 1, FALSE },
    { "actor", "name", 1024 * 1024 + 1, FALSE }, { "figure", "value", 1024 * 1024 + 1, FALSE },
    { "image", "data", 1024 * 1024 + 4, TRUE },  { "image", "data", 64 * 1024 * 1024 + 4, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CareField *field = care_kind_field (care_kind_find (cases[i].kind), cases[i].field);
      g_autofree char *text = g_strnfill (cases[i].length, 'A');
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = care_field_canonical (field, text, &error);

      g_assert_true ((canonical != NULL) == cases[i].kept);
      if (!cases[i].kept)
        g_assert_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *kind;
    const char *field;
    const char *text;
    const char *words;
  } cases[] = {
    { "figure", "value", "38e8 GBP", "£3.8 billion" },
    { "figure", "value", "4e9..6e9 GBP", "£4 billion to £6 billion" },
    { "figure", "value", "not-specified GBP", "not specified" },
    { "figure", "value", NULL, "" },
    { "figure", "flow", "pooled-budget", "pooled budget" },
    { "figure", "period", "2014-10", "October 2014" },
    { "figure", "actor", "7", "7" },
    { "figure", "label", "R&D", "R&D" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareRecord) record = new_record (cases[i].kind, 1);
      g_autofree char *words = NULL;

      set (record, cases[i].field, cases[i].text);
      words = care_record_format (record, cases[i].field);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What is shown to be edited is what a person would write, and means the same. */
static void
test_format_to_edit (void)
{
  static const struct
  {
    const char *field;
    const char *value;
    const char *words;
  } cases[] = {
    { "value", "38e8 GBP", "£3.8 billion" },
    { "value", "4e9..6e9 GBP", "£4 billion to £6 billion" },
    { "value", "not-specified GBP", "not specified (£)" },
    { "value", "not-specified", "not specified" },
    { "value", "not-found %", "not found (%)" },
    { "value", "not-assessed full-time staff", "not assessed (full-time staff)" },
    { "value", "not-found GPs (in post)", "not found (GPs (in post))" },
    { "value", "not-found staff – any", "not-found staff – any" }, /* a dash that is typed is a hyphen */
    { "value", NULL, "" },
    { "period", "2014-10", "October 2014" },
    { "label", "R&D", "R&D" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CareField *field = care_kind_field (care_kind_find ("figure"), cases[i].field);
      g_autofree char *words = care_field_format_to_edit (field, cases[i].value);
      g_autofree char *again = care_field_canonical (field, words, NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (again, ==, cases[i].value == NULL ? "" : cases[i].value);
    }
}

static void
test_names (void)
{
  g_autoptr (CareRecord) pledge = new_record ("pledge", 5);
  g_autoptr (CareRecord) limb = new_record ("limb", 5);
  g_autoptr (CareRecord) actor = new_record ("actor", 5);
  g_autoptr (CareRecord) other = new_record ("actor", 6);
  const CareKind *kind = care_kind_find ("pledge");

  set (pledge, "actor", "5");
  set (pledge, "note", "5");
  g_assert_true (care_record_names (pledge, care_kind_field (kind, "actor"), actor));
  g_assert_false (care_record_names (pledge, care_kind_field (kind, "actor"), other));
  /* the same number, but of another kind */
  g_assert_false (care_record_names (pledge, care_kind_field (kind, "actor"), limb));
  g_assert_false (care_record_names (pledge, care_kind_field (kind, "person"), actor));
  g_assert_false (care_record_names (pledge, care_kind_field (kind, "note"), actor));
  g_assert_false (care_record_names (pledge, care_kind_field (kind, "title"), actor));
}

static void
test_belongs_to (void)
{
  g_autoptr (CareRecord) pledge = new_record ("pledge", 5);
  g_autoptr (CareRecord) limb = new_record ("limb", 7);
  g_autoptr (CareRecord) other = new_record ("pledge", 6);
  g_autoptr (CareRecord) actor = new_record ("actor", 5);

  g_assert_false (care_record_belongs_to (limb, pledge));
  set (limb, "pledge", "5");
  g_assert_true (care_record_belongs_to (limb, pledge));
  g_assert_false (care_record_belongs_to (limb, other));
  g_assert_false (care_record_belongs_to (limb, actor));
  g_assert_false (care_record_belongs_to (pledge, limb));
  /* to name is not to belong to */
  set (pledge, "actor", "5");
  g_assert_false (care_record_belongs_to (pledge, actor));
}

/* A CareLookup; @data are all records that there are. */
static CareRecord *
look_up (const char *kind, CareId id, gpointer data)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind)
        && care_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);
  return NULL;
}

static CareRecord *
add (GPtrArray *records, const char *kind, CareId id, const char *field, const char *text)
{
  CareRecord *record = new_record (kind, id);

  set (record, field, text);
  g_ptr_array_add (records, record);
  return record;
}

static void
assert_name (CareRecord *record, GPtrArray *records, const char *expected)
{
  g_autofree char *name = care_record_name (record, look_up, records);
  g_autofree char *quoted = care_record_quote (record, look_up, records);
  g_autofree char *introduced = care_record_introduce (record, look_up, records);

  g_assert_cmpstr (name, ==, expected);
  g_assert_cmpstr (quoted, ==, expected);
  g_assert_cmpstr (introduced, ==, expected);
}

/* What has no title of its own is named by what it is of. */
static void
test_named_by_others (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  CareRecord *record;

  add (records, "source", 1, "title", "Manifesto");
  add (records, "figure", 2, "label", "Savings");
  add (records, "pledge", 3, "title", "Integrate by 2018");
  add (records, "box", 4, "title", "In Short");
  add (records, "contradiction", 5, "topic", "Two sums");

  record = add (records, "citation", 10, "source", "1");
  assert_name (record, records, "Citation of “Manifesto”");
  set (record, "figure", "2");
  assert_name (record, records, "Citation of “Manifesto” in “Savings”");
  set (record, "pinpoint", "p. 67");
  assert_name (record, records, "Citation of “Manifesto” in “Savings”, p. 67");
  assert_name (add (records, "citation", 11, "source", "99"), records, "Citation");
  record = add (records, "verdict", 12, "pledge", "3");
  assert_name (record, records, "Verdict on “Integrate by 2018”");
  set (record, "source", "1");
  assert_name (record, records, "Verdict on “Integrate by 2018” in “Manifesto”");
  record = add (records, "link", 13, "to_pledge", "3");
  assert_name (record, records, "Link to “Integrate by 2018”");
  set (record, "from_figure", "2");
  assert_name (record, records, "Link from “Savings” to “Integrate by 2018”");
  record = add (records, "box_item", 14, "box", "4");
  assert_name (record, records, "Line of box “In Short”");
  set (record, "figure", "2");
  assert_name (record, records, "“Savings” in box “In Short”");
  record = add (records, "contradiction_item", 15, "contradiction", "5");
  assert_name (record, records, "Side of contradiction “Two sums”");
  set (record, "figure", "2");
  assert_name (record, records, "“Savings” in contradiction “Two sums”");
}

/* What has a title is called by it. */
static void
test_named_by_title (void)
{
  g_autoptr (CareRecord) figure = new_record ("figure", 1);
  g_autofree char *name = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *introduced = NULL;

  set (figure, "label", "Savings");
  name = care_record_name (figure, NULL, NULL);
  quoted = care_record_quote (figure, NULL, NULL);
  introduced = care_record_introduce (figure, NULL, NULL);
  g_assert_cmpstr (name, ==, "Savings");
  g_assert_cmpstr (quoted, ==, "“Savings”");
  g_assert_cmpstr (introduced, ==, "Figure “Savings”");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/set", test_set);
  g_test_add_func ("/record/take", test_take);
  g_test_add_func ("/record/set-refused", test_set_refused);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/check", test_check);
  g_test_add_func ("/record/title", test_title);
  g_test_add_func ("/record/named-by-others", test_named_by_others);
  g_test_add_func ("/record/named-by-title", test_named_by_title);
  g_test_add_func ("/record/typed", test_typed);
  g_test_add_func ("/record/compare", test_compare);
  g_test_add_func ("/record/canonical", test_canonical);
  g_test_add_func ("/record/canonical-stays", test_canonical_stays);
  g_test_add_func ("/record/too-long", test_too_long);
  g_test_add_func ("/record/format", test_format);
  g_test_add_func ("/record/format-to-edit", test_format_to_edit);
  g_test_add_func ("/record/names", test_names);
  g_test_add_func ("/record/belongs-to", test_belongs_to);

  return g_test_run ();
}
