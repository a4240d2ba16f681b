import SESCore

extension State {
    /// Keeps a key for later while a step is being taken back: it is meant for the mail that the
    /// cursor goes to then. `^C` waits for nothing any more.
    mutating func holds(_ key: Key) -> Bool {
        guard triage.isHolding else { return false }
        if key == .control("c") {
            triage.stopHolding()
            return false
        }
        if triage.heldKeys.count < TriageState.mostHeld { triage.heldKeys.append(key) }
        return true
    }

    /// Does what waited for an answer, and then what the keys say that were held.
    mutating func goOn() -> [Effect] {
        guard triage.inFlight == 0, !(triage.isReturning && selection.isChangeAwaited) else {
            return []
        }
        triage.isReturning = false
        var effects: [Effect] = []
        if let action = triage.awaited.take() {
            effects += action == .quit ? leave() : takeBack(action)
        }
        while !triage.isHolding, !triage.heldKeys.isEmpty {
            effects += press(triage.heldKeys.removeFirst())
        }
        return effects
    }
}
