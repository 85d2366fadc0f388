// prove_tamper BANK: every single bit of a signed bank and of a sealed batch flipped, one at a time; prints
// "key value" lines. Exit status 1 when a flip was not refused.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include "assessment/bank/signature.hpp"
#include "assessment/results/sealing.hpp"

using namespace assessment;

namespace {

// How many flips of one bit of `bytes` pass unnoticed.
std::size_t unnoticed_flips(std::string bytes, const std::function<bool(const std::string&)>& is_refused) {
  std::size_t unnoticed = 0;
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    const char mask = static_cast<char>(1 << (bit % 8));
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
    unnoticed += !is_refused(bytes);
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
  }
  return unnoticed;
}

std::size_t say(const char* what, std::size_t bytes, std::size_t unnoticed) {
  fmt::print("tamper.{0}.flips {1}\ntamper.{0}.unnoticed {2}\n", what, 8 * bytes, unnoticed);
  std::fflush(stdout);
  return unnoticed;
}

std::size_t flip_bank(const std::string& bank) {
  const SigningKey author = make_signing_key();
  const std::string signature = sign_bank(bank, author);
  const std::vector trusted{author.public_key()};
  const auto is_refused = [&](const std::string& altered) {
    return !verify_bank(altered, signature, trusted, "bank.yaml");
  };
  return is_refused(bank) ? 1 : say("bank", bank.size(), unnoticed_flips(bank, is_refused));
}

std::size_t flip_sealed_batch() {
  const SigningKey kiosk = make_signing_key();
  TrainerKeys first{make_signing_key(), {kiosk.public_key()}};
  TrainerKeys second{make_signing_key(), {kiosk.public_key()}};
  const auto sealed = seal_batch("{}\n", kiosk, {first.own.public_key(), second.own.public_key()}).value();
  const auto is_refused = [&](const std::string& altered) {
    return !open_sealed_batch(altered, "batch", first) && !open_sealed_batch(altered, "batch", second);
  };
  return is_refused(sealed) ? 1 : say("sealed", sealed.size(), unnoticed_flips(sealed, is_refused));
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream file(argc > 1 ? argv[1] : "", std::ios::binary);
  const std::string bank{std::istreambuf_iterator<char>(file), {}};
  if (bank.empty()) {
    fmt::print(stderr, "usage: prove_tamper BANK\n");
    return 2;
  }
  return flip_bank(bank) + flip_sealed_batch() == 0 ? 0 : 1;
}
