# SPDX-License-Identifier: GPL-3.0-or-later
# While installing on Windows: puts the Qt libraries and plugins beside the programs.
find_program(deploy windeployqt REQUIRED)
file(GLOB programs "${CMAKE_INSTALL_PREFIX}/bin/kule*.exe")
foreach(program IN LISTS programs)
    execute_process(COMMAND "${deploy}" --no-compiler-runtime "${program}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
