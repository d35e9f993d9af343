/// A small invented plan of the form of 2023 in which every key of the form stands.
enum SmallActionPlan {
    static let tree = Result { try Tree(text) }

    /// The plan with a later day of publication, a printed version and whatever else changed.
    static func published(
        _ day: String, version: String, _ change: (Tree) -> Tree = { $0 }
    ) throws -> Tree {
        try change(
            tree.get().setting("plan.published", .text(day)).setting("plan.version", .text(version)))
    }

    static let text = #"""
        {
          "sources": {
            "main": "hollin-plan.txt",
            "cross_check": "hollin-minutes.txt",
            "note": "Page 4 was hard to read."
          },
          "plan": {
            "id": "HOLLIN-2024",
            "title": "Hollin Dale & Moss plan <for children>",
            "version": "1.0",
            "published": "2024-01-12",
            "published_text": "v1.0, 12.1.24",
            "published_note": "The day on the cover.",
            "status_scheme": {
              "name": "BRAG",
              "use": "each month",
              "ratings": [
                { "id": "red", "label": "Red", "definition": "Late, and no \"difference\" yet" },
                { "id": "amber", "label": "Amber", "definition": "In time" },
                { "id": "green", "label": "Green", "definition": "Done", "letter": "G" },
                { "id": "blue", "label": "Blue", "definition": "Done, and it lasts" }
              ]
            },
            "target_rule": "Groups propose, the board approves.",
            "counts": { "priority_areas": 2, "responses": 3, "objectives": 5, "areas_for_improvement": 2 }
          },
          "governance": {
            "bodies": [
              {
                "id": "BOARD", "name": "Improvement Board", "aliases": ["SIB", "The Board"],
                "alias_note": "The names vary.", "kind": "board", "role": "Oversees the plan",
                "leads": [{ "role": "Independent Chair", "name": "Zoë O'Hare" }],
                "members": ["The council", "The forum"], "members_source": "hollin-minutes.txt",
                "terms_of_reference": { "purpose": "To see it done", "meets": "monthly", "quorum": "Five" }
              },
              {
                "id": "TF-HEAR", "name": "Hearing Families", "kind": "task and finish group",
                "leads": [{ "name": "", "post": "Head of Participation" }],
                "areas_of_focus": ["Views", "Communication"],
                "focus_detail": { "Views": ["of children", "of parents"] },
                "also_within_remit": ["Training"], "area_for_improvement": "AfI1"
              },
              {
                "id": "TF-TIME", "name": "On Time", "kind": "task and finish group", "leads": [],
                "note": "Meets with the others.", "area_for_improvement": "AfI2"
              }
            ],
            "task_and_finish_note": "Two groups, jointly chaired.",
            "reporting_lines": [
              { "from": "TF-HEAR", "to": "SIB", "what": "a monthly report", "note": "drawn from the wording" },
              { "from": "TF-TIME", "to": "BOARD" }
            ],
            "reporting_note": "The chart itself is not in the text.",
            "scrutiny": { "bodies": ["People Scrutiny"], "source": "hollin-council.txt" }
          },
          "priority_areas": [
            {
              "id": "P1", "text": "Families are heard.",
              "responses": [
                {
                  "id": "P1A", "title": "Views change what we do",
                  "intended_outcomes": ["Families see what came of it."],
                  "looks_like_lead": "We will know when:",
                  "looks_like": ["Parents say so.", "Children say so."],
                  "objectives": [
                    {
                      "id": "P1A:1", "text": "By March 2024 every service asks.", "due": "2024-03",
                      "due_text": "2 months, March 2024", "due_text_source": "hollin-plan.txt",
                      "months_stated": 2, "groups": ["Hearing Families"],
                      "impacts": ["Every voice counts"], "measures": ["More services ask", "Forum's view"],
                      "measure_refs": [["K101", "K102"], []],
                      "milestones": [
                        { "id": "m1", "text": "A list of services.", "due": "2024-02" },
                        { "id": "m2", "text": "All have asked.", "due": "2024-03" }
                      ],
                      "notes": ["The first measure could belong to P1A:2."]
                    },
                    {
                      "id": "P1A:2", "text": "By August 2024, then each year, we answer.",
                      "due": ["2024-08", "2025-08"], "groups": ["Hearing Families", "The Board"],
                      "measures": ["Answers given"]
                    }
                  ]
                },
                {
                  "id": "P1B", "title": "We tell families what happened",
                  "objectives": [
                    {
                      "id": "P1B:1", "text": "News goes out, always.", "due": "ongoing",
                      "due_text": "Ongoing", "groups": ["Hearing Families"], "measures": []
                    }
                  ]
                }
              ]
            },
            {
              "id": "P2", "text": "Plans are made in time.",
              "responses": [
                {
                  "id": "P2A", "title": "Twenty weeks",
                  "objectives": [
                    {
                      "id": "P2A:1", "text": "By December 2024 six in ten are in time.", "due": "2024-12",
                      "groups": ["On Time"], "measures": ["Plans in time"], "measure_refs": [["K301"]]
                    },
                    {
                      "id": "P2A:2", "text": "By February 2025 nine in ten are in time.", "due": "2025-02",
                      "groups": ["On Time"], "measures": ["Plans in time"], "measure_refs": [["K301"]]
                    }
                  ]
                }
              ]
            }
          ],
          "areas_for_improvement": [
            {
              "id": "AfI1", "text": "Judge better what helps.", "group": "Hearing Families",
              "objectives": ["P1A:1", "P1B:1"], "confidence": "medium",
              "confidence_note": "One tick was unclear."
            },
            {
              "id": "AfI2", "text": "Shorten the waits.", "group": "On Time",
              "objectives": ["P1A:1", "P2A:1", "P2A:2"]
            }
          ]
        }
        """#
}
