// "Why this level": the answers behind a domain's result, in the words of the person who gave them.
#pragma once

#include <cstddef>
#include <string_view>

#include "app/core/model.hpp"
#include "app/core/strings.hpp"
#include "app/core/view_model.hpp"
#include "assessment/bank/bank.hpp"

namespace app {

// Ratings and knowledge apart, each in page order; an item that was left out says so. Points stand only
// where the domain's rule adds them up. Precondition: `domain` is an index into the bank's domains, and the
// outcome was made on `bank`.
WhyView answers_behind(const assessment::QuestionBank& bank, const Outcome& outcome, std::size_t domain,
                       const Strings& strings, std::string_view language);

// "You said you can do 6 of 9 tasks on your own.", over the ratings that count; a rating says so by the point
// `alone` of its scale, and by those above it. "" where a rating has no such point, or nothing counts.
std::string done_alone(const assessment::QuestionBank& bank, const Outcome& outcome, std::size_t domain,
                       const Strings& strings, std::string_view language);

}  // namespace app
