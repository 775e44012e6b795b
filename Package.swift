// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "kg",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "kg", targets: ["kg"]),
        .library(name: "KnowledgeGraph", targets: ["KnowledgeGraph"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // The words of the house: value types without input or output.
        .target(name: "KGModel"),

        // Where the files lie that the program brings along.
        .target(name: "ResourceFiles"),

        // Per issue: bytes to text, text to passages, passages to mentions.
        .target(name: "TextRepair", dependencies: ["ResourceFiles"], resources: [.copy("Resources")]),
        .target(
            name: "IssueReader",
            dependencies: ["KGModel", "TextRepair", "CCmarkGFM", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "Recognition", dependencies: ["KGModel", "ResourceFiles"], exclude: ["Annotated"],
            resources: [.copy("Resources")]),

        // Over all issues: mentions to entities, entities to a graph.
        .target(name: "Linking", dependencies: ["KGModel"]),
        .target(
            name: "GraphStore",
            dependencies: [
                "KGModel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "KnowledgeGraph",
            dependencies: [
                "KGModel", "TextRepair", "IssueReader", "Recognition", "Linking", "GraphStore",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),

        // What leaves the house.
        .target(name: "Diagrams", dependencies: ["KGModel", "KnowledgeGraph", "CGraphviz"]),
        .target(
            name: "Exports", dependencies: ["KGModel", "KnowledgeGraph"],
            resources: ["html", "css", "js"].map { .embedInCode("Pages/Explorer/explorer.\($0)") }),
        .executableTarget(
            name: "kg",
            dependencies: [
                "KGModel", "TextRepair", "IssueReader", "Recognition", "Linking", "GraphStore",
                "KnowledgeGraph", "Diagrams", "Exports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Tests mirror Sources.
        .testTarget(name: "KGModelTests", dependencies: ["KGModel"]),
        .testTarget(name: "TextRepairTests", dependencies: ["TextRepair"]),
        .testTarget(
            name: "IssueReaderTests",
            dependencies: ["IssueReader", "TextRepair", "KGModel", .product(name: "Yams", package: "Yams")]),
        .testTarget(name: "RecognitionTests", dependencies: ["Recognition", "IssueReader", "KGModel"]),
        .testTarget(name: "LinkingTests", dependencies: ["Linking", "KGModel"]),
        .testTarget(
            name: "GraphStoreTests",
            dependencies: ["GraphStore", "KGModel", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(
            name: "KnowledgeGraphTests",
            dependencies: ["KnowledgeGraph", "Exports", "GraphStore", "Linking", "Recognition", "KGModel"],
            exclude: ["Oracle/oracle.py"]),
        .testTarget(
            name: "DiagramsTests", dependencies: ["Diagrams", "KGModel", "KnowledgeGraph"],
            exclude: ["Golden"]),
        .testTarget(
            name: "ExportsTests",
            dependencies: [
                "Exports", "KGModel", "KnowledgeGraph", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Clients"]),
        .testTarget(
            name: "kgTests",
            dependencies: [
                "kg", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Counting/counter.c"]),

        // System libraries: a module map and a shim header each, nothing else.
        .systemLibrary(
            name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
        .systemLibrary(
            name: "CGraphviz", pkgConfig: "libgvc",
            providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    ]
)
