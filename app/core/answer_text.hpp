// An answer in the words of the person who gave it: for the check page, and to remind them.
#pragma once

#include <string>
#include <string_view>

#include "app/core/strings.hpp"
#include "assessment/bank/bank.hpp"
#include "assessment/session/session.hpp"
#include "assessment/session/shown_options.hpp"

namespace app {

// What an option is called; "I am not sure" for the one that no bank lists.
std::string label_of(const assessment::ShownOption& shown, const Strings& strings, std::string_view language);

// What a number item holds so far, with its unit: "36.5 °C"; "" where nothing was typed.
std::string number_text(const assessment::NumberItem& number, std::string_view typed);

// The complete answer to the item, without how sure it is; "" while it is not complete. Several parts
// stand in one line, the steps of an order item one a line. Precondition: as for complete_answer.
std::string answer_text(const assessment::QuestionBank& bank, const assessment::Session& session,
                        const assessment::Item& item, const Strings& strings, std::string_view language);

// How sure the person said to be of the answer; "" where that was not asked or not answered.
std::string sureness_text(const assessment::Session& session, const assessment::Item& item,
                          const Strings& strings, std::string_view language);

// The answer and below it how sure it is, as the person gave them; "Not provided" where there is none.
std::string full_answer_text(const assessment::QuestionBank& bank, const assessment::Session& session,
                             const assessment::Item& item, const Strings& strings, std::string_view language);

}  // namespace app
