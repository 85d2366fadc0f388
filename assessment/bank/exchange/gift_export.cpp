#include "assessment/bank/exchange/gift_export.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/exchange/fractions.hpp"
#include "assessment/bank/exchange/gift_text.hpp"
#include "assessment/bank/exchange/imported_number.hpp"
#include "assessment/base/overloaded.hpp"

namespace assessment {
namespace {

// A percentage cut off to five decimals, as Moodle writes a third: 33.33333, -33.33333.
std::string percent_text(const Rational& share) {
  constexpr long hundred_thousandths = 100'000;
  const Rational percent = floor_of(magnitude(share) * 100 * hundred_thousandths) / hundred_thousandths;
  return to_decimal(share < 0 ? -percent : percent);
}

class GiftWriter {
 public:
  GiftWriter(const QuestionBank& bank, std::string_view language, ExportNotes& notes)
      : bank_(bank), language_(language), notes_(notes) {}

  std::string write() && {
    std::size_t domain = bank_.domains.size();
    for (const Item& item : bank_.items) {
      const std::string answers = answers_of(item);
      if (answers.empty() && !is_note(item)) continue;
      if (item.domain != domain) {
        domain = item.domain;
        write_category(bank_.domains[domain]);
      }
      write_item(item, answers);
      notes_.drop_parts(item, {ItemPart::feedback});
    }
    return std::move(gift_);
  }

 private:
  std::string text(const LocalizedText& localized) const { return escaped_for_gift(localized.in(language_)); }

  void write_category(const Domain& domain) {
    std::string title;
    for (const char c : domain.title.in(language_))
      title += c == '/' ? "//" : std::string(1, c == '\n' ? ' ' : c);
    gift_ += fmt::format("$CATEGORY: $course$/top/{}\n\n", title);
  }

  void write_item(const Item& item, const std::string& answers) {
    gift_ += fmt::format("::{}::[plain]{}", escaped_for_gift(item.id.text), text(item.prompt));
    if (const auto* number = std::get_if<NumberItem>(&item.type); number && !number->unit.empty()) {
      gift_ += fmt::format(" ({})", escaped_for_gift(number->unit));
      notes_.drop(item, "its unit stands in the question's text now");
    }
    if (!is_note(item)) {
      gift_ += fmt::format(" {{{}", answers);
      if (!item.feedback.is_empty()) gift_ += fmt::format("\n  ####{}", text(item.feedback));
      gift_ += "\n}";
    }
    gift_ += "\n\n";
  }

  std::string answers_of(const Item& item) {
    return std::visit(Overloaded{
                          [&](const RatingItem&) { return refuse(item, "a self-rating"); },
                          [&](const SingleItem& single) { return write_single(item, single); },
                          [&](const MultipleItem& multiple) { return write_multiple(item, multiple); },
                          [&](const OrderItem&) { return refuse(item, "an order"); },
                          [&](const MatchItem& match) { return write_match(item, match); },
                          [&](const NumberItem& number) { return write_number(item, number); },
                          [&](const HotspotItem&) { return refuse(item, "a hotspot"); },
                          [&](const TaskItem&) { return refuse(item, "a task"); },
                          [&](const NoteItem&) { return std::string(); },
                      },
                      item.type);
  }

  std::string refuse(const Item& item, std::string_view what) {
    notes_.skip(item, fmt::format("{} is not written: GIFT has no such question", what));
    return "";
  }

  std::string write_single(const Item& item, const SingleItem& single) {
    Rational best = highest_score(bank_, item);
    if (best == 0) best = 1;
    std::string answers;
    for (const Option& option : single.options) {
      const Rational share = option.is_not_applicable ? Rational(0) : Rational(option.score / best);
      const std::string weight = share > 0 && share < 1 ? fmt::format("%{}%", percent_text(share)) : "";
      answers += fmt::format("\n  {}{}{}", share == 1 ? '=' : '~', weight, text(option.label));
      if (option.is_fixed_last) notes_.drop(item, "that an option keeps its place stays behind");
    }
    return answers;
  }

  std::string write_multiple(const Item& item, const MultipleItem& multiple) {
    const auto right = std::ranges::count_if(multiple.options, &Option::is_correct);
    const Rational share = ratio(1, std::max<std::int64_t>(right, 1));
    if (multiple.credit == Credit::all)
      notes_.drop(item, "`credit: all` becomes partial credit: GIFT gives points for each right answer");
    std::string answers;
    for (const Option& option : multiple.options) {
      const std::string percent = percent_text(option.is_correct ? share : Rational(-share));
      answers += fmt::format("\n  ~%{}%{}", percent, text(option.label));
    }
    return answers;
  }

  std::string write_match(const Item& item, const MatchItem& match) {
    if (match.credit == Credit::all)
      notes_.drop(item, "`credit: all` becomes partial credit: GIFT gives points for each right pair");
    std::string answers;
    for (std::size_t i = 0; i < match.lefts.size(); ++i) {
      answers += fmt::format("\n  ={} -> {}", pair_text(match.lefts[i]), pair_text(match.rights[i]));
    }
    return answers;
  }

  // An arrow within a text would end the left half.
  std::string pair_text(const Option& option) const {
    std::string plain = option.label.in(language_);
    for (std::size_t at = plain.find("->"); at != std::string::npos; at = plain.find("->", at))
      plain.replace(at, 2, "\u2192");
    return escaped_for_gift(plain);
  }

  std::string write_number(const Item& item, const NumberItem& number) {
    std::string answers = "#";
    for (const Interval& interval : number.accept)
      answers += fmt::format("\n  ={}..{}", to_decimal(interval.from), to_decimal(interval.to));
    if (number.decimals > 0) notes_.drop(item, "how many decimals may be typed stays behind");
    return answers;
  }

  const QuestionBank& bank_;
  std::string_view language_;
  ExportNotes& notes_;
  std::string gift_{};
};

}  // namespace

std::string to_gift(const QuestionBank& bank, std::string_view language, ExportNotes& notes) {
  notes.drop_bank_parts(language, {});
  return GiftWriter(bank, language, notes).write();
}

}  // namespace assessment
