// Everything that can happen to the kiosk. Actions come from screens, from the clock and
// from commands that were carried out; update() is the only one who acts on them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/ids.hpp"

namespace app {

using Milliseconds = std::int64_t;  // steady: since the kiosk started, never the time of day

enum class Contrast { normal, high };

// From screens ---------------------------------------------------------------------------------

struct Start {  // attract: begin a visit in this language
  std::string language{};
  bool operator==(const Start&) const = default;
};
struct GoNext {
  bool operator==(const GoNext&) const = default;
};
struct GoBack {
  bool operator==(const GoBack&) const = default;
};
struct Leave {  // end the visit without keeping anything
  bool operator==(const Leave&) const = default;
};
struct SelectRole {
  assessment::RoleId role{};
  bool operator==(const SelectRole&) const = default;
};
struct DrawLink {  // "Give me three words"
  bool operator==(const DrawLink&) const = default;
};
struct EnterLink {  // "I have three words"
  bool operator==(const EnterLink&) const = default;
};
struct ChooseInitial {  // 0 .. 15
  int index = 0;
  bool operator==(const ChooseInitial&) const = default;
};
struct ChooseWord {  // 0 .. 255
  int word = 0;
  bool operator==(const ChooseWord&) const = default;
};
struct ChooseOption {  // question: the option at this place, as shown, from 0
  int index = 0;
  bool operator==(const ChooseOption&) const = default;
};
struct MoveOption {  // question of type order: an option one place earlier (-1) or later (+1)
  assessment::OptionId option{};
  int by = 0;
  bool operator==(const MoveOption&) const = default;
};
struct PickLeft {  // question of type match: the left side of the next pair; again: none
  assessment::OptionId left{};
  bool operator==(const PickLeft&) const = default;
};
struct JoinRight {  // question of type match: the right side for the left one that was picked; none picked:
                    // undoes its pair
  assessment::OptionId right{};
  bool operator==(const JoinRight&) const = default;
};
struct TypeKey {  // question of type number: '0' to '9', '.' or '<' for Delete
  char key = 0;
  bool operator==(const TypeKey&) const = default;
};
struct ToggleMark {  // question: "this question does not fit my job"
  bool operator==(const ToggleMark&) const = default;
};
struct ChangeAnswer {  // check: open the question again
  assessment::ItemId item{};
  bool operator==(const ChangeAnswer&) const = default;
};
struct ConfirmAndSave {
  bool operator==(const ConfirmAndSave&) const = default;
};
struct Finish {  // results: done; finished: back to attract
  bool operator==(const Finish&) const = default;
};
struct OpenComfort {
  bool operator==(const OpenComfort&) const = default;
};
struct SetLanguage {
  std::string language{};
  bool operator==(const SetLanguage&) const = default;
};
struct NextLanguage {  // the bar's button and F11: the one after the present one
  bool operator==(const NextLanguage&) const = default;
};
struct SetTextSize {
  int percent = 100;  // 100, 125, 150 or 200
  bool operator==(const SetTextSize&) const = default;
};
struct NextTextSize {  // F9
  bool operator==(const NextTextSize&) const = default;
};
struct SetContrast {
  Contrast contrast = Contrast::normal;
  bool operator==(const SetContrast&) const = default;
};
struct NextContrast {  // F10
  bool operator==(const NextContrast&) const = default;
};

// Only in a preview ----------------------------------------------------------------------------

struct OpenPreview {
  bool operator==(const OpenPreview&) const = default;
};
struct JumpTo {
  assessment::ItemId item{};
  bool operator==(const JumpTo&) const = default;
};
struct BankChanged {                                       // its file was saved again
  std::shared_ptr<const assessment::QuestionBank> bank{};  // null: it has errors
  std::vector<std::string> languages{};
  std::vector<std::string> findings{};
  bool operator==(const BankChanged&) const = default;
};

// From the loop --------------------------------------------------------------------------------

struct Tick {
  Milliseconds now = 0;
  bool operator==(const Tick&) const = default;
};
struct InputSeen {  // a press was released or a key was struck, after what it did
  bool operator==(const InputSeen&) const = default;
};

// From commands --------------------------------------------------------------------------------

struct SeedDrawn {
  std::uint64_t seed = 0;
  bool operator==(const SeedDrawn&) const = default;
};
struct VisitRefused {  // the disk may not hold one more result
  bool operator==(const VisitRefused&) const = default;
};
struct RecordPooled {
  bool operator==(const RecordPooled&) const = default;
};
struct RecordNotPooled {
  bool operator==(const RecordNotPooled&) const = default;
};
struct ReleaseScheduled {
  Milliseconds at = 0;
  bool operator==(const ReleaseScheduled&) const = default;
};

using Action =
    std::variant<Start, GoNext, GoBack, Leave, SelectRole, DrawLink, EnterLink, ChooseInitial, ChooseWord,
                 ChooseOption, MoveOption, PickLeft, JoinRight, TypeKey, ToggleMark, ChangeAnswer,
                 ConfirmAndSave, Finish, OpenComfort, SetLanguage, NextLanguage, SetTextSize, NextTextSize,
                 SetContrast, NextContrast, Tick, InputSeen, SeedDrawn, VisitRefused, RecordPooled,
                 RecordNotPooled, ReleaseScheduled, OpenPreview, JumpTo, BankChanged>;

}  // namespace app
