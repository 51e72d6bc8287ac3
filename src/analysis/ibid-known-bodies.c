/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-known-bodies.h"

static const IbidKnownBody known[] = {
    {"EU",
     "European Union|Europäische Union|Europäischen Union|Union européenne|Unión Europea|Unione "
     "europea|"
     "Unione Europea|União Europeia|UE|欧州連合|欧盟|歐盟|유럽 연합|유럽연합"},
    {"UN",
     "United Nations|U.N.|UNO|Vereinte Nationen|Vereinten Nationen|Nations unies|ONU|Naciones "
     "Unidas|"
     "Nazioni Unite|Nações Unidas|国連|国際連合|联合国|聯合國|유엔|United Nations Organization"},
    {"NATO",
     "OTAN|North Atlantic Treaty Organization|North Atlantic Treaty Organisation|Nato|北约"},
    {"ASEAN",
     "Association of Southeast Asian Nations|Association of South-East Asian Nations|Asean"},
    {"League of Nations", "Völkerbund|Société des Nations|Sociedad de Naciones|国際連盟"},
    {"WHO", "World Health Organization|World Health Organisation|OMS|Weltgesundheitsorganisation"},
    {"IMF", "International Monetary Fund|FMI|Internationaler Währungsfonds"},
    {"World Bank", "Weltbank|Banque mondiale|Banco Mundial|Banca Mondiale"},
    {"WTO", "World Trade Organization|OMC|Welthandelsorganisation"},
    {"GATT", "General Agreement on Tariffs and Trade"},
    {"OECD", "OCDE|OCSE"},
    {"OPEC", "OPEP"},
    {"OSCE", NULL},
    {"IAEA", "International Atomic Energy Agency"},
    {"UNESCO", "Unesco"},
    {"UNICEF", "Unicef"},
    {"African Union", "Organisation of African Unity|Organization of African Unity"},
    {"European Commission",
     "Europäische Kommission|Commission européenne|Comisión Europea|Commissione europea|Comissão "
     "Europeia"},
    {"European Parliament", "Europäisches Parlament|Parlement européen|Parlamento Europeo"},
    {"EEC", "European Economic Community|EWG"},
    {"European Central Bank", "EZB"},
    {"Mercosur", "Mercosul|MERCOSUR"},
    {"Red Cross",
     "International Committee of the Red Cross|ICRC|Rotes Kreuz|Croix-Rouge|Cruz Roja"},
    {"Interpol", "INTERPOL"},
    {"NASA", NULL},
    {"ESA", "European Space Agency"},
    {"FBI", "Federal Bureau of Investigation"},
    {"CIA", "Central Intelligence Agency"},
    {"NSA", "National Security Agency"},
    {"KGB", NULL},
    {"GCHQ", NULL},
    {"MI5", NULL},
    {"MI6", NULL},
    {"BBC", "British Broadcasting Corporation|BBC News"},
    {"CNN", NULL},
    {"IBM", NULL},
    {"EADS", NULL},
    {"FAA", "Federal Aviation Administration"},
    {"NAACP", NULL},
    {"CDC", NULL},
    {"IPCC", NULL},
    {"ICJ", "International Court of Justice"},
    {"ICC", "International Criminal Court"},
    {"Airbus", NULL},
    {"Boeing", NULL},
    {"Google", NULL},
    {"Microsoft", NULL},
    {"Facebook", NULL},
    {"Toyota", NULL},
    {"Sony", NULL},
    {"Siemens", NULL},
    {"Volkswagen", NULL},
    {"Lufthansa", NULL},
    {"Ryanair", NULL},
    {"Aeroflot", NULL},
    {"Reuters", NULL},
    {"CDU", NULL},
    {"SPD", NULL},
    {"NSDAP", NULL},
    {"Reichstag", NULL},
    {"Bundestag", NULL},
};

void
ibid_known_bodies_add (IbidPhrases *phrases)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    g_auto (GStrv) forms = g_strsplit (known[i].forms != NULL ? known[i].forms : "", "|", -1);

    ibid_phrases_add (phrases, known[i].name, (gpointer)&known[i]);
    for (guint j = 0; forms[j] != NULL; j++)
      ibid_phrases_add (phrases, forms[j], (gpointer)&known[i]);
  }
}
