#include "app/core/trainer_update.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/core/comfort_steps.hpp"
#include "app/core/trainer_banks.hpp"
#include "assessment/base/overloaded.hpp"

namespace app {
namespace {

using assessment::Dimension;
using assessment::RecordFilter;
using enum TrainerPage;

bool is_tab(TrainerPage page) {
  return page >= needs && page <= about;
}

TrainerStep stay(const TrainerModel& model) {
  return {model, {}};
}

TrainerModel turned_to(TrainerModel model, TrainerPage page) {
  if (is_tab(model.page)) model.before = model.page;
  model.page = page;
  model.saved.reset();
  model.refusal.clear();
  return model;
}

TrainerStep open(TrainerModel model, std::vector<std::string> places) {
  model = turned_to(std::move(model), loading);
  model.places = places;
  model.faults.clear();
  std::vector<TrainerCommand> commands;
  if (std::exchange(model.reading, Reading{})) commands.push_back(StopReading{});
  commands.push_back(ReadResults{std::move(places)});
  return {std::move(model), std::move(commands)};
}

TrainerStep make(TrainerModel model, FigureChoice choice) {
  model.wanted = choice;
  model.refusal.clear();
  model.saved.reset();
  return {std::move(model), {MakeFigures{std::move(choice)}}};
}

// The same groups, by the same names: then what was chosen among them still means the same.
bool has_same_groups(const Figures& one, const Figures& other) {
  const auto& before = one.by_language.begin()->second.groups->groups;
  const auto& after = other.by_language.begin()->second.groups->groups;
  return std::ranges::equal(before, after, [](const auto& a, const auto& b) {
    return a.bank.id == b.bank.id &&
           std::ranges::equal(a.by, b.by, {}, &assessment::Name::id, &assessment::Name::id);
  });
}

const std::vector<assessment::ReportedGroup>& groups_of(const TrainerModel& model) {
  return model.figures->by_language.begin()->second.groups->groups;
}

// Of the bank on show.
std::pair<std::size_t, std::size_t> first_and_last_shown(const TrainerModel& model) {
  const auto& groups = groups_of(model);
  const std::string bank = bank_on_show(model);
  std::optional<std::size_t> first;
  std::size_t last = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].bank.id != bank || !groups[i].people.is_shown()) continue;
    if (!first) first = i;
    last = i;
  }
  return {first.value_or(0), last};
}

TrainerModel with_figures(TrainerModel model, const Figures& figures) {
  const bool is_same = model.figures && has_same_groups(*model.figures, figures);
  model.figures = figures;
  model.wanted.reset();
  if (is_same) return model;
  model.group.reset();
  model.compared = first_and_last_shown(model);
  if (model.page == group) model.page = model.before;
  return model;
}

void toggle(std::vector<RecordFilter>& filter, Dimension dimension, const std::string& value) {
  auto found = std::ranges::find(filter, dimension, &RecordFilter::dimension);
  if (found == filter.end()) {
    const auto place =
        std::ranges::find_if(filter, [&](const RecordFilter& other) { return other.dimension > dimension; });
    found = filter.insert(place, {dimension, {}});
  }
  std::vector<std::string>& values = found->values;
  const auto chosen = std::ranges::find(values, value);
  if (chosen != values.end()) {
    values.erase(chosen);
  } else {
    values.insert(std::ranges::upper_bound(values, value), value);
  }
  if (values.empty()) filter.erase(found);
}

// False also where there is no such group.
bool is_on_show(const TrainerModel& model, std::size_t group) {
  return model.figures && group < groups_of(model).size() &&
         groups_of(model)[group].bank.id == bank_on_show(model);
}

// What each action does; one function a kind.
struct Updater {
  const TrainerModel& model;

  TrainerStep operator()(const ShowPage& action) const {
    if (action.page == begin) {
      TrainerModel next = turned_to(model, begin);
      const std::string folder = next.listing.path.empty() ? next.setup.folder : next.listing.path;
      return {std::move(next), {ListFolder{folder}}};
    }
    const bool is_there = is_tab(action.page) || action.page == filters;
    if (!model.figures || !is_there || model.page == loading) return stay(model);
    TrainerModel next = turned_to(model, action.page);
    if (action.page == filters) next.draft = next.figures->choice.filter;
    return {std::move(next), {}};
  }
  TrainerStep operator()(const LookInto& action) const {
    if (model.page != begin) return stay(model);
    return {model, {ListFolder{action.folder}}};
  }
  TrainerStep operator()(const OpenFolder& action) const {
    return model.page == begin ? open(model, {action.folder}) : stay(model);
  }
  TrainerStep operator()(const CancelReading&) const {
    if (!model.reading) return stay(model);
    return {model, {StopReading{}}};
  }
  TrainerStep operator()(const GroupBy& action) const {
    if (!model.figures) return stay(model);
    return make(model, {action.dimension, model.figures->choice.filter});
  }
  // A group of one bank is none of another's, even by the same name: everyone of the other is shown.
  TrainerStep operator()(const ChooseBank& action) const {
    if (action.bank == bank_on_show(model)) return stay(model);
    TrainerModel next = model;
    next.bank = action.bank;
    if (bank_on_show(next) != action.bank) return stay(model);
    next.group.reset();
    next.compared = first_and_last_shown(next);
    return {std::move(next), {}};
  }
  TrainerStep operator()(const ChooseGroup& action) const {
    if (action.group && !is_on_show(model, *action.group)) return stay(model);
    TrainerModel next = model;
    next.group = action.group;
    return {std::move(next), {}};
  }
  TrainerStep operator()(const OpenCell& action) const {
    if (!is_on_show(model, action.group)) return stay(model);
    TrainerModel next = turned_to(model, group);
    next.group = action.group;
    next.domain = action.domain;
    return {std::move(next), {}};
  }
  TrainerStep operator()(const ToggleFilter& action) const {
    if (model.page != filters) return stay(model);
    TrainerModel next = model;
    toggle(next.draft, action.dimension, action.value);
    return {std::move(next), {}};
  }
  TrainerStep operator()(const ApplyFilters&) const {
    if (model.page != filters || !model.figures) return stay(model);
    return make(model, {model.figures->choice.by, model.draft});
  }
  TrainerStep operator()(const ClearFilters&) const {
    if (!model.figures) return stay(model);
    TrainerModel next = model;
    next.draft.clear();
    return make(std::move(next), {model.figures->choice.by, {}});
  }
  TrainerStep operator()(const OrderQuestions& action) const {
    TrainerModel next = model;
    next.order = action.order;
    return {std::move(next), {}};
  }
  TrainerStep operator()(const CompareGroup& action) const {
    if (!is_on_show(model, action.group)) return stay(model);
    TrainerModel next = model;
    (action.side == ComparedSide::before ? next.compared.first : next.compared.second) = action.group;
    return {std::move(next), {}};
  }
  TrainerStep operator()(const SaveFigures& action) const {
    if (!model.figures || model.wanted) return stay(model);
    const FigureChoice& choice = model.figures->choice;
    const std::string by = choice.by ? std::string(to_text(*choice.by)) : "everyone";
    const std::string& language = model.comfort.language;
    return {model,
            {SaveReport{.report = model.figures->by_language.at(language).groups,
                        .format = action.format,
                        .name = fmt::format("skills-report-{}-by-{}", model.figures->made_on, by),
                        .language = language}}};
  }
  TrainerStep operator()(const GoBack&) const {
    if (model.page == loading) return (*this)(CancelReading{});
    const bool is_over = model.page == group || model.page == filters || model.page == begin;
    if (!is_over || !model.figures) return stay(model);
    return {turned_to(model, model.before), {}};
  }
  TrainerStep operator()(const NextLanguage&) const {
    TrainerModel next = model;
    next.comfort.language = after(model.setup.languages, model.comfort.language);
    return {std::move(next), {}};
  }
  TrainerStep operator()(const NextTextSize&) const {
    TrainerModel next = model;
    next.comfort.text_size = after(text_sizes, model.comfort.text_size);
    return {std::move(next), {}};
  }
  TrainerStep operator()(const NextContrast&) const {
    TrainerModel next = model;
    next.comfort.contrast = other(model.comfort.contrast);
    return {std::move(next), {}};
  }
  TrainerStep operator()(const FolderListed& action) const {
    TrainerModel next = model;
    next.listing = action.listing;
    return {std::move(next), {}};
  }
  TrainerStep operator()(const ReadingAdvanced& action) const {
    if (!model.reading) return stay(model);
    TrainerModel next = model;
    next.reading = Reading{action.share, action.bytes};
    return {std::move(next), {}};
  }
  // Figures of the same choice where there was one, so that a folder that changed shows the same page anew.
  TrainerStep operator()(const ResultsRead& action) const {
    if (action.places != model.places) return stay(model);
    TrainerModel next = model;
    next.reading.reset();
    next.contents = action.contents;
    if (next.page != loading)
      return make(std::move(next), model.figures ? model.figures->choice : FigureChoice{});
    next.page = needs;
    next.figures.reset();
    next.group.reset();
    return make(std::move(next), FigureChoice{});
  }
  TrainerStep operator()(const ReadingFailed& action) const {
    if (action.places != model.places) return stay(model);
    TrainerModel next = model;
    next.reading.reset();
    next.faults = action.faults;
    if (next.page != loading) return {std::move(next), {}};
    if (next.figures) return {turned_to(std::move(next), model.before), {}};
    next.page = begin;
    const std::string folder = next.listing.path.empty() ? next.setup.folder : next.listing.path;
    return {std::move(next), {ListFolder{folder}}};
  }
  TrainerStep operator()(const FilesChanged&) const {
    if (!model.contents || model.reading) return stay(model);
    TrainerModel next = model;
    next.reading = Reading{};
    return {std::move(next), {ReadResults{model.places}}};
  }
  TrainerStep operator()(const FiguresMade& action) const {
    if (model.wanted != action.figures.choice) return stay(model);
    TrainerModel next = with_figures(model, action.figures);
    if (next.page == filters) next.page = next.before;
    return {std::move(next), {}};
  }
  TrainerStep operator()(const FiguresRefused& action) const {
    if (model.wanted != action.choice) return stay(model);
    TrainerModel next = model;
    next.wanted.reset();
    next.refusal = action.faults;
    return {std::move(next), {}};
  }
  TrainerStep operator()(const FiguresSaved& action) const {
    TrainerModel next = model;
    next.saved = SavedFile{.path = action.path};
    return {std::move(next), {}};
  }
  TrainerStep operator()(const FiguresNotSaved& action) const {
    TrainerModel next = model;
    next.saved = SavedFile{.faults = action.faults};
    return {std::move(next), {}};
  }
};

}  // namespace

TrainerStep start_trainer(const TrainerSetup& setup) {
  TrainerModel model{.setup = setup, .comfort = setup.comfort};
  if (!setup.places.empty()) return open(std::move(model), setup.places);
  return {std::move(model), {ListFolder{setup.folder}}};
}

TrainerStep update(const TrainerModel& model, const TrainerAction& action) {
  return std::visit(Updater{model}, action);
}

std::string_view page_id(TrainerPage page) {
  static constexpr std::array<std::string_view, 10> ids{
      "begin", "loading", "needs", "levels", "knowledge", "questions", "change", "about", "group", "filters"};
  return ids[static_cast<std::size_t>(page)];
}

std::string condition_text(const RecordFilter& filter) {
  return fmt::format("{}={}", to_text(filter.dimension), fmt::join(filter.values, ","));
}

}  // namespace app
