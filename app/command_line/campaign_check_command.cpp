// skills campaign check: says all that is wrong in a campaign file and in what it names.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

#include "app/command_line/bank_files.hpp"
#include "app/command_line/campaign_commands.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/check.hpp"
#include "assessment/bank/pictures.hpp"
#include "assessment/bank/signature.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/font_file.hpp"

namespace app {
namespace {

using assessment::Campaign;
using assessment::Diagnostic;
using assessment::Diagnostics;
using assessment::Node;
using assessment::NodeTree;
using assessment::QuestionBank;

void append(Diagnostics& all, const Diagnostics& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// As the kiosk sees it: from the folder of the campaign file.
std::string path_beside(const NodeTree& campaign, const std::string& path) {
  return (std::filesystem::path(campaign.file()).parent_path() / path).string();
}

// The places in the file where banks are named, in the order of Campaign::banks.
std::vector<Node> bank_nodes(const NodeTree& tree) {
  if (const auto one = tree.root().find("bank")) return {*one};
  const auto several = tree.root().find("banks");
  return several ? several->elements() : std::vector<Node>{};
}

// The bank as a kiosk would run it, or none with the reasons why it would not: first the signature, then
// what stands in it. What is merely unwise in a bank is for `skills bank check`.
std::optional<QuestionBank> check_bank_file(const std::string& path, Node named, const Campaign& campaign,
                                            Diagnostics& faults) {
  const auto bytes = assessment::read_file(path, assessment::largest_yaml);
  if (!bytes) {
    const Diagnostic& fault = bytes.faults().front();
    faults.push_back(named.error("bank-unreadable", fmt::format("the bank {}: {}", path, fault.text)));
    return std::nullopt;
  }
  if (!campaign.bank_keys.empty()) {
    const auto signature = read_bank_signature(path);
    const auto signer = signature ? assessment::verify_bank(*bytes, *signature, campaign.bank_keys, path)
                                  : assessment::Expected<assessment::PublicKey>(signature.faults());
    if (!signer) {
      append(faults, signer.faults());
      return std::nullopt;
    }
  }
  Diagnostics findings = assessment::check_bank(*bytes, path, pictures_beside(path)).listed;
  std::erase_if(findings, [](const Diagnostic& one) { return one.severity != assessment::Severity::error; });
  append(faults, findings);
  auto bank = assessment::parse_bank(*bytes, path);
  if (!bank) return std::nullopt;
  return *std::move(bank);
}

// A language that a bank lacks has no button there: nobody is harmed, but nobody is served in it either.
void check_languages(const NodeTree& tree, const QuestionBank& bank, Diagnostics& faults) {
  const auto kiosk = tree.root().find("kiosk");
  const auto languages = kiosk ? kiosk->find("languages") : std::nullopt;
  if (!languages) return;
  for (const Node& language : languages->elements()) {
    if (std::ranges::find(bank.languages, language.text()) != bank.languages.end()) continue;
    faults.push_back(language.warning(
        "language-not-in-bank",
        fmt::format("the bank {} is not in '{}', which will not be offered; its languages are {}",
                    assessment::bank_name(bank), language.text(), fmt::join(bank.languages, ", "))));
  }
}

void check_outbox(const NodeTree& tree, const Campaign& campaign, Diagnostics& faults) {
  if (campaign.outbox.empty()) return;
  const std::string path = path_beside(tree, campaign.outbox);
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return;
  faults.push_back(tree.root().find("outbox")->warning(
      "outbox-unreachable",
      fmt::format(
          "there is no folder {} now; mount the share or make the folder, or batches stay on the kiosk",
          path)));
}

void check_logo(const NodeTree& tree, const Campaign& campaign, Diagnostics& faults) {
  if (campaign.logo.empty()) return;
  const auto fault = assessment::find_picture_fault(campaign.logo, pictures_beside(tree.file()));
  if (fault) faults.push_back(tree.root().find("logo")->error(fault->code, fault->text));
}

// At 200 percent the kiosk's own capitals are as high as EN 301 549 asks for, and much lower ones are not.
constexpr double own_capital = 0.601;  // share of the line: Inter's
constexpr double lowest_capital = 0.95 * own_capital;

void check_face(Node named, const std::string& path, Diagnostics& faults) {
  const auto bytes = assessment::read_file(path, assessment::largest_font);
  const auto metrics = bytes ? assessment::read_font_metrics(*bytes, path)
                             : assessment::Expected<assessment::FontMetrics>(bytes.faults());
  if (!metrics) {
    const Diagnostic& fault = metrics.faults().front();
    faults.push_back(named.error(fault.code, fmt::format("the font {}: {}", path, fault.text)));
  } else if (metrics->capital > 0 && metrics->capital < lowest_capital) {
    faults.push_back(named.warning(
        "font-low-capitals",
        fmt::format(
            "the letters of {} are {:.0f} percent lower than the kiosk's own: look at every page at 100 "
            "percent, and expect large letters to be too small for some",
            path, 100 * (1 - metrics->capital / own_capital))));
  }
}

void check_font(const NodeTree& tree, const Campaign& campaign, Diagnostics& faults) {
  if (campaign.font.regular.empty()) return;
  const Node font = *tree.root().find("font");
  check_face(font.find("regular").value_or(font), path_beside(tree, campaign.font.regular), faults);
  if (const auto strong = font.find("strong"))
    check_face(*strong, path_beside(tree, campaign.font.strong), faults);
}

// Everything wrong or unwise, with that of the campaign file first.
Diagnostics check_campaign(const NodeTree& tree, const Campaign& campaign) {
  Diagnostics own, of_banks;
  const std::vector<Node> named = bank_nodes(tree);
  for (std::size_t i = 0; i < campaign.banks.size(); ++i) {
    Diagnostics faults;
    const std::string path = path_beside(tree, campaign.banks[i]);
    const auto bank = check_bank_file(path, named.at(i), campaign, faults);
    if (bank) check_languages(tree, *bank, own);
    append(of_banks, faults);
  }
  check_outbox(tree, campaign, own);
  check_logo(tree, campaign, own);
  check_font(tree, campaign, own);
  assessment::sort_by_position(own);
  append(own, of_banks);
  return own;
}

int check_campaign_file(const std::string& path) {
  const auto bytes = assessment::read_file(path, assessment::largest_yaml);
  if (!bytes) return refuse(bytes.faults());
  const auto tree = assessment::read_yaml(*bytes, path);
  if (!tree) return refuse(tree.faults());
  const auto campaign = assessment::parse_campaign(*tree);
  if (!campaign) return refuse(campaign.faults());
  const Diagnostics findings = check_campaign(*tree, *campaign);
  print(findings);
  return assessment::has_error(findings) ? status_refused : status_done;
}

}  // namespace

void add_campaign_check_command(CLI::App& campaign, int& status) {
  CLI::App* check = campaign.add_subcommand(
      "check",
      "Say all that is wrong in a campaign file and in the files it names; nothing when all is well");
  const auto path = std::make_shared<std::string>();
  check->add_option("FILE", *path, "The campaign file (YAML)")->required();
  check->callback([path, &status] { status = check_campaign_file(*path); });
}

}  // namespace app
