/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-heading.h"

#include "formats/ibid-word.h"

#include <string.h>

#define MAX_HEADING_BYTES 60u

static const char *const note_words[] = {"notes",
                                         "note",
                                         "footnotes",
                                         "footnote",
                                         "endnotes",
                                         "end notes",
                                         "end-notes",
                                         "citations",
                                         "anmerkungen",
                                         "anmerkung",
                                         "fußnoten",
                                         "fussnoten",
                                         "endnoten",
                                         "einzelnachweise",
                                         "belege",
                                         "notes de bas de page",
                                         "notes to editors",
                                         "notes for editors",
                                         "note to editors",
                                         "notas",
                                         "notas al pie",
                                         "notas al pie de página",
                                         "notas finales",
                                         "notas de rodapé",
                                         "note a piè di pagina",
                                         "noten",
                                         "voetnoten",
                                         "eindnoten",
                                         "примечания",
                                         "注釈",
                                         "注",
                                         "註",
                                         "脚注",
                                         "注释",
                                         "註釋",
                                         "각주"};
static const char *const bibliography_words[] = {"references",
                                                 "reference",
                                                 "bibliography",
                                                 "works cited",
                                                 "list of works cited",
                                                 "works consulted",
                                                 "list of references",
                                                 "reference list",
                                                 "selected bibliography",
                                                 "select bibliography",
                                                 "sources",
                                                 "source",
                                                 "literature",
                                                 "literature cited",
                                                 "cited works",
                                                 "literatur",
                                                 "literaturverzeichnis",
                                                 "literaturangaben",
                                                 "quellen",
                                                 "quellenverzeichnis",
                                                 "quellenangaben",
                                                 "références",
                                                 "bibliographie",
                                                 "références bibliographiques",
                                                 "ouvrages cités",
                                                 "referencias",
                                                 "bibliografía",
                                                 "referencias bibliográficas",
                                                 "fuentes",
                                                 "obras citadas",
                                                 "riferimenti",
                                                 "bibliografia",
                                                 "riferimenti bibliografici",
                                                 "fonti",
                                                 "referências",
                                                 "referências bibliográficas",
                                                 "fontes",
                                                 "referenties",
                                                 "bronnen",
                                                 "bronvermelding",
                                                 "литература",
                                                 "библиография",
                                                 "список литературы",
                                                 "参考文献",
                                                 "出典",
                                                 "参考资料",
                                                 "참고문헌"};

/* Lower case, without number, "##", "[edit]" and colon. */
static char *
fold_heading (const char *text, gsize length)
{
  g_autofree char *lower = NULL;
  char *edit;
  const char *start;

  if (length > MAX_HEADING_BYTES)
    return NULL;
  lower = g_utf8_strdown (text, (gssize)length);
  edit = strstr (lower, "[edit");
  if (edit != NULL)
    *edit = '\0';
  start = lower + strspn (lower, "#*=0123456789. ");
  for (gsize n = strlen (start); n > 0 && strchr (":.*=# ", start[n - 1]) != NULL; n--)
    lower[start - lower + n - 1] = '\0';
  return g_strdup (start);
}

gboolean
ibid_note_heading_parse (const char *heading, gsize length, gboolean *is_bibliography)
{
  static const char *const separators[] = {
      " and ", " & ", " und ", " et ", " y ", " e ", " en ", "/"};
  g_autofree char *text = fold_heading (heading, length);
  gboolean has_notes = FALSE;

  if (text == NULL || *text == '\0')
    return FALSE;
  *is_bibliography = ibid_word_is_among (
      text, bibliography_words, G_N_ELEMENTS (bibliography_words));
  if (*is_bibliography || ibid_word_is_among (text, note_words, G_N_ELEMENTS (note_words)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    g_auto (GStrv) parts = strstr (text, separators[i]) != NULL
                               ? g_strsplit (text, separators[i], 3)
                               : NULL; /* as for most lines */
    gboolean all = parts != NULL && g_strv_length (parts) == 2;

    for (guint j = 0; all && parts[j] != NULL; j++) {
      gboolean is_note = ibid_word_is_among (
          g_strstrip (parts[j]), note_words, G_N_ELEMENTS (note_words));

      has_notes = has_notes || is_note;
      all = is_note ||
            ibid_word_is_among (parts[j], bibliography_words, G_N_ELEMENTS (bibliography_words));
    }
    if (all) {
      *is_bibliography = !has_notes;
      return TRUE;
    }
  }
  return FALSE;
}
