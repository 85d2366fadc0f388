#include "assessment/scoring/attainment_rule.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace assessment {
namespace {

// How one group stands: it has an item that reaches, it cannot have one any more, or it is open.
enum class GroupStanding { met, missed, open };

GroupStanding standing_of(const RuleInput& input, const ShownItems& items) {
  const auto is_met = [&](const ShownItem& shown) { return reaches(input.bank, input.rule.reach, shown); };
  if (std::ranges::any_of(items, is_met)) return GroupStanding::met;
  const auto is_open = [](const ShownItem& shown) { return shown.standing != Standing::scored; };
  return std::ranges::any_of(items, is_open) ? GroupStanding::open : GroupStanding::missed;
}

// The figures of a rule that counts what is met, not points.
Figures counted(const ShownItems& items, long met, std::size_t all) {
  Figures figures = count_items(items);
  figures.points = met;
  figures.points_possible = static_cast<unsigned long>(all);
  return figures;
}

}  // namespace

bool reaches(const QuestionBank& bank, const Reach& reach, const ShownItem& shown) {
  if (shown.standing != Standing::scored) return false;
  if (const auto* score = std::get_if<Rational>(&reach)) return shown.points >= *score;
  const Option* option = find_option(bank, *shown.item, std::get<OptionId>(reach));
  return option && shown.points >= option->score;
}

MeasureScore score_all_of(const RuleInput& input) {
  ShownItems items = input.items;
  const auto& named = input.rule.items;
  if (!named.empty()) {
    std::erase_if(items, [&](const ShownItem& shown) {
      return std::ranges::find(named, shown.item->id) == named.end();
    });
  }
  const auto met = std::ranges::count_if(
      items, [&](const ShownItem& s) { return reaches(input.bank, input.rule.reach, s); });
  const auto open =
      std::ranges::count_if(items, [](const ShownItem& s) { return s.standing != Standing::scored; });
  MeasureScore score{.figures = counted(input.items, met, items.size())};
  if (items.empty()) {
    score.attained = Attainment::undetermined;
  } else if (met + open < std::ssize(items)) {
    score.attained = Attainment::not_attained;
  } else {
    score.attained = open > 0 ? Attainment::undetermined : Attainment::attained;
  }
  return score;
}

MeasureScore score_one_per_group(const RuleInput& input) {
  std::map<std::string, ShownItems> groups;
  for (const ShownItem& shown : input.items) groups[shown.item->group].push_back(shown);
  long met = 0, open = 0;
  for (const auto& [name, items] : groups) {
    const GroupStanding standing = standing_of(input, items);
    met += standing == GroupStanding::met;
    open += standing == GroupStanding::open;
  }
  const long all = std::ssize(groups);
  MeasureScore score{.figures = counted(input.items, met, groups.size())};
  if (open > 0 || all == 0) {
    // With one group missed and one met it is partial, whatever the open ones turn out to be.
    const bool is_decided = met > 0 && met + open < all;
    score.attained = is_decided ? Attainment::partial : Attainment::undetermined;
  } else if (met == all) {
    score.attained = Attainment::attained;
  } else {
    score.attained = met > 0 ? Attainment::partial : Attainment::none;
  }
  return score;
}

}  // namespace assessment
