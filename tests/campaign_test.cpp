#include "assessment/results/campaign.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "assessment/base/key_text.hpp"
#include "tests/key_samples.hpp"
#include "tests/result_samples.hpp"

using namespace assessment;

namespace {

const std::string smallest = "format: 1\nid: spring\nsite: Ysbyty Gwynedd\nbank: ward-basics.yaml\n";

Campaign parsed(const std::string& text) {
  const auto campaign = parse_campaign(text, "campaign.yaml");
  if (!campaign) FAIL(to_text(campaign.faults().front()));
  return *campaign;
}

// "LINE:COL code" for each fault.
std::vector<std::string> faults(const std::string& text) {
  std::vector<std::string> result;
  const auto campaign = parse_campaign(text, "campaign.yaml");
  if (campaign) return result;
  for (const Diagnostic& fault : campaign.faults()) {
    result.push_back(fmt::format("{}:{} {}", fault.at.line, fault.at.column, fault.code));
  }
  return result;
}

std::string first_fault(const std::string& text) {
  const auto campaign = parse_campaign(text, "campaign.yaml");
  return campaign ? "" : to_text(campaign.faults().front());
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_SUITE("campaign") {
  TEST_CASE("what a campaign leaves out has the documented default") {
    Campaign expected;
    expected.id = "spring";
    expected.site = "Ysbyty Gwynedd";
    expected.banks = {"ward-basics.yaml"};
    CHECK(parsed(smallest) == expected);
    CHECK(expected.batch == 10);
    CHECK(expected.hold_back == 5);
    CHECK(expected.role_minimum == 3);
    CHECK(expected.period == Period::quarter);
    CHECK(expected.kiosk.idle_seconds == 180);
    CHECK(expected.disclosure.minimum_group == 10);
  }

  TEST_CASE("every key is read") {
    const Campaign campaign = parsed(R"(format: 1
id: spring-2026
site: "Ward 7"
banks: [one.yaml]
period: month
batch: 20
hold_back: 6
role_minimum: 4
organisation: Betsi Cadwaladr
help_text: |
  Ask the library.
  Ring 1234.
disclosure: {minimum_group: 12, suppress_below: 6, round_to: 10, means_from: 20, ledger: off}
kiosk:
  idle_seconds: 0
  pause_minutes: 60
  languages: [cy, en]
  text_size: 150
  contrast: high
  sound: loudspeaker
  screen_mm: [510, 290]
  viewing_mm: 600
  double_strike_ms: 0
)");
    Campaign expected;
    expected.id = "spring-2026";
    expected.site = "Ward 7";
    expected.banks = {"one.yaml"};
    expected.period = Period::month;
    expected.batch = 20;
    expected.hold_back = 6;
    expected.role_minimum = 4;
    expected.organisation = "Betsi Cadwaladr";
    expected.help_text = "Ask the library.\nRing 1234.\n";
    expected.disclosure = {12, 6, 10, 20, false, false};
    expected.kiosk = {.idle_seconds = 0,
                      .pause_minutes = 60,
                      .languages = {"cy", "en"},
                      .text_size = 150,
                      .contrast = KioskContrast::high,
                      .sound = KioskSound::loudspeaker,
                      .screen_mm = ScreenSize{510, 290},
                      .viewing_mm = 600,
                      .double_strike_ms = 0};
    CHECK(campaign == expected);
  }

  TEST_CASE("values that ask for no missing feature are accepted") {
    CHECK(parsed(smallest +
                 "record_language: false\nkiosk: {speech: off, lock_down: false, monitor: primary, printer: "
                 "none}\n") == parsed(smallest));
  }

  TEST_CASE("speech is on or off, and a printer is the name of a queue") {
    CHECK_FALSE(parsed(smallest).kiosk.has_speech);
    CHECK(parsed(smallest + "kiosk: {speech: on}\n").kiosk.has_speech);
    CHECK(faults(smallest + "kiosk: {speech: maybe}\n").size() == 1);
    CHECK(parsed(smallest).kiosk.printer.empty());
    CHECK(parsed(smallest + "kiosk: {printer: Ward_7-office.2}\n").kiosk.printer == "Ward_7-office.2");
    CHECK(parsed(smallest + "kiosk: {printer: " + std::string(127, 'a') + "}\n").kiosk.printer.size() == 127);
    // Others could be taken for an option, a path or a command.
    for (const std::string& name :
         {std::string("-o"), std::string("../x"), std::string(".x"), std::string("'a b'"),
          std::string("'$(id)'"), std::string("ŵ"), std::string(128, 'a')}) {
      CAPTURE(name);
      CHECK(faults(smallest + "kiosk: {printer: " + name + "}\n") == Faults{"5:18 bad-printer"});
    }
    CHECK(faults(smallest + "kiosk: {printer: [office]}\n") == Faults{"5:18 wrong-type"});
    CHECK(faults(smallest + "kiosk: {printer: ''}\n").size() == 1);
  }

  TEST_CASE("a link key is named by its file") {
    CHECK(parsed(smallest).link_key_file.empty());
    CHECK(parsed(smallest + "link_key_file: cohort.key\n").link_key_file == "cohort.key");
    CHECK(first_fault(smallest + "link_key_file: [a]\n").starts_with("campaign.yaml:5:16: error:"));
  }

  TEST_CASE("trainers are public keys, each once, and the outbox is a path") {
    const std::string first = to_text(tests::sample_key(0).public_key());
    const std::string second = to_text(tests::sample_key(1).public_key());
    const Campaign campaign =
        parsed(smallest + fmt::format("trainer_keys: [{}, {}]\noutbox: /mnt/share\n", first, second));
    CHECK(campaign.trainer_keys ==
          std::vector{tests::sample_key(0).public_key(), tests::sample_key(1).public_key()});
    CHECK(campaign.bank_keys.empty());
    CHECK(campaign.outbox == "/mnt/share");
    // The first key begins at column 16; the second after it, a comma and a space.
    CHECK(faults(smallest + fmt::format("trainer_keys: [{}, {}]\n", first, first)) ==
          Faults{fmt::format("5:{} duplicate-id", 16 + first.size() + 2)});
    CHECK(faults(smallest + "trainer_keys: [abc]\n") == Faults{"5:16 not-a-key"});
    CHECK(faults(smallest + fmt::format("trainer_keys: [{}]\n", to_secret_text(tests::sample_key(0)))) ==
          Faults{"5:16 secret-key"});
    CHECK(faults(smallest + "trainer_keys: []\n").size() == 1);
    CHECK(faults(smallest + "outbox: [a]\n").size() == 1);
  }

  TEST_CASE("more trainers than a sealed file has room for are refused") {
    std::string keys;
    for (int i = 0; i < 65; ++i) {
      if (i > 0) keys += ", ";
      keys += to_text(make_signing_key().public_key());
      if (i == 63) CHECK(parsed(smallest + "trainer_keys: [" + keys + "]\n").trainer_keys.size() == 64);
    }
    CHECK(faults(smallest + "trainer_keys: [" + keys + "]\n") == Faults{"5:15 too-many"});
  }

  TEST_CASE("a site's logo is a path, and has the organisation's name for those who hear the page") {
    CHECK(parsed(smallest + "organisation: Ward 7\nlogo: logo.png\n").logo == "logo.png");
    CHECK(parsed(smallest).logo.empty());
    CHECK(faults(smallest + "logo: logo.png\n") == Faults{"5:7 missing-key"});
    CHECK(faults(smallest + "organisation: Ward 7\nlogo: [logo.png]\n") == Faults{"6:7 wrong-type"});
  }

  TEST_CASE("a site's font is one file, or one for text and one for headings") {
    CHECK(parsed(smallest + "font: a.ttf\n").font == SiteFont{"a.ttf", "a.ttf"});
    CHECK(parsed(smallest + "font: {regular: a.ttf}\n").font == SiteFont{"a.ttf", "a.ttf"});
    CHECK(parsed(smallest + "font: {regular: a.ttf, strong: b.otf}\n").font == SiteFont{"a.ttf", "b.otf"});
    CHECK(parsed(smallest).font == SiteFont{});
    CHECK(faults(smallest + "font: {strong: b.otf}\n") == Faults{"5:8 missing-key"});
    CHECK(faults(smallest + "font: {regular: a.ttf, bold: b.otf}\n") == Faults{"5:24 unknown-key"});
    CHECK(faults(smallest + "font: [a.ttf]\n") == Faults{"5:7 wrong-type"});
  }

  TEST_CASE("a wrong value is told by its type") {
    CHECK(faults(smallest + "trainer_keys: abc\n") == Faults{"5:15 wrong-type"});
    CHECK(faults(smallest + "kiosk: {lock_down: yes}\n") == Faults{"5:20 wrong-type"});
  }

  TEST_CASE("quiet hours are two times of day, at least two hours apart, over midnight too") {
    const auto hours = [](const std::string& text) {
      return parsed(smallest + "kiosk: {quiet_hours: \"" + text + "\"}\n").kiosk.quiet_hours.value();
    };
    CHECK(hours("20:00-06:30") == QuietHours{1200, 390});
    CHECK(hours("01:00-03:00") == QuietHours{60, 180});
    CHECK(contains(QuietHours{1200, 390}, 1200));
    CHECK(contains(QuietHours{1200, 390}, 0));
    CHECK_FALSE(contains(QuietHours{1200, 390}, 390));
    CHECK(contains(QuietHours{60, 180}, 179));
    CHECK_FALSE(contains(QuietHours{60, 180}, 59));
    CHECK(parsed(smallest).kiosk.quiet_hours == std::nullopt);
    for (const char* text : {"20:00-21:59", "20:00-20:00"}) {
      CAPTURE(text);
      CHECK(faults(smallest + "kiosk: {quiet_hours: \"" + text + "\"}\n") == Faults{"5:22 out-of-range"});
    }
    for (const char* text : {"22-6", "24:00-06:00", "20:60-06:00", "20:00", "20:00-", "-",
                             "20:00-06:00-08:00", "2a:00-06:00", "20:00 - 06:00", "٢٠:00-06:00"}) {
      CAPTURE(text);
      CHECK(faults(smallest + "kiosk: {quiet_hours: \"" + text + "\"}\n") == Faults{"5:22 bad-hours"});
    }
    CHECK(faults(smallest + "kiosk: {quiet_hours: [20, 6]}\n") == Faults{"5:22 wrong-type"});
  }

  TEST_CASE("the staff's PIN is an Argon2id string, and the PIN itself is refused without being repeated") {
    const std::string hash = hash_pin("482715");
    CHECK(parsed(smallest + "kiosk: {admin_pin: \"" + hash + "\"}\n").kiosk.admin_pin == hash);
    const std::string huge =
        "$argon2id$v=19$m=4194304,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + std::string(43, 'a');
    for (const std::string& text : {std::string("482715"), hash.substr(0, hash.size() - 30), "x" + hash,
                                    hash + "$", huge, std::string("$argon2id$v=19$m=65536,t=2,p=1$"),
                                    std::string(5000, '$'), std::string("$2b$12$abcdefghijklmnopqrstuv")}) {
      CAPTURE(text);
      const std::string fault = first_fault(smallest + "kiosk: {admin_pin: \"" + text + "\"}\n");
      CHECK(fault.starts_with("campaign.yaml:5:20: error: this is not what 'skills keys pin' prints"));
      CHECK(fault.find("482715") == std::string::npos);
    }
    CHECK(faults(smallest + "kiosk: {admin_pin: }\n") == Faults{"5:9 no-value"});
  }

  TEST_CASE("lock-down is a switch, the monitor a number or a name") {
    CHECK(parsed(smallest + "kiosk: {lock_down: true}\n").kiosk.is_locked_down);
    CHECK(parsed(smallest + "kiosk: {monitor: 2}\n").kiosk.monitor == "2");
    CHECK(parsed(smallest + "kiosk: {monitor: HDMI-1}\n").kiosk.monitor == "HDMI-1");
    CHECK(parsed(smallest + "kiosk: {monitor: primary}\n").kiosk.monitor.empty());
    CHECK(faults(smallest + "kiosk: {monitor: [1]}\n") == Faults{"5:18 wrong-type"});
    CHECK(faults(smallest + "kiosk: {monitor: " + std::string(81, 'a') + "}\n") == Faults{"5:18 too-long"});
    CHECK(faults(smallest + "kiosk: {double_strike_ms: 1001}\n") == Faults{"5:27 out-of-range"});
  }

  TEST_CASE("bank keys are public keys, each once") {
    const std::string one = to_text(tests::sample_key(0).public_key());
    const std::string two = to_text(tests::sample_key(1).public_key());
    CHECK(parsed(smallest).bank_keys.empty());
    CHECK(parsed(smallest + "bank_keys: [" + one + ", '" + two + "']\n").bank_keys ==
          std::vector{tests::sample_key(0).public_key(), tests::sample_key(1).public_key()});
    CHECK(parsed(smallest + "bank_keys:\n  - " + one + "\n").bank_keys.size() == 1);
    for (const auto& [value, fault] : std::vector<std::pair<std::string, std::string>>{
             {" []", "5:12 wrong-type"},
             {"", "5:1 no-value"},
             {" " + one, "5:12 wrong-type"},
             {" [abc]", "5:13 not-a-key"},
             {" ['']", "5:13 empty-text"},
             {" [[" + one + "]]", "5:13 wrong-type"},
             {" [ward.pub]", "5:13 not-a-key"},
             {" [" + one.substr(0, 80) + "]", "5:13 key-cut-short"},
             {" [" + one + ", " + one + "]", "5:99 duplicate-id"},
         }) {
      CAPTURE(value);
      CHECK(faults(smallest + "bank_keys:" + value + "\n") == Faults{fault});
    }
  }

  TEST_CASE("a secret key among the bank keys is told and not repeated") {
    const std::string secret = to_secret_text(tests::sample_key(0));
    for (const std::string& value : {"[" + secret + "]", secret, "['" + secret + "\n']"}) {
      const std::string fault = first_fault(smallest + "bank_keys: " + value + "\n");
      CHECK_FALSE(fault.empty());
      CHECK(fault.find(tests::rfc_8032[0].secret.substr(0, 8)) == std::string::npos);
    }
    CHECK(faults(smallest + "bank_keys: [" + secret + "]\n") == Faults{"5:13 secret-key"});
  }

  TEST_CASE("several banks are a list of paths, at most twelve, in place of one") {
    const std::string start = "format: 1\nid: spring\nsite: A\n";
    CHECK(parsed(start + "banks: [one.yaml, two.yaml]\n").banks ==
          std::vector<std::string>{"one.yaml", "two.yaml"});
    CHECK(parsed(start + "banks: [a,a,a,a,a,a,a,a,a,a,a,a]\n").banks.size() == 12);
    CHECK(faults(start + "banks: [a,a,a,a,a,a,a,a,a,a,a,a,a,a]\n") == Faults{"4:33 too-many"});
    CHECK(faults(start + "banks: [one.yaml, [two.yaml]]\n") == Faults{"4:19 wrong-type"});
    CHECK(faults(start + "bank: one.yaml\nbanks: [two.yaml]\n") == Faults{"5:8 both-keys"});
    CHECK(faults(start + "banks: []\n").size() == 1);
    CHECK(faults(start) == Faults{"1:1 missing-key"});
  }

  TEST_CASE("the lowest values that keep the promise are accepted and no lower ones") {
    const Campaign lowest = parsed(smallest + "batch: 5\nhold_back: 2\nrole_minimum: 2\n");
    CHECK(lowest.batch == 5);
    CHECK(lowest.hold_back == 2);
    CHECK(lowest.role_minimum == 2);
    CHECK(faults(smallest + "batch: 4\nhold_back: 1\nrole_minimum: 1\n") ==
          Faults{"5:8 out-of-range", "6:12 out-of-range", "7:15 out-of-range"});
    CHECK(faults(smallest + "batch: 6\nrole_minimum: 7\n") == Faults{"6:15 out-of-range"});
  }

  TEST_CASE("a faulty campaign is refused with the place of each fault") {
    for (const auto& [line, fault] : std::vector<std::pair<std::string, std::string>>{
             {"batch: ten", "5:8 wrong-type"},
             {"batch: 010", "5:8 wrong-type"},
             {"batch: 1e1", "5:8 wrong-type"},
             {"batch: '10'", "5:8 wrong-type"},
             {"batch: 99999999999999999999", "5:8 wrong-type"},
             {"batch: -10", "5:8 out-of-range"},
             {"batch: [10]", "5:8 wrong-type"},
             {"batch:", "5:1 no-value"},
             {"role_minimum:", "5:1 no-value"},
             {"period: week", "5:9 unknown-word"},
             {"disclosure: {exact: true}", "5:14 unknown-key"},
             {"disclosure: on", "5:13 wrong-type"},
             {"disclosure: {ledger: true}", "5:22 unknown-word"},
             {"disclosure: {minimum_group: 1}", "5:29 out-of-range"},
             {"kiosk: {idle_seconds: 59}", "5:23 out-of-range"},
             {"kiosk: {idle_seconds: 1801}", "5:23 out-of-range"},
             {"kiosk: {text_size: 110}", "5:20 unknown-word"},
             {"kiosk: {languages: [English]}", "5:21 bad-language"},
             {"kiosk: {languages: [en, en]}", "5:25 duplicate-id"},
             {"kiosk: {screen_mm: [510]}", "5:20 wrong-type"},
             {"kiosk: {screen_mm: 510}", "5:20 wrong-type"},
             {"id: winter", "5:1 duplicate-key"},
         }) {
      CAPTURE(line);
      CHECK(faults(smallest + line + "\n") == Faults{fault});
    }
  }

  TEST_CASE("an unknown key comes with the nearest known one") {
    CHECK(first_fault(smallest + "hold_bak: 5\n") ==
          "campaign.yaml:5:1: error: unknown key 'hold_bak'; did you mean 'hold_back'?");
    CHECK(first_fault(smallest + "kiosk: {idle_second: 90}\n") ==
          "campaign.yaml:5:9: error: unknown key 'idle_second'; did you mean 'idle_seconds'?");
  }

  TEST_CASE("a site is a short text on one line and an id is in kebab case") {
    const auto with = [](const std::string& id, const std::string& site) {
      return faults("format: 1\nid: " + id + "\nsite: " + site + "\nbank: b.yaml\n");
    };
    CHECK(with("a", std::string(80, 'x')) == Faults{});
    CHECK(with("a", std::string(81, 'x')) == Faults{"3:7 too-long"});
    CHECK(with("a", R"("Ward\n7")") == Faults{"3:7 not-one-line"});
    CHECK(with("Spring", "A") == Faults{"2:5 bad-id"});
    CHECK(with("a", "''") == Faults{"3:7 empty-text"});
    CHECK(with("a", "[A]") == Faults{"3:7 wrong-type"});
  }

  TEST_CASE("what is no campaign at all is refused") {
    for (const std::string& text :
         {std::string(), std::string(","), std::string("- a\n"), std::string("text\n"),
          std::string("format: 2\n"), std::string("\xff\xfe"), std::string("a: &b c\n"),
          std::string(5'000'000, 'x'), smallest + "---\n" + smallest}) {
      CAPTURE(text.substr(0, 20));
      CHECK_FALSE(faults(text).empty());
    }
    CHECK(faults("format: 1\n") == Faults{"1:1 missing-key", "1:1 missing-key", "1:1 missing-key"});
  }

  TEST_CASE("all faults come at once sorted by place and at most a hundred") {
    CHECK(faults("format: 1\nid: S\nsite: A\nbatch: 1\ncolour: red\n") ==
          Faults{"1:1 missing-key", "2:5 bad-id", "4:8 out-of-range", "5:1 unknown-key"});
    std::string many = smallest;
    for (int i = 0; i < 300; ++i) many += fmt::format("unknown{}: 1\n", i);
    CHECK(faults(many).size() == 100);
  }

  TEST_CASE("a kiosk without a campaign file demonstrates") {
    const Campaign campaign = built_in_campaign();
    CHECK(campaign.id == "demonstration");
    CHECK(campaign.site == "demonstration");
    CHECK(campaign.banks.empty());
    CHECK(campaign.batch == 10);
  }

  TEST_CASE("a policy file holds the disclosure keys and may say exact") {
    CHECK(*parse_policy("minimum_group: 20\n", "p") == DisclosurePolicy{20, 8, 5, 10, true, false});
    CHECK(*parse_policy("exact: true\n", "p") == DisclosurePolicy{10, 8, 5, 10, true, true});
    CHECK(*parse_policy("{}\n", "p") == DisclosurePolicy{});
    for (const char* wrong : {"", "exact: yes\n", "exact:\n", "minimum_grup: 5\n", "- exact\n"}) {
      CAPTURE(wrong);
      CHECK_FALSE(parse_policy(wrong, "p"));
    }
  }
}
