// The dashboard's one way to change: an action turns a model into the next one, and says what is to be done.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/core/trainer_model.hpp"

namespace app {

struct ListFolder {
  std::string folder{};
  bool operator==(const ListFolder&) const = default;
};
// Reads all result files of the places, and watches these from then on.
struct ReadResults {
  std::vector<std::string> places{};
  bool operator==(const ReadResults&) const = default;
};
struct StopReading {
  bool operator==(const StopReading&) const = default;
};
struct MakeFigures {
  FigureChoice choice{};
  bool operator==(const MakeFigures&) const = default;
};
struct SaveReport {
  SharedReport report{};
  ExportFormat format = ExportFormat::csv;
  std::string name{};      // of the file, without its ending: "skills-report-2026-11-22-by-role"
  std::string language{};  // tag
  bool operator==(const SaveReport&) const = default;
};

// Carried out in this order, one after another, but for StopReading, which takes effect at once.
using TrainerCommand = std::variant<ListFolder, ReadResults, StopReading, MakeFigures, SaveReport>;

struct TrainerStep {
  TrainerModel model{};
  std::vector<TrainerCommand> commands{};

  bool operator==(const TrainerStep&) const = default;
};

TrainerStep start_trainer(const TrainerSetup& setup);

// Pure. An action that means nothing on the present page leaves the model as it was.
TrainerStep update(const TrainerModel& model, const TrainerAction& action);

// As --automation prints it: "needs".
std::string_view page_id(TrainerPage page);

// "role=clinical", "site=North,South": as `skills report --where` takes it.
std::string condition_text(const assessment::RecordFilter& filter);

}  // namespace app
