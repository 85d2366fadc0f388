// Carries out what update() wants done in the world, and answers with actions.
//
// All but WipeVisit, Speak and QuitKiosk, which are the loop's own affairs: it holds what is on the screen.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/core/action.hpp"
#include "app/core/command.hpp"
#include "app/platform/clock.hpp"
#include "app/platform/log.hpp"
#include "app/platform/printer.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/base/random.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/storage.hpp"

namespace app::platform {

// The kiosk's data folder, open and locked, and the campaign whose results it keeps.
struct Keeper {
  std::unique_ptr<assessment::Storage> storage{};
  // Read for every save and forgotten after it, so that memory holds nobody's answers; kept only while it
  // knows of a write that failed.
  std::optional<assessment::Pool> pool{};
  std::vector<assessment::PoolOrigin> origins{};  // one a bank
  assessment::Campaign campaign{};                // its outbox as seen from the working folder
  std::set<std::string> in_outbox{};              // names of batches that were found there, with equal bytes
};

// Faults as storage and pool have them: "folder-in-use", "pool-unreadable", …
assessment::Expected<Keeper> open_keeper(const std::string& folder, const assessment::Campaign& campaign,
                                         std::vector<assessment::PoolOrigin> origins,
                                         assessment::Random& random);

class Commands {
 public:
  // Without a keeper, as when the kiosk is out of order, nothing is kept and nothing released.
  Commands(std::optional<Keeper> keeper, const Clock& clock, assessment::Random& random,
           Log log = log_to_standard_error);

  // Where pages go from now on; without it none can be printed.
  void set_printer(Printer printer) { printer_ = std::move(printer); }

  // What fails is logged at the next quiet moment, for a line in the log must not tell that somebody is here.
  std::vector<Action> carry_out(const Command& command);

 private:
  std::vector<Action> begin_visit();
  std::vector<Action> pool(const PoolRecord& command);
  std::vector<Action> look();
  void release();
  void copy_to_outbox();
  std::vector<Action> schedule();
  void remember_causes(const assessment::Diagnostics& causes);
  void write_log();

  std::optional<Keeper> keeper_;
  const Clock& clock_;
  assessment::Random& random_;
  Log log_;
  std::optional<Printer> printer_{};
  std::set<Event> unlogged_{};
};

}  // namespace app::platform
