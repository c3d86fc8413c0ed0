/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-library-json.h"

#include "care-exchange-error.h"
#include "care-problem.h"

#include <string.h>

#define HEAD "{\"format\":\"carebrief-library\",\"version\":1,\"records\":"
#define FIGURES(records) HEAD "{\"figure\":[" records "]}}"

typedef struct
{
  const char *text;
  CareExchangeError code;
  const char *place; /* of the first problem; NULL: none has one */
  guint n_problems;
} Case;

static const Case malformed[] = {
  /* something else */
  { "", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "   \n", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "%PDF-1.5", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "SQLite format 3", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "[]", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "\"carebrief-library\"", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "\xff\xfe{", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"format\":\"carebrief-library\"}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"version\":1,\"records\":{}}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"format\":\"other\",\"version\":1,\"records\":{}}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"format\":1,\"version\":1,\"records\":{}}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"format\":\"carebrief-library\",\"version\":\"1\"}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"format\":\"carebrief-library\",\"version\":1.5}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"format\":\"carebrief-library\",\"version\":0}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"format\":\"carebrief-library\",\"version\":-1}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  { "{\"format\":\"carebrief-library\",\"version\":null}", CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, NULL, 0 },
  /* newer, whatever else it may hold */
  { "{\"format\":\"carebrief-library\",\"version\":2}", CARE_EXCHANGE_ERROR_NEWER, NULL, 0 },
  { "{\"format\":\"carebrief-library\",\"version\":999,\"records\":7}", CARE_EXCHANGE_ERROR_NEWER, NULL, 0 },
  /* broken */
  { "{", CARE_EXCHANGE_ERROR_SYNTAX, NULL, 1 },
  { HEAD "{\"figure\":[{\"id\":\"1\",\"label\":\"Sav", CARE_EXCHANGE_ERROR_SYNTAX, NULL, 1 },
  { HEAD "{}}}", CARE_EXCHANGE_ERROR_SYNTAX, NULL, 1 },
  { HEAD "{},}", CARE_EXCHANGE_ERROR_SYNTAX, NULL, 1 },
  { HEAD "{}} // end", CARE_EXCHANGE_ERROR_SYNTAX, NULL, 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\\u0000b\"}"), CARE_EXCHANGE_ERROR_SYNTAX, NULL, 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"\\ud800\"}"), CARE_EXCHANGE_ERROR_SYNTAX, NULL, 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"\xc3\"}"), CARE_EXCHANGE_ERROR_SYNTAX, NULL, 1 },
  /* the frame */
  { "{\"format\":\"carebrief-library\",\"version\":1}", CARE_EXCHANGE_ERROR_PROBLEMS, NULL, 1 },
  { HEAD "[]}", CARE_EXCHANGE_ERROR_PROBLEMS, "records", 1 },
  { HEAD "null}", CARE_EXCHANGE_ERROR_PROBLEMS, "records", 1 },
  { HEAD "{},\"extra\":1}", CARE_EXCHANGE_ERROR_PROBLEMS, "extra", 1 },
  { HEAD "{},\"records\":{}}", CARE_EXCHANGE_ERROR_PROBLEMS, NULL, 1 },
  { HEAD "{\"spell\":[]}}", CARE_EXCHANGE_ERROR_PROBLEMS, "spell", 1 },
  { HEAD "{\"figures\":[]}}", CARE_EXCHANGE_ERROR_PROBLEMS, "figures", 1 },
  { HEAD "{\"figure\":{}}}", CARE_EXCHANGE_ERROR_PROBLEMS, "figure", 1 },
  { HEAD "{\"figure\":[],\"figure\":[]}}", CARE_EXCHANGE_ERROR_PROBLEMS, NULL, 1 },
  { FIGURES ("[]"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list", 1 },
  { FIGURES ("null"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list", 1 },
  { FIGURES ("\"1\""), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list", 1 },
  /* ids */
  { FIGURES ("{}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list", 1 },
  { FIGURES ("{\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list", 1 },
  { FIGURES ("{\"id\":1,\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list", 1 },
  { FIGURES ("{\"id\":\"0\",\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list",
    1 },
  { FIGURES ("{\"id\":\"-1\",\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list",
    1 },
  { FIGURES ("{\"id\":\"01\",\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list",
    1 },
  { FIGURES ("{\"id\":\" 1\",\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list",
    1 },
  { FIGURES ("{\"id\":\"1x\",\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure number 1 in the list",
    1 },
  { FIGURES ("{\"id\":\"9223372036854775808\",\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS,
    "figure number 1 in the list", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\"},{\"id\":\"1\",\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS,
    "figure number 2 in the list", 1 },
  { FIGURES ("{\"id\":\"1\",\"id\":\"2\",\"label\":\"a\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, NULL, 1 },
  /* fields */
  { FIGURES ("{\"id\":\"1\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure 1, label", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure 1, label", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\" \\n\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure 1, label", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":null}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure 1, label", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":[\"a\"]}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure 1, label", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\",\"label\":\"b\"}"), CARE_EXCHANGE_ERROR_PROBLEMS, NULL, 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\",\"colour\":\"red\"}"), CARE_EXCHANGE_ERROR_PROBLEMS,
    "figure 1, colour", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\",\"value\":5}"), CARE_EXCHANGE_ERROR_PROBLEMS, "figure 1, value",
    1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\",\"value\":\"lots and lots!\"}"), CARE_EXCHANGE_ERROR_PROBLEMS,
    "figure 1, value", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\",\"flow\":\"upwards\"}"), CARE_EXCHANGE_ERROR_PROBLEMS,
    "figure 1, flow", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\",\"period\":\"2015-13\"}"), CARE_EXCHANGE_ERROR_PROBLEMS,
    "figure 1, period", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\",\"estimator\":\"Monitor\"}"), CARE_EXCHANGE_ERROR_PROBLEMS,
    "figure 1, estimator", 1 },
  { FIGURES ("{\"id\":\"1\",\"label\":\"a\",\"estimator\":\"0\"}"), CARE_EXCHANGE_ERROR_PROBLEMS,
    "figure 1, estimator", 1 },
  { HEAD "{\"theme\":[{\"id\":\"1\",\"name\":\"a\",\"ordinal\":\"-1\"}]}}", CARE_EXCHANGE_ERROR_PROBLEMS,
    "theme 1, ordinal", 1 },
  { HEAD "{\"actor\":[{\"id\":\"1\",\"name\":\"a\",\"kind\":\"party\",\"colour\":\"red\"}]}}",
    CARE_EXCHANGE_ERROR_PROBLEMS, "actor 1, colour", 1 },
  { HEAD "{\"image\":[{\"id\":\"1\",\"title\":\"a\",\"media_type\":\"image/png\",\"alternative\":\"b\","
         "\"credit\":\"c\",\"data\":\"***\"}]}}",
    CARE_EXCHANGE_ERROR_PROBLEMS, "image 1, data", 1 },
  /* everything that is wrong is said */
  { HEAD
    "{\"spell\":[],\"figure\":[{\"id\":\"1\",\"value\":true,\"flow\":\"up\",\"x\":\"\"},{\"id\":\"1\"},7]}}",
    CARE_EXCHANGE_ERROR_PROBLEMS, "spell", 7 },
};

static GPtrArray *
read_text (const char *text, GPtrArray **problems, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return care_library_json_read (bytes, problems, error);
}

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      const Case *c = &malformed[i];
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (read_text (c->text, &problems, &error));
      g_assert_error (error, CARE_EXCHANGE_ERROR, (int) c->code);
      g_assert_cmpuint (problems->len, ==, c->n_problems);
      if (problems->len > 0)
        g_assert_cmpstr (((CareProblem *) g_ptr_array_index (problems, 0))->place, ==, c->place);
    }
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  const CareProblem *first;
  const CareProblem *second;

  g_assert_null (
    read_text ("{\n\"format\": \"carebrief-library\",\n\"version\": 1,\n\"records\": {\n\"figure\": [\n"
               "{\n\"id\": \"1\",\n\"label\": \"a\",\n\"value\": \"??\"\n},\n{\n\"id\": \"2\"\n}\n]}}",
               &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 2);
  first = g_ptr_array_index (problems, 0);
  second = g_ptr_array_index (problems, 1);
  g_assert_cmpuint (first->line, ==, 9);
  g_assert_cmpstr (first->place, ==, "figure 1, value");
  g_assert_cmpuint (second->line, ==, 12);
  g_assert_cmpstr (second->place, ==, "figure 2, label");
}

static void
test_newer_names_versions (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("{\"format\":\"carebrief-library\",\"version\":777}", NULL, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "777"));
  g_assert_nonnull (strstr (error->message, " 1:"));
}

static void
test_too_large (void)
{
  gsize length = CARE_LIBRARY_JSON_MAX_BYTES + 1;
  char *text = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, ' ', length);
  text[0] = '{';
  bytes = g_bytes_new_take (text, length);
  g_assert_null (care_library_json_read (bytes, NULL, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_too_deep (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "{\"figure\":");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_assert_null (read_text (text->str, &problems, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_DEEP);
  g_assert_cmpuint (problems->len, ==, 1);
}

/* A file of nothing but mistakes does not fill the memory with complaints. */
static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "{\"figure\":[0");
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}}");
  g_assert_null (read_text (text->str, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1000);
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = read_text ("\xef\xbb\xbf " HEAD "{}}", &problems, &error);
  g_autoptr (GBytes) bytes = NULL;
  static const char expected[]
    = "{\n  \"format\" : \"carebrief-library\",\n  \"version\" : 1,\n  \"records\" : {  }\n}\n";

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 0);
  bytes = care_library_json_write (drafts);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, sizeof expected - 1);
}

/* What people write by hand is taken; what is written is canonical. */
static void
test_by_hand (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = read_text (
    FIGURES (
      "{\"id\":\"1\",\"label\":\" Savings \",\"value\":\"£3.8bn\",\"period\":\"May 2015\",\"note\":\"\"}"),
    NULL, &error);
  CareRecord *figure;

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  figure = g_ptr_array_index (drafts, 0);
  g_assert_cmpint (care_record_get_id (figure), ==, 1);
  g_assert_cmpstr (care_record_get (figure, "label"), ==, "Savings");
  g_assert_cmpstr (care_record_get (figure, "value"), ==, "38e8 GBP");
  g_assert_cmpstr (care_record_get (figure, "period"), ==, "2015-05");
  g_assert_null (care_record_get (figure, "note"));
}

static const char *
choose (const char *const *words, guint n_words)
{
  return words[g_test_rand_int_range (0, (int) n_words)];
}

static char *
make_random_value (const CareField *field)
{
  static const char *const texts[] = {
    "Better Care Fund", "£3.8 billion", "a \"quoted\" \\ word", "=1+1", "日本語 ي", "\x1b[31mred", "a/b", "😀",
    "x\xe2\x80\xa8y"
  };
  static const char *const proses[]
    = { "One.\n\nTwo {figure:16004} [@7003 p.67].\n", " kept ", "\ttab\r\nline\n" };
  static const char *const quantities[] = { "38e8 GBP",     "~15e6 people",      ">=15e7 GBP", "<=2e6 GBP",
                                            "4e9..6e9 GBP", "not-specified GBP", "20 %",       "8000 GPs" };
  static const char *const dates[]
    = { "2015-01-27", "2014-10",          "1948", "199X", "2015-02/2015-05", "../2018-03-31",
        "XXXX-09",    "2019-05-16T14:01", "2015~" };
  guint8 bytes[32];
  guint n_terms = 0;

  if (strcmp (field->name, "colour") == 0)
    return g_strdup_printf ("#%06x", (guint) g_test_rand_int_range (0, 0x1000000));
  switch (field->type)
    {
    case CARE_FIELD_PROSE:
      return g_strdup (choose (proses, G_N_ELEMENTS (proses)));
    case CARE_FIELD_CHOICE:
      while (field->vocabulary->terms[n_terms].word != NULL)
        n_terms++;
      return g_strdup (field->vocabulary->terms[g_test_rand_int_range (0, (int) n_terms)].word);
    case CARE_FIELD_QUANTITY:
      return g_strdup (choose (quantities, G_N_ELEMENTS (quantities)));
    case CARE_FIELD_DATE:
      return g_strdup (choose (dates, G_N_ELEMENTS (dates)));
    case CARE_FIELD_REFERENCE:
    case CARE_FIELD_NUMBER:
      return g_strdup_printf ("%d", g_test_rand_int_range (1, G_MAXINT));
    case CARE_FIELD_BYTES:
      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (guint8) g_test_rand_int_range (0, 256);
      return g_base64_encode (bytes, (gsize) g_test_rand_int_range (1, sizeof bytes));
    case CARE_FIELD_TEXT:
    default:
      return g_strdup (choose (texts, G_N_ELEMENTS (texts)));
    }
}

static CareRecord *
make_random_record (const CareKind *kind, CareId id)
{
  CareRecord *record = care_record_new (kind, id);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = make_random_value (&kind->fields[i]);
      g_autoptr (GError) error = NULL;

      if (!(kind->fields[i].flags & CARE_FIELD_IS_REQUIRED) && g_test_rand_bit ())
        continue;
      care_record_set (record, kind->fields[i].name, value, &error);
      g_assert_no_error (error);
    }
  return record;
}

/* Records of every kind, some with ids as large as they come, out of order. */
static GPtrArray *
make_random_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = n_kinds; k > 0; k--)
    for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
      g_ptr_array_add (
        records,
        make_random_record (&kinds[k - 1], n == 3 ? G_MAXINT64 : g_test_rand_int_range (1, 9) + n * 10));
  return records;
}

static CareRecord *
find (GPtrArray *records, CareRecord *like)
{
  for (guint i = 0; i < records->len; i++)
    if (care_record_get_kind (g_ptr_array_index (records, i)) == care_record_get_kind (like)
        && care_record_get_id (g_ptr_array_index (records, i)) == care_record_get_id (like))
      return g_ptr_array_index (records, i);
  return NULL;
}

static void
assert_same (GPtrArray *records, GPtrArray *again)
{
  g_assert_cmpuint (again->len, ==, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      CareRecord *other = find (again, record);

      g_assert_nonnull (other);
      for (guint n = 0; n < care_record_get_kind (record)->n_fields; n++)
        g_assert_cmpstr (care_record_get_at (other, n), ==, care_record_get_at (record, n));
    }
}

static void
test_random_records (void)
{
  for (guint n = 0; n < 20; n++)
    {
      g_autoptr (GPtrArray) records = make_random_records ();
      g_autoptr (GBytes) bytes = care_library_json_write (records);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) again = care_library_json_read (bytes, &problems, &error);
      g_autoptr (GBytes) bytes_again = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);
      assert_same (records, again);
      bytes_again = care_library_json_write (again);
      g_assert_true (g_bytes_equal (bytes, bytes_again));
    }
}

/* Cut off anywhere, a file is refused and nothing of it is used. */
static void
test_cut_off (void)
{
  g_autoptr (GPtrArray) records = make_random_records ();
  g_autoptr (GBytes) bytes = care_library_json_write (records);
  gsize length = g_bytes_get_size (bytes);

  for (guint n = 0; n < 100; n++)
    {
      int cut = g_test_rand_int_range (0, (int) length - 2);
      int code = cut == 0 ? CARE_EXCHANGE_ERROR_NOT_THE_FORMAT : CARE_EXCHANGE_ERROR_SYNTAX;
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, (gsize) cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (care_library_json_read (part, NULL, &error));
      g_assert_error (error, CARE_EXCHANGE_ERROR, code);
    }
}

/* With bytes changed at random a file is read or refused, and never more. */
static void
test_changed_bytes (void)
{
  g_autoptr (GPtrArray) records = make_random_records ();
  g_autoptr (GBytes) bytes = care_library_json_write (records);
  gsize length = g_bytes_get_size (bytes);

  for (guint n = 0; n < 200; n++)
    {
      g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GPtrArray) drafts = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        text[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (0, 256);
      changed = g_bytes_new (text, length);
      drafts = care_library_json_read (changed, NULL, &error);
      if (drafts == NULL)
        g_assert_true (error->domain == CARE_EXCHANGE_ERROR);
      else
        g_assert_no_error (error);
    }
}

static void
test_list (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL;
  static const char expected[] = "[\n  {\n    \"id\" : \"2\",\n    \"name\" : \"b\"\n  },\n"
                                 "  {\n    \"id\" : \"1\",\n    \"name\" : \"a\"\n  }\n]\n";

  for (CareId id = 2; id >= 1; id--)
    {
      CareRecord *theme = care_record_new (care_kind_find ("theme"), id);

      g_assert_true (care_record_set (theme, "name", id == 1 ? "a" : "b", NULL));
      g_ptr_array_add (records, theme);
    }
  bytes = care_library_json_write_list (records);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, sizeof expected - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/library-json/malformed", test_malformed);
  g_test_add_func ("/exchange/library-json/lines", test_lines);
  g_test_add_func ("/exchange/library-json/newer-names-versions", test_newer_names_versions);
  g_test_add_func ("/exchange/library-json/too-large", test_too_large);
  g_test_add_func ("/exchange/library-json/too-deep", test_too_deep);
  g_test_add_func ("/exchange/library-json/many-problems", test_many_problems);
  g_test_add_func ("/exchange/library-json/empty", test_empty);
  g_test_add_func ("/exchange/library-json/by-hand", test_by_hand);
  g_test_add_func ("/exchange/library-json/random-records", test_random_records);
  g_test_add_func ("/exchange/library-json/cut-off", test_cut_off);
  g_test_add_func ("/exchange/library-json/changed-bytes", test_changed_bytes);
  g_test_add_func ("/exchange/library-json/list", test_list);
  return g_test_run ();
}
