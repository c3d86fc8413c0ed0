/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several briefings in one PDF: a list of them with their pages, then one after the
 * other, numbered throughout. */

#include "care-page-volume.h"

#include "care-page-model.h"
#include "care-pdf.h"

#include <glib/gi18n.h>

/* Of the list of briefings, unless the first of them is in large print. */
#define FRONT_TEMPLATE "research-briefing"

typedef struct
{
  GPtrArray *snapshots;      /* of CareSnapshot */
  const char *template_name; /* or NULL */
  guint allowed;             /* pages of each */
  const gboolean *drafts;    /* which of them say that they are; NULL: none */
  CarePdf *pdf;
  guint n_pages; /* so far, with those of the list */
  GArray *firsts; /* of guint: how many of them are before each briefing */
} Volume;

static const CarePageTemplate *
get_template (const Volume *self, CareSnapshot *snapshot)
{
  const char *own = care_record_get (care_snapshot_get_briefing (snapshot), "template");

  return care_page_template_find (self->template_name != NULL ? self->template_name : own);
}

static const CarePageTemplate *
get_front_template (const Volume *self)
{
  const CarePageTemplate *first = get_template (self, g_ptr_array_index (self->snapshots, 0));

  return first->sidebar > 0 ? care_page_template_find (FRONT_TEMPLATE) : first;
}

/**
 * care_volume_make_title:
 * @snapshots: (element-type CareSnapshot): briefings
 *
 * Returns: (transfer full): the series that all of them are of, or a word for them.
 */
char *
care_volume_make_title (GPtrArray *snapshots)
{
  const char *title = NULL;

  for (guint i = 0; i < snapshots->len; i++)
    {
      const char *series = care_record_get (care_snapshot_get_briefing (g_ptr_array_index (snapshots, i)), "series");

      if (series == NULL || (title != NULL && g_strcmp0 (series, title) != 0))
        return g_strdup ("Briefings");
      title = series;
    }
  return g_strdup (title);
}

/* A briefing that has nothing but the title of the volume, and the date of its last. */
static CareSnapshot *
make_front_snapshot (const Volume *self)
{
  CareRecord *first = care_snapshot_get_briefing (g_ptr_array_index (self->snapshots, 0));
  g_autoptr (CareRecord) front = care_record_new (care_record_get_kind (first), 1);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *title = care_volume_make_title (self->snapshots);
  const char *last = NULL;

  for (guint i = 0; i < self->snapshots->len; i++)
    {
      CareRecord *briefing = care_snapshot_get_briefing (g_ptr_array_index (self->snapshots, i));

      /* Dates are kept as ISO 8601 has them: they sort as they are written. */
      if (g_strcmp0 (care_record_get (briefing, "published"), last) > 0)
        last = care_record_get (briefing, "published");
    }
  care_record_set (front, "title", title, NULL);
  care_record_set (front, "status", "published", NULL);
  care_record_set (front, "published", last, NULL);
  care_record_set (front, "language", care_record_get (first, "language"), NULL);
  g_ptr_array_add (records, front);
  return care_snapshot_new (front, records);
}

static CarePages *
make_list (const Volume *self, const GArray *pages)
{
  g_autoptr (CareSnapshot) snapshot = make_front_snapshot (self);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < self->snapshots->len; i++)
    g_ptr_array_add (titles,
                     (gpointer) care_record_get_title (
                       care_snapshot_get_briefing (g_ptr_array_index (self->snapshots, i))));
  return care_pages_make_list (snapshot, get_front_template (self), titles, pages);
}

/* Facing pages begin on the left: an empty page is added if @next, which may be none, does. */
static void
pad (Volume *self, CarePages *pages, const CarePageTemplate *next)
{
  if (self->n_pages % 2 == 0 || next == NULL || next->sidebar <= 0)
    return;
  care_pages_add_empty (pages);
  self->n_pages++;
}

static gboolean
check_part (const CarePages *pages, GError **error)
{
  const char *title = care_record_get_title (care_snapshot_get_briefing (pages->flow->snapshot));
  g_autofree char *fit = NULL;

  if (!care_pages_check_printable (pages, error))
    {
      g_prefix_error (error, _ ("In “%s”: "), title);
      return FALSE;
    }
  if (care_pages_fits (pages))
    return TRUE;
  fit = care_pages_describe_fit (pages);
  g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET, _ ("In “%s”, %s; shorten it, or allow more pages"), title,
               fit);
  return FALSE;
}

/* What is drawn is given up: a hundred briefings take little more memory than one. */
static gboolean
add_part (Volume *self, guint i, GError **error)
{
  CareSnapshot *snapshot = g_ptr_array_index (self->snapshots, i);
  gboolean is_last = i + 1 == self->snapshots->len;
  g_autoptr (CarePages) pages
    = care_pages_make (NULL, snapshot, get_template (self, snapshot), self->allowed, self->n_pages);

  if (!check_part (pages, error))
    return FALSE;
  if (self->drafts != NULL && self->drafts[i])
    care_pages_mark_draft (pages);
  g_array_append_val (self->firsts, self->n_pages);
  self->n_pages += care_pages_get_n_pages (pages);
  pad (self, pages, is_last ? NULL : get_template (self, g_ptr_array_index (self->snapshots, i + 1)));
  return care_pdf_add (self->pdf, pages, error);
}

static gboolean
add_parts (Volume *self, CareVolumeProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->snapshots->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_part (self, i, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, self->snapshots->len, data);
    }
  return TRUE;
}

/* Finds how many pages the list takes: as many, whatever numbers are in it. */
static void
leave_room (Volume *self)
{
  g_autoptr (CarePages) list = make_list (self, NULL);

  self->n_pages = care_pages_get_n_pages (list);
  pad (self, list, get_template (self, g_ptr_array_index (self->snapshots, 0)));
}

/* The list is drawn last, when all that it leads to is known. It is the first to be read. */
static GBytes *
finish (Volume *self, GError **error)
{
  g_autoptr (CarePages) list = make_list (self, self->firsts);

  while (care_pages_get_n_pages (list) < g_array_index (self->firsts, guint, 0))
    care_pages_add_empty (list);
  return care_pdf_add_list (self->pdf, list, error) ? care_pdf_finish (self->pdf, list->flow->snapshot, error) : NULL;
}

/**
 * care_volume_to_pdf:
 * @snapshots: (element-type CareSnapshot): briefings, at least one
 * @template_name: (nullable): what they are to look like, instead of what each says
 * @pages_allowed: how many pages each may have, as for care_pages_new()
 * @drafts: (nullable): for each briefing, whether its pages say that it is a draft
 * @progress: (nullable): called after each briefing, in this thread
 * @data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for a #CarePageError or %G_IO_ERROR_CANCELLED
 *
 * Makes a tagged PDF of all of them, as care_pages_to_pdf() does of one.
 *
 * Returns: (transfer full) (nullable): the contents of the file.
 */
GBytes *
care_volume_to_pdf (GPtrArray *snapshots, const char *template_name, guint pages_allowed, const gboolean *drafts,
                    CareVolumeProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CarePdf) pdf = care_pdf_new (TRUE);
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  Volume volume = { snapshots, template_name, pages_allowed, drafts, pdf, 0, firsts };

  g_return_val_if_fail (snapshots->len > 0, NULL);
  leave_room (&volume);
  return add_parts (&volume, progress, data, cancellable, error) ? finish (&volume, error) : NULL;
}
