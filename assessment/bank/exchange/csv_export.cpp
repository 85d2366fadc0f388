#include "assessment/bank/exchange/csv_export.hpp"

#include <fmt/format.h>

#include "assessment/base/csv_text.hpp"
#include "assessment/base/overloaded.hpp"

namespace assessment {
namespace {

// The cells of one line behind those of its item.
struct Answer {
  std::string step{}, step_prompt{}, position{}, option{}, label{}, partner{}, partner_label{}, score{},
      correct{}, from{}, to{}, unit{};
};

std::string_view type_word(const Item& item) {
  constexpr std::string_view words[] = {"rating", "single",  "multiple", "order", "match",
                                        "number", "hotspot", "task",     "note"};
  return words[item.type.index()];
}

class BankCsv {
 public:
  BankCsv(const QuestionBank& bank, std::string_view language, ExportNotes& notes)
      : bank_(bank), language_(language), notes_(notes) {}

  std::string write() && {
    csv_ = std::string(csv_byte_order_mark) +
           "bank,language,domain,domain_title,item,type,measures,weight,prompt,step,step_prompt,position,"
           "option,label,"
           "partner,partner_label,score,correct,from,to,unit\r\n";
    for (const Item& item : bank_.items) {
      std::visit(Overloaded{
                     [&](const MatchItem& match) { write_pairs(item, match); },
                     [&](const NumberItem& number) { write_ranges(item, number); },
                     [&](const NoteItem&) { write_line(item, {}); },
                     [&](const TaskItem& task) { write_steps(item, task); },
                     [&](const auto&) { write_options(item, 0, {}); },
                 },
                 item.type);
      if (std::holds_alternative<HotspotItem>(item.type))
        notes_.drop(item, "the places of its regions and their roles stay behind");
      notes_.drop_parts(item, {ItemPart::weight, ItemPart::self_measure, ItemPart::not_applicable});
    }
    return std::move(csv_);
  }

 private:
  const std::string& text(const LocalizedText& localized) const { return localized.in(language_); }

  void write_line(const Item& item, const Answer& answer) {
    const Domain& domain = bank_.domains[item.domain];
    const std::string weight = is_note(item) ? "" : std::to_string(item.weight);
    const std::string_view measures = is_note(item)                   ? ""
                                      : item.measure == Measure::self ? "self"
                                                                      : "knowledge";
    const std::string name = bank_name(bank_);
    std::string line;
    for (const std::string_view cell : {std::string_view(name),
                                        language_,
                                        std::string_view(domain.id.text),
                                        std::string_view(text(domain.title)),
                                        std::string_view(item.id.text),
                                        type_word(item),
                                        measures,
                                        std::string_view(weight),
                                        std::string_view(text(item.prompt)),
                                        std::string_view(answer.step),
                                        std::string_view(answer.step_prompt),
                                        std::string_view(answer.position),
                                        std::string_view(answer.option),
                                        std::string_view(answer.label),
                                        std::string_view(answer.partner),
                                        std::string_view(answer.partner_label),
                                        std::string_view(answer.score),
                                        std::string_view(answer.correct),
                                        std::string_view(answer.from),
                                        std::string_view(answer.to),
                                        std::string_view(answer.unit)}) {
      line += csv_text(cell);
      line += ',';
    }
    line.pop_back();
    csv_ += line + "\r\n";
  }

  void write_options(const Item& item, std::size_t step, const Answer& start) {
    const bool is_order = std::holds_alternative<OrderItem>(item.type);
    int position = 0;
    for (const Option& option : options_of(bank_, item, step)) {
      Answer answer = start;
      answer.position = std::to_string(++position);
      answer.option = option.id.text;
      answer.label = text(option.label);
      if (option.is_not_applicable) {
        answer.score = "not applicable";
      } else if (!is_order) {
        answer.score = to_decimal(option.score);
      }
      if (option.is_correct) answer.correct = "true";
      write_line(item, answer);
    }
  }

  void write_steps(const Item& item, const TaskItem& task) {
    for (std::size_t step = 0; step < task.steps.size(); ++step) {
      write_options(item, step, {.step = task.steps[step].id, .step_prompt = text(task.steps[step].prompt)});
      if (task.steps[step].scene)
        notes_.drop(item, fmt::format("the scene of its step '{}' stays behind", task.steps[step].id));
    }
  }

  void write_pairs(const Item& item, const MatchItem& match) {
    for (std::size_t i = 0; i < match.lefts.size(); ++i) {
      write_line(item, {.position = std::to_string(i + 1),
                        .option = match.lefts[i].id.text,
                        .label = text(match.lefts[i].label),
                        .partner = match.rights[i].id.text,
                        .partner_label = text(match.rights[i].label)});
    }
  }

  void write_ranges(const Item& item, const NumberItem& number) {
    for (std::size_t i = 0; i < number.accept.size(); ++i) {
      write_line(item, {.position = std::to_string(i + 1),
                        .from = to_decimal(number.accept[i].from),
                        .to = to_decimal(number.accept[i].to),
                        .unit = number.unit});
    }
  }

  const QuestionBank& bank_;
  std::string_view language_;
  ExportNotes& notes_;
  std::string csv_{};
};

}  // namespace

std::string to_bank_csv(const QuestionBank& bank, std::string_view language, ExportNotes& notes) {
  notes.drop_bank_parts(language, {});
  return BankCsv(bank, language, notes).write();
}

}  // namespace assessment
