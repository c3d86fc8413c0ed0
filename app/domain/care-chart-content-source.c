/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the figures of a chart are from. Who worked a figure out and who is quoted as giving it are
 * two, and both are named. */

#include "care-chart-content.h"

#include <glib/gi18n.h>

static CareRecord *
follow (const CareChartAsk *ask, CareRecord *record, const char *field, const char *kind)
{
  return ask->lookup (kind, care_record_get_reference (record, field), ask->data);
}

/**
 * care_chart_say_attribution:
 * @ask: where records are found
 * @figure: a figure
 *
 * Returns: (transfer full) (nullable): "Monitor, as reported by Andy Burnham"; %NULL if neither is known.
 */
char *
care_chart_say_attribution (const CareChartAsk *ask, CareRecord *figure)
{
  CareRecord *estimator = follow (ask, figure, "estimator", "actor");
  CareRecord *person = follow (ask, figure, "reporter", "person");
  CareRecord *reporter = person != NULL ? person : follow (ask, figure, "reporting_body", "actor");

  if (estimator == NULL && reporter == NULL)
    return NULL;
  if (reporter == NULL || reporter == estimator)
    return g_strdup (care_record_get_title (estimator));
  if (estimator == NULL)
    return g_strdup_printf (_ ("reported by %s"), care_record_get_title (reporter));
  return g_strdup_printf (_ ("%s, as reported by %s"), care_record_get_title (estimator),
                          care_record_get_title (reporter));
}

/* Who made it, and where that does not tell it what it is called. */
static char *
name_source (const CareChartAsk *ask, CareRecord *source)
{
  static const char *const parts[] = { "article", "tracker", "web-page", NULL };
  CareRecord *creator = follow (ask, source, "creator", "actor");
  const char *title = care_record_get_title (source), *kind = care_record_get (source, "kind");

  if (creator == NULL)
    return g_strdup (title);
  if (kind != NULL && g_strv_contains (parts, kind))
    return g_strdup (care_record_get_title (creator));
  return g_strdup_printf ("%s, %s", care_record_get_title (creator), title);
}

static void
add_source (CareChartContent *self, char *words, CareId id, const char *pinpoint)
{
  CareChartSource *source;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const CareChartSource *other = g_ptr_array_index (self->sources, i);

      if (other->id != id || g_strcmp0 (other->pinpoint, pinpoint) != 0 || !g_str_equal (other->words, words))
        continue;
      g_free (words);
      return;
    }
  source = g_new0 (CareChartSource, 1);
  *source = (CareChartSource){ words, id, g_strdup (pinpoint) };
  g_ptr_array_add (self->sources, source);
}

static char *
say_where (const CareChartAsk *ask, const char *attribution, CareRecord *source)
{
  g_autofree char *name = name_source (ask, source);

  if (attribution == NULL)
    return g_steal_pointer (&name);
  return g_strdup_printf (_ ("%s, in %s"), attribution, name);
}

/**
 * care_chart_content_add_sources:
 * @self: what a chart shows
 * @ask: where records are found
 * @figure: a figure that it shows
 *
 * Adds what is cited for @figure, and whose it is; each once.
 */
void
care_chart_content_add_sources (CareChartContent *self, const CareChartAsk *ask, CareRecord *figure)
{
  g_autoptr (GPtrArray) citations = ask->list (ask->data, "citation", "figure", care_record_get_id (figure));
  g_autofree char *attribution = care_chart_say_attribution (ask, figure);
  gboolean any = FALSE;

  for (guint i = 0; i < citations->len; i++)
    {
      CareRecord *citation = g_ptr_array_index (citations, i);
      CareRecord *source = follow (ask, citation, "source", "source");

      if (source == NULL)
        continue;
      add_source (self, say_where (ask, attribution, source), care_record_get_id (source),
                  care_record_get (citation, "pinpoint"));
      any = TRUE;
    }
  if (!any && attribution != NULL)
    add_source (self, g_strdup (attribution), 0, NULL);
}

/**
 * care_chart_content_say_sources:
 * @self: what a chart shows
 *
 * Returns: (transfer full) (nullable): its source line; %NULL if nothing is cited.
 */
char *
care_chart_content_say_sources (const CareChartContent *self)
{
  GString *line;
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->sources->len == 0)
    return NULL;
  line = g_string_new (_ ("Source: "));
  for (guint i = 0; i < self->sources->len; i++)
    {
      const CareChartSource *source = g_ptr_array_index (self->sources, i);

      if (!g_hash_table_add (said, source->words))
        continue;
      g_string_append_printf (line, "%s%s", g_hash_table_size (said) > 1 ? "; " : "", source->words);
    }
  return g_string_free (line, FALSE);
}
