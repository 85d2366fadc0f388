// The page of the three words.
#pragma once

#include "app/core/strings.hpp"
#include "app/core/view_model.hpp"

namespace app {

LinkView make_link_view(const LinkPage& page, const Strings& strings, const std::string& language);

}  // namespace app
