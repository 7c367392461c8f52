using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Cases of rules about the file itself.</summary>
internal static class FileCases
{
    private const int MaxSize = 25 * 1024 * 1024;

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("GEN0101", Text.File("a.gpx", ""), GoodGpx) { HasPlace = false },
        new("GEN0102", Text.File("a.gpx", "<html><body>Sign in</body></html>"), GoodGpx) { HasPlace = false, MessagePart = "<html>" },
        new("GEN0103", Named("a.gpx.gz", Text.Gzip(Bytes(GoodGpx))[..^5]), Named("a.gpx.gz", Text.Gzip(Bytes(GoodGpx)))),
        new("GEN0104", Named("a.gpx.gz", Text.Gzip(new byte[40_000_000])),
            Named("a.gpx.gz", Text.Gzip(Bytes(GoodGpx)))) { HasPlace = false },
        new("GEN0105", Named("a.json.gz", Text.Gzip(Bytes(GoodJson))), GoodJson) { HasPlace = false },
        new("GEN0106", Named("ride.tcx", Bytes(GoodGpx)), Named("ride.GPX", Bytes(GoodGpx))) { HasPlace = false,
            MessagePart = "called .tcx but contains GPX" },
        new("GEN0106", Named("ride.fit.gz", Text.Gzip(Bytes(GoodGpx))), Named("ride", Text.Gzip(Bytes(GoodGpx)))) { HasPlace = false },
        new("GEN0107", Named("a.gpx.gz", Bytes(GoodGpx)), Named("a.gpx.GZ", Text.Gzip(Bytes(GoodGpx)))) { HasPlace = false,
            MessagePart = "is not gzipped" },
        new("GEN0107", Named("a.gpx", Text.Gzip(Bytes(GoodGpx))), Named("a.gpx", Bytes(GoodGpx))) { HasPlace = false,
            MessagePart = "is called .gpx" },
        new("GEN0109", Named("a.gpx.gz", [.. Text.Gzip(Bytes(GoodGpx)), 0, 0]), Named("a.gpx.gz", Text.Gzip(Bytes(GoodGpx))))
        {
            MessagePart = "2 bytes follow",
        },
        new("GEN0110", Text.File("a.json", "{" + new string(' ', 32 * 1024 * 1024)), GoodJson) { HasPlace = false },
        new("GEN0108", Padded(MaxSize + 1), Padded(MaxSize)) { HasPlace = false, MessagePart = "25.0 MB" },
    ];

    private static ActivityFile Named(string name, byte[] bytes) => ActivityFile.FromBytes(name, bytes);

    private static byte[] Bytes(ActivityFile file) => file.Bytes.ToArray();

    private static ActivityFile Padded(int size)
    {
        var bytes = new byte[size];
        bytes.AsSpan().Fill((byte)' ');
        Bytes(GoodGpx).CopyTo(bytes, 0);
        return Named("a.gpx", bytes);
    }
}
