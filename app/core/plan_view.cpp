#include "app/core/plan_view.hpp"

#include <algorithm>

#include "app/core/result_view.hpp"

namespace app {
namespace {

// Addresses with their scheme: a phone makes a link of it.
std::string full_address(const StepView& step) {
  return step.address.empty() ? "" : "https://" + plain_address(step.address);
}

std::string join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<PlanLine> plan_lines(const std::vector<DomainResultView>& domains) {
  std::vector<PlanLine> lines;
  for (const DomainResultView& domain : domains) {
    lines.push_back({domain.summary, true});
    for (const StepView& step : domain.next_steps) {
      lines.push_back({step.title, false});
      const std::string address = full_address(step);
      if (!address.empty() || !step.text.empty())
        lines.push_back({address.empty() ? step.text : address, false});
    }
  }
  return lines;
}

std::vector<std::string> addresses_of(const std::vector<DomainResultView>& domains) {
  std::vector<std::string> addresses;
  for (const DomainResultView& domain : domains) {
    for (const StepView& step : domain.next_steps) {
      const std::string address = full_address(step);
      const bool is_new = std::ranges::find(addresses, address) == addresses.end();
      if (!address.empty() && is_new) addresses.push_back(address);
    }
  }
  return addresses;
}

std::string levels_and_addresses(const std::vector<DomainResultView>& domains) {
  std::vector<std::string> lines;
  for (const DomainResultView& domain : domains) {
    lines.push_back(domain.summary);
    for (const StepView& step : domain.next_steps) {
      if (!step.address.empty()) lines.push_back(full_address(step));
    }
  }
  return join(lines);
}

std::string_view note_key(CodeContent content) {
  switch (content) {
    case CodeContent::everything:
      return "take_away.code.everything";
    case CodeContent::levels_and_addresses:
      return "take_away.code.levels";
    case CodeContent::addresses:
    case CodeContent::nothing:
      break;
  }
  return "take_away.code.addresses";
}

void add_printing(TakeAwayView& view, Printing printing, const Strings& strings, std::string_view language) {
  const auto text = [&](std::string_view key) { return strings.text(key, language); };
  view.print = text("take_away.print");
  view.print_large = text("take_away.print_large");
  switch (printing) {
    case Printing::none:
    case Printing::taken:
      break;
    case Printing::in_progress:
      view.printing = text("take_away.printing");
      break;
    case Printing::printed:
      view.printing = text("take_away.printed");
      view.taken = text("take_away.taken");
      view.printing_tone = Tone::good;
      break;
    case Printing::failed:
      view.printing = text("take_away.not_printed");
      view.printing_tone = Tone::problem;
      break;
  }
}

}  // namespace

std::string plain_address(std::string_view address) {
  return std::string(address.substr(0, address.find_first_of("?#")));
}

CodeText code_text(const std::vector<DomainResultView>& domains, std::size_t longest) {
  std::vector<std::string> lines;
  for (const PlanLine& line : plan_lines(domains)) lines.push_back(line.text);
  const std::string everything = join(lines);
  if (everything.empty()) return {};
  if (everything.size() <= longest) return {everything, CodeContent::everything};
  std::vector<std::string> addresses = addresses_of(domains);
  std::string shorter = levels_and_addresses(domains);
  if (!addresses.empty() && shorter.size() <= longest)
    return {std::move(shorter), CodeContent::levels_and_addresses};
  while (!addresses.empty() && join(addresses).size() > longest) addresses.pop_back();
  if (addresses.empty()) return {};
  return {join(addresses), CodeContent::addresses};
}

TakeAwayView make_take_away_view(const assessment::QuestionBank& bank, const TakeAwayPage& page,
                                 bool has_printer, const Strings& strings, std::string_view language) {
  const ResultsView results = make_results_view(bank, {.outcome = page.outcome}, strings, language);
  CodeText code = code_text(results.domains);
  TakeAwayView view{.title = strings.text("take_away.title", language),
                    .lead = strings.text("take_away.lead", language),
                    .plan_title = strings.text("take_away.plan", language),
                    .lines = plan_lines(results.domains),
                    .next = strings.text("take_away.next", language)};
  if (code.content != CodeContent::nothing) view.code_note = strings.text(note_key(code.content), language);
  view.code = std::move(code.text);
  view.code_name = strings.text("take_away.code", language);
  if (has_printer) add_printing(view, page.printing, strings, language);
  return view;
}

}  // namespace app
