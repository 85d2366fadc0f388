#include "app/core/answers_behind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/core/answer_text.hpp"
#include "assessment/scoring/shown_items.hpp"

namespace app {
namespace {

using assessment::Measure;
using assessment::QuestionBank;
using assessment::ShownItem;
using assessment::Standing;

bool adds_points(assessment::RuleKind kind) {
  using enum assessment::RuleKind;
  return kind == percent || kind == percent_of_groups || kind == sum || kind == pass_mark ||
         kind == capped_floor;
}

class AnswerLister {
 public:
  AnswerLister(const QuestionBank& bank, const Outcome& outcome, std::size_t domain, const Strings& strings,
               std::string_view language)
      : bank_(bank), outcome_(outcome), domain_(domain), strings_(strings), language_(language) {}

  assessment::ShownItems shown(Measure measure) const {
    return shown_items(bank_, outcome_.session, outcome_.shown, domain_, measure);
  }

  std::vector<AnswerView> answers(Measure measure) const {
    std::vector<AnswerView> answers;
    for (const ShownItem& one : shown(measure)) {
      AnswerView view{.prompt = one.item->prompt.in(language_),
                      .answer = full_answer_text(bank_, outcome_.session, *one.item, strings_, language_),
                      .counted = counted(one)};
      if (measure == Measure::knowledge && one.standing != Standing::unanswered) {
        view.verdict = verdict(one);
        view.feedback = one.item->feedback.in(language_);
      }
      answers.push_back(std::move(view));
    }
    return answers;
  }

 private:
  const std::string& text(std::string_view key) const { return strings_.text(key, language_); }

  std::string counted(const ShownItem& one) const {
    if (one.standing == Standing::unanswered) return "";
    if (one.standing == Standing::not_applicable) return text("results.why.does_not_count");
    if (!adds_points(bank_.domains[domain_].rule.kind)) return "";
    // "1/2" of a point is told as 1 of 2: there are no decimals on the kiosk.
    const std::string share =
        assessment::to_fraction(one.points * one.item->weight, one.highest * one.item->weight);
    const std::size_t stroke = share.find('/');
    return fill(text("results.why.points"),
                {{"points", share.substr(0, stroke)}, {"possible", share.substr(stroke + 1)}});
  }

  // "Partly" is any score between nothing and the highest.
  const std::string& verdict(const ShownItem& one) const {
    const assessment::Answer* answer = answer_to(outcome_.session, *one.item);
    const auto is_unsure = [](const assessment::OptionId& id) { return id == assessment::not_sure_option; };
    if (answer && !answer->chosen.empty() && std::ranges::all_of(answer->chosen, is_unsure))
      return text("results.answer.not_sure");
    if (one.points == 0) return text("results.answer.wrong");
    return text(one.points < one.highest ? "results.answer.partly" : "results.answer.right");
  }

  const QuestionBank& bank_;
  const Outcome& outcome_;
  std::size_t domain_;
  const Strings& strings_;
  std::string_view language_;
};

// The score of the scale's point `alone`; none: the item is no rating, or its scale has no such point.
const assessment::Option* point_alone(const QuestionBank& bank, const assessment::Item& item) {
  const bool is_rating = std::holds_alternative<assessment::RatingItem>(item.type);
  return is_rating ? find_option(bank, item, assessment::OptionId{"alone"}) : nullptr;
}

}  // namespace

WhyView answers_behind(const QuestionBank& bank, const Outcome& outcome, std::size_t domain,
                       const Strings& strings, std::string_view language) {
  const AnswerLister lister(bank, outcome, domain, strings, language);
  return {.ratings_title = strings.text("results.confidence", language),
          .knowledge_title = strings.text("results.knowledge_bar", language),
          .ratings = lister.answers(Measure::self),
          .knowledge = lister.answers(Measure::knowledge)};
}

std::string done_alone(const QuestionBank& bank, const Outcome& outcome, std::size_t domain,
                       const Strings& strings, std::string_view language) {
  int counting = 0;
  int alone = 0;
  for (const ShownItem& one : AnswerLister(bank, outcome, domain, strings, language).shown(Measure::self)) {
    if (one.standing != Standing::scored) continue;
    const assessment::Option* point = point_alone(bank, *one.item);
    if (point == nullptr) return "";
    ++counting;
    if (one.points >= point->score) ++alone;
  }
  if (counting == 0) return "";
  return fill(strings.text("results.reason_alone", language),
              {{"count", fmt::to_string(alone)}, {"all", fmt::to_string(counting)}});
}

}  // namespace app
