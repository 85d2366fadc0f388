// The kiosk as a value: which page it shows, and what that page needs to know.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/core/action.hpp"
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
// What became of an answer about which the bank has something to say.
enum class Verdict { right, partly, wrong, not_sure };
struct Remark {
  std::size_t item = 0;  // index into QuestionBank::items
  Verdict verdict = Verdict::right;
  bool operator==(const Remark&) const = default;
};
struct ResultsPage {
  assessment::Score score{};
  Saving saving = Saving::in_progress;
  std::vector<Remark> remarks{};  // in page order
  bool operator==(const ResultsPage&) const = default;
};
struct TakeAwayPage {
  assessment::Score score{};
  Saving saving = Saving::in_progress;
  std::vector<Remark> remarks{};  // for the way back to the results
  bool operator==(const TakeAwayPage&) const = default;
};
struct FinishedPage {
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
// A bank shown to its author: what is wrong with it, and the way to each of its questions.
struct PreviewPage {
  std::optional<assessment::Session> session{};
  bool operator==(const PreviewPage&) const = default;
};
struct OutOfOrderPage {
  bool operator==(const OutOfOrderPage&) const = default;
};

using AnyPage = std::variant<AttractPage, ComfortPage, PrivacyPage, RolePage, LinkPage, QuestionPage,
                             CheckPage, ResultsPage, TakeAwayPage, FinishedPage, ComfortAgainPage,
                             TimeoutPage, PreviewPage, OutOfOrderPage>;
struct Page {
  AnyPage content{};
  bool operator==(const Page&) const = default;
};

struct Comfort {
  std::string language = "en";
  int text_size = 100;  // percent
  Contrast contrast = Contrast::normal;

  bool operator==(const Comfort&) const = default;
};

// What an author sees beside the bank.
struct Preview {
  std::vector<std::string> findings{};  // "FILE:LINE:COL: error: TEXT"

  bool operator==(const Preview&) const = default;
};

// What the campaign decides about the kiosk; fixed while it runs, but for a preview's bank.
struct Setup {
  std::shared_ptr<const assessment::QuestionBank> bank{};  // null: out of order
  std::vector<std::string> languages{};                    // in the order of their Start buttons
  Comfort comfort{};                                       // what every visit begins with
  Milliseconds idle_limit = 180'000;                       // 0: never
  int minimum_group = 10;                                  // reports hide smaller ones: said to the person
  std::string organisation{};                              // "" : none to name
  std::string help_text{};                                 // where to get help; "": none
  bool records_language = false;                           // a result says in which language it was given
  std::optional<assessment::SecretKey> link_key{};         // present: visits may be joined by three words
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
  std::optional<Milliseconds> release_at{};  // the next quiet moment to look

  bool operator==(const Model&) const = default;
};

}  // namespace app
