#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>

#include "app/platform/child_process.hpp"

extern char** environ;

namespace app::platform {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t longest_output = 65'536;

int ms_until(SteadyClock::time_point end) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - SteadyClock::now()).count();
  return static_cast<int>(std::max<long>(0, left));
}

// Both ends of a conversation; a socket, as writing to a program that has gone must not end ours.
struct Ends {
  int ours = -1, theirs = -1;

  Ends() {
    std::array<int, 2> pair{-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0) return;
    ours = pair[0];
    theirs = pair[1];
  }
  ~Ends() {
    close_theirs();
    if (ours >= 0) close(ours);
  }
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;

  void close_theirs() {
    if (theirs >= 0) close(theirs);
    theirs = -1;
  }
};

// 0: it could not be started.
pid_t start(const std::vector<std::string>& words, int its_end) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, its_end, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, its_end, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // What we ignore, others need: a program that writes to a broken pipe is to end.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int fault = posix_spawnp(&child, arguments.front(), &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return fault == 0 ? child : 0;
}

// Sends the input and takes the output until the program closes its end. False: patience has run out.
bool converse(int end, std::string_view input, SteadyClock::time_point until, std::string& output) {
  bool is_sent = false;
  while (true) {
    if (!is_sent && input.empty()) {
      shutdown(end, SHUT_WR);
      is_sent = true;
    }
    pollfd one{end, static_cast<short>(is_sent ? POLLIN : POLLIN | POLLOUT), 0};
    const int ready = poll(&one, 1, ms_until(until));
    if (ready == 0) return false;
    if (ready < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    if (!is_sent && (one.revents & POLLOUT) != 0) {
      const ssize_t sent = send(end, input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
      if (sent < 0 && errno != EAGAIN && errno != EINTR) input = {};  // it reads no more
    }
    if ((one.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    std::array<char, 4096> part{};
    const ssize_t count = recv(end, part.data(), part.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (count <= 0) return true;
    const std::size_t room = longest_output - output.size();
    output.append(part.data(), std::min(room, static_cast<std::size_t>(count)));
  }
}

// Its exit status; none: it did not end by itself.
std::optional<int> wait_for(pid_t child, SteadyClock::time_point until) {
  constexpr int step_ms = 5;
  int status = 0;
  while (true) {
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
    if (ended < 0 || ms_until(until) == 0) return std::nullopt;
    poll(nullptr, 0, step_ms);
  }
}

}  // namespace

std::optional<Ran> run_program(const std::vector<std::string>& words, std::string_view input,
                               int patience_ms) {
  const auto until = SteadyClock::now() + std::chrono::milliseconds(patience_ms);
  Ends ends;
  if (ends.ours < 0) return std::nullopt;
  const pid_t child = start(words, ends.theirs);
  ends.close_theirs();
  if (child == 0) return std::nullopt;
  Ran ran;
  const bool is_told = converse(ends.ours, input, until, ran.output);
  const auto status = is_told ? wait_for(child, until) : std::nullopt;
  if (!status) {
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return std::nullopt;
  }
  ran.status = *status;
  return ran;
}

}  // namespace app::platform
