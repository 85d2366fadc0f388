// The trainer's dashboard as a value: what was read, what is shown of it, and on which page.
//
// It holds figures only as reports that passed disclose(); what they were made from stays with the
// background's work.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/core/model.hpp"
#include "app/core/trainer_action.hpp"

namespace app {

// Fixed while the dashboard runs.
struct TrainerSetup {
  std::vector<std::string> places{};  // folders and files named at the start; empty: to be picked
  std::string folder{};               // where picking begins
  std::vector<std::string> languages{"en"};
  Comfort comfort{};

  bool operator==(const TrainerSetup&) const = default;
};

struct Reading {
  double share = 0;
  std::int64_t bytes = 0;

  bool operator==(const Reading&) const = default;
};

// What became of the last export; empty: there was none on this page.
struct SavedFile {
  std::string path{};  // empty: not saved
  assessment::Diagnostics faults{};

  bool operator==(const SavedFile&) const = default;
};

struct TrainerModel {
  TrainerSetup setup{};
  Comfort comfort{};
  TrainerPage page = TrainerPage::begin;
  TrainerPage before = TrainerPage::needs;  // where Back leads from `group`, `filters` and `begin`

  FolderListing listing{};
  std::vector<std::string> places{};  // that were opened last
  std::optional<Reading> reading{};   // present: files are being read
  assessment::Diagnostics faults{};   // why nothing could be read

  std::optional<Contents> contents{};
  std::optional<Figures> figures{};               // shown
  std::optional<FigureChoice> wanted{};           // being made; empty: `figures` is what was asked for
  assessment::Diagnostics refusal{};              // why the choice asked for last is not shown
  std::vector<assessment::RecordFilter> draft{};  // of the filter page, not applied yet
  std::string bank{};                             // that was chosen; see bank_on_show
  std::optional<std::size_t> group{};             // whose figures, of the bank on show; none: everyone
  std::string domain{};                           // of the cell that was opened
  QuestionOrder order = QuestionOrder::bank;
  std::pair<std::size_t, std::size_t> compared{0, 0};  // groups of the bank on show: before, after
  std::optional<SavedFile> saved{};

  bool operator==(const TrainerModel&) const = default;
};

}  // namespace app
