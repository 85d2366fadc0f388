#include "assessment/bank/exchange/html_words.hpp"

namespace assessment {

const HtmlWords& html_words(std::string_view language) {
  static constexpr HtmlWords english{
      .minutes = "Minutes: about",
      .work_group = "Which group describes your work best?",
      .why = "Why we ask:",
      .not_sure = "I am not sure",
      .tick_one = "Tick one box.",
      .tick_any = "Tick all that apply.",
      .number_steps = "Number the boxes: 1 comes first.",
      .write_letters = "Write the letter of the answer that belongs to each.",
      .write_number = "Write a number.",
      .tick_place = "Tick the one place that you would touch.",
      .in_picture = "On the screen:",
      .roles = {"text", "heading", "link", "button", "field", "icon"},
  };
  static constexpr HtmlWords welsh{
      .minutes = "Munudau: tua",
      .work_group = "Pa grŵp sy'n disgrifio eich gwaith orau?",
      .why = "Pam rydym yn gofyn:",
      .not_sure = "Nid wyf yn siŵr",
      .tick_one = "Ticiwch un blwch.",
      .tick_any = "Ticiwch bob un sy'n berthnasol.",
      .number_steps = "Rhowch rif ym mhob blwch: 1 sy'n dod gyntaf.",
      .write_letters = "Ysgrifennwch lythyren yr ateb sy'n perthyn i bob un.",
      .write_number = "Ysgrifennwch rif.",
      .tick_place = "Ticiwch yr un lle y byddech yn ei gyffwrdd.",
      .in_picture = "Ar y sgrin:",
      .roles = {"testun", "pennawd", "dolen", "botwm", "maes", "eicon"},
  };
  return language.substr(0, language.find('-')) == "cy" ? welsh : english;
}

}  // namespace assessment
