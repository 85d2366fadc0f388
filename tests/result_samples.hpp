// Records, campaigns and bytes that the tests of results share.
#pragma once

#include <string>
#include <vector>

#include "assessment/results/batch.hpp"
#include "assessment/results/batch_reader.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/pool.hpp"
#include "assessment/results/storage.hpp"
#include "tests/printing.hpp"

namespace tests {

// The bank "ward-basics" 1.0.0, as records refer to it.
assessment::BankReference sample_bank();

// A record of the sample bank that says who it is: its answer to the item "person" is "p<number>".
assessment::ResultRecord sample_record(int number, const std::string& role = "clinical");

// "p7" for the record of number 7.
std::string person_of(const assessment::ResultRecord& record);

// Batches of 10 from a pool that holds back 5.
assessment::Campaign sample_campaign();
assessment::PoolOrigin sample_origin();

// Everyone in the pool, pending batches included; sorted.
std::vector<std::string> people_in(const assessment::PoolContent& content);

// The records of a batch file that must be in order; throws with the faults otherwise.
std::vector<assessment::BatchRecord> records_in(const std::string& bytes,
                                                const std::string& file = "a.results.jsonl");

// The pool of a storage that must be in order; throws with the fault otherwise.
assessment::Pool opened(assessment::Storage& storage, assessment::Random& random);

// Adds people of the numbers `first` to `last`, of two roles by turns; each must be acknowledged.
void add_people(assessment::Pool& pool, int first, int last, assessment::Random& random,
                const assessment::PoolOrigin& origin = sample_origin());

// "p1" to "p<last>"; and the people of both lists; sorted.
std::vector<std::string> everyone(int last);
std::vector<std::string> joined(std::vector<std::string> left, const std::vector<std::string>& right);

// The first lines of the files in "batches/", by sequence.
std::vector<assessment::BatchHeader> headers_in(assessment::Storage& storage);

// The names of the files in "batches/"; sorted.
std::vector<std::string> batch_names(assessment::Storage& storage);

// Everyone in the batch files of a data folder; sorted.
std::vector<std::string> people_in_batches(assessment::Storage& storage);

// "LINE code" for each fault, to compare with what a test expects.
std::vector<std::string> lines_and_codes(const assessment::Diagnostics& faults);

}  // namespace tests
