// Gives the precompiled header of tests/CMakeLists.txt a target to belong to.
