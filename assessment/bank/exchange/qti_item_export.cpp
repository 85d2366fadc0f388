#include "assessment/bank/exchange/qti_item_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "assessment/bank/exchange/qti_xml.hpp"
#include "assessment/base/overloaded.hpp"

namespace assessment {
namespace {

// So wide that a tenth of a percent is a whole number of pixels.
constexpr double picture_width = 2000, picture_height = 1000;

constexpr const char* templates = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/";

struct Pixels {
  long left, top, right, bottom;
};

Pixels pixels_of(const Rectangle& at) {
  const auto scaled = [](double percent, double side) { return std::lround(percent * side / 100); };
  return {scaled(at.left, picture_width), scaled(at.top, picture_height),
          scaled(at.left + at.width, picture_width), scaled(at.top + at.height, picture_height)};
}

class ItemWriter {
 public:
  ItemWriter(const QuestionBank& bank, const Item& item, std::string_view language, ExportNotes& notes)
      : bank_(bank), item_(item), language_(language), notes_(notes) {}

  std::string write(const std::string& picture) && {
    root_ = add_root(document_, "qti-assessment-item",
                     {{"identifier", item_.id.text},
                      {"title", item_.id.text},
                      {"adaptive", "false"},
                      {"time-dependent", "false"},
                      {"xml:lang", language_}});
    std::visit(Overloaded{
                   [&](const RatingItem&) { write_rating(); },
                   [&](const SingleItem& single) { write_single(single); },
                   [&](const MultipleItem& multiple) { write_multiple(multiple); },
                   [&](const OrderItem& order) { write_order(order); },
                   [&](const MatchItem& match) { write_match(match); },
                   [&](const NumberItem& number) { write_number(number); },
                   [&](const HotspotItem& hotspot) { write_hotspot(hotspot, picture); },
                   [&](const TaskItem&) {},
                   [&](const NoteItem&) { add_lines(add_element(body(), "p"), prompt()); },
               },
               item_.type);
    write_feedback();
    return to_bytes(document_);
  }

 private:
  const std::string& prompt() const { return item_.prompt.in(language_); }
  const std::string& text(const Option& option) const { return option.label.in(language_); }

  // What is declared before the body; the response is filled by the caller.
  pugi::xml_node declare(std::string_view cardinality, std::string_view base_type) {
    pugi::xml_node response =
        add_element(root_, "qti-response-declaration",
                    {{"identifier", "RESPONSE"}, {"cardinality", cardinality}, {"base-type", base_type}});
    pugi::xml_node score =
        add_element(root_, "qti-outcome-declaration",
                    {{"identifier", "SCORE"}, {"cardinality", "single"}, {"base-type", "float"}});
    add_element(add_element(score, "qti-default-value"), "qti-value", {}, "0");
    return response;
  }

  static void add_correct(pugi::xml_node response, const std::vector<std::string>& values) {
    pugi::xml_node correct = add_element(response, "qti-correct-response");
    for (const std::string& value : values) add_element(correct, "qti-value", {}, value);
  }

  static void add_entry(pugi::xml_node mapping, const std::string& key, const Rational& points) {
    add_element(mapping, "qti-map-entry", {{"map-key", key}, {"mapped-value", to_decimal(points)}});
  }

  // Feedback is declared before the body and shown after it, whatever the answer.
  pugi::xml_node body() {
    if (!item_.feedback.is_empty()) {
      pugi::xml_node outcome =
          add_element(root_, "qti-outcome-declaration",
                      {{"identifier", "FEEDBACK"}, {"cardinality", "single"}, {"base-type", "identifier"}});
      add_element(add_element(outcome, "qti-default-value"), "qti-value", {}, "feedback");
    }
    return add_element(root_, "qti-item-body");
  }

  void write_feedback() {
    if (item_.feedback.is_empty()) return;
    pugi::xml_node feedback =
        add_element(root_, "qti-modal-feedback",
                    {{"outcome-identifier", "FEEDBACK"}, {"identifier", "feedback"}, {"show-hide", "show"}});
    add_lines(add_element(add_element(feedback, "qti-content-body"), "p"), item_.feedback.in(language_));
  }

  pugi::xml_node add_interaction(const char* name, std::string_view shuffle) {
    pugi::xml_node interaction = add_element(body(), name, {{"response-identifier", "RESPONSE"}});
    if (!shuffle.empty()) interaction.append_attribute("shuffle").set_value(std::string(shuffle).c_str());
    return interaction;
  }

  void add_choices(pugi::xml_node interaction, std::span<const Option> options) {
    for (const Option& option : options) {
      pugi::xml_node choice = add_element(interaction, "qti-simple-choice", {{"identifier", option.id.text}});
      if (option.is_fixed_last) choice.append_attribute("fixed").set_value("true");
      add_lines(choice, text(option));
    }
  }

  void write_choice(std::string_view most, std::span<const Option> options) {
    pugi::xml_node interaction =
        add_interaction("qti-choice-interaction", item_.is_shuffled ? "true" : "false");
    interaction.append_attribute("max-choices").set_value(std::string(most).c_str());
    add_lines(add_element(interaction, "qti-prompt"), prompt());
    add_choices(interaction, options);
  }

  void use_template(const char* name) {
    add_element(root_, "qti-response-processing", {{"template", fmt::format("{}{}.xml", templates, name)}});
  }

  // The points of the mapping, as a share of the most that there are.
  void use_share_of(std::size_t most) {
    pugi::xml_node set = add_element(add_element(root_, "qti-response-processing"), "qti-set-outcome-value",
                                     {{"identifier", "SCORE"}});
    pugi::xml_node divide = add_element(set, "qti-divide");
    add_element(divide, "qti-map-response", {{"identifier", "RESPONSE"}});
    add_element(divide, "qti-base-value", {{"base-type", "float"}}, fmt::format("{}", most));
  }

  void write_rating() {
    notes_.drop(item_, "a self-rating has no right answer in QTI: it is a choice without points");
    declare("single", "identifier");
    write_choice("1", options_of(bank_, item_));
  }

  void write_single(const SingleItem& single) {
    pugi::xml_node response = declare("single", "identifier");
    const auto right = std::ranges::find_if(single.options, &Option::is_correct);
    if (right != single.options.end()) {
      add_correct(response, {right->id.text});
    } else {
      const auto best = std::ranges::max_element(single.options, {}, &Option::score);
      add_correct(response, {best->id.text});
      pugi::xml_node mapping = add_element(response, "qti-mapping", {{"default-value", "0"}});
      for (const Option& option : single.options) {
        if (!option.is_not_applicable) add_entry(mapping, option.id.text, option.score);
      }
    }
    write_choice("1", single.options);
    use_template(right != single.options.end() ? "match_correct" : "map_response");
  }

  void write_multiple(const MultipleItem& multiple) {
    pugi::xml_node response = declare("multiple", "identifier");
    std::vector<std::string> right;
    for (const Option& option : multiple.options) {
      if (option.is_correct) right.push_back(option.id.text);
    }
    add_correct(response, right);
    if (multiple.credit == Credit::partial) {
      pugi::xml_node mapping =
          add_element(response, "qti-mapping", {{"lower-bound", "0"}, {"default-value", "0"}});
      for (const Option& option : multiple.options)
        add_entry(mapping, option.id.text, option.is_correct ? 1 : -1);
    }
    write_choice("0", multiple.options);
    if (multiple.credit == Credit::partial) {
      use_share_of(right.size());
    } else {
      use_template("match_correct");
    }
  }

  void write_order(const OrderItem& order) {
    if (order.credit == Credit::pairs)
      notes_.drop(item_, "`credit: pairs` becomes all or nothing: QTI's templates know no neighbours");
    pugi::xml_node response = declare("ordered", "identifier");
    std::vector<std::string> right;
    for (const Option& option : order.options) right.push_back(option.id.text);
    add_correct(response, right);
    pugi::xml_node interaction = add_interaction("qti-order-interaction", "true");
    add_lines(add_element(interaction, "qti-prompt"), prompt());
    add_choices(interaction, order.options);
    use_template("match_correct");
  }

  void write_match(const MatchItem& match) {
    // Identifiers differ within the whole item, those of a bank within one side.
    const bool is_shared = std::ranges::any_of(match.lefts, [&](const Option& left) {
      return std::ranges::find(match.rights, left.id, &Option::id) != match.rights.end();
    });
    const auto identifier = [&](const Option& option, std::string_view side) {
      return is_shared ? fmt::format("{}_{}", side, option.id.text) : option.id.text;
    };
    pugi::xml_node response = declare("multiple", "directedPair");
    std::vector<std::string> right;
    for (std::size_t i = 0; i < match.lefts.size(); ++i)
      right.push_back(identifier(match.lefts[i], "left") + " " + identifier(match.rights[i], "right"));
    add_correct(response, right);
    if (match.credit == Credit::partial) {
      pugi::xml_node mapping = add_element(response, "qti-mapping", {{"default-value", "0"}});
      for (const std::string& pair : right) add_entry(mapping, pair, 1);
    }
    pugi::xml_node interaction = add_interaction("qti-match-interaction", "true");
    interaction.append_attribute("max-associations").set_value(std::to_string(right.size()).c_str());
    add_lines(add_element(interaction, "qti-prompt"), prompt());
    const auto add_side = [&](const std::vector<Option>& options, std::string_view side) {
      pugi::xml_node set = add_element(interaction, "qti-simple-match-set");
      for (const Option& option : options)
        add_lines(add_element(set, "qti-simple-associable-choice",
                              {{"identifier", identifier(option, side)}, {"match-max", "1"}}),
                  text(option));
    };
    add_side(match.lefts, "left");
    add_side(match.rights, "right");
    if (match.credit == Credit::partial) {
      use_share_of(right.size());
    } else {
      use_template("match_correct");
    }
  }

  void write_number(const NumberItem& number) {
    add_correct(declare("single", "float"), {to_decimal(number.accept.front().from)});
    pugi::xml_node all = body();
    add_lines(add_element(all, "p"), prompt());
    const std::string pattern =
        number.decimals == 0 ? "[0-9]+" : fmt::format("[0-9]+([.][0-9]{{1,{}}})?", number.decimals);
    pugi::xml_node line = add_element(all, "p");
    add_element(line, "qti-text-entry-interaction",
                {{"response-identifier", "RESPONSE"}, {"pattern-mask", pattern}});
    if (!number.unit.empty()) {
      line.append_child(pugi::node_pcdata).set_value(" ");
      add_element(line, "span", {{"class", "unit"}}, number.unit);
    }
    pugi::xml_node branch =
        add_element(add_element(add_element(root_, "qti-response-processing"), "qti-response-condition"),
                    "qti-response-if");
    pugi::xml_node test = number.accept.size() > 1 ? add_element(branch, "qti-or") : branch;
    for (const Interval& interval : number.accept) {
      pugi::xml_node both = add_element(test, "qti-and");
      add_comparison(both, "qti-gte", interval.from);
      add_comparison(both, "qti-lte", interval.to);
    }
    pugi::xml_node set = add_element(branch, "qti-set-outcome-value", {{"identifier", "SCORE"}});
    add_element(set, "qti-base-value", {{"base-type", "float"}}, "1");
  }

  static void add_comparison(pugi::xml_node parent, const char* name, const Rational& value) {
    pugi::xml_node comparison = add_element(parent, name);
    add_element(comparison, "qti-variable", {{"identifier", "RESPONSE"}});
    add_element(comparison, "qti-base-value", {{"base-type", "float"}}, to_decimal(value));
  }

  void write_hotspot(const HotspotItem& hotspot, const std::string& picture) {
    notes_.drop(item_,
                "its scene is a picture now: the frame around it and the roles of its regions stay behind");
    pugi::xml_node response = declare("single", "identifier");
    const auto right = std::ranges::find_if(hotspot.options, &Option::is_correct);
    const bool has_several = std::ranges::count_if(hotspot.options, &Option::is_correct) > 1;
    if (right != hotspot.options.end()) add_correct(response, {right->id.text});
    if (has_several) {
      pugi::xml_node mapping = add_element(response, "qti-mapping", {{"default-value", "0"}});
      for (const Option& option : hotspot.options)
        add_entry(mapping, option.id.text, option.is_correct ? 1 : 0);
    }
    pugi::xml_node interaction = add_interaction("qti-hotspot-interaction", "");
    interaction.append_attribute("max-choices").set_value("1");
    add_lines(add_element(interaction, "qti-prompt"), prompt());
    add_element(interaction, "object",
                {{"data", picture},
                 {"type", "image/svg+xml"},
                 {"width", fmt::format("{}", picture_width)},
                 {"height", fmt::format("{}", picture_height)}},
                hotspot.scene.title.in(language_));
    for (std::size_t i = 0; i < hotspot.options.size(); ++i) {
      const Pixels at = pixels_of(hotspot.scene.regions[i].at);
      add_element(interaction, "qti-hotspot-choice",
                  {{"identifier", hotspot.options[i].id.text},
                   {"shape", "rect"},
                   {"coords", fmt::format("{},{},{},{}", at.left, at.top, at.right, at.bottom)},
                   {"hotspot-label", text(hotspot.options[i])}});
    }
    use_template(has_several ? "map_response" : "match_correct");
  }

  const QuestionBank& bank_;
  const Item& item_;
  std::string_view language_;
  ExportNotes& notes_;
  pugi::xml_document document_{};
  pugi::xml_node root_{};
};

}  // namespace

std::string to_qti_item(const QuestionBank& bank, const Item& item, std::string_view language,
                        const std::string& picture, ExportNotes& notes) {
  return ItemWriter(bank, item, language, notes).write(picture);
}

std::string to_scene_picture(const HotspotItem& hotspot, std::string_view language) {
  pugi::xml_document document;
  pugi::xml_node root = add_element(document, "svg",
                                    {{"xmlns", "http://www.w3.org/2000/svg"},
                                     {"width", fmt::format("{}", picture_width)},
                                     {"height", fmt::format("{}", picture_height)},
                                     {"viewBox", fmt::format("0 0 {} {}", picture_width, picture_height)},
                                     {"font-family", "sans-serif"},
                                     {"font-size", "36"}});
  add_element(root, "title", {}, hotspot.scene.title.in(language));
  add_element(root, "rect", {{"width", "100%"}, {"height", "100%"}, {"fill", "#fff"}, {"stroke", "#000"}});
  for (std::size_t i = 0; i < hotspot.options.size(); ++i) {
    const Pixels at = pixels_of(hotspot.scene.regions[i].at);
    const std::string left = std::to_string(at.left), top = std::to_string(at.top);
    add_element(root, "rect",
                {{"x", left},
                 {"y", top},
                 {"width", std::to_string(at.right - at.left)},
                 {"height", std::to_string(at.bottom - at.top)},
                 {"fill", "#fff"},
                 {"stroke", "#000"},
                 {"stroke-width", "3"}});
    add_element(root, "text", {{"x", std::to_string(at.left + 12)}, {"y", std::to_string(at.top + 44)}},
                hotspot.options[i].label.in(language));
  }
  return to_bytes(document);
}

}  // namespace assessment
