// swift-tools-version: 6.3
import PackageDescription

// The commit that `exemplar --version` names.
let commit = Context.gitInformation.map { $0.currentCommit.prefix(9) + ($0.hasUncommittedChanges ? "+" : "") } ?? ""

// From the lowest floor up: a target may import what stands above it in this list, as
// docs/architecture.md tells. `Text` and `Disk` hold what every program needs, and only `Disk` speaks to the
// system. `Charts` and `Search` know nothing of the domain; `Content` knows nothing of the site.
let package = Package(
    name: "exemplar",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "exemplar", targets: ["exemplar"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CArchive", pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
        .target(name: "CDisk"),
        .target(name: "Text"),
        .target(name: "Diagnostics", dependencies: ["Text"], exclude: ["Catalogue"], plugins: ["CompileCatalogue"]),
        .target(name: "Parallel"),
        .target(name: "Archive", dependencies: ["CArchive", "Text"]),
        .target(name: "Office", dependencies: ["Archive", "Text"]),
        .target(
            name: "Disk",
            dependencies: ["CDisk", "Text", "Parallel", .product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "Markdown", dependencies: ["CCmark", "Text", "Diagnostics"]),
        .target(
            name: "Content",
            dependencies: [
                "Markdown", "Text", "Diagnostics", "Parallel", "Yams",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(name: "Embedded", plugins: ["EmbedTemplates"]),
        .target(
            name: "Authoring",
            dependencies: ["Archive", "Content", "Office", "Text", "Diagnostics", "Embedded", "Yams"]),
        .target(name: "Charts", dependencies: ["Text"]),
        .target(name: "Search", dependencies: ["Text", "Parallel"]),
        .target(
            name: "Site",
            dependencies: [
                "Content", "Charts", "Search", "Markdown", "Disk", "Text", "Diagnostics", "Embedded",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(name: "Changes", dependencies: ["Authoring", "Site", "Content", "Text", "Diagnostics"]),
        .target(
            name: "Delivery",
            dependencies: [
                "Archive", "Disk", "Parallel", "Search", "Text", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(name: "CBuild", cSettings: [.define("EXEMPLAR_COMMIT", to: "\"\(commit)\"")]),
        .target(
            name: "Preview",
            dependencies: [
                "Site", "Content", "Disk", "Text", "Diagnostics", "Embedded", "FlyingFox",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        .executableTarget(
            name: "exemplar",
            dependencies: [
                "CBuild", "Content", "Markdown", "Authoring", "Site", "Changes", "Preview", "Archive", "Delivery",
                "Disk",
                "Text", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            // By which the program knows itself, so that a site is made anew by another one (decision 22). The linker of macOS
            // gives one without being asked.
            linkerSettings: [.unsafeFlags(["-Xlinker", "--build-id=sha1"], .when(platforms: [.linux]))]),

        // Puts templates/ into the binary, so that the program is one file.
        .executableTarget(name: "embed-templates"),
        .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),

        // Turns the catalogue of diagnostics into Swift, so that a sentence without its words does not compile.
        .executableTarget(name: "compile-catalogue"),
        .plugin(name: "CompileCatalogue", capability: .buildTool(), dependencies: ["compile-catalogue"]),

        // What several of the tests need: libraries that are read once, random numbers, checks of XML and of links.
        .target(
            name: "TestSupport", dependencies: ["Site", "Content", "Disk", "Text", "Diagnostics", "Parallel"],
            path: "Tests/TestSupport"),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "Authoring", "Site", "Content", "Search", "Markdown", "Disk", "Text", "Diagnostics", "TestSupport",
            ], path: "Tests/FuzzTargets"),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], exclude: ["Corpus"]),
        .testTarget(name: "TextTests", dependencies: ["Text"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Text"]),
        .testTarget(name: "DiskTests", dependencies: ["Disk", "Text"]),
        .testTarget(
            name: "MarkdownTests", dependencies: ["Markdown", "Text", "Diagnostics", "TestSupport"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "ContentTests",
            dependencies: ["Content", "Markdown", "Text", "Diagnostics", "TestSupport", "Yams"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "AuthoringTests",
            dependencies: [
                "Authoring", "Content", "Office", "Text", "Diagnostics", "Embedded", "Markdown", "TestSupport", "Yams",
            ],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "OfficeTests", dependencies: ["Archive", "Office"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts", "TestSupport"]),
        .testTarget(
            name: "SiteTests", dependencies: ["Site", "Content", "Disk", "Text", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "SearchTests", dependencies: ["Search", "Site", "Text", "Diagnostics", "TestSupport"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "PreviewTests",
            dependencies: [
                "Preview", "Site", "Content", "Disk", "Text", "Diagnostics", "TestSupport",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        .testTarget(
            name: "ChangesTests",
            dependencies: [
                "Changes", "Authoring", "Site", "Content", "Markdown", "Text", "Diagnostics", "TestSupport", "Yams",
            ], resources: [.copy("Fixtures")]),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive", "TestSupport"]),
        .testTarget(
            name: "DeliveryTests", dependencies: ["Delivery", "Archive", "Disk", "Site", "Text", "TestSupport"]),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Archive", "Diagnostics", "TestSupport", "exemplar", "compile-catalogue",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// `script/fuzz` builds one program more, with everything that it calls telling libFuzzer where it goes.
if Context.environment["EXEMPLAR_FUZZ"] != nil {
    package.products.append(.executable(name: "fuzz", targets: ["fuzz"]))
    package.targets.append(.executableTarget(name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz"))
}

for target in package.targets where ![.system, .plugin].contains(target.type) {
    target.swiftSettings = ["ExistentialAny", "MemberImportVisibility"].map { .enableUpcomingFeature($0) }
    // What one module asks of another in every line of a page is compiled into where it is asked: a tenth of the time of a
    // build (docs/performance.md).
    target.swiftSettings?.append(.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)))
}

if Context.environment["EXEMPLAR_FUZZ"] != nil {
    let read = [
        "Text", "Diagnostics", "Archive", "Office", "Markdown", "Content", "Authoring", "Charts", "Search", "Site",
        "FuzzTargets", "fuzz",
    ]
    for target in package.targets where read.contains(target.name) {
        target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]))
        target.linkerSettings = target.name == "fuzz" ? [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])] : nil
    }
}
