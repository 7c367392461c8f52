using StravaTools.Sync.Model;

namespace StravaTools.Sync.PostgreSql.Tests.Storage;

/// <summary>Facts about numbered files.</summary>
internal static class Facts
{
    public static ContentKey Key(int number) => new((UInt128)number << 64 | (UInt128)number);

    public static SyncFact File(int number) => new(SyncFactKind.File, Key(number))
    {
        Path = $"{number}.fit",
        Size = 100,
        Start = new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero).AddHours(number),
        Elapsed = 3600,
        Sport = "Ride",
    };

    public static SyncFact Sending(int number) => new(SyncFactKind.Sending, Key(number));

    public static SyncFact Sent(int number) => new(SyncFactKind.Sent, Key(number)) { UploadId = 1000 + number };

    public static SyncFact Ready(int number) => new(SyncFactKind.Ready, Key(number)) { ActivityIds = [2000 + number], By = "list" };

    public static SyncFact End(int exitCode, DateTimeOffset? next = null) =>
        new(SyncFactKind.End) { Number = exitCode, Modified = next, By = "test" };
}
