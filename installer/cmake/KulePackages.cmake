# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the packages: kule alone (no window, no Qt Gui) and kule-console beside it.
include(GNUInstallDirs)

install(TARGETS kule RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT kule)
if(TARGET kule-console)
    install(TARGETS kule-console
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT console
        BUNDLE DESTINATION . COMPONENT console)
    if(UNIX AND NOT APPLE)
        install(FILES installer/linux/org.kule.Console.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT console)
        install(FILES installer/linux/org.kule.Console.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT console)
        install(FILES resources/icons/kule.svg RENAME org.kule.Console.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT console)
    elseif(APPLE)
        set_target_properties(kule-console PROPERTIES MACOSX_BUNDLE ON
            MACOSX_BUNDLE_INFO_PLIST "${CMAKE_SOURCE_DIR}/installer/macos/Info.plist.in")
    endif()
endif()

set(CPACK_PACKAGE_NAME kule)
set(CPACK_PACKAGE_VENDOR Kule)
set(CPACK_PACKAGE_CONTACT "The Kule developers <kule@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Kule)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL kule)
if(TARGET kule-console)
    list(APPEND CPACK_COMPONENTS_ALL console)
endif()

if(WIN32)
    set(CPACK_GENERATOR NSIS)
    set(CPACK_NSIS_MODIFY_PATH ON)
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_PACKAGE_EXECUTABLES kule-console Kule)
    install(SCRIPT "${CMAKE_SOURCE_DIR}/installer/windows/deploy.cmake" COMPONENT kule)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_DEB_COMPONENT_INSTALL ON)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_KULE_PACKAGE_NAME kule)
    set(CPACK_DEBIAN_KULE_PACKAGE_DEPENDS "python3 (>= 3.9)")
    set(CPACK_DEBIAN_KULE_PACKAGE_RECOMMENDS "libqt6sql6-psql")
    set(CPACK_DEBIAN_KULE_PACKAGE_RECOMMENDS "libsecret-1-0")
    set(CPACK_DEBIAN_KULE_PACKAGE_SUGGESTS "python3-selenium, chromium, chromium-driver")
    set(CPACK_DEBIAN_CONSOLE_PACKAGE_NAME kule-console)
    set(CPACK_DEBIAN_CONSOLE_PACKAGE_DEPENDS "kule (= ${PROJECT_VERSION})")
endif()
include(CPack)
cpack_add_component(kule DISPLAY_NAME "kule" DESCRIPTION "Command line and engine" REQUIRED)
cpack_add_component(console DISPLAY_NAME "Console" DESCRIPTION "The window" DEPENDS kule)
