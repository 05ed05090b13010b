# Fetches the clients that package-lock.json names, when they are not there or not those: cmake -P install.cmake
set(installed "${CMAKE_CURRENT_LIST_DIR}/node_modules/.package-lock.json")
if(EXISTS "${installed}" AND NOT "${CMAKE_CURRENT_LIST_DIR}/package-lock.json" IS_NEWER_THAN "${installed}")
    return()
endif()
execute_process(COMMAND npm ci --no-audit --no-fund --loglevel=error WORKING_DIRECTORY "${CMAKE_CURRENT_LIST_DIR}" COMMAND_ERROR_IS_FATAL ANY)
