#include "app/core/result_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace app {
namespace {

using assessment::DomainScore;
using assessment::Figures;
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
    add_level(view, measure, domain);
    if (is_self && score.knowledge) view.knowledge = knowledge(score);
    if (const auto level = level_for_steps(measure, domain)) view.next_steps = next_steps(domain, *level);
    return view;
  }

  RemarkView remark(const Remark& remark) const {
    const assessment::Item& item = bank_.items[remark.item];
    return {item.prompt.in(language_), verdict(remark.verdict), item.feedback.in(language_)};
  }

  const std::string& text(std::string_view key) const { return strings_.text(key, language_); }

 private:
  const std::string& verdict(Verdict verdict) const {
    switch (verdict) {
      case Verdict::right:
        return text("results.answer.right");
      case Verdict::partly:
        return text("results.answer.partly");
      case Verdict::wrong:
        return text("results.answer.wrong");
      case Verdict::not_sure:
        break;
    }
    return text("results.answer.not_sure");
  }

  static std::string whole(const assessment::Rational& percent) {
    return fmt::to_string(assessment::tenths_cut_off(percent) / 10);
  }

  void add_level(DomainResultView& view, const assessment::MeasureScore& measure,
                 const assessment::Domain& domain) const {
    if (measure.level) {
      const std::vector<assessment::Level>& levels = levels_of(bank_, domain);
      view.level = levels[*measure.level].label.in(language_);
      view.step = static_cast<int>(*measure.level) + 1;
      view.steps = static_cast<int>(levels.size());
      view.position = fill(text("results.position"),
                           {{"step", fmt::to_string(view.step)}, {"steps", fmt::to_string(view.steps)}});
      view.reason = reason(measure, domain, levels[*measure.level]);
    } else if (is_decided(measure)) {
      view.level = text("results.attained." + to_text(*measure.attained));
      view.reason = fill(text("results.reason_met"),
                         {{"met", assessment::to_decimal(measure.figures.points)},
                          {"all", assessment::to_decimal(measure.figures.points_possible)}});
    } else {
      add_missing_level(view, measure.figures);
    }
  }

  static bool is_decided(const assessment::MeasureScore& measure) {
    return measure.attained && *measure.attained != assessment::Attainment::undetermined;
  }

  void add_missing_level(DomainResultView& view, const Figures& figures) const {
    const bool is_not_theirs = figures.asked > 0 && figures.not_applicable == figures.asked;
    view.level = text(is_not_theirs ? "results.not_your_role" : "results.too_few");
    view.reason = is_not_theirs
                      ? text("results.reason_not_your_role")
                      : fill(text("results.reason_too_few"), {{"answered", fmt::to_string(figures.answered)},
                                                              {"asked", fmt::to_string(figures.asked)}});
  }

  // Why this level: by points where the levels are bounds of points, by counting where nothing is averaged.
  std::string reason(const assessment::MeasureScore& measure, const assessment::Domain& domain,
                     const assessment::Level& level) const {
    const Figures& figures = measure.figures;
    const std::string from = assessment::to_decimal(level.from);
    if (measure.counts) return text("results.reason_median");
    if (figures.percent && !domain.rule.levels.empty()) {
      return fill(text("results.reason_points"),
                  {{"points", assessment::to_decimal(figures.points)},
                   {"possible", assessment::to_decimal(figures.points_possible)},
                   {"from", from}});
    }
    return fill(text("results.reason"), {{"percent", whole(*figures.percent)}, {"from", from}});
  }

  // The bank's resources are named by its levels: the reached one; with yes or no, the last and the first.
  std::optional<assessment::LevelId> level_for_steps(const assessment::MeasureScore& measure,
                                                     const assessment::Domain& domain) const {
    if (measure.level) return levels_of(bank_, domain)[*measure.level].id;
    if (!is_decided(measure)) return std::nullopt;
    const bool is_all = *measure.attained == assessment::Attainment::attained;
    return is_all ? bank_.levels.back().id : bank_.levels.front().id;
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

ResultsView make_results_view(const QuestionBank& bank, const ResultsPage& page, const Strings& strings,
                              std::string_view language) {
  const ResultWriter writer(bank, strings, language);
  ResultsView view{.title = writer.text("results.title"),
                   .caveat = writer.text("results.caveat"),
                   .note = translation_note(bank, strings, language),
                   .after = bank.after.in(language),
                   .next_steps_title = writer.text("results.next_steps"),
                   .remarks_title = writer.text("results.answers"),
                   .next = writer.text("results.next"),
                   .finish = writer.text("results.finish")};
  switch (page.saving) {
    case Saving::in_progress:
      view.saved = writer.text("results.saving");
      break;
    case Saving::saved:
      view.saved = writer.text("results.saved");
      view.saved_tone = Tone::good;
      break;
    case Saving::not_wanted:
      view.saved = writer.text("results.preview");
      break;
    case Saving::failed:
      view.saved = writer.text("results.not_saved");
      view.saved_tone = Tone::problem;
      break;
  }
  for (std::size_t i = 0; i < page.score.domains.size(); ++i) {
    view.domains.push_back(writer.domain(page.score.domains[i], bank.domains[i]));
  }
  for (const Remark& remark : page.remarks) {
    view.domains[bank.items[remark.item].domain].remarks.push_back(writer.remark(remark));
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
