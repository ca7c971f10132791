// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "textbench",
  dependencies: [.package(name: "silsila", path: "../..")],
  targets: [
    .executableTarget(
      name: "textbench", dependencies: [.product(name: "SilsilaText", package: "silsila")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
