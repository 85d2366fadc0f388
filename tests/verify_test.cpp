#include "assessment/results/verify.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <functional>

#include "assessment/base/crypto.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/calendar.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/results/telling_text.hpp"
#include "tests/key_samples.hpp"
#include "tests/result_samples.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const std::string kiosk(32, '7');

// A batch of ten people, five of either role, whose sequence is in its name.
Batch batch_of(int sequence, const std::optional<std::string>& previous) {
  Batch batch;
  batch.header = {.campaign = "spring",
                  .site = "Ysbyty Gwynedd",
                  .period = "2026-Q4",
                  .bank = tests::sample_bank(),
                  .kiosk = kiosk,
                  .sequence = sequence,
                  .previous = previous,
                  .records = 10};
  for (int i = 0; i < 10; ++i) {
    batch.records.push_back(tests::sample_record(10 * sequence + i, i < 5 ? "clinical" : "support"));
  }
  return batch;
}

std::string name_of(int sequence) {
  return fmt::format("{:032x}.results.jsonl", sequence);
}

// A folder with a chain of three batches in perfect order; `change` makes the bytes of the second other ones.
class Folder {
 public:
  explicit Folder(const std::function<void(Batch&)>& change = nullptr,
                  const std::function<void(std::string&)>& change_bytes = nullptr) {
    std::optional<std::string> previous;
    for (int sequence = 1; sequence <= 3; ++sequence) {
      Batch batch = batch_of(sequence, previous);
      if (change && sequence == 2) change(batch);
      batch.header.records = static_cast<int>(batch.records.size());
      std::string bytes = to_lines(batch);
      if (change_bytes && sequence == 2) change_bytes(bytes);
      put(name_of(sequence), bytes);
      previous = blake2b_hex(bytes);
    }
  }

  void put(const std::string& name, const std::string& bytes) {
    folder_.write(name, bytes);
    set_time(name, *period_start("2026-Q4"));
  }
  void set_time(const std::string& name, std::int64_t seconds) {
    const auto time = std::chrono::sys_seconds(std::chrono::seconds(seconds));
    fs::last_write_time(path(name), std::chrono::file_clock::from_sys(time));
  }
  std::string path(const std::string& name = "") const { return folder_.path(name); }

  // "FILE:LINE:COL code" for each finding, with the file's sequence for its name.
  Lines findings(const VerifyRules& rules = {}) const {
    Lines lines;
    for (const Diagnostic& found : verify_results({path()}, rules).findings) {
      std::string file = fs::path(found.file).filename().string();
      for (int sequence = 1; sequence <= 3; ++sequence) {
        if (file == name_of(sequence)) file = fmt::format("{}", sequence);
      }
      lines.push_back(fmt::format("{}:{}:{} {}", file, found.at.line, found.at.column, found.code));
    }
    return lines;
  }

 private:
  tests::TemporaryFolder folder_;
};

void replace(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

// The column of `wanted` in the line of this number, from the end of `wanted`.
int column_after(const std::string& bytes, int line, std::string_view wanted) {
  std::size_t start = 0;
  for (int i = 1; i < line; ++i) start = bytes.find('\n', start) + 1;
  return static_cast<int>(bytes.find(wanted, start) - start + wanted.size()) + 1;
}

}  // namespace

TEST_SUITE("verify") {
  TEST_CASE("a folder in order has no findings and is counted") {
    const Folder folder;
    CHECK(folder.findings() == Lines{});
    const VerifyReport report = verify_results({folder.path(), folder.path(name_of(1))}, {});
    CHECK(report == VerifyReport{.batches = 3, .records = 30});
  }

  TEST_CASE("an unknown field is told at its line") {
    const Folder folder(
        {}, [](std::string& bytes) { replace(bytes, "\"overall\"", "\"device\":\"x\",\"overall\""); });
    CHECK(folder.findings() == Lines{"2:2:1 unknown-field"});
  }

  TEST_CASE("a space between fields carries nothing that a field says and is told all the same") {
    std::string tampered;
    const Folder folder({}, [&](std::string& bytes) {
      replace(bytes, "\"role\":\"support\"", "\"role\": \"support\"");
      tampered = bytes;
    });
    // The header is line 1, the five clinical people are 2 to 6: the first of support is line 7.
    CHECK(folder.findings() ==
          Lines{fmt::format("2:7:{} not-exact", column_after(tampered, 7, "\"role\":"))});
  }

  TEST_CASE("a first line written otherwise is told too") {
    const Folder folder({}, [](std::string& bytes) { replace(bytes, "{\"format\"", "{ \"format\""); });
    CHECK(folder.findings() == Lines{"2:1:2 not-exact"});
  }

  TEST_CASE("a missing, a repeated, an altered and a second batch of one place are told by name") {
    const std::string at = fmt::format("1:{}", column_after(to_lines(batch_of(3, "x")), 1, "\"sequence\":"));
    Folder missing;
    fs::remove(missing.path(name_of(2)));
    CHECK(missing.findings() == Lines{fmt::format("3:{} chain-gap", at)});

    Folder first_missing;
    fs::remove(first_missing.path(name_of(1)));
    CHECK(first_missing.findings() == Lines{fmt::format("2:{} chain-gap", at)});

    Folder repeated;
    const std::string copy = std::string(32, 'f') + ".results.jsonl";
    fs::copy_file(repeated.path(name_of(2)), repeated.path(copy));
    repeated.set_time(copy, *period_start("2026-Q4"));
    CHECK(repeated.findings() == Lines{fmt::format("{}:{} chain-repeated", copy, at)});

    // One answer changed after the next batch was made: that one names another hash.
    Folder altered;
    Batch other = batch_of(2, blake2b_hex(to_lines(batch_of(1, std::nullopt))));
    other.records[0].overall_tenths = 626;
    altered.put(name_of(2), to_lines(other));
    const std::string bytes = to_lines(batch_of(3, std::string(64, 'a')));
    const int previous = column_after(bytes, 1, "\"previous\":");
    CHECK(altered.findings() == Lines{fmt::format("3:1:{} chain-broken", previous)});

    Folder forked;
    forked.put(copy, to_lines(other));
    CHECK(forked.findings() == Lines{fmt::format("{}:{} chain-forked", copy, at)});

    Folder begun_twice;
    begun_twice.put(name_of(2), to_lines(batch_of(2, std::nullopt)));
    CHECK(begun_twice.findings().front() == fmt::format("2:1:{} chain-broken", previous));
  }

  TEST_CASE("roles under the minimum are told at their first record, and the minimum is the campaign's") {
    std::string bytes;
    const auto two_estates = [](Batch& batch) {
      batch.records[3].role = "estates";
      batch.records[4].role = "estates";
    };
    const Folder folder(two_estates, [&](std::string& written) { bytes = written; });
    const int column = column_after(bytes, 5, "\"role\":");
    CHECK(folder.findings() == Lines{fmt::format("2:5:{} role-too-small", column)});
    CHECK(folder.findings({.role_minimum = 2}) == Lines{});
  }

  TEST_CASE("a '*' group under the minimum is told while other roles are named, and not alone") {
    const auto hide = [](ResultRecord& record) {
      record.role = grouped_role;
      record.domains.front().answered.reset();
      record.domains.front().asked.reset();
    };
    std::string bytes;
    const Folder named([&](Batch& batch) { hide(batch.records[9]); },
                       [&](std::string& written) { bytes = written; });
    CHECK(named.findings() ==
          Lines{fmt::format("2:11:{} role-too-small", column_after(bytes, 11, "\"role\":"))});
    const Folder alone([&](Batch& batch) {
      for (ResultRecord& record : batch.records) hide(record);
    });
    CHECK(alone.findings() == Lines{});
  }

  TEST_CASE("a language that fewer people used than the minimum is told, and the minimum is the campaign's") {
    std::string bytes;
    const Folder folder(
        [](Batch& batch) {
          batch.header.languages = Counts{{"cy", 2}, {"en", 8}};
        },
        [&](std::string& written) { bytes = written; });
    CHECK(folder.findings() ==
          Lines{fmt::format("2:1:{} language-too-small", column_after(bytes, 1, "\"languages\":"))});
    CHECK(folder.findings({.role_minimum = 2}) == Lines{});
  }

  TEST_CASE("a batch under the minimum is told, and the minimum is the campaign's") {
    std::string bytes;
    const Folder folder([](Batch& batch) { batch.records.pop_back(); },
                        [&](std::string& written) { bytes = written; });
    CHECK(folder.findings() ==
          Lines{fmt::format("2:1:{} batch-too-small", column_after(bytes, 1, "\"records\":"))});
    CHECK(folder.findings({.batch_minimum = 9}) == Lines{});
  }

  TEST_CASE("a day, time, address or machine in any text is told where it stands") {
    std::string bytes;
    const auto keep = [&](std::string& written) { bytes = written; };
    const Folder answered(
        [](Batch& batch) { batch.records[2].answers.emplace_back("note", "on-2026-11-02"); }, keep);
    CHECK(answered.findings() ==
          Lines{fmt::format("2:4:{} telling-text", column_after(bytes, 4, "\"note\":"))});
    const Folder named_kiosk([](Batch& batch) { batch.header.kiosk = "ward7-pc"; }, keep);
    CHECK(named_kiosk.findings().front() ==
          fmt::format("2:1:{} bad-kiosk", column_after(bytes, 1, "\"kiosk\":")));
    const Folder site([](Batch& batch) { batch.header.site = "kiosk.gwynedd.nhs.uk"; });
    CHECK(site.findings().size() == 11);  // the header and each of the ten records
  }

  TEST_CASE("what tells a day, a time or a machine, and what does not") {
    for (const char* text : {"2026-11-02", "visit 2/11/2026", "20261102", "2 November", "3rd nov 26"}) {
      CAPTURE(text);
      CHECK(find_telling(text) == "a day");
    }
    CHECK(find_telling("at 14:05") == "a time of day");
    CHECK(find_telling("1790812800") == "a time of day");
    CHECK(find_telling("me@ward7") == "an e-mail address");
    CHECK(find_telling("10.0.12.7") == "an IP address");
    CHECK(find_telling("fe80::1ff:fe23:4567:890a") == "an IP address");
    CHECK(find_telling("pc-17.ward.local") == "the name of a machine");
    for (const char* text : {"Ward 7", "Ysbyty Gwynedd", "ward-autumn-2026", "lock_screen", "St. Mary's",
                             "7 Marigold", "3.5", "level.", "2026", "item_20", "Block B.2"}) {
      CAPTURE(text);
      CHECK(find_telling(text) == std::nullopt);
    }
  }

  TEST_CASE("names, times and files that a kiosk does not make are told") {
    Folder named;
    fs::rename(named.path(name_of(2)), named.path("ward-7.results.jsonl"));
    CHECK(named.findings() == Lines{"ward-7.results.jsonl:0:0 bad-name"});

    Folder touched;
    touched.set_time(name_of(2), *period_start("2026-Q4") + 1);
    CHECK(touched.findings() == Lines{"2:0:0 bad-time"});

    Folder foreign;
    foreign.put("notes.txt", "x");
    foreign.put(".growing", "x");
    foreign.put("pool.a", "x");
    CHECK(foreign.findings() ==
          Lines{".growing:0:0 foreign-file", "notes.txt:0:0 foreign-file", "pool.a:0:0 foreign-file"});
    fs::create_directory(foreign.path("batches"));  // now it is a kiosk's folder, which has a pool.a
    CHECK(foreign.findings() == Lines{".growing:0:0 foreign-file", "notes.txt:0:0 foreign-file"});
  }

  TEST_CASE("cut short, empty, and not there") {
    Folder folder({}, [](std::string& bytes) { bytes.pop_back(); });
    CHECK(folder.findings() == Lines{"2:11:1 no-line-end"});
    Folder empty({}, [](std::string& bytes) { bytes.clear(); });
    CHECK(empty.findings().front() == "2:1:1 empty-file");
    CHECK(verify_results({empty.path("none")}, {}).findings.front().code == "file-missing");
  }

  TEST_CASE("every change of one bit anywhere in the chain is told") {
    // Every 41st byte of the first two batches; in the last one the chain cannot see what stays in the
    // format.
    for (const int sequence : {1, 2}) {
      Folder folder;
      const std::string bytes = read_file(folder.path(name_of(sequence))).value();
      for (std::size_t at = 0; at < bytes.size(); at += 41) {
        CAPTURE(sequence);
        CAPTURE(at);
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        folder.put(name_of(sequence), changed);
        CHECK_FALSE(folder.findings().empty());
      }
    }
  }

  TEST_CASE("a sealed batch is judged from outside and that is said") {
    Folder folder;
    folder.put(std::string(32, 'e') + ".results.sealed", "whatever");
    const VerifyReport report = verify_results({folder.path()}, {});
    CHECK(report.sealed == 1);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings.front().code == "sealed");
    CHECK(report.findings.front().severity == Severity::warning);
  }

  TEST_CASE("with its trainer's key a sealed batch is judged like a plain one") {
    const TrainerKeys keys{tests::sample_key(1), {tests::sample_key(0).public_key()}};
    const auto seal = [](Folder& folder, int sequence) {
      const std::string lines = read_file(folder.path(name_of(sequence))).value();
      const std::string name = fmt::format("{:032x}.results.sealed", sequence);
      folder.put(name, seal_batch(lines, tests::sample_key(0), {tests::sample_key(1).public_key()}).value());
      return name;
    };
    Folder folder;
    for (const int sequence : {1, 2}) {
      seal(folder, sequence);
      fs::remove(folder.path(name_of(sequence)));
    }
    seal(folder, 3);  // and its opened copy stays: no second batch
    const VerifyReport good = verify_results({folder.path()}, {}, &keys);
    CHECK(good.findings.empty());
    CHECK(good.sealed == 3);
    CHECK(good.batches == 1);
    CHECK(good.records == 30);

    Folder small([](Batch& batch) { batch.records.pop_back(); });
    const std::string name = seal(small, 2);
    fs::remove(small.path(name_of(2)));
    const auto found = verify_results({small.path()}, {}, &keys).findings;
    REQUIRE(found.size() == 1);
    CHECK(found.front().code == "batch-too-small");
    CHECK(found.front().file == small.path(name));

    small.put(name, "skills-sealed/1\n");
    CHECK(verify_results({small.path(name)}, {}, &keys).findings.front().code == "sealed-cut-short");
  }
}
