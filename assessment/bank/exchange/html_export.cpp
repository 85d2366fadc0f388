#include "assessment/bank/exchange/html_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "assessment/bank/exchange/html_words.hpp"
#include "assessment/base/markup_text.hpp"
#include "assessment/base/overloaded.hpp"

namespace assessment {
namespace {

constexpr std::string_view style = R"(
body { font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; }
fieldset { margin: 0 0 1.5rem; border: 1px solid; padding: .75rem 1rem; break-inside: avoid; }
legend { font-weight: bold; padding: 0 .25rem; white-space: pre-line; }
label, li { display: block; margin: .4rem 0; }
ul { padding: 0; }
input { font: inherit; margin-right: .6rem; }
input[type=text] { width: 3rem; border: 1px solid; background: none; color: inherit; }
input.long { width: 8rem; }
h2 { break-after: avoid; }
p { white-space: pre-line; }
@media print { body { color: #000; background: #fff; margin: 0; max-width: none; } }
)";

enum class Box { radio, checkbox };

class QuestionnaireWriter {
 public:
  QuestionnaireWriter(const QuestionBank& bank, std::string_view language, ExportNotes& notes)
      : bank_(bank), language_(language), words_(html_words(language)), notes_(notes) {}

  std::string write() && {
    write_head();
    std::size_t domain = bank_.domains.size();
    for (const Item& item : bank_.items) {
      if (item.domain != domain) {
        if (domain < bank_.domains.size()) html_ += "</section>\n";
        domain = item.domain;
        html_ += fmt::format("<section>\n<h2>{}</h2>\n", text(bank_.domains[domain].title));
        add_paragraph(bank_.domains[domain].about);
      }
      write_item(item);
    }
    html_ += "</section>\n";
    add_paragraph(bank_.after);
    html_ += "</main>\n<footer>\n";
    for (const std::string& line : {bank_.credits, bank_.licence, bank_name(bank_)}) {
      if (!line.empty()) html_ += fmt::format("<p>{}</p>\n", markup_text(line));
    }
    html_ += "</footer>\n</body>\n</html>\n";
    return std::move(html_);
  }

 private:
  std::string text(const LocalizedText& localized) const { return markup_text(localized.in(language_)); }

  void add_paragraph(const LocalizedText& localized) {
    if (!localized.is_empty()) html_ += fmt::format("<p>{}</p>\n", text(localized));
  }

  void write_head() {
    html_ += fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" "
        "content=\"width=device-width\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
        "<main>\n<h1>{}</h1>\n",
        markup_text(language_), text(bank_.title), style, text(bank_.title));
    add_paragraph(bank_.about);
    html_ += fmt::format("<p>{} {}</p>\n", words_.minutes, bank_.minutes);
    add_paragraph(bank_.before_you_start);
    html_ += fmt::format("<fieldset>\n<legend>{}</legend>\n", words_.work_group);
    for (const Role& role : bank_.roles) add_box(Box::radio, "role", text(role.label));
    html_ += "</fieldset>\n";
  }

  void write_item(const Item& item) {
    notes_.drop_parts(
        item, {ItemPart::hint, ItemPart::why, ItemPart::not_sure, ItemPart::may_be_skipped, ItemPart::weight,
               ItemPart::group, ItemPart::tags, ItemPart::self_measure, ItemPart::not_applicable});
    if (is_note(item)) {
      add_paragraph(item.prompt);
      add_paragraph(item.hint);
      return;
    }
    html_ += fmt::format("<fieldset>\n<legend>{}. {}</legend>\n", ++number_, text(item.prompt));
    add_paragraph(item.hint);
    if (!item.why.is_empty()) html_ += fmt::format("<p>{} {}</p>\n", words_.why, text(item.why));
    std::visit(Overloaded{
                   [&](const MultipleItem&) { write_boxes(item, 0, Box::checkbox, words_.tick_any); },
                   [&](const OrderItem& order) { write_order(order); },
                   [&](const MatchItem& match) { write_match(match); },
                   [&](const NumberItem& number) { write_number(number); },
                   [&](const HotspotItem& hotspot) { write_scene(item, 0, hotspot.scene); },
                   [&](const TaskItem& task) { write_task(item, task); },
                   [&](const auto&) { write_boxes(item, 0, Box::radio, words_.tick_one); },
               },
               item.type);
    if (item.has_not_sure)
      add_box(Box::radio, fmt::format("{}.0", item.id.text), std::string(words_.not_sure));
    html_ += "</fieldset>\n";
  }

  void add_box(Box box, std::string_view group, const std::string& label) {
    html_ += fmt::format("<label><input type=\"{}\" name=\"{}\">{}</label>\n",
                         box == Box::radio ? "radio" : "checkbox", markup_text(group), label);
  }

  void add_instruction(std::string_view words) { html_ += fmt::format("<p>{}</p>\n", words); }

  void write_boxes(const Item& item, std::size_t step, Box box, std::string_view words) {
    add_instruction(words);
    for (const Option& option : options_of(bank_, item, step))
      add_box(box, fmt::format("{}.{}", item.id.text, step), text(option.label));
  }

  // The labels in the order of the alphabet, which tells nothing.
  std::vector<std::string> sorted_labels(const std::vector<Option>& options) const {
    std::vector<std::string> labels;
    for (const Option& option : options) labels.push_back(text(option.label));
    std::ranges::sort(labels);
    return labels;
  }

  void write_order(const OrderItem& order) {
    add_instruction(words_.number_steps);
    for (const std::string& label : sorted_labels(order.options))
      html_ += fmt::format("<label><input type=\"text\" inputmode=\"numeric\">{}</label>\n", label);
  }

  void write_match(const MatchItem& match) {
    add_instruction(words_.write_letters);
    html_ += "<ul>\n";
    char letter = 'A';
    for (const std::string& label : sorted_labels(match.rights))
      html_ += fmt::format("<li>{}. {}</li>\n", letter++, label);
    html_ += "</ul>\n";
    for (const std::string& label : sorted_labels(match.lefts))
      html_ += fmt::format("<label><input type=\"text\">{}</label>\n", label);
  }

  void write_number(const NumberItem& number) {
    html_ += fmt::format("<label>{} <input class=\"long\" type=\"text\" inputmode=\"decimal\">{}</label>\n",
                         words_.write_number, markup_text(number.unit));
  }

  void write_scene(const Item& item, std::size_t step, const Scene& scene) {
    add_instruction(fmt::format("{} {}. {}", words_.in_picture, text(scene.title), words_.tick_place));
    const auto options = options_of(bank_, item, step);
    for (std::size_t i = 0; i < options.size(); ++i) {
      const std::string_view role = words_.roles[static_cast<std::size_t>(scene.regions[i].role)];
      add_box(Box::radio, fmt::format("{}.{}", item.id.text, step),
              fmt::format("{} ({})", text(options[i].label), role));
    }
    notes_.drop(item, "its scene is a list of what is in it: where that stands stays behind");
  }

  void write_task(const Item& item, const TaskItem& task) {
    for (std::size_t step = 0; step < task.steps.size(); ++step) {
      html_ += fmt::format("<fieldset>\n<legend>{}.{}. {}</legend>\n", number_, step + 1,
                           text(task.steps[step].prompt));
      if (task.steps[step].scene) {
        write_scene(item, step, *task.steps[step].scene);
      } else {
        write_boxes(item, step, Box::radio, words_.tick_one);
      }
      html_ += "</fieldset>\n";
    }
  }

  const QuestionBank& bank_;
  std::string_view language_;
  const HtmlWords& words_;
  ExportNotes& notes_;
  std::string html_{};
  int number_ = 0;  // of the last question
};

}  // namespace

std::string to_printable_html(const QuestionBank& bank, std::string_view language, ExportNotes& notes) {
  notes.drop_bank_parts(language,
                        {"licence", "credits", "minutes", "about", "before_you_start", "after", "roles"});
  return QuestionnaireWriter(bank, language, notes).write();
}

}  // namespace assessment
