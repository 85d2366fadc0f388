#include "assessment/bank/exchange/export.hpp"

#include "assessment/bank/exchange/csv_export.hpp"
#include "assessment/bank/exchange/gift_export.hpp"
#include "assessment/bank/exchange/html_export.hpp"
#include "assessment/bank/exchange/qti_export.hpp"

namespace assessment {

ExportedBank export_bank(const QuestionBank& bank, const NodeTree& tree, ExportFormat format,
                         std::string_view language) {
  ExportedBank exported;
  ExportNotes notes(bank, tree);
  switch (format) {
    case ExportFormat::qti3:
      exported.files = to_qti3(bank, language, notes);
      break;
    case ExportFormat::gift:
      exported.files = {{"", to_gift(bank, language, notes)}};
      break;
    case ExportFormat::csv:
      exported.files = {{"", to_bank_csv(bank, language, notes)}};
      break;
    case ExportFormat::printable_html:
      exported.files = {{"", to_printable_html(bank, language, notes)}};
      break;
  }
  exported.losses = std::move(notes).take_losses();
  sort_by_position(exported.losses);
  return exported;
}

}  // namespace assessment
