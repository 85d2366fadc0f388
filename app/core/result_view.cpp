#include "app/core/result_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace app {
namespace {

using assessment::DomainScore;
using assessment::PercentScore;
using assessment::QuestionBank;

class ResultWriter {
 public:
  ResultWriter(const QuestionBank& bank, const Strings& strings, std::string_view language)
      : bank_(bank), strings_(strings), language_(language) {}

  DomainResultView domain(const DomainScore& score, const assessment::Domain& domain) const {
    DomainResultView view{.id = domain.id.text, .title = domain.title.in(language_)};
    // A domain without self-ratings speaks of what the person knew.
    const bool is_self = score.self.figures.asked > 0;
    const assessment::MeasureScore& measure = is_self || !score.knowledge ? score.self : *score.knowledge;
    add_level(view, measure);
    if (is_self && score.knowledge) view.knowledge = knowledge(score);
    if (measure.level) view.next_steps = next_steps(domain, *measure.level);
    return view;
  }

  const std::string& text(std::string_view key) const { return strings_.text(key, language_); }

 private:
  static std::string whole(const assessment::Rational& percent) {
    return fmt::to_string(assessment::tenths_cut_off(percent) / 10);
  }

  void add_level(DomainResultView& view, const assessment::MeasureScore& measure) const {
    const PercentScore& figures = measure.figures;
    if (!measure.level) {
      const bool is_not_theirs = figures.asked > 0 && figures.not_applicable == figures.asked;
      view.level = text(is_not_theirs ? "results.not_your_role" : "results.too_few");
      view.reason = is_not_theirs ? text("results.reason_not_your_role")
                                  : fill(text("results.reason_too_few"),
                                         {{"answered", fmt::to_string(figures.answered)},
                                          {"asked", fmt::to_string(figures.asked)}});
      return;
    }
    const auto level = std::ranges::find(bank_.levels, *measure.level, &assessment::Level::id);
    view.level = level->label.in(language_);
    view.step = static_cast<int>(level - bank_.levels.begin()) + 1;
    view.steps = static_cast<int>(bank_.levels.size());
    view.position = fill(text("results.position"),
                         {{"step", fmt::to_string(view.step)}, {"steps", fmt::to_string(view.steps)}});
    view.reason = fill(text("results.reason"),
                       {{"percent", whole(*figures.percent)}, {"from", assessment::to_decimal(level->from)}});
  }

  std::string knowledge(const DomainScore& score) const {
    if (!score.knowledge->figures.percent) return text("results.knowledge_too_few");
    const std::string reached =
        fill(text("results.knowledge"), {{"percent", whole(*score.knowledge->figures.percent)}});
    if (!score.agreement) return reached;
    return reached + " " + agreement(*score.agreement);
  }

  std::string agreement(assessment::Agreement agreement) const {
    switch (agreement) {
      case assessment::Agreement::over:
        return text("results.agreement.over");
      case assessment::Agreement::same:
        return text("results.agreement.same");
      case assessment::Agreement::under:
        return text("results.agreement.under");
    }
    return "";
  }

  std::vector<StepView> next_steps(const assessment::Domain& domain, const assessment::LevelId& level) const {
    std::vector<StepView> steps;
    for (const assessment::Resource& resource : domain.resources) {
      if (resource.level != level) continue;
      std::string detail = resource.owner;
      if (resource.minutes > 0) {
        detail += (detail.empty() ? "" : ". ") +
                  fill(text("results.minutes"), {{"minutes", fmt::to_string(resource.minutes)}});
      }
      steps.push_back({.title = resource.title.in(language_),
                       .detail = std::move(detail),
                       .text = resource.text.in(language_),
                       .address = resource.url});
    }
    return steps;
  }

  const QuestionBank& bank_;
  const Strings& strings_;
  std::string_view language_;
};

}  // namespace

std::string translation_note(const QuestionBank& bank, const Strings& strings, std::string_view language) {
  const auto& unvalidated = bank.unvalidated_languages;
  const bool is_unvalidated = std::ranges::find(unvalidated, language) != unvalidated.end();
  return is_unvalidated ? strings.text("translation.unvalidated", language) : "";
}

ResultsView make_results_view(const QuestionBank& bank, const assessment::Score& score, Saving saving,
                              const Strings& strings, std::string_view language) {
  const ResultWriter writer(bank, strings, language);
  ResultsView view{.title = writer.text("results.title"),
                   .caveat = writer.text("results.caveat"),
                   .note = translation_note(bank, strings, language),
                   .after = bank.after.in(language),
                   .next_steps_title = writer.text("results.next_steps"),
                   .next = writer.text("results.next"),
                   .finish = writer.text("results.finish")};
  switch (saving) {
    case Saving::in_progress:
      view.saved = writer.text("results.saving");
      break;
    case Saving::saved:
      view.saved = writer.text("results.saved");
      view.saved_tone = Tone::good;
      break;
    case Saving::failed:
      view.saved = writer.text("results.not_saved");
      view.saved_tone = Tone::problem;
      break;
  }
  for (std::size_t i = 0; i < score.domains.size(); ++i) {
    view.domains.push_back(writer.domain(score.domains[i], bank.domains[i]));
  }
  return view;
}

TakeAwayView make_take_away_view(const QuestionBank& bank, const assessment::Score& score,
                                 const Strings& strings, std::string_view language) {
  const ResultWriter writer(bank, strings, language);
  TakeAwayView view{.title = writer.text("take_away.title"),
                    .lead = writer.text("take_away.lead"),
                    .next = writer.text("take_away.next")};
  for (std::size_t i = 0; i < score.domains.size(); ++i) {
    const DomainResultView domain = writer.domain(score.domains[i], bank.domains[i]);
    view.lines.push_back(
        fill(writer.text("take_away.line"), {{"domain", domain.title}, {"level", domain.level}}));
    for (const StepView& step : domain.next_steps) view.lines.push_back(step.title + ": " + step.address);
  }
  return view;
}

}  // namespace app
