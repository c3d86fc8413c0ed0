/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-unfinished.h"

#include "care-choice-row.h"
#include "care-edit-row.h"
#include "care-reference-row.h"

/* What a row says. */
typedef struct
{
  char *text;         /* as typed, a word that was chosen, or the id of a record; or NULL */
  CareRecord *target; /* the record named, or NULL */
  GPtrArray *drafts;  /* it and what it names, where it was made in the row; else empty */
} Said;

static void
said_free (gpointer data)
{
  Said *said = data;

  if (said == NULL)
    return;
  g_free (said->text);
  g_clear_object (&said->target);
  g_ptr_array_unref (said->drafts);
  g_free (said);
}

static void
read_target (Said *said, CareReferenceRow *row)
{
  g_set_object (&said->target, care_reference_row_get_target (row));
  if (said->target == NULL)
    return;
  said->text = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (said->target));
  care_reference_row_add_drafts (row, said->drafts);
}

/* (transfer none) (nullable): what is ticked by activating @row. */
static GtkWidget *
find_check (GtkWidget *row)
{
  GtkWidget *check = ADW_IS_ACTION_ROW (row) ? adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) : NULL;

  return check != NULL && GTK_IS_CHECK_BUTTON (check) ? check : NULL;
}

static Said *
read_row (GtkWidget *row)
{
  Said *said = g_new0 (Said, 1);

  said->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  if (row == NULL)
    return said;
  if (CARE_IS_EDIT_ROW (row))
    said->text = care_edit_row_get_text (CARE_EDIT_ROW (row));
  else if (CARE_IS_CHOICE_ROW (row))
    said->text = g_strdup (care_choice_row_get_word (CARE_CHOICE_ROW (row)));
  else if (CARE_IS_REFERENCE_ROW (row))
    read_target (said, CARE_REFERENCE_ROW (row));
  else if (find_check (row) != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (row))))
    said->text = g_strdup ("ticked");
  return said;
}

/* One that names what is no longer there is left as it is. */
static void
write_target (CareReferenceRow *row, const Said *said, CareLibrary *library)
{
  const char *kind = said->target == NULL ? NULL : care_record_get_kind (said->target)->name;
  CareRecord *target
    = kind == NULL ? NULL : care_library_lookup_now (kind, care_record_get_id (said->target), library);

  if (said->drafts->len > 0 && target == NULL)
    care_reference_row_make (row, said->drafts);
  else if (target != NULL || said->target == NULL)
    care_reference_row_choose (row, target);
}

static void
write_row (GtkWidget *row, const Said *said, CareLibrary *library)
{
  if (CARE_IS_EDIT_ROW (row))
    care_edit_row_bring_back (CARE_EDIT_ROW (row), said->text);
  else if (CARE_IS_CHOICE_ROW (row))
    care_choice_row_choose (CARE_CHOICE_ROW (row), said->text);
  else if (CARE_IS_REFERENCE_ROW (row))
    write_target (CARE_REFERENCE_ROW (row), said, library);
  else if (find_check (row) != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (row)), said->text != NULL);
}

/* Of a form. */
typedef struct
{
  CareRecord *draft; /* that it is to put in, or NULL */
  GPtrArray *said;   /* with NULL for the rows that say what they said at first */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_object (&kept->draft);
  g_ptr_array_unref (kept->said);
  g_free (kept);
}

/* (transfer none): form -> Kept. */
static GHashTable *
get_all (CareLibrary *library)
{
  GHashTable *all = g_object_get_data (G_OBJECT (library), "care-unfinished");

  if (all == NULL)
    {
      all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
      g_object_set_data_full (G_OBJECT (library), "care-unfinished", all, (GDestroyNotify) g_hash_table_unref);
    }
  return all;
}

/* Whether it has been put in meanwhile. */
static gboolean
is_put_in (CareLibrary *library, CareRecord *draft)
{
  return draft != NULL
         && care_library_lookup_now (care_record_get_kind (draft)->name, care_record_get_id (draft), library) != NULL;
}

/**
 * care_unfinished_read:
 * @rows: (element-type GtkWidget): of a form, with NULL where there is none
 *
 * Returns: (transfer full): what they say, for care_unfinished_keep().
 */
GPtrArray *
care_unfinished_read (GPtrArray *rows)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (said_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (all, read_row (g_ptr_array_index (rows, i)));
  return all;
}

/**
 * care_unfinished_write:
 * @said: as of care_unfinished_read()
 * @rows: as of care_unfinished_read()
 * @library: that the form is about
 *
 * Has @rows say it again, as if a person had typed and chosen it.
 */
void
care_unfinished_write (GPtrArray *said, GPtrArray *rows, CareLibrary *library)
{
  for (guint i = 0; i < said->len && i < rows->len; i++)
    if (g_ptr_array_index (said, i) != NULL && g_ptr_array_index (rows, i) != NULL)
      write_row (g_ptr_array_index (rows, i), g_ptr_array_index (said, i), library);
}

/* (transfer full) (nullable): what @rows say that they did not say at first. */
static GPtrArray *
read_changed (GPtrArray *rows, GPtrArray *at_first)
{
  GPtrArray *now = care_unfinished_read (rows);
  gboolean is_any = FALSE;

  for (guint i = 0; i < now->len; i++)
    {
      const Said *said = g_ptr_array_index (now, i);
      const Said *before = g_ptr_array_index (at_first, i);

      if (g_strcmp0 (said->text, before->text) == 0)
        said_free (g_steal_pointer (&g_ptr_array_index (now, i)));
      else
        is_any = TRUE;
    }
  if (!is_any)
    g_clear_pointer (&now, g_ptr_array_unref);
  return now;
}

/**
 * care_unfinished_keep:
 * @library: that the form is about
 * @form: what tells it from every other, such as "position"
 * @draft: (nullable): what it is to put in; once that is in @library, nothing is kept
 * @rows: as of care_unfinished_read()
 * @at_first: what they said when the form was opened
 *
 * Keeps what a person has changed in them, in place of what was kept before.
 *
 * Returns: whether that was anything.
 */
gboolean
care_unfinished_keep (CareLibrary *library, const char *form, CareRecord *draft, GPtrArray *rows, GPtrArray *at_first)
{
  GPtrArray *said = read_changed (rows, at_first);
  Kept *kept;

  care_unfinished_forget (library, form);
  if (said == NULL)
    return FALSE;
  kept = g_new0 (Kept, 1);
  g_set_object (&kept->draft, draft);
  kept->said = said;
  g_hash_table_insert (get_all (library), g_strdup (form), kept);
  return TRUE;
}

/**
 * care_unfinished_bring_back:
 * @library: that the form is about
 * @form: as of care_unfinished_keep()
 * @rows: as of care_unfinished_read()
 *
 * Puts into @rows what was kept of them.
 *
 * Returns: whether there was anything.
 */
gboolean
care_unfinished_bring_back (CareLibrary *library, const char *form, GPtrArray *rows)
{
  const Kept *kept = g_hash_table_lookup (get_all (library), form);

  if (kept == NULL || is_put_in (library, kept->draft))
    return FALSE;
  care_unfinished_write (kept->said, rows, library);
  return TRUE;
}

/**
 * care_unfinished_forget:
 * @library: that the form is about
 * @form: as of care_unfinished_keep()
 *
 * The form is done, or begun anew.
 */
void
care_unfinished_forget (CareLibrary *library, const char *form)
{
  g_hash_table_remove (get_all (library), form);
}
