# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when the program needs Qt's Gui or Widgets, itself or through a library of it: cmake -DPROGRAM=kule -P links.cmake
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${PROGRAM}" RESOLVED_DEPENDENCIES_VAR found UNRESOLVED_DEPENDENCIES_VAR missing)
foreach(library IN LISTS found missing)
    if(library MATCHES "Qt6?(Gui|Widgets|Svg|Charts|OpenGL)")
        message(FATAL_ERROR "${PROGRAM} needs ${library}; the command line is to be installable without the window's libraries")
    endif()
endforeach()
list(LENGTH found count)
if(count LESS 3)
    message(FATAL_ERROR "only ${count} libraries seen of ${PROGRAM}; this looks at nothing")
endif()
message(STATUS "${count} libraries, none of the window's")
