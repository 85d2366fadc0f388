#include "app/core/answer_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using assessment::Answer;
using assessment::Item;
using assessment::OptionId;
using assessment::QuestionBank;
using assessment::Session;

class AnswerWriter {
 public:
  AnswerWriter(const QuestionBank& bank, const Item& item, const Strings& strings, std::string_view language)
      : bank_(bank), item_(item), strings_(strings), language_(language) {}

  std::string write(const Session& session, const Answer& answer) const {
    if (const auto* task = std::get_if<assessment::TaskItem>(&item_.type)) return steps(*task, answer);
    if (answer.chosen == std::vector{assessment::not_sure_option}) return not_sure();
    if (std::holds_alternative<assessment::OrderItem>(item_.type)) return order(answer);
    if (const auto* match = std::get_if<assessment::MatchItem>(&item_.type)) return pairs(*match, answer);
    if (const auto* number = std::get_if<assessment::NumberItem>(&item_.type))
      return number_text(*number, answer.typed);
    return choices(session);
  }

 private:
  std::string not_sure() const { return strings_.text("question.not_sure", language_); }

  std::string label(const OptionId& id, std::size_t step = 0) const {
    const assessment::Option* option = find_option(bank_, item_, id, step);
    return option ? option->label.in(language_) : not_sure();
  }

  // In the order in which the person saw them.
  std::string choices(const Session& session) const {
    std::vector<std::string> labels;
    for (const assessment::ShownOption& shown : shown_options(bank_, item_, session.seed)) {
      if (is_chosen(session, item_, shown.id)) labels.push_back(label_of(shown, strings_, language_));
    }
    return fmt::format("{}", fmt::join(labels, "; "));
  }

  std::string steps(const assessment::TaskItem& task, const Answer& answer) const {
    std::vector<std::string> labels;
    for (std::size_t step = 0; step < task.steps.size(); ++step)
      labels.push_back(label(answer.chosen[step], step));
    return fmt::format("{}", fmt::join(labels, "; "));
  }

  std::string order(const Answer& answer) const {
    std::vector<std::string> lines;
    for (const OptionId& id : answer.chosen)
      lines.push_back(fmt::format("{}. {}", lines.size() + 1, label(id)));
    return fmt::format("{}", fmt::join(lines, "\n"));
  }

  std::string pairs(const assessment::MatchItem& match, const Answer& answer) const {
    std::vector<std::string> labels;
    for (const assessment::Join& join : answer.joined) {
      const auto right = std::ranges::find(match.rights, join.right, &assessment::Option::id);
      labels.push_back(fmt::format("{} – {}", label(join.left), right->label.in(language_)));
    }
    return fmt::format("{}", fmt::join(labels, "; "));
  }

  const QuestionBank& bank_;
  const Item& item_;
  const Strings& strings_;
  std::string_view language_;
};

}  // namespace

std::string label_of(const assessment::ShownOption& shown, const Strings& strings,
                     std::string_view language) {
  return shown.option ? shown.option->label.in(language) : strings.text("question.not_sure", language);
}

std::string number_text(const assessment::NumberItem& number, std::string_view typed) {
  if (typed.ends_with('.')) typed.remove_suffix(1);
  if (typed.empty() || number.unit.empty()) return std::string(typed);
  return fmt::format("{} {}", typed, number.unit);
}

std::string answer_text(const QuestionBank& bank, const Session& session, const Item& item,
                        const Strings& strings, std::string_view language) {
  const Answer* answer = complete_answer(bank, session, item);
  return answer ? AnswerWriter(bank, item, strings, language).write(session, *answer) : "";
}

std::string sureness_text(const Session& session, const Item& item, const Strings& strings,
                          std::string_view language) {
  const assessment::OptionId& said = session.sureness[item.index];
  const bool counts = item.asks_sureness && !said.is_empty() && pages_of(item, session) > steps_of(item);
  return counts ? strings.text("question.sure." + said.text, language) : "";
}

std::string full_answer_text(const QuestionBank& bank, const Session& session, const Item& item,
                             const Strings& strings, std::string_view language) {
  const std::string given = answer_text(bank, session, item, strings, language);
  if (given.empty()) return strings.text("check.not_provided", language);
  const std::string sure = sureness_text(session, item, strings, language);
  return sure.empty() ? given : given + "\n" + fill(strings.text("check.sure", language), {{"sure", sure}});
}

}  // namespace app
