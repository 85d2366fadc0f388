#include "app/core/view_model.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/core/answer_text.hpp"
#include "app/core/link_view.hpp"
#include "app/core/plan_view.hpp"
#include "app/core/preview_view.hpp"
#include "app/core/result_view.hpp"
#include "app/core/update.hpp"
#include "assessment/base/overloaded.hpp"
#include "assessment/scoring/score_lookup.hpp"
#include "assessment/session/routing.hpp"

namespace app {
namespace {

using assessment::Item;
using assessment::Overloaded;
using assessment::QuestionBank;
using assessment::Session;

class ViewMaker {
 public:
  ViewMaker(const Model& model, const Strings& strings) : model_(model), strings_(strings) {}

  PageView page() const {
    return std::visit(
        Overloaded{
            [&](const AttractPage& page) -> PageView { return attract(page); },
            [&](const ComfortPage&) -> PageView { return comfort(); },
            [&](const ComfortAgainPage&) -> PageView { return comfort(); },
            [&](const PrivacyPage&) -> PageView { return privacy(); },
            [&](const RolePage& page) -> PageView { return role(page); },
            [&](const LinkPage& page) -> PageView { return make_link_view(page, strings_, language()); },
            [&](const QuestionPage& page) -> PageView {
              return make_question_view(bank(), page, strings_, language());
            },
            [&](const CheckPage& page) -> PageView { return check(page); },
            [&](const ResultsPage& page) -> PageView {
              return make_results_view(bank(), page, strings_, language());
            },
            [&](const TakeAwayPage& page) -> PageView {
              return make_take_away_view(bank(), page, model_.setup.has_printer, strings_, language());
            },
            [&](const FinishedPage& page) -> PageView { return finished(page); },
            [&](const TimeoutPage& page) -> PageView { return timeout(page); },
            [&](const CurtainPage&) -> PageView { return make_curtain_view(strings_, language()); },
            [&](const AwayPage& page) -> PageView { return make_away_view(model_, page, strings_); },
            [&](const ResumePage& page) -> PageView { return make_resume_view(model_, page, strings_); },
            [&](const StaffPage& page) -> PageView { return make_staff_view(model_, page, strings_); },
            [&](const CleanPage& page) -> PageView { return make_clean_view(model_, page, strings_); },
            [&](const AloudPage&) -> PageView { return aloud(); },
            [&](const PreviewPage& page) -> PageView { return make_preview_view(model_, page, strings_); },
            [&](const OutOfOrderPage&) -> PageView { return out_of_order(); },
        },
        model_.page.content);
  }

  ChromeView chrome() const {
    ChromeView chrome{.organisation = model_.setup.organisation,
                      .logo = model_.setup.logo,
                      .show_more = text("bar.show_more"),
                      .show_less = text("bar.show_less")};
    const AnyPage& page = model_.page.content;
    chrome.has_bars = !is_one_of<CurtainPage, CleanPage>(page);
    if (!chrome.has_bars) return chrome;
    const bool is_out_of_order = is_one_of<OutOfOrderPage>(page);
    const bool is_preview = is_one_of<PreviewPage>(page);
    const bool has_no_way_back = is_out_of_order || is_preview || page == AnyPage{AttractPage{}} ||
                                 is_one_of<FinishedPage, TimeoutPage, AloudPage, ResultsPage>(page);
    if (!has_no_way_back) chrome.back = text("bar.back");
    if (model_.setup.preview && !is_preview && !is_out_of_order) chrome.preview = text("bar.preview");
    const std::string tag = is_out_of_order ? "" : next_language();
    chrome.comfort = {text("bar.comfort"), text("bar.comfort_name"), !is_out_of_order};
    chrome.language = {tag.empty() ? "" : strings_.text("language_name", tag), "", !tag.empty(), tag};
    chrome.hide = {text("bar.hide"), "", can_be_hidden(model_)};
    chrome.away = {text("bar.away"), "", !model_.setup.preview && is_one_of<QuestionPage, CheckPage>(page)};
    return chrome;
  }

 private:
  const QuestionBank& bank() const { return *model_.setup.bank; }
  const std::string& language() const { return model_.comfort.language; }
  const std::string& text(std::string_view key) const { return strings_.text(key, language()); }
  const std::string& in_language(const assessment::LocalizedText& text) const { return text.in(language()); }

  // The bar offers the other language; nothing where there is only one.
  std::string next_language() const {
    const auto& languages = model_.setup.languages;
    if (languages.size() < 2) return "";
    const auto here = std::ranges::find(languages, language());
    const bool is_last = here == languages.end() || std::next(here) == languages.end();
    return is_last ? languages.front() : *std::next(here);
  }

  AttractView attract(const AttractPage& page) const {
    AttractView view{.title = text("attract.title"), .privacy = text("attract.privacy")};
    offer_comfort(view);
    if (!page.has_picked) {
      view.note = model_.setup.is_demonstration ? text("attract.demonstration") : "";
      if (!model_.setup.preview) view.resume = text("attract.resume");
      if (!model_.setup.admin_pin.empty()) view.staff = text("attract.staff");
    }
    if (!page.has_picked && !model_.setup.offers.empty()) {
      view.about = text("attract.pick");
      for (const BankOffer& offer : model_.setup.offers) {
        const auto minutes = fmt::to_string(offer.bank->minutes);
        view.banks.push_back(
            {fmt::to_string(view.banks.size()),
             fill(text("attract.bank"), {{"title", in_language(offer.bank->title)}, {"minutes", minutes}})});
      }
      return view;
    }
    view.about = in_language(bank().about.is_empty() ? bank().title : bank().about);
    view.duration = fill(text("attract.duration"), {{"minutes", fmt::to_string(bank().minutes)}});
    for (const std::string& tag : model_.setup.languages)
      view.starts.push_back({tag, strings_.text("attract.start", tag)});
    return view;
  }

  void offer_comfort(AttractView& view) const {
    const Comfort& comfort = model_.comfort;
    view.text_size =
        text(comfort.text_size < 200 ? "attract.text_size.larger" : "attract.text_size.standard");
    view.contrast =
        text(comfort.contrast == Contrast::normal ? "attract.contrast.high" : "attract.contrast.normal");
    view.is_read_aloud = comfort.is_read_aloud;
    if (!model_.setup.can_speak) return;
    view.read_aloud = text(comfort.is_read_aloud ? "attract.read_aloud.off" : "attract.read_aloud.on");
  }

  ComfortView comfort() const {
    ComfortView view{.title = text("comfort.title"),
                     .example = text("comfort.example"),
                     .note = translation_note(bank(), strings_, language()),
                     .language_legend = text("comfort.language"),
                     .text_size_legend = text("comfort.text_size"),
                     .contrast_legend = text("comfort.contrast"),
                     .next = text("comfort.next")};
    for (const std::string& tag : model_.setup.languages) {
      view.languages.push_back({tag, strings_.text("language_name", tag), tag == language()});
    }
    for (const int size : {100, 125, 150, 200}) {
      const std::string id = fmt::to_string(size);
      view.text_sizes.push_back({id, text("comfort.text_size." + id), size == model_.comfort.text_size});
    }
    view.contrasts = {
        {"normal", text("comfort.contrast.normal"), model_.comfort.contrast == Contrast::normal},
        {"high", text("comfort.contrast.high"), model_.comfort.contrast == Contrast::high}};
    view.scanning = scanning();
    view.speech = speech_choices();
    return view;
  }

  ScanningView scanning() const {
    const Comfort& comfort = model_.comfort;
    ScanningView view{.legend = text("comfort.scanning"),
                      .hint = text("comfort.scanning.hint"),
                      .ways = {{"off", text("comfort.scanning.off"), comfort.scanning == Scanning::off},
                               {"one_switch", text("comfort.scanning.one_switch"),
                                comfort.scanning == Scanning::one_switch},
                               {"two_switches", text("comfort.scanning.two_switches"),
                                comfort.scanning == Scanning::two_switches}},
                      .seconds = comfort.scan_seconds};
    if (comfort.scanning != Scanning::one_switch) return view;
    view.speed = fill(text("comfort.scanning.speed"), {{"seconds", fmt::to_string(comfort.scan_seconds)}});
    if (comfort.scan_seconds < 10) view.slower = text("comfort.scanning.slower");
    if (comfort.scan_seconds > 1) view.faster = text("comfort.scanning.faster");
    return view;
  }

  SpeechChoicesView speech_choices() const {
    const Comfort& comfort = model_.comfort;
    SpeechChoicesView view{.legend = text("comfort.speech")};
    if (!model_.setup.can_speak) {
      view.note = text("comfort.speech.none");
      return view;
    }
    view.switches = {{"off", text("comfort.speech.off"), !comfort.is_read_aloud},
                     {"on", text("comfort.speech.on"), comfort.is_read_aloud}};
    if (!comfort.is_read_aloud) return view;
    view.volume = fill(text("speech.volume"), {{"volume", fmt::to_string(out_of_hundred(comfort.volume))}});
    view.quieter = text("comfort.volume.quieter");
    view.louder = text("comfort.volume.louder");
    view.rate = fill(text("speech.rate"), {{"rate", fmt::to_string(out_of_hundred(comfort.rate))}});
    view.slower = text("comfort.rate.slower");
    view.faster = text("comfort.rate.faster");
    return view;
  }

  AloudView aloud() const {
    return {.title = text("aloud.title"),
            .lead = text("aloud.lead"),
            .yes = text("aloud.yes"),
            .no = text("aloud.no")};
  }

  PrivacyView privacy() const {
    const std::string minimum = fmt::to_string(model_.setup.minimum_group);
    const bool has_groups = bank().roles.size() > 1;
    std::vector<std::string> kept{text(has_groups ? "privacy.kept.1" : "privacy.kept.1_one_group"),
                                  text("privacy.kept.2"), text("privacy.kept.3"),
                                  fill(text("privacy.kept.4"), {{"minimum", minimum}})};
    if (model_.setup.records_language) kept.push_back(text("privacy.kept.language"));
    return {.title = text("privacy.title"),
            .before = in_language(bank().before_you_start),
            .kept_title = text("privacy.kept_title"),
            .never_title = text("privacy.never_title"),
            .kept = std::move(kept),
            .never = {text("privacy.never.1"), text("privacy.never.2")},
            .next = text("privacy.next"),
            .leave = text("privacy.leave")};
  }

  RoleView role(const RolePage& page) const {
    RoleView view{.caption = text("role.caption"),
                  .title = text("role.title"),
                  .hint = text("role.hint"),
                  .error_title = page.is_role_missing ? text("error.title") : "",
                  .error = page.is_role_missing ? text("role.error") : "",
                  .next = text("role.next")};
    for (const assessment::Role& one : bank().roles) {
      view.roles.push_back(
          {one.id.text, in_language(one.label), page.session && page.session->role == one.id});
    }
    return view;
  }

  // What the item stands under: its section, or its domain where the bank has no sections.
  const assessment::LocalizedText& section_title(std::size_t item) const {
    const assessment::Section* section = section_of(bank(), item);
    return section ? section->title : bank().domains[bank().items[item].domain].title;
  }

  CheckView check(const CheckPage& page) const {
    CheckView view{.title = text("check.title"), .lead = text("check.lead"), .save = text("check.save")};
    const assessment::LocalizedText* last_title = nullptr;
    for (const std::size_t index : route(bank(), page.session, assessment::score_lookup(bank()))) {
      const Item& item = bank().items[index];
      if (is_note(item)) continue;
      const assessment::LocalizedText& title = section_title(index);
      if (&title != last_title) view.sections.push_back({in_language(title), {}});
      last_title = &title;
      const std::string& prompt = in_language(item.prompt);
      view.sections.back().rows.push_back(
          {.item = item.id.text,
           .prompt = prompt,
           .answer = full_answer_text(bank(), page.session, item, strings_, language()),
           .mark = page.session.marks[index] ? text("check.marked") : "",
           .change = text("check.change"),
           .change_name = fill(text("check.change_name"), {{"prompt", prompt}})});
    }
    return view;
  }

  FinishedView finished(const FinishedPage& page) const {
    const std::string& help = model_.setup.help_text;
    return {.title = text("finished.title"),
            .wiped = text("finished.wiped"),
            .thanks = text("finished.thanks"),
            .help = help.empty() ? "" : fill(text("finished.help"), {{"help", help}}),
            .page = page.is_page_left ? text("finished.page") : "",
            .next = text("finished.next")};
  }

  TimeoutView timeout(const TimeoutPage& page) const {
    const AnyPage& beneath = bottom_page(page.beneath.page().content);
    const auto* away = std::get_if<AwayPage>(&beneath);
    const bool is_after_saving =
        is_one_of<ResultsPage, TakeAwayPage>(beneath) || (away && !away->code.empty());
    const Milliseconds left = std::max<Milliseconds>(0, timeout_warning - (model_.now - page.began));
    return {.title = text("timeout.title"),
            .lead = text(is_after_saving ? "timeout.lead" : "timeout.lead_unsaved"),
            .seconds = fill(text("timeout.seconds"), {{"seconds", fmt::to_string((left + 999) / 1000)}}),
            .seconds_left = static_cast<int>((left + 999) / 1000),
            .carry_on = text("timeout.carry_on"),
            .finish = text("timeout.finish")};
  }

  OutOfOrderView out_of_order() const {
    const std::string& help = model_.setup.help_text;
    return {.title = text("out_of_order.title"),
            .lead = text("out_of_order.lead"),
            .help = help.empty() ? "" : fill(text("out_of_order.help"), {{"help", help}}),
            .staff = model_.setup.admin_pin.empty() ? "" : text("attract.staff")};
  }

  const Model& model_;
  const Strings& strings_;
};

// The page's heading and whether an error stands above it, for the window's title.
struct Heading {
  std::string title;
  bool is_error = false;
};

Heading heading_of(const PageView& page) {
  return std::visit(Overloaded{
                        [](const QuestionView& view) {
                          return Heading{view.prompt, !view.error.empty()};
                        },
                        [](const RoleView& view) {
                          return Heading{view.title, !view.error.empty()};
                        },
                        [](const ResumeView& view) {
                          return Heading{view.title, !view.error.empty()};
                        },
                        [](const StaffView& view) {
                          return Heading{view.title, !view.error.empty()};
                        },
                        [](const auto& view) { return Heading{view.title}; },
                    },
                    page);
}

}  // namespace

View make_view(const Model& model, const Strings& strings) {
  const ViewMaker maker(model, strings);
  View view{.id = std::string(page_id(model.page)),
            .language = model.comfort.language,
            .text_size = model.comfort.text_size,
            .contrast = model.comfort.contrast,
            .scanning = model.comfort.scanning,
            .scan_seconds = model.comfort.scan_seconds,
            .double_strike = model.setup.double_strike,
            .speech = make_speech_view(model),
            .chrome = maker.chrome(),
            .page = maker.page()};
  const Heading heading = heading_of(view.page);
  const std::string& title =
      strings.text(heading.is_error ? "window_title_error" : "window_title", view.language);
  view.window_title = fill(title, {{"page", heading.title}});
  return view;
}

}  // namespace app
