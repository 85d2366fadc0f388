#include "app/core/link_view.hpp"

#include <fmt/format.h>

#include <sstream>

namespace app {
namespace {

using assessment::link_initials;

class LinkViewMaker {
 public:
  LinkViewMaker(const LinkPage& page, const Strings& strings, const std::string& language)
      : page_(page), strings_(strings), language_(language) {}

  LinkView asking() const {
    return {.part = "asking",
            .title = text("link.title"),
            .paragraphs = {text("link.lead"), text("link.weaker")},
            .next = text("link.skip"),
            .enter = text("link.enter"),
            .draw = text("link.draw")};
  }

  LinkView given() const {
    LinkView view{.part = "given",
                  .title = text("link.given.title"),
                  .paragraphs = {text("link.given.lead"), text("link.given.kept")},
                  .next = text("link.next")};
    for (const std::uint8_t word : page_.session.link.value().words) view.words.push_back(word_of(word));
    return view;
  }

  LinkView choosing() const {
    const std::string number = fmt::to_string(page_.chosen.size() + 1);
    LinkView view{.part = fmt::format("{}.{}", page_.initial ? "word" : "initial", page_.chosen.size()),
                  .caption = fill(text("link.caption"), {{"number", number}}),
                  .title = text(page_.initial ? "link.word" : "link.initial")};
    if (page_.is_unknown) {
      view.error_title = text("error.title");
      view.error = text("link.error");
    }
    for (const std::uint8_t word : page_.chosen) view.words.push_back(word_of(word));
    if (!page_.initial) {
      for (int i = 0; i < link_initials; ++i)
        view.choices.push_back(
            {fmt::format("initial.{}", i), text(fmt::format("link.initial.{}", i)), false});
      return view;
    }
    const auto words = words_of(*page_.initial);
    for (std::size_t i = 0; i < words.size(); ++i)
      view.choices.push_back(
          {fmt::format("word.{}", words.size() * static_cast<std::size_t>(*page_.initial) + i), words[i],
           false});
    return view;
  }

 private:
  const std::string& text(const std::string& key) const { return strings_.text(key, language_); }

  std::vector<std::string> words_of(int initial) const {
    std::istringstream list(text(fmt::format("link.words.{}", initial)));
    std::vector<std::string> words;
    for (std::string word; list >> word;) words.push_back(std::move(word));
    return words;
  }
  std::string word_of(std::uint8_t word) const {
    return words_of(word / link_initials).at(word % link_initials);
  }

  const LinkPage& page_;
  const Strings& strings_;
  const std::string& language_;
};

}  // namespace

LinkView make_link_view(const LinkPage& page, const Strings& strings, const std::string& language) {
  const LinkViewMaker maker(page, strings, language);
  if (page.stage == LinkPage::Stage::given) return maker.given();
  return page.stage == LinkPage::Stage::asking ? maker.asking() : maker.choosing();
}

}  // namespace app
