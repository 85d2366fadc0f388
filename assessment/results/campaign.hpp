// What a site decides about its kiosk: who asks, which banks, and how results leave.
//
// Plain data; valid once parse_campaign has made it. Every key is described in
// docs/result_format.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/node.hpp"
#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/results/calendar.hpp"

namespace assessment {

// The thresholds that figures must pass before they leave the trainer's tool.
struct DisclosurePolicy {
  int minimum_group = 10;  // people; a smaller group shows nothing
  int suppress_below = 8;  // counts from 1 to one less show as "*"
  int round_to = 5;        // other counts and totals are rounded to a multiple
  int means_from = 10;     // people; a mean over fewer is not shown
  bool has_ledger = true;  // remembers what was published, against differencing
  bool is_exact = false;   // allows --exact; only in a policy file

  bool operator==(const DisclosurePolicy&) const = default;
};

enum class KioskContrast { normal, high };
enum class KioskSound { headphones, loudspeaker, off };

struct ScreenSize {
  int width_mm = 0, height_mm = 0;

  bool operator==(const ScreenSize&) const = default;
};

// Hours of the terminal's own clock, in minutes since midnight; `to` before `from`: over midnight.
struct QuietHours {
  int from = 0, to = 0;

  bool operator==(const QuietHours&) const = default;
};
// `minute` since midnight, 0 .. 1439; the last minute does not belong to them.
bool contains(const QuietHours& hours, int minute);

// The keys under `kiosk`.
struct KioskSettings {
  int idle_seconds = 180;                // 60 .. 1800; 0: never
  int pause_minutes = 30;                // the longest pause, 15 .. 60
  std::vector<std::string> languages{};  // tags in the order of their buttons; empty: as in the bank
  int text_size = 100;                   // percent: 100, 125, 150 or 200
  KioskContrast contrast = KioskContrast::normal;
  bool has_speech = false;  // reads aloud from the first page of a visit on, without being asked
  KioskSound sound = KioskSound::headphones;
  std::string printer{};                    // a queue of CUPS; "": no printing
  std::optional<ScreenSize> screen_mm{};    // none: as measured
  int viewing_mm = 500;                     // from the eye to the screen
  int double_strike_ms = 500;               // a second touch within it does not count; 0 .. 1000
  std::optional<QuietHours> quiet_hours{};  // batches leave only then; none: at any quiet moment
  bool is_locked_down = false;              // no way out of the kiosk
  std::string admin_pin{};                  // Argon2id string; "": no door for staff
  std::string monitor{};                    // number from 1 or name; "": the primary one

  bool operator==(const KioskSettings&) const = default;
};

// A site's own letters: paths as written, relative to the campaign file; "": the kiosk's own. The two may be
// one file.
struct SiteFont {
  std::string regular{}, strong{};

  bool operator==(const SiteFont&) const = default;
};

struct Campaign {
  std::string id{};    // kebab-case
  std::string site{};  // 1 .. 80 characters on one line
  std::vector<std::string>
      banks{};  // paths as written, relative to the campaign file; empty: the shipped banks
  std::vector<PublicKey> bank_keys{};     // whose banks may run, each once; empty: any, signed or not
  std::vector<PublicKey> trainer_keys{};  // to whom batches are sealed, each once; empty: plain files
  std::string outbox{};  // folder that batches are copied to, as written, relative to the file; "": none
  Period period = Period::quarter;
  int batch = 10;                 // people in one batch file, at least 5
  int hold_back = 5;              // people who stay in the pool at a release, at least 2
  int role_minimum = 3;           // people of one role in a batch whose role is named, at least 2
  bool records_language = false;  // count in each batch how many used each language
  DisclosurePolicy disclosure{};
  std::string organisation{};  // "": none to name
  std::string logo{};          // path as written; shown where the organisation is named; "": none
  SiteFont font{};
  std::string help_text{};      // where to get help; "": none
  std::string link_key_file{};  // path as written, relative to the campaign file; "": no link codes
  KioskSettings kiosk{};

  bool operator==(const Campaign&) const = default;
};

// Binds and checks a campaign file: unknown and missing keys, wrong types and values under their
// lower limits; all faults of the file, sorted by position, at most 100.
Expected<Campaign> parse_campaign(const NodeTree& tree);

// read_yaml and parse_campaign in one: the bytes of a campaign file -> the campaign.
Expected<Campaign> parse_campaign(std::string_view bytes, std::string file);

// The campaign of a kiosk without a campaign file: id and site "demonstration", all else by default.
Campaign built_in_campaign();

// Where disclosure keys stand: only a policy file may also say `exact`.
enum class DisclosureHome { campaign, policy_file };

// The disclosure keys of `map`; what is missing or faulty stays at its default.
DisclosurePolicy parse_disclosure(Node map, DisclosureHome home, Diagnostics& faults);

// The bytes of a policy file (`--policy`): the disclosure keys and `exact`, at its root.
Expected<DisclosurePolicy> parse_policy(std::string_view bytes, std::string file);

}  // namespace assessment
