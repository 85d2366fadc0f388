#include "tests/shipped.hpp"

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <variant>

#include "app/core/update.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/base/overloaded.hpp"
#include "tests/scenario.hpp"

namespace tests {

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(std::string(SOURCE_ROOT) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

app::Setup setup_of_file(const std::string& path) {
  app::Setup made;
  made.bank =
      std::make_shared<const assessment::QuestionBank>(assessment::parse_bank(bytes_of(path), path).value());
  made.languages = {"en", "cy"};
  made.double_strike = 0;  // scripted hands do not tremble
  return made;
}

app::Strings strings_of(const std::string& folder) {
  std::vector<app::Catalogue> catalogues;
  for (const std::string language : {"en", "cy"}) {
    const std::string path = folder + language + ".yaml";
    catalogues.push_back(app::parse_catalogue(bytes_of(path), path).value());
  }
  return app::Strings(std::move(catalogues));
}

class Visit {
 public:
  Visit(const app::Setup& setup, const std::string& language, int text_size, app::Contrast contrast)
      : model_(app::start_kiosk(setup).model) {
    act(app::SetLanguage{language});
    act(app::SetTextSize{text_size});
    act(app::SetContrast{contrast});
  }

  Visit& act(const app::Action& action) {
    model_ = update(model_, action).model;
    return *this;
  }
  Visit& look() {
    views_.push_back(make_view(model_, shipped_strings()));
    return *this;
  }
  std::string page() const { return std::string(page_id(model_.page)); }
  const app::Model& model() const { return model_; }
  std::vector<app::View> take() { return std::move(views_); }

 private:
  app::Model model_;
  std::vector<app::View> views_;
};

void answer_all(Visit& visit) {
  for (int number = 0; visit.page() == "question"; ++number) {
    visit.look();
    if (number == 0) visit.act(app::GoNext{}).look();  // nothing chosen: the error
    const auto view = std::get<app::QuestionView>(make_view(visit.model(), shipped_strings()).page);
    if (std::holds_alternative<std::monostate>(view.work)) {
      visit.act(app::ChooseOption{number % 2});
    } else {
      for (const app::Action& action : answers_to(view)) visit.act(action);
    }
    visit.act(app::GoNext{});
  }
}

}  // namespace

const app::Strings& shipped_strings() {
  static const app::Strings strings = strings_of("assets/strings/");
  return strings;
}

const app::Strings& shipped_trainer_strings() {
  static const app::Strings strings = strings_of("assets/strings/trainer/");
  return strings;
}

const app::Setup& shipped_setup() {
  static const app::Setup setup = [] {
    app::Setup made = setup_of_file("question_banks/nhs-staff-core.yaml");
    made.organisation = "Llanfair Community Hospital Digital Learning";
    made.help_text = "Digital skills team, room 12, extension 4321";
    made.is_demonstration = true;
    made.admin_pin = "a PIN";
    made.can_speak = true;
    made.has_printer = true;
    return made;
  }();
  return setup;
}

const app::Setup& every_type_setup() {
  static const app::Setup setup = setup_of_file("tests/data/every_type.yaml");
  return setup;
}

app::QuestionView question_view(const Scenario& story) {
  return std::get<app::QuestionView>(make_view(story.model(), shipped_strings()).page);
}

std::vector<app::Action> answers_to(const app::QuestionView& view) {
  std::vector<app::Action> actions;
  std::visit(assessment::Overloaded{
                 [&](const std::monostate&) {
                   if (!view.options.empty()) actions.push_back(app::ChooseOption{0});
                 },
                 [&](const app::OrderView& order) {
                   for (const auto& row : order.unplaced) actions.push_back(app::ChooseOption{row.choice});
                 },
                 [&](const app::MatchView& match) {
                   for (std::size_t index = 0; index < match.lefts.size(); ++index) {
                     actions.push_back(app::PickLeft{match.lefts[index].option});
                     actions.push_back(app::JoinRight{match.rights[index].option});
                   }
                 },
                 [&](const app::NumberView&) {
                   actions.push_back(app::TypeKey{'3'});
                   actions.push_back(app::TypeKey{'8'});
                 },
                 [&](const app::SceneView&) { actions.push_back(app::ChooseOption{0}); },
             },
             view.work);
  return actions;
}

std::vector<app::View> views_of_every_type(const std::string& language, int text_size,
                                           app::Contrast contrast) {
  Visit visit(every_type_setup(), language, text_size, contrast);
  visit.act(app::Start{language}).act(app::SetTextSize{text_size}).act(app::SetContrast{contrast});
  visit.act(app::GoNext{}).act(app::GoNext{}).act(app::SelectRole{{"clinical"}}).act(app::GoNext{});
  while (visit.page() == "question") {
    const auto view = std::get<app::QuestionView>(make_view(visit.model(), shipped_strings()).page);
    visit.look();
    if (view.options.empty() && std::holds_alternative<std::monostate>(view.work)) {  // a note
      visit.act(app::GoNext{});
      continue;
    }
    visit.act(app::GoNext{}).look();
    const auto actions = answers_to(view);
    for (const app::Action& action : actions) {
      visit.act(action);
      if (&action == &actions.front()) visit.look();  // halfway
    }
    visit.look().act(app::GoNext{});
  }
  return visit.look().act(app::ConfirmAndSave{}).act(app::RecordPooled{}).look().take();
}

namespace {

// From here to the next item: each page of the item untouched, with its error, and answered.
void look_at_item(Visit& visit) {
  const auto view_here = [&] {
    return std::get<app::QuestionView>(make_view(visit.model(), shipped_strings()).page);
  };
  const auto item_here = [&] {
    const auto* page = std::get_if<app::QuestionPage>(&visit.model().page.content);
    return page ? std::optional(page->session.position) : std::nullopt;
  };
  const auto item = item_here();
  while (item_here() == item) {
    const app::QuestionView view = view_here();
    visit.look().act(app::GoNext{});
    if (item_here() != item || view_here().caption != view.caption) continue;  // a note
    visit.look();
    for (const app::Action& action : answers_to(view)) visit.act(action);
    visit.look().act(app::GoNext{});
    if (item_here() == item && view_here() == view) return;
  }
}

}  // namespace

std::vector<app::View> views_of_bank(const std::string& path, const std::string& language, int text_size) {
  app::Setup setup = setup_of_file(path);
  setup.comfort = {.language = language, .text_size = text_size};
  Visit visit(setup, language, text_size, app::Contrast::normal);
  visit.look().act(app::Start{language}).act(app::GoNext{}).look().act(app::GoNext{}).look();
  visit.act(app::SelectRole{setup.bank->roles.back().id}).act(app::GoNext{});
  while (visit.page() == "question") {
    const auto view = std::get<app::QuestionView>(make_view(visit.model(), shipped_strings()).page);
    for (const app::Action& action : answers_to(view)) visit.act(action);
    visit.act(app::GoNext{});
  }
  visit.look().act(app::ConfirmAndSave{}).act(app::RecordPooled{}).look();
  for (const auto& domain : setup.bank->domains) visit.act(app::ShowAnswers{domain.id});
  visit.look().act(app::GoNext{}).look();
  std::vector<app::View> views = visit.take();

  setup.preview = app::Preview{};
  for (const assessment::Item& item : setup.bank->items) {
    Visit author(setup, language, text_size, app::Contrast::normal);
    author.act(app::JumpTo{item.id});
    look_at_item(author);
    for (app::View& view : author.take()) views.push_back(std::move(view));
  }
  return views;
}

namespace {

// Asked, given, an initial and a word to choose, and the error.
std::vector<app::View> link_views(const std::string& language, int text_size, app::Contrast contrast) {
  app::Setup setup = shipped_setup();
  setup.link_key = assessment::SecretKey{7};
  Visit visit(setup, language, text_size, contrast);
  visit.act(app::Start{language}).act(app::SetTextSize{text_size}).act(app::SetContrast{contrast});
  visit.act(app::SeedDrawn{1}).act(app::GoNext{}).act(app::GoNext{});
  visit.act(app::SelectRole{setup.bank->roles.front().id}).act(app::GoNext{}).look();
  visit.act(app::DrawLink{}).look().act(app::GoBack{}).act(app::EnterLink{}).look();
  // Two lots of three words, so that one of them is refused.
  for (int i = 0; visit.page() == "link" && i < 6; ++i) {
    visit.act(app::ChooseInitial{i}).look().act(app::ChooseWord{16 * i + i}).look();
  }
  return visit.take();
}

// The curtain; called away, with a code and where no more can wait; codes and PINs, right, wrong and too
// often.
std::vector<app::View> side_views(const std::string& language, int text_size, app::Contrast contrast) {
  app::Setup setup = shipped_setup();
  setup.admin_pin = "a PIN";
  setup.pause_minutes = 60;
  setup.comfort = {.language = language, .text_size = text_size, .contrast = contrast};
  Visit visit(setup, language, text_size, contrast);
  visit.act(app::Start{language}).act(app::GoNext{}).act(app::GoNext{});
  visit.act(app::SelectRole{setup.bank->roles.front().id}).act(app::GoNext{});
  visit.act(app::ToggleMark{}).look().act(app::HideScreen{}).look().act(app::ShowScreen{});
  visit.act(app::CallAway{}).look().act(app::ChoosePause{60}).act(app::CodeDrawn{4827}).look();
  visit.act(app::GoNext{}).act(app::OpenResume{}).look();
  visit.act(app::TypeKey{'4'}).act(app::TypeKey{'8'}).act(app::GoNext{}).look();
  for (int i = 0; i < 3; ++i) {
    for (int digit = 0; digit < 4; ++digit) visit.act(app::TypeKey{'9'});
    visit.act(app::TypeKey{'<'}).act(app::TypeKey{'9'}).act(app::GoNext{});
  }
  visit.look()
      .act(app::GoBack{})
      .act(app::SetScanning{app::Scanning::one_switch})
      .act(app::OpenComfort{})
      .look();
  visit.act(app::GoBack{}).act(app::SetScanning{app::Scanning::off}).act(app::OpenStaff{}).look();
  for (int i = 0; i < 12; ++i) visit.act(app::TypeKey{'7'});
  visit.look().act(app::GoNext{}).act(app::PinChecked{false}).look();
  visit.act(app::TypeKey{'7'}).act(app::GoNext{}).act(app::PinChecked{true});
  visit.act(app::KioskSeen{{.can_save = false, .outbox = app::Outbox::missing}}).look();
  visit.act(app::StartCleaning{}).look();
  std::vector<app::View> views = visit.take();
  setup.offers = {{setup.bank, setup.languages}, {every_type_setup().bank, setup.languages}};
  views.push_back(make_view(app::start_kiosk(setup).model, shipped_strings()));
  return views;
}

// On a loudspeaker, before the first page that tells of the person.
app::View aloud_view(const std::string& language, int text_size, app::Contrast contrast) {
  app::Setup setup = shipped_setup();
  setup.is_loudspeaker = true;
  Visit visit(setup, language, text_size, contrast);
  visit.act(app::Start{language}).act(app::SetTextSize{text_size}).act(app::SetContrast{contrast});
  return visit.act(app::SetReadAloud{true}).act(app::GoNext{}).act(app::GoNext{}).look().take().back();
}

}  // namespace

std::vector<app::View> views_of_a_visit(const std::string& language, int text_size, app::Contrast contrast) {
  Visit visit(shipped_setup(), language, text_size, contrast);
  visit.look().act(app::Start{language});
  visit.act(app::SetTextSize{text_size}).act(app::SetContrast{contrast}).look();
  visit.act(app::SetReadAloud{true}).look().act(app::SetReadAloud{false});
  visit.act(app::GoNext{}).look().act(app::GoNext{}).look();
  visit.act(app::GoNext{}).look();  // no role: the error
  visit.act(app::SelectRole{visit.model().setup.bank->roles.front().id}).act(app::GoNext{});
  answer_all(visit);
  visit.look().act(app::Tick{visit.model().setup.idle_limit}).look().act(app::InputSeen{});
  visit.act(app::ConfirmAndSave{}).look();
  Visit unlucky = visit;
  visit.act(app::RecordPooled{}).look();
  for (const auto& domain : visit.model().setup.bank->domains) visit.act(app::ShowAnswers{domain.id});
  visit.look().act(app::GoNext{}).look();
  visit.act(app::PrintPlan{"words"}).look();
  Visit unprinted = visit;
  visit.act(app::Printed{}).look();
  std::vector<app::View> views = visit.act(app::GoNext{}).look().take();
  views.push_back(unprinted.act(app::NotPrinted{}).look().take().back());
  views.push_back(aloud_view(language, text_size, contrast));
  views.push_back(unlucky.act(app::RecordNotPooled{}).look().take().back());
  app::Setup broken = shipped_setup();
  broken.bank = nullptr;
  broken.comfort = {.language = language, .text_size = text_size, .contrast = contrast};
  views.push_back(make_view(app::start_kiosk(broken).model, shipped_strings()));
  for (app::View& view : link_views(language, text_size, contrast)) views.push_back(std::move(view));
  for (app::View& view : side_views(language, text_size, contrast)) views.push_back(std::move(view));
  app::Setup preview = shipped_setup();
  preview.comfort = {.language = language, .text_size = text_size, .contrast = contrast};
  preview.preview = app::Preview{{"question_banks/nhs-staff-core.yaml:12:5: warning: a long prompt"}};
  views.push_back(make_view(app::start_kiosk(preview).model, shipped_strings()));
  return views;
}

app::View view_of(const std::string& page, const std::string& language) {
  for (app::View& view : views_of_a_visit(language, 100, app::Contrast::normal)) {
    if (view.id == page) return std::move(view);
  }
  throw std::logic_error("no page " + page);
}

}  // namespace tests
