// One QTI item -> one question. Of no use outside of qti_*.cpp.
#pragma once

#include <optional>

#include "assessment/bank/exchange/qti_node.hpp"

namespace assessment {

// None, and said why, where no item type of a bank can take it. `item` loses its interaction on the way.
std::optional<ImportedQuestion> read_qti_item(pugi::xml_node item, const XmlSource& source,
                                              const ImportWords& words, ImportNotes& notes);

}  // namespace assessment
