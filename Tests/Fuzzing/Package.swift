// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses ses-browser builds it. `make fuzz` in the outermost
// folder builds it with the flags that it needs.
let package = Package(
    name: "fuzzing",
    dependencies: [
        .package(name: "ses-browser", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "FuzzReader",
            dependencies: [.product(name: "SESCore", package: "ses-browser")],
            path: "Reader",
            swiftSettings: [
                .strictMemorySafety(),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableExperimentalFeature("Lifetimes"),
                .treatAllWarnings(as: .error),
                .unsafeFlags(["-parse-as-library"]),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
