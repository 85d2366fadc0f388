// Not yet professionally validated; a test holds the places against the English.
#include "assessment/reporting/report_words_parts.hpp"

namespace assessment {
namespace {

constexpr ReportWords words_cy{
    .tag = "cy",
    .language_name = "Cymraeg",
    .title = "Sgiliau digidol: adroddiad hunanasesu",
    .not_for_sharing = "NID I'W RANNU: ffigurau union, heb eu gwarchod rhag datgelu",
    .headline = {.about_people = "Cymerodd tua {people} o bobl ran{day}.",
                 .people = "Cymerodd {people} o bobl ran{day}.",
                 .as_of = " (ar {day})",
                 .too_few_to_say = "Cymerodd rhy ychydig o bobl ran i ddweud faint.",
                 .fewer_than = "Cymerodd llai na {minimum} o bobl ran: rhy ychydig i ddangos dim.",
                 .all_synthetic = "Mae pob un ohonynt yn synthetig: rhaglen a luniodd yr atebion.",
                 .some_synthetic = "Mae rhai ohonynt yn synthetig: rhaglen a luniodd eu hatebion.",
                 .condition = "Dim ond cofnodion gyda {condition} sy'n cael eu cyfrif.",
                 .groups_shown =
                     "Dangosir ffigurau ar gyfer {shown} o {all} grŵp; mae'r lleill yn rhy fach, neu "
                     "byddent yn datgelu un bach.",
                 .lowest_one = "Hunanasesiad cymedrig isaf: {domain} ({mean} %).",
                 .lowest_many = "Hunanasesiad cymedrig isaf: {list}.",
                 .in_groups = "{name} mewn {groups} o {all} grŵp",
                 .of_bank = "{bank}: {sentence}"},
    .cells = {.fewer_than = "llai na {minimum}",
              .as_of = "{count} (ar {day})",
              .changed_in = "newidiwyd yn {version}",
              .retired_in = "tynnwyd yn ôl yn {version}",
              .everyone = "Pawb",
              .smaller_roles = "Rolau llai gyda'i gilydd",
              .not_sure = "Ddim yn siŵr",
              .how_sure = "{question} (pa mor siŵr)"},
    .columns = {.bank = "Banc",
                .role = "Rôl",
                .site = "Safle",
                .period = "Cyfnod",
                .campaign = "Ymgyrch",
                .bank_version = "Fersiwn y banc",
                .group = "Grŵp",
                .people = "Pobl",
                .overall = "Yn gyffredinol",
                .mean = "Cymedr",
                .deviation = "GS",
                .knowledge_mean = "Cymedr gwybodaeth",
                .self_rating = "Hunanasesiad",
                .knowledge = "Gwybodaeth",
                .too_few_answers = "Rhy ychydig o atebion",
                .no_answer = "Dim ateb wedi'i gofnodi",
                .does_not_fit = "Ddim yn gweddu i'r swydd",
                .question = "Cwestiwn",
                .remark = "Beth i edrych arno"},
    .attained = {"Wedi'i gyrraedd", "Wedi'i gyrraedd yn rhannol", "Heb ei gyrraedd", "Dim", "Heb ei bennu",
                 "Wedi pasio", "Heb basio"},
    .needs = {.heading = "Pwy sydd angen beth",
              .about = "Pobl yn asesu eu hunain. Mae cymedr isel yn dangos lle mae'r mwyaf i'w ennill.",
              .caption = "Hunanasesiad cymedrig mewn canran (* wedi'i gelu, - dim i'w ddangos)"},
    .levels = {.heading = "Lefelau a lledaeniad fesul parth",
               .about =
                   "Pobl yn ôl y lefel a gyrhaeddwyd ganddynt, cymedr a gwyriad safonol (GS) eu canrannau, a "
                   "faint a roddodd rhy ychydig o atebion i ddweud.",
               .chart = "{domain}: cyfran y bobl ar bob lefel",
               .most_common = "Lefel fwyaf cyffredin: {list}."},
    .knowledge = {.heading = "Hyder o'i gymharu â gwybodaeth",
                  .about =
                      "Hunanasesiadau wrth ymyl cyfran yr atebion cywir i gwestiynau gwybodaeth. Lle mae'r "
                      "asesiad yn uchel a'r wybodaeth yn isel, efallai na ŵyr pobl beth nad ydynt yn ei "
                      "wybod.",
                  .caption = "{domain}: hunanasesiad a gwybodaeth mewn canran",
                  .higher = "Mae'r hunanasesiad yn uwch na'r wybodaeth mewn {groups} o {all} grŵp.",
                  .lower = "Nid yw'r hunanasesiad yn uwch na'r wybodaeth yn yr un o {all} grŵp.",
                  .higher_one = "Mae'r hunanasesiad yn uwch na'r wybodaeth.",
                  .lower_one = "Nid yw'r hunanasesiad yn uwch na'r wybodaeth.",
                  .neither = "Rhy ychydig o bobl i gymharu hunanasesiad a gwybodaeth."},
    .periods = {.heading = "Newid dros gyfnodau",
                .about =
                    "Grwpiau yw'r rhain, nid yr un bobl: mae'r rhai sy'n ymuno neu'n gadael yn symud cymedr "
                    "gymaint â dysgu. Gall newidiadau bach fod yn hap.",
                .caption = "{domain}: hunanasesiad cymedrig fesul cyfnod, mewn canran",
                .from_to = "Roedd y cymedr yn {before} % yn {first} ac yn {after} % yn {last}.",
                .too_few = "Rhy ychydig o bobl i gymharu cyfnodau.",
                .rose_and_fell =
                    "O'r cyfnod cyntaf a ddangosir i'r olaf, mae'r cymedr yn uwch mewn {higher} ac yn "
                    "is mewn {lower} o {all} grŵp."},
    .questions = {.heading = "Cwestiynau nad ydynt efallai'n gweithio",
                  .about =
                      "Cwestiynau y nododd 10 % neu fwy o grŵp nad ydynt yn gweddu i'w swydd, neu yr oedd "
                      "30 % neu fwy yn ansicr yn eu cylch.",
                  .caption = "Cwestiynau i edrych arnynt",
                  .marked = "ddim yn gweddu i'r swydd: {count} o {people}",
                  .unsure = "ddim yn siŵr: {count} o {people}",
                  .none = "Nid oes cwestiwn sy'n sefyll allan."},
    .items = {.heading = "Atebion fesul cwestiwn", .about = "Pobl yn ôl yr hyn a ddewiswyd ganddynt."},
    .notes =
        {.self_reported =
             "Hunanasesiad: pobl a asesodd eu hunain. Nid prawf, arfarniad na safle mewn tabl yw hwn. "
             "Daw cymedrau gwybodaeth o gwestiynau ag ateb cywir ac ni chânt eu cymysgu â'r "
             "asesiadau byth.",
         .method =
             "Dull: cymedr grŵp yw cymedr canrannau ei bobl, wedi'i dalgrynnu i un lle degol, hanner i "
             "fyny; GS yw'r gwyriad safonol gydag n - 1. Torrwyd pob canran i un lle degol; penderfynwyd "
             "y lefelau cyn hynny.",
         .too_few_answers =
             "Rhy ychydig o atebion: mae pobl a atebodd lai o barth nag y mae'r banc cwestiynau yn "
             "ei fynnu yn cael eu cyfrif o dan \"Rhy ychydig o atebion\", ac nid ydynt mewn unrhyw "
             "gymedr na lefel.",
         .smaller_roles =
             "Rolau llai gyda'i gilydd (*): pobl yr oedd gan eu rôl rhy ychydig o aelodau yn eu swp "
             "i'w henwi. Maent ar goll o resi eu rolau eu hunain.",
         .skipped_files = "Ffeiliau a adawyd allan oherwydd gwallau ynddynt: {files}.",
         .exact = "Datgelu: ffigurau union yw'r rhain. Gellir adnabod pobl unigol ohonynt, felly ni ddylent "
                  "adael dwylo'r sawl a'u gwnaeth.",
         .disclosure =
             "Datgelu: nid yw grŵp o lai na {minimum} o bobl yn dangos dim. Dangosir cyfrif o dan "
             "{below} fel *, a 0 fel 0; mae pob cyfrif a chyfanswm arall wedi'i dalgrynnu i'r {round} "
             "agosaf, bob un ar ei ben ei hun, felly nid oes rhaid iddynt adio. Mae angen {means} o "
             "bobl ar gyfer cymedr.",
         .complementary =
             "Lle gellid cyfrifo grŵp neu gyfrif a gelwyd fel y cyfanswm llai'r gweddill, celir rhai "
             "eraill hefyd, nes na all neb sy'n gwybod y rheolau hyn ei bennu o fewn ystod o 5.",
         .as_of = "Ar ddyddiad: ers y diwrnod a enwir, mae ychydig o bobl wedi ymuno â'r grŵp hwnnw neu ei "
                  "adael. "
                  "Byddai ei ffigurau newydd yn dweud amdanynt, felly dangosir y rhai olaf eto.",
         .not_protected =
             "Heb ei warchod: gellir gweld bod pawb mewn grŵp wedi dewis yr un peth, a gellir tynnu "
             "adroddiadau a wnaed heb yr un cyfriflyfr oddi wrth ei gilydd. Rhowch adroddiadau o un "
             "cyfriflyfr yn unig.",
         .charts =
             "Siartiau: mae cyfrannau o'r bobl y dangosir eu lefel, o gyfrifon wedi'u talgrynnu. Mae lle â "
             "llinellau lletraws wedi'i gelu. n yw nifer y bobl."},
    .statistics =
        {.figures = "Ffigurau",
         .of_knowledge = "{domain} (gwybodaeth)",
         .disclosure =
             "Datgelu: nid yw grŵp o lai na {minimum} o bobl yn dangos dim. Dangosir cyfrif o dan {below} "
             "fel *, a 0 fel 0; mae pob cyfrif a chyfanswm arall wedi'i dalgrynnu i'r {round} agosaf, bob un "
             "ar ei ben ei hun, felly nid oes rhaid iddynt adio; daw cyfrannau o gyfrifon wedi'u talgrynnu. "
             "Mae angen {means} o bobl ar gyfer cymedrau ac ystadegau eraill.",
         .domain = "Parth",
         .item = "Cwestiwn",
         .alpha = "Alffa",
         .interval_from = "95 % o",
         .interval_to = "hyd at"},
    .item_statistics =
        {.title = "Ystadegau cwestiynau",
         .no_results = "Nid oes canlyniadau.",
         .items = "Cwestiynau",
         .look = "Beth i edrych arno",
         .nothing = "Nid oes dim yn sefyll allan.",
         .answers = "Atebion",
         .all_items = "Pob cwestiwn",
         .domains_caption = "Pa mor dda y mae cwestiynau parth yn cyd-fynd â'i gilydd",
         .answers_caption = "{scale}: cyfran pob ateb",
         .right_answer = "{answer} (cywir)",
         .highest_sum = "Swm uchaf",
         .mean_sum = "Swm cymedrig",
         .standardised_alpha = "Alffa safonol",
         .omega = "Omega",
         .error_of_measurement = "CSM",
         .facility = "Rhwyddineb",
         .item_rest = "r cwestiwn-gweddill",
         .alpha_if_dropped = "Alffa hebddo",
         .discrimination = "Gwahan- iaethu",
         .not_sure = "Ddim yn siŵr %",
         .not_applicable = "Amherthnasol %",
         .does_not_fit = "Ddim yn gweddu",
         .answer = "Ateb",
         .about_items =
             "Cwestiynau: rhwyddineb yw cymedr y sgorau fel cyfran o'r sgôr uchaf (1 yw'r hawsaf); r "
             "cwestiwn-gweddill yw'r cydberthyniad â chwestiynau eraill y parth; gwahaniaethu yw cymedr y 27 "
             "% gorau llai cymedr y 27 % gwannaf, fel cyfran o'r sgôr uchaf.",
         .about_domains =
             "Parthau: symiau pobl sydd â sgôr ym mhob cwestiwn. Alffa Cronbach yw alffa, gyda chyfwng 95 % "
             "Feldt; omega yw cyfanswm McDonald ar gyfer un ffactor, drwy weddillion lleiaf; CSM yw "
             "cyfeiliornad safonol y mesur. Mae dibynadwyedd o dan 0.6 yn rhy isel i bwyso arno.",
         .highest_found = "Cymerir y sgôr uchaf sy'n digwydd, {score}, fel yr uchaf ar gyfer pob cwestiwn; "
                          "rhowch un arall gyda --highest.",
         .below_zero = "Mae sgorau o dan 0, felly nid oes rhwyddineb na gwahaniaethu.",
         .unknown_answers = "Mae rhai atebion i gwestiynau neu ddewisiadau nad ydynt yn {bank}; cânt eu "
                            "cyfrif fel rhai coll. Rhowch y banc a atebwyd gyda --bank.",
         .item_remarks = {"mae bron pawb yn cael hwn yn gywir", "prin bod neb yn cael hwn yn gywir",
                          "mae bron pawb yn eu hasesu eu hunain ar y brig",
                          "mae bron pawb yn eu hasesu eu hunain ar y gwaelod",
                          "mae bron pawb yn sgorio ar y brig", "mae bron pawb yn sgorio ar y gwaelod",
                          "mae'n mynd yn groes i'r gweddill: a yw'n cael ei sgorio o chwith?",
                          "nid yw'n cyd-fynd â'r gweddill", "mae'r gweddill yn cyd-fynd yn well hebddo",
                          "nid oes neb yn dewis {answers}", "mae llawer yn ansicr",
                          "nid yw'n berthnasol i hanner y bobl neu fwy",
                          "mae llawer yn dweud nad yw'n gweddu i'w swydd"},
         .scale_remarks = {"mae'r cwestiynau'n mynd yn groes i'w gilydd (alffa o dan 0): a oes un yn cael ei "
                           "sgorio o chwith?",
                           "mae'r dibynadwyedd, {alpha}, o dan 0.6: peidiwch â phwyso ar sgorau'r parth hwn",
                           "daw ei ffigurau o'r {items} o {all} cwestiwn a ofynnwyd i'r rhan fwyaf o bobl",
                           "llai na 100 o bobl: mae'r ffigurau hyn yn ansefydlog"}},
    .comparison =
        {.title = "Newid fesul {dimension}",
         .dimensions = {"rôl", "safle", "cyfnod", "ymgyrch", "fersiwn y banc"},
         .compared = "Cymharwyd: {cohorts}.",
         .nothing = "Ni ellir cymharu dim: atebodd y carfannau hyn fanciau heb ddim yn gyffredin, neu maent "
                    "yn llai na {minimum} o bobl i gyd.",
         .changed = "Beth a newidiodd",
         .from_to = "{domain}, {before} i {after}",
         .too_few = "{what}: rhy ychydig o bobl i ddweud.",
         .sentence = "{what}: {change} ({difference} pwynt, 95 % {low} i {high}).",
         .reliability = "Dibynadwyedd {alpha}, o dan 0.6: peidiwch â phwyso arno.",
         .changes = {"cynnydd", "gostyngiad", "dim newid eglur"},
         .means = "Cymedrau mewn canran, gyda bar ar gyfer pob carfan yn eu trefn (o 0 i 100 %)",
         .differences = "Gwahaniaethau rhwng grwpiau (heb eu paru), mewn pwyntiau canran",
         .levels = "Lefelau hunanasesiadau, canran o bob carfan",
         .linked = "Pobl gysylltiedig yn unig (wedi'u paru), mewn pwyntiau canran",
         .cohort = "Carfan",
         .trend = "Tuedd",
         .from = "O garfan",
         .to = "I garfan",
         .change = "Newid",
         .effect = "g Hedges",
         .in_words = "Mewn geiriau",
         .level = "Lefel",
         .pairs = "Parau",
         .of_first = "% o'r gyntaf",
         .of_second = "% o'r ail",
         .up = "Lefel yn uwch",
         .same = "Yr un lefel",
         .down = "Lefel yn is",
         .gain_of_means = "Ennill y cymedrau",
         .mean_of_gains = "Cymedr yr enillion",
         .versions = "Cwestiwn wrth gwestiwn: {before} i {after}",
         .about_versions = "Atebodd {before} {before_bank}, ac atebodd {after} {after_bank}: mae'r prif "
                           "fersiynau hyn yn wahanol, felly ni chymherir eu parthau. Dim ond cwestiynau sydd "
                           "â'r un id yn y ddau a gymherir, a gall eu geiriad fod wedi newid.",
         .no_items = "Nid oes cwestiwn o'r fath, neu mae rhy ychydig o bobl.",
         .items_caption = "Cymedr y sgorau fel canran o'r uchaf",
         .people_before = "Pobl cynt",
         .people_after = "wedyn",
         .before = "Cynt",
         .after = "Wedyn",
         .self_reported = "Hunanasesiad: pobl a asesodd eu hunain. Daw gwybodaeth o gwestiynau ag ateb cywir "
                          "ac ni chaiff ei chymysgu â'r asesiadau byth.",
         .unpaired =
             "Heb eu paru: dau grŵp ar ddwy adeg, nid yr un bobl. Mae'r rhai a ddaeth neu a adawodd yn newid "
             "y cymedrau gymaint â dysgu. Cyfwng 95 % Welch yw'r cyfwng; lle mae'n cynnwys 0 nid oes newid "
             "eglur. Gyda llawer o gymariaethau mae un o bob ugain yn edrych yn eglur drwy hap yn unig.",
         .about_effect = "g Hedges yw'r gwahaniaeth mewn gwyriadau safonol: mae 0.2 yn fach, 0.5 yn ganolig, "
                         "0.8 yn fawr.",
         .paired =
             "Daw ffigurau wedi'u paru o bobl a aeth â'u tri gair gyda nhw, ac o neb arall: gallant fod "
             "yn wahanol i'r rhai na wnaeth hynny. Enillion gwybodaeth yn unig yw enillion wedi'u "
             "normaleiddio; mae ennill y cymedrau a chymedr enillion pobl yn ddau ffigur gwahanol."},
    .page = {.skip = "Neidio i'r prif gynnwys",
             .contents = "Cynnwys",
             .summary = "Crynodeb",
             .notes = "Nodiadau",
             .made_on = "Gwnaed ar {day}",
             .other_language = "Yr adroddiad hwn yn Gymraeg",
             .table_of = "Tabl: {title}",
             .chart_of = "Siart: {title}",
             .withheld = "* wedi'i gelu i warchod pobl; - dim i'w ddangos; n nifer y bobl.",
             .read_with_care =
                 "Pobl a ddywedodd hyn amdanynt eu hunain. Mae'r grwpiau yn nhrefn yr wyddor neu yn "
                 "nhrefn y banc cwestiynau, byth yn ôl eu ffigurau.",
             .started_and_finished =
                 "Dim ond asesiadau gorffenedig sy'n cael eu cyfrif: ni chaiff un a adawyd yn "
                 "gynnar ei gadw byth."},
    .months = {"Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi",
               "Hydref", "Tachwedd", "Rhagfyr"},
};

}  // namespace

const ReportWords& welsh_report_words() {
  return words_cy;
}

}  // namespace assessment
