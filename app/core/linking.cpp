// Three words between the role and the first question, where the campaign joins a person's results of two
// waves.
#include <algorithm>
#include <array>

#include "app/core/steps.hpp"

namespace app {
namespace {

using assessment::Session;
using Stage = LinkPage::Stage;

constexpr int words_of_an_initial = assessment::link_words / assessment::link_initials;

const LinkPage* link_page(const Model& model, Stage stage) {
  const auto* page = std::get_if<LinkPage>(&model.page.content);
  return page && page->stage == stage ? page : nullptr;
}

}  // namespace

Step begin_questions(const Model& model, Session session) {
  if (!model.setup.link_key) return show(model, QuestionPage{.session = std::move(session)});
  return show(model, LinkPage{.session = std::move(session)});
}

// Continue: without words from the question whether there are any, with them from the page that gave them.
Step skip_or_leave_link(const Model& model, const LinkPage& page) {
  if (page.stage == Stage::choosing) return stay(model);
  Session session = page.session;
  if (page.stage == Stage::asking) session.link.reset();
  return show(model, QuestionPage{.session = std::move(session)});
}

Step back_from_link(const Model& model, const LinkPage& page) {
  if (page.stage == Stage::asking) return before_questions(model, page.session);
  LinkPage back{.session = page.session, .stage = page.stage, .chosen = page.chosen};
  if (page.stage == Stage::given || (back.chosen.empty() && !page.initial)) {
    back.stage = Stage::asking;
    back.session.link.reset();
  } else if (!page.initial) {
    back.chosen.pop_back();
  }
  return show(model, std::move(back));
}

Step draw_link(const Model& model) {
  const LinkPage* page = link_page(model, Stage::asking);
  if (!page) return stay(model);
  LinkPage given{.session = page->session, .stage = Stage::given};
  // Independent of the stream that shuffles options; the same words for who comes back to this page.
  assessment::Random random(model.seed, "link");
  given.session.link = draw_link_code(random);
  return show(model, std::move(given));
}

Step enter_link(const Model& model) {
  const LinkPage* page = link_page(model, Stage::asking);
  return page ? show(model, LinkPage{.session = page->session, .stage = Stage::choosing}) : stay(model);
}

Step choose_initial(const Model& model, const ChooseInitial& action) {
  const LinkPage* page = link_page(model, Stage::choosing);
  if (!page || page->initial || action.index < 0 || action.index >= assessment::link_initials)
    return stay(model);
  LinkPage next = *page;
  next.initial = action.index;
  next.is_unknown = false;
  return show(model, std::move(next));
}

Step choose_word(const Model& model, const ChooseWord& action) {
  const LinkPage* page = link_page(model, Stage::choosing);
  if (!page || !page->initial || action.word / words_of_an_initial != *page->initial || action.word < 0)
    return stay(model);
  LinkPage next{.session = page->session, .stage = Stage::choosing, .chosen = page->chosen};
  next.chosen.push_back(static_cast<std::uint8_t>(action.word));
  if (next.chosen.size() < assessment::words_of_a_link) return show(model, std::move(next));
  std::array<std::uint8_t, assessment::words_of_a_link> words{};
  std::ranges::copy(next.chosen, words.begin());
  next.session.link = assessment::check_link_code(words);
  if (next.session.link) return show(model, QuestionPage{.session = std::move(next.session)});
  next.chosen.clear();
  next.is_unknown = true;
  return show(model, std::move(next));
}

}  // namespace app
