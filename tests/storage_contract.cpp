#include "tests/storage_contract.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tests {

using namespace assessment;

namespace {

using Names = std::vector<std::string>;

std::string code_of(const Outcome& outcome) {
  return outcome ? "" : outcome.faults().front().code;
}

}  // namespace

void check_contract(Storage& storage) {
  CHECK(storage.read("pool.a").value() == std::nullopt);
  CHECK(code_of(storage.overwrite("pool.a", "x")) == "file-missing");

  CHECK(storage.publish("pool.a", "one", {}));
  CHECK(storage.read("pool.a").value() == "one");
  CHECK(code_of(storage.publish("pool.a", "two", {})) == "file-exists");
  CHECK(storage.read("pool.a").value() == "one");

  CHECK(storage.overwrite("pool.a", "longer than before"));
  CHECK(storage.read("pool.a").value() == "longer than before");
  CHECK(storage.overwrite("pool.a", ""));
  CHECK(storage.read("pool.a").value() == "");

  const std::string big(300'000, 'x');
  CHECK(storage.publish("batches/b", big, {Access::group_may_read, 1790812800}));
  CHECK(storage.publish("batches/a", "a", {}));
  CHECK(storage.read("batches/b").value() == big);
  CHECK(storage.list("batches").value() == Names{"a", "b"});

  CHECK(storage.remove("batches/a"));
  CHECK(storage.remove("batches/a"));
  CHECK(storage.list("batches").value() == Names{"b"});
  CHECK(storage.free_bytes().value() > 0);
}

}  // namespace tests
