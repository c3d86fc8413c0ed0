/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-fixture.h"

#include <string.h>

void
check_set (CareRecord *record, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, text, &error);
  g_assert_no_error (error);
}

void
check_refer (CareRecord *record, const char *field, CareRecord *target)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  check_set (record, field, id);
}

CareRecord *
check_add (CheckFixture *self, const char *kind, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), self->next_id++);
  const char *field;
  va_list pairs;

  if (self->briefing != NULL && care_kind_field (care_record_get_kind (record), "briefing") != NULL)
    check_refer (record, "briefing", self->briefing);
  va_start (pairs, kind);
  while ((field = va_arg (pairs, const char *)) != NULL)
    check_set (record, field, va_arg (pairs, const char *));
  va_end (pairs);
  g_ptr_array_add (self->records, record);
  return record;
}

CheckFixture *
check_fixture_new (void)
{
  CheckFixture *self = g_new0 (CheckFixture, 1);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->next_id = 1;
  self->briefing = check_add (self, "briefing", "title", "Joined services", "status", "draft", "published", "2015-05",
                              "inclusion_rule", "Parties with a seat", "ordering_rule", "By seats", NULL);
  self->section = check_add (self, "section", "heading", "Money", "ordinal", "1", NULL);
  return self;
}

void
check_fixture_free (CheckFixture *self)
{
  g_ptr_array_unref (self->records);
  g_free (self);
}

CareRecord *
check_add_box (CheckFixture *self, const char *kind, const char *title)
{
  return check_add (self, "box", "kind", kind, "title", title, "ordinal", "1", NULL);
}

CareRecord *
check_add_item (CheckFixture *self, CareRecord *box, const char *field, CareRecord *record)
{
  CareRecord *item = check_add (self, "box_item", NULL);
  g_autofree char *ordinal = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (item));

  check_refer (item, "box", box);
  check_refer (item, field, record);
  check_set (item, "ordinal", ordinal);
  return item;
}

void
check_write (CheckFixture *self, const char *format, CareRecord *record)
{
  g_autofree char *id = record == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (record));
  g_autoptr (GString) text = g_string_new (format);

  if (id != NULL)
    g_string_replace (text, "%d", id, 0);
  check_set (self->section, "text", text->str);
}

GPtrArray *
check_run (CheckFixture *self)
{
  g_autoptr (CareSnapshot) snapshot = care_snapshot_new (self->briefing, self->records);
  g_autoptr (CareDate) today = care_date_new_day (2026, 11, 26);

  g_autoptr (GPtrArray) must = care_checks_run (snapshot, today, TRUE);
  GPtrArray *all = care_checks_run (snapshot, today, FALSE);

  g_assert_cmpuint (care_findings_count (must, CARE_CHECK_MUST_FIX), ==, care_findings_count (all, CARE_CHECK_MUST_FIX));
  g_assert_cmpuint (care_findings_count (must, CARE_CHECK_LOOK_AT), ==, 0);
  return all;
}

/* (transfer none): what @findings have of one check; NULL if nothing stands. */
static CareFinding *
find_one (GPtrArray *findings, const char *id)
{
  CareFinding *found = NULL;

  g_assert_nonnull (care_check_find (id));
  for (guint i = 0; i < findings->len; i++)
    {
      CareFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->check->id, id) != 0 || finding->exception != NULL)
        continue;
      g_test_message ("%s at %s", finding->sentence, finding->place);
      g_assert_null (found);
      found = finding;
    }
  return found;
}

void
check_assert_finds (CheckFixture *self, const char *id, const char *part)
{
  g_autoptr (GPtrArray) findings = check_run (self);
  CareFinding *found = find_one (findings, id);

  g_assert_nonnull (found);
  g_assert_nonnull (strstr (found->sentence, part));
  g_assert_nonnull (found->mend);
}

void
check_assert_mends (CheckFixture *self, const char *id, const char *mended)
{
  g_autoptr (GPtrArray) findings = check_run (self);
  CareFinding *found = find_one (findings, id);
  g_autofree char *text = NULL;

  g_assert_nonnull (found);
  g_assert_true ((found->replacement == NULL) == (mended == NULL));
  text = mended == NULL ? NULL : care_finding_dup_mended (found);
  g_assert_cmpstr (text, ==, mended);
}

void
check_assert_passes (CheckFixture *self, const char *id)
{
  g_autoptr (GPtrArray) findings = check_run (self);

  g_assert_null (find_one (findings, id));
  g_assert_true (care_findings_passes (findings, care_check_find (id)));
}
