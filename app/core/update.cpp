#include "app/core/update.hpp"
