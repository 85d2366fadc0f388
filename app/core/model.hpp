// The kiosk as a value: which page it shows, and what that page needs to know.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/core/action.hpp"
#include "app/core/tries.hpp"
#include "assessment/bank/bank.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/session.hpp"

namespace app {

struct Page;

// The page that another one covers for a while; copies share it, and nobody changes it.
class CoveredPage {
 public:
  explicit CoveredPage(Page page);
  const Page& page() const { return *page_; }
  bool operator==(const CoveredPage& other) const;

 private:
  std::shared_ptr<const Page> page_;
};

struct AttractPage {
  bool has_picked = false;  // one of several banks
  bool operator==(const AttractPage&) const = default;
};
// The visit before its first question; the session is there after coming back.
struct ComfortPage {
  std::optional<assessment::Session> session{};
  bool operator==(const ComfortPage&) const = default;
};
struct PrivacyPage {
  std::optional<assessment::Session> session{};
  bool operator==(const PrivacyPage&) const = default;
};
struct RolePage {
  std::optional<assessment::Session> session{};
  bool is_role_missing = false;  // Continue was pressed without one
  bool operator==(const RolePage&) const = default;
};
// Where the campaign joins waves: three words that a person takes along, or has from the last time.
struct LinkPage {
  enum class Stage { asking, given, choosing };

  assessment::Session session{};
  Stage stage = Stage::asking;
  std::vector<std::uint8_t> chosen{};  // of the three words
  std::optional<int> initial{};        // of the next word
  bool is_unknown = false;             // three words were chosen that do not belong together
  bool operator==(const LinkPage&) const = default;
};
struct QuestionPage {
  assessment::Session session{};
  bool is_answer_missing = false;      // Continue was pressed without one
  bool is_change = false;              // opened from check: Continue returns there
  assessment::OptionId picked_left{};  // of a match: whose right side is awaited; empty: none
  bool operator==(const QuestionPage&) const = default;
};
struct CheckPage {
  assessment::Session session{};
  bool operator==(const CheckPage&) const = default;
};
enum class Saving { in_progress, saved, failed, not_wanted };  // not_wanted: a preview
// A visit that was scored: what its last pages are made of, until they are wiped.
struct Outcome {
  assessment::Score score{};
  assessment::Session session{};     // the answers behind it
  std::vector<std::size_t> shown{};  // indices into QuestionBank::items: what was asked, in page order
  Saving saving = Saving::in_progress;
  bool operator==(const Outcome&) const = default;
};
struct ResultsPage {
  Outcome outcome{};
  std::vector<assessment::DomainId> opened{};  // whose answers are shown
  bool operator==(const ResultsPage&) const = default;
};
enum class Printing { none, in_progress, printed, failed, taken };  // taken: the person has the page
struct TakeAwayPage {
  Outcome outcome{};
  Printing printing = Printing::none;
  bool operator==(const TakeAwayPage&) const = default;
};
struct FinishedPage {
  bool is_page_left = false;  // nobody said that they have what was printed
  bool operator==(const FinishedPage&) const = default;
};
// Comfort opened from a later page, which waits beneath.
struct ComfortAgainPage {
  CoveredPage beneath;
  bool operator==(const ComfortAgainPage&) const = default;
};
struct TimeoutPage {
  CoveredPage beneath;
  Milliseconds began = 0;
  bool operator==(const TimeoutPage&) const = default;
};
// Hidden from whoever comes by, until somebody presses.
struct CurtainPage {
  CoveredPage beneath;
  bool operator==(const CurtainPage&) const = default;
};
// "I'm called away": first how long, then the code that brings the visit back.
struct AwayPage {
  CoveredPage beneath;
  Milliseconds length = 0;  // 0: not chosen yet
  std::string code{};       // empty: not drawn yet
  bool operator==(const AwayPage&) const = default;
};
// What is wrong with digits that were entered.
enum class EntryFault { none, incomplete, wrong };
// "Continue a paused assessment".
struct ResumePage {
  std::string typed{};
  EntryFault fault = EntryFault::none;
  bool operator==(const ResumePage&) const = default;
};
struct StaffPage {
  enum class Stage { pin, checking, open };

  Stage stage = Stage::pin;
  std::string typed{};
  EntryFault fault = EntryFault::none;
  std::optional<KioskState> state{};  // once it was looked at
  bool operator==(const StaffPage&) const = default;
};
// The glass is being wiped: no input counts.
struct CleanPage {
  Milliseconds began = 0;
  bool operator==(const CleanPage&) const = default;
};
// On a loudspeaker: whether answers may be heard. Asked before the page beneath is spoken.
struct AloudPage {
  CoveredPage beneath;
  bool operator==(const AloudPage&) const = default;
};
// A bank shown to its author: what is wrong with it, and the way to each of its questions.
struct PreviewPage {
  std::optional<assessment::Session> session{};
  bool operator==(const PreviewPage&) const = default;
};
struct OutOfOrderPage {
  bool operator==(const OutOfOrderPage&) const = default;
};

using AnyPage =
    std::variant<AttractPage, ComfortPage, PrivacyPage, RolePage, LinkPage, QuestionPage, CheckPage,
                 ResultsPage, TakeAwayPage, FinishedPage, ComfortAgainPage, TimeoutPage, AloudPage,
                 CurtainPage, AwayPage, ResumePage, StaffPage, CleanPage, PreviewPage, OutOfOrderPage>;
template <class... Pages>
bool is_one_of(const AnyPage& page) {
  return (std::holds_alternative<Pages>(page) || ...);
}

struct Page {
  AnyPage content{};
  bool operator==(const Page&) const = default;
};

struct Comfort {
  std::string language = "en";
  int text_size = 100;  // percent
  Contrast contrast = Contrast::normal;
  Scanning scanning = Scanning::off;
  int scan_seconds = 3;  // 1 .. 10: how long one switch waits on each item
  bool is_read_aloud = false;
  int volume = 0;  // -100 .. 100
  int rate = 0;    // -100 .. 100
  Aloud aloud = Aloud::unasked;

  bool operator==(const Comfort&) const = default;
};

// A bank that people can take, and the languages that it and the kiosk have in common.
struct BankOffer {
  std::shared_ptr<const assessment::QuestionBank> bank{};  // never null
  std::vector<std::string> languages{};  // in the order of their Start buttons; at least one

  bool operator==(const BankOffer&) const = default;
};

// A visit that waits in memory for the person who was called away, and nowhere else.
struct PausedVisit {
  std::string code{};  // four digits, no other visit's
  CoveredPage page;    // question or check
  BankOffer offer{};
  Comfort comfort{};
  std::uint64_t seed = 0;
  Milliseconds until = 0;

  bool operator==(const PausedVisit&) const = default;
};
inline constexpr std::size_t most_paused = 8;
inline constexpr std::array pause_lengths{15, 30, 60};  // minutes

// What an author sees beside the bank.
struct Preview {
  std::vector<std::string> findings{};  // "FILE:LINE:COL: error: TEXT"

  bool operator==(const Preview&) const = default;
};

// What the campaign decides about the kiosk; fixed while it runs, but for a preview's bank and for a choice
// among several: then `bank` and `languages` are those of the bank picked, and of the first between visits.
struct Setup {
  std::shared_ptr<const assessment::QuestionBank> bank{};  // null: out of order
  std::vector<std::string> languages{};                    // in the order of their Start buttons
  std::vector<BankOffer> offers{};                         // several to pick from; empty: there is one bank
  Comfort comfort{};                                       // what every visit begins with
  Milliseconds idle_limit = 180'000;                       // 0: never
  int pause_minutes = 30;                                  // the longest pause
  Milliseconds double_strike = 500;                        // a second press on the same within it is none
  std::string admin_pin{};                                 // Argon2id string; empty: no door for staff
  bool is_locked_down = false;                             // no way out of the kiosk
  int minimum_group = 10;                                  // reports hide smaller ones: said to the person
  std::string organisation{};                              // "" : none to name
  std::string logo{};                                      // picture in place of that name; "": none
  std::string help_text{};                                 // where to get help; "": none
  bool records_language = false;                           // a result says in which language it was given
  std::optional<assessment::SecretKey> link_key{};         // present: visits may be joined by three words
  bool can_speak = false;                                  // there is a voice, and somewhere to hear it
  bool is_loudspeaker = false;                             // others hear it too
  bool has_printer = false;                                // pages can be printed and are nowhere kept
  std::optional<Preview> preview{};                        // present: an author looks at the bank
  bool is_demonstration = false;                           // no campaign file: said on screen

  bool operator==(const Setup&) const = default;
};

struct Model {
  Setup setup{};
  Comfort comfort{};
  Page page{};
  std::uint64_t seed = 0;  // of the visit that runs
  Milliseconds now = 0;
  Milliseconds last_input = 0;
  std::vector<PausedVisit> paused{};  // at most most_paused
  Tries code_tries{};                 // at paused visits
  Tries pin_tries{};
  std::optional<Milliseconds> release_at{};  // the next quiet moment to look

  bool operator==(const Model&) const = default;
};

}  // namespace app
