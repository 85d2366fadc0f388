// One item of a bank as a QTI 3.0 item. Of no use outside of qti_*export*.cpp.
#pragma once

#include <string>
#include <string_view>

#include "assessment/bank/exchange/export_notes.hpp"

namespace assessment {

// The bytes of the item's file. `picture` is the name of the file with its scene, for a hotspot.
// Precondition: the item is no task.
std::string to_qti_item(const QuestionBank& bank, const Item& item, std::string_view language,
                        const std::string& picture, ExportNotes& notes);

// A scene drawn in SVG, 2000 by 1000 units: frames with their texts in them.
std::string to_scene_picture(const HotspotItem& hotspot, std::string_view language);

}  // namespace assessment
