// Gives the precompiled header of CMakeLists.txt a target to belong to.
