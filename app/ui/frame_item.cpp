#include "app/ui/frame_item.hpp"

namespace app::ui {

bool is_control(ItemRole role) {
  return role == ItemRole::button || role == ItemRole::radio || role == ItemRole::checkbox ||
         role == ItemRole::link || role == ItemRole::region || role == ItemRole::key;
}

std::string_view role_name(ItemRole role) {
  switch (role) {
    case ItemRole::heading:
      return "heading";
    case ItemRole::text:
      return "text";
    case ItemRole::button:
      return "button";
    case ItemRole::radio:
      return "radio";
    case ItemRole::checkbox:
      return "checkbox";
    case ItemRole::link:
      return "link";
    case ItemRole::progress:
      return "progress";
    case ItemRole::image:
      return "image";
    case ItemRole::region:
      return "region";
    case ItemRole::key:
      return "key";
    case ItemRole::status:
      break;
  }
  return "status";
}

}  // namespace app::ui
