// What every storage promises, to be checked on each.
#pragma once

#include "assessment/results/storage.hpp"

namespace tests {

// Precondition: the storage is empty.
void check_contract(assessment::Storage& storage);

}  // namespace tests
