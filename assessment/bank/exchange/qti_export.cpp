#include "assessment/bank/exchange/qti_export.hpp"

#include <fmt/format.h>

#include "assessment/bank/exchange/qti_item_export.hpp"
#include "assessment/bank/exchange/qti_xml.hpp"

namespace assessment {
namespace {

class QtiWriter {
 public:
  QtiWriter(const QuestionBank& bank, std::string_view language, ExportNotes& notes)
      : bank_(bank), language_(language), notes_(notes) {}

  std::vector<ExportedFile> write() && {
    pugi::xml_node root =
        add_root(test_, "qti-assessment-test",
                 {{"identifier", bank_.id}, {"title", bank_.title.in(language_)}, {"xml:lang", language_}});
    pugi::xml_node part = add_element(
        root, "qti-test-part",
        {{"identifier", "part"}, {"navigation-mode", "nonlinear"}, {"submission-mode", "individual"}});
    std::size_t domain = bank_.domains.size();
    for (const Item& item : bank_.items) {
      if (std::holds_alternative<TaskItem>(item.type)) {
        notes_.skip(item, "a task is not written: its pages are several questions in QTI");
        continue;
      }
      if (item.domain != domain) {
        domain = item.domain;
        section_ = add_element(part, "qti-assessment-section",
                               {{"identifier", fmt::format("section_{}", bank_.domains[domain].id.text)},
                                {"title", bank_.domains[domain].title.in(language_)},
                                {"visible", "true"}});
      }
      write_item(item);
    }
    files_.insert(files_.begin(), {"assessment_test.xml", to_bytes(test_)});
    return std::move(files_);
  }

 private:
  void write_item(const Item& item) {
    const std::string file = fmt::format("item_{}.xml", item.id.text);
    const std::string picture = fmt::format("picture_{}.svg", item.id.text);
    files_.push_back({file, to_qti_item(bank_, item, language_, picture, notes_)});
    if (const auto* hotspot = std::get_if<HotspotItem>(&item.type))
      files_.push_back({picture, to_scene_picture(*hotspot, language_)});
    pugi::xml_node reference =
        add_element(section_, "qti-assessment-item-ref", {{"identifier", item.id.text}, {"href", file}});
    if (item.weight != 1)
      add_element(reference, "qti-weight",
                  {{"identifier", "WEIGHT"}, {"value", std::to_string(item.weight)}});
    notes_.drop_parts(item, {ItemPart::feedback, ItemPart::weight, ItemPart::shuffle});
  }

  const QuestionBank& bank_;
  std::string_view language_;
  ExportNotes& notes_;
  pugi::xml_document test_{};
  pugi::xml_node section_{};
  std::vector<ExportedFile> files_{};
};

}  // namespace

std::vector<ExportedFile> to_qti3(const QuestionBank& bank, std::string_view language, ExportNotes& notes) {
  notes.drop_bank_parts(language, {});
  return QtiWriter(bank, language, notes).write();
}

}  // namespace assessment
