import SESCore

extension State {
    /// Puts typed letters into the line that is open.
    mutating func type(_ scalars: [Unicode.Scalar]) -> [Effect] {
        let effects = changeLine { $0.insert(scalars) }
        return effects + settle()
    }

    /// Edits the line that is open, completes it or walks through its history.
    mutating func edit(_ action: Action) -> [Effect] {
        switch action {
        case .complete: return complete()
        case .olderEntry: return recall(1)
        case .newerEntry: return recall(-1)
        default: return changeLine { _ = $0.perform(action) }
        }
    }

    /// Does what the open line says.
    mutating func accept() -> [Effect] {
        guard let prompt else { return bar?.isInGrid == true ? acceptCell() : keepFilter() }
        self.prompt = nil
        let text = prompt.editor.text
        switch prompt.kind {
        case .search: return search(for: text)
        case .command: return run(text)
        case .copyHeader: return copyHeader(named: text)
        case .saveCopy: return saveCopy(to: text)
        case .note(let rows): return note(RawText(text), on: rows)
        case .tagMatching: return tag(matching: text, true)
        case .untagMatching: return tag(matching: text, false)
        case .export: return export(to: text)
        }
    }

    /// Closes the open line.
    mutating func dismiss() -> [Effect] {
        guard prompt != nil else { return restoreFilter() }
        prompt = nil
        return []
    }

    /// Runs a line of the command prompt.
    private mutating func run(_ line: String) -> [Effect] {
        let command = line.split(separator: " ").joined(separator: " ")
        guard !command.isEmpty else { return [] }
        if commandHistory.last != command { commandHistory.append(command) }
        if let number = Int(command) {
            list.wanted = nil
            list.position = max(0, min(number, rows.count) - 1)
            return []
        }
        if command.hasPrefix("filter ") { return runFilter(String(command.dropFirst(7))) }
        if command == "help query" { return openGuide() }
        if command.hasPrefix("export ") { return runExport(String(command.dropFirst(7))) }
        if command.hasPrefix("columns ") { return setColumns(String(command.dropFirst(8))) }
        if command.hasPrefix("advance ") { return setAdvance(String(command.dropFirst(8))) }
        guard let action = ActionTable.commands[command] else {
            return message.show("no command \(command); Tab completes, ? lists", isError: true)
        }
        return update(action)
    }

    /// Changes the open line and follows the change.
    private mutating func changeLine(_ change: (inout LineEditor) -> Void) -> [Effect] {
        if help != nil {
            guard var editor = help?.editor else { return [] }
            let text = editor.text
            change(&editor)
            help?.editor = editor
            if editor.text != text { help?.position = 0 }
        } else if var prompt {
            change(&prompt.editor)
            prompt.candidates = []
            self.prompt = prompt
        } else if var editor = bar?.editor {
            let text = editor.text
            change(&editor)
            bar?.editor = editor
            if editor.text != text { return applyBarText() }
        }
        return []
    }

    private mutating func recall(_ step: Int) -> [Effect] {
        if var prompt {
            let history = history(of: prompt.kind)
            let text = prompt.editor.text
            if let entry = prompt.recall.step(step, in: history, from: text) {
                prompt.editor.replace(with: entry)
            }
            self.prompt = prompt
        } else if let text = bar?.editor.text,
            let entry = bar?.recall.step(step, in: filter.history, from: text)
        {
            bar?.editor.replace(with: entry)
            return applyBarText()
        }
        return []
    }

    private mutating func complete() -> [Effect] {
        guard var prompt else { return completeFilter() }
        prompt.candidates = candidates(&prompt)
        self.prompt = prompt
        return []
    }

    private func history(of kind: PromptState.Kind) -> [String] {
        switch kind {
        case .command: commandHistory
        case .search: search.history
        case .tagMatching, .untagMatching: filter.history
        case .copyHeader, .saveCopy, .note, .export: []
        }
    }

    /// Completes the text of a prompt and returns what would fit, if that is several words.
    private func candidates(_ prompt: inout PromptState) -> [String] {
        switch prompt.kind {
        case .search, .saveCopy, .note, .export, .tagMatching, .untagMatching: return []
        case .copyHeader:
            let names = HeaderChoice.names(copy.asked?.event.mail?.headers ?? [])
            return Completion.apply(names, to: &prompt.editor)
        case .command:
            if prompt.editor.head.hasPrefix("columns ") {
                let names = ListColumn.all.map(\.name) + ["default"]
                return Completion.lastWord(of: names, in: &prompt.editor)
            }
            let names = ActionTable.commands.keys.sorted()
            return Completion.apply(names, to: &prompt.editor)
        }
    }
}
