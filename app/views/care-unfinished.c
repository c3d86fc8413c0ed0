/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-unfinished.h"

#include "care-choice-row.h"
#include "care-edit-row.h"
#include "care-reference-row.h"
#include "care-unfinished-private.h"

CareSaid *
care_said_new (const char *of)
{
  CareSaid *said = g_new0 (CareSaid, 1);

  said->of = g_strdup (of);
  said->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  return said;
}

void
care_said_free (gpointer data)
{
  CareSaid *said = data;

  if (said == NULL)
    return;
  g_free (said->of);
  g_free (said->text);
  g_clear_object (&said->target);
  g_ptr_array_unref (said->drafts);
  g_free (said);
}

/* Takes @said. */
CareKept *
care_kept_new (CareRecord *draft, GPtrArray *said)
{
  CareKept *kept = g_new0 (CareKept, 1);

  g_set_object (&kept->draft, draft);
  kept->said = said;
  return kept;
}

void
care_kept_free (gpointer data)
{
  CareKept *kept = data;

  g_clear_object (&kept->draft);
  g_ptr_array_unref (kept->said);
  g_free (kept);
}

static void
read_target (CareSaid *said, CareReferenceRow *row)
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

/* The field that it asks for, or what sort of row it is. */
static const char *
name_row (GtkWidget *row)
{
  const CareField *field = row == NULL ? NULL : g_object_get_data (G_OBJECT (row), "care-field");

  return field != NULL ? field->name : row != NULL ? G_OBJECT_TYPE_NAME (row) : "";
}

static CareSaid *
read_row (GtkWidget *row)
{
  CareSaid *said = care_said_new (name_row (row));

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
write_target (CareReferenceRow *row, const CareSaid *said, CareLibrary *library)
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
write_row (GtkWidget *row, const CareSaid *said, CareLibrary *library)
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

/* What is kept of the forms of a library. */
typedef struct
{
  GHashTable *forms; /* form -> CareKept */
  char *path;        /* of the file that has it, too */
} Unfinished;

static void
unfinished_free (gpointer data)
{
  Unfinished *self = data;

  g_hash_table_unref (self->forms);
  g_free (self->path);
  g_free (self);
}

/* (transfer none) */
static Unfinished *
get_unfinished (CareLibrary *library)
{
  Unfinished *self = g_object_get_data (G_OBJECT (library), "care-unfinished");

  if (self == NULL)
    {
      self = g_new0 (Unfinished, 1);
      self->path = care_unfinished_find_path (library);
      self->forms = care_unfinished_load (self->path);
      g_object_set_data_full (G_OBJECT (library), "care-unfinished", self, unfinished_free);
    }
  return self;
}

/* Takes @kept. */
static void
put (CareLibrary *library, const char *form, CareKept *kept)
{
  Unfinished *self = get_unfinished (library);

  g_hash_table_insert (self->forms, g_strdup (form), kept);
  care_unfinished_save (self->path, library, self->forms);
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
  GPtrArray *all = g_ptr_array_new_with_free_func (care_said_free);

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
 * Has @rows say it again, as if a person had typed and chosen it. A row that asks for
 * something else by now stays as it is.
 */
void
care_unfinished_write (GPtrArray *said, GPtrArray *rows, CareLibrary *library)
{
  for (guint i = 0; i < said->len && i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      const CareSaid *of_row = g_ptr_array_index (said, i);

      if (of_row != NULL && row != NULL && g_str_equal (of_row->of, name_row (row)))
        write_row (row, of_row, library);
    }
}

/* (transfer full) (nullable): what @rows say that they did not say at first. */
static GPtrArray *
read_changed (GPtrArray *rows, GPtrArray *at_first)
{
  GPtrArray *now = care_unfinished_read (rows);
  gboolean is_any = FALSE;

  for (guint i = 0; i < now->len; i++)
    {
      const CareSaid *said = g_ptr_array_index (now, i);
      const CareSaid *before = g_ptr_array_index (at_first, i);

      if (g_strcmp0 (said->text, before->text) == 0)
        care_said_free (g_steal_pointer (&g_ptr_array_index (now, i)));
      else
        is_any = TRUE;
    }
  if (!is_any)
    g_clear_pointer (&now, g_ptr_array_unref);
  return now;
}

static CareId
id_of (CareRecord *draft)
{
  return draft == NULL ? 0 : care_record_get_id (draft);
}

/* Whether that is what is kept of @form already. */
static gboolean
is_kept (CareLibrary *library, const char *form, CareRecord *draft, GPtrArray *said)
{
  const CareKept *kept = g_hash_table_lookup (get_unfinished (library)->forms, form);

  if (kept == NULL || kept->said->len != said->len || id_of (kept->draft) != id_of (draft))
    return FALSE;
  for (guint i = 0; i < said->len; i++)
    {
      const CareSaid *now = g_ptr_array_index (said, i);
      const CareSaid *before = g_ptr_array_index (kept->said, i);

      if ((now == NULL) != (before == NULL) || (now != NULL && g_strcmp0 (now->text, before->text) != 0))
        return FALSE;
    }
  return TRUE;
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
  g_autoptr (GPtrArray) said = read_changed (rows, at_first);

  if (said == NULL)
    care_unfinished_forget (library, form);
  else if (!is_kept (library, form, draft, said))
    put (library, form, care_kept_new (draft, g_ptr_array_ref (said)));
  return said != NULL;
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
  const CareKept *kept = g_hash_table_lookup (get_unfinished (library)->forms, form);

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
  Unfinished *self = get_unfinished (library);

  if (g_hash_table_remove (self->forms, form))
    care_unfinished_save (self->path, library, self->forms);
}

/**
 * care_unfinished_keep_text:
 * @library: that the form is about
 * @form: what tells it from every other; it asks for one text
 * @text: (nullable): what was typed; empty where nothing was
 *
 * Keeps it, in place of what was kept before.
 */
void
care_unfinished_keep_text (CareLibrary *library, const char *form, const char *text)
{
  GPtrArray *said;
  CareSaid *only;

  if (text == NULL || text[0] == '\0')
    {
      care_unfinished_forget (library, form);
      return;
    }
  if (g_strcmp0 (care_unfinished_get_text (library, form), text) == 0)
    return;
  said = g_ptr_array_new_with_free_func (care_said_free);
  only = care_said_new ("text");
  only->text = g_strdup (text);
  g_ptr_array_add (said, only);
  put (library, form, care_kept_new (NULL, said));
}

/**
 * care_unfinished_get_text:
 * @library: that the form is about
 * @form: as of care_unfinished_keep_text()
 *
 * Returns: (transfer none) (nullable): what was kept of it.
 */
const char *
care_unfinished_get_text (CareLibrary *library, const char *form)
{
  const CareKept *kept = g_hash_table_lookup (get_unfinished (library)->forms, form);
  const CareSaid *only = kept == NULL || kept->said->len != 1 ? NULL : g_ptr_array_index (kept->said, 0);

  return only == NULL ? NULL : only->text;
}
