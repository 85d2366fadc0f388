// One visitor out of several lambdas: std::visit(Overloaded{…}, variant).
#pragma once

namespace assessment {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace assessment
