// QTI's two spellings as one: <qti-simple-choice show-hide> of 3.0 is <simpleChoice showHide> of 2.x.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/exchange/xml_source.hpp"

namespace assessment {

// The name of an element as 2.x spells it.
std::string qti_name(pugi::xml_node node);

// An attribute by its name in 2.x, in either spelling; "" where there is none.
std::string_view qti_attribute(pugi::xml_node node, std::string_view name);

// The first child of that name; empty: none.
pugi::xml_node qti_child(pugi::xml_node node, std::string_view name);

// All children of that name.
std::vector<pugi::xml_node> qti_children(pugi::xml_node node, std::string_view name);

// Every element below `node`, in the order of the text.
std::vector<pugi::xml_node> elements_below(pugi::xml_node node);

// The text of an item's parts, and what of it could not be kept.
struct QtiText {
  std::string text{};
  std::vector<std::string> lost{};
};

// The plain text of `node`. Feedback and rubrics within it are left out and said.
QtiText read_qti_text(pugi::xml_node node);

}  // namespace assessment
