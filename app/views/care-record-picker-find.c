/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a picker offers: records that match what is typed, and what can be made of it. */

#include "care-record-picker-private.h"

#include "care-describe.h"
#include "care-search.h"

#include <glib/gi18n.h>
#include <string.h>

/* Found of each kind; who wants another types more. */
#define MAX_FOUND 50

static void
describe (gpointer item, CareListRow *row, gpointer data)
{
  CareRecordPicker *self = data;

  if (care_library_can_read (self->library))
    care_describe_row (self->library, item, NULL, row);
  else
    row->title = g_strdup (care_record_get_title (item));
}

/* (nullable): the kind of a new one: where there are several it is none of them. */
const CareKind *
care_record_picker_get_new_kind (CareRecordPicker *self)
{
  const CareKind *kind = self->kinds[1] != NULL ? NULL : care_kind_find (self->kinds[0]);

  return kind != NULL && self->makes && care_draft_form_can_make (kind) ? kind : NULL;
}

/* What was typed, without what is around it. */
char *
care_record_picker_dup_typed (CareRecordPicker *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
find_by (CareRecordPicker *self, const char *name, const char *query, GListStore *found)
{
  g_autoptr (GPtrArray) hits = care_library_search (self->library, query, MAX_FOUND, NULL);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const CareHit *hit = g_ptr_array_index (hits, i);
      CareRecord *record = care_library_find (self->library, name, hit->id);

      if (record != NULL && !g_list_store_find (found, record, NULL))
        g_list_store_append (found, record);
    }
}

/* By its words, or by whose it is: what a party holds need not name the party. */
static void
find_kind (CareRecordPicker *self, const char *name, const char *typed, GListStore *found)
{
  const CareKind *kind = care_kind_find (name);
  g_autofree char *by_words = g_strdup_printf ("kind:\"%s\" %s", kind->label, typed);
  g_autofree char *by_party = g_strdup_printf ("kind:\"%s\" party:\"%s\"", kind->label, typed);

  find_by (self, name, by_words, found);
  if (care_kind_field (kind, "actor") != NULL && strchr (typed, '"') == NULL)
    find_by (self, name, by_party, found);
}

static void
show_found (CareRecordPicker *self, const char *typed)
{
  g_autoptr (GListStore) found = g_list_store_new (CARE_TYPE_RECORD);
  g_autoptr (CareRecord) first = NULL;

  for (guint i = 0; self->kinds[i] != NULL; i++)
    find_kind (self, self->kinds[i], typed, found);
  care_list_set_model (self->list, G_LIST_MODEL (found));
  first = g_list_model_get_item (G_LIST_MODEL (found), 0);
  care_list_select (self->list, first);
}

/* All of them, which come piece by piece. */
static void
show_all (CareRecordPicker *self)
{
  g_autoptr (GListModel) all = care_library_list_sorted (self->library, (const char *const *) self->kinds);

  care_list_set_model (self->list, all);
  care_list_select (self->list, self->current);
}

static void
show_make (CareRecordPicker *self, const char *typed)
{
  const CareKind *kind = care_record_picker_get_new_kind (self);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->make, kind != NULL);
  if (kind == NULL)
    return;
  if (typed[0] == '\0')
    label = g_strdup_printf (_ ("New %s…"), _ (kind->label));
  else
    label = g_strdup_printf (care_draft_form_asks_more (kind) ? _ ("New %s “%s”…") : _ ("New %s “%s”"), _ (kind->label), typed);
  gtk_button_set_label (GTK_BUTTON (self->make), label);
}

/* Offers what matches now. */
void
care_record_picker_find (GObject *object)
{
  CareRecordPicker *self = CARE_RECORD_PICKER (object);
  g_autofree char *typed = care_record_picker_dup_typed (self);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (typed[0] == '\0')
    show_all (self);
  else
    show_found (self, typed);
  show_make (self, typed);
}

void
care_record_picker_find_init (CareRecordPicker *self)
{
  care_list_set_describe (self->list, describe, self, NULL);
}
