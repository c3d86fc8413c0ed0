/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-hit-item.h"

#include "care-describe.h"
#include "care-record-name.h"
#include "care-snippet.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CareHitItem
{
  GObject parent_instance;

  CareHit *hit;
};

G_DEFINE_FINAL_TYPE (CareHitItem, care_hit_item, G_TYPE_OBJECT)

static void
care_hit_item_finalize (GObject *object)
{
  care_hit_free (CARE_HIT_ITEM (object)->hit);
  G_OBJECT_CLASS (care_hit_item_parent_class)->finalize (object);
}

static void
care_hit_item_class_init (CareHitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_hit_item_finalize;
}

static void
care_hit_item_init (CareHitItem *self)
{
}

/**
 * care_hit_item_new:
 * @hit: (transfer full): what was found
 *
 * Returns: (transfer full): an item for it.
 */
CareHitItem *
care_hit_item_new (CareHit *hit)
{
  CareHitItem *self = g_object_new (CARE_TYPE_HIT_ITEM, NULL);

  self->hit = hit;
  return self;
}

/**
 * care_hit_item_get_hit:
 * @self: an item
 *
 * Returns: (transfer none): what was found.
 */
const CareHit *
care_hit_item_get_hit (CareHitItem *self)
{
  return self->hit;
}

static gboolean
are_equal (GArray *stretches, GArray *others)
{
  return stretches->len == others->len
         && (stretches->len == 0
             || memcmp (stretches->data, others->data, stretches->len * sizeof (CareStretch)) == 0);
}

/**
 * care_hit_item_equal:
 * @self: an item
 * @other: another
 *
 * Returns: whether both read alike and lead to the same record.
 */
gboolean
care_hit_item_equal (CareHitItem *self, CareHitItem *other)
{
  const CareHit *a = self->hit;
  const CareHit *b = other->hit;

  return a->kind == b->kind && a->id == b->id && strcmp (a->title, b->title) == 0
         && strcmp (a->snippet, b->snippet) == 0 && are_equal (a->found, b->found)
         && are_equal (a->title_found, b->title_found);
}

/* What was found, in bold: attributes, for in markup a text could say more than it is. */
static PangoAttrList *
mark (GArray *stretches)
{
  PangoAttrList *marks = pango_attr_list_new ();

  for (guint i = 0; i < stretches->len; i++)
    {
      const CareStretch *stretch = &g_array_index (stretches, CareStretch, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = stretch->start;
      bold->end_index = stretch->end;
      pango_attr_list_insert (marks, bold);
    }
  return marks;
}

/**
 * care_hit_item_describe:
 * @self: an item
 * @library: where it was found
 * @row: filled in
 *
 * Says how what was found reads in a list.
 */
void
care_hit_item_describe (CareHitItem *self, CareLibrary *library, CareListRow *row)
{
  const CareHit *hit = self->hit;
  CareRecord *record = care_library_find (library, hit->kind->name, hit->id);

  row->trailing = g_strdup (_ (hit->kind->label));
  row->title = hit->title[0] == '\0' && record != NULL ? care_record_name (record, care_library_lookup, library)
                                                       : g_strdup (hit->title);
  if (hit->title[0] != '\0')
    row->title_marks = mark (hit->title_found);
  if (hit->found->len > 0)
    {
      row->subtitle = g_strdup (hit->snippet);
      row->subtitle_marks = mark (hit->found);
    }
  else if (record != NULL)
    row->subtitle = care_describe_detail (library, record, NULL);
  row->has_swatch_place = TRUE;
  row->has_swatch = record != NULL && care_describe_colour (library, record, &row->swatch);
}
