// What can be asked: the types of items, their options, and the scenes they are drawn in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assessment/bank/expression.hpp"
#include "assessment/base/ids.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/base/text.hpp"

namespace assessment {

// The answer "I am not sure" of an item with `not_sure: true`.
inline const OptionId not_sure_option{"not_sure"};

// The answers to "How sure are you?", from least to most.
inline const OptionId sureness_options[] = {{"guessing"}, {"fairly_sure"}, {"very_sure"}};

// Something a person can choose: a point of a scale, an option of an item, a region of a scene,
// a step to put in order, or one side of a pair.
struct Option {
  OptionId id{};
  LocalizedText label{};
  Rational score{};  // >= 0; an option with `correct` has 1 (in a task: what its step is worth) or 0
  bool is_correct = false;
  bool is_not_applicable = false;  // leaves numerator and denominator
  bool is_exclusive = false;       // of a multiple item: clears the others
  bool is_fixed_last = false;      // keeps its place at the end when the others are shuffled

  bool operator==(const Option&) const = default;
};

enum class Measure { self, knowledge };  // in this order where a value of each is kept

// How right an answer of several parts has to be.
enum class Credit {
  all,      // all or nothing
  partial,  // multiple, match: the share that is right
  pairs,    // order: the share of neighbours that are neighbours in the right order too
};

enum class SceneKind { message, browser, record, desktop };
enum class RegionRole { text, heading, link, button, field, icon };

// In percent of the scene's width and height, from its top left corner; inside 0 .. 100.
struct Rectangle {
  double left = 0, top = 0, width = 0, height = 0;

  bool operator==(const Rectangle&) const = default;
};

struct Region {
  RegionRole role = RegionRole::text;
  Rectangle at{};

  bool operator==(const Region&) const = default;
};

// A mock-up that the kiosk draws. What stands in a region is the label of the option beside it.
struct Scene {
  SceneKind kind = SceneKind::message;
  LocalizedText title{};
  std::vector<Region> regions{};  // as many as the item or step has options, in their order

  bool operator==(const Scene&) const = default;
};

struct RatingItem {
  std::size_t scale = 0;  // index into QuestionBank::scales

  bool operator==(const RatingItem&) const = default;
};

struct SingleItem {
  std::vector<Option> options{};

  bool operator==(const SingleItem&) const = default;
};

struct MultipleItem {
  std::vector<Option> options{};
  Credit credit = Credit::all;  // all or partial

  bool operator==(const MultipleItem&) const = default;
};

struct OrderItem {
  std::vector<Option> options{};  // in the right order
  Credit credit = Credit::all;    // all or pairs

  bool operator==(const OrderItem&) const = default;
};

// Each of `lefts` belongs to the one of `rights` at the same place.
struct MatchItem {
  std::vector<Option> lefts{};
  std::vector<Option> rights{};
  Credit credit = Credit::all;  // all or partial

  bool operator==(const MatchItem&) const = default;
};

// Ends included; 0 <= from <= to.
struct Interval {
  Rational from{};
  Rational to{};

  bool operator==(const Interval&) const = default;
};

struct NumberItem {
  std::vector<Interval> accept{};  // at least one
  std::string unit{};              // empty: none
  int decimals = 0;                // 0 .. 6: how many the keypad takes

  bool operator==(const NumberItem&) const = default;
};

struct HotspotItem {
  Scene scene{};
  std::vector<Option> options{};  // its regions

  bool operator==(const HotspotItem&) const = default;
};

// One page of a task: a scene to touch, or options to choose from.
struct TaskStep {
  std::string id{};
  LocalizedText prompt{};
  std::optional<Scene> scene{};
  std::vector<Option> options{};  // the scene's regions, or the step's own

  bool operator==(const TaskStep&) const = default;
};

struct TaskItem {
  std::vector<TaskStep> steps{};

  bool operator==(const TaskItem&) const = default;
};

struct NoteItem {
  bool operator==(const NoteItem&) const = default;
};

using ItemType = std::variant<RatingItem, SingleItem, MultipleItem, OrderItem, MatchItem, NumberItem,
                              HotspotItem, TaskItem, NoteItem>;

// A picture beside the prompt: a PNG file in the bank's folder.
struct Picture {
  std::string file{};
  LocalizedText alt{};

  bool operator==(const Picture&) const = default;
};

struct Item {
  ItemId id{};
  std::size_t index = 0;                 // its own, in QuestionBank::items
  std::size_t domain = 0;                // index into QuestionBank::domains
  std::optional<std::size_t> section{};  // index into QuestionBank::sections; empty: the bank has none
  LocalizedText prompt{};
  LocalizedText hint{};      // empty: none
  LocalizedText why{};       // why we ask; empty: none
  LocalizedText error{};     // said when a required answer is missing; empty: the interface's own
  LocalizedText feedback{};  // empty: none
  std::optional<Picture> image{};
  Measure measure = Measure::self;
  int weight = 1;       // 1 .. 1000
  std::string group{};  // for the rules that need it; empty: none
  Condition show_if{};  // empty: always
  bool is_required = true;
  bool has_not_sure = false;
  bool asks_sureness = false;  // "How sure are you?" after the answer; knowledge items only
  bool is_shuffled = false;    // options in the visit's own order; order and match always are
  std::vector<std::string> tags{};
  ItemType type = SingleItem{};  // not a rating, which needs a scale to look up

  bool operator==(const Item&) const = default;
};

// True for rating, single and hotspot: the answer is one option.
bool takes_one_option(const Item& item);

// True for a note, which asks nothing.
bool is_note(const Item& item);

// How many pages a visit spends on the item's own questions: the steps of a task, else 1.
std::size_t steps_of(const Item& item);

}  // namespace assessment
