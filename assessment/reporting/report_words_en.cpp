#include "assessment/reporting/report_words_parts.hpp"

namespace assessment {
namespace {

constexpr ReportWords words_en{
    .tag = "en",
    .language_name = "English",
    .title = "Digital skills: self-assessment report",
    .not_for_sharing = "NOT FOR SHARING: exact figures, not protected against disclosure",
    .headline = {.about_people = "About {people} people took part{day}.",
                 .people = "{people} people took part{day}.",
                 .as_of = " (as of {day})",
                 .too_few_to_say = "Too few people took part to say how many.",
                 .fewer_than = "Fewer than {minimum} people took part: too few to show anything.",
                 .all_synthetic = "All of them are synthetic: a program made the answers up.",
                 .some_synthetic = "Some of them are synthetic: a program made their answers up.",
                 .condition = "Only records with {condition} are counted.",
                 .groups_shown = "Figures are shown for {shown} of {all} groups; the others are too small, "
                                 "or would give a small one away.",
                 .lowest_one = "Lowest mean self-rating: {domain} ({mean} %).",
                 .lowest_many = "Lowest mean self-rating: {list}.",
                 .in_groups = "{name} in {groups} of {all} groups",
                 .of_bank = "{bank}: {sentence}"},
    .cells = {.fewer_than = "fewer than {minimum}",
              .as_of = "{count} (as of {day})",
              .changed_in = "changed in {version}",
              .retired_in = "retired in {version}",
              .everyone = "Everyone",
              .smaller_roles = "Smaller roles together",
              .not_sure = "Not sure",
              .how_sure = "{question} (how sure)"},
    .columns = {.bank = "Bank",
                .role = "Role",
                .site = "Site",
                .period = "Period",
                .campaign = "Campaign",
                .bank_version = "Bank version",
                .group = "Group",
                .people = "People",
                .overall = "Overall",
                .mean = "Mean",
                .deviation = "SD",
                .knowledge_mean = "Knowledge mean",
                .self_rating = "Self-rating",
                .knowledge = "Knowledge",
                .too_few_answers = "Too few answers",
                .no_answer = "No answer recorded",
                .does_not_fit = "Does not fit the job",
                .question = "Question",
                .remark = "What to look at"},
    .attained = {"Attained", "Partly attained", "Not attained", "None", "Undetermined", "Passed", "Failed"},
    .needs = {.heading = "Who needs what",
              .about = "Self-reported. A low mean marks where there is most to gain.",
              .caption = "Mean self-rating in percent (* withheld, - nothing to show)"},
    .levels = {.heading = "Levels and spread by domain",
               .about = "People by the level they reached, the mean and standard deviation (SD) of their "
                        "percentages, and how many gave too few answers to say.",
               .chart = "{domain}: share of people at each level",
               .most_common = "Most common level: {list}."},
    .knowledge = {.heading = "Confidence against knowledge",
                  .about = "Self-ratings beside the share of right answers to knowledge questions. Where the "
                           "rating is high and knowledge low, people may not know what they do not know.",
                  .caption = "{domain}: self-rating and knowledge in percent",
                  .higher = "The self-rating is above knowledge in {groups} of {all} groups.",
                  .lower = "The self-rating is not above knowledge in any of {all} groups.",
                  .higher_one = "The self-rating is above knowledge.",
                  .lower_one = "The self-rating is not above knowledge.",
                  .neither = "Too few people to compare self-rating and knowledge."},
    .periods = {.heading = "Change over periods",
                .about = "Groups, not the same people: who joined or left moves a mean as much as learning "
                         "does. Small changes may be chance.",
                .caption = "{domain}: mean self-rating by period, in percent",
                .from_to = "The mean was {before} % in {first} and {after} % in {last}.",
                .too_few = "Too few people to compare periods.",
                .rose_and_fell =
                    "From the first period shown to the last, the mean is higher in {higher}, lower "
                    "in {lower}, of {all} groups."},
    .questions = {.heading = "Questions that may not work",
                  .about = "Questions that 10 % of a group or more marked as not fitting their job, or that "
                           "30 % or more were not sure about.",
                  .caption = "Questions to look at",
                  .marked = "does not fit the job: {count} of {people}",
                  .unsure = "not sure: {count} of {people}",
                  .none = "No question stands out."},
    .items = {.heading = "Answers by item", .about = "People by what they chose."},
    .notes =
        {.self_reported =
             "Self-reported: people rated themselves. This is not a test, an appraisal or a ranking. "
             "Knowledge means come from questions with a right answer and are never blended with "
             "the ratings.",
         .method = "Method: a group's mean is the mean of its people's percentages, rounded half up to one "
                   "decimal; SD is the standard deviation with n - 1. Each percentage was cut off to one "
                   "decimal; levels were decided before that.",
         .too_few_answers = "Too few answers: people who answered less of a domain than the question bank "
                            "demands are counted under \"Too few answers\", and are in no mean and no level.",
         .smaller_roles =
             "Smaller roles together (*): people whose role had too few members in their batch to "
             "be named. They are missing from the rows of their own roles.",
         .skipped_files = "Files left out because of faults in them: {files}.",
         .exact =
             "Disclosure: these are exact figures. Single people can be worked out of them, so they must "
             "not leave the hands of who made them.",
         .disclosure =
             "Disclosure: a group of fewer than {minimum} people shows nothing. A count below {below} "
             "shows as *, 0 as 0; all other counts and totals are rounded to the nearest {round}, "
             "each on its own, so they need not add up. Means need {means} people.",
         .complementary =
             "Where a withheld group or count could be worked out as the total less the rest, "
             "others are withheld as well, until nobody who knows these rules can tell it within "
             "a range of 5.",
         .as_of = "As of: since the day named, a few people have joined or left that group. Its new figures "
                  "would tell of them, so the last ones are shown again.",
         .not_protected =
             "Not protected: that everyone in a group chose the same can be seen, and reports that "
             "were made without the same ledger can be subtracted from each other. Give out reports "
             "from one ledger only.",
         .charts =
             "Charts: shares are of people whose level is shown, from rounded counts. A hatched place is "
             "withheld. n is the number of people."},
    .statistics = {.figures = "Figures",
                   .of_knowledge = "{domain} (knowledge)",
                   .disclosure = "Disclosure: a group of fewer than {minimum} people shows nothing. A count "
                                 "below {below} shows as *, 0 as 0; all other counts and totals are rounded "
                                 "to the nearest {round}, each on its own, so they need not add up; shares "
                                 "come from rounded counts. Means and other statistics need {means} people.",
                   .domain = "Domain",
                   .item = "Item",
                   .alpha = "Alpha",
                   .interval_from = "95 % from",
                   .interval_to = "to"},
    .item_statistics =
        {.title = "Item statistics",
         .no_results = "There are no results.",
         .items = "Items",
         .look = "What to look at",
         .nothing = "Nothing stands out.",
         .answers = "Answers",
         .all_items = "All items",
         .domains_caption = "How well the items of a domain go together",
         .answers_caption = "{scale}: share of each answer",
         .right_answer = "{answer} (right)",
         .highest_sum = "Highest sum",
         .mean_sum = "Mean sum",
         .standardised_alpha = "Standard. alpha",
         .omega = "Omega",
         .error_of_measurement = "SEM",
         .facility = "Facility",
         .item_rest = "Item-rest r",
         .alpha_if_dropped = "Alpha if dropped",
         .discrimination = "Discri- mination",
         .not_sure = "Not sure %",
         .not_applicable = "Not applicable %",
         .does_not_fit = "Does not fit",
         .answer = "Answer",
         .about_items =
             "Items: facility is the mean score as a share of the highest (1 is easiest); item-rest r is the "
             "correlation with the other items of the domain; discrimination is the mean of the best 27 % "
             "less that of the weakest 27 %, as a share of the highest score.",
         .about_domains =
             "Domains: sums of people who have a score in every item. Alpha is Cronbach's, with Feldt's 95 % "
             "interval; omega is McDonald's total for one factor, by minimum residuals; SEM is the standard "
             "error of measurement. Reliability under 0.6 is too low to lean on.",
         .highest_found = "The highest score that occurs, {score}, is taken for the highest of every item; "
                          "give another with --highest.",
         .below_zero = "There are scores below 0, so there is no facility and no discrimination.",
         .unknown_answers = "Some answers are to items or options that {bank} does not have; they count as "
                            "missing. Give the bank they were given to with --bank.",
         .item_remarks =
             {"almost everyone gets this right", "hardly anyone gets this right",
              "almost everyone rates themselves at the top", "almost everyone rates themselves at the bottom",
              "almost everyone scores at the top", "almost everyone scores at the bottom",
              "goes against the rest: is it scored the wrong way round?", "does not go with the rest",
              "the rest goes together better without it", "nobody chooses {answers}", "many are not sure",
              "does not apply to half of the people or more", "many say it does not fit their job"},
         .scale_remarks =
             {"the items go against each other (alpha below 0): is one scored the wrong way round?",
              "reliability {alpha} is under 0.6: do not lean on scores of this domain",
              "its figures are of the {items} of {all} items that most people were asked",
              "fewer than 100 people: these figures are unsteady"}},
    .comparison =
        {.title = "Change by {dimension}",
         .dimensions = {"role", "site", "period", "campaign", "bank version"},
         .compared = "Compared: {cohorts}.",
         .nothing = "Nothing can be compared: these cohorts answered banks that have nothing in common, or "
                    "are fewer than {minimum} people in all.",
         .changed = "What changed",
         .from_to = "{domain}, {before} to {after}",
         .too_few = "{what}: too few people to say.",
         .sentence = "{what}: {change} ({difference} points, 95 % {low} to {high}).",
         .reliability = "Reliability {alpha}, under 0.6: do not lean on it.",
         .changes = {"rise", "fall", "no clear change"},
         .means = "Means in percent, with the bar of each cohort in order (from 0 to 100 %)",
         .differences = "Differences between groups (unpaired), in percentage points",
         .levels = "Levels of self-ratings, percent of each cohort",
         .linked = "Linked people alone (paired), in percentage points",
         .cohort = "Cohort",
         .trend = "Trend",
         .from = "From",
         .to = "To",
         .change = "Change",
         .effect = "Hedges' g",
         .in_words = "In words",
         .level = "Level",
         .pairs = "Pairs",
         .of_first = "% of the first",
         .of_second = "% of the second",
         .up = "Up a level",
         .same = "Same",
         .down = "Down",
         .gain_of_means = "Gain of the means",
         .mean_of_gains = "Mean of the gains",
         .versions = "Item by item: {before} to {after}",
         .about_versions = "{before} answered {before_bank}, {after} answered {after_bank}: these major "
                           "versions differ, so their domains are not compared. Only items with one id in "
                           "both are, and their wording may have changed.",
         .no_items = "There is no such item, or too few people.",
         .items_caption = "Mean score in percent of the highest",
         .people_before = "People before",
         .people_after = "after",
         .before = "Before",
         .after = "After",
         .self_reported = "Self-reported: people rated themselves. Knowledge comes from questions with a "
                          "right answer, and is never blended with the ratings.",
         .unpaired = "Unpaired: two groups at two times, not the same people. Who came or left changes the "
                     "means as well as learning does. The interval is Welch's, 95 %; where it holds 0 there "
                     "is no clear change. With many comparisons one in twenty looks clear by chance alone.",
         .about_effect =
             "Hedges' g is the difference in standard deviations: 0.2 is small, 0.5 middling, 0.8 large.",
         .paired = "Paired figures are of people who took their three words along, and of nobody else: they "
                   "may differ from those who did not. Normalised gain is of knowledge alone; the gain of "
                   "the means and the mean of people's gains are two different figures."},
    .page = {.skip = "Skip to main content",
             .contents = "Contents",
             .summary = "Summary",
             .notes = "Notes",
             .made_on = "Made on {day}",
             .other_language = "This report in English",
             .table_of = "Table: {title}",
             .chart_of = "Chart: {title}",
             .withheld = "* withheld to protect people; - nothing to show; n number of people.",
             .read_with_care =
                 "People said this about themselves. Groups are in alphabetical order or in the "
                 "order of the question bank, never by their figures.",
             .started_and_finished =
                 "Only finished assessments are counted: one that was left early is never "
                 "stored."},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
               "October", "November", "December"},
};

}  // namespace

const ReportWords& english_report_words() {
  return words_en;
}

}  // namespace assessment
