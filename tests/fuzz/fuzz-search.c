/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text as what a person types into a search: it is never an error. */

#include "fuzz.h"

#include "care-search.h"

/* Hits are made into words as they would be shown. */
#define MOST_HITS 20

static CareLibrary *library;

static void
make_library (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  CareRecord *record = care_record_new (care_kind_find ("figure"), 17013);
  g_autoptr (GError) error = NULL;
  const char *path = fuzz_file_path ();

  g_ptr_array_add (records, record);
  care_record_set (record, "label", "Savings Monitor expected from integration: £4bn, “R&D”, O'Brien", &error);
  g_assert_no_error (error);
  care_library_create (path, records, &error);
  g_assert_no_error (error);
  library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_assert_no_error (error);
}

static void
search (const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = care_library_search (library, typed, MOST_HITS, &error);
  g_autoptr (CareTally) tally = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  tally = care_tally_new (library, typed, &error);
  while (tally != NULL && care_tally_go_on (tally, &error))
    ;
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *typed = g_utf8_make_valid (text, -1);

  if (library == NULL)
    make_library ();
  search (typed);
  return 0;
}
