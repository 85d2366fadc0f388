// Finished, localized views: what a screen draws, and nothing it would have to decide.
// Every string is UTF-8 in the language of the visit. Equal views look the same, so nothing is drawn
// when the view did not change.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/core/model.hpp"
#include "app/core/pause_view.hpp"
#include "app/core/question_view.hpp"
#include "app/core/speech_view.hpp"
#include "app/core/staff_view.hpp"
#include "app/core/strings.hpp"
#include "assessment/base/ids.hpp"

namespace app {

struct AttractView {
  std::string title{}, about{}, duration{}, privacy{}, note{};  // note: demonstration; empty: none
  std::vector<ChoiceView> banks{};   // to pick from, id = place; empty: nothing to pick
  std::vector<ChoiceView> starts{};  // one per language: id = tag, label in that language
  std::string resume{}, staff{};     // empty: no such door
  // What a press changes at once; read_aloud empty: there is no voice.
  std::string text_size{}, contrast{}, read_aloud{};
  bool is_read_aloud = false;

  bool operator==(const AttractView&) const = default;
};

struct ScanningView {
  std::string legend{}, hint{};
  std::vector<ChoiceView> ways{};  // ids "off", "one_switch", "two_switches"
  std::string speed{};             // "Seconds on each item: 3"; empty: nothing moves by itself
  int seconds = 3;
  std::string slower{}, faster{};  // empty: not further

  bool operator==(const ScanningView&) const = default;
};

// How much and how fast is read aloud; without a voice only the legend and the note.
struct SpeechChoicesView {
  std::string legend{}, note{};        // note: not available on this terminal; empty: it is
  std::vector<ChoiceView> switches{};  // "off" and "on"
  // Empty while nothing is read aloud.
  std::string volume{}, quieter{}, louder{};
  std::string rate{}, slower{}, faster{};

  bool operator==(const SpeechChoicesView&) const = default;
};
struct ComfortView {
  std::string title{}, example{};
  std::string note{};  // a translation nobody has validated; empty: none
  std::string language_legend{}, text_size_legend{}, contrast_legend{};
  std::vector<ChoiceView> languages{}, text_sizes{}, contrasts{};  // ids "en", "125", "high"
  ScanningView scanning{};
  SpeechChoicesView speech{};
  std::string next{};

  bool operator==(const ComfortView&) const = default;
};

struct PrivacyView {
  std::string title{};
  std::string before{};  // the bank's own words before the start; empty: none
  std::string kept_title{}, never_title{};
  std::vector<std::string> kept{}, never{};
  std::string next{}, leave{};

  bool operator==(const PrivacyView&) const = default;
};

struct RoleView {
  std::string caption{}, title{}, hint{};
  std::string error_title{}, error{};  // empty: none
  std::vector<ChoiceView> roles{};
  std::string next{};

  bool operator==(const RoleView&) const = default;
};

struct LinkView {
  std::string part{};  // "asking", "given", "initial.0", "word.0", …: each begins at its top
  std::string caption{}, title{};
  std::vector<std::string> paragraphs{};
  std::string error_title{}, error{};  // empty: none
  std::vector<std::string> words{};    // given, or chosen so far
  std::vector<ChoiceView> choices{};   // initials ("initial.3") or words ("word.50")
  std::string next{};                  // "Skip this" or "Continue"; empty: neither
  std::string enter{}, draw{};         // empty: no such button

  bool operator==(const LinkView&) const = default;
};

struct CheckRow {
  std::string item{};  // its id
  std::string prompt{};
  std::string answer{};       // "Not provided" where there is none
  std::string mark{};         // that it does not fit the person's job; empty: they did not say so
  std::string change{};       // "Change"
  std::string change_name{};  // spoken: "Change answer to: …"

  bool operator==(const CheckRow&) const = default;
};
struct CheckSection {
  std::string title{};
  std::vector<CheckRow> rows{};

  bool operator==(const CheckSection&) const = default;
};
struct CheckView {
  std::string title{}, lead{};
  std::vector<CheckSection> sections{};
  std::string save{};

  bool operator==(const CheckView&) const = default;
};

struct StepView {  // one thing to learn next
  std::string title{};
  std::string detail{};   // owner and minutes in one line
  std::string text{};     // advice that needs no address
  std::string address{};  // as people write it: without https://

  bool operator==(const StepView&) const = default;
};
struct AnswerView {  // one answer behind a level
  std::string prompt{}, answer{};
  std::string counted{};   // "Points: 2 of 3"; empty: nothing to add up
  std::string verdict{};   // knowledge: "Your answer was right."; empty: none
  std::string feedback{};  // the bank's own words; empty: none

  bool operator==(const AnswerView&) const = default;
};
struct WhyView {
  std::string ratings_title{}, knowledge_title{};
  std::vector<AnswerView> ratings{}, knowledge{};

  bool operator==(const WhyView&) const = default;
};
struct BarView {
  std::string label{};  // "How you rated yourself"
  std::string text{};   // "62 out of 100"
  int percent = 0;

  bool operator==(const BarView&) const = default;
};
struct DomainResultView {
  std::string id{}, title{};
  std::string summary{};                // "Safety: Capable", for the list of all
  std::string level{};                  // in words; "Too few answers" where there is no figure
  std::string position{};               // "Level 2 of 4"; empty without a figure
  int step = 0, steps = 0;              // the same for the bar; 0 of 0 without a figure
  std::string reason{};                 // one sentence
  std::string gap{};                    // against what the role asks for; empty: the bank does not say
  std::string knowledge{};              // confidence and knowledge compared; empty: none
  std::vector<BarView> bars{};          // the same as two bars; empty: one of the two has no figure
  std::string why_label{}, why_name{};  // of the button; the name says of which domain
  std::string figure{};                 // how the level was worked out; empty: the reason says it
  std::optional<WhyView> why{};         // empty: closed
  std::vector<StepView> next_steps{};

  bool operator==(const DomainResultView&) const = default;
};
enum class Tone { neutral, good, problem };
struct ResultsView {
  std::string title{}, caveat{};  // caveat: these are self-ratings
  std::string note{};             // a translation nobody has validated; empty: none
  std::string after{};            // the bank's own words at the end; empty: none
  std::string saved{};            // "Saving", "Saved", "Not saved: …"
  Tone saved_tone = Tone::neutral;
  std::string overview_title{}, next_steps_title{};
  std::vector<DomainResultView> domains{};
  std::string next{}, finish{};

  bool operator==(const ResultsView&) const = default;
};

struct PlanLine {
  std::string text{};
  bool is_heading = false;  // a domain and its level

  bool operator==(const PlanLine&) const = default;
};
struct TakeAwayView {
  std::string title{}, lead{};
  std::string code{};       // the bytes of the code; empty: there is nothing to put into it
  std::string code_name{};  // spoken
  std::string code_note{};  // what it holds, and how to use it
  std::string plan_title{};
  std::vector<PlanLine> lines{};       // the plan as text
  std::string print{}, print_large{};  // empty: there is no printer
  std::string printing{};              // "Take your page with you"; empty: nothing to say
  std::string taken{};                 // "I have my page"; empty: nothing to take
  Tone printing_tone = Tone::neutral;
  std::string next{};

  bool operator==(const TakeAwayView&) const = default;
};

struct FinishedView {
  std::string title{}, wiped{}, thanks{}, help{};  // help: empty: none
  std::string page{};                              // a page may lie at the printer; empty: none
  std::string next{};

  bool operator==(const FinishedView&) const = default;
};

struct AloudView {
  std::string title{}, lead{}, yes{}, no{};

  bool operator==(const AloudView&) const = default;
};

struct TimeoutView {
  std::string title{}, lead{};
  std::string seconds{};  // "Seconds left: 42"
  int seconds_left = 0;
  std::string carry_on{}, finish{};

  bool operator==(const TimeoutView&) const = default;
};

struct PreviewItem {
  std::string id{};
  std::string label{};  // its id and the beginning of its prompt
  std::string note{};   // not asked with the role and answers so far; empty: it is

  bool operator==(const PreviewItem&) const = default;
};
struct PreviewView {
  std::string title{}, lead{};
  std::string findings_title{};
  std::vector<std::string> findings{};
  std::string role_legend{};
  std::vector<ChoiceView> roles{};
  std::string items_title{};
  std::vector<PreviewItem> items{};  // in page order
  std::string start{};               // empty: there is no bank to start

  bool operator==(const PreviewView&) const = default;
};

struct OutOfOrderView {
  std::string title{}, lead{}, help{};
  std::string staff{};  // empty: no such door

  bool operator==(const OutOfOrderView&) const = default;
};

using PageView =
    std::variant<AttractView, ComfortView, PrivacyView, RoleView, LinkView, QuestionView, CheckView,
                 ResultsView, TakeAwayView, FinishedView, TimeoutView, AloudView, CurtainView, AwayView,
                 ResumeView, StaffView, CleanView, PreviewView, OutOfOrderView>;

// A button of the bottom bar. Its place is kept where it is not there, so that all have one place everywhere.
struct BarButtonView {
  std::string label{};
  std::string name{};  // spoken; empty: the label
  bool is_there = false;
  std::string language{};  // tag of the label's; empty: the page's

  bool operator==(const BarButtonView&) const = default;
};

// What is the same on every page. An empty label means the control is not there.
struct ChromeView {
  std::string organisation{};
  std::string logo{};                                   // a picture in its place; empty: none
  std::string back{};                                   // top bar; from the second page on
  bool has_bars = true;                                 // false: the page has the whole glass
  BarButtonView comfort{}, language{}, hide{}, away{};  // bottom bar
  std::string preview{};  // top bar, in place of the organisation: only for authors
  std::string show_more{}, show_less{};

  bool operator==(const ChromeView&) const = default;
};

struct View {
  std::string id{};        // page_id
  std::string language{};  // tag of the texts
  std::string window_title{};
  int text_size = 100;
  Contrast contrast = Contrast::normal;
  Scanning scanning = Scanning::off;
  int scan_seconds = 3;
  Milliseconds double_strike = 0;
  SpeechView speech{};
  ChromeView chrome{};
  PageView page{};

  bool operator==(const View&) const = default;
};

View make_view(const Model& model, const Strings& strings);

}  // namespace app
