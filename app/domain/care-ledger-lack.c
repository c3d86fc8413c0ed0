/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-words.h"

#include <glib/gi18n.h>

/**
 * care_ledger_say_lack:
 * @lack: what is lacking
 * @year: (nullable): the period or year that it is about, as it is printed
 *
 * Returns: (transfer full) (nullable): why prices are not converted, and what it would take.
 */
char *
care_ledger_say_lack (CareLedgerLack lack, const char *year)
{
  switch (lack)
    {
    case CARE_LEDGER_LACKS_MONEY:
      return g_strdup (_ ("its prices cannot be converted, as it is not money"));
    case CARE_LEDGER_LACKS_PRICE_BASIS:
      return g_strdup (_ ("its prices cannot be converted, as its price basis is not stated"));
    case CARE_LEDGER_LACKS_PERIOD:
      return g_strdup (_ ("its prices cannot be converted, as its period is not stated"));
    case CARE_LEDGER_LACKS_ONE_YEAR: /* Translators: a period, such as 2013/14 to 2015/16 */
      return g_strdup_printf (_ ("its prices cannot be converted, as its period, %s, is not one year; each year needs a figure of its own"), year);
    case CARE_LEDGER_LACKS_PRICE_YEAR:
      return g_strdup (_ ("its prices cannot be converted, as its price year is not stated as one year"));
    case CARE_LEDGER_LACKS_DEFLATOR:
      return g_strdup (_ ("its prices cannot be converted, as no deflator is chosen"));
    case CARE_LEDGER_LACKS_LEDGER_YEAR:
      return year == NULL
               ? g_strdup (_ ("its prices cannot be converted, as no price year is chosen for the ledger"))
               : g_strdup_printf (_ ("its prices cannot be converted, as the price year of the ledger is not %s"), year);
    case CARE_LEDGER_LACKS_INDEX: /* Translators: a year, such as 2013/14 */
      return g_strdup_printf (_ ("its prices cannot be converted, as the deflator has no single index for %s"), year);
    case CARE_LEDGER_LACKS_NOTHING:
    default:
      return NULL;
    }
}
