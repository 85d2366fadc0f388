// XML of unknown origin -> a tree, within limits and without anything that reads further files.
//
// Refused, each with its place: a DOCTYPE (it could declare entities, which are never expanded, or name
// files, which are never read), an encoding that is not UTF-8, nesting over 100, more than 200,000 nodes,
// and what is not well-formed or ends too early.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "assessment/bank/exchange/imported.hpp"
#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {

class XmlSource {
 public:
  // `text` (from read_source) must outlive it. Faults go to `notes`.
  XmlSource(std::string_view text, ImportNotes& notes);

  // The one element of the document; empty when it was refused.
  pugi::xml_node root() const { return root_; }

  // Where the tag of `node` begins.
  Position at(pugi::xml_node node) const;

 private:
  bool is_within_limits(ImportNotes& notes) const;

  LineIndex lines_;
  pugi::xml_document document_{};
  pugi::xml_node root_{};
};

// The name of an element without the prefix of its namespace.
std::string_view local_name(pugi::xml_node node);

// All text below `node`, as it stands there.
std::string text_below(pugi::xml_node node);

}  // namespace assessment
