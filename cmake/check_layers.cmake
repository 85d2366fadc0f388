# cmake/check_layers.cmake: fails when a file includes a later layer, or a library away from its home.
#   cmake -D ROOT=<source dir> -P cmake/check_layers.cmake
set(order assessment/base assessment/bank assessment/session assessment/scoring assessment/results
  assessment/statistics assessment/reporting app/command_line app/core app/ui app/platform app/kiosk app/trainer)
set(homes  # an include = the only places that may have it (regular expressions)
  "app/command_line/=^app/(command_line|trainer)/"  "app/kiosk/=^app/kiosk/"  "\"(tests|bench)/=^tests/"
  "<yaml-cpp/=^assessment/bank/yaml_reader"  "<pugixml=^assessment/bank/exchange/"  "<sodium=^assessment/base/crypto"
  "<simdjson=^assessment/(results/|statistics/ledger_text)"  "<coin/=^assessment/statistics/audit"  "<(thread|mutex|atomic|future|condition_variable)>=^(assessment/statistics/|app/platform/(speech|background))"
  "<stop_token>=^(assessment/statistics/|app/platform/background|app/trainer/desk)"
  "<(filesystem|fstream)>=^(assessment/results|app/platform|app/command_line)/|^assessment/base/(folder|input_file)_windows"
  "base/(folder|input_file)[.]hpp=^(assessment/(base|results|statistics)|app/(command_line|platform|kiosk|trainer))/"
  "<(chrono|ctime|random)>=^app/(platform|command_line)/"
  "<(sys/|(unistd|fcntl|poll|signal|windows)[.]h)=^(assessment/results/disk_|assessment/base/(folder|input_file)_posix|app/platform/|app/command_line/(key_files|terminal)_)"
  "<libspeechd=^app/platform/speech_speechd" "<qrencode=^app/ui/qr_code"
  "<boost/=^assessment/statistics/distributions"
  "<imgui=^app/(ui|platform)/"  "<imgui_internal=^app/ui/imgui_compat"  "<(GLFW|glad)/=^app/platform/")
file(GLOB_RECURSE sources RELATIVE "${ROOT}" "${ROOT}/assessment/*.[ch]pp" "${ROOT}/app/*.[ch]pp")
foreach(source IN LISTS sources)
  string(REGEX MATCH "^[a-z]+/[a-z_]+" layer "${source}")
  list(FIND order "${layer}" here)
  file(STRINGS "${ROOT}/${source}" lines REGEX "^ *# *include")
  foreach(line IN LISTS lines)
    if(line MATCHES "\"([a-z]+/[a-z_]+)/")
      list(FIND order "${CMAKE_MATCH_1}" there)
      if(there LESS 0 OR there GREATER here)
        message(SEND_ERROR "${source} may not know a later layer: ${line}")
      endif()
    endif()
    foreach(home IN LISTS homes)
      string(REGEX MATCH "^(.*)=(.*)$" parts "${home}")
      if(line MATCHES "${CMAKE_MATCH_1}" AND NOT source MATCHES "${CMAKE_MATCH_2}")
        message(SEND_ERROR "${source} is not the home of: ${line}")
      endif()
    endforeach()
  endforeach()
endforeach()
