#include "assessment/bank/exchange/qti_xml.hpp"

#include <sstream>

namespace assessment {

pugi::xml_node add_element(pugi::xml_node parent, const char* name, XmlAttributes attributes,
                           std::string_view text) {
  pugi::xml_node node = parent.append_child(name);
  for (const auto& [key, value] : attributes)
    node.append_attribute(key).set_value(std::string(value).c_str());
  if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
  return node;
}

void add_lines(pugi::xml_node parent, std::string_view text) {
  while (true) {
    const std::size_t end = text.find('\n');
    parent.append_child(pugi::node_pcdata).set_value(std::string(text.substr(0, end)).c_str());
    if (end == std::string_view::npos) return;
    parent.append_child("br");
    text.remove_prefix(end + 1);
  }
}

pugi::xml_node add_root(pugi::xml_document& document, const char* name, XmlAttributes attributes) {
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  pugi::xml_node root = document.append_child(name);
  root.append_attribute("xmlns").set_value("http://www.imsglobal.org/xsd/imsqtiasi_v3p0");
  root.append_attribute("xmlns:xsi").set_value("http://www.w3.org/2001/XMLSchema-instance");
  root.append_attribute("xsi:schemaLocation")
      .set_value(
          "http://www.imsglobal.org/xsd/imsqtiasi_v3p0 "
          "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd");
  for (const auto& [key, value] : attributes)
    root.append_attribute(key).set_value(std::string(value).c_str());
  return root;
}

std::string to_bytes(const pugi::xml_document& document) {
  std::ostringstream bytes;
  document.save(bytes, "  ", pugi::format_default, pugi::encoding_utf8);
  return bytes.str();
}

}  // namespace assessment
