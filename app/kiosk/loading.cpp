#include "app/kiosk/loading.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "app/kiosk/site_look.hpp"
#include "app/platform/files.hpp"
#include "assessment/bank/pictures.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/bank/signature.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/crypto.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/base/key_text.hpp"

namespace app::kiosk {

namespace {

using assessment::Diagnostics;
using assessment::Expected;

constexpr std::array languages{"en", "cy"};

void append(Diagnostics& all, const Diagnostics& more) {
  all.insert(all.end(), more.begin(), more.end());
}

Expected<std::string> read_yaml_file(const std::string& path) {
  // One byte over the limit is read, so that the reader can say that there is more.
  return assessment::read_file(path, assessment::largest_yaml + 1);
}

Expected<assessment::Campaign> load_campaign(const Options& options) {
  if (options.campaign.empty()) return assessment::built_in_campaign();
  auto bytes = read_yaml_file(options.campaign);
  if (!bytes) return bytes.faults();
  auto campaign = assessment::parse_campaign(*bytes, options.campaign);
  if (campaign && !campaign->outbox.empty()) {
    campaign->outbox = platform::beside(options.campaign, campaign->outbox);
  }
  return campaign;
}

// The one named outright, those of the campaign, or what is shipped, the core bank first.
std::vector<std::string> bank_paths(const Options& options, const assessment::Campaign& campaign,
                                    const std::string& share) {
  if (!options.bank.empty()) return {options.bank};
  std::vector<std::string> paths;
  for (const std::string& path : campaign.banks) paths.push_back(platform::beside(options.campaign, path));
  if (!paths.empty()) return paths;
  const std::string core = share + "/question_banks/nhs-staff-core.yaml";
  paths = platform::files_in(share + "/question_banks", ".yaml");
  std::ranges::stable_partition(paths, [&](const std::string& path) { return path == core; });
  if (paths.empty()) paths.push_back(core);  // to be told that it is missing
  return paths;
}

// The signature is checked before the bank is parsed, on the very bytes that are parsed then.
assessment::Outcome check_signature(std::string_view bank, const std::vector<assessment::PublicKey>& trusted,
                                    const std::string& path) {
  std::optional<std::string> signature;
  const std::string signature_path = assessment::signature_file(path);
  if (platform::exists(signature_path)) {
    auto bytes = assessment::read_file(signature_path, assessment::largest_signature);
    if (!bytes) return bytes.faults();
    signature = std::move(bytes).value();
  }
  const auto signer = assessment::verify_bank(bank, signature, trusted, path);
  if (!signer) return signer.faults();
  return assessment::Done{};
}

// The key under which three words become a record's link; none where the campaign wants no links.
Expected<std::optional<assessment::SecretKey>> load_link_key(const Options& options,
                                                             const assessment::Campaign& campaign) {
  if (campaign.link_key_file.empty()) return std::optional<assessment::SecretKey>();
  const std::string path = platform::beside(options.campaign, campaign.link_key_file);
  auto text = assessment::read_file(path, assessment::largest_key_text);
  if (!text) return text.faults();
  const auto key = assessment::parse_secret_key(*text, path);
  assessment::wipe(*text);
  if (!key) return key.faults();
  return std::optional(key->secret_key());
}

Expected<std::string> read_picture(const std::string& bank, const std::string& file) {
  return assessment::read_file(platform::beside(bank, file), assessment::largest_picture);
}

// A bank with a picture that cannot be shown is refused like one with any other error.
Expected<assessment::QuestionBank> load_bank(const std::string& path,
                                             const std::vector<assessment::PublicKey>& trusted) {
  auto bytes = read_yaml_file(path);
  if (!bytes) return bytes.faults();
  if (!trusted.empty()) {
    const auto checked = check_signature(*bytes, trusted, path);
    if (!checked) return checked.faults();
  }
  const auto tree = assessment::read_yaml(*bytes, path);
  if (!tree) return tree.faults();
  auto bank = assessment::parse_bank(*tree, assessment::sha256_hex(*bytes));
  if (!bank) return bank.faults();
  Diagnostics faults =
      check_pictures(*bank, *tree, [&](const std::string& file) { return read_picture(path, file); });
  if (!faults.empty()) return faults;
  return bank;
}

// What is damaged beyond its header is told and left out: its words stand in for it.
// Pictures of several banks may have one name, so each gets the place of its bank before it.
void load_pictures(const std::string& path, const std::string& place, assessment::QuestionBank& bank,
                   Assessment& into) {
  for (assessment::Item& item : bank.items) {
    if (!item.image) continue;
    const std::string key = place + item.image->file;
    const std::string file = std::exchange(item.image->file, key);
    if (into.pictures.contains(key)) continue;
    const auto bytes = read_picture(path, file);
    auto pixels = bytes ? platform::decode_png(*bytes) : Expected<platform::Pixels>(bytes.faults());
    if (pixels) {
      into.pictures[key] = std::move(pixels).value();
      continue;
    }
    assessment::Diagnostic warning = pixels.faults().front();
    warning.severity = assessment::Severity::warning;
    warning.file = platform::beside(path, file);
    into.faults.push_back(std::move(warning));
  }
}

// The campaign's order, or the bank's; only what the interface can speak too.
std::vector<std::string> languages_of(const assessment::Campaign& campaign,
                                      const assessment::QuestionBank& bank, const Strings& strings) {
  std::vector<std::string> chosen =
      campaign.kiosk.languages.empty() ? bank.languages : campaign.kiosk.languages;
  std::erase_if(chosen, [&](const std::string& tag) {
    const auto& known = strings.catalogues();
    const bool is_spoken = std::any_of(
        known.begin(), known.end(), [&tag](const Catalogue& catalogue) { return catalogue.language == tag; });
    return !is_spoken || std::find(bank.languages.begin(), bank.languages.end(), tag) == bank.languages.end();
  });
  if (chosen.empty()) chosen.push_back(strings.catalogues().front().language);
  return chosen;
}

Setup make_setup(const Options& options, const assessment::Campaign& campaign,
                 std::vector<assessment::QuestionBank> banks, const Strings& strings) {
  Setup setup;
  setup.idle_limit = Milliseconds{campaign.kiosk.idle_seconds} * 1000;
  setup.pause_minutes = campaign.kiosk.pause_minutes;
  setup.double_strike = campaign.kiosk.double_strike_ms;
  setup.admin_pin = campaign.kiosk.admin_pin;
  setup.is_locked_down = campaign.kiosk.is_locked_down || options.is_locked_down;
  setup.records_language = campaign.records_language;
  setup.minimum_group = campaign.disclosure.minimum_group;
  setup.organisation = campaign.organisation;
  setup.help_text = campaign.help_text;
  setup.is_demonstration = options.campaign.empty();
  // Without a bank the kiosk says that it does not work, and can say so in any language.
  for (const Catalogue& catalogue : strings.catalogues()) setup.languages.push_back(catalogue.language);
  for (assessment::QuestionBank& bank : banks) {
    std::vector<std::string> tags = languages_of(campaign, bank, strings);
    setup.offers.push_back({std::make_shared<assessment::QuestionBank>(std::move(bank)), std::move(tags)});
  }
  if (!banks.empty()) {
    setup.bank = setup.offers.front().bank;
    setup.languages = setup.offers.front().languages;
  }
  if (banks.size() == 1) setup.offers.clear();  // nothing to pick
  const bool is_high = campaign.kiosk.contrast == assessment::KioskContrast::high;
  setup.comfort.language = options.language.empty() ? setup.languages.front() : options.language;
  setup.comfort.text_size = options.text_size.value_or(campaign.kiosk.text_size);
  setup.comfort.is_read_aloud = options.is_read_aloud.value_or(campaign.kiosk.has_speech);
  setup.is_loudspeaker = campaign.kiosk.sound == assessment::KioskSound::loudspeaker;
  setup.comfort.contrast = options.contrast.value_or(is_high ? Contrast::high : Contrast::normal);
  return setup;
}

// All of them with their pictures, or none: people must not find half of what the campaign promises.
std::vector<assessment::QuestionBank> load_banks(const Options& options, const std::string& share,
                                                 Assessment& into) {
  const auto paths = bank_paths(options, into.campaign, share);
  std::vector<assessment::QuestionBank> banks;
  for (const std::string& path : paths) {
    auto bank = load_bank(path, into.campaign.bank_keys);
    if (!bank) {
      append(into.faults, bank.faults());
      continue;
    }
    const auto is_same = [&](const assessment::QuestionBank& other) {
      return assessment::bank_name(other) == assessment::bank_name(*bank);
    };
    if (std::ranges::any_of(banks, is_same)) {
      into.faults.push_back({.code = "duplicate-bank",
                             .file = path,
                             .text = "the campaign names this bank twice; leave one out"});
      continue;
    }
    banks.push_back(std::move(bank).value());
  }
  if (banks.size() != paths.size()) return {};
  for (std::size_t i = 0; i < banks.size(); ++i)
    load_pictures(paths[i], banks.size() == 1 ? "" : std::to_string(i) + ":", banks[i], into);
  return banks;
}

void apply_site_look(const Options& options, Assessment& into) {
  SiteLook look = load_site_look(into.campaign, options.campaign);
  append(into.faults, look.warnings);
  into.font = std::move(look.font);
  if (!look.logo) return;
  into.pictures[logo_picture] = *std::move(look.logo);
  into.setup.logo = logo_picture;
}

}  // namespace

Expected<Strings> load_strings(const std::string& share) {
  std::vector<Catalogue> catalogues;
  Diagnostics faults;
  for (const char* language : languages) {
    const std::string path = share + "/assets/strings/" + language + ".yaml";
    auto bytes = read_yaml_file(path);
    auto catalogue = bytes ? parse_catalogue(*bytes, path) : Expected<Catalogue>(bytes.faults());
    if (catalogue) {
      catalogues.push_back(std::move(catalogue).value());
    } else {
      append(faults, catalogue.faults());
    }
  }
  if (faults.empty()) append(faults, check_catalogues(catalogues));
  if (has_error(faults)) return faults;
  return Strings(std::move(catalogues));
}

Assessment load_assessment(const Options& options, const std::string& share, const Strings& strings) {
  Assessment loaded;
  auto campaign = load_campaign(options);
  if (campaign) {
    loaded.campaign = *campaign;
  } else {
    append(loaded.faults, campaign.faults());
  }
  // A broken campaign does not say which bank; one that was named outright is checked all the same.
  if (!campaign && options.bank.empty()) {
    loaded.setup = make_setup(options, loaded.campaign, {}, strings);
    return loaded;
  }
  std::vector<assessment::QuestionBank> banks = load_banks(options, share, loaded);
  const auto link_key = load_link_key(options, loaded.campaign);
  if (!link_key) append(loaded.faults, link_key.faults());
  if (!campaign || !link_key) banks.clear();
  for (const assessment::QuestionBank& bank : banks)
    loaded.origins.push_back(assessment::origin_of(loaded.campaign, bank));
  const bool is_usable = !banks.empty();
  loaded.setup = make_setup(options, loaded.campaign, std::move(banks), strings);
  if (is_usable) loaded.setup.link_key = *link_key;
  apply_site_look(options, loaded);
  return loaded;
}

}  // namespace app::kiosk
