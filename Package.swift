// swift-tools-version: 6.3
import PackageDescription

// From the lowest floor up: a target may import what stands above it in this list, as
// docs/architecture.md tells. `Charts` and `Search` know nothing of the domain; `Content` knows nothing
// of the site.
let package = Package(
    name: "exemplar",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "exemplar", targets: ["exemplar"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .target(name: "Diagnostics"),
        .target(name: "Parallel"),
        .target(name: "Markdown", dependencies: ["CCmark", "Diagnostics"]),
        .target(
            name: "Content",
            dependencies: [
                "Markdown", "Diagnostics", "Parallel", "Yams", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(name: "Authoring", dependencies: ["Content", "Diagnostics"]),
        .target(name: "Charts"),
        .target(name: "Search", dependencies: ["Parallel"]),
        .target(
            name: "Site",
            dependencies: [
                "Content", "Charts", "Search", "Markdown", "Diagnostics", "Parallel",
            ],
            plugins: ["EmbedTemplates"]),
        .target(
            name: "Publishing",
            dependencies: ["Diagnostics", "Parallel", .product(name: "Crypto", package: "swift-crypto")]),
        .executableTarget(
            name: "exemplar",
            dependencies: [
                "Content", "Markdown", "Authoring", "Site", "Publishing", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Puts templates/ into the binary, so that the program is one file.
        .executableTarget(name: "embed-templates"),
        .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics"], resources: [.copy("Fixtures")]),
        .testTarget(name: "ContentTests", dependencies: ["Content", "Markdown", "Diagnostics", "Yams"]),
        .testTarget(name: "AuthoringTests", dependencies: ["Authoring", "Content", "Diagnostics", "Markdown"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
        .testTarget(name: "SiteTests", dependencies: ["Site", "Content", "Diagnostics", "Parallel"]),
        .testTarget(
            name: "SearchTests", dependencies: ["Search", "Site", "Content", "Diagnostics", "Parallel"],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Diagnostics"]),
        .testTarget(name: "CommandTests", dependencies: ["Diagnostics", "exemplar"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where ![.system, .plugin].contains(target.type) {
    target.swiftSettings = ["ExistentialAny", "MemberImportVisibility"].map { .enableUpcomingFeature($0) }
}
