using StravaTools.Activities.Tests.Formats.Fit;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;
using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Cases of FIT rules.</summary>
internal static class FitCases
{
    private static readonly FitValue[] Type = [new(0, FitType.Enum, 4)], Made = [new(1, FitType.UInt16, 1)], Product =
        [new(2, FitType.UInt16, 2)],
        Created = [new(4, FitType.UInt32, FitBuilder.Start)], ProductName = [new(8, FitType.String, "Edge")];

    private static readonly FitValue[] Strength = [SessionSport(10), SessionSubSport(20), TotalElapsedTime(900)];

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("FIT0101", ActivityFile.FromBytes("a.fit", GoodFit.Bytes[..^20]), GoodFit),
        new("FIT0102", Fit(fit => fit.RecordAt(0).Message(FitBuilder.Record, HeartRate(100))), GoodFit),
        new("FIT0103", Fit(_ => { }), GoodFit) { HasPlace = false },
        new("FIT0104", Fit(fit => fit.RecordAt(0).Raw(0x05)), GoodFit),
        new("FIT0105", new FitBuilder().Message(FitBuilder.FileId, new FitValue(0, FitType.Enum, 6)).RecordAt(0).ToFile(),
            GoodFit) { MessagePart = "6 (course)" },
        new("FIT0106", Fit(fit => fit.Message(FitBuilder.Set, SetType), Strength),
            Workout(SessionSport(10), SessionSubSport(20), TotalElapsedTime(900))) { MessagePart = "no activity message" },
        new("FIT0106", Workout(SessionSport(10)), Workout(Strength)) { MessagePart = "total_elapsed_time" },
        new("FIT0107", FitBuilder.NewActivity().RecordAt(0).ToFile(), GoodFit) { HasPlace = false },
        new("FIT0108", Fit(fit => fit.RecordAt(0), TotalElapsedTime(1)), GoodFit),
        new("FIT0109", File([.. Type, .. Product, .. Created]),
            File([.. Type, .. Made, .. Product, .. Created])) { MessagePart = "no manufacturer" },
        new("FIT0109", File([.. Type, .. Made, .. Created]), File([.. Type, .. Made, .. ProductName, .. Created]))
        {
            MessagePart = "no product",
        },
        new("FIT0111", File([.. Type, .. Made, .. Product]), GoodFit),
        new("FIT0113", File([.. Type, new(1, FitType.UInt16, 9999), .. Product, .. Created]),
            File([.. Type, new(1, FitType.UInt16, 5759), .. Product, .. Created])) { MessagePart = "The manufacturer is 9999" },
        new("FIT0114", ActivityFile.FromBytes("a.fit", (byte[])[.. GoodFit.Bytes.Span, 0, 0]), GoodFit) { MessagePart = "2 bytes follow" },
        new("FIT0115", File([.. Made, .. Product, .. Created]), GoodFit) { MessagePart = "missing" },
        new("FIT0116", Fit(fit => fit.RecordAt(0), SessionSport(22)), Fit(fit => fit.RecordAt(0), SessionSport(2), SessionSubSport(13)))
        {
            MessagePart = "'motorcycling'",
        },
        new("FIT0116", Fit(fit => fit.RecordAt(0), SessionSport(0)), Fit(fit => fit.RecordAt(0), SessionSport(3))),
        new("FIT0112", Workout(SessionSport(2), TotalElapsedTime(900)),
            Workout(SessionSport(62), TotalElapsedTime(900))) { MessagePart = "the sport is Ride" },
    ];

    private static FitValue SetType => new(5, FitType.UInt8, 1);

    private static ActivityFile File(FitValue[] fileId) =>
        new FitBuilder().Message(FitBuilder.FileId, fileId).RecordAt(0).SessionAt(0, SessionSport(2)).ToFile();

    private static ActivityFile Workout(params FitValue[] session) =>
        Fit(fit => fit.Message(FitBuilder.Set, SetType).Message(FitBuilder.Activity, Timestamp(FitBuilder.Start + 900)), session);
}
