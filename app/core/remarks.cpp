#include "app/core/remarks.hpp"

#include <algorithm>

#include "assessment/scoring/score_lookup.hpp"
#include "assessment/scoring/shown_items.hpp"
#include "assessment/session/routing.hpp"

namespace app {
namespace {

Verdict verdict_on(const assessment::QuestionBank& bank, const assessment::Item& item,
                   const assessment::Answer& answer) {
  const auto is_unsure = [](const assessment::OptionId& id) { return id == assessment::not_sure_option; };
  if (!answer.chosen.empty() && std::ranges::all_of(answer.chosen, is_unsure)) return Verdict::not_sure;
  const assessment::Rational points = score_answer(bank, item, answer).points;
  if (points == 0) return Verdict::wrong;
  return points < highest_score(bank, item) ? Verdict::partly : Verdict::right;
}

}  // namespace

std::vector<Remark> remarks_on(const assessment::QuestionBank& bank, const assessment::Session& session) {
  std::vector<Remark> remarks;
  for (const std::size_t index : route(bank, session, assessment::score_lookup(bank))) {
    const assessment::Item& item = bank.items[index];
    if (item.measure != assessment::Measure::knowledge || item.feedback.is_empty()) continue;
    if (const assessment::Answer* answer = complete_answer(bank, session, item))
      remarks.push_back({index, verdict_on(bank, item, *answer)});
  }
  return remarks;
}

}  // namespace app
