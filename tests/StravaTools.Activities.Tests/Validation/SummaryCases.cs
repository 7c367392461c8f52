using StravaTools.Activities.Tests.Formats.Fit;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;
using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Cases of rules about laps, sets, and totals of a file. (Duplicates need two files and have their own tests.)</summary>
internal static class SummaryCases
{
    private static readonly FitValue[] Hour = [SessionSport(2), TotalElapsedTime(3600)];

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("GEN0501", Fit(fit => Records(fit).Message(FitBuilder.Lap, LapStart(-121)), Hour),
            Fit(fit => Records(fit).Message(FitBuilder.Lap, LapStart(-120)), Hour)),
        new("GEN0501", Fit(fit => Records(fit).Message(FitBuilder.Lap, LapStart(1800), TotalElapsedTime(1921)), Hour),
            Fit(fit => Records(fit).Message(FitBuilder.Lap, LapStart(1800), TotalElapsedTime(1920)), Hour)),
        new("GEN0501", Tcx(Trackpoint(122) + Trackpoint(130)), Tcx(Trackpoint(120) + Trackpoint(130))),
        new("GEN0502", Json(sets: Set("2025-01-15T09:32:01Z")), Json(sets: Set("2025-01-15T09:32:00Z"))),
        new("GEN0503", Fit(fit => Records(fit), SessionSport(2), TotalElapsedTime(3.6)),
            Fit(fit => Records(fit), Hour)) { MessagePart = "The points cover 1:00:00, but the elapsed time is 0:00:03." },
        new("GEN0503", Fit(fit => Records(fit), SessionSport(2), TotalElapsedTime(3427)),
            Fit(fit => Records(fit), SessionSport(2), TotalElapsedTime(3430))),
        new("GEN0503", Fit(fit => fit.RecordAt(0).RecordAt(60), SessionSport(2), TotalElapsedTime(60_000)),
            Fit(fit => fit.RecordAt(0).RecordAt(60), SessionSport(2), TotalElapsedTime(600)))
        {
            MessagePart = "The points cover 0:01:00, but the elapsed time is 16:40:00.",
        },
        new("GEN0503", Tcx(Trackpoint(0) + Trackpoint(1770), lap: "<TotalTimeSeconds>1770000</TotalTimeSeconds>"),
            Tcx(Trackpoint(0) + Trackpoint(1770), lap: "<TotalTimeSeconds>1770</TotalTimeSeconds>"))
        {
            MessagePart = "the laps add up to 491:40:00.",
        },
        new("GEN0503", Json(more: "\"active_time\": 3781"), Json(more: "\"active_time\": 3780"))
        {
            HasPlace = false,
            MessagePart = "1:03:01",
        },
    ];

    private static FitBuilder Records(FitBuilder fit) => fit.RecordAt(0).RecordAt(1800).RecordAt(3600);

    private static FitValue LapStart(int second) => new(2, FitType.UInt32, (uint)(FitBuilder.Start + second));

    private static string Set(string start) => $$"""{ "exercise_type": "PLANK_GENERIC", "start_time": "{{start}}" }""";
}
