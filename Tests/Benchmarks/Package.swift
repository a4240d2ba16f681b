// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses ses-browser builds it. It knows the program by its
// command line alone, so it depends on nothing; `make benchmark` builds both.
let package = Package(
    name: "benchmarks",
    targets: [
        .target(
            name: "Processes",
            path: "Processes",
            cSettings: [
                .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
            ]
        ),
        .executableTarget(
            name: "benchmark",
            dependencies: ["Processes"],
            path: "Benchmark",
            swiftSettings: [
                .strictMemorySafety(),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
