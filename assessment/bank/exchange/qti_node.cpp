#include "assessment/bank/exchange/qti_node.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/exchange/html_text.hpp"

namespace assessment {
namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// simpleChoice -> simple-choice
std::string with_dashes(std::string_view name) {
  std::string dashed;
  for (const char c : name) {
    if (is_capital(c)) dashed += '-';
    dashed += is_capital(c) ? static_cast<char>(c + 32) : c;
  }
  return dashed;
}

class TextCollector {
 public:
  // Recursion is bounded by XmlSource, which refuses deep trees.
  void add(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        add_words(child.value());
      } else if (child.type() == pugi::node_element) {
        add_element(child);
      }
    }
  }

  QtiText finish() && {
    if (!formatting_.empty()) lose(fmt::format("formatting ({})", fmt::join(formatting_, ", ")));
    result_.text = std::string(trimmed(result_.text));
    return std::move(result_);
  }

 private:
  void add_words(std::string_view words) {
    for (const char c : words) {
      const bool is_blank = c == ' ' || c == '\n' || c == '\t';
      if (!is_blank) {
        result_.text += c;
      } else if (!result_.text.empty() && result_.text.back() != ' ' && result_.text.back() != '\n') {
        result_.text += ' ';
      }
    }
  }

  void end_line() {
    while (result_.text.ends_with(' ')) result_.text.pop_back();
    if (!result_.text.empty() && result_.text.back() != '\n') result_.text += '\n';
  }

  void lose(std::string what) {
    if (std::ranges::find(result_.lost, what) == result_.lost.end()) result_.lost.push_back(std::move(what));
  }

  void add_element(pugi::xml_node node) {
    const std::string name = qti_name(node);
    const TagMeaning meaning = meaning_of_tag(name);
    if (name == "rubricBlock" || name == "feedbackBlock" || name == "feedbackInline") {
      lose(name == "rubricBlock" ? "a rubric" : "feedback within the text");
    } else if (name == "img" || name == "object") {
      const std::string_view file = node.attribute(name == "img" ? "src" : "data").value();
      lose(fmt::format("an image ({})", file.substr(file.rfind('/') + 1).substr(0, 60)));
    } else if (meaning == TagMeaning::media) {
      lose(fmt::format("<{}>", name));
    } else if (meaning == TagMeaning::line) {
      end_line();
      if (name == "li") result_.text += "- ";
      add(node);
      end_line();
    } else {
      if (name == "table") lose("the rows and columns of a table");
      if (meaning == TagMeaning::formatting && std::ranges::find(formatting_, name) == formatting_.end())
        formatting_.push_back(name);
      add(node);
      if (name == "td" || name == "th") add_words(" ");
    }
  }

  QtiText result_{};
  std::vector<std::string> formatting_{};
};

}  // namespace

std::string qti_name(pugi::xml_node node) {
  std::string_view name = local_name(node);
  if (!name.starts_with("qti-")) return std::string(name);
  name.remove_prefix(4);
  std::string camel;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_joint = name[i] == '-' && i + 1 < name.size();
    if (is_joint) ++i;
    const bool is_raised = is_joint && name[i] >= 'a' && name[i] <= 'z';
    camel += is_raised ? static_cast<char>(name[i] - 32) : name[i];
  }
  return camel;
}

std::string_view qti_attribute(pugi::xml_node node, std::string_view name) {
  const std::string camel(name);
  if (const auto attribute = node.attribute(camel.c_str())) return attribute.value();
  return node.attribute(with_dashes(name).c_str()).value();
}

pugi::xml_node qti_child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element && qti_name(child) == name) return child;
  }
  return {};
}

std::vector<pugi::xml_node> qti_children(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element && qti_name(child) == name) found.push_back(child);
  }
  return found;
}

std::vector<pugi::xml_node> elements_below(pugi::xml_node node) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node child : node.children()) {  // bounded by XmlSource
    if (child.type() != pugi::node_element) continue;
    found.push_back(child);
    const auto deeper = elements_below(child);
    found.insert(found.end(), deeper.begin(), deeper.end());
  }
  return found;
}

QtiText read_qti_text(pugi::xml_node node) {
  TextCollector collector;
  collector.add(node);
  return std::move(collector).finish();
}

}  // namespace assessment
