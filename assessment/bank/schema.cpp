#include "assessment/bank/schema.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/fields.hpp"
#include "assessment/bank/schema_parts.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/crypto.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

bool is_alphanumeric(char c) {
  return is_digit(c) || is_letter(c);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

bool is_alphanumeric_word(std::string_view text, std::size_t shortest, std::size_t longest) {
  return text.size() >= shortest && text.size() <= longest && std::ranges::all_of(text, is_alphanumeric);
}

// MAJOR.MINOR.PATCH and perhaps -PRERELEASE, by semver.org 2.0.0 without build metadata.
bool is_semantic_version(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto numbers = split(text.substr(0, dash), '.');
  const auto is_number = [](std::string_view part) {
    return part.size() <= 9 && parse_decimal(part, 0) && part[0] != '-';
  };
  if (numbers.size() != 3 || !std::ranges::all_of(numbers, is_number)) return false;
  if (dash == std::string_view::npos) return true;
  return std::ranges::all_of(split(text.substr(dash + 1), '.'), [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) { return is_alphanumeric(c) || c == '-'; });
  });
}

// A tag like en, cy or pt-BR: a language of two or three small letters, then subtags (BCP 47 in short).
bool is_language_tag(std::string_view text) {
  const auto parts = split(text, '-');
  return parts[0].size() >= 2 && parts[0].size() <= 3 &&
         std::ranges::all_of(parts[0], [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::all_of(parts.begin() + 1, parts.end(),
                     [](std::string_view part) { return is_alphanumeric_word(part, 2, 8); });
}

// "EN" or "En_gb": the same tag as it is written.
std::string suggest_language_tag(std::string_view text) {
  std::string tag(text);
  const std::size_t end = std::min(tag.find_first_of("-_"), tag.size());
  for (std::size_t i = 0; i < end; ++i) {
    if (tag[i] >= 'A' && tag[i] <= 'Z') tag[i] = static_cast<char>(tag[i] - 'A' + 'a');
  }
  std::ranges::replace(tag, '_', '-');
  return is_language_tag(tag) ? fmt::format("; did you mean '{}'?", tag) : "; write it like en or cy";
}

bool is_https_address(std::string_view text) {
  constexpr std::string_view scheme = "https://";
  if (!text.starts_with(scheme)) return false;
  const std::string_view rest = text.substr(scheme.size());
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  return host.find('.') != std::string_view::npos && is_alphanumeric(host.front()) &&
         std::ranges::all_of(host,
                             [](char c) { return is_alphanumeric(c) || c == '.' || c == '-' || c == ':'; }) &&
         rest.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
}

std::string read_plain(const Fields& fields, std::string_view key, Diagnostics& faults) {
  const auto node = fields.optional(key);
  return node ? read_text(*node, fmt::format("'{}'", key), faults).value_or("") : "";
}

std::string read_version(const Fields& fields, Diagnostics& faults) {
  const auto node = fields.required("version");
  const auto text = node ? read_text(*node, "a version", faults) : std::nullopt;
  if (!text) return "";
  if (text->size() <= 64 && is_semantic_version(*text)) return *text;
  faults.push_back(node->error("bad-version", fmt::format("'{}' is no version; write it like 1.0.0", *text)));
  return "";
}

std::vector<std::string> read_languages(const Fields& fields, Diagnostics& faults) {
  std::vector<std::string> languages;
  const auto node = fields.required("languages");
  if (!node) return languages;
  for (const Node& element : read_list(*node, "languages", faults)) {
    const auto tag = read_text(element, "a language", faults);
    if (!tag) continue;
    if (!is_language_tag(*tag)) {
      faults.push_back(element.error(
          "bad-language", fmt::format("'{}' is no language tag{}", *tag, suggest_language_tag(*tag))));
    } else if (std::ranges::find(languages, *tag) != languages.end()) {
      faults.push_back(
          element.error("duplicate-id", fmt::format("the language '{}' stands here a second time", *tag)));
    } else {
      languages.push_back(*tag);
    }
  }
  return languages;
}

std::vector<std::string> read_translations(Node node, BankDraft& draft) {
  std::vector<std::string> unvalidated;
  std::vector<std::string_view> known(draft.bank.languages.begin(), draft.bank.languages.end());
  const Fields fields(node, known, draft.faults);
  for (const Node::Pair& pair : node.pairs()) {
    if (read_word(pair.value, "a translation", {"validated", "unvalidated"}, draft.faults) == 1U) {
      unvalidated.emplace_back(pair.key.text());
    }
  }
  return unvalidated;
}

std::vector<Role> read_roles(Node list, BankDraft& draft) {
  std::vector<Role> roles;
  UniqueIds ids("role");
  for (const Node& element : read_list(list, "roles", draft.faults)) {
    const Fields fields(element, {"id", "label"}, draft.faults);
    Role role;
    if (const auto id = fields.required("id")) {
      role.id.text = read_id(*id, draft.faults).value_or("");
      ids.add(role.id.text, *id, draft.faults);
    }
    role.label = required_text(fields, "label", draft);
    roles.push_back(std::move(role));
  }
  return roles;
}

Resource read_resource(Node node, BankDraft& draft) {
  Resource resource;
  const Fields fields(node, {"level", "title", "url", "owner", "minutes", "licence", "reviewed", "text"},
                      draft.faults);
  if (const auto level = fields.required("level")) {
    std::vector<std::string_view> known;
    for (const Level& one : draft.bank.levels) known.push_back(one.id.text);
    const auto word = read_word(*level, "level", known, draft.faults);
    if (word) resource.level = draft.bank.levels[*word].id;
  }
  resource.title = required_text(fields, "title", draft);
  if (const auto url = fields.required("url")) {
    resource.url = read_text(*url, "an address", draft.faults).value_or("");
    if (!resource.url.empty() && !is_https_address(resource.url)) {
      draft.faults.push_back(
          url->error("bad-url", fmt::format("'{}' is not an https address", resource.url)));
    }
  }
  resource.owner = read_plain(fields, "owner", draft.faults);
  resource.licence = read_plain(fields, "licence", draft.faults);
  resource.reviewed = read_plain(fields, "reviewed", draft.faults);
  resource.text = optional_text(fields, "text", draft);
  if (const auto minutes = fields.optional("minutes")) {
    resource.minutes = static_cast<int>(read_integer(*minutes, 1, 10'000, draft.faults).value_or(0));
  }
  return resource;
}

struct DefaultRule {
  Rule rule;
  Node node;
};

void read_domains(Node list, const DefaultRule& default_rule, BankDraft& draft) {
  UniqueIds ids("domain");
  UniqueIds item_ids("item");
  for (const Node& element : read_list(list, "domains", draft.faults)) {
    const Fields fields(element, {"id", "title", "about", "only_if", "scoring", "resources", "items"},
                        draft.faults);
    Domain domain;
    domain.rule = default_rule.rule;
    draft.domain_nodes.push_back(element);
    draft.rule_nodes.push_back(default_rule.node);
    if (const auto own = fields.optional("scoring")) {
      domain.rule = read_rule(*own, RulePlace::domain, draft);
      draft.rule_nodes.back() = *own;
    }
    if (const auto id = fields.required("id")) {
      domain.id.text = read_id(*id, draft.faults).value_or("");
      ids.add(domain.id.text, *id, draft.faults);
    }
    domain.title = required_text(fields, "title", draft);
    domain.about = optional_text(fields, "about", draft);
    if (const auto resources = fields.optional("resources")) {
      for (const Node& node : read_list(*resources, "resources", draft.faults)) {
        domain.resources.push_back(read_resource(node, draft));
      }
    }
    const auto items = fields.required("items");
    draft.bank.domains.push_back(std::move(domain));
    if (items) read_items(*items, draft.bank.domains.size() - 1, item_ids, draft);
  }
}

// Ids of earlier versions; reported at the item that uses one again.
void read_retired(Node list, BankDraft& draft) {
  UniqueIds ids("retired id");
  for (const Node& node : read_list(list, "retired", draft.faults)) {
    const auto id = read_id(node, draft.faults);
    if (!id) continue;
    ids.add(*id, node, draft.faults);
    draft.bank.retired.push_back({*id});
    if (const auto item = find_item(draft.bank, {*id})) {
      const Node place = draft.item_nodes[*item];
      draft.faults.push_back(place.find("id").value_or(place).error(
          "retired-id", fmt::format("the id '{}' is retired and cannot name another question", *id)));
    }
  }
}

void read_identity(const Fields& fields, BankDraft& draft) {
  if (const auto format = fields.required("format")) read_integer(*format, 1, 1, draft.faults);
  if (const auto id = fields.required("id")) draft.bank.id = read_kebab_id(*id, draft.faults).value_or("");
  draft.bank.version = read_version(fields, draft.faults);
  draft.bank.languages = read_languages(fields, draft.faults);
  if (const auto node = fields.optional("translations"))
    draft.bank.unvalidated_languages = read_translations(*node, draft);
  if (const auto node = fields.required("licence"))
    draft.bank.licence = read_text(*node, "a licence", draft.faults).value_or("");
  draft.bank.credits = read_plain(fields, "credits", draft.faults);
  draft.bank.audience = read_plain(fields, "audience", draft.faults);
  if (const auto node = fields.required("minutes")) {
    draft.bank.minutes = static_cast<int>(read_integer(*node, 1, 240, draft.faults).value_or(1));
  }
}

// In the order in which later parts refer to earlier ones.
void read_parts(const Fields& fields, BankDraft& draft) {
  draft.bank.title = required_text(fields, "title", draft);
  draft.bank.about = optional_text(fields, "about", draft);
  draft.bank.before_you_start = optional_text(fields, "before_you_start", draft);
  draft.bank.after = optional_text(fields, "after", draft);
  if (const auto node = fields.required("roles")) draft.bank.roles = read_roles(*node, draft);
  if (const auto node = fields.optional("scales")) draft.bank.scales = read_scales(*node, draft);
  if (const auto node = fields.required("levels"))
    draft.bank.levels = read_levels(*node, LevelBounds::percent, draft);
  const auto scoring = fields.required("scoring");
  const DefaultRule default_rule{scoring ? read_rule(*scoring, RulePlace::bank, draft) : Rule{},
                                 scoring.value_or(fields.node())};
  if (const auto node = fields.required("domains")) read_domains(*node, default_rule, draft);
  if (const auto node = fields.optional("profiles")) read_profiles(*node, draft);
  read_routing(fields, draft);
  index_items(draft.bank);
  if (const auto node = fields.optional("retired")) read_retired(*node, draft);
}

}  // namespace

LocalizedText read_localized(Node node, std::string_view what, BankDraft& draft) {
  LocalizedText text;
  const auto& languages = draft.bank.languages;
  if (!node.is_map()) {
    const auto plain = read_text(node, what, draft.faults);
    if (plain && !languages.empty()) text.by_language.emplace_back(languages.front(), *plain);
  } else {
    const std::vector<std::string_view> known(languages.begin(), languages.end());
    for (const Node::Pair& pair : node.pairs()) {
      if (std::ranges::find(known, pair.key.text()) == known.end() && !languages.empty()) {
        draft.faults.push_back(pair.key.error(
            "undeclared-language", fmt::format("'{}' is not one of the bank's languages{}", pair.key.text(),
                                               did_you_mean(pair.key.text(), known))));
      }
      const auto plain = read_text(pair.value.is_null() ? pair.key : pair.value, what, draft.faults);
      if (pair.value.is_null()) {
        draft.faults.push_back(pair.key.error("no-value", fmt::format("'{}' has no text", pair.key.text())));
      } else if (plain) {
        text.by_language.emplace_back(pair.key.text(), *plain);
      }
    }
  }
  for (const std::string& language : languages) {
    const auto has = [&](const auto& entry) { return entry.first == language; };
    const bool is_named =
        std::ranges::any_of(node.pairs(), [&](const auto& pair) { return pair.key.text() == language; });
    if (std::ranges::any_of(text.by_language, has) || is_named || (!node.is_map() && !node.is_scalar()))
      continue;
    if (node.is_scalar() && language == languages.front()) continue;  // an empty text, reported above
    draft.faults.push_back(
        node.error("missing-language", fmt::format("{} lacks the language '{}'", what, language)));
  }
  std::ranges::sort(text.by_language, {},
                    [&](const auto& entry) { return std::ranges::find(languages, entry.first); });
  return text;
}

LocalizedText optional_text(const Fields& fields, std::string_view key, BankDraft& draft) {
  const auto node = fields.optional(key);
  return node ? read_localized(*node, fmt::format("the text '{}'", key), draft) : LocalizedText{};
}

LocalizedText required_text(const Fields& fields, std::string_view key, BankDraft& draft) {
  const auto node = fields.required(key);
  return node ? read_localized(*node, fmt::format("the text '{}'", key), draft) : LocalizedText{};
}

Diagnostic not_supported_yet(Node node, std::string_view what) {
  return node.error("not-supported", fmt::format("{} is not supported yet", what));
}

void UniqueIds::add(const std::string& id, Node at, Diagnostics& faults) {
  if (id.empty()) return;
  if (seen_.insert(id).second) return;
  faults.push_back(at.error("duplicate-id", fmt::format("the {} '{}' stands here a second time", what_, id)));
}

Expected<QuestionBank> parse_bank(const NodeTree& tree, std::string sha256) {
  BankDraft draft;
  draft.bank.sha256 = std::move(sha256);
  const Fields fields(tree.root(),
                      {"format",       "id",       "version",  "title",    "about",   "languages",
                       "translations", "licence",  "credits",  "audience", "minutes", "before_you_start",
                       "after",        "roles",    "scales",   "levels",   "scoring", "domains",
                       "profiles",     "sections", "adaptive", "retired"},
                      draft.faults);
  if (fields.is_map()) {
    read_identity(fields, draft);
    read_parts(fields, draft);
    if (const auto node = fields.optional("adaptive"))
      draft.faults.push_back(not_supported_yet(*node, "the key 'adaptive'"));
    if (draft.faults.empty()) check_rules(draft);
    if (draft.faults.empty()) check_reachable(draft, *fields.optional("roles"));
    if (draft.faults.empty()) check_levels_attainable(*fields.optional("levels"), draft);
  }
  if (draft.faults.empty()) return std::move(draft.bank);
  sort_by_position(draft.faults);
  return std::move(draft.faults);
}

Expected<QuestionBank> parse_bank(std::string_view bytes, std::string file) {
  const auto tree = read_yaml(bytes, std::move(file));
  if (!tree) return tree.faults();
  auto bank = parse_bank(*tree, sha256_hex(bytes));
  if (bank || bank.faults().size() <= most_findings) return bank;
  Diagnostics first = bank.faults();
  first.resize(most_findings);
  return first;
}

}  // namespace assessment
