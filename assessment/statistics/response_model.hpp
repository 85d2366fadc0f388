// How a synthetic person of known standing answers one page, and what that is worth to them on average.
//
// A person stands somewhere in each domain: 0 is the middle of all people, and most are within -2 .. 2. Each
// answer follows their tendency of the moment, standing + noise * X, with X triangular (mean 0, variance 1,
// within -2.45 .. 2.45). The triangle is near enough to a bell and, unlike it, has shares that can be
// computed with + - * / alone, so that the average is exact and equal on every platform.
//
//   self-rating           k points in the order of their scores, k - 1 cuts at -1.5 + 3 i / k: the point
//   whose
//                         cuts the tendency has passed
//   right or wrong        right where the tendency passes the item's difficulty, else wrong, or "not sure"
//                         by those who admit it
//   several right ones    the same for each option with an X of its own
//
// The n items of a domain with right answers have the difficulties -1.5 + 3 j / (n + 1), j = 1 .. n, in the
// order of the file. All this is a convention for trying banks out; docs/simulation.md says so too.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/random.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

// Where someone stands while they answer one item.
struct Respondent {
  double standing = 0;
  double noise = 0;              // 0: always the answer of their standing
  bool admits_not_sure = false;  // where they do not know and the item lets them
};

// One item, or one step of a task, ready to be answered. Made by make_response_models.
struct ResponseModel {
  enum class Way { nothing, one_point, right_or_wrong, several };

  Way way = Way::nothing;
  double difficulty = 0;  // right_or_wrong, several
  bool has_not_sure = false;

  std::vector<OptionId> not_applicable{};  // one_point: what says that the question is not theirs
  std::vector<OptionId> points{};          // one_point: the others, from the least score to the most
  std::vector<Rational> rises{};           // of the scores of `points`: the first's own, then the differences
  std::vector<double> cuts{};              // of the tendency: at i from point i - 1 to i; unused at 0

  std::vector<Answer> right{};    // right_or_wrong: any of them is right; they are worth the same
  std::vector<Answer> wrong{};    // right_or_wrong: any of them is not
  Rational right_points{};        // right_or_wrong, several: of the wholly right answer
  Rational wrong_points{};        // right_or_wrong: of the wrong ones, on average
  std::vector<Option> options{};  // several: those that are judged one by one
  OptionId otherwise{};           // several: what is chosen by someone who chooses none of these
  std::vector<Rational> worth{};  // several: at r * (wrong ones + 1) + w, of r right and w wrong ones chosen
};

// For each item (by index) one model for each of its steps.
std::vector<std::vector<ResponseModel>> make_response_models(const QuestionBank& bank);

// What the person answers. The item's "not applicable" is chosen now and then, whatever their standing.
Answer any_answer(const ResponseModel& model, const Respondent& person, Random& chance);

// What their answers are worth on average, before the weight, in whole 2^-20 parts of each score: the mean
// of the scores of any_answer over its chance, given that the answer is applicable. Without noise it is
// the score of every answer.
Rational expected_points(const ResponseModel& model, const Respondent& person);

// The point of a rating that the standing itself points to; empty where the page is not of that kind.
OptionId point_of_standing(const ResponseModel& model, double standing);

// The share of tendencies above `cut`, 0 .. 1.
double share_above(double cut, double standing, double noise);

}  // namespace assessment
