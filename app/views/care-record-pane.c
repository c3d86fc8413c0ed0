/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-record-pane.h"

#include "care-choice-row.h"
#include "care-describe.h"
#include "care-prose-row.h"
#include "care-record-history-window.h"
#include "care-stop.h"
#include "care-typed.h"
#include "care-value-row.h"

#include <glib/gi18n.h>

/* A record such as a source may be used hundreds of times; a pane is read, not searched. */
#define MAX_LINKS 50

struct _CareRecordPane
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *groups; /* box of AdwPreferencesGroup, made anew for each record */
  GtkWidget *back;
  GtkWidget *kind_label;
  GtkWidget *title_label;

  CareLibrary *library;
  CareRecord *record;
  CareRecord *waiting; /* to be shown once it can be read */
  GPtrArray *history;  /* records to go back to */
  GPtrArray *fields;   /* a row, or NULL, for each field of the record */
  GPtrArray *users;    /* what refers to the record, as shown */
  GHashTable *links;   /* record -> AdwActionRow that names it */
  CareAct *typing;     /* the last act of the field that is typed in, or NULL */
  GtkWidget *typed;    /* that field */
  guint run;           /* of care_edit_row_get_run() that it is of */
};

G_DEFINE_FINAL_TYPE (CareRecordPane, care_record_pane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a person reads and edits for a value. A date that would not read back as
 * itself is shown as EDTF, so that leaving it alone never changes it. */
static char *
editable_text (const CareField *field, const char *value)
{
  g_autofree char *words = care_field_format (field, value);

  if (value == NULL || (field->type != CARE_FIELD_DATE && field->type != CARE_FIELD_QUANTITY))
    return g_strdup (value != NULL ? value : "");
  {
    g_autofree char *again = care_field_canonical (field, words, NULL);
    return g_strcmp0 (again, value) == 0 ? g_steal_pointer (&words) : g_strdup (value);
  }
}

typedef struct
{
  CareRecordPane *pane;
  GtkWidget *row;
} Asking;

static void load_field (CareRecordPane *self, guint index);

/* What was typed stays where it is refused for good, and can be mended or taken back. */
static void
refuse_field (CareRecordPane *self, CareEditRow *row, const GError *error)
{
  const CareField *field = g_object_get_data (G_OBJECT (row), "care-field");
  g_autofree char *text
    = editable_text (field, care_library_get_latest (self->library, self->record, field->name));

  care_edit_row_refuse (row, text, error->message);
}

/* What was typed is shown as what it has become. What the disk refuses, the window
 * tells; anything else is told in passing where its field cannot tell it. */
static void
committed (GObject *library, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  g_autoptr (CareRecordPane) self = asking->pane;
  g_autoptr (GtkWidget) row = asking->row;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);
  gboolean is_refused = sentence == NULL && care_library_get_trouble (CARE_LIBRARY (library)) == NULL;
  gboolean is_shown;
  guint index;

  g_free (asking);
  is_shown = self->fields != NULL && g_ptr_array_find (self->fields, row, &index);
  if (is_refused && is_shown && CARE_IS_EDIT_ROW (row))
    {
      refuse_field (self, CARE_EDIT_ROW (row), error);
      return;
    }
  if (is_shown)
    load_field (self, index);
  if (is_refused)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static void
forget_typing (CareRecordPane *self)
{
  g_clear_pointer (&self->typing, care_act_unref);
  self->typed = NULL;
}

/* However often it is saved, what is typed in one field and in one go is one act. */
static void
go_on (CareRecordPane *self, GtkWidget *row, CareAct *act)
{
  guint run = CARE_IS_EDIT_ROW (row) ? care_edit_row_get_run (CARE_EDIT_ROW (row)) : 0;

  if (self->typed != row)
    forget_typing (self);
  care_act_continue (act, run != 0 && run == self->run ? self->typing : NULL);
  g_clear_pointer (&self->typing, care_act_unref);
  self->typing = care_act_ref (act);
  self->typed = row;
  self->run = run;
}

static gboolean
commit_field (GtkWidget *row, const char *text, gpointer data, GError **error)
{
  CareRecordPane *self = data;
  const CareField *field = g_object_get_data (G_OBJECT (row), "care-field");
  g_autofree char *sentence
    = g_strdup_printf (_ ("Change %s of “%s”"), _ (field->label), care_record_get_title (self->record));
  g_autoptr (CareAct) act = care_act_new (sentence);
  Asking *asking;

  if (!care_act_set (act, self->record, field->name, text, error))
    return FALSE;
  go_on (self, row, act);
  asking = g_new (Asking, 1);
  asking->pane = g_object_ref (self);
  asking->row = g_object_ref (row);
  care_library_apply_async (self->library, act, committed, asking);
  return TRUE;
}

static gboolean
commit_value (CareValueRow *row, const char *text, gpointer data, GError **error)
{
  return commit_field (GTK_WIDGET (row), text, data, error);
}

static gboolean
commit_prose (CareProseRow *row, const char *text, gpointer data, GError **error)
{
  return commit_field (GTK_WIDGET (row), text, data, error);
}

static gboolean
commit_choice (CareChoiceRow *row, const char *text, gpointer data, GError **error)
{
  return commit_field (GTK_WIDGET (row), text, data, error);
}

/* Puts @value into @row, unless a person is typing there: what says the same in other
 * words stays. */
static void
load_typed (CareEditRow *row, const CareField *field, const char *value)
{
  g_autofree char *typed = care_edit_row_get_text (row);
  g_autofree char *text = editable_text (field, value);
  g_autofree char *meant = care_field_canonical (field, typed, NULL);

  if (meant != NULL && g_str_equal (meant, value != NULL ? value : ""))
    care_edit_row_load_same (row, text);
  else
    care_edit_row_load (row, text);
}

/* Shows a field as it is, or is going to be. */
static void
load_field (CareRecordPane *self, guint index)
{
  const CareField *field = &care_record_get_kind (self->record)->fields[index];
  GtkWidget *row = g_ptr_array_index (self->fields, index);
  /* What is not saved yet is newer than what is recorded. */
  const char *value = care_library_get_latest (self->library, self->record, field->name);

  if (CARE_IS_EDIT_ROW (row))
    load_typed (CARE_EDIT_ROW (row), field, value);
  else if (row != NULL && CARE_IS_CHOICE_ROW (row))
    care_choice_row_load (CARE_CHOICE_ROW (row), value);
}

static void show_record (CareRecordPane *self, CareRecord *record);

static void
open_link (AdwActionRow *row, CareRecordPane *self)
{
  CareRecord *target = g_object_get_data (G_OBJECT (row), "care-record");

  g_ptr_array_add (self->history, g_object_ref (self->record));
  show_record (self, target);
}

static GtkWidget *
make_link (CareRecordPane *self, CareRecord *target, const char *caption)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *detail = care_describe_detail (self->library, target);
  const char *title = care_record_get_title (target);

  gtk_widget_set_size_request (row, 0, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), caption != NULL ? caption : title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption != NULL ? title : detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (arrow, "dim-label");
  if (caption != NULL)
    gtk_widget_add_css_class (row, "care-property");
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Open"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "care-record", g_object_ref (target), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (open_link), self);
  if (caption == NULL)
    g_hash_table_insert (self->links, g_object_ref (target), row);
  return row;
}

static void
field_edited (CareRecordPane *self, CareEditRow *row)
{
  if (self->library != NULL)
    care_typed_set (self->library, row, care_edit_row_get_state (row));
}

static GtkWidget *
make_field (CareRecordPane *self, const CareField *field)
{
  gboolean writable = care_library_is_writable (self->library);
  GtkWidget *row;

  switch (field->type)
    {
    case CARE_FIELD_PROSE:
      row = care_prose_row_new (_ (field->label));
      care_prose_row_set_commit (CARE_PROSE_ROW (row), commit_prose, self, NULL);
      care_prose_row_set_editable (CARE_PROSE_ROW (row), writable);
      break;
    case CARE_FIELD_CHOICE:
      row = care_choice_row_new (_ (field->label), field->vocabulary);
      care_choice_row_set_commit (CARE_CHOICE_ROW (row), commit_choice, self, NULL);
      care_choice_row_set_editable (CARE_CHOICE_ROW (row), writable);
      break;
    case CARE_FIELD_REFERENCE:
      {
        CareRecord *target = care_library_follow (self->library, self->record, field->name);
        return target == NULL ? NULL : make_link (self, target, _ (field->label));
      }
    case CARE_FIELD_TEXT:
    case CARE_FIELD_QUANTITY:
    case CARE_FIELD_DATE:
      row = care_value_row_new (_ (field->label));
      care_value_row_set_commit (CARE_VALUE_ROW (row), commit_value, self, NULL);
      care_value_row_set_editable (CARE_VALUE_ROW (row), writable);
      break;
    case CARE_FIELD_NUMBER:
    case CARE_FIELD_BYTES:
    default:
      return NULL;
    }
  if (CARE_IS_EDIT_ROW (row))
    g_signal_connect_object (row, "edited", G_CALLBACK (field_edited), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (row), "care-field", (gpointer) field);
  return row;
}

/* Other records that have to do with this one, perhaps dozens of them. */
static GtkWidget *
add_link_group (CareRecordPane *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->groups), care_stop_new (group));
  return group;
}

/* Fields that say something come first; the rest wait behind one row. */
static void
add_fields (CareRecordPane *self)
{
  const CareKind *kind = care_record_get_kind (self->record);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *rest = adw_expander_row_new ();
  guint n_rest = 0;

  gtk_box_append (GTK_BOX (self->groups), group);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rest), _ ("More Fields"));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      GtkWidget *row = make_field (self, field);

      g_ptr_array_add (self->fields, row);
      if (row == NULL)
        continue;
      load_field (self, i);
      if (care_library_get_latest (self->library, self->record, field->name) != NULL
          || (field->flags & CARE_FIELD_IS_REQUIRED))
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      else
        {
          adw_expander_row_add_row (ADW_EXPANDER_ROW (rest), row);
          n_rest++;
        }
    }
  if (n_rest > 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rest);
  else
    g_object_unref (g_object_ref_sink (rest));
}

/* What @user names besides the record shown. */
static CareRecord *
other_end (CareRecordPane *self, CareRecord *user)
{
  const CareKind *kind = care_record_get_kind (user);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      CareRecord *target
        = kind->fields[i].type == CARE_FIELD_REFERENCE
            ? care_library_follow (self->library, user, kind->fields[i].name) : NULL;

      if (target != NULL && target != self->record)
        return target;
    }
  return user;
}

/* A record that only links two others, such as the citation of a source or the
 * item of a box, is shown as the one at its other end. */
static CareRecord *
stands_for (CareRecordPane *self, CareRecord *user)
{
  static const char *const kinds[][2] = { { "citation", "source" }, { "contradiction_item", "contradiction" } };
  static const char *const items[] = { "party_line", "figure", "legislation", "source", "pledge", "event" };
  CareRecord *target = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && target == NULL; i++)
    if (care_record_is (user, kinds[i][0]))
      target = care_library_follow (self->library, user, kinds[i][1]);
  for (guint i = 0; care_record_is (user, "box_item") && i < G_N_ELEMENTS (items) && target == NULL; i++)
    target = care_library_follow (self->library, user, items[i]);
  if (target == self->record)
    return other_end (self, user);
  return target != NULL ? target : user;
}

static void
add_users (CareRecordPane *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  GtkWidget *used_in = NULL;

  g_clear_pointer (&self->users, g_ptr_array_unref);
  self->users = care_library_users (self->library, self->record);
  for (guint i = 0; i < self->users->len && i < MAX_LINKS; i++)
    {
      CareRecord *user = g_ptr_array_index (self->users, i);
      const CareKind *kind = care_record_get_kind (user);
      gboolean owned = care_record_belongs_to (user, self->record);
      GtkWidget *group = owned ? g_hash_table_lookup (groups, kind) : used_in;
      CareRecord *shown = stands_for (self, user);

      if (g_hash_table_contains (self->links, shown))
        continue;
      if (group == NULL)
        group = add_link_group (self, owned ? _ (kind->label_plural) : _ ("Used In"));
      if (owned)
        g_hash_table_insert (groups, (gpointer) kind, group);
      else
        used_in = group;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_link (self, shown, NULL));
    }
}

static void
show_title (CareRecordPane *self)
{
  gtk_label_set_text (GTK_LABEL (self->kind_label), _ (care_record_get_kind (self->record)->label));
  gtk_label_set_text (GTK_LABEL (self->title_label), care_record_get_title (self->record));
  gtk_widget_set_visible (self->back, self->history->len > 0);
}

/* A row may live on until what was typed in it is saved; what could not be kept goes
 * with it. */
static void
let_go (CareRecordPane *self, GtkWidget *row)
{
  if (row == NULL || !CARE_IS_EDIT_ROW (row))
    return;
  g_signal_handlers_disconnect_by_func (row, field_edited, self);
  care_typed_set (self->library, row, CARE_EDIT_KEPT);
}

static void
clear_groups (CareRecordPane *self)
{
  GtkWidget *child;

  forget_typing (self);
  for (guint i = 0; i < self->fields->len; i++)
    let_go (self, g_ptr_array_index (self->fields, i));
  g_ptr_array_set_size (self->fields, 0);
  g_hash_table_remove_all (self->links);
  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
}

/* The line of a link may tell of other records than the one it opens, such as the
 * deadline of a pledge. */
static void
refresh_links (CareRecordPane *self)
{
  GHashTableIter iter;
  gpointer target, link;

  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, &target, &link))
    {
      g_autofree char *detail = care_describe_detail (self->library, target);

      adw_preferences_row_set_title (link, care_record_get_title (target));
      adw_action_row_set_subtitle (link, detail);
    }
}

/* However many records an act has changed, the pane is brought up to date once. */
static void
refresh (CareRecordPane *self)
{
  show_title (self);
  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->fields, i);
      CareRecord *named = row == NULL ? NULL : g_object_get_data (G_OBJECT (row), "care-record");

      load_field (self, i);
      if (named != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), care_record_get_title (named));
    }
  refresh_links (self);
}

static void
show_waiting (GObject *object)
{
  CareRecordPane *self = CARE_RECORD_PANE (object);
  g_autoptr (CareRecord) record = g_steal_pointer (&self->waiting);

  if (record != NULL && self->library != NULL)
    show_record (self, care_library_find (self->library, care_record_get_kind (record)->name,
                                          care_record_get_id (record)));
}

/* Shows @record, or as soon as all that has to do with it can be read. */
static void
show_record (CareRecordPane *self, CareRecord *record)
{
  g_clear_object (&self->waiting);
  if (record != NULL && !care_library_can_read (self->library))
    {
      self->waiting = g_object_ref (record);
      care_library_when_readable (self->library, show_waiting, G_OBJECT (self));
      return;
    }
  if (gtk_widget_get_focus_child (self->groups) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  clear_groups (self);
  g_set_object (&self->record, record);
  gtk_widget_set_visible (self->scroller, record != NULL);
  if (record == NULL)
    return;
  show_title (self);
  add_fields (self);
  add_users (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

/**
 * care_record_pane_show:
 * @self: a record pane
 * @record: (nullable): the record to show, of the pane's library
 *
 * Shows another record, with none to go back to. What was typed and not yet committed in the one before
 * is committed first, as the focus leaves it.
 */
void
care_record_pane_show (CareRecordPane *self, CareRecord *record)
{
  g_ptr_array_set_size (self->history, 0);
  show_record (self, record);
}

/* A record that is no longer there cannot be shown, nor gone back to. */
static void
library_removed (CareRecordPane *self, CareRecord *record)
{
  for (guint i = self->history->len; i > 0; i--)
    if (g_ptr_array_index (self->history, i - 1) == record)
      g_ptr_array_remove_index (self->history, i - 1);
  if (self->record == record && !care_record_pane_back (self))
    show_record (self, NULL);
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < a->len && i < b->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return a->len == b->len;
}

/* What belongs to the record, or uses it, may have come or gone. */
static void
library_applied (CareRecordPane *self)
{
  g_autoptr (GPtrArray) users = NULL;

  if (self->record == NULL)
    return;
  users = care_library_users (self->library, self->record);
  if (is_same_list (users, self->users))
    refresh (self);
  else
    show_record (self, self->record);
}

/* What was typed, and held, is not going to be. */
static void
library_refused (CareRecordPane *self)
{
  if (self->record != NULL)
    refresh (self);
}

/**
 * care_record_pane_get_record:
 * @self: a record pane
 *
 * Returns: (transfer none) (nullable): the record shown.
 */
CareRecord *
care_record_pane_get_record (CareRecordPane *self)
{
  return self->record;
}

/**
 * care_record_pane_back:
 * @self: a record pane
 *
 * Returns: whether there was a record to go back to; it is shown then.
 */
gboolean
care_record_pane_back (CareRecordPane *self)
{
  g_autoptr (CareRecord) before = NULL;

  if (self->history->len == 0)
    return FALSE;
  before = g_ptr_array_steal_index (self->history, self->history->len - 1);
  show_record (self, before);
  return TRUE;
}

/**
 * care_record_pane_set_library:
 * @self: a record pane
 * @library: (nullable): where the records are kept
 *
 * Shows nothing until care_record_pane_show().
 */
void
care_record_pane_set_library (CareRecordPane *self, CareLibrary *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  care_record_pane_show (self, NULL);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "removed", G_CALLBACK (library_removed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "refused", G_CALLBACK (library_refused), self, G_CONNECT_SWAPPED);
    }
}

static void
history_clicked (CareRecordPane *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (care_record_history_window_new (window, self->library, self->record)));
}

static void
back_clicked (CareRecordPane *self)
{
  care_record_pane_back (self);
}

static void
care_record_pane_dispose (GObject *object)
{
  CareRecordPane *self = CARE_RECORD_PANE (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  forget_typing (self);
  g_clear_object (&self->library);
  g_clear_object (&self->waiting);
  g_clear_object (&self->record);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_RECORD_PANE);
  G_OBJECT_CLASS (care_record_pane_parent_class)->dispose (object);
}

static void
care_record_pane_class_init (CareRecordPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_record_pane_dispose;

  /**
   * CareRecordPane::shown:
   *
   * Another record is shown.
   */
  signals[SIGNAL_SHOWN]
    = g_signal_new ("shown", CARE_TYPE_RECORD_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/CareBrief/ui/care-record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, groups);
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, back);
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, kind_label);
  gtk_widget_class_bind_template_child (widget_class, CareRecordPane, title_label);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, history_clicked);
}

static void
care_record_pane_init (CareRecordPane *self)
{
  self->history = g_ptr_array_new_with_free_func (g_object_unref);
  self->fields = g_ptr_array_new ();
  self->links = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_record_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing.
 */
GtkWidget *
care_record_pane_new (void)
{
  return g_object_new (CARE_TYPE_RECORD_PANE, NULL);
}
