/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between a history from a stranger and SQLite, which can loop for
 * ever over a damaged changeset. */

#include "undo-fixture.h"

#include "care-changeset.h"

#include <string.h>
#include <unistd.h>

typedef struct
{
  StoreFixture base;
  GPtrArray *records;
  sqlite3 *db; /* holds @records */
} ChangesetFixture;

static void
exec (ChangesetFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  care_database_exec (fixture->db, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (ChangesetFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&fixture->base, data);
  fixture->records = store_records_random (2);
  store_fixture_create (&fixture->base, fixture->records);
  fixture->db = care_database_open (fixture->base.path, TRUE, FALSE, &error);
  g_assert_no_error (error);
  exec (fixture, "BEGIN IMMEDIATE");
}

static void
tear_down (ChangesetFixture *fixture, gconstpointer data)
{
  exec (fixture, "ROLLBACK");
  care_database_close (fixture->db);
  g_ptr_array_unref (fixture->records);
  store_fixture_tear_down (&fixture->base, data);
}

typedef enum
{
  CHANGE_INSERT,
  CHANGE_UPDATE,
  CHANGE_DELETE,
  N_CHANGES,
} What;

/* Every field of @record becomes what it is in another, or nothing. */
static void
update (ChangesetFixture *fixture, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      gboolean keep = field->flags & CARE_FIELD_IS_REQUIRED;
      g_autofree char *value
        = keep && field->type != CARE_FIELD_REFERENCE ? store_value_random (field, NULL) : NULL;
      g_autoptr (GError) error = NULL;

      if (keep && field->type == CARE_FIELD_REFERENCE)
        continue;
      care_database_update (fixture->db, kind, care_record_get_id (record), i, value, &error);
      g_assert_no_error (error);
    }
}

static void
change (ChangesetFixture *fixture, CareRecord *record, What what)
{
  g_autoptr (CareRecord) copy = care_record_new (care_record_get_kind (record), store_id_random ());
  g_autoptr (GError) error = NULL;

  if (what == CHANGE_DELETE)
    care_database_delete (fixture->db, care_record_get_kind (record), care_record_get_id (record), &error);
  else if (what == CHANGE_UPDATE)
    update (fixture, record);
  else
    {
      for (guint i = 0; i < care_record_get_kind (record)->n_fields; i++)
        care_record_set (copy, care_record_get_kind (record)->fields[i].name, care_record_get_at (record, i), NULL);
      care_database_insert (fixture->db, copy, &error);
    }
  g_assert_no_error (error);
}

/* What SQLite records of @what being done to the @n records from @first on; it is
 * taken back. */
static GBytes *
record_changes (ChangesetFixture *fixture, guint first, guint n, What what)
{
  g_autoptr (sqlite3_session) session = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *changeset;

  exec (fixture, "SAVEPOINT made");
  session = care_changeset_begin (fixture->db, &error);
  g_assert_no_error (error);
  for (guint i = first; i < first + n; i++)
    change (fixture, g_ptr_array_index (fixture->records, i), what);
  changeset = care_changeset_take (session, &error);
  g_assert_no_error (error);
  g_clear_pointer (&session, sqlite3session_delete);
  exec (fixture, "ROLLBACK TO made; RELEASE made");
  return changeset;
}

/* How many records @changeset touches. */
static guint
count_changes (GBytes *changeset)
{
  g_autoptr (GArray) list = care_changeset_list (changeset, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_assert_nonnull (g_array_index (list, CareChange, i).kind);
      g_assert_cmpint (g_array_index (list, CareChange, i).id, >, 0);
      if (i > 0)
        g_assert_false (care_change_equal (&g_array_index (list, CareChange, i - 1),
                                           &g_array_index (list, CareChange, i)));
    }
  return list->len;
}

static void
test_genuine (ChangesetFixture *fixture, gconstpointer data)
{
  for (int what = 0; what < N_CHANGES; what++)
    {
      g_autoptr (GBytes) all = record_changes (fixture, 0, fixture->records->len, what);
      guint n_told = 0;

      for (guint i = 0; i < fixture->records->len; i++)
        {
          g_autoptr (GBytes) one = record_changes (fixture, i, 1, what);
          guint n = count_changes (one);

          g_assert_true (care_changeset_is_sound (one));
          g_assert_cmpuint (n, <=, 1);
          n_told += n;
        }
      g_assert_true (care_changeset_is_sound (all));
      n_told += count_changes (all);
      g_assert_cmpuint (n_told, >, fixture->records->len);
      g_assert_cmpuint (n_told, <=, 2 * fixture->records->len);
    }
}

static void
test_empty (ChangesetFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) nothing = record_changes (fixture, 0, 0, CHANGE_INSERT);
  CareConflict conflict;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_true (care_changeset_is_sound (nothing));
  g_assert_cmpuint (count_changes (nothing), ==, 0);
  g_assert_true (care_changeset_apply (fixture->db, nothing, FALSE, &conflict, &error));
  g_assert_no_error (error);
}

/* What CareBrief writes of records that are put in is what SQLite would. */
static void
test_inserted (ChangesetFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (fixture->records, i);
      g_autoptr (GBytes) recorded = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GArray) list = NULL;

      recorded = record_changes (fixture, i, 1, CHANGE_INSERT);
      list = care_changeset_list (recorded, NULL);
      g_assert_cmpuint (list->len, ==, 1);
      g_ptr_array_add (copies, care_record_new (care_record_get_kind (record), g_array_index (list, CareChange, 0).id));
      for (guint f = 0; f < care_record_get_kind (record)->n_fields; f++)
        care_record_take (g_ptr_array_index (copies, 0), f, g_strdup (care_record_get_at (record, f)));
      written = care_changeset_new_inserted (copies);
      g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                       g_bytes_get_data (recorded, NULL), g_bytes_get_size (recorded));
    }
}

static void
test_inserted_many (ChangesetFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GBytes) nothing = care_changeset_new_inserted (none);
  g_autoptr (GBytes) all = care_changeset_new_inserted (fixture->records);
  g_autoptr (GArray) list = care_changeset_list (all, NULL);

  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_true (care_changeset_is_whole (all));
  g_assert_cmpuint (list->len, ==, fixture->records->len);
}

static void
test_inverse (ChangesetFixture *fixture, gconstpointer data)
{
  for (int what = 0; what < N_CHANGES; what++)
    {
      g_autoptr (GBytes) all = record_changes (fixture, 0, fixture->records->len, what);
      g_autoptr (GBytes) inverse = care_changeset_invert (all);
      void *expected = NULL;
      int length = 0;

      g_assert_cmpint (sqlite3changeset_invert ((int) g_bytes_get_size (all), g_bytes_get_data (all, NULL), &length,
                                                &expected),
                       ==, SQLITE_OK);
      g_assert_cmpmem (g_bytes_get_data (inverse, NULL), g_bytes_get_size (inverse), expected, (gsize) length);
      sqlite3_free (expected);
    }
}

/* A table that has got a column since. */
static void
test_narrow (ChangesetFixture *fixture, gconstpointer data)
{
  static const char bytes[] = "T\x02\x01\x00theme\0\x12\x00\x01\0\0\0\0\0\0\0\x07\x03\x04Work";
  g_autoptr (GBytes) narrow = g_bytes_new_static (bytes, sizeof bytes - 1);
  g_autoptr (GBytes) all = record_changes (fixture, 0, fixture->records->len, CHANGE_UPDATE);

  g_assert_true (care_changeset_is_sound (narrow));
  g_assert_false (care_changeset_is_whole (narrow));
  g_assert_true (care_changeset_is_whole (all));
}

typedef struct
{
  const char *why;
  const char *bytes;
  gsize length;
} BadCase;

/* "theme" has an id and two fields. */
#define BAD(why, bytes) { why, bytes, sizeof (bytes) - 1 }
static const BadCase bad_cases[] = {
  BAD ("SQLite loops for ever", "\x54\x03\x01\x00"),
  BAD ("not a changeset", "x"),
  BAD ("a change before any table", "\x12\x00\x01"),
  BAD ("nothing but a mark", "T"),
  BAD ("no columns", "T\x00theme\0"),
  BAD ("no name", "T\x03\x01\x00\x00"),
  BAD ("a name without an end", "T\x03\x01\x00\x00theme"),
  BAD ("a patchset", "P\x03\x01\x00\x00theme\0"),
  BAD ("no such table", "T\x03\x01\x00\x00thema\0"),
  BAD ("the schema", "T\x05\x01\x00\x00\x00\x00sqlite_schema\0"),
  BAD ("the history", "T\x03\x01\x00\x00history\0"),
  BAD ("too many columns", "T\x04\x01\x00\x00\x00theme\0"),
  BAD ("a great many columns", "T\x8f\xff\xff\xff\x7f\x01\x00\x00theme\0"),
  BAD ("no key", "T\x03\x00\x00\x00theme\0"),
  BAD ("another key", "T\x03\x00\x01\x00theme\0"),
  BAD ("two keys", "T\x03\x01\x02\x00theme\0"),
  BAD ("the second part of a key", "T\x03\x02\x00\x00theme\0"),
  BAD ("an unknown operation", "T\x03\x01\x00\x00theme\0\x13\x00\x01\0\0\0\0\0\0\0\x07\x05\x05"),
  BAD ("an unknown flag", "T\x03\x01\x00\x00theme\0\x12\x02\x01\0\0\0\0\0\0\0\x07\x05\x05"),
  BAD ("a key of nothing", "T\x03\x01\x00\x00theme\0\x12\x00\x05\x05\x05"),
  BAD ("a key of text", "T\x03\x01\x00\x00theme\0\x12\x00\x03\x01" "a\x05\x05"),
  BAD ("a key of floating point", "T\x03\x01\x00\x00theme\0\x12\x00\x02\0\0\0\0\0\0\0\x07\x05\x05"),
  BAD ("floating point", "T\x03\x01\x00\x00theme\0\x12\x00\x01\0\0\0\0\0\0\0\x07\x05\x02\0\0\0\0\0\0\0\0"),
  BAD ("an insertion of less than a row", "T\x03\x01\x00\x00theme\0\x12\x00\x01\0\0\0\0\0\0\0\x07\x05\x00"),
  BAD ("a row cut off", "T\x03\x01\x00\x00theme\0\x12\x00\x01\0\0\0\0\0\0\0\x07\x05"),
  BAD ("a text cut off", "T\x03\x01\x00\x00theme\0\x12\x00\x01\0\0\0\0\0\0\0\x07\x03\x7f" "a\x05"),
  BAD ("a text of 32 GB", "T\x03\x01\x00\x00theme\0\x12\x00\x01\0\0\0\0\0\0\0\x07\x03\xff\xff\xff\xff\x7f" "a\x05"),
  BAD ("an unknown value", "T\x03\x01\x00\x00theme\0\x12\x00\x01\0\0\0\0\0\0\0\x07\x06\x05"),
  BAD ("an update of the key", "T\x03\x01\x00\x00theme\0\x17\x00\x01\0\0\0\0\0\0\0\x07\x00\x00"
                               "\x01\0\0\0\0\0\0\0\x08\x00\x00"),
};

static void
test_bad (ChangesetFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad_cases[i].bytes, bad_cases[i].length);
      g_autoptr (GError) error = NULL;
      CareConflict conflict;

      g_test_message ("%s", bad_cases[i].why);
      g_assert_false (care_changeset_is_sound (bytes));
      g_assert_false (care_changeset_apply (fixture->db, bytes, FALSE, &conflict, &error));
      g_assert_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_DAMAGED);
      g_assert_cmpuint (count_changes (bytes), ==, 0);
    }
}

/* Cut anywhere, it is refused, or is what comes before. */
static void
test_truncated (ChangesetFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = record_changes (fixture, 0, 8, CHANGE_UPDATE);
  gsize size = g_bytes_get_size (whole);
  guint n_sound = 0;

  for (gsize length = 1; length < size; length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
      n_sound += care_changeset_is_sound (part);
    }
  g_assert_cmpuint (n_sound, <, 8 + 4);
}

static GBytes *
mutate (GBytes *genuine)
{
  gsize length;
  guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (genuine), &length);

  for (gint32 i = g_test_rand_int_range (0, 4); i >= 0; i--)
    {
      gint32 at = g_test_rand_int_range (0, (gint32) length);

      if (g_test_rand_bit ())
        bytes[at] = (guint8) g_test_rand_int_range (0, 256);
      else
        bytes[at] = (guint8) g_test_rand_int_range (0, 7);
    }
  if (g_test_rand_int_range (0, 10) == 0)
    length = (gsize) g_test_rand_int_range (0, (gint32) length);
  return g_bytes_new_take (bytes, length);
}

#define N_MUTATIONS (2000 * UNDO_TIMES)

/* What is let through may be wrong, but does no harm; alarm() ends what does not end. */
static void
test_mutated (ChangesetFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) genuine = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint n_through = 0;
  guint n_applied = 0;

  for (guint i = 0; i + 2 <= fixture->records->len; i += 2)
    for (int what = 0; what < N_CHANGES; what++)
      g_ptr_array_add (genuine, record_changes (fixture, i, 2, what));
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (GBytes) mutated = mutate (g_ptr_array_index (genuine, i % genuine->len));
      CareConflict conflict;

      alarm (60);
      if (!care_changeset_is_sound (mutated))
        continue;
      n_through++;
      exec (fixture, "SAVEPOINT tried");
      n_applied += care_changeset_apply (fixture->db, mutated, g_test_rand_bit (), &conflict, NULL);
      exec (fixture, "ROLLBACK TO tried; RELEASE tried");
    }
  alarm (0);
  g_test_message ("%u let through, %u applied", n_through, n_applied);
  g_assert_cmpuint (n_through, >, N_MUTATIONS / 100);
  g_assert_cmpuint (n_applied, >, 0);
}

int
main (int argc, char *argv[])
{
  undo_fixture_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, ChangesetFixture, NULL, set_up, function, tear_down)
  ADD ("/changeset/genuine", test_genuine);
  ADD ("/changeset/empty", test_empty);
  ADD ("/changeset/inserted", test_inserted);
  ADD ("/changeset/inserted/many", test_inserted_many);
  ADD ("/changeset/inverse", test_inverse);
  ADD ("/changeset/narrow", test_narrow);
  ADD ("/changeset/bad", test_bad);
  ADD ("/changeset/truncated", test_truncated);
  ADD ("/changeset/mutated", test_mutated);
#undef ADD

  return g_test_run ();
}
