// The pages behind "Staff only" in finished words.
#pragma once

#include <string>
#include <vector>

#include "app/core/model.hpp"
#include "app/core/pause_view.hpp"
#include "app/core/strings.hpp"

namespace app {

struct StaffView {
  std::string part{};  // "pin" or "open"
  std::string title{}, lead{};
  std::string error_title{}, error{};  // empty: none
  EntryView entry{};                   // an empty title: not there
  std::string wait{};
  std::vector<std::string> state{};  // sentences about the kiosk
  std::string next{};                // empty, here and below: no such button
  std::string clean{}, quit{}, leave{};

  bool operator==(const StaffView&) const = default;
};

struct CleanView {
  std::string title{}, lead{};
  std::string count{};    // the figure alone, large
  std::string seconds{};  // "Seconds left: 12", spoken

  bool operator==(const CleanView&) const = default;
};

StaffView make_staff_view(const Model& model, const StaffPage& page, const Strings& strings);
CleanView make_clean_view(const Model& model, const CleanPage& page, const Strings& strings);

}  // namespace app
