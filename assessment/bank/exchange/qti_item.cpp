#include "assessment/bank/exchange/qti_item.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/exchange/imported_choice.hpp"
#include "assessment/bank/exchange/imported_number.hpp"
#include "assessment/bank/exchange/qti_hotspot.hpp"
#include "assessment/bank/exchange/qti_response.hpp"

namespace assessment {
namespace {

bool is_true(std::string_view word) {
  return word == "true" || word == "1";
}

bool contains(const std::vector<std::string>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
}

class QtiItem {
 public:
  QtiItem(pugi::xml_node item, const XmlSource& source, const ImportWords& words, ImportNotes& notes)
      : item_(item), source_(source), words_(words), notes_(notes), body_(qti_child(item, "itemBody")) {
    question_.at = source.at(item);
    question_.name = qti_attribute(item, "identifier");
  }

  std::optional<ImportedQuestion> read() && {
    if (is_true(qti_attribute(item_, "adaptive")) || qti_child(item_, "templateDeclaration"))
      return refuse("an adaptive item, or one made from a template, is not carried");
    std::vector<pugi::xml_node> interactions;
    for (const pugi::xml_node element : elements_below(body_)) {
      if (qti_name(element).ends_with("Interaction")) interactions.push_back(element);
    }
    if (interactions.size() > 1)
      return refuse(fmt::format("an item with {} interactions is not carried: ask each as its own question",
                                interactions.size()));
    const bool is_read = interactions.empty() || read_interaction(interactions.front());
    if (!is_read) return std::nullopt;
    read_prompt(interactions.empty() ? pugi::xml_node() : interactions.front());
    read_feedback();
    say_losses();
    return std::move(question_);
  }

 private:
  std::optional<ImportedQuestion> refuse(std::string text) {
    notes_.skip(question_.at, std::move(text));
    return std::nullopt;
  }

  void drop(std::string text) { notes_.drop(question_.at, std::move(text)); }

  std::string read_text(pugi::xml_node node) {
    QtiText read = read_qti_text(node);
    for (std::string& what : read.lost) {
      if (!contains(lost_, what)) lost_.push_back(std::move(what));
    }
    return std::move(read.text);
  }

  bool read_interaction(pugi::xml_node interaction) {
    const std::string name = qti_name(interaction);
    response_ = read_qti_response(item_, qti_attribute(interaction, "responseIdentifier"), source_, notes_);
    if (name == "choiceInteraction") return read_choice(interaction);
    if (name == "orderInteraction") return read_order(interaction);
    if (name == "matchInteraction") return read_match(interaction);
    if (name == "associateInteraction") return read_associate(interaction);
    if (name == "textEntryInteraction") return read_number(interaction);
    if (name == "hotspotInteraction") return read_hotspot(interaction);
    const bool is_free_text =
        name == "extendedTextInteraction" || name == "uploadInteraction" || name == "drawingInteraction";
    refuse(is_free_text
               ? fmt::format("an item with a {} is not carried: no item of a bank takes free text", name)
               : fmt::format("an item with a {} is not carried: a bank has no such item", name));
    return false;
  }

  ImportedOption read_option(pugi::xml_node choice) {
    return {.name = std::string(qti_attribute(choice, "identifier")), .text = read_text(choice)};
  }

  // Options that stand fixed at the end stay there; others cannot.
  void read_fixed(const std::vector<pugi::xml_node>& choices) {
    bool is_at_end = true;
    for (std::size_t i = choices.size(); i-- > 0;) {
      const bool is_fixed = question_.is_shuffled && is_true(qti_attribute(choices[i], "fixed"));
      is_at_end = is_at_end && is_fixed;
      question_.options[i].is_fixed_last = is_at_end;
      if (is_fixed && !is_at_end)
        drop("an answer fixed at its place is shuffled now: a bank fixes only the last ones");
    }
  }

  bool read_choice(pugi::xml_node interaction) {
    const auto choices = qti_children(interaction, "simpleChoice");
    question_.is_shuffled = is_true(qti_attribute(interaction, "shuffle"));
    if (response_.cardinality == "multiple") {
      read_multiple(interaction, choices);
    } else {
      read_single(choices);
    }
    read_fixed(choices);
    return true;
  }

  void read_single(const std::vector<pugi::xml_node>& choices) {
    question_.kind = ImportedKind::single;
    bool is_below_0 = false;
    for (const pugi::xml_node choice : choices) {
      ImportedOption option = read_option(choice);
      if (response_.is_by_mapping) {
        const Rational points = response_.points(option.name);
        is_below_0 = is_below_0 || points < 0;
        option.score = to_bank_decimal(std::max(points, Rational(0)));
      } else {
        option.is_correct = contains(response_.correct, option.name);
        option.score = option.is_correct ? 1 : 0;
      }
      question_.options.push_back(std::move(option));
    }
    if (is_below_0) drop("negative points become 0: the scores of a bank are 0 or more");
  }

  void read_multiple(pugi::xml_node interaction, const std::vector<pugi::xml_node>& choices) {
    question_.kind = ImportedKind::multiple;
    const auto most = parse_number(qti_attribute(interaction, "maxChoices"));
    const auto least = parse_number(qti_attribute(interaction, "minChoices"));
    if ((most && *most > 0 && *most < choices.size()) || (least && *least > 1))
      drop("how many answers have to be chosen is left out: any number may be");
    std::vector<ImportedOption> options;
    Rational all = 0;
    for (const pugi::xml_node choice : choices) {
      ImportedOption& option = options.emplace_back(read_option(choice));
      option.is_correct = contains(response_.correct, option.name);
      all += std::max(response_.points(option.name), Rational(0));
    }
    if (!response_.is_by_mapping || all == 0) {
      question_.options = std::move(options);
      return;
    }
    std::vector<WeightedAnswer> weighted;
    for (const ImportedOption& option : options) {
      const Rational percent = 100 * response_.points(option.name) / all;
      weighted.push_back({option.text, std::clamp(percent, Rational(-100), Rational(100))});
    }
    if (!response_.has_lower_bound_0) drop("points below 0 become 0: the scores of a bank are 0 or more");
    set_choice(question_, weighted, Choosing::any, notes_);
    for (std::size_t i = 0; i < options.size(); ++i) question_.options[i].name = options[i].name;
  }

  bool read_order(pugi::xml_node interaction) {
    question_.kind = ImportedKind::order;
    const auto choices = qti_children(interaction, "simpleChoice");
    for (const std::string& identifier : response_.correct) {
      const auto found =
          std::ranges::find_if(choices, [&](auto c) { return qti_attribute(c, "identifier") == identifier; });
      if (found != choices.end()) question_.options.push_back(read_option(*found));
    }
    if (question_.options.size() != choices.size()) {
      refuse("an item that orders only some of its choices, or does not say how, is not carried");
      return false;
    }
    if (response_.is_by_mapping)
      drop("its points for single places are left out: an order is right or wrong");
    if (!is_true(qti_attribute(interaction, "shuffle")))
      drop("its choices are always shuffled: a bank lists them in the right order");
    return true;
  }

  bool read_match(pugi::xml_node interaction) {
    const auto sets = qti_children(interaction, "simpleMatchSet");
    if (sets.size() != 2) {
      refuse("a match without two lists of choices is not carried");
      return false;
    }
    return read_pairs(interaction, qti_children(sets[0], "simpleAssociableChoice"),
                      qti_children(sets[1], "simpleAssociableChoice"));
  }

  bool read_associate(pugi::xml_node interaction) {
    const auto choices = qti_children(interaction, "simpleAssociableChoice");
    drop("its one list of choices becomes two: what stands first in each right pair, and what stands second");
    return read_pairs(interaction, choices, choices);
  }

  bool read_pairs(pugi::xml_node interaction, const std::vector<pugi::xml_node>& lefts,
                  const std::vector<pugi::xml_node>& rights) {
    question_.kind = ImportedKind::match;
    const auto& pairs = response_.correct.empty() ? response_.mapped_keys : response_.correct;
    const auto find = [](const auto& choices, std::string_view identifier) {
      return std::ranges::find_if(
          choices, [&](auto choice) { return qti_attribute(choice, "identifier") == identifier; });
    };
    std::size_t equal_points = 0;
    for (const std::string& pair : pairs) {
      const std::size_t space = std::min(pair.find(' '), pair.size() - 1);
      const auto left = find(lefts, std::string_view(pair).substr(0, space));
      const auto right = find(rights, std::string_view(pair).substr(space + 1));
      if (left == lefts.end() || right == rights.end()) continue;
      question_.options.push_back(read_option(*left));
      question_.rights.push_back(read_option(*right));
      equal_points += response_.points(pair) == response_.points(pairs.front());
    }
    const std::size_t used = question_.options.size();
    const bool are_all_used =
        lefts.size() == used && (rights.size() == used || rights.data() == lefts.data());
    if (!are_all_used && (&lefts != &rights || lefts.size() != 2 * used))
      drop("choices that fit nothing are left out: every answer of a bank's pairs has a partner");
    question_.credit = response_.is_by_mapping ? Credit::partial : Credit::all;
    if (response_.is_by_mapping && equal_points != used) drop("unequal points of pairs become equal shares");
    if (!is_true(qti_attribute(interaction, "shuffle")))
      drop("its lists are always shuffled: a bank keeps partners side by side");
    return true;
  }

  bool read_number(pugi::xml_node interaction) {
    if (response_.base_type != "integer" && response_.base_type != "float") {
      refuse("a text entry of words is not carried: no item of a bank takes free text");
      return false;
    }
    question_.kind = ImportedKind::number;
    if (response_.is_by_mapping) {
      read_mapped_numbers();
    } else {
      auto ranges = read_qti_ranges(item_, response_, question_.at, notes_);
      if (ranges.empty()) {
        for (const std::string& value : response_.correct) {
          if (const auto number = parse_number(value)) ranges.push_back({*number, *number});
        }
      }
      for (const Interval& range : ranges) accept_range(question_, range.from, range.to, notes_);
    }
    read_keypad(interaction);
    return true;
  }

  void read_mapped_numbers() {
    Rational best = 0;
    for (const std::string& key : response_.mapped_keys) best = std::max(best, response_.points(key));
    for (const std::string& key : response_.mapped_keys) {
      const auto number = parse_number(key);
      if (number && best > 0 && response_.points(key) == best) {
        accept_range(question_, *number, *number, notes_);
      } else if (response_.points(key) > 0) {
        drop(fmt::format("the answer {} for a part of the points is left out: a number is right or wrong",
                         key.substr(0, 40)));
      }
    }
  }

  // The decimals of a pattern such as [0-9]+([.][0-9]{1,2})?, and the unit that our own export writes.
  void read_keypad(pugi::xml_node interaction) {
    const std::string_view pattern = qti_attribute(interaction, "patternMask");
    if (pattern == "[0-9]+") question_.decimals = 0;
    const std::size_t comma = pattern.rfind(','), end = pattern.rfind('}');
    if (comma != std::string_view::npos && end == comma + 2 && pattern[comma + 1] >= '0' &&
        pattern[comma + 1] <= '6')
      question_.decimals = pattern[comma + 1] - '0';
    pugi::xml_node unit = interaction.next_sibling();
    while (unit && unit.type() != pugi::node_element) unit = unit.next_sibling();
    if (std::string_view(unit.attribute("class").value()) != "unit") return;
    question_.unit = read_text(unit);
    unit.parent().remove_child(unit);
  }

  bool read_hotspot(pugi::xml_node interaction) {
    question_.kind = ImportedKind::hotspot;
    pugi::xml_node picture;
    for (const pugi::xml_node element : elements_below(interaction)) {
      const std::string name = qti_name(element);
      if (!picture && (name == "object" || name == "img")) picture = element;
    }
    const auto size = read_picture_size(picture);
    if (!size) {
      refuse("a hotspot is not carried: its picture has no width and height to measure by");
      return false;
    }
    if (response_.cardinality == "multiple" && response_.correct.size() > 1) {
      refuse("a hotspot that asks for several places is not carried: a person touches one");
      return false;
    }
    int number = 0;
    for (const pugi::xml_node choice : qti_children(interaction, "hotspotChoice")) {
      const auto place = read_place(qti_attribute(choice, "shape"), qti_attribute(choice, "coords"), *size);
      if (!place) {
        notes_.fault(source_.at(choice), "bad-place", "its shape and coords are no place in the picture");
        return false;
      }
      ImportedOption region{.name = std::string(qti_attribute(choice, "identifier")),
                            .text = std::string(qti_attribute(choice, "hotspotLabel"))};
      if (region.text.empty()) region.text = fmt::format("{} {}", words_.place, ++number);
      region.is_correct = response_.is_by_mapping ? response_.points(region.name) > 0
                                                  : contains(response_.correct, region.name);
      region.place = *place;
      question_.options.push_back(std::move(region));
    }
    const std::string file(picture.attribute(qti_name(picture) == "img" ? "src" : "data").value());
    drop(fmt::format("the picture {} is left out: its places stand in an empty scene, as rectangles", file));
    return true;
  }

  // What stands around the interaction, and its own prompt.
  void read_prompt(pugi::xml_node interaction) {
    const std::string own = read_text(qti_child(interaction, "prompt"));
    if (qti_name(interaction) == "textEntryInteraction") {
      const pugi::xml_node gap = interaction.parent().insert_child_before(pugi::node_pcdata, interaction);
      pugi::xml_node(gap).set_value("_____");
    }
    if (interaction) interaction.parent().remove_child(interaction);
    question_.prompt = read_text(body_);
    if (question_.prompt.ends_with("_____")) {  // a gap at the end is where the keypad stands
      question_.prompt.resize(question_.prompt.size() - 5);
    }
    question_.prompt = trimmed(question_.prompt);
    if (!own.empty()) question_.prompt += (question_.prompt.empty() ? "" : "\n") + own;
    if (question_.prompt.empty()) question_.prompt = qti_attribute(item_, "title");
  }

  // Feedback that is shown whatever the answer is carried; all other depends on the answer.
  void read_feedback() {
    int lost = 0;
    for (const pugi::xml_node feedback : qti_children(item_, "modalFeedback")) {
      const std::string_view outcome = qti_attribute(feedback, "outcomeIdentifier");
      const auto declarations = qti_children(item_, "outcomeDeclaration");
      const auto found = std::ranges::find_if(
          declarations, [&](auto d) { return qti_attribute(d, "identifier") == outcome; });
      const std::string always =
          found == declarations.end() ? "" : read_text(qti_child(*found, "defaultValue"));
      if (question_.feedback.empty() && !always.empty() && always == qti_attribute(feedback, "identifier")) {
        question_.feedback = read_text(feedback);
      } else {
        ++lost;
      }
    }
    if (lost > 0)
      drop(fmt::format("the feedback of {} is left out: a question of a bank has one for all",
                       lost == 1 ? "1 answer" : fmt::format("{} answers", lost)));
  }

  void say_losses() {
    for (const std::string& what : lost_) drop(what + " is left out: texts are plain");
    if (is_true(qti_attribute(item_, "timeDependent"))) drop("its time is left out: a bank has no clock");
    for (const std::string_view part :
         {"stylesheet", "catalogInfo", "companionMaterialsInfo", "assessmentStimulusRef"}) {
      if (qti_child(item_, part)) drop(fmt::format("its {} is left out", part));
    }
  }

  pugi::xml_node item_;
  const XmlSource& source_;
  const ImportWords& words_;
  ImportNotes& notes_;
  pugi::xml_node body_;
  QtiResponse response_{};
  ImportedQuestion question_{};
  std::vector<std::string> lost_{};
};

}  // namespace

std::optional<ImportedQuestion> read_qti_item(pugi::xml_node item, const XmlSource& source,
                                              const ImportWords& words, ImportNotes& notes) {
  return QtiItem(item, source, words, notes).read();
}

}  // namespace assessment
