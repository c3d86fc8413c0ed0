/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-order.h"

#include "care-date.h"
#include "care-sort-key.h"

#include <glib/gi18n.h>
#include <string.h>

enum
{
  GROUP_FIRST,
  GROUP_OTHER,  /* what cannot be told beside the first: people beside pounds */
  GROUP_ABSENT, /* it is said that there is none */
  GROUP_NONE,   /* nothing is said */
};

static const CareOrder briefing_orders[] = {
  { "title", N_("Title"), NULL, NULL, NULL, CARE_FIELD_TEXT },
  { "stage", N_("Stage"), "status", NULL, NULL, CARE_FIELD_CHOICE },
  { "published", N_("Date Published"), "published", NULL, NULL, CARE_FIELD_DATE },
};

static const CareOrder position_orders[] = {
  { "party", N_("Party or Body"), NULL, NULL, NULL, CARE_FIELD_REFERENCE },
  { "title", N_("Title"), "title", NULL, NULL, CARE_FIELD_TEXT },
  { "theme", N_("Theme"), "theme", NULL, NULL, CARE_FIELD_REFERENCE },
  { "currency", N_("Currency"), "currency", NULL, NULL, CARE_FIELD_CHOICE },
};

/* By what a column shows that few put anything in the order of. */
#define COLUMN(field, label, type) { field, label, field, NULL, NULL, CARE_FIELD_##type, TRUE }

static const CareOrder figure_orders[] = {
  { "title", N_("Name"), NULL, NULL, NULL, CARE_FIELD_TEXT },
  { "amount", N_("Amount"), "value", NULL, NULL, CARE_FIELD_QUANTITY },
  { "party", N_("Party or Body"), "actor", NULL, NULL, CARE_FIELD_REFERENCE },
  { "period", N_("Period"), "period", NULL, NULL, CARE_FIELD_DATE },
  { "standing", N_("Standing"), "standing", NULL, NULL, CARE_FIELD_CHOICE },
  COLUMN ("flow", N_("Flow Kind"), CHOICE),
  COLUMN ("period_basis", N_("Period Basis"), CHOICE),
  COLUMN ("newness", N_("Newness"), CHOICE),
  COLUMN ("newness_share", N_("Share"), CHOICE),
  COLUMN ("place", N_("Extent"), REFERENCE),
  COLUMN ("estimator", N_("Estimator"), REFERENCE),
  COLUMN ("reporter", N_("Reporter"), REFERENCE),
  COLUMN ("price_basis", N_("Price Basis"), CHOICE),
  COLUMN ("price_year", N_("Price Year"), TEXT),
  COLUMN ("recurrence", N_("Recurrence"), CHOICE),
  COLUMN ("counts", N_("What It Counts"), TEXT),
  COLUMN ("base", N_("Percentage Of"), TEXT),
  COLUMN ("period_words", N_("Period as Stated"), TEXT),
  COLUMN ("newness_words", N_("Newness as Stated"), TEXT),
  COLUMN ("reporting_body", N_("Reporting Body"), REFERENCE),
  COLUMN ("fund", N_("Fund"), REFERENCE),
  COLUMN ("pledge", N_("Pledge"), REFERENCE),
  COLUMN ("as_stated", N_("As Stated"), TEXT),
  COLUMN ("note", N_("Note"), TEXT),
};

static const CareOrder pledge_orders[] = {
  { "date", N_("Deadline or Date"), NULL, NULL, NULL, CARE_FIELD_DATE },
  { "made", N_("Date Made"), "made", "happened", NULL, CARE_FIELD_DATE },
  { "title", N_("Title"), "title", "title", NULL, CARE_FIELD_TEXT },
  { "party", N_("Party or Body"), "actor", "actor", NULL, CARE_FIELD_REFERENCE },
  { "verdict", N_("Verdict"), "delivery", NULL, "verdict", CARE_FIELD_CHOICE },
};

static const CareOrder source_orders[] = {
  { "title", N_("Title"), NULL, NULL, NULL, CARE_FIELD_TEXT },
  { "published", N_("Date Published"), "published", NULL, NULL, CARE_FIELD_DATE },
  { "creator", N_("Creator"), "creator", NULL, NULL, CARE_FIELD_REFERENCE },
  { "kind", N_("Kind"), "kind", NULL, NULL, CARE_FIELD_CHOICE },
};

static const struct
{
  const char *kind;
  const CareOrder *orders;
  guint n_orders;
} lists[] = {
  { "briefing", briefing_orders, G_N_ELEMENTS (briefing_orders) },
  { "position", position_orders, G_N_ELEMENTS (position_orders) },
  { "figure", figure_orders, G_N_ELEMENTS (figure_orders) },
  { "pledge", pledge_orders, G_N_ELEMENTS (pledge_orders) },
  { "source", source_orders, G_N_ELEMENTS (source_orders) },
};

/**
 * care_order_list:
 * @kind: the kind that a list is of, or the first of several
 * @n_orders: (out): how many there are
 *
 * Returns: (transfer none) (nullable) (array length=n_orders): the orders that it can be
 *   put in, of which the first is its own.
 */
const CareOrder *
care_order_list (const char *kind, guint *n_orders)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].kind, kind) == 0)
      {
        *n_orders = lists[i].n_orders;
        return lists[i].orders;
      }
  *n_orders = 0;
  return NULL;
}

/**
 * care_order_find:
 * @kind: the kind that a list is of
 * @field: the name of a field of it
 *
 * Returns: (transfer none) (nullable): the order by that field. By the title that is the list's own.
 */
const CareOrder *
care_order_find (const char *kind, const char *field)
{
  gboolean title = care_kind_field (care_kind_find (kind), field)->flags & CARE_FIELD_IS_TITLE;
  guint n_orders;
  const CareOrder *orders = care_order_list (kind, &n_orders);

  for (guint i = 0; i < n_orders; i++)
    if (title ? orders[i].field == NULL : g_strcmp0 (orders[i].field, field) == 0)
      return &orders[i];
  return NULL;
}

/**
 * care_order_field:
 * @self: an order
 * @kind: a kind of the list
 *
 * Returns: (transfer none) (nullable): what records of @kind have their place by, which is a
 *   field of #CareOrder.child where there is one; or %NULL where they have none.
 */
const CareField *
care_order_field (const CareOrder *self, const CareKind *kind)
{
  gboolean event = strcmp (kind->name, "event") == 0;
  const char *field = event ? self->field_of_event : self->field;

  if (field == NULL)
    return NULL;
  return care_kind_field (self->child != NULL ? care_kind_find (self->child) : kind, field);
}

/**
 * care_order_begins_descending:
 * @self: an order
 *
 * Returns: in which direction it is most often wanted: the largest sum, and what is newest, first.
 */
gboolean
care_order_begins_descending (const CareOrder *self)
{
  return self->field != NULL && (self->type == CARE_FIELD_QUANTITY || self->type == CARE_FIELD_DATE);
}

/**
 * care_order_direction:
 * @self: an order
 * @descending: one of its directions
 *
 * Returns: (transfer none): what that is called, in header capitals and translated:
 *   "Largest First".
 */
const char *
care_order_direction (const CareOrder *self, gboolean descending)
{
  switch (self->type)
    {
    case CARE_FIELD_TEXT:
      return descending ? _ ("Z to A") : _ ("A to Z");
    case CARE_FIELD_DATE:
      return descending ? _ ("Latest First") : _ ("Earliest First");
    case CARE_FIELD_QUANTITY:
      return descending ? _ ("Largest First") : _ ("Smallest First");
    default:
      return descending ? _ ("In Reverse") : _ ("In Order");
    }
}

/**
 * care_order_describe:
 * @self: an order
 * @descending: one of its directions
 *
 * Returns: (transfer full): both in words, in header capitals: "Amount, Largest First".
 */
char *
care_order_describe (const CareOrder *self, gboolean descending)
{
  /* Translators: an order and its direction: "Amount, Largest First". */
  return g_strdup_printf (_ ("%s, %s"), _ (self->label), care_order_direction (self, descending));
}

/* The stored form, whose first number is the lower one: "38e8 GBP", ">=4e9 GBP",
 * "4e9..6e9 GBP", "not-found GBP". */
static void
read_quantity (const char *value, CareOrderKey *key, char **text)
{
  const char *number = value + strspn (value, "~<>=");
  const char *unit = strchr (value, ' ');

  key->group = GROUP_ABSENT;
  if (!g_ascii_isdigit (*number) && *number != '-')
    return;
  key->number = g_ascii_strtod (number, NULL);
  key->group = g_strcmp0 (unit, " GBP") == 0 ? GROUP_FIRST : GROUP_OTHER;
  if (key->group == GROUP_OTHER)
    *text = g_strdup (unit != NULL ? unit : "");
}

/* As care_date_compare() has them. */
static void
read_date (const char *value, CareOrderKey *key)
{
  g_autoptr (CareDate) date = care_date_from_edtf (value, NULL);

  if (date == NULL)
    return;
  key->group = care_date_get_precision (date) == CARE_DATE_NO_YEAR ? GROUP_OTHER : GROUP_FIRST;
  /* 0, an open end, wraps to the largest. */
  key->number = care_date_get_earliest (date) * 0x1p32 + (guint32) (care_date_get_latest (date) - 1);
}

static void
read_choice (const CareVocabulary *vocabulary, const char *value, CareOrderKey *key)
{
  const CareTerm *term = care_vocabulary_find (vocabulary, value);

  if (term == NULL)
    return;
  key->group = GROUP_FIRST;
  key->number = (double) (term - vocabulary->terms);
}

/**
 * care_order_read_key:
 * @field: (nullable): a field of any type but a reference; or that to which a reference leads
 * @value: (nullable): what it holds, as kept
 * @key: (out caller-allocates): the place that this gives, without its text
 * @text: (out) (transfer full) (nullable): its text
 *
 * Finds a record its place. The text is left to the caller, as many records have the same.
 */
void
care_order_read_key (const CareField *field, const char *value, CareOrderKey *key, char **text)
{
  *key = (CareOrderKey) { GROUP_NONE, NULL, 0 };
  *text = NULL;
  if (field == NULL || value == NULL)
    return;
  switch (field->type)
    {
    case CARE_FIELD_QUANTITY:
      read_quantity (value, key, text);
      break;
    case CARE_FIELD_DATE:
      read_date (value, key);
      break;
    case CARE_FIELD_CHOICE:
      read_choice (field->vocabulary, value, key);
      break;
    default:
      key->group = GROUP_FIRST;
      *text = care_sort_key_for_text (value);
    }
}

/**
 * care_order_compare:
 * @a: the key of a record
 * @b: that of another, by the same field
 * @descending: in which direction
 *
 * Returns: negative, 0 or positive.
 */
int
care_order_compare (const CareOrderKey *a, const CareOrderKey *b, gboolean descending)
{
  int order;

  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  order = a->text == b->text ? 0 : g_strcmp0 (a->text, b->text);
  if (order == 0)
    order = (a->number > b->number) - (a->number < b->number);
  return descending ? -order : order;
}
