// The words of a report in its language, beside those of the question bank.
//
// Named places stand in braces; every language has the same ones. Without plural forms: "groups: 3", or the
// same form for every number.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace assessment {

struct ReportWords {
  std::string_view tag, language_name;  // "cy", "Cymraeg"
  std::string_view title, not_for_sharing;

  struct Headline {
    std::string_view about_people, people, as_of, too_few_to_say, fewer_than, all_synthetic, some_synthetic,
        condition, groups_shown, lowest_one, lowest_many, in_groups, of_bank;
  } headline;

  struct Cells {
    std::string_view fewer_than, as_of, changed_in, retired_in, everyone, smaller_roles, not_sure, how_sure;
  } cells;

  struct Columns {
    std::string_view bank, role, site, period, campaign, bank_version, group, people, overall, mean,
        deviation, knowledge_mean, self_rating, knowledge, too_few_answers, no_answer, does_not_fit, question,
        remark;
  } columns;

  std::array<std::string_view, 7> attained;  // as Attainment: attained, partial, not_attained, none, …

  struct Needs {
    std::string_view heading, about, caption;
  } needs;
  struct Levels {
    std::string_view heading, about, chart, most_common;
  } levels;
  struct Knowledge {
    std::string_view heading, about, caption, higher, lower, higher_one, lower_one, neither;
  } knowledge;
  struct Periods {
    std::string_view heading, about, caption, from_to, too_few, rose_and_fell;
  } periods;
  struct Questions {
    std::string_view heading, about, caption, marked, unsure, none;
  } questions;
  struct Items {
    std::string_view heading, about;
  } items;

  struct Notes {
    std::string_view self_reported, method, too_few_answers, smaller_roles, skipped_files, exact, disclosure,
        complementary, as_of, not_protected, charts;
  } notes;

  // Of item statistics and of comparisons.
  struct Statistics {
    std::string_view figures, of_knowledge, disclosure, domain, item, alpha, interval_from, interval_to;
  } statistics;

  struct ItemStatistics {
    std::string_view title, no_results, items, look, nothing, answers, all_items, domains_caption,
        answers_caption, right_answer;
    std::string_view highest_sum, mean_sum, standardised_alpha, omega, error_of_measurement, facility,
        item_rest, alpha_if_dropped, discrimination, not_sure, not_applicable, does_not_fit, answer;
    std::string_view about_items, about_domains, highest_found, below_zero, unknown_answers;
    std::array<std::string_view, 13> item_remarks;  // as ItemRemarkKind
    std::array<std::string_view, 4> scale_remarks;  // as ScaleRemarkKind
  } item_statistics;

  struct Comparison {
    std::string_view title;
    std::array<std::string_view, 5> dimensions;  // as Dimension
    std::string_view compared, nothing, changed, from_to, too_few, sentence, reliability;
    std::array<std::string_view, 3> changes;  // as Change
    std::string_view means, differences, levels, linked;
    std::string_view cohort, trend, from, to, change, effect, in_words, level, pairs, of_first, of_second, up,
        same, down, gain_of_means, mean_of_gains;
    std::string_view versions, about_versions, no_items, items_caption, people_before, people_after, before,
        after;
    std::string_view self_reported, unpaired, about_effect, paired;
  } comparison;

  // Around the report, where it is a page of its own.
  struct Page {
    std::string_view skip, contents, summary, notes, made_on, other_language, table_of, chart_of, withheld,
        read_with_care, started_and_finished;
  } page;
  std::array<std::string_view, 12> months;
};

// Welsh for "cy", else English. The Welsh has not been validated by a translator yet.
const ReportWords& report_words(std::string_view language);

// "2026-11-22" as "22 November 2026", "22 Tachwedd 2026"; what is no such day stays as it is.
std::string date_text(std::string_view iso_day, const ReportWords& words);

}  // namespace assessment
