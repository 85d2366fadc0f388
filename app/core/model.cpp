#include "app/core/model.hpp"

#include <utility>

namespace app {

CoveredPage::CoveredPage(Page page) : page_(std::make_shared<const Page>(std::move(page))) {}

bool CoveredPage::operator==(const CoveredPage& other) const {
  return *page_ == *other.page_;
}

}  // namespace app
