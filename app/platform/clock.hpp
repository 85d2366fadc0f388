// Time as the kiosk needs it: milliseconds that only ever grow, and today's date for the release
// of batches, which must never tell more than the day.
#pragma once

#include "app/core/action.hpp"
#include "assessment/results/calendar.hpp"

namespace app::platform {

class Clock {
 public:
  virtual ~Clock() = default;

  virtual Milliseconds now() const = 0;
  virtual assessment::Date today() const = 0;  // UTC
  virtual int minute_of_day() const = 0;       // 0 .. 1439, by the clock on the wall
};

class SystemClock : public Clock {
 public:
  SystemClock();

  Milliseconds now() const override;
  assessment::Date today() const override;
  int minute_of_day() const override;

 private:
  Milliseconds start_;
};

// Stands still until it is told to go on; the date goes with it. For --automation and tests.
class SteppedClock : public Clock {
 public:
  // Begins at the first moment of `start`.
  explicit SteppedClock(assessment::Date start) : start_(start) {}

  Milliseconds now() const override { return now_; }
  assessment::Date today() const override;
  int minute_of_day() const override;
  void advance_to(Milliseconds moment);

 private:
  assessment::Date start_;
  Milliseconds now_ = 0;
};

}  // namespace app::platform
