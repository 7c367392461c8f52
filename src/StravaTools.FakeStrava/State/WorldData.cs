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

    public SortedList<long, FakeUpload> Uploads { get; private init; } = [];

    public SortedDictionary<long, ProcessedFile> Pending { get; private init; } = [];

    /// <summary>Uploads whose processing a test completes or fails.</summary>
    public HashSet<long> Held { get; private init; } = [];

    public SortedList<long, DetailedActivity> Activities { get; private init; } = [];

    public Dictionary<string, long> PhotoPlaces { get; private init; } = new(StringComparer.Ordinal);

    public Dictionary<string, FakePhoto> Photos { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>How often activities in processing were read.</summary>
    public Dictionary<long, int> Reads { get; private init; } = [];

    public DuplicateIndex Duplicates { get; private init; } = new();

    public EffortRanks Ranks { get; private init; } = new(options.FirstId);

    public SecretSource Secrets { get; private init; } = new(options.Seed);

    public TokenStore Tokens
    {
        get => _tokens ?? LazyInitializer.EnsureInitialized(ref _tokens, () => new TokenStore(Options, Secrets));
        init => _tokens = value;
    }

    public long NextId { get; set; } = options.FirstId;

    /// <summary>Data with the given content; indexes and ranks are computed.</summary>
    /// <param name="content">The content.</param>
    /// <param name="before">The data before a change, whose counters continue; null for new data.</param>
    public static WorldData FromContent(WorldContent content, WorldData? before)
    {
        var options = content.Options;
        var secrets = before?.Secrets.CopySource() ?? new SecretSource(options.Seed);
        var data = new WorldData(options)
        {
            Uploads = new(content.Uploads.ToDictionary(upload => upload.Id)),
            Pending = new(new Dictionary<long, ProcessedFile>(content.Pending)),
            Held = [.. content.Held],
            Activities = new(content.Activities.Where(activity => activity.Id != 0).ToDictionary(activity => activity.Id)),
            Photos = content.Photos.ToDictionary(photo => photo.UniqueId, StringComparer.Ordinal),
            Reads = before?.Reads ?? [],
            Secrets = secrets,
            Tokens = TokenStore.FromGrants(options, secrets, content.Grants, before?.Tokens),
        };
        foreach (var activity in data.Activities.Values)
        {
            data.Ranks.CountEfforts(activity);
        }

        long[] ids = [.. data.Uploads.Keys, .. data.Activities.Keys, (before?.NextId ?? options.FirstId) - 1];
        data.NextId = ids.Max() + 1;
        foreach (var upload in data.Uploads.Values)
        {
            data.IndexUpload(upload);
        }

        return data;
    }

    public WorldContent ReadContent() => new()
    {
        Options = Options,
        Grants = Tokens.Grants(),
        Uploads = [.. Uploads.Values],
        Pending = new Dictionary<long, ProcessedFile>(Pending),
        Held = new HashSet<long>(Held),
        Activities = [.. Activities.Values],
        Photos = [.. Photos.Values],
    };

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

    private void IndexUpload(FakeUpload upload)
    {
        DetailedActivity[] activities = [.. Activities.Values.Where(activity => activity.UploadId == upload.Id)];
        if (activities.Length > 0)
        {
            Duplicates.AddUpload(upload, activities);
        }
    }
}
