import SESCore

extension State {
    /// Goes on to the next way to tell times.
    mutating func nextTimes() -> [Effect] {
        clock.reading = clock.reading.next
        switch clock.reading {
        case .utc: return message.show("times are UTC")
        case .local:
            let effects: [Effect] = clock.zone == nil ? [.readZone] : []
            return effects + message.show("times are local")
        case .age: return message.show("ages as of now; they are told anew with the next key")
        }
    }

    /// Takes the zone of local times.
    mutating func take(_ zone: LocalZone) -> [Effect] {
        clock.zone = zone
        return []
    }

    /// Takes what the records of rows tell.
    mutating func take(_ found: [Int: RowParticulars?]) -> [Effect] {
        columns.particulars.take(found, onScreen: rowsOnScreen)
    }

    /// Takes the settings of an earlier time.
    mutating func take(_ settings: Settings) -> [Effect] {
        columns.choice = settings.columns
        triage.advance = settings.advance
        return settings.notices.flatMap { message.announce(RawText($0), isError: true) } + settle()
    }

    /// Chooses the columns that a text names.
    mutating func setColumns(_ text: String) -> [Effect] {
        do throws(UnknownColumn) {
            return choose(try ColumnChoice(parsing: text))
        } catch {
            return message.show(error.message, isError: true)
        }
    }

    /// Changes what is ticked in the list of columns, or keeps it.
    mutating func editColumns(_ action: Action) -> [Effect] {
        switch action {
        case .toggleColumn: columns.editor?.toggle()
        case .columnDown: columns.editor?.move(by: 1)
        case .columnUp: columns.editor?.move(by: -1)
        case .standardColumns: columns.editor?.reset()
        default:
            guard let editor = columns.editor else { return [] }
            guard !editor.isEmpty else {
                return message.show("the list needs a column; 0 brings the first ones back")
            }
            columns.editor = nil
            return choose(editor.choice)
        }
        return []
    }

    /// Says where settings were kept, or why they were not.
    mutating func take(kept failure: SettingsFailure?) -> [Effect] {
        guard let failure else { return message.show("columns: \(columns.choice.text)") }
        return message.show(
            "columns as chosen, until you quit; not kept: " + failure.message, isError: true)
    }

    private mutating func choose(_ choice: ColumnChoice) -> [Effect] {
        guard choice != columns.choice else { return [] }
        columns.choice = choice
        return [.keepSettings([Settings.Entry(key: .columns, value: choice.text)])]
    }
}
