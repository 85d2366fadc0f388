// What an author sees first: findings, roles and every question of the bank.
#pragma once

#include "app/core/strings.hpp"
#include "app/core/view_model.hpp"

namespace app {

// Precondition: the kiosk shows a preview. Its bank may be missing.
PreviewView make_preview_view(const Model& model, const PreviewPage& page, const Strings& strings);

}  // namespace app
