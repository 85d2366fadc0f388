// Other programs, and the printer among them: against stand-ins for lp and lpstat on PATH. With the real
// CUPS: tests/cups_test.py.
#include "app/platform/printer.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "app/platform/child_process.hpp"
#include "tests/temporary_folder.hpp"

using namespace app;
using namespace app::platform;

namespace {

// A folder of programs that stand before all others while it lives.
class Programs {
 public:
  Programs() { setenv("PATH", (folder_.path() + ":" + before_).c_str(), 1); }
  ~Programs() { setenv("PATH", before_.c_str(), 1); }
  Programs(const Programs&) = delete;
  Programs& operator=(const Programs&) = delete;

  void add(const std::string& name, const std::string& script) const {
    const std::string path = folder_.write(name, "#!/bin/sh\n" + script);
    chmod(path.c_str(), 0755);
  }
  std::string path(const std::string& name) const { return folder_.path(name); }
  std::string text(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  tests::TemporaryFolder folder_{};
  std::string before_ = std::getenv("PATH");
};

}  // namespace

TEST_SUITE("child process") {
  TEST_CASE("it is given its input and asked for its output and status") {
    CHECK(run_program({"cat"}, "one\ntwo", 5000) == Ran{0, "one\ntwo"});
    CHECK(run_program({"sh", "-c", "exit 7"}, "", 5000) == Ran{7, ""});
    const std::string much(300'000, 'x');  // more than a socket holds at once
    CHECK(run_program({"wc", "-c"}, much, 20'000)->output.find("300000") != std::string::npos);
    CHECK(run_program({"cat"}, much, 20'000)->output.size() == 65'536);
  }

  TEST_CASE("one that is not there, dies, never ends or does not listen does no harm") {
    CHECK_FALSE(run_program({"no-such-program-here"}, "", 5000));
    CHECK_FALSE(run_program({"sh", "-c", "kill -9 $$"}, "", 5000));
    CHECK_FALSE(run_program({"sleep", "60"}, "", 200));
    CHECK_FALSE(run_program({"sh", "-c", "exec <&- >&-; sleep 60"}, "", 200));
    CHECK(run_program({"true"}, std::string(1'000'000, 'x'), 20'000) == Ran{0, ""});
  }

  TEST_CASE("words are words, whatever stands in them") {
    CHECK(run_program({"printf", "%s", "a b;$(id)`id`"}, "", 5000)->output == "a b;$(id)`id`");
  }
}

TEST_SUITE("printer") {
  TEST_CASE("the page goes to lp's standard input, wrapped for the size of its letters, and to no file") {
    Programs programs;
    programs.add("lp", "echo \"$@\" >" + programs.path("words") + "; exec cat >" + programs.path("page"));
    const Printer printer("ward");
    CHECK(printer.print("one\n" + std::string(50, 'a') + " b\n", PrintSize::normal));
    CHECK(programs.text("page") == "one\n" + std::string(50, 'a') + " b\n");
    CHECK(programs.text("words").find("-d ward ") == 0);
    CHECK(printer.print(std::string(50, 'a') + " b\n", PrintSize::large));
    CHECK(programs.text("page") == std::string(42, 'a') + "\naaaaaaaa b\n");
    CHECK(programs.text("words").find("cpi=6") != std::string::npos);
  }

  TEST_CASE("what lp is told names no file and nobody") {
    const auto words = lp_words("ward", PrintSize::normal);
    CHECK(std::ranges::none_of(
        words, [](const std::string& word) { return word.find("tmp") != std::string::npos; }));
    CHECK(std::ranges::find(words, "page") != words.end());  // the title: the same for everyone
  }

  TEST_CASE("a queue that fails, or no lp at all, is told") {
    Programs programs;
    programs.add("lp", "cat >/dev/null; exit 1");
    CHECK_FALSE(Printer("ward").print("plan", PrintSize::normal));
    programs.add("lp", "exit 0");  // does not even listen
    CHECK(Printer("ward").print("plan", PrintSize::normal));
  }

  TEST_CASE("a queue that still lists what it has printed keeps jobs") {
    Programs programs;
    programs.add("lpstat", "exit 0");
    CHECK(Printer("ward").is_there());
    CHECK_FALSE(Printer("ward").keeps_jobs());
    programs.add("lpstat", "echo 'ward-7 kiosk 1024 Sun 22 Nov 2026 10:00:00'");
    CHECK(Printer("ward").keeps_jobs());
    programs.add("lpstat", "exit 1");  // nobody knows: then better not
    CHECK(Printer("ward").keeps_jobs());
    CHECK_FALSE(Printer("ward").is_there());
  }
}
