// swift-tools-version: 6.2
import PackageDescription

// A package of its own beside `benchmarks`, which knows the program by its command line alone: this one times
// the matcher without a screen. `run.sh FILE` builds and runs it.
let package = Package(
    name: "query-benchmarks",
    dependencies: [
        .package(name: "ses-browser", path: "../../..")
    ],
    targets: [
        .executableTarget(
            name: "queries",
            dependencies: [.product(name: "SESCore", package: "ses-browser")],
            path: "Queries",
            swiftSettings: [
                .strictMemorySafety(),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
