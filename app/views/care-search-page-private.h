/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-search-page.h"

#include "care-list.h"
#include "care-search-chips.h"

G_BEGIN_DECLS

struct _CareSearchPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkSearchEntry *entry;
  GtkLabel *count;
  CareSearchChips *chips;
  GtkStack *stack;
  AdwStatusPage *status;
  CareList *list;

  CareLibrary *library;
  GListStore *hits;  /* of CareHitItem */
  CareTally *tally;  /* that is going on, or NULL */
  guint searching;   /* source id */
  guint counting;    /* source id */
  gboolean is_stale; /* something was done while the page was not shown */
};

/* care-search-page-find.c */
void care_search_page_search_now (CareSearchPage *self);
void care_search_page_search_soon (CareSearchPage *self);
void care_search_page_stop (CareSearchPage *self);

G_END_DECLS
