#include "assessment/bank/exchange/xml_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace assessment {
namespace {

constexpr int deepest = 100;
constexpr std::size_t most_nodes = 200'000;

// The node after `node` in the order of the text, within `top`; `depth` follows. Without recursion.
pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node top, int& depth) {
  if (node.first_child()) {
    ++depth;
    return node.first_child();
  }
  while (node != top && !node.next_sibling()) {
    node = node.parent();
    --depth;
  }
  return node == top ? pugi::xml_node() : node.next_sibling();
}

bool is_utf8(std::string_view encoding) {
  const std::string small = lowered(encoding);
  return small.empty() || small == "utf-8" || small == "utf8" || small == "us-ascii" || small == "ascii";
}

}  // namespace

XmlSource::XmlSource(std::string_view text, ImportNotes& notes) : lines_(text) {
  constexpr unsigned int options =
      pugi::parse_default | pugi::parse_doctype | pugi::parse_declaration | pugi::parse_ws_pcdata;
  const auto result = document_.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
  if (!result) {
    notes.fault(lines_.at(static_cast<std::size_t>(result.offset)), "bad-xml",
                fmt::format("this is not whole XML: {}", result.description()));
    return;
  }
  for (const pugi::xml_node node : document_.children()) {
    if (node.type() == pugi::node_doctype) {
      notes.fault(at(node), "doctype", "a DOCTYPE is not read; take it out and import again");
      return;
    }
    if (node.type() == pugi::node_declaration && !is_utf8(node.attribute("encoding").value())) {
      notes.fault({1, 1}, "not-utf8",
                  fmt::format("the XML says that it is {}; save the file as UTF-8",
                              node.attribute("encoding").value()));
      return;
    }
  }
  if (is_within_limits(notes)) root_ = document_.document_element();
}

bool XmlSource::is_within_limits(ImportNotes& notes) const {
  int depth = 0;
  std::size_t count = 0;
  for (pugi::xml_node node = document_; node; node = next_node(node, document_, depth)) {
    if (++count > most_nodes || depth > deepest) {
      notes.fault(at(node), "too-complex",
                  depth > deepest
                      ? fmt::format("elements within elements, more than {} deep", deepest)
                      : fmt::format("more than {} elements and texts; split the file", most_nodes));
      return false;
    }
  }
  return true;
}

Position XmlSource::at(pugi::xml_node node) const {
  auto offset = static_cast<std::size_t>(node.offset_debug());
  if (node.type() == pugi::node_element && offset > 0) --offset;  // pugixml gives the name, not the "<"
  if (node.type() == pugi::node_doctype)
    offset -= std::min<std::size_t>(offset, std::string_view("<!DOCTYPE ").size());
  return lines_.at(offset);
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string text_below(pugi::xml_node node) {
  std::string text;
  int depth = 0;
  for (pugi::xml_node each = node; each; each = next_node(each, node, depth)) text += each.value();
  return text;
}

}  // namespace assessment
