/// A small invented statement of the form of 2018 in which every key of the form stands.
enum SmallStatement {
    static let tree = Result { try Tree(text) }

    static let text = #"""
        {
          "source": "hollin-statement.txt",
          "transcription_notes": ["Rows are rebuilt by order."],
          "statement": {
            "id": "HOLLIN-2018",
            "title": "Hollin Dale written statement of action",
            "period": "March 2018 – March 2019",
            "inspection": "25 to 29 September 2017",
            "core_vision": "Everyone's dale",
            "progress_scheme": {
              "columns": ["2018-03", "2018-06"],
              "ratings": [
                { "id": "green", "letter": "G", "label": "Green", "definition": "Completed" },
                { "id": "amber", "letter": "A", "label": "Amber", "definition": "Progressing" },
                { "id": "red", "letter": "R", "label": "Red", "definition": "Little progress" },
                { "id": "grey", "letter": "", "label": "Grey", "definition": "Done elsewhere" }
              ],
              "rag_as_at": "2018-03"
            },
            "governance": {
              "reporting_lines": [
                { "from": "Operations Group", "to": "Programme Board", "what": "delivery", "note": "as we read it" },
                { "from": "Programme Board", "to": "Wellbeing Board" }
              ],
              "also_held_to_account_by": ["Scrutiny Committee"],
              "board_review": "monthly"
            }
          },
          "outcomes": [
            {
              "id": "A", "area_of_weakness": "Nobody answers for it", "outcomes_sought": ["Somebody does"],
              "required_outcomes": [
                { "id": "A1", "text": "Clear lines" },
                { "id": "A2", "text": "Regular news" }
              ]
            },
            {
              "id": "B", "area_of_weakness": "Plans come late",
              "required_outcomes": [{ "id": "B1", "text": "Plans in time" }]
            }
          ],
          "actions": [
            {
              "id": "A1.1", "outcome": "A", "required_outcome_id": "A1", "required_outcome": "Clear lines",
              "action": "Report to the board", "timescale": "Quarterly", "owners": ["Director", "Head of SEND"],
              "accountable": ["Chair"], "measures_of_success": ["The board asks", "Its minutes say so"],
              "measure_refs": [["K810"], ["K811", "K812"]], "rag": "Green", "rag_letter": "G",
              "uncertain": false
            },
            {
              "id": "A2.1", "outcome": "A", "required_outcome_id": "A2", "required_outcome": "Regular news",
              "action": "Send a letter", "sub_actions": ["Write it", "Post it"], "timescale": "Sept 2018",
              "owners": ["Head of SEND"], "accountable": ["Director"], "measures_of_success": ["Letters sent"],
              "rag": "Amber", "rag_letter": "A", "uncertain": true, "note": "Stands twice in the text.",
              "uncertain_fields": {
                "owners": { "uncertain": true, "why": "the cell is cut" },
                "timescale": { "uncertain": false, "why": "read from the next page" }
              }
            },
            {
              "id": "B1.1", "outcome": "B", "required_outcome_id": "B1", "required_outcome": "Plans in time",
              "action": "Ask for advice sooner", "timescale": "June 2018", "owners": ["Head of SEND"],
              "accountable": ["Director"], "measures_of_success": [], "rag": "Red", "rag_letter": "R"
            },
            {
              "id": "B1.2", "outcome": "B", "required_outcome_id": "B1", "required_outcome": "Plans in time",
              "action": "Share the work", "timescale": "", "owners": [], "accountable": [],
              "measures_of_success": [], "rag": "", "rag_letter": "", "uncertain": true
            },
            {
              "id": "B1.3", "outcome": "B", "required_outcome_id": "B1", "required_outcome": "Plans in time",
              "action": "Leave it to the region", "timescale": "March 2019", "owners": ["Director"],
              "accountable": ["Chair"], "measures_of_success": [], "rag": "Grey", "rag_letter": ""
            }
          ],
          "timeliness_trajectory": {
            "measure": "% in 20 weeks", "measure_ref": "K301", "cohort": "new plans from March",
            "at_inspection_percent": 35, "at_inspection_text": "It was 35%",
            "targets": [
              { "date": "2018-06", "date_text": "June 2018", "target_percent": 50 },
              { "date": "2018-09", "date_text": "Sep 2018", "target_percent": 75 },
              { "date": "2019-03", "date_text": "March 2019", "target_percent": 100 }
            ]
          },
          "exclusion_figures": {
            "baseline_year": "2016-17", "scope": "days out of school", "days_lost": 1200,
            "days_lost_semh": 700, "reduction_percent": 30, "reduction_by": "2018-12",
            "reduction_by_text": "by December 2018", "days_recovered": 360,
            "days_recovered_year": "2017-18", "longer_target": "lower than others by 2020",
            "note": "The text rounds.", "measure_refs": ["K717"]
          },
          "other_targets": [
            {
              "measure": "Year 6 transfers in time", "measure_ref": "K310", "actions": ["B1.1"],
              "values": [
                { "year": "2017", "percent": 60 },
                { "by": "2019-02", "percent": 95, "kind": "target", "comparison": "above" }
              ]
            },
            { "measure": "Staff trained", "values": [{ "count": 1300 }] }
          ],
          "annex_b": {
            "title": "Performance framework", "uncertain": true, "uncertain_why": "Two columns are apart.",
            "groups": [
              { "group": "Numbers", "measures": [{ "text": "Children with a plan", "measure_refs": ["K317"] }] },
              { "group": "Time", "measures": [{ "text": "Plans in 20 weeks" }] }
            ]
          }
        }
        """#
}
