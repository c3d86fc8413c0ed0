/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-finding.h"

#include "care-record-name.h"

#include <glib/gi18n.h>

/**
 * care_finding_free:
 * @self: (transfer full): what a check has found
 *
 * Frees @self.
 */
void
care_finding_free (CareFinding *self)
{
  g_free (self->sentence);
  g_free (self->place);
  g_free (self->mend);
  g_free (self->replacement);
  g_clear_object (&self->element);
  g_clear_object (&self->record);
  g_clear_object (&self->exception);
  g_free (self);
}

/**
 * care_findings_count:
 * @findings: (element-type CareFinding): what checks have found
 * @level: how much it matters
 *
 * Returns: how many of @findings are of @level and not kept.
 */
guint
care_findings_count (GPtrArray *findings, CareCheckLevel level)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      n += finding->exception == NULL && finding->check->level == level ? 1 : 0;
    }
  return n;
}

/**
 * care_findings_passes:
 * @findings: (element-type CareFinding): what all checks have found
 * @check: one of them
 *
 * Returns: whether @check has found nothing but what is kept.
 */
gboolean
care_findings_passes (GPtrArray *findings, const CareCheck *check)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (finding->check == check && finding->exception == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * care_finding_describe_place:
 * @self: what a check has found
 *
 * Returns: (transfer full): where it is seen, as a person would say it: "Party lines".
 */
char *
care_finding_describe_place (const CareFinding *self)
{
  if (care_record_is (self->element, "briefing"))
    return g_strdup (g_strcmp0 (self->field, "standfirst") == 0 ? _ ("Standfirst") : _ ("The whole briefing"));
  return g_strdup (care_record_get_title (self->element));
}

/**
 * care_finding_dup_mended:
 * @self: what a check has found, with a replacement
 *
 * Returns: (transfer full): what the field is to say.
 */
char *
care_finding_dup_mended (const CareFinding *self)
{
  const char *text = care_record_get (self->record, self->field);

  return g_strdup_printf ("%.*s%s%s", (int) self->start, text, self->replacement, text + self->end);
}

/**
 * care_finding_keep:
 * @self: what a check has found
 * @briefing: the briefing that it is of
 * @id: for the exception
 * @reason: why it is kept
 * @author: (nullable): who keeps it
 * @decided: when, as EDTF
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the exception that keeps it, to be put into the
 *   library.
 */
CareRecord *
care_finding_keep (const CareFinding *self, CareRecord *briefing, CareId id, const char *reason, const char *author,
                   const char *decided, GError **error)
{
  g_autoptr (CareRecord) exception = care_record_new (care_kind_find ("exception"), id);
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (briefing));

  if (!care_record_set (exception, "briefing", owner, error) || !care_record_set (exception, "check", self->check->id, error)
      || !care_record_set (exception, "place", self->place, error)
      || !care_record_set (exception, "reason", reason, error) || !care_record_set (exception, "author", author, error)
      || !care_record_set (exception, "decided", decided, error) || !care_record_check (exception, error))
    return NULL;
  return g_steal_pointer (&exception);
}
