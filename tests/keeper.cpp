// A kiosk without a screen on a real data folder, for tests that kill it or let its system calls fail.
//   keeper DATA play FIRST STEP...   the first person is number FIRST; STEP is visit, release, close, copy,
//                                    reopen or by-rename
//   keeper DATA found                what a restart finds
//
// copy is to the folder DATA.copy.
// by-rename makes every reopen from there on publish as on disks without unnamed files. Steps print what they
// were told, each line at once: "saved N" and "refused N" for the visit of person N, "room CODE" when the
// visit must not start, "released COUNT" and "not-released CODE" (close too), "copied COUNT" and "not-copied
// CODE", "opened" and "not-opened CODE". `found` prints "pool N" and "batch SEQUENCE N" for each person N,
// "size SEQUENCE COUNT" for each batch, "bad-copy NAME" for a batch whose copy is not the same when it has
// copied once more, or "not-opened CODE".
#define DOCTEST_CONFIG_IMPLEMENT  // the samples can be printed by a failed check
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "assessment/results/closing.hpp"
#include "assessment/results/outbox.hpp"
#include "assessment/results/release.hpp"
#include "tests/result_samples.hpp"

using namespace assessment;

namespace {

void say(const std::string& line) {
  std::puts(line.c_str());
  std::fflush(stdout);
}

// The least that is allowed, so that a short run releases.
Campaign smallest_campaign() {
  Campaign campaign = tests::sample_campaign();
  campaign.batch = 5;
  campaign.hold_back = 2;
  return campaign;
}

class Keeper {
 public:
  Keeper(std::string folder, int first) : folder_(std::move(folder)), next_(first), random_(system_seed()) {}

  // Ends what is open and opens the folder as a new program would.
  bool open() {
    pool_.reset();
    storage_.reset();
    auto storage = open_storage(folder_, publishing_);
    if (!storage) return refuse("not-opened", storage.faults());
    storage_ = *std::move(storage);
    auto pool = Pool::open(*storage_, random_);
    if (!pool) return refuse("not-opened", pool.faults());
    pool_.emplace(*std::move(pool));
    say("opened");
    return true;
  }

  void visit() {
    const auto room = pool_->check_room();
    if (!room) return void(refuse("room", room.faults()));
    const int person = next_++;
    const auto saved = pool_->add(tests::sample_origin(), tests::sample_record(person), random_);
    say(fmt::format("{} {}", saved ? "saved" : "refused", person));
  }

  // A day later than the last one.
  void release() {
    Date today = pool_->content().last_release.value_or(Date{2026, 1, 1});
    today = {today.year + today.month / 12, today.month % 12 + 1, 1};
    const auto released = release_if_due(*pool_, *storage_, smallest_campaign(), today, random_);
    if (!released) return void(refuse("not-released", released.faults()));
    say(fmt::format("released {}", *released));
  }

  void close() {
    const auto closed = close_campaign(*pool_, *storage_, smallest_campaign(), {2027, 1, 1}, random_);
    if (!closed) return void(refuse("not-released", closed.faults()));
    say(fmt::format("released {}", closed->batches));
  }

  void copy() {
    std::error_code ignored;
    std::filesystem::create_directory(copies(), ignored);
    const auto outbox = open_outbox(copies());
    if (!outbox) return void(refuse("not-copied", outbox.faults()));
    std::set<std::string> checked;
    const CopyReport report = copy_batches(*storage_, **outbox, checked);
    if (!report.faults.empty()) return void(refuse("not-copied", report.faults));
    say(fmt::format("copied {}", report.copied));
  }

  // Until a line comes in, so that a test can change the world meanwhile.
  static void pause() {
    say("paused");
    while (true) {
      const int letter = std::getchar();
      if (letter == '\n' || letter == EOF) return;
    }
  }

  bool play(const std::string& step) {
    if (step == "by-rename") publishing_ = Publishing::by_rename;
    if (step == "pause") pause();
    if (step == "reopen") return open();
    if (step == "visit" && pool_) visit();
    if (step == "release" && pool_) release();
    if (step == "close" && pool_) close();
    if (step == "copy" && pool_) copy();
    return true;
  }

  bool tell_what_is_found() {
    if (!open()) return false;
    const auto finished = finish_pending(*pool_, *storage_, random_);
    if (!finished) return refuse("not-released", finished.faults());
    for (const std::string& person : tests::people_in(pool_->content())) say("pool " + person.substr(1));
    copy();
    for (const std::string& name : tests::batch_names(*storage_)) {
      const std::string bytes = storage_->read("batches/" + name)->value();
      std::ifstream file(copies() + "/" + name, std::ios::binary);
      if (std::string{std::istreambuf_iterator<char>(file), {}} != bytes) say("bad-copy " + name);
      const int sequence = std::get<BatchHeader>(*read_header(bytes, name)).sequence;
      const auto records = tests::records_in(bytes, name);
      say(fmt::format("size {} {}", sequence, records.size()));
      for (const auto& found : records) {
        say(fmt::format("batch {} {}", sequence, tests::person_of(found.record).substr(1)));
      }
    }
    return true;
  }

 private:
  static bool refuse(const std::string& what, const Diagnostics& faults) {
    say(fmt::format("{} {}", what, faults.front().code));
    return false;
  }

  std::string copies() const { return folder_ + ".copy"; }

  std::string folder_;
  int next_;
  Publishing publishing_ = Publishing::best;
  Random random_;
  std::unique_ptr<Storage> storage_;
  std::optional<Pool> pool_;
};

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  if (arguments.size() == 2 && arguments[1] == "found") {
    return Keeper(arguments[0], 0).tell_what_is_found() ? 0 : 1;
  }
  if (arguments.size() < 3 || arguments[1] != "play") return 2;
  Keeper keeper(arguments[0], std::stoi(arguments[2]));
  bool goes_on = true;
  for (std::size_t i = 3; i < arguments.size() && goes_on; ++i) goes_on = keeper.play(arguments[i]);
  return goes_on ? 0 : 1;
}
