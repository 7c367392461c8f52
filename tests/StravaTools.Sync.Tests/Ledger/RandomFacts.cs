using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Ledger;

/// <summary>Random histories in which each fact fits the facts before it.</summary>
internal static class RandomFacts
{
    private static readonly SyncFactKind[] Kinds =
        [.. Enum.GetValues<SyncFactKind>().Where(kind => kind is not (SyncFactKind.Other or SyncFactKind.Moved))];

    public static List<SyncFact> Create(int seed, int count)
    {
        var random = new Random(seed);
        var state = new LedgerState();
        var facts = new List<SyncFact>();
        while (facts.Count < count)
        {
            var fact = CreateFact(random);
            var known = state.Items.GetValueOrDefault(fact.Key);
            var fits = fact.Kind is SyncFactKind.Run or SyncFactKind.End
                || (known is null ? fact.Kind == SyncFactKind.File : Transitions.IsAllowed(known.State, fact.Kind));
            if (fits)
            {
                state.ApplyFact(fact);
                facts.Add(fact);
            }
        }

        return facts;
    }

    private static SyncFact CreateFact(Random random)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(random.Next(1_000_000_000));
        if (kind is SyncFactKind.Run or SyncFactKind.End)
        {
            return new SyncFact(kind) { Time = time, Number = random.Next(11), Why = "ümlaut \"quoted\" \n line" };
        }

        var key = new ContentKey((UInt128)random.Next(1, 12) << 64 | 7);
        var fact = new SyncFact(kind, key) { Time = time };
        return kind switch
        {
            SyncFactKind.File or SyncFactKind.Invalid or SyncFactKind.Changed => fact with
            {
                Path = $"/rides/ä {random.Next(30)}.fit",
                Size = random.Next(1, 100_000),
                Modified = random.Next(3) == 0 ? null : time,
                Start = kind == SyncFactKind.File ? time : null,
                Elapsed = kind == SyncFactKind.File ? random.Next(9000) : null,
                By = kind == SyncFactKind.File ? null : "GPX0102",
                Why = kind == SyncFactKind.File ? null : "a reason",
            },
            SyncFactKind.Sent => fact with { UploadId = random.NextInt64(1L << 60) },
            SyncFactKind.Ready or SyncFactKind.Duplicate =>
                fact with { UploadId = random.NextInt64(1L << 60), ActivityIds = [random.NextInt64(1L << 60)], By = "list" },
            SyncFactKind.PhotoSending => fact with { Number = random.Next(4) },
            SyncFactKind.Photo => fact with { Photo = (PhotoState)random.Next(2, 6) },
            _ => fact,
        };
    }
}
