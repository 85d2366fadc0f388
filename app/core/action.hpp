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
enum class PrintSize { normal, large };
enum class Aloud { unasked, yes, no };  // whether others may hear a person's answers

// For people who press one or two switches: whether the focus moves by itself, by a switch, or not at all.
enum class Scanning { off, one_switch, two_switches };

// What staff may know of the kiosk: nothing of it tells about a person.
enum class Outbox { none, reached, missing };
struct KioskState {
  bool can_save = true;
  Outbox outbox = Outbox::none;

  bool operator==(const KioskState&) const = default;
};

// From screens ---------------------------------------------------------------------------------

struct Start {  // attract: begin a visit in this language
  std::string language{};
  bool operator==(const Start&) const = default;
};
struct PickBank {  // attract: one of several banks, in the campaign's order, from 0
  int index = 0;
  bool operator==(const PickBank&) const = default;
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
struct ToggleMark {  // question: "this question does not fit what I do"
  bool operator==(const ToggleMark&) const = default;
};
struct ChangeAnswer {  // check: open the question again
  assessment::ItemId item{};
  bool operator==(const ChangeAnswer&) const = default;
};
struct ConfirmAndSave {
  bool operator==(const ConfirmAndSave&) const = default;
};
struct ShowAnswers {  // results: the answers behind a domain's level; again: hide them
  assessment::DomainId domain{};
  bool operator==(const ShowAnswers&) const = default;
};
struct PrintPlan {  // take_away: the words on the screen, finished, to paper
  std::string text{};
  PrintSize size = PrintSize::normal;
  bool operator==(const PrintPlan&) const = default;
};
struct TakePage {  // take_away: "I have my page"
  bool operator==(const TakePage&) const = default;
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

struct SetScanning {
  Scanning scanning = Scanning::off;
  bool operator==(const SetScanning&) const = default;
};
struct SetScanSeconds {
  int seconds = 3;  // 1 .. 10
  bool operator==(const SetScanSeconds&) const = default;
};
struct HideScreen {  // the bar's button and F12; on the curtain: shows it again
  bool operator==(const HideScreen&) const = default;
};
struct ShowScreen {
  bool operator==(const ShowScreen&) const = default;
};
struct CallAway {  // question and check: "I'm called away"
  bool operator==(const CallAway&) const = default;
};
struct ChoosePause {
  int minutes = 15;  // 15, 30 or 60
  bool operator==(const ChoosePause&) const = default;
};
struct OpenResume {  // attract: "Continue a paused assessment"
  bool operator==(const OpenResume&) const = default;
};
struct OpenStaff {  // attract and out of order
  bool operator==(const OpenStaff&) const = default;
};
struct StartCleaning {  // staff: no input counts while the glass is wiped
  bool operator==(const StartCleaning&) const = default;
};
struct Quit {  // staff: end the program
  bool operator==(const Quit&) const = default;
};
struct SetReadAloud {
  bool is_on = false;
  bool operator==(const SetReadAloud&) const = default;
};
struct ReadPage {  // F2: read all of it, and go on reading
  bool operator==(const ReadPage&) const = default;
};
struct Repeat {  // F3: what was said last
  bool operator==(const Repeat&) const = default;
};
struct Hush {  // F4: stop, and be quiet until the focus moves
  bool operator==(const Hush&) const = default;
};
struct ChangeVolume {  // F5, F6; in steps of 10
  int by = 0;
  bool operator==(const ChangeVolume&) const = default;
};
struct ChangeRate {  // F7, F8; in steps of 10
  int by = 0;
  bool operator==(const ChangeRate&) const = default;
};
struct AllowAloud {  // aloud: the answer to whether others may hear
  bool is_allowed = false;
  bool operator==(const AllowAloud&) const = default;
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
  bool is_speaking = false;  // something is being read aloud, other than a countdown: the idle clock stands
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
struct CodeDrawn {
  int number = 0;  // 0 .. 9999
  bool operator==(const CodeDrawn&) const = default;
};
struct PinChecked {
  bool is_right = false;
  bool operator==(const PinChecked&) const = default;
};
struct KioskSeen {
  KioskState state{};
  bool operator==(const KioskSeen&) const = default;
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
struct Printed {
  bool operator==(const Printed&) const = default;
};
struct NotPrinted {
  bool operator==(const NotPrinted&) const = default;
};
struct ReleaseScheduled {
  Milliseconds at = 0;
  bool operator==(const ReleaseScheduled&) const = default;
};

using Action =
    std::variant<Start, PickBank, GoNext, GoBack, Leave, SelectRole, DrawLink, EnterLink, ChooseInitial,
                 ChooseWord, ChooseOption, MoveOption, PickLeft, JoinRight, TypeKey, ToggleMark, ChangeAnswer,
                 ConfirmAndSave, ShowAnswers, PrintPlan, TakePage, Finish, OpenComfort, SetLanguage,
                 NextLanguage, SetTextSize, NextTextSize, SetContrast, NextContrast, SetScanning,
                 SetScanSeconds, HideScreen, ShowScreen, CallAway, ChoosePause, OpenResume, OpenStaff,
                 StartCleaning, Quit, SetReadAloud, ReadPage, Repeat, Hush, ChangeVolume, ChangeRate,
                 AllowAloud, CodeDrawn, PinChecked, KioskSeen, Tick, InputSeen, SeedDrawn, VisitRefused,
                 RecordPooled, RecordNotPooled, Printed, NotPrinted, ReleaseScheduled, OpenPreview, JumpTo,
                 BankChanged>;

}  // namespace app
