// The rival of `skills bank check`: libyaml's event walk over the same bytes, ten times, and nothing more.
#include <stdio.h>
#include <yaml.h>

static long walk(const char* path) {
  FILE* file = fopen(path, "rb");
  if (!file) return -1;
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_file(&parser, file);
  long events = 0;
  int is_done = 0;
  while (!is_done) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) return -1;
    is_done = event.type == YAML_STREAM_END_EVENT;
    ++events;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  fclose(file);
  return events;
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  for (int i = 0; i < 10; ++i) {
    if (walk(argv[1]) < 0) return 1;
  }
  return 0;
}
