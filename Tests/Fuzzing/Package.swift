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

/// What is fuzzed. Each name is a folder with `Fuzz<Name>.swift`, which has the function that libFuzzer
/// calls; inputs to begin with lie in `Corpus/<Name>`, words for them in `<Name>.dict` or `json.dict`.
let names = [
    "Envelopes",
    "Inflate",
    "Literals",
    "Mail",
    "Ordinary",
    "Query",
    "Reader",
    "Walker",
    "Words",
]

// A package of its own, so that nobody who uses ses-browser builds it. `make fuzz` in the outermost
// folder builds it with the flags that it needs.
let package = Package(
    name: "fuzzing",
    dependencies: [
        .package(name: "ses-browser", path: "../..")
    ],
    targets: [
        .target(
            name: "FuzzSupport",
            dependencies: [.product(name: "SESCore", package: "ses-browser")],
            path: "Support",
            swiftSettings: settings
        )
    ]
        + names.map { name in
            .executableTarget(
                name: "Fuzz\(name)",
                dependencies: ["FuzzSupport", .product(name: "SESCore", package: "ses-browser")],
                path: name,
                swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]
            )
        },
    swiftLanguageModes: [.v6]
)
