using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.State;

/// <summary>What a snapshot keeps. The records are immutable, so a copy of the collections is a copy of the data.</summary>
internal sealed class WorldData(FakeStravaOptions options)
{
    private TokenStore? _tokens;

    public FakeStravaOptions Options { get; set; } = options;

    public SortedDictionary<long, FakeUpload> Uploads { get; private init; } = [];

    public SortedDictionary<long, ProcessedFile> Pending { get; private init; } = [];

    /// <summary>Uploads whose processing a test completes or fails.</summary>
    public HashSet<long> Held { get; private init; } = [];

    public SortedDictionary<long, DetailedActivity> Activities { get; private init; } = [];

    public Dictionary<string, long> PhotoPlaces { get; private init; } = new(StringComparer.Ordinal);

    public Dictionary<string, FakePhoto> Photos { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>How often activities in processing were read.</summary>
    public Dictionary<long, int> Reads { get; private init; } = [];

    public DuplicateIndex Duplicates { get; private init; } = new();

    public EffortRanks Ranks { get; private init; } = new(options.FirstId);

    public SecretSource Secrets { get; private init; } = new(options.Seed);

    public TokenStore Tokens => LazyInitializer.EnsureInitialized(ref _tokens, () => new TokenStore(Options, Secrets));

    public long NextId { get; set; } = options.FirstId;

    public WorldData CopyData()
    {
        var secrets = Secrets.CopySource();
        return new WorldData(Options)
        {
            Uploads = new(Uploads),
            Pending = new(Pending),
            Held = [.. Held],
            Activities = new(Activities),
            PhotoPlaces = new(PhotoPlaces, StringComparer.Ordinal),
            Photos = new(Photos, StringComparer.Ordinal),
            Reads = new(Reads),
            Duplicates = Duplicates.CopyIndex(),
            Ranks = Ranks.CopyRanks(),
            Secrets = secrets,
            _tokens = Tokens.CopyStore(secrets),
            NextId = NextId,
        };
    }
}
