#include "assessment/statistics/response_model.hpp"

#include <cassert>
#include <span>

namespace assessment {
namespace {

// How synthetic people are; nothing here claims to describe real ones.
constexpr double half_width = 2.449489742783178;  // of the triangle with variance 1: the root of 6
constexpr double not_applicable_rate = 0.03;
constexpr std::int64_t parts = std::int64_t{1} << 20;

double tendency(const Respondent& person, Random& chance) {
  const double first = chance.unit();
  const double second = chance.unit();
  return person.standing + person.noise * half_width * (first + second - 1);
}

std::int64_t in_parts(double share) {
  return static_cast<std::int64_t>(share * static_cast<double>(parts));
}

template <class T>
const T& any_of(const std::vector<T>& all, Random& chance) {
  return all.size() == 1 ? all.front() : all[static_cast<std::size_t>(chance.below(all.size()))];
}

const OptionId& point_at(const ResponseModel& model, double place) {
  std::size_t point = 0;
  while (point + 1 < model.points.size() && place > model.cuts[point + 1]) ++point;
  return model.points[point];
}

Answer one_point(const ResponseModel& model, const Respondent& person, Random& chance) {
  const auto& ways_out = model.not_applicable;
  if (!ways_out.empty() && (model.points.empty() || chance.unit() < not_applicable_rate))
    return {.chosen = {any_of(ways_out, chance)}};
  return {.chosen = {point_at(model, tendency(person, chance))}};
}

bool says_not_sure(const ResponseModel& model, const Respondent& person) {
  return model.has_not_sure && person.admits_not_sure;
}

Answer right_or_wrong(const ResponseModel& model, const Respondent& person, Random& chance) {
  if (tendency(person, chance) > model.difficulty || model.wrong.empty()) return any_of(model.right, chance);
  if (says_not_sure(model, person)) return {.chosen = {not_sure_option}};
  return any_of(model.wrong, chance);
}

Answer several(const ResponseModel& model, const Respondent& person, Random& chance) {
  Answer answer;
  bool is_right = true;
  for (const Option& option : model.options) {
    const bool is_seen = tendency(person, chance) > model.difficulty;
    is_right = is_right && is_seen;
    if (is_seen == option.is_correct) answer.chosen.push_back(option.id);
  }
  if (!is_right && says_not_sure(model, person)) return {.chosen = {not_sure_option}};
  if (answer.chosen.empty()) answer.chosen.push_back(model.otherwise);
  return answer;
}

// The chances that of `count` options exactly 0, 1, … are chosen, each with this chance.
std::vector<double> chances_of_numbers(std::size_t count, double share) {
  std::vector<double> chances(count + 1);
  chances[0] = 1;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t number = i + 1; number > 0; --number)
      chances[number] = chances[number] * (1 - share) + chances[number - 1] * share;
    chances[0] = chances[0] * (1 - share);
  }
  return chances;
}

Rational expected_of_several(const ResponseModel& model, const Respondent& person) {
  const double seen = share_above(model.difficulty, person.standing, person.noise);
  std::size_t right_ones = 0;
  for (const Option& option : model.options) right_ones += option.is_correct;
  const auto right = chances_of_numbers(right_ones, seen);
  const auto wrong = chances_of_numbers(model.options.size() - right_ones, 1 - seen);
  if (says_not_sure(model, person))
    return in_parts(right.back() * wrong.front()) * model.right_points / parts;
  Rational sum = 0;
  for (std::size_t r = 0; r < right.size(); ++r) {
    for (std::size_t w = 0; w < wrong.size(); ++w) {
      const Rational& worth = model.worth[r * wrong.size() + w];
      if (worth != 0) sum += in_parts(right[r] * wrong[w]) * worth;
    }
  }
  return sum / parts;
}

}  // namespace

double share_above(double cut, double standing, double noise) {
  if (noise == 0) return standing > cut ? 1 : 0;
  const double place = (cut - standing) / (noise * half_width);
  if (place <= -1) return 1;
  if (place >= 1) return 0;
  return place <= 0 ? 1 - (1 + place) * (1 + place) / 2 : (1 - place) * (1 - place) / 2;
}

Answer any_answer(const ResponseModel& model, const Respondent& person, Random& chance) {
  switch (model.way) {
    case ResponseModel::Way::nothing:
      return {};
    case ResponseModel::Way::one_point:
      return one_point(model, person, chance);
    case ResponseModel::Way::right_or_wrong:
      return right_or_wrong(model, person, chance);
    case ResponseModel::Way::several:
      return several(model, person, chance);
  }
  return {};
}

Rational expected_points(const ResponseModel& model, const Respondent& person) {
  const auto above = [&](double cut) { return in_parts(share_above(cut, person.standing, person.noise)); };
  switch (model.way) {
    case ResponseModel::Way::nothing:
      return 0;
    case ResponseModel::Way::one_point: {
      Rational sum = 0;
      for (std::size_t i = 0; i < model.rises.size(); ++i)
        sum += model.rises[i] * (i == 0 ? parts : above(model.cuts[i]));
      return sum / parts;
    }
    case ResponseModel::Way::right_or_wrong: {
      const std::int64_t right = model.wrong.empty() ? parts : above(model.difficulty);
      const Rational wrong_points = says_not_sure(model, person) ? Rational(0) : model.wrong_points;
      return (right * model.right_points + (parts - right) * wrong_points) / parts;
    }
    case ResponseModel::Way::several:
      return expected_of_several(model, person);
  }
  return 0;
}

OptionId point_of_standing(const ResponseModel& model, double standing) {
  return model.points.empty() ? OptionId{} : point_at(model, standing);
}

}  // namespace assessment
