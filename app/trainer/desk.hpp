// The trainer's desk: result files that were read, and reports made of them under the rules of disclosure.
//
// It holds exact sums, and gives away nothing that did not pass disclose(). All of its functions are called
// by one thread, the background's.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/core/trainer_update.hpp"
#include "app/platform/background.hpp"
#include "app/platform/folders.hpp"
#include "assessment/statistics/aggregate_files.hpp"

namespace app::trainer {

struct DeskSetup {
  std::vector<std::string> banks{};  // files named outright
  assessment::DisclosurePolicy policy{};
  std::string ledger{};                           // as with_ledger
  std::optional<assessment::TrainerKeys> keys{};  // for sealed files
  std::string out{};                              // folder that figures are saved in
  std::vector<std::string> languages{};           // of the interface: reports are made in each
};

class Desk {
 public:
  explicit Desk(DeskSetup setup) : setup_(std::move(setup)) {}

  // Does what was asked, and answers with one action or more.
  void carry_out(const TrainerCommand& command, const std::stop_token& stop,
                 const platform::PostAction& post);
  // Says once when the files of the places are others than those that were read, and have come to rest.
  void look(const platform::PostAction& post);

 private:
  void read(const ReadResults& command, const std::stop_token& stop, const platform::PostAction& post);
  assessment::Expected<Figures> make(const FigureChoice& choice) const;
  assessment::Expected<assessment::DisclosedTables> tables(const assessment::Grouping& grouping,
                                                           const FigureChoice& choice) const;
  assessment::Expected<std::string> save(const SaveReport& command) const;

  DeskSetup setup_;
  std::vector<std::string> places_{};
  assessment::AggregatedFiles results_{};
  std::vector<assessment::QuestionBank> banks_{};
  platform::FolderStamp read_stamp_{};  // of what was read
  platform::FolderStamp seen_stamp_{};  // at the last look
  bool has_told_ = true;                // that the files have changed, or there is nothing to watch
};

}  // namespace app::trainer
