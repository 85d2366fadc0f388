#include "assessment/bank/item.hpp"

namespace assessment {

bool takes_one_option(const Item& item) {
  return std::holds_alternative<RatingItem>(item.type) || std::holds_alternative<SingleItem>(item.type) ||
         std::holds_alternative<HotspotItem>(item.type);
}

bool is_note(const Item& item) {
  return std::holds_alternative<NoteItem>(item.type);
}

std::size_t steps_of(const Item& item) {
  const auto* task = std::get_if<TaskItem>(&item.type);
  return task ? task->steps.size() : 1;
}

}  // namespace assessment
