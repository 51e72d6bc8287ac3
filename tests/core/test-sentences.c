/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-sentences.h"

#include <string.h>

/* A text with a | wherever one sentence ends and the next begins. */
typedef struct {
  const char *language;
  const char *marked;
} Case;

static const Case english[] = {
    {NULL, "First one.| Second here.| Third."},
    {NULL, "No stop at all"},
    {NULL, "Who?| Nobody!| Really?!| Yes."},
    {NULL, "Mr. Smith met Dr. Jones and Mrs. Brown.| They left."},
    {NULL, "It was edited by J. M. Keynes.| He was in Cambridge."},
    {NULL, "John F. Kennedy spoke.| Robert E. Lee did not."},
    {NULL, "The U.S. and others agreed.| The U.S. Senate did not."},
    {NULL, "He moved to the U.S.| The year was 1912.| She did not."},
    {NULL, "See J. Strategic Studies 40, no. 1–2 (2017): 118–45.| It says so."},
    {NULL, "He said no.| She said yes."},
    {NULL, "This is on p. 12 and pp. 14–15 of vol. 3.| It is short."},
    {NULL, "He has a Ph.D. in law.| She has an M.D. from Bonn."},
    {NULL, "It grew by 3.5 per cent.| It fell by .5 later."},
    {NULL, "Acme Inc. bought Widgets Ltd. in 1990.| Nobody cared."},
    {NULL, "They sold apples, pears, etc.| Nobody bought any."},
    {NULL, "They sold apples, pears, etc. and left."},
    {NULL, "It is, e.g. in Japan, so.| That is, i.e. there, it is not."},
    {NULL, "He left at 5 p.m.| Nobody saw it."},
    {NULL, "“So it is.”| Then he left."},
    {NULL, "“So it is!” he said.| Then he left."},
    {NULL, "He said, “Who are you?” and left.| She stayed."},
    {NULL, "He left (so it is said).| She stayed."},
    {NULL, "He left.| (She stayed.)| They met again."},
    {NULL, "The king (cf. Smith, A Book. London, 1920. 12) was old.| He died."},
    {NULL, "He waited ... and waited.| Nobody came."},
    {NULL, "He waited…| Nobody came."},
    {NULL, "He waited… and waited."},
    {NULL, "The treaty was signed.[6]| It held.[7]"},
    {NULL, "The treaty was signed.⁶| It held.⁷"},
    {NULL, "The treaty was signed.6| It held."},
    {NULL, "The treaty,6 once signed, held.| It was long."},
    {NULL, "It ended in 1920.| The next year was better."},
    {NULL, "A.D. 1066.| This year died King Edward."},
    {NULL, "1920.| London: the conference opens."},
    {NULL, "1. The first thing is this.| The second is not."},
    {NULL, "St. Paul was converted at St. Albans.| Gen. Grant was not."},
    {NULL, "See www.example.org for more.| It is short."},
    {NULL, "Version 2.0 came.| It was bad."},
    {NULL, "In World War I.| The war was long.| It ended."},
    {NULL, "Cells\t|parted\t|by tabs."},
    {NULL, "He wrote to Sept. 3 and Oct. 5.| Then he stopped."},
    {NULL, "Is it so?—Perhaps.| Perhaps not."},
    {NULL, "“Yes.”| “No.”| He went."},
    {"en", "The date (3 May) is right.| The other is not."},
    {"en-GB", "The Rev. W. Awdry wrote it.| Children read it."},
};

static const Case german[] = {
    {"de", "Er kam am 3. Mai nach Bonn.| Dort blieb er."},
    {"de", "Das war im 19. Jahrhundert.| Danach kam das 20. Jahrhundert."},
    {"de", "Dr. Müller, z. B. in Köln, war da.| Er ging."},
    {"de", "Vgl. Meier, a. a. O., S. 12.| Das ist alles."},
    {"de", "Er kam 1920.| Das Jahr war gut."},
    {"de-AT", "Das kostet u. a. Geld, d. h. viel.| Wer zahlt?"},
    {"de", "Er las Bücher, Hefte usw.| Die Zeit verging."},
    {"de", "„Das ist gut.“| Er ging."},
    {"de", "Siehe Nr. 5 und Abb. 3.| Der Rest fehlt."},
    {"de", "Der 1. FC Köln gewann am 12. Dezember.| Niemand sah es."},
};

static const Case french[] = {
    {"fr", "M. Dupont est venu.| Mme Durand aussi."},
    {"fr", "Voir p. 12 et t. 3.| C’est tout."},
    {"fr", "« C’est bien. »| Il partit."},
    {"fr", "Qui est-ce ?| Personne !| Il partit."},
    {"fr", "Les fruits, les noix, etc.| Tout manquait."},
    {"fr", "En 50 av. J.-C., César revint.| Il mourut."},
};

static const Case spanish[] = {
    {"es", "El Sr. García llegó.| La Sra. López no."},
    {"es", "¿Quién es?| ¡Nadie!| Se fue."},
    {"es", "En EE. UU. se dijo que no.| Nadie lo creyó."},
    {"es", "Véase pág. 12 y vol. 3.| Es todo."},
    {"es", "«Es verdad».| Se fue."},
};

static const Case italian[] = {
    {"it", "Il sig. Rossi è arrivato.| La dott. Bianchi no."},
    {"it", "Cfr. p. 12 e vol. 3.| È tutto."},
    {"it", "Nel 1920 nacque.| Poi morì."},
    {"it", "«È vero.»| Se ne andò."},
};

static const Case portuguese[] = {
    {"pt", "O Sr. Silva chegou.| A Sra. Costa não."},
    {"pt-BR", "Ver p. 12 e vol. 3.| É tudo."},
    {"pt", "Em 1920 nasceu.| Depois morreu."},
    {"pt", "O prof. Souza, op. cit., diz isso.| Não sei."},
};

static const Case asian[] = {
    {"ja", "第一文です。|第二文です。|第三文ですか？|はい！"},
    {"ja", "彼は「行く。」と述べた。|そして去った。"},
    {"ja", "彼は「行く。帰る。」と言った。|そして去った。"},
    {"ja", "「行く。」|彼は去った。"},
    {"ja", "日本（首都は東京。）は島国である。|海に囲まれている。"},
    {"zh", "他走了。|她留下了。|真的吗？|真的！"},
    {"zh", "他说：“我走了。”|她留下了。"},
    {"zh", "人口为3.5亿。|面积很大。"},
    {"ko", "그는 갔다.| 그녀는 남았다."},
};

/* What is found, marked like the cases. */
static char *
mark_sentences (const char *text, const char *language)
{
  g_autoptr (GArray) sentences = ibid_sentences_find (text, language);
  GString *marked = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; i < sentences->len; i++) {
    const IbidStretch *sentence = &g_array_index (sentences, IbidStretch, i);
    const char *from = g_utf8_offset_to_pointer (text, last);
    const char *to = g_utf8_offset_to_pointer (text, sentence->end);

    if (i > 0)
      g_string_append_c (marked, '|');
    g_string_append_len (marked, from, to - from);
    last = sentence->end;
  }
  return g_string_free (marked, FALSE);
}

static void
check (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_auto (GStrv) parts = g_strsplit (cases[i].marked, "|", -1);
    g_autofree char *text = g_strjoinv ("", parts);
    g_autofree char *found = mark_sentences (text, cases[i].language);

    if (g_strcmp0 (found, cases[i].marked) != 0) {
      g_test_fail ();
      g_test_message ("expected %s\nfound    %s", cases[i].marked, found);
    }
  }
}

static void
test_english (void)
{
  check (english, G_N_ELEMENTS (english));
}

static void
test_european (void)
{
  check (german, G_N_ELEMENTS (german));
  check (french, G_N_ELEMENTS (french));
  check (spanish, G_N_ELEMENTS (spanish));
  check (italian, G_N_ELEMENTS (italian));
  check (portuguese, G_N_ELEMENTS (portuguese));
}

static void
test_asian (void)
{
  check (asian, G_N_ELEMENTS (asian));
}

/* Blanks are in no sentence, and nothing is found in nothing. */
static void
test_edges (void)
{
  g_autoptr (GArray) none = ibid_sentences_find (" \n\t ", NULL);
  g_autoptr (GArray) two = ibid_sentences_find ("  One.   Two.  ", "xx");
  const IbidStretch *sentences = (const IbidStretch *)(gpointer)two->data;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (sentences[0].start, ==, 2);
  g_assert_cmpuint (sentences[0].end, ==, 6);
  g_assert_cmpuint (sentences[1].start, ==, 9);
  g_assert_cmpuint (sentences[1].end, ==, 13);
}

/* start < at <= end, and the sentence before for what lies between two. */
static void
test_index_at (void)
{
  g_autoptr (GArray) two = ibid_sentences_find ("One.  Two.", NULL);

  g_assert_cmpuint (ibid_sentences_index_at (two, 0), ==, G_MAXUINT);
  g_assert_cmpuint (ibid_sentences_index_at (two, 1), ==, 0);
  g_assert_cmpuint (ibid_sentences_index_at (two, 4), ==, 0);
  g_assert_cmpuint (ibid_sentences_index_at (two, 6), ==, 0);
  g_assert_cmpuint (ibid_sentences_index_at (two, 7), ==, 1);
  g_assert_cmpuint (ibid_sentences_index_at (two, 10), ==, 1);
}

/* Twice as much takes about twice as long: brackets that never close, stops without end. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {"(", "(.", ".", ". ", "[1", "A. ", "“(x. ", "。", "1. "};

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    GString *text = g_string_new (NULL);
    g_autoptr (GArray) sentences = NULL;

    while (text->len < 400000)
      g_string_append (text, pieces[i]);
    sentences = ibid_sentences_find (text->str, NULL);
    g_assert_cmpuint (sentences->len, >, 0);
    g_string_free (text, TRUE);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/sentences/english", test_english);
  g_test_add_func ("/analysis/sentences/european", test_european);
  g_test_add_func ("/analysis/sentences/asian", test_asian);
  g_test_add_func ("/analysis/sentences/edges", test_edges);
  g_test_add_func ("/analysis/sentences/index-at", test_index_at);
  g_test_add_func ("/analysis/sentences/hostile", test_hostile);
  return g_test_run ();
}
