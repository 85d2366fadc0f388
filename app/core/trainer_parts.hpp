// What the dashboard's pages are made of: finished, localized parts, each with the actions it may ask for.
//
// A page is a list of parts, one below the other. Ids are stable and never translated. Equal parts look the
// same.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/core/trainer_action.hpp"
#include "assessment/reporting/chart.hpp"

namespace app {

enum class HeadingLevel { page, section, part };

struct HeadingPart {
  std::string id{}, text{};
  HeadingLevel level = HeadingLevel::section;

  bool operator==(const HeadingPart&) const = default;
};

enum class TextKind { normal, strong, hint };

struct TextPart {
  std::string id{}, text{};
  TextKind kind = TextKind::normal;

  bool operator==(const TextPart&) const = default;
};

struct ListPart {  // ids of its lines: ID.0, ID.1, …
  std::string id{};
  std::vector<std::string> lines{};

  bool operator==(const ListPart&) const = default;
};

// A panel that stands out. Ids: ID.title, ID.0, …
enum class NoticeKind { note, success, problem };
struct NoticePart {
  std::string id{}, title{};
  std::vector<std::string> lines{};
  NoticeKind kind = NoticeKind::note;

  bool operator==(const NoticePart&) const = default;
};

enum class ButtonWeight { primary, secondary };
struct ButtonPart {
  std::string id{}, label{};
  std::string name{};  // spoken where the label alone does not say enough; empty: the label
  ButtonWeight weight = ButtonWeight::primary;
  TrainerAction action{};

  bool operator==(const ButtonPart&) const = default;
};
struct ButtonsPart {  // in a row, where they fit
  std::vector<ButtonPart> buttons{};
  std::optional<TextPart> lead{};  // strong words before them, in the same row where all fit

  bool operator==(const ButtonsPart&) const = default;
};

struct LinkPart {
  std::string id{}, text{};
  TrainerAction action{};

  bool operator==(const LinkPart&) const = default;
};

struct TrainerChoice {
  std::string id{}, label{};
  bool is_selected = false;
  TrainerAction action{};

  bool operator==(const TrainerChoice&) const = default;
};

// Ids: ID.legend, and ID.CHOICE for each choice.
enum class ChoiceLook { pills, checkboxes };
struct ChoicesPart {
  std::string id{}, legend{};
  ChoiceLook look = ChoiceLook::pills;
  std::vector<TrainerChoice> choices{};

  bool operator==(const ChoicesPart&) const = default;
};

struct ProgressPart {
  std::string id{}, text{};
  double share = 0;  // 0 .. 1

  bool operator==(const ProgressPart&) const = default;
};

enum class Sorted { no, yes };
struct TableColumn {
  std::string title{};
  bool is_number = false;
  Sorted sorted = Sorted::no;
  std::string sort_name{};              // spoken: "Sort by points"
  std::optional<TrainerAction> sort{};  // present: the heading can be pressed

  bool operator==(const TableColumn&) const = default;
};
struct TableRow {
  std::string key{};
  std::vector<std::string> cells{};  // as many as columns

  bool operator==(const TableRow&) const = default;
};
// The first column names the row. Ids: ID.caption, ID.head.COLUMN, ID.ROW.COLUMN, from 0 and by key.
struct TablePart {
  std::string id{}, caption{};
  std::vector<TableColumn> columns{};
  std::vector<TableRow> rows{};

  bool operator==(const TablePart&) const = default;
};

// How a heat map's cell is filled: one of five steps with fixed bounds, or none.
enum class CellShade { lightest, light, middle, dark, darkest, withheld, empty };
struct HeatCell {
  std::string text{};  // "61.3", "*", "-"
  std::string name{};  // spoken: "Clinical, Data: 61.3"
  CellShade shade = CellShade::empty;
  std::optional<TrainerAction> action{};

  bool operator==(const HeatCell&) const = default;
};
struct HeatRow {
  std::string key{};
  std::string title{};   // the group
  std::string people{};  // "35 people"
  std::vector<HeatCell> cells{};

  bool operator==(const HeatRow&) const = default;
};
struct HeatKey {
  CellShade shade = CellShade::empty;
  std::string text{};

  bool operator==(const HeatKey&) const = default;
};
// Groups down, domains across. Ids: ID.caption, ID.head.COLUMN, ID.row.KEY, ID.people.KEY,
// ID.cell.KEY.COLUMN, ID.key.N.
struct HeatMapPart {
  std::string id{}, caption{};
  std::string corner{};  // heading of the groups
  std::vector<std::string> columns{};
  std::vector<HeatRow> rows{};
  std::vector<HeatKey> key{};

  bool operator==(const HeatMapPart&) const = default;
};

// A drawing, with its title above and its sentence below. Ids: ID.title, ID, ID.sentence.
struct ChartPart {
  std::string id{};
  assessment::Chart chart{};

  bool operator==(const ChartPart&) const = default;
};

using TrainerPart = std::variant<HeadingPart, TextPart, ListPart, NoticePart, ButtonsPart, LinkPart,
                                 ChoicesPart, ProgressPart, TablePart, HeatMapPart, ChartPart>;

using TrainerParts = std::vector<TrainerPart>;

}  // namespace app
