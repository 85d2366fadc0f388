#include "app/core/result_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "app/core/answers_behind.hpp"

namespace app {
namespace {

using assessment::DomainScore;
using assessment::Figures;
using assessment::QuestionBank;

// As people write it down: "www.learnmyway.com".
std::string written_address(std::string_view url) {
  constexpr std::string_view scheme = "https://";
  if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  if (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

class ResultWriter {
 public:
  ResultWriter(const QuestionBank& bank, const Outcome& outcome, const Strings& strings,
               std::string_view language)
      : bank_(bank), outcome_(outcome), strings_(strings), language_(language) {}

  DomainResultView domain(std::size_t index) const {
    const assessment::Domain& domain = bank_.domains[index];
    const DomainScore& score = outcome_.score.domains[index];
    DomainResultView view{.id = domain.id.text, .title = domain.title.in(language_)};
    // A domain without self-ratings speaks of what the person knew.
    const bool is_self = score.self.figures.asked > 0;
    const assessment::MeasureScore& measure = is_self || !score.knowledge ? score.self : *score.knowledge;
    add_level(view, measure, domain);
    if (is_self && measure.level) say_what_is_done_alone(view, index);
    view.summary = fill(text("take_away.line"), {{"domain", view.title}, {"level", view.level}});
    if (score.gap) view.gap = gap(domain, *score.gap);
    if (is_self && score.knowledge) add_comparison(view, score);
    if (const auto level = level_for_steps(measure, domain)) view.next_steps = next_steps(domain, *level);
    return view;
  }

  void add_why(DomainResultView& view, std::size_t index, bool is_open) const {
    WhyView why = answers_behind(bank_, outcome_, index, strings_, language_);
    if (why.ratings.empty() && why.knowledge.empty()) return;
    view.why_label = text(is_open ? "results.why.hide" : "results.why.show");
    view.why_name = fmt::format("{} {}", view.why_label, view.title);
    if (is_open) view.why = std::move(why);
  }

  const std::string& text(std::string_view key) const { return strings_.text(key, language_); }

 private:
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

  // What the person said in words first; how it was worked out stands with the answers.
  void say_what_is_done_alone(DomainResultView& view, std::size_t index) const {
    std::string alone = done_alone(bank_, outcome_, index, strings_, language_);
    if (alone.empty()) return;
    view.figure = std::exchange(view.reason, std::move(alone));
  }

  std::string gap(const assessment::Domain& domain, int gap) const {
    if (gap == 0) return text("results.gap.same");
    const auto asks = std::ranges::find_if(bank_.profiles, [&](const assessment::ProfileEntry& entry) {
      return entry.role == outcome_.session.role && entry.domain == domain.id;
    });
    return fill(text(gap > 0 ? "results.gap.more" : "results.gap.less"),
                {{"level", levels_of(bank_, domain)[asks->level].label.in(language_)}});
  }

  void add_comparison(DomainResultView& view, const DomainScore& score) const {
    view.knowledge = knowledge(score);
    const auto& rated = score.self.figures.percent;
    const auto& known = score.knowledge->figures.percent;
    if (rated && known) view.bars = {bar("results.confidence", *rated), bar("results.knowledge_bar", *known)};
  }

  BarView bar(std::string_view label, const assessment::Rational& percent) const {
    return {.label = text(label),
            .text = fill(text("results.out_of"), {{"percent", whole(percent)}}),
            .percent = assessment::tenths_cut_off(percent) / 10};
  }

  std::string knowledge(const DomainScore& score) const {
    const assessment::MeasureScore& known = *score.knowledge;
    // Rules such as all_of and ordinal give no percentage, however many answers there are.
    if (!known.figures.percent)
      return known.attained || known.counts ? "" : text("results.knowledge_too_few");
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
                       .address = written_address(resource.url)});
    }
    return steps;
  }

  const QuestionBank& bank_;
  const Outcome& outcome_;
  const Strings& strings_;
  std::string_view language_;
};

std::pair<std::string, Tone> saved(Saving saving, const Strings& strings, std::string_view language) {
  switch (saving) {
    case Saving::in_progress:
      return {strings.text("results.saving", language), Tone::neutral};
    case Saving::saved:
      return {strings.text("results.saved", language), Tone::good};
    case Saving::not_wanted:
      return {strings.text("results.preview", language), Tone::neutral};
    case Saving::failed:
      break;
  }
  return {strings.text("results.not_saved", language), Tone::problem};
}

}  // namespace

std::string translation_note(const QuestionBank& bank, const Strings& strings, std::string_view language) {
  const auto& unvalidated = bank.unvalidated_languages;
  const bool is_unvalidated = std::ranges::find(unvalidated, language) != unvalidated.end();
  return is_unvalidated ? strings.text("translation.unvalidated", language) : "";
}

ResultsView make_results_view(const QuestionBank& bank, const ResultsPage& page, const Strings& strings,
                              std::string_view language) {
  const ResultWriter writer(bank, page.outcome, strings, language);
  ResultsView view{.title = writer.text("results.title"),
                   .caveat = writer.text("results.caveat"),
                   .note = translation_note(bank, strings, language),
                   .after = bank.after.in(language),
                   .overview_title = writer.text("results.overview"),
                   .next_steps_title = writer.text("results.next_steps"),
                   .next = writer.text("results.next"),
                   .finish = writer.text("results.finish")};
  std::tie(view.saved, view.saved_tone) = saved(page.outcome.saving, strings, language);
  for (std::size_t i = 0; i < bank.domains.size(); ++i) {
    view.domains.push_back(writer.domain(i));
    const bool is_open = std::ranges::find(page.opened, bank.domains[i].id) != page.opened.end();
    writer.add_why(view.domains.back(), i, is_open);
  }
  return view;
}

}  // namespace app
