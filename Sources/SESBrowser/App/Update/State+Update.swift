import SESCore

extension State {
    /// Does what an action says.
    mutating func update(_ action: Action) -> [Effect] {
        let effects = perform(action)
        return effects + settle()
    }

    private mutating func perform(_ action: Action) -> [Effect] {
        switch action {
        case .nextRow, .previousRow, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .scrollDown,
            .scrollUp, .firstRow, .lastRow, .scrollLeft, .scrollRight, .centreRow, .rowToTop,
            .rowToBottom, .nextMail, .previousMail:
            return move(action)
        case .setBookmark, .jumpToBookmark:
            return wait(for: action == .setBookmark ? .setBookmark : .jumpToBookmark)
        case .otherPane, .open, .back, .close, .nextView, .allHeaders, .nextLayout, .growDetail,
            .shrinkDetail:
            return arrange(action)
        case .deliveries: return toggleDeliveries()
        case .nextFail: return jump(to: .fail, step: 1)
        case .previousFail: return jump(to: .fail, step: -1)
        case .nextGray: return jump(to: .gray, step: 1)
        case .previousGray: return jump(to: .gray, step: -1)
        case .search:
            prompt = PromptState(.search)
            return []
        case .nextMatch: return find(step: 1)
        case .previousMatch: return find(step: -1)
        case .openFilter: return openBar()
        case .stepSpam: return step(.check(.spam))
        case .stepVirus: return step(.check(.virus))
        case .stepSPF: return step(.check(.spf))
        case .stepDKIM: return step(.check(.dkim))
        case .stepDMARC: return step(.check(.dmarc))
        case .stepTriage: return step(.triage)
        case .stepTime: return step(.time)
        case .likeSender: return like(.sender)
        case .likeDomain: return like(.domain)
        case .likeSubject: return like(.subject)
        case .likeIP: return like(.ip)
        case .likeSigner: return like(.signer)
        case .sortReading, .sortTime, .sortSeverity, .sortFrom, .sortSubject, .sortRecipient,
            .sortIP, .sortTook, .sortDeliveries, .reverseOrder:
            return sort(action)
        case .clearFilter, .swapFilter: return changeFilter(action)
        case .command:
            prompt = PromptState(.command)
            return []
        case .help:
            help = HelpState(page: bar == nil ? .keys : .query)
            return []
        case .regions: return openRegions()
        case .statistics: return openStatistics()
        case .decideSpam, .decideHam, .decideMaybe, .clearDecision, .repeatDecision, .undo, .redo,
            .nextUndecided, .previousUndecided, .decideTaggedSpam, .decideTaggedHam,
            .decideTaggedMaybe, .clearTagged, .likeSpam, .likeHam, .likeMaybe:
            return triage(action)
        case .tag, .tagRange, .tagMatching, .untagMatching: return tag(action)
        case .note, .noteTagged: return openNote(action)
        case .editNote: return editNote()
        case .copyTagged: return copyTagged()
        case .resume: return resume()
        case .report: return openReport()
        case .handOver: return openHandOver()
        case .export: return openExport()
        case .copyID: return copy(.id)
        case .copyFrom: return copy(.from)
        case .copySubject: return copy(.subject)
        case .copyIP: return copy(.ip)
        case .copyHeader: return copy(.header)
        case .copyJSON: return copy(.json)
        case .copyVerdicts: return copy(.verdicts)
        case .nextTimes: return nextTimes()
        case .columns:
            columns.editor = ColumnsEditor(columns.choice)
            return []
        case .toggleColumn, .columnDown, .columnUp, .keepColumns, .standardColumns:
            return editColumns(action)
        case .reload, .redraw, .stop, .suspend, .quit, .cancel: return general(action)
        case .accept: return accept()
        case .dismiss: return dismiss()
        case .complete, .olderEntry, .newerEntry, .lineStart, .lineEnd, .charLeft, .charRight,
            .deleteBack, .deleteForward, .deleteWord, .deleteToStart, .deleteToEnd, .yank:
            return edit(action)
        case .enterGrid, .gridUp, .gridDown, .gridLeft, .gridRight, .toggleCell, .leaveGrid:
            return useGrid(action)
        case .itemDown, .itemUp, .itemPageDown, .itemPageUp, .firstItem, .lastItem, .itemLeft,
            .itemRight, .nextSection, .previousSection, .runItem, .leaveOutItem, .closeOverlay,
            .copyCommand:
            return useLines(action)
        }
    }

    /// Moves in what covers the panes, or does what its chosen line says.
    private mutating func useLines(_ action: Action) -> [Effect] {
        switch context {
        case .statistics: return useStatistics(action)
        case .report: return useReport(action)
        case .handOver: return useHandOver(action)
        default: return useOverlay(action)
        }
    }

    private mutating func general(_ action: Action) -> [Effect] {
        switch action {
        case .reload:
            load = LoadState(isReloading: true)
            list.wanted = cursorRow.map { row in
                ListState.Wanted(
                    key: table[row].mailKey, position: list.position,
                    offset: list.position - list.top)
            }
            message.forgetAnnouncements()
            return [.reload] + message.show("reading the files again")
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .quit: return leave()
        case .stop:
            if selection.isRunning || search.isUnderWay { return stopSelecting() }
            if export.isRunning { return stopExport() }
            guard load.isRunning else {
                return message.show("nothing is running; q or Q quits")
            }
            load.isStopped = true
            return [.stopLoading] + message.show("reading stopped; R reads again")
        default:
            message.clear()
            return []
        }
    }
}
