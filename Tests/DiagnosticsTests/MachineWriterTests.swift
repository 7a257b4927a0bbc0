import Foundation
import Testing
import Text

@testable import Diagnostics

@Suite("Programs get every problem with its place")
struct MachineWriterTests {
    private let topic = Written(text: "title: 电梯\nkind: \"a<b\"\n")

    private var problems: [Diagnostic] {
        [
            Diagnostic(
                .duplicateId, "100%: 一\n二", at: topic.span("电梯"), hint: "rename, please",
                notes: [.init("the first is here", at: topic.span("kind"))]),
            Diagnostic(.topHeading, "begin with ##", at: topic.span("\"a<b\"\n")),
        ]
    }

    @Test("JSON: an array of objects, without the fields that have nothing to say")
    func json() {
        #expect(
            topic.write(problems, as: .json) == #"""
                [
                  {
                    "code": "duplicate-id",
                    "severity": "error",
                    "message": "100%: 一\n二",
                    "path": "content/topics/lifts.md",
                    "line": 1,
                    "column": 8,
                    "endLine": 1,
                    "endColumn": 10,
                    "excerpt": "title: 电梯",
                    "hint": "rename, please",
                    "notes": [
                      {
                        "message": "the first is here",
                        "path": "content/topics/lifts.md",
                        "line": 2,
                        "column": 1
                      }
                    ]
                  },
                  {
                    "code": "top-heading",
                    "severity": "warning",
                    "message": "begin with ##",
                    "path": "content/topics/lifts.md",
                    "line": 2,
                    "column": 7,
                    "endLine": 3,
                    "endColumn": 1,
                    "excerpt": "kind: \"a\u003Cb\""
                  }
                ]

                """#)
        #expect(topic.write([], as: .json) == "[]\n")
    }

    @Test("GitHub: one workflow command a problem, with its special characters escaped")
    func github() {
        #expect(
            topic.write(problems, as: .github) == """
                ::error file=content/topics/lifts.md,line=1,col=8,title=duplicate-id::100%25: 一%0A二%0Arename, please
                ::warning file=content/topics/lifts.md,line=2,col=7,title=top-heading::begin with ##

                """)
        #expect(
            Written(path: "a,b:c%.md", text: "").write(
                [Diagnostic(.deadLink, "x\ry", at: .init(path: "a,b:c%.md", range: 0..<0))], as: .github)
                == "::error file=a%2Cb%3Ac%25.md,line=1,col=1,title=dead-link::x%0Dy\n")
        // The name of a file can neither begin another command nor speak to the terminal that shows a log.
        let name = "a\n::warning::b,\u{301}c:\u{301}\u{1B}[2J.md"
        #expect(
            Written(path: name, text: "").write(
                [Diagnostic(.deadLink, "\u{1B}[31m", at: .init(path: name, range: 0..<0))], as: .github)
                == "::error file=a%0A%3A%3Awarning%3A%3Ab%2C\u{301}c%3A\u{301}␛[2J.md,line=1,col=1,"
                + "title=dead-link::␛[31m\n")
    }

    @Test("GitLab: where, what, how bad, and a fingerprint that stays when the problem only moves")
    func codeQuality() {
        func report(_ text: String) -> String {
            let topic = Written(text: text)
            return topic.write(
                [
                    Diagnostic(.duplicateId, "100%: 一\n二", at: topic.span("电梯"), hint: "rename, please"),
                    Diagnostic(.duplicateId, "100%: 一\n二", at: topic.span("电梯")),
                ], as: .codeQuality)
        }
        let expected = #"""
            [
              {
                "check_name": "duplicate-id",
                "description": "100%: 一\n二\nrename, please",
                "severity": "major",
                "fingerprint": "ff384b5b1f05b9d3",
                "location": {
                  "path": "content/topics/lifts.md",
                  "lines": {
                    "begin": LINE
                  }
                }
              },
              {
                "check_name": "duplicate-id",
                "description": "100%: 一\n二",
                "severity": "major",
                "fingerprint": "ff384c5b1f05bb86",
                "location": {
                  "path": "content/topics/lifts.md",
                  "lines": {
                    "begin": LINE
                  }
                }
              }
            ]

            """#
        #expect(report("title: 电梯\n") == expected.replacing("LINE", with: "1"))
        #expect(report("\n\ntitle: 电梯\n") == expected.replacing("LINE", with: "3"))
    }

    @Test("SARIF: the rules that occur, in their own order, and each result with its region")
    func sarif() {
        let duplicate = DiagnosticCode.duplicateId.explanation(in: .en)
        let heading = DiagnosticCode.topHeading.explanation(in: .en)
        #expect(
            topic.write(problems, as: .sarif) == #"""
                {
                  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "exemplar",
                          "language": "en-US",
                          "rules": [
                            {
                              "id": "duplicate-id",
                              "shortDescription": {
                                "text": "\#(duplicate.title)"
                              },
                              "fullDescription": {
                                "text": "\#(duplicate.reason)"
                              },
                              "help": {
                                "text": "\#(duplicate.remedy)"
                              }
                            },
                            {
                              "id": "top-heading",
                              "shortDescription": {
                                "text": "\#(heading.title)"
                              },
                              "fullDescription": {
                                "text": "\#(heading.reason)"
                              },
                              "help": {
                                "text": "\#(heading.remedy)"
                              }
                            }
                          ]
                        }
                      },
                      "language": "en-US",
                      "columnKind": "unicodeCodePoints",
                      "results": [
                        {
                          "ruleId": "duplicate-id",
                          "level": "error",
                          "message": {
                            "text": "100%: 一\n二\nrename, please"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "content/topics/lifts.md"
                                },
                                "region": {
                                  "startLine": 1,
                                  "startColumn": 8,
                                  "endLine": 1,
                                  "endColumn": 10
                                }
                              }
                            }
                          ],
                          "relatedLocations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "content/topics/lifts.md"
                                },
                                "region": {
                                  "startLine": 2,
                                  "startColumn": 1,
                                  "endLine": 2,
                                  "endColumn": 5
                                }
                              },
                              "message": {
                                "text": "the first is here"
                              }
                            }
                          ]
                        },
                        {
                          "ruleId": "top-heading",
                          "level": "warning",
                          "message": {
                            "text": "begin with ##"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "content/topics/lifts.md"
                                },
                                "region": {
                                  "startLine": 2,
                                  "startColumn": 7,
                                  "endLine": 3,
                                  "endColumn": 1
                                }
                              }
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }

                """#)
    }

    @Test(
        "every format is one that a program can read, even where a file is gone",
        arguments: [
            DiagnosticFormat.json, .sarif,
        ])
    func isJSON(format: DiagnosticFormat) throws {
        let all = DiagnosticCode.allCases.map {
            Diagnostic($0, "“\($0)”\t\u{1}", at: .init(path: "gone.md", range: 4..<9), hint: "<&>")
        }
        let text = topic.write(all, as: format)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        #expect(all.allSatisfy { text.contains("\"\($0.code.rawValue)\"") })
    }
}
