/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-recent-menu.h"

#include "study/ibid-study-store.h"

static GMenu *
create_menu (GPtrArray *recent)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < recent->len; i++) {
    const IbidStudyRecent *item = g_ptr_array_index (recent, i);
    g_autoptr (GMenuItem) entry = g_menu_item_new (NULL, NULL);
    g_autofree char *label = g_strdelimit (g_strdup (item->title), "_", ' ');

    g_menu_item_set_label (entry, label);
    g_menu_item_set_action_and_target (entry, "win.open-recent", "s", item->uri);
    g_menu_append_item (menu, entry);
  }
  return menu;
}

static gboolean
is_same_attribute (GMenuModel *a, GMenuModel *b, int item, const char *attribute)
{
  g_autoptr (GVariant) in_a = g_menu_model_get_item_attribute_value (a, item, attribute, NULL);
  g_autoptr (GVariant) in_b = g_menu_model_get_item_attribute_value (b, item, attribute, NULL);

  return g_variant_equal (in_a, in_b);
}

static gboolean
is_same_menu (GMenuModel *a, GMenuModel *b)
{
  int n_items = g_menu_model_get_n_items (b);

  if (a == NULL || g_menu_model_get_n_items (a) != n_items)
    return FALSE;
  for (int i = 0; i < n_items; i++)
    if (!is_same_attribute (a, b, i, G_MENU_ATTRIBUTE_TARGET) ||
        !is_same_attribute (a, b, i, G_MENU_ATTRIBUTE_LABEL))
      return FALSE;
  return TRUE;
}

void
ibid_recent_menu_show (AdwSplitButton *button, GPtrArray *recent)
{
  g_autoptr (GMenu) menu = NULL;

  g_return_if_fail (ADW_IS_SPLIT_BUTTON (button) && recent != NULL);
  if (recent->len == 0) {
    adw_split_button_set_menu_model (button, NULL); /* it cannot be opened then */
    return;
  }
  menu = create_menu (recent);
  /* A new model closes the menu that is open. */
  if (!is_same_menu (adw_split_button_get_menu_model (button), G_MENU_MODEL (menu)))
    adw_split_button_set_menu_model (button, G_MENU_MODEL (menu));
}
