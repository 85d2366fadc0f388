// The pieces that screens are made of. Each stands at the pen, in the column, moves the
// pen below itself, and notes what it shows. Controls answer true in the frame in which
// they were pressed: by a release inside, or by Enter or Space while focused.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/double_strike.hpp"
#include "app/ui/frame.hpp"

namespace app::ui {

// Text ---------------------------------------------------------------------------------------

enum class Ink { normal, secondary, link, on_brand, secondary_on_brand, error, success, on_success };

void heading(Canvas& canvas, std::string id, std::string_view text, TypeRole role = TypeRole::l,
             Ink ink = Ink::normal);
void paragraph(Canvas& canvas, std::string id, std::string_view text, TypeRole role = TypeRole::body,
               Ink ink = Ink::normal);
// Small words above a heading: where on the way this page is.
void caption(Canvas& canvas, std::string id, std::string_view text);
// A list with a tick or a cross before each line; ids are PREFIX.0, PREFIX.1, …
enum class Bullet { dot, tick, cross };
void list(Canvas& canvas, std::string_view prefix, const std::vector<std::string>& lines, Bullet bullet);

enum class Icon { clock, shield };
struct Fact {
  std::string id{};
  Icon icon{};
  std::string text{};
};
// Facts worth a picture: an icon in a disc, and the text beside it; in one row where they fit.
void facts(Canvas& canvas, const std::vector<Fact>& facts);

// A picture of the bank, as wide as the column at most; where it could not be loaded, its words.
void picture(Canvas& canvas, std::string id, const std::string& file, std::string_view alt);

// A prompt of up to 60 characters is set large, a longer one smaller.
TypeRole heading_role(std::string_view text);

// Controls -----------------------------------------------------------------------------------

enum class ButtonSize { control, answer, bar };  // least heights of 15, 20 and 15 mm

enum class Arrow { none, up, down };  // before the label

struct ButtonSpec {
  std::string id{};
  std::string label{};
  ButtonKind kind = ButtonKind::primary;
  ButtonSize size = ButtonSize::answer;
  std::string name{};  // spoken where the label alone does not say enough; empty: the label
  Arrow arrow = Arrow::none;
  TypeRole text = TypeRole::strong;
  Strike strike = Strike::ordinary;
  std::string language{};  // tag of the label's; empty: the page's
};

bool button(Canvas& canvas, const ButtonSpec& spec);
// Side by side where they fit, else below each other. Answers which was pressed.
std::optional<std::size_t> buttons(Canvas& canvas, const std::vector<ButtonSpec>& specs);
// In two columns of equal buttons where each leaves its label a readable line, else below each other.
std::optional<std::size_t> button_columns(Canvas& canvas, const std::vector<ButtonSpec>& specs);

// For bars and rows: a button in a given place.
float button_width(const Canvas& canvas, const ButtonSpec& spec);
float button_height(const Canvas& canvas, const ButtonSpec& spec, float width);
bool button_at(Canvas& canvas, const ButtonSpec& spec, const Box& box);

bool link(Canvas& canvas, std::string id, std::string_view text, Ink ink = Ink::link);

enum class Mark { radio, checkbox };
enum class Selected { no, yes };
// One answer as a card: all of it is the target.
bool choice(Canvas& canvas, std::string id, std::string_view label, Mark mark, Selected selected);
// A check box beside its words, without a card: for what nobody needs to say.
bool quiet_choice(Canvas& canvas, std::string id, std::string_view label, Selected selected);
// Short choices in rows of equal cards; ids are PREFIX.ID.
struct ShortChoice {
  std::string id{}, label{};
  Selected selected = Selected::no;
  std::string language{};  // tag of the label's; empty: the page's
};
std::optional<std::size_t> short_choices(Canvas& canvas, std::string_view prefix,
                                         const std::vector<ShortChoice>& choices);

// Errors -------------------------------------------------------------------------------------

// "There is a problem" and the error as a link; takes the focus when it is the answer to Continue.
// True when the link was pressed. Ids: PAGE.problem and PAGE.error.
bool error_summary(Canvas& canvas, std::string_view page, std::string_view title, std::string_view error);
// The same words at the question itself. Id: PAGE.error_message.
void error_message(Canvas& canvas, std::string_view page, std::string_view error);

// Panels -------------------------------------------------------------------------------------

// sheet: a card for a table, which has margins of its own; paper: white in both themes, for charts.
enum class Panel { card, note, brand, success, plain, sheet, paper };
enum class Bar { none, brand, success, error };  // a thick line at the left, never the only cue

// A panel behind everything drawn until the closing brace; the column is inset meanwhile.
class PanelScope {
 public:
  PanelScope(Canvas& canvas, Panel panel, Bar bar = Bar::none);
  ~PanelScope();
  PanelScope(const PanelScope&) = delete;
  PanelScope& operator=(const PanelScope&) = delete;

 private:
  Canvas& canvas_;
  Panel panel_;
  Bar bar_;
  Column outside_;
  float top_;
  ImDrawListSplitter splitter_{};
};

// The brand colour from edge to edge of the body, behind everything until the closing brace.
class BandScope {
 public:
  explicit BandScope(Canvas& canvas);
  ~BandScope();
  BandScope(const BandScope&) = delete;
  BandScope& operator=(const BandScope&) = delete;

 private:
  Canvas& canvas_;
  float top_;
  ImDrawListSplitter splitter_{};
};

void rule(Canvas& canvas);  // a thin line across the column

// `step` of `steps` parts filled; the words are `text`, which is also what is spoken.
void level_bar(Canvas& canvas, std::string id, std::string_view text, int step, int steps);

// A share of a hundred: "LABEL: TEXT" above the bar.
void percent_bar(Canvas& canvas, std::string id, std::string_view label, std::string_view text, int percent);

// A title and its level in one row, or below each other.
struct LevelRow {
  std::string id{}, name{};  // name: spoken
  std::string title{}, level{};
  int step = 0, steps = 0;  // 0 of 0: no bar
};
void level_row(Canvas& canvas, const LevelRow& row);

// A row of a summary: what was asked, what was answered, and a button to change it.
struct SummaryRow {
  std::string key{};  // ids: check.prompt.KEY, check.answer.KEY, check.change.KEY
  std::string prompt{}, answer{};
  std::string mark{};  // check.mark.KEY; empty: none
  std::string change{}, change_name{};
};
bool summary_row(Canvas& canvas, const SummaryRow& row);

}  // namespace app::ui
