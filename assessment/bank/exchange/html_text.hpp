// The HTML of other tools' questions -> plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assessment {

struct PlainText {
  std::string text{};               // paragraphs and list entries on lines of their own
  std::vector<std::string> lost{};  // what could not be kept: "an image (map.png)", "formatting (b, sup)"
};

// Takes out tags and comments and decodes character references; the contents of script and style go with
// them. Only `<` before the name of an HTML element is a tag: "a < b" stays. Never fails.
PlainText html_to_text(std::string_view html);

// What becomes of an element of HTML when only its text is kept.
enum class TagMeaning {
  unknown,     // no element of HTML
  line,        // stands on lines of its own
  media,       // lost, and said
  formatting,  // its text stays; the formatting is lost, and said
  silent,      // its text stays, and nothing is lost
};
TagMeaning meaning_of_tag(std::string_view name);  // in small letters

// "&eacute;", "&#233;", "&#xE9;" at the start of `text`: the character in UTF-8, and in `length` how long
// the reference is. Empty: none that is known.
std::string decode_reference(std::string_view text, std::size_t& length);

}  // namespace assessment
