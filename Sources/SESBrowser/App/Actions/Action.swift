/// Everything that a key, a command or a line of help can make the program do.
///
/// What each one is called and which keys it has stands in ``ActionTable``.
enum Action: UInt8, CaseIterable, Hashable, Sendable {
    case nextRow, previousRow, pageDown, pageUp, halfPageDown, halfPageUp
    case scrollDown, scrollUp, firstRow, lastRow, scrollLeft, scrollRight
    case centreRow, rowToTop, rowToBottom, setBookmark, jumpToBookmark

    case otherPane, open, back, close, nextView, allHeaders, nextMail, previousMail
    case nextLayout, growDetail, shrinkDetail, deliveries

    case nextFail, previousFail, nextGray, previousGray
    case search, nextMatch, previousMatch

    case openFilter, stepSpam, stepVirus, stepSPF, stepDKIM, stepDMARC, stepTriage
    case stepTime, clearFilter, swapFilter, likeSender, likeDomain, likeSubject, likeIP, likeSigner

    case sortReading, sortTime, sortSeverity, sortFrom, sortSubject, sortRecipient, sortIP
    case sortTook, sortDeliveries, reverseOrder

    case decideSpam, decideHam, decideMaybe, clearDecision, repeatDecision, undo, redo
    case nextUndecided, previousUndecided, note, editNote, resume
    case tag, tagRange, tagMatching, untagMatching
    case likeSpam, likeHam, likeMaybe
    case decideTaggedSpam, decideTaggedHam, decideTaggedMaybe, clearTagged, noteTagged, copyTagged

    case copyID, copyFrom, copySubject, copyIP, copyHeader, copyJSON, copyVerdicts
    case nextTimes, columns

    case report, handOver, export, copyCommand

    case reload, redraw, command, help, regions, statistics, stop, cancel, suspend, quit

    case accept, dismiss, complete, olderEntry, newerEntry
    case lineStart, lineEnd, charLeft, charRight, deleteBack, deleteForward
    case deleteWord, deleteToStart, deleteToEnd, yank

    case enterGrid, gridUp, gridDown, gridLeft, gridRight, toggleCell, leaveGrid

    case itemDown, itemUp, itemPageDown, itemPageUp, firstItem, lastItem
    case itemLeft, itemRight, nextSection, previousSection
    case runItem, leaveOutItem, closeOverlay

    case toggleColumn, columnDown, columnUp, keepColumns, standardColumns
}
