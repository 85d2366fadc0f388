#include "assessment/results/merge.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "assessment/base/crypto.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/results/storage_memory.hpp"
#include "assessment/results/verify.hpp"
#include "tests/faulty_storage.hpp"
#include "tests/key_samples.hpp"
#include "tests/result_samples.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;
using tests::Afterwards;
using tests::FaultKind;
using tests::FaultyStorage;

namespace {

const std::string archive_name = "all.results.jsonl";

std::string batch_bytes(char kiosk, int sequence, Respondents respondents = Respondents::people) {
  Batch batch;
  batch.header = {.campaign = "spring",
                  .site = fmt::format("Ward {}", kiosk),
                  .period = "2026-Q4",
                  .bank = tests::sample_bank(),
                  .kiosk = std::string(32, kiosk),
                  .sequence = sequence,
                  .records = 3,
                  .respondents = respondents};
  if (sequence > 1) batch.header.previous = blake2b_hex(batch_bytes(kiosk, sequence - 1, respondents));
  // Two people with equal answers, and one of the batch's own.
  for (const int person : {7, 7, 100 * kiosk + sequence})
    batch.records.push_back(tests::sample_record(person));
  return to_lines(batch);
}

std::string merged(const std::vector<std::string>& places, std::size_t slice = usual_slice) {
  MemoryStorage out;
  const auto report = merge_results(places, out, archive_name, nullptr, slice);
  if (!report) FAIL(to_text(report.faults().front()));
  return out.files()[archive_name].bytes;
}

std::string code_of(const std::vector<std::string>& places) {
  MemoryStorage out;
  const auto report = merge_results(places, out, archive_name);
  CHECK(out.files().empty() != report.has_value());
  return report ? "" : report.faults().front().code;
}

// Two kiosks with two batches each.
struct Batches {
  tests::TemporaryFolder folder{};
  std::vector<std::string> paths{};

  Batches() {
    for (const char kiosk : {'a', 'b'}) {
      for (const int sequence : {1, 2}) {
        paths.push_back(
            folder.write(fmt::format("{}{}.results.jsonl", kiosk, sequence), batch_bytes(kiosk, sequence)));
      }
    }
  }
};

std::vector<std::string> sorted_lines(const std::vector<std::string>& files) {
  std::vector<std::string> lines;
  for (const std::string& bytes : files) {
    for (std::size_t at = bytes.find('\n') + 1; at < bytes.size(); at = bytes.find('\n', at) + 1) {
      lines.push_back(bytes.substr(at, bytes.find('\n', at) + 1 - at));
    }
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace

TEST_SUITE("merge") {
  TEST_CASE("an archive has every record once, sorted, and its sources by hash") {
    const Batches batches;
    const std::string archive = merged({batches.folder.path()});
    const auto header = std::get<ArchiveHeader>(*read_header(archive, archive_name));
    CHECK(header.records == 12);
    REQUIRE(header.sources.size() == 4);
    CHECK(std::ranges::is_sorted(header.sources, {}, &ArchiveSource::sha256));
    std::vector<std::string> files;
    for (const std::string& path : batches.paths) files.push_back(read_file(path).value());
    CHECK(tests::records_in(archive).size() == 12);
    std::string records;
    for (const std::string& line : sorted_lines(files)) records += line;
    CHECK(archive.substr(archive.find('\n') + 1) == records);
  }

  TEST_CASE("the bytes are the same for any order, any slices and any archives between") {
    Batches batches;
    const std::string expected = merged({batches.folder.path()});
    std::ranges::sort(batches.paths);
    do {
      CHECK(merged(batches.paths) == expected);
    } while (std::ranges::next_permutation(batches.paths).found);
    // A record has some 300 bytes: slices of one to all twelve records.
    for (std::size_t slice = 100; slice < 5000; slice += 300) CHECK(merged(batches.paths, slice) == expected);

    const tests::TemporaryFolder archives;
    const auto part = archives.write("part.results.jsonl", merged({batches.paths[3], batches.paths[0]}));
    CHECK(merged({part, batches.paths[1], batches.paths[2]}) == expected);
    const auto rest = archives.write("rest.results.jsonl", merged({batches.paths[1], batches.paths[2]}));
    CHECK(merged({rest, part}) == expected);
    CHECK(merged({part, batches.folder.path(), rest}) == expected);
  }

  TEST_CASE("a batch counts once, however many files and archives hold it") {
    const Batches batches;
    const std::string expected = merged({batches.folder.path()});
    const tests::TemporaryFolder more;
    more.write("copy.results.jsonl", batch_bytes('a', 1));
    more.write("all.results.jsonl", expected);
    more.write("subset.results.jsonl", merged({batches.paths[0], batches.paths[1]}));
    CHECK(merged({batches.folder.path(), more.path()}) == expected);
  }

  TEST_CASE("archives that overlap in part are refused") {
    const Batches batches;
    const tests::TemporaryFolder archives;
    archives.write("one.results.jsonl", merged({batches.paths[0], batches.paths[1]}));
    archives.write("two.results.jsonl", merged({batches.paths[1], batches.paths[2]}));
    CHECK(code_of({archives.path()}) == "archives-overlap");
  }

  TEST_CASE("what is missing from a chain is told and what contradicts it is refused") {
    const Batches batches;
    MemoryStorage out;
    const auto report = merge_results({batches.paths[1], batches.paths[2]}, out, archive_name);
    REQUIRE(report);
    CHECK(report->records == 6);
    CHECK(report->batches == 2);
    REQUIRE(report->gaps.size() == 1);
    CHECK(report->gaps.front().severity == Severity::warning);
    CHECK(report->gaps.front().text.find("batch 1 of kiosk aaaaaaaa is missing") == 0);

    std::string other = batch_bytes('a', 2);
    other.replace(other.find("\"p7\""), 4, "\"p8\"");
    const auto forged = batches.folder.write("forged.results.jsonl", other);
    CHECK(code_of({batches.folder.path()}) == "chain-forked");
  }

  TEST_CASE("synthetic results stay synthetic and never join people's") {
    const tests::TemporaryFolder folder;
    folder.write("a.results.jsonl", batch_bytes('a', 1, Respondents::synthetic));
    folder.write("b.results.jsonl", batch_bytes('b', 1, Respondents::synthetic));
    const std::string archive = merged({folder.path()});
    CHECK(std::get<ArchiveHeader>(*read_header(archive, archive_name)).respondents == Respondents::synthetic);
    folder.write("c.results.jsonl", batch_bytes('c', 1));
    CHECK(code_of({folder.path()}) == "synthetic-mixed");
  }

  TEST_CASE("a faulty file, no file and a name that is taken are refused") {
    const Batches batches;
    const tests::TemporaryFolder empty;
    CHECK(code_of({empty.path()}) == "no-results");
    std::string spaced = batch_bytes('c', 1);
    spaced.insert(spaced.find("\"role\":") + 7, " ");
    batches.folder.write("c.results.jsonl", spaced);
    CHECK(code_of({batches.folder.path()}) == "not-exact");

    MemoryStorage out;
    REQUIRE(out.publish(archive_name, "there", {}));
    const auto refused = merge_results({batches.paths[0]}, out, archive_name);
    REQUIRE_FALSE(refused);
    CHECK(refused.faults().front().code == "file-exists");
    CHECK(out.files()[archive_name].bytes == "there");
  }

  TEST_CASE("verify finds nothing wrong with an archive, and that one was put in another order") {
    const Batches batches;
    const std::string archive = merged({batches.folder.path()});
    CHECK(verify_content(archive, archive_name, {}).findings == Diagnostics{});
    const auto lines = sorted_lines({archive});
    std::string reversed = archive.substr(0, archive.find('\n') + 1);
    for (std::size_t i = lines.size(); i > 0; --i) reversed += lines[i - 1];
    const auto findings = verify_content(reversed, archive_name, {}).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == "not-in-order");
  }

  TEST_CASE("whatever fails the archive is there whole or not at all") {
    const Batches batches;
    const std::string expected = merged({batches.folder.path()});
    for (const FaultKind kind : {FaultKind::refused, FaultKind::done_but_denied}) {
      // Call 1 asks whether the name is free, 2 publishes.
      for (const int call : {1, 2, 3}) {
        CAPTURE(call);
        MemoryStorage out;
        FaultyStorage faulty(out, call, kind, Afterwards::is_dead);
        const auto report = merge_results({batches.folder.path()}, faulty, archive_name);
        CHECK(report.has_value() == (call == 3));
        if (!out.files().empty()) CHECK(out.files()[archive_name].bytes == expected);
        CHECK(out.files().empty() == (call == 1 || (call == 2 && kind == FaultKind::refused)));
      }
    }
  }

  TEST_CASE("sealed batches give the archive of the plain ones, and need a key") {
    const Batches batches;
    const tests::TemporaryFolder sealed;
    for (const std::string& path : batches.paths) {
      const std::string bytes =
          seal_batch(read_file(path).value(), tests::sample_key(0), {tests::sample_key(1).public_key()})
              .value();
      sealed.write(std::to_string(&path - batches.paths.data()) + ".results.sealed", bytes);
    }
    const TrainerKeys keys{tests::sample_key(1), {tests::sample_key(0).public_key()}};
    MemoryStorage out;
    const auto report = merge_results({sealed.path(), batches.paths[0]}, out, archive_name, &keys, 500);
    REQUIRE(report);
    CHECK(report->batches == 4);  // the first one stands there twice
    CHECK(out.files()[archive_name].bytes == merged({batches.folder.path()}));
    CHECK(code_of({sealed.path()}) == "key-needed");
  }

  TEST_CASE("a real folder holds the archive and nothing else") {
    const Batches batches;
    const tests::TemporaryFolder folder;
    auto out = open_folder(folder.path());
    REQUIRE(out);
    REQUIRE(merge_results({batches.folder.path()}, **out, archive_name, nullptr, 500));
    CHECK((*out)->list("").value() == std::vector{archive_name});
    CHECK(read_file(folder.path(archive_name)).value() == merged({batches.folder.path()}));
  }
}
