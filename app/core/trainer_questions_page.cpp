// The questions of a group: how many points people got, what most of them chose, and what they left out.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "app/core/trainer_pages.hpp"
#include "assessment/reporting/report_words.hpp"

namespace app {
namespace {

using assessment::Item;
using assessment::PublishedFigure;
using assessment::QuestionBank;
using assessment::ReportedCount;
using assessment::ReportedGroup;
using assessment::ReportedItem;

// A row, with what it is sorted by; none sorts last.
struct Question {
  TableRow row{};
  std::optional<double> points{};
  std::optional<std::int64_t> without_answer{}, does_not_fit{};
};

struct BankItem {
  const QuestionBank* bank = nullptr;
  const Item* item = nullptr;
};

BankItem find(const TrainerText& words, const ReportedGroup& group, const std::string& id) {
  for (const QuestionBank& bank : *words.model.contents->banks) {
    if (assessment::series_of(bank_name(bank)) != group.bank.id) continue;
    if (const auto index = find_item(bank, assessment::ItemId{id})) return {&bank, &bank.items[*index]};
  }
  return {};
}

std::optional<std::int64_t> shown(const PublishedFigure& figure) {
  return figure.is_shown() ? std::optional(figure.figure) : std::nullopt;
}

// The share of all points there were to get, 0 .. 1, worked out from the counts that are shown. None where
// one that has points is withheld, where answers have no points, or where too few people are left.
std::optional<double> points_of(const BankItem& place, const ReportedItem& item, int means_from) {
  if (place.item == nullptr || !takes_one_option(*place.item)) return std::nullopt;
  const double highest = highest_score(*place.bank, *place.item).get_d();
  double points = 0;
  std::int64_t people = 0;
  for (const ReportedCount& answer : item.answers) {
    const auto* option = find_option(*place.bank, *place.item, assessment::OptionId{answer.name.id});
    const bool is_unsure_rating = option == nullptr && place.item->measure == assessment::Measure::self;
    if (is_unsure_rating || (option != nullptr && option->is_not_applicable)) continue;
    if (!answer.count.is_shown()) return std::nullopt;
    people += answer.count.figure;
    if (option != nullptr) points += option->score.get_d() * static_cast<double>(answer.count.figure);
  }
  if (highest <= 0 || people < means_from) return std::nullopt;
  return points / (highest * static_cast<double>(people));
}

// "On my own: 45"; "*" where those that are withheld could be more. `round_to`: of the policy, by which any
// number may be off.
std::string most_chosen(const ReportedGroup& group, const ReportedItem& item, std::int64_t round_to) {
  if (item.answers.empty()) return "-";
  const ReportedCount* most = nullptr;
  std::int64_t withheld = group.people.figure + round_to;  // at most, in all
  for (const ReportedCount& answer : item.answers) {
    if (!answer.count.is_shown()) continue;
    withheld += round_to - answer.count.figure;
    if (most == nullptr || answer.count.figure > most->count.figure) most = &answer;
  }
  if (most == nullptr || most->count.figure == 0) return "*";
  const bool is_all_shown =
      std::ranges::all_of(item.answers, [](const ReportedCount& answer) { return answer.count.is_shown(); });
  if (!is_all_shown && most->count.figure <= withheld) return "*";
  return fmt::format("{}: {}", most->name.label, most->count.figure);
}

Question question_of(const TrainerText& words, const ReportedGroup& group, const ReportedItem& item,
                     const BankItem& place) {
  Question question;
  question.points = points_of(place, item, words.groups().policy.means_from);
  question.without_answer = shown(item.without_answer);
  question.does_not_fit = shown(item.does_not_fit);
  const std::string history = history_text(item.history, assessment::report_words(words.language()));
  const std::string points = question.points ? fmt::format("{:.0f} %", 100 * *question.points) : "-";
  question.row = {item.name.id,
                  {history.empty() ? item.name.label : fmt::format("{} ({})", item.name.label, history),
                   points, most_chosen(group, item, words.groups().policy.round_to),
                   words.count(item.without_answer), words.count(item.does_not_fit)}};
  return question;
}

void sort(std::vector<Question>& questions, QuestionOrder order) {
  if (order == QuestionOrder::bank) return;
  const auto key = [order](const Question& question) -> double {
    const double last = 1e12;
    if (order == QuestionOrder::points) return question.points.value_or(last);
    const auto& count =
        order == QuestionOrder::without_answer ? question.without_answer : question.does_not_fit;
    return count ? -static_cast<double>(*count) : last;
  };
  std::ranges::stable_sort(questions, {}, key);
}

TableColumn column(const TrainerText& words, std::string_view key, QuestionOrder order) {
  const std::string& title = words.text(fmt::format("column.{}", key));
  return {.title = title,
          .is_number = order != QuestionOrder::bank,
          .sorted = words.model.order == order ? Sorted::yes : Sorted::no,
          .sort_name = words.text("questions.sort", {{"column", title}}),
          .sort = OrderQuestions{order}};
}

}  // namespace

TablePart question_table(const TrainerText& words, const ReportedGroup& group, std::string_view page,
                         std::string_view domain) {
  TablePart table{.id = fmt::format("{}.questions", page), .caption = words.text("questions.caption")};
  table.columns = {column(words, "question", QuestionOrder::bank),
                   column(words, "points", QuestionOrder::points),
                   {.title = words.text("column.most_chosen")},
                   column(words, "without_answer", QuestionOrder::without_answer),
                   column(words, "does_not_fit", QuestionOrder::does_not_fit)};
  std::vector<Question> questions;
  for (const ReportedItem& item : group.items) {
    const BankItem place = find(words, group, item.name.id);
    const bool is_of_domain =
        place.item != nullptr && place.bank->domains[place.item->domain].id.text == domain;
    if (domain.empty() || is_of_domain) questions.push_back(question_of(words, group, item, place));
  }
  sort(questions, words.model.order);
  for (Question& question : questions) table.rows.push_back(std::move(question.row));
  return table;
}

TrainerParts questions_parts(const TrainerText& words) {
  TrainerParts parts{HeadingPart{"questions.title", words.text("questions.title"), HeadingLevel::page},
                     TextPart{"questions.lead", words.text("questions.lead")},
                     whose_figures(words, "questions")};
  const ReportedGroup* group = words.chosen_group();
  if (group == nullptr || !group->people.is_shown()) {
    parts.push_back(TextPart{"questions.nobody", words.text("nobody")});
    return parts;
  }
  parts.push_back(TextPart{"questions.people", words.people(*group), TextKind::strong});
  parts.push_back(question_table(words, *group, "questions", ""));
  parts.push_back(TextPart{"questions.note", words.text("questions.note"), TextKind::hint});
  return parts;
}

}  // namespace app
