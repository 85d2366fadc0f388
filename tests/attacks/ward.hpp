// A ward whose visits and batches are all known: what an attack is measured against.
//
// Each person has a name that stands in their record as an answer, so that the test can tell who is who.
// It is drawn at random; nothing an attacker may use depends on it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assessment/base/random.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/storage.hpp"

namespace tests {

struct Visitor {
  std::string name{};   // a letter and 8 hexadecimal digits
  std::string role{};   // of four, the commonest four times as common as the rarest
  std::string level{};  // the overall one, of four
};

struct PublishedBatch {
  std::size_t after = 0;  // how many visits were over when it was published
  std::string path{};     // in the data folder
  std::vector<assessment::ResultRecord> records{};
  std::vector<std::string> lines{};  // of the records
};

struct Diary {
  std::vector<Visitor> visitors{};        // in the order of their visits
  std::vector<PublishedBatch> batches{};  // in the order of their sequence numbers
};

inline constexpr int visits_per_day = 10;

// Lets people visit and batches leave, one release a day at a random moment between visits.
// Throws when the storage fails.
Diary play(assessment::Storage& storage, const assessment::Campaign& campaign, std::size_t visits,
           std::uint64_t seed);

Visitor any_visitor(assessment::Random& random);
assessment::ResultRecord record_of(const Visitor& visitor, assessment::Random& random);
std::string name_in(const assessment::ResultRecord& record);

}  // namespace tests
