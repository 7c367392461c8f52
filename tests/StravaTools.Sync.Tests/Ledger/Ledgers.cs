using System.Buffers;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Ledger;

/// <summary>Ledgers as bytes.</summary>
internal static class Ledgers
{
    public static readonly LedgerHeader Header = new(LedgerHeader.CurrentVersion, "api-v3.strava.com:443", 227615, 1);

    private static readonly DateTimeOffset Time = new(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

    public static byte[] ToBytes(IReadOnlyList<SyncFact> facts, LedgerHeader? header = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        LedgerLine.WriteHeader(buffer, header ?? Header, Time);
        for (var i = 0; i < facts.Count; i++)
        {
            LedgerLine.WriteFact(buffer, facts[i], i + 1);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static LedgerState Fold(IEnumerable<SyncFact> facts)
    {
        var state = new LedgerState();
        foreach (var fact in facts)
        {
            state.ApplyFact(fact);
        }

        return state;
    }

    /// <summary>Compares two states member by member.</summary>
    public static void AssertSame(LedgerState expected, LedgerState actual)
    {
        Assert.Equal(expected.Items.Values.OrderBy(item => item.Key.Value).Select(Describe),
            actual.Items.Values.OrderBy(item => item.Key.Value).Select(Describe));
        Assert.Equal(
            expected.Paths.OrderBy(path => path.Key, StringComparer.Ordinal),
            actual.Paths.OrderBy(path => path.Key, StringComparer.Ordinal));
        Assert.Equal(expected.LastSuccess, actual.LastSuccess);
        Assert.Equal(expected.LastEnd?.Time, actual.LastEnd?.Time);
        Assert.Equal(expected.Runs.Select(Describe), actual.Runs.Select(Describe));
    }

    private static string Describe(RunRecord run) => $"{run.Id} {run.Started:O} {run.End?.Time:O} {run.End?.Number} {run.End?.Why}";

    private static string Describe(SyncItem item) => $"{item with { ActivityIds = [] }} {string.Join(',', item.ActivityIds)}";
}
