// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),
    .treatAllWarnings(as: .error),
]

let cSettings: [CSetting] = [
    .enableWarning("all"),
    .enableWarning("extra"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "ses-browser",
    products: [
        .executable(name: "ses-browser", targets: ["SESBrowser"]),
        .library(name: "SESCore", targets: ["SESCore"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(
            name: "CursesBridge",
            cSettings: cSettings,
            linkerSettings: [.linkedLibrary("ncursesw")]
        ),
        .target(
            name: "ByteKernels",
            path: "Sources/SESCore/Libraries/ByteKernels",
            cSettings: cSettings
        ),
        .systemLibrary(
            name: "CZlib",
            path: "Sources/SESCore/Libraries/CZlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .systemLibrary(name: "CSystem", path: "Sources/SESCore/Libraries/CSystem"),
        .systemLibrary(
            name: "CPCRE2",
            path: "Sources/SESCore/Libraries/CPCRE2",
            providers: [.apt(["libpcre2-dev"])]
        ),
        .systemLibrary(
            name: "CSQLite",
            path: "Sources/SESCore/Libraries/CSQLite",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .target(
            name: "SESCore",
            dependencies: ["ByteKernels", "CSystem", "CPCRE2", "CSQLite", "CZlib"],
            exclude: ["Libraries"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "SESBrowser",
            dependencies: [
                "CursesBridge",
                "SESCore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SESCoreTests", dependencies: ["ByteKernels", "CZlib", "SESCore"],
            swiftSettings: settings),
        .executableTarget(
            name: "StoreWriter",
            dependencies: ["SESCore"],
            path: "Tests/StoreWriter",
            swiftSettings: settings
        ),
        .testTarget(
            name: "StoreTests",
            dependencies: ["SESBrowser", "SESCore", "StoreWriter"],
            exclude: ["power_cut.py"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SESBrowserTests",
            dependencies: ["SESBrowser", "SESCore"],
            exclude: ["Golden"],
            swiftSettings: settings
        ),
        .target(
            name: "PtyCalls",
            dependencies: ["CursesBridge"],
            path: "Tests/PtyHarness/Calls",
            cSettings: cSettings
        ),
        .target(
            name: "PtyHarness",
            dependencies: ["PtyCalls"],
            path: "Tests/PtyHarness/Harness",
            swiftSettings: settings
        ),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["PtyHarness", "SESBrowser"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
