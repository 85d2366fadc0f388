#include "assessment/results/result_files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "assessment/base/crypto.hpp"
#include "assessment/results/batch.hpp"
#include "tests/key_samples.hpp"
#include "tests/result_samples.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;

namespace {

using Paths = std::vector<std::string>;

std::string batch_bytes(const std::string& kiosk, int sequence, int person = 1) {
  Batch batch;
  batch.header = {.campaign = "spring",
                  .site = "A",
                  .period = "2026-Q4",
                  .bank = tests::sample_bank(),
                  .kiosk = kiosk,
                  .sequence = sequence,
                  .records = 1};
  batch.records = {tests::sample_record(person)};
  return to_lines(batch);
}

std::string archive_of(std::vector<std::string> batches) {
  std::ranges::sort(batches, {}, [](const std::string& bytes) { return sha256_hex(bytes); });
  std::string sources;
  for (const std::string& bytes : batches) {
    sources += fmt::format(R"({}{{"kiosk":"k","sequence":1,"sha256":"{}"}})", sources.empty() ? "" : ",",
                           sha256_hex(bytes));
  }
  return fmt::format(R"({{"format":"skills-results/1","merged":{},"sources":[{}]}})", batches.size(),
                     sources) +
         "\n";
}

std::string code_of(const Paths& places) {
  const auto found = find_result_files(places);
  return found ? "" : found.faults().front().code;
}

}  // namespace

TEST_SUITE("result files") {
  TEST_CASE("a sealed batch counts once beside its opened copy or in an archive, by its lines") {
    const tests::TemporaryFolder folder;
    const TrainerKeys keys{tests::sample_key(1), {tests::sample_key(0).public_key()}};
    const auto sealed = [](const std::string& lines) {
      return seal_batch(lines, tests::sample_key(0), {tests::sample_key(1).public_key()}).value();
    };
    const std::string first = batch_bytes("k", 1), second = batch_bytes("k", 2),
                      third = batch_bytes("k", 1, 2);
    const std::string opened = folder.write("a.results.jsonl", first);
    folder.write("other/b.results.sealed", sealed(first));
    const std::string only = folder.write("c.results.sealed", sealed(second));
    folder.write("d.results.sealed", sealed(second));
    folder.write("e.results.sealed", sealed(third));
    const std::string archive = folder.write("z.results.jsonl", archive_of({third}));
    CHECK(find_result_files({folder.path()}, &keys).value() == Paths{opened, only, archive});
    CHECK(read_lines(only, &keys).value() == second);
    CHECK(read_lines(opened, &keys).value() == first);
  }

  TEST_CASE("without a key only the name of an opened copy stands in for a sealed batch") {
    const tests::TemporaryFolder folder;
    const std::string opened = folder.write("a.results.jsonl", batch_bytes("k", 1));
    folder.write("a.results.sealed", "sealed");
    const std::string other = folder.write("b.results.sealed", "sealed");
    CHECK(find_result_files({folder.path()}).value() == Paths{opened, other});
    CHECK(read_lines(other).faults().front().code == "key-needed");
    CHECK(opened_name("x/0123.results.sealed") == "0123.results.jsonl");
  }

  TEST_CASE("what cannot be opened stays, for its reader to say why") {
    const tests::TemporaryFolder folder;
    const TrainerKeys keys{tests::sample_key(1), {tests::sample_key(0).public_key()}};
    const std::string bad = folder.write("a.results.sealed", "skills-sealed/1\n");
    CHECK(find_result_files({folder.path()}, &keys).value() == Paths{bad});
    CHECK(read_lines(bad, &keys).faults().front().code == "sealed-cut-short");
    std::filesystem::resize_file(bad, largest_sealed_file + 1);  // a hole: no disk is filled
    CHECK(read_lines(bad, &keys).faults().front().code == "sealed-too-long");
  }

  TEST_CASE("a folder stands for the result files in and under it sorted by path") {
    const tests::TemporaryFolder folder;
    const std::string b = folder.write("b.results.jsonl", batch_bytes("k", 1));
    const std::string a = folder.write("kiosk/batches/a.results.jsonl", batch_bytes("k", 2));
    folder.write("kiosk/pool.a", "secret");
    folder.write("notes.txt", "x");
    folder.write(".trash/c.results.jsonl", batch_bytes("k", 3));
    folder.write(".d.results.jsonl", batch_bytes("k", 4));
    folder.write("e.results.jsonl.part", batch_bytes("k", 5));
    CHECK(find_result_files({folder.path()}).value() == Paths{b, a});
    CHECK(find_result_files({folder.path() + "/"}).value() == Paths{b, a});
    CHECK(find_result_files({folder.path("kiosk")}).value() == Paths{a});
  }

  TEST_CASE("a file stands for itself whatever its name") {
    const tests::TemporaryFolder folder;
    const std::string file = folder.write("copy.txt", batch_bytes("k", 1));
    CHECK(find_result_files({file}).value() == Paths{file});
  }

  TEST_CASE("an empty folder gives no files and no fault") {
    const tests::TemporaryFolder folder;
    CHECK(find_result_files({folder.path()}).value().empty());
    CHECK(find_result_files({}).value().empty());
  }

  TEST_CASE("every missing place is told") {
    const tests::TemporaryFolder folder;
    const auto found = find_result_files({folder.path("no"), folder.path(), folder.path("nor")});
    REQUIRE_FALSE(found);
    REQUIRE(found.faults().size() == 2);
    CHECK(found.faults()[0].code == "file-missing");
    CHECK(found.faults()[0].file == folder.path("no"));
    CHECK(found.faults()[1].file == folder.path("nor"));
  }

  TEST_CASE("the same batch given twice counts once") {
    const tests::TemporaryFolder folder;
    const std::string a = folder.write("one/a.results.jsonl", batch_bytes("k", 1));
    folder.write("two/a.results.jsonl", batch_bytes("k", 1));
    CHECK(find_result_files({folder.path()}).value() == Paths{a});
    CHECK(find_result_files({a, folder.path("one"), folder.path("one/../one")}).value() == Paths{a});
  }

  TEST_CASE("two different batches with one place in the chain both stay for verify to judge") {
    const tests::TemporaryFolder folder;
    const std::string a = folder.write("a.results.jsonl", batch_bytes("k", 1, 1));
    const std::string b = folder.write("b.results.jsonl", batch_bytes("k", 1, 2));
    CHECK(find_result_files({folder.path()}).value() == Paths{a, b});
  }

  TEST_CASE("a batch that an archive beside it lists is left out") {
    const tests::TemporaryFolder folder;
    const std::string archive = folder.write("m.results.jsonl", archive_of({batch_bytes("k", 1)}));
    folder.write("a.results.jsonl", batch_bytes("k", 1));
    const std::string b = folder.write("b.results.jsonl", batch_bytes("k", 2));
    CHECK(find_result_files({folder.path()}).value() == Paths{b, archive});
  }

  TEST_CASE("a batch that only shares its place with one in the archive stays") {
    const tests::TemporaryFolder folder;
    const std::string archive = folder.write("m.results.jsonl", archive_of({batch_bytes("k", 1, 1)}));
    const std::string a = folder.write("a.results.jsonl", batch_bytes("k", 1, 2));
    CHECK(find_result_files({folder.path()}).value() == Paths{a, archive});
  }

  TEST_CASE("two archives with a batch in common are refused and two others are not") {
    const tests::TemporaryFolder folder;
    folder.write("m.results.jsonl", archive_of({batch_bytes("k", 1), batch_bytes("k", 2)}));
    const std::string other = folder.write("n.results.jsonl", archive_of({batch_bytes("k", 3)}));
    CHECK(code_of({folder.path()}) == "");
    folder.write("n.results.jsonl", archive_of({batch_bytes("k", 2), batch_bytes("k", 3)}));
    CHECK(code_of({folder.path()}) == "archives-overlap");
  }

  TEST_CASE("an archive whose batches a larger one holds all is left out") {
    const tests::TemporaryFolder folder;
    folder.write("a.results.jsonl", archive_of({batch_bytes("k", 2)}));
    const std::string all =
        folder.write("m.results.jsonl", archive_of({batch_bytes("k", 1), batch_bytes("k", 2)}));
    folder.write("z.results.jsonl", archive_of({batch_bytes("k", 1), batch_bytes("k", 2)}));
    CHECK(find_result_files({folder.path()}).value() == Paths{all});
  }

  TEST_CASE("a file that is no batch stays for the reader to refuse") {
    const tests::TemporaryFolder folder;
    const std::string empty = folder.write("a.results.jsonl", "");
    const std::string text = folder.write("b.results.jsonl", "hello\n");
    CHECK(find_result_files({folder.path()}).value() == Paths{empty, text});
  }
}
