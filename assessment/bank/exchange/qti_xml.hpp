// Building QTI documents. Of no use outside of qti_*export*.cpp.
#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace assessment {

using XmlAttributes = std::initializer_list<std::pair<const char*, std::string_view>>;

// Appends an element; `text` is escaped on writing.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, XmlAttributes attributes = {},
                           std::string_view text = {});

// Appends a text of several lines, with a <br/> between them.
void add_lines(pugi::xml_node parent, std::string_view text);

// A document of one root in QTI 3's namespace.
pugi::xml_node add_root(pugi::xml_document& document, const char* name, XmlAttributes attributes);

// The bytes: UTF-8, indented by two.
std::string to_bytes(const pugi::xml_document& document);

}  // namespace assessment
