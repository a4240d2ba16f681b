extension EventTable {
    /// The name of the file that a row stands in.
    public func path(of row: Int) -> RawText { files[place(of: row).file].path }

    /// How many bytes have to be read to read a row again.
    public func carrierLength(of row: Int) -> Int { place(of: row).length }
}
