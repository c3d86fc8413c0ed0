/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-make-edition-dialog.h"

#include "care-clock.h"
#include "care-edition-contents.h"
#include "care-edition-pages.h"
#include "care-edition-plan.h"
#include "care-must-fix.h"
#include "care-notice.h"
#include "care-radio.h"
#include "care-tell.h"
#include "care-unfinished.h"

#include <glib/gi18n.h>

/* What takes less is not told of. */
#define TELL_MS 500

struct _CareMakeEditionDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  CareNotice *notice;
  CareRadio *significant;
  CareRadio *minor;
  GtkEntry *note;
  GtkLabel *effect;

  CareLibrary *library;
  CareRecord *briefing;
  GCancellable *looking; /* for what must be fixed, or NULL */
  guint telling;         /* source id: that it is looked for */
  int number; /* of the edition that is being made */
  gboolean has_pages; /* the one that is being made */
  char *kept_as;      /* what was typed in it, until the edition is made; or NULL */
};

G_DEFINE_FINAL_TYPE (CareMakeEditionDialog, care_make_edition_dialog, ADW_TYPE_WINDOW)

/* What a choice does to the dates of the briefing. */
static const char *
explain_choice (CareRecord *briefing, gboolean significant)
{
  const char *field = care_edition_date_field (briefing, significant);

  if (g_str_equal (field, "published"))
    return _ ("The briefing’s date of publication becomes today, as it has none yet.");
  if (significant)
    return _ ("The briefing’s date of last significant amendment becomes today.");
  return _ ("Only the briefing’s date of last minor correction becomes today.");
}

/* Says which date of the briefing becomes today's. */
static void
show_effect (CareMakeEditionDialog *self)
{
  const char *name = care_edition_date_field (self->briefing, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->significant)));
  const CareField *field = care_kind_field (care_record_get_kind (self->briefing), name);
  g_autoptr (CareDate) today = care_date_from_day (care_clock_today ());
  g_autofree char *day = care_date_format (today, CARE_DATE_HOUSE);
  g_autofree char *effect = g_strdup_printf (_ ("“%s” becomes %s."), _ (field->label), day);

  gtk_label_set_text (self->effect, effect);
}

static int
find_number (CareMakeEditionDialog *self)
{
  g_autoptr (GPtrArray) editions = care_edition_list (self->library, self->briefing);

  return care_edition_next_number (editions);
}

/* "Edition 2", the one that is to be made. */
static void
show_title (CareMakeEditionDialog *self)
{
  g_autofree char *title = g_strdup_printf (_ ("Edition %d"), find_number (self));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, care_record_get_title (self->briefing));
}

/* What did not fit its pages, say, has no PDF, and a person is to know that it is not kept. */
static char *
format_made (CareMakeEditionDialog *self, const char *title)
{
  return g_strdup_printf (self->has_pages ? _ ("Made edition %d of “%s”")
                                          : _ ("Made edition %d of “%s”, but its pages cannot be kept as PDF"),
                          self->number, title);
}

static void
tell_made (CareMakeEditionDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *rest = format_made (self, "");
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (parent == NULL)
    return;
  title = care_tell_shorten (GTK_WIDGET (parent), care_record_get_title (self->briefing), rest);
  message = format_made (self, title);
  care_tell_done (parent, message);
}

static void
made (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareMakeEditionDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  if (sentence != NULL || care_library_get_trouble (CARE_LIBRARY (library)) != NULL)
    {
      care_unfinished_forget (CARE_LIBRARY (library), self->kept_as);
      g_clear_pointer (&self->kept_as, g_free);
    }
  /* It may have been closed meanwhile. */
  if (self->library == NULL)
    return;
  if (sentence != NULL)
    {
      tell_made (self);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (care_library_get_trouble (self->library) != NULL)
    {
      /* It is held, and not to be made a second time. */
      care_tell_refused (gtk_window_get_transient_for (GTK_WINDOW (self)), _ ("The Edition Is Not Saved Yet"), error);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    care_notice_show (self->notice, error->message, NULL);
}

/* Goes to the first problem of the briefing, from whichever window the dialog belongs to. */
static void
show_problems (CareMakeEditionDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  CareId id = care_record_get_id (self->briefing);

  /* It lives until its button has been told of, longer than the window that it belongs to. */
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_window_close (GTK_WINDOW (self));
  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    {
      GtkWindow *above = gtk_window_get_transient_for (window);

      gtk_window_close (window);
      window = above;
    }
  if (window == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-record", "(sx)", "briefing", id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-problem", NULL);
}

static gboolean
has_pages (CareAct *act)
{
  const CareStep *first = g_ptr_array_index (care_act_get_steps (act), 0);

  return care_edition_pages_has (first->record);
}

static void
make (GObject *object)
{
  CareMakeEditionDialog *self = CARE_MAKE_EDITION_DIALOG (object);
  CareEditionDraft draft = {
    .significant = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->significant)),
    .made = care_clock_today (),
    .note = gtk_editable_get_text (GTK_EDITABLE (self->note)),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (self->library == NULL)
    return;
  self->number = find_number (self);
  act = care_edition_plan (self->library, self->briefing, &draft, care_edition_contents_write, care_edition_pages_write, &error);
  self->has_pages = act != NULL && has_pages (act);
  if (act == NULL)
    care_notice_show (self->notice, error->message, NULL);
  else
    care_library_apply_async (self->library, act, made, g_object_ref (self));
}

static void
stop_looking (CareMakeEditionDialog *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->telling, g_source_remove);
}

/* What is wrong would be kept for ever. */
static void
must_fix_found (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareMakeEditionDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = care_must_fix_find_finish (result, NULL, &error);
  g_autofree char *message = NULL;

  /* Closed meanwhile. */
  if (self->looking == NULL)
    return;
  stop_looking (self);
  care_notice_hide (self->notice);
  if (findings != NULL && findings->len == 0)
    {
      care_library_when_readable (self->library, make, G_OBJECT (self));
      return;
    }
  if (findings != NULL)
    message = g_strdup_printf (ngettext ("%u problem must be fixed before an edition is made",
                                         "%u problems must be fixed before an edition is made", findings->len),
                               findings->len);
  care_notice_show (self->notice, findings == NULL ? error->message : message, findings == NULL ? NULL : _ ("Show"));
}

/* It takes long, in a library of very many records; who closes the dialog ends it. */
static gboolean
tell_looking (gpointer data)
{
  CareMakeEditionDialog *self = data;

  self->telling = 0;
  care_notice_show (self->notice, _ ("Checking the briefing…"), NULL);
  return G_SOURCE_REMOVE;
}

static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareMakeEditionDialog *self = CARE_MAKE_EDITION_DIALOG (widget);

  if (self->looking != NULL)
    return;
  self->looking = g_cancellable_new ();
  self->telling = g_timeout_add (TELL_MS, tell_looking, self);
  care_must_fix_find_async (self->library, care_record_get_id (self->briefing), self->looking, must_fix_found,
                            g_object_ref (self));
}

/* What was typed is there when it is opened again. */
static void
keep (GtkWidget *widget)
{
  CareMakeEditionDialog *self = CARE_MAKE_EDITION_DIALOG (widget);

  if (self->library != NULL && self->kept_as != NULL)
    care_unfinished_keep_text (self->library, self->kept_as, gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
care_make_edition_dialog_dispose (GObject *object)
{
  CareMakeEditionDialog *self = CARE_MAKE_EDITION_DIALOG (object);

  stop_looking (self);
  keep (GTK_WIDGET (self));
  g_clear_object (&self->library);
  g_clear_object (&self->briefing);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_MAKE_EDITION_DIALOG);
  G_OBJECT_CLASS (care_make_edition_dialog_parent_class)->dispose (object);
}

static void
care_make_edition_dialog_finalize (GObject *object)
{
  g_free (CARE_MAKE_EDITION_DIALOG (object)->kept_as);
  G_OBJECT_CLASS (care_make_edition_dialog_parent_class)->finalize (object);
}

static void
care_make_edition_dialog_class_init (CareMakeEditionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_make_edition_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_make_edition_dialog_finalize;
  g_type_ensure (CARE_TYPE_RADIO);
  g_type_ensure (CARE_TYPE_NOTICE);
  gtk_widget_class_install_action (widget_class, "edition.make", NULL, make_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/CareBrief/ui/care-make-edition-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CareMakeEditionDialog, title);
  gtk_widget_class_bind_template_child (widget_class, CareMakeEditionDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, CareMakeEditionDialog, significant);
  gtk_widget_class_bind_template_child (widget_class, CareMakeEditionDialog, minor);
  gtk_widget_class_bind_template_child (widget_class, CareMakeEditionDialog, note);
  gtk_widget_class_bind_template_child (widget_class, CareMakeEditionDialog, effect);
  gtk_widget_class_bind_template_callback (widget_class, show_effect);
  gtk_widget_class_bind_template_callback (widget_class, show_problems);
}

/* What was typed in it before goes on. */
static void
bring_back (CareMakeEditionDialog *self)
{
  const char *before;

  self->kept_as = g_strdup_printf ("edition:%" G_GINT64_FORMAT, care_record_get_id (self->briefing));
  before = care_unfinished_get_text (self->library, self->kept_as);
  if (before != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->note), before);
}

static void
care_make_edition_dialog_init (CareMakeEditionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
  care_unfinished_keep_in_pauses (GTK_WIDGET (self), keep);
}

/**
 * care_make_edition_dialog_new:
 * @parent: the window that it belongs to
 * @library: a library that can be written
 * @briefing: a briefing of it, whatever was typed having been saved
 *
 * Returns: (transfer none): a dialog that makes an edition of @briefing, if that
 *   is confirmed; GTK holds it until it is closed.
 */
GtkWidget *
care_make_edition_dialog_new (GtkWindow *parent, CareLibrary *library, CareRecord *briefing)
{
  CareMakeEditionDialog *self
    = g_object_new (CARE_TYPE_MAKE_EDITION_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  gboolean first = care_record_get (briefing, "published") == NULL;

  self->library = g_object_ref (library);
  self->briefing = g_object_ref (briefing);
  bring_back (self);
  show_title (self);
  care_radio_set_meaning (self->significant, explain_choice (briefing, TRUE));
  care_radio_set_meaning (self->minor, explain_choice (briefing, FALSE));
  /* Later ones seldom are, and what is called significant is told to readers. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first ? self->significant : self->minor), TRUE);
  show_effect (self);
  return GTK_WIDGET (self);
}
