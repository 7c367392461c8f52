using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Cases of strength JSON rules.</summary>
internal static class StrengthJsonCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("JSN0101", Text.File("a.json", "{ \"version\": \"1.0\", }"), GoodJson),
        new("JSN0102", Json(version: "\"1.1\""), GoodJson),
        new("JSN0103", Json(elapsed: "\"3600\""), GoodJson) { MessagePart = "'elapsed_time' must be an integer, but is a string" },
        new("JSN0103", Json(offset: "1.5"), GoodJson),
        new("JSN0103", Json(sets: """{ "exercise_type": 7 }"""), GoodJson),
        new("JSN0103", Json(more: """ "streams": { "time": [0, 1], "active": [true, 1] }"""),
            Json(more: """ "streams": { "time": [0, 1], "active": [true, false] }""")),
        new("JSN0104", Json(version: null), GoodJson) { MessagePart = "'version' is missing" },
        new("JSN0104", Json(start: null), GoodJson) { MessagePart = "'start_time'" },
        new("JSN0104", Json(offset: null), GoodJson) { MessagePart = "'utc_offset'" },
        new("JSN0104", Json(elapsed: null), GoodJson) { MessagePart = "'elapsed_time'" },
        new("JSN0104", Json(sets: null), GoodJson) { MessagePart = "'sets'" },
        new("JSN0104", Json(sets: """{ "repetitions": 10 }"""), GoodJson) { MessagePart = "'exercise_type'" },
        new("JSN0104", Json(more: """ "streams": { "heartrate": [99] }"""),
            Json(more: """ "streams": { "time": [0] }""")) { MessagePart = "'time'" },
        new("JSN0105", Json(sets: ""), GoodJson),
        new("JSN0106", Json(more: """ "streams": { "time": [0, 1], "heartrate": [99] }"""),
            Json(more: """ "streams": { "time": [0, 1], "heartrate": [99, 98] }""")),
        new("JSN0107", Json(start: "\"15.01.2025 08:30\""), GoodJson),
        new("JSN0108", Json(start: "\"2025-01-15T08:30:00\""), Json(start: "\"2025-01-15T08:30:00+01:00\"")),
        new("JSN0108", Json(sets: Set("\"start_time\": \"2025-01-15T08:30:00\"")),
            Json(sets: Set("\"start_time\": \"2025-01-15T08:30:00Z\""))),
        new("JSN0109", Json(sets: """{ "exercise_type": "PLANK GENERIC" }"""), GoodJson) { MessagePart = "did you mean PLANK_GENERIC?" },
        new("JSN0109", Json(sets: """{ "exercise_type": "ICE_DANCING_ON_MONDAYS" }"""),
            GoodJson) { MessagePart = "'ICE_DANCING_ON_MONDAYS' is not in Strava's list. " },
        new("JSN0110", Json(sets: Set("\"weight\": -20.5")), Json(sets: Set("\"weight\": 0"))) { MessagePart = "'-20.5'" },
        new("JSN0110", Json(elapsed: "-1"), Json(elapsed: "0")) { MessagePart = "'elapsed_time'" },
        new("JSN0111", Json(offset: "-8"), Json(offset: "20700")) { MessagePart = "'utc_offset' is -8" },
        new("JSN0111", Json(offset: "54000"), Json(offset: "50400")),
        new("JSN0112", Json(sets: Set("\"reps\": 10")),
            Json(sets: Set("\"repetitions\": 10, \"app_id\": 5"))) { MessagePart = "did you mean 'repetitions'?" },
        new("JSN0112", Json(more: "\"activeTime\": 10"),
            Json(more: "\"active_time\": 10, \"x\": {}")) { MessagePart = "did you mean 'active_time'?" },
        new("JSN0112", Json(more: """ "streams": { "time": [0], "heart_rate": [99] }"""),
            Json(more: """ "streams": { "time": [0], "cadence": [99] }""")) { MessagePart = "did you mean 'heartrate'?" },
    ];

    private static string Set(string more) => $$"""{ "exercise_type": "PLANK_GENERIC", {{more}} }""";
}
