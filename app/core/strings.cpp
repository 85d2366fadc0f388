#include "app/core/strings.hpp"
