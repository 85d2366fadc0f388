#include "app/core/preview_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/scoring/score_lookup.hpp"
#include "assessment/session/routing.hpp"

namespace app {
namespace {

using assessment::QuestionBank;

std::vector<std::size_t> shown_items(const QuestionBank& bank, const PreviewPage& page) {
  if (!page.session) return route(bank, start_session(bank, bank.roles.front().id, 0), nullptr);
  return route(bank, *page.session, assessment::score_lookup(bank));
}

}  // namespace

PreviewView make_preview_view(const Model& model, const PreviewPage& page, const Strings& strings) {
  const std::string& language = model.comfort.language;
  const auto text = [&](std::string_view key) { return strings.text(key, language); };
  PreviewView view{.title = text("preview.title"),
                   .lead = text("preview.lead"),
                   .findings = model.setup.preview->findings};
  view.findings_title = text(view.findings.empty() ? "preview.no_findings" : "preview.findings");
  if (!model.setup.bank) return view;

  const QuestionBank& bank = *model.setup.bank;
  view.start = text("preview.start");
  view.role_legend = text("preview.role");
  const assessment::RoleId& role = page.session ? page.session->role : bank.roles.front().id;
  for (const assessment::Role& one : bank.roles)
    view.roles.push_back({one.id.text, one.label.in(language), one.id == role});
  view.items_title = text("preview.items");
  const auto shown = shown_items(bank, page);
  for (const std::size_t index : bank.page_order) {
    const assessment::Item& item = bank.items[index];
    const bool is_shown = std::ranges::find(shown, index) != shown.end();
    view.items.push_back({item.id.text, fmt::format("{}: {}", item.id.text, item.prompt.in(language)),
                          is_shown ? "" : text("preview.hidden")});
  }
  return view;
}

}  // namespace app
