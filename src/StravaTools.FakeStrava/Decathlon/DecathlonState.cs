using System.Security.Cryptography;
using StravaTools.FakeStrava.Blobs;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// All data of the Decathlon part. One lock guards activities and files; tokens, quota, and faults have locks of their own.
/// </summary>
internal sealed class DecathlonState(FakeDecathlonOptions options, TimeProvider clock, BlobStore blobs)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FakeDecathlonActivity> _activities =
        options.Activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);

    private readonly List<FakeStoredFile> _files = [];

    public FakeDecathlonOptions Options => options;

    public DecathlonTokens Tokens { get; } = new(options, clock);

    public DecathlonQuota Quota { get; } = new(options, clock);

    public DecathlonFaults Faults { get; } = new(options.Faults);

    /// <summary>Known once the server listens.</summary>
    public Uri BaseUri { get; set; } = new("http://127.0.0.1/");

    public IReadOnlyList<FakeDecathlonActivity> Activities()
    {
        lock (_lock)
        {
            return [.. _activities.Values.Select(WithThumbnail)];
        }
    }

    public IReadOnlyList<FakeStoredFile> StoredFiles()
    {
        lock (_lock)
        {
            return [.. _files];
        }
    }

    /// <summary>Adds an activity, or replaces the one with the same id.</summary>
    public FakeDecathlonActivity PutActivity(FakeDecathlonActivity activity)
    {
        lock (_lock)
        {
            _activities[activity.Id] = activity;
            return WithThumbnail(activity);
        }
    }

    /// <summary>Removes an activity, or all if the id is null.</summary>
    /// <returns>The number of removed activities.</returns>
    public int RemoveActivities(string? id)
    {
        lock (_lock)
        {
            var ids = _activities.Keys.Where(known => id is null || known == id).ToList();
            ids.ForEach(known => _activities.Remove(known));
            return ids.Count;
        }
    }

    /// <summary>Removes a file, or all if the key is null.</summary>
    /// <returns>The number of removed files.</returns>
    public int RemoveFiles(string? key)
    {
        lock (_lock)
        {
            return _files.RemoveAll(file => key is null || file.Key == key);
        }
    }

    /// <summary>Restores the state at the start.</summary>
    public void ResetState()
    {
        lock (_lock)
        {
            _files.Clear();
            _activities.Clear();
            foreach (var activity in options.Activities)
            {
                _activities.Add(activity.Id, activity);
            }
        }

        Tokens.ResetTokens();
        Quota.SetQuota(new FakeDecathlonQuota(options.RequestsPerMinute, options.RequestsPerDay));
        Faults.ResetFaults(options.Faults);
    }

    public FakeDecathlonActivity? FindActivity(string id) => Activities().FirstOrDefault(activity => activity.Id == id);

    /// <summary>False if the activity does not exist.</summary>
    public bool UpdateActivity(string id, Func<FakeDecathlonActivity, FakeDecathlonActivity> change)
    {
        lock (_lock)
        {
            if (!_activities.TryGetValue(id, out var activity))
            {
                return false;
            }

            _activities[id] = change(WithThumbnail(activity));
            return true;
        }
    }

    /// <returns>The URL of the file. The same bytes sent twice become two files, so that tests notice it.</returns>
    public Uri StoreFile(string fileName, string contentType, ReadOnlyMemory<byte> bytes)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var read = blobs.AddBlob(bytes.Span);
        lock (_lock)
        {
            _files.Add(new FakeStoredFile(key, fileName, contentType, bytes) { ReadBytes = read });
        }

        return FileUrl(key);
    }

    public Uri FileUrl(string key) => new(BaseUri, $"sportstrackingdata/files/{key}");

    /// <summary>"by default, for each sport activity the API generates a thumbnail (a map or a picture of the sport practiced)".</summary>
    private FakeDecathlonActivity WithThumbnail(FakeDecathlonActivity activity)
    {
        if (activity.Thumbnail is not null)
        {
            return activity;
        }

        var path = activity.HasRoute
            ? $"sportstrackingdata/maps/{activity.Id}.jpg"
            : FormattableString.Invariant($"sportstrackingdata/sports/{activity.Sport}.jpg");
        return activity with { Thumbnail = new Uri(BaseUri, path).AbsoluteUri };
    }
}
