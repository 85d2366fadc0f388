#include "app/platform/automation.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "app/platform/process_memory.hpp"

namespace app::platform {

namespace {

using Json = nlohmann::ordered_json;

constexpr int patience_ms = 20;                  // how long real input waits for a line that does not come
constexpr double longest_wait = 400.0 * 86'400;  // seconds

// Said to whoever wrote the line.
class Refusal : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Whole lines from standard input, as far as they are there.
class Lines {
 public:
  // Waits a moment at most. False at the end of the input.
  bool fill() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (poll(&input, 1, patience_ms) <= 0) return true;
    std::array<char, 4096> buffer{};
    const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count <= 0) return false;
    text_.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
  }
  std::optional<std::string> next() {
    const std::size_t end = text_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    std::string line = text_.substr(0, end);
    std::string(text_.substr(end + 1)).swap(text_);  // the old bytes are freed, and so zeroed
    return line;
  }

 private:
  std::string text_;
};

int pixels(float value) {
  return static_cast<int>(std::lround(value));
}

std::string_view urgency_name(Urgency urgency) {
  switch (urgency) {
    case Urgency::ordinary:
      break;
    case Urgency::important:
      return "important";
    case Urgency::countdown:
      return "countdown";
  }
  return "ordinary";
}

Json to_json(const std::vector<ui::FrameItem>& items) {
  Json list = Json::array();
  for (const ui::FrameItem& item : items) {
    list.push_back({{"id", item.id},
                    {"role", ui::role_name(item.role)},
                    {"name", item.name},
                    {"value", item.value},
                    {"enabled", item.enabled},
                    {"focused", item.focused},
                    {"x", pixels(item.box.x)},
                    {"y", pixels(item.box.y)},
                    {"width", pixels(item.box.width)},
                    {"height", pixels(item.box.height)}});
  }
  return list;
}

Json to_json(const std::vector<Utterance>& utterances) {
  Json list = Json::array();
  for (const Utterance& each : utterances)
    list.push_back(
        {{"text", each.text}, {"language", each.language}, {"urgency", urgency_name(each.urgency)}});
  return list;
}

std::string text_of(const Json& command, const char* key) {
  const auto found = command.find(key);
  if (found == command.end() || !found->is_string()) throw Refusal(fmt::format("\"{}\" must be a text", key));
  return found->get<std::string>();
}

double seconds_of(const Json& command) {
  const auto found = command.find("seconds");
  const double seconds = found != command.end() && found->is_number() ? found->get<double>() : -1;
  if (!(seconds >= 0 && seconds <= longest_wait)) {
    throw Refusal(fmt::format("\"seconds\" must be a number from 0 to {}", longest_wait));
  }
  return seconds;
}

bool is_inside(const ui::Box& outer, ui::Point at) {
  return at.x >= outer.x && at.x < outer.right() && at.y >= outer.y && at.y < outer.bottom();
}

ui::Point middle_of(const ui::Box& box) {
  return {box.x + box.width / 2, box.y + box.height / 2};
}

}  // namespace

void Automation::run() {
  Lines lines;
  std::setvbuf(stdout, nullptr, _IONBF, 0);  // a buffer would keep what was said last
  loop_.turn();
  while (!has_quit_ && !loop_.is_over() && !window_.is_asked_to_close()) {
    const bool is_open = lines.fill();
    window_.poll();
    loop_.turn();
    while (const auto line = lines.next()) {
      const std::string text = answer(*line);
      // Commands turn the loop from different depths: what one leaves may lie above where the next one wipes.
      overwrite_stack();
      std::fwrite(text.data(), 1, text.size(), stdout);
      std::fputc('\n', stdout);
      std::fflush(stdout);
      if (has_quit_) return;
    }
    if (!is_open) return;
  }
}

std::string Automation::answer(std::string_view line) {
  Json reply;
  try {
    const Json command = Json::parse(line, nullptr, false);
    if (!command.is_object()) throw Refusal("this is not a JSON object");
    const std::string what = text_of(command, "do");
    Json fields = Json::object();
    if (what == "items") {
      fields["items"] = to_json(loop_.items());
    } else if (what == "click") {
      if (const std::string fault = click(text_of(command, "id")); !fault.empty()) throw Refusal(fault);
    } else if (what == "key") {
      const std::string name = text_of(command, "key");
      const auto key = ui::parse_key(name);
      if (!key) throw Refusal(fmt::format("there is no key \"{}\"", name));
      window_.inject(*key);
      loop_.turn();
    } else if (what == "wait") {
      wait(static_cast<Milliseconds>(std::llround(seconds_of(command) * 1000)));
    } else if (what == "screenshot") {
      const auto outcome = write_png(text_of(command, "file"), loop_.take_picture());
      if (!outcome) throw Refusal(outcome.faults().front().text);
    } else if (what == "frames") {
      fields["frames"] = loop_.frames();
    } else if (what == "spoken" && speech_ != nullptr) {
      fields["spoken"] = to_json(speech_->take());
      fields["cuts"] = speech_->cancels();
    } else if (what == "quit") {
      has_quit_ = true;
    } else {
      throw Refusal(fmt::format("there is no command \"{}\"", what));
    }
    reply = {{"ok", true}, {"screen", loop_.page()}};
    reply.update(fields);
  } catch (const Refusal& refusal) {
    reply = {{"ok", false}, {"error", refusal.what()}};
  } catch (const nlohmann::json::exception& fault) {
    reply = {{"ok", false}, {"error", fault.what()}};
  }
  return reply.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string Automation::click(const std::string& id) {
  const ui::FrameItem* item = ui::find_item(loop_.items(), id);
  if (item == nullptr) return fmt::format("there is no item \"{}\" on this page", id);
  const ui::Box view = loop_.scroll().viewport;
  if (item->place == ui::Place::body && !is_inside(view, middle_of(item->box))) {
    window_.inject(ui::Scrolled{middle_of(item->box).y - middle_of(view).y});
    loop_.turn();
    item = ui::find_item(loop_.items(), id);
    if (item == nullptr || !is_inside(loop_.scroll().viewport, middle_of(item->box))) {
      return fmt::format("the item \"{}\" is covered", id);
    }
  }
  const ui::Point at = middle_of(item->box);
  window_.inject(ui::PointerMoved{at});
  window_.inject(ui::PointerPressed{at});
  window_.inject(ui::PointerReleased{at});
  loop_.turn();
  return "";
}

void Automation::wait(Milliseconds duration) {
  const Milliseconds target = clock_.now() + duration;
  while (true) {
    const auto next = loop_.deadline();
    if (!next || *next > target) break;
    // A deadline that has passed and still stands would hold the clock for ever.
    clock_.advance_to(std::max(*next, clock_.now() + 1));
    loop_.turn();
  }
  clock_.advance_to(target);
  loop_.turn();
}

}  // namespace app::platform
