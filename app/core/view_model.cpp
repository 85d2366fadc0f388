#include "app/core/view_model.hpp"
