#include "assessment/results/campaign.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "assessment/bank/fields.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/key_text.hpp"
#include "assessment/base/text.hpp"
#include "assessment/results/campaign_kiosk.hpp"
#include "assessment/results/sealing.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_campaign_faults = 100;
constexpr std::size_t longest_line = 80;        // characters
constexpr std::size_t longest_help_text = 400;  // characters
constexpr std::size_t longest_queue = 127;      // characters. Source: RFC 8011, 5.4.4
constexpr int most_people = 1000;               // in a batch, a pool or a threshold

constexpr std::size_t most_banks = 12;  // more would be no choice

using Keys = std::vector<std::string_view>;

void read_number(const Fields& fields, std::string_view key, int least, int most, int& number) {
  const auto node = fields.optional(key);
  const auto value = node ? read_integer(*node, least, most, fields.faults()) : std::nullopt;
  if (value) number = static_cast<int>(*value);
}

void read_switch(const Fields& fields, std::string_view key, bool& is_on) {
  const auto node = fields.optional(key);
  const auto word =
      node ? read_word(*node, fmt::format("'{}'", key), {"on", "off"}, fields.faults()) : std::nullopt;
  if (word) is_on = *word == 0;
}

// The index of the chosen word as a value of the enum, whose values follow `words`.
template <class Enum>
void read_choice(const Fields& fields, std::string_view key, const Keys& words, Enum& choice) {
  const auto node = fields.optional(key);
  const auto word = node ? read_word(*node, fmt::format("'{}'", key), words, fields.faults()) : std::nullopt;
  if (word) choice = static_cast<Enum>(*word);
}

std::string read_short_text(std::optional<Node> node, std::string_view key, std::size_t longest,
                            Diagnostics& faults) {
  const auto text = node ? read_text(*node, fmt::format("'{}'", key), faults) : std::nullopt;
  if (!text) return "";
  if (count_characters(*text) > longest) {
    faults.push_back(
        node->error("too-long", fmt::format("'{}' may have at most {} characters", key, longest)));
  }
  return to_nfc(*text);
}

std::string read_line(std::optional<Node> node, std::string_view key, Diagnostics& faults) {
  std::string text = read_short_text(node, key, longest_line, faults);
  if (text.find_first_of("\t\r\n") != std::string::npos) {
    faults.push_back(
        node->error("not-one-line", fmt::format("'{}' must stand on one line, without tabs", key)));
  }
  return text;
}

std::vector<std::string> read_banks(const Fields& fields) {
  Diagnostics& faults = fields.faults();
  const auto several = fields.optional("banks");
  const auto one = several ? fields.optional("bank") : fields.required("bank");
  std::vector<std::string> paths;
  if (one) paths.push_back(read_text(*one, "the path of a bank", faults).value_or(""));
  if (!several) return paths;
  if (one)
    faults.push_back(several->error("both-keys", "'bank' and 'banks' exclude each other; leave one out"));
  for (const Node& element : read_list(*several, "paths of banks", faults)) {
    paths.push_back(read_text(element, "the path of a bank", faults).value_or(""));
    if (!one && paths.size() == most_banks + 1)
      faults.push_back(
          element.error("too-many", fmt::format("at most {} banks in one campaign", most_banks)));
  }
  return paths;
}

std::vector<PublicKey> read_keys(const Fields& fields, std::string_view name) {
  std::vector<PublicKey> keys;
  const auto list = fields.optional(name);
  if (!list) return keys;
  for (const Node& element : read_list(*list, "public keys", fields.faults())) {
    const auto text = read_text(element, "a public key", fields.faults());
    if (!text) continue;
    const auto key = parse_public_key(*text);
    if (!key) {
      fields.faults().push_back(element.error(key.faults().front().code, key.faults().front().text));
    } else if (std::ranges::find(keys, *key) != keys.end()) {
      fields.faults().push_back(element.error("duplicate-id", "this key stands here a second time"));
    } else {
      keys.push_back(*key);
    }
  }
  return keys;
}

bool is_language_tag(std::string_view text) {
  const std::string_view language = text.substr(0, text.find('-'));
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_part = [&](char c) {
    return is_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return (language.size() == 2 || language.size() == 3) && std::ranges::all_of(language, is_lower) &&
         std::ranges::all_of(text, is_part) && text.size() <= 35 && text.back() != '-';
}

std::vector<std::string> read_languages(const Fields& fields) {
  std::vector<std::string> languages;
  const auto list = fields.optional("languages");
  if (!list) return languages;
  for (const Node& element : read_list(*list, "languages", fields.faults())) {
    auto tag = read_text(element, "a language", fields.faults());
    if (!tag) continue;
    if (!is_language_tag(*tag)) {
      fields.faults().push_back(element.error(
          "bad-language", fmt::format("'{}' is no language tag; write it like en or cy", *tag)));
    } else if (std::ranges::find(languages, *tag) != languages.end()) {
      fields.faults().push_back(
          element.error("duplicate-id", fmt::format("the language '{}' stands here a second time", *tag)));
    }
    languages.push_back(*std::move(tag));
  }
  return languages;
}

std::optional<ScreenSize> read_screen(const Fields& fields) {
  const auto list = fields.optional("screen_mm");
  if (!list) return std::nullopt;
  std::vector<int> sides;
  for (const Node& element : read_list(*list, "two lengths in millimetres", fields.faults())) {
    const auto side = read_integer(element, 50, 5000, fields.faults());
    sides.push_back(side ? static_cast<int>(*side) : 0);
  }
  if (sides.size() == 2) return ScreenSize{sides[0], sides[1]};
  if (!sides.empty()) {
    fields.faults().push_back(
        list->error("wrong-type", "expected two lengths in millimetres: [WIDTH, HEIGHT]"));
  }
  return std::nullopt;
}

// The name is handed to other programs, so it may not look like an option or a path.
bool is_queue(std::string_view name) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  };
  return !name.empty() && name.size() <= longest_queue && name.front() != '-' && name.front() != '.' &&
         std::ranges::all_of(name, is_part);
}

std::string read_printer(const Fields& fields) {
  const auto node = fields.optional("printer");
  const auto name = node ? read_text(*node, "'printer'", fields.faults()) : std::nullopt;
  if (!name || *name == "none") return "";
  if (is_queue(*name)) return *name;
  fields.faults().push_back(node->error(
      "bad-printer", "expected the name of a queue of CUPS: letters, digits, '.', '_' and '-', at most 127"));
  return "";
}

void read_text_size(const Fields& fields, int& text_size) {
  const auto node = fields.optional("text_size");
  const auto word =
      node ? read_word(*node, "'text_size'", {"100", "125", "150", "200"}, fields.faults()) : std::nullopt;
  if (word) text_size = std::array{100, 125, 150, 200}[*word];
}

KioskSettings read_kiosk(Node map, Diagnostics& faults) {
  KioskSettings kiosk;
  const Fields fields(map,
                      {"idle_seconds", "pause_minutes", "languages", "text_size", "contrast", "sound",
                       "screen_mm", "viewing_mm", "double_strike_ms", "speech", "printer", "quiet_hours",
                       "lock_down", "admin_pin", "monitor"},
                      faults);
  read_number(fields, "idle_seconds", 0, 1800, kiosk.idle_seconds);
  if (kiosk.idle_seconds > 0 && kiosk.idle_seconds < 60) {
    faults.push_back(
        fields.optional("idle_seconds")->error("out-of-range", "expected 0 for never, or 60 to 1800"));
  }
  read_number(fields, "pause_minutes", 15, 60, kiosk.pause_minutes);
  kiosk.languages = read_languages(fields);
  read_text_size(fields, kiosk.text_size);
  read_choice(fields, "contrast", {"normal", "high"}, kiosk.contrast);
  read_choice(fields, "sound", {"headphones", "loudspeaker", "off"}, kiosk.sound);
  read_switch(fields, "speech", kiosk.has_speech);
  kiosk.printer = read_printer(fields);
  kiosk.screen_mm = read_screen(fields);
  read_number(fields, "viewing_mm", 200, 2000, kiosk.viewing_mm);
  read_number(fields, "double_strike_ms", 0, 1000, kiosk.double_strike_ms);
  kiosk.quiet_hours = read_quiet_hours(fields);
  if (const auto lock_down = fields.optional("lock_down"))
    kiosk.is_locked_down = read_boolean(*lock_down, faults).value_or(false);
  kiosk.admin_pin = read_admin_pin(fields);
  kiosk.monitor = read_monitor(fields);
  return kiosk;
}

void read_identity(const Fields& fields, Campaign& campaign) {
  Diagnostics& faults = fields.faults();
  if (const auto format = fields.required("format")) static_cast<void>(read_integer(*format, 1, 1, faults));
  if (const auto id = fields.required("id")) campaign.id = read_kebab_id(*id, faults).value_or("");
  campaign.site = read_line(fields.required("site"), "site", faults);
  campaign.banks = read_banks(fields);
  campaign.bank_keys = read_keys(fields, "bank_keys");
  campaign.trainer_keys = read_keys(fields, "trainer_keys");
  if (campaign.trainer_keys.size() > most_trainers) {
    faults.push_back(
        fields.optional("trainer_keys")
            ->error("too-many", fmt::format("at most {} trainers can open one batch", most_trainers)));
  }
  if (const auto outbox = fields.optional("outbox")) {
    campaign.outbox = read_text(*outbox, "the path of a folder", faults).value_or("");
  }
  if (const auto path = fields.optional("link_key_file"))
    campaign.link_key_file = read_text(*path, "the path of a key", faults).value_or("");
  campaign.help_text = read_short_text(fields.optional("help_text"), "help_text", longest_help_text, faults);
}

// One file for all letters, or two: {regular: A.otf, strong: B.otf}.
SiteFont read_site_font(Node node, Diagnostics& faults) {
  SiteFont font;
  if (!node.is_map()) {
    font.regular = font.strong = read_text(node, "the path of a font", faults).value_or("");
    return font;
  }
  const Fields fields(node, {"regular", "strong"}, faults);
  if (const auto path = fields.required("regular"))
    font.regular = read_text(*path, "the path of a font", faults).value_or("");
  font.strong = font.regular;
  if (const auto path = fields.optional("strong"))
    font.strong = read_text(*path, "the path of a font", faults).value_or("");
  return font;
}

void read_look(const Fields& fields, Campaign& campaign) {
  Diagnostics& faults = fields.faults();
  campaign.organisation = read_line(fields.optional("organisation"), "organisation", faults);
  if (const auto logo = fields.optional("logo")) {
    campaign.logo = read_text(*logo, "the path of a picture", faults).value_or("");
    if (campaign.organisation.empty())
      faults.push_back(
          logo->error("missing-key", "a logo needs 'organisation' too, for those who hear the page"));
  }
  if (const auto font = fields.optional("font")) campaign.font = read_site_font(*font, faults);
}

// The lower limits are those below which docs/privacy.md promises nothing.
void read_anonymity(const Fields& fields, Campaign& campaign) {
  read_choice(fields, "period", {"quarter", "month", "year"}, campaign.period);
  read_number(fields, "batch", 5, most_people, campaign.batch);
  read_number(fields, "hold_back", 2, most_people, campaign.hold_back);
  read_number(fields, "role_minimum", 2, most_people, campaign.role_minimum);
  if (const auto language = fields.optional("record_language"))
    campaign.records_language = read_boolean(*language, fields.faults()).value_or(false);
  if (campaign.role_minimum > campaign.batch) {
    fields.faults().push_back(
        fields.optional("role_minimum")
            ->error("out-of-range",
                    fmt::format("with batches of {} no role could ever be named; use at most that many",
                                campaign.batch)));
  }
}

Diagnostics sorted(Diagnostics faults) {
  sort_by_position(faults);
  if (faults.size() > most_campaign_faults) faults.resize(most_campaign_faults);
  return faults;
}

}  // namespace

DisclosurePolicy parse_disclosure(Node map, DisclosureHome home, Diagnostics& faults) {
  Keys keys{"minimum_group", "suppress_below", "round_to", "means_from", "ledger"};
  if (home == DisclosureHome::policy_file) keys.push_back("exact");
  DisclosurePolicy policy;
  const Fields fields(map, keys, faults);
  read_number(fields, "minimum_group", 2, most_people, policy.minimum_group);
  read_number(fields, "suppress_below", 1, most_people, policy.suppress_below);
  read_number(fields, "round_to", 1, most_people, policy.round_to);
  read_number(fields, "means_from", 1, most_people, policy.means_from);
  read_switch(fields, "ledger", policy.has_ledger);
  if (home == DisclosureHome::policy_file) {
    const auto exact = fields.optional("exact");
    if (exact) policy.is_exact = read_boolean(*exact, faults).value_or(false);
  }
  return policy;
}

Expected<DisclosurePolicy> parse_policy(std::string_view bytes, std::string file) {
  const auto tree = read_yaml(bytes, std::move(file));
  if (!tree) return tree.faults();
  Diagnostics faults;
  const DisclosurePolicy policy = parse_disclosure(tree->root(), DisclosureHome::policy_file, faults);
  if (!faults.empty()) return sorted(std::move(faults));
  return policy;
}

Expected<Campaign> parse_campaign(const NodeTree& tree) {
  Diagnostics faults;
  Campaign campaign;
  const Fields fields(tree.root(),
                      {"format",          "id",         "site",         "bank",  "banks",     "bank_keys",
                       "trainer_keys",    "outbox",     "period",       "batch", "hold_back", "role_minimum",
                       "record_language", "disclosure", "organisation", "logo",  "font",      "help_text",
                       "link_key_file",   "kiosk"},
                      faults);
  if (fields.is_map()) {
    read_identity(fields, campaign);
    read_look(fields, campaign);
    read_anonymity(fields, campaign);
    const auto disclosure = fields.optional("disclosure");
    if (disclosure) campaign.disclosure = parse_disclosure(*disclosure, DisclosureHome::campaign, faults);
    const auto kiosk = fields.optional("kiosk");
    if (kiosk) campaign.kiosk = read_kiosk(*kiosk, faults);
  }
  if (!faults.empty()) return sorted(std::move(faults));
  return campaign;
}

Expected<Campaign> parse_campaign(std::string_view bytes, std::string file) {
  const auto tree = read_yaml(bytes, std::move(file));
  if (!tree) return tree.faults();
  return parse_campaign(*tree);
}

Campaign built_in_campaign() {
  Campaign campaign;
  campaign.id = "demonstration";
  campaign.site = "demonstration";
  return campaign;
}

}  // namespace assessment
