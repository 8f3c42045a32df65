#pragma once

namespace crowd {

/// A network of this process's own, where only its own loopback is; as an ordinary user too, where
/// the system lets them. Before there are threads. False when it may not: then the process stays in
/// everybody's network.
bool enterOwnNetwork();
/// Takes the own network's loopback up or down: while it is down no packet comes through.
void setLoopbackUp(bool up);

}  // namespace crowd
