using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.RateLimits;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.State;

/// <summary>
/// All data of the fake. One lock guards it: it is held briefly, and two uploads of one file can never both succeed.
/// </summary>
internal sealed class World(FakeStravaOptions options)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, FakeUpload> _uploads = [];
    private readonly SortedDictionary<long, ProcessedFile> _pending = [];
    private readonly SortedDictionary<long, DetailedActivity> _activities = [];
    private readonly Dictionary<string, long> _photoPlaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakePhoto> _photos = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _reads = [];
    private readonly DuplicateIndex _duplicates = new();
    private readonly EffortRanks _ranks = new(options.FirstId);
    private readonly SecretSource _secrets = new(options.Seed);
    private TokenStore? _tokens;
    private long _nextId = options.FirstId;

    public FakeStravaOptions Options => options;

    public RequestLog Requests { get; } = new();

    public PhotoUrls PhotoUrls { get; } = new();

    /// <summary>Known once the server listens.</summary>
    public Uri BaseUri { get; set; } = new("http://127.0.0.1/");

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public TokenStore Tokens => LazyInitializer.EnsureInitialized(ref _tokens, () => new TokenStore(options, _secrets));

    public RateLimiter RateLimiter { get; } = new(options.RateLimits ?? FakeRateLimits.DefaultOf(options.Profile), options.TimeProvider);

    public bool IsDocumented => options.Profile == FakeProfile.Documented;

    public IReadOnlyList<FakeUpload> Uploads() => Locked(() => _uploads.Values.ToList());

    public IReadOnlyList<DetailedActivity> Activities() => Locked(() => _activities.Values.ToList());

    public IReadOnlyList<FakePhoto> Photos() => Locked(() => _photos.Values.ToList());

    /// <summary>Adds an upload that passed the initial checks; its result is visible when its processing is due.</summary>
    public FakeUpload AddUpload(FakeUpload upload, ProcessedFile file)
    {
        lock (_lock)
        {
            var added = upload with { Id = _nextId++, CreatedAt = Now };
            _uploads.Add(added.Id, added);
            _pending.Add(added.Id, file);
            CompleteDue();
            return added;
        }
    }

    /// <summary>Counts as a poll. Null if the athlete has no such upload.</summary>
    public FakeUpload? PollUpload(long athleteId, long uploadId)
    {
        lock (_lock)
        {
            if (!_uploads.TryGetValue(uploadId, out var upload) || upload.AthleteId != athleteId)
            {
                return null;
            }

            _uploads[uploadId] = upload with { Polls = upload.Polls + 1 };
            CompleteDue();
            return _uploads[uploadId];
        }
    }

    public DetailedActivity AddActivity(DetailedActivity draft)
    {
        lock (_lock)
        {
            return AddNumbered(draft);
        }
    }

    public DetailedActivity? FindActivity(long id) => Locked(() => _activities.GetValueOrDefault(id));

    /// <summary>True while an activity of an upload is still processing. The call counts as a poll.</summary>
    public bool IsProcessing(DetailedActivity activity)
    {
        if (activity.Recording is null || options.ActivityProcessing == ProcessingPolicy.Immediate)
        {
            return false;
        }

        lock (_lock)
        {
            var reads = _reads[activity.Id] = _reads.GetValueOrDefault(activity.Id) + 1;
            return !options.ActivityProcessing.IsDue(reads, Now - activity.CreatedAt);
        }
    }

    /// <summary>Null if the activity does not exist (any more).</summary>
    public DetailedActivity? UpdateActivity(long id, Func<DetailedActivity, DetailedActivity> change)
    {
        lock (_lock)
        {
            if (_activities.TryGetValue(id, out var activity))
            {
                return _activities[id] = change(activity) with { UpdatedAt = Now.UtcDateTime };
            }

            return null;
        }
    }

    /// <summary>
    /// The efforts on a segment that an athlete can see, the oldest upload first: private activities are on no other athlete's leaderboard.
    /// </summary>
    public IReadOnlyList<SegmentEffort> SegmentEfforts(long segmentId, long athleteId) => Locked(() => _activities.Values
        .Where(activity => !activity.Private || activity.Athlete.Id == athleteId)
        .SelectMany(activity => activity.SegmentEfforts).Where(effort => effort.Segment!.Id == segmentId).ToList());

    /// <summary>False if the activity does not exist.</summary>
    public bool DeleteActivity(long id)
    {
        lock (_lock)
        {
            CompleteDue();
            _duplicates.RemoveActivity(id);
            foreach (var upload in _uploads.Values.Where(upload => upload.ActivityId == id).ToList())
            {
                _uploads[upload.Id] = upload with { Status = UploadTexts.Deleted, ActivityId = null };
            }

            return _activities.Remove(id);
        }
    }

    public PhotoMetadata PhotoMetadata(long activityId)
    {
        var uri = PhotoUrls.SignAddress(BaseUri, PhotoUrls.KeyOfActivity(activityId), Now);
        return new PhotoMetadata(
            uri.AbsoluteUri, new PhotoHeader(PhotoUrls.ContentType), PhotoUrls.Method, options.MaxPhotoSize ?? PhotoUrls.DocumentedMaxSize);
    }

    public FakePhoto? FindPhoto(string uniqueId) => Locked(() => _photos.GetValueOrDefault(uniqueId));

    /// <summary>False if the activity was deleted. A second photo for the same key replaces the first, as in S3.</summary>
    public bool PutPhoto(string key, ReadOnlyMemory<byte> bytes, string contentType)
    {
        lock (_lock)
        {
            if (!_photoPlaces.TryGetValue(key, out var activityId) || !_activities.TryGetValue(activityId, out var activity))
            {
                return false;
            }

            _photos[key] = new FakePhoto(key, activityId, bytes, contentType, Now);
            var url = new Uri(BaseUri, $"photos/{key}").AbsoluteUri;
            var primary = new PrimaryPhoto(null, 1, key, new PhotoSizes(url, url));
            _activities[activityId] = activity with { TotalPhotoCount = 1, Photos = new PhotosSummary(1, primary, UsePrimaryPhoto: true) };
            return true;
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            CompleteDue();
            return read();
        }
    }

    /// <summary>
    /// Uploads become due by the clock, so this runs before each read; the oldest first, so that the later one is the duplicate.
    /// </summary>
    private void CompleteDue()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        foreach (var (id, file) in _pending.ToList())
        {
            var upload = _uploads[id];
            if (options.Processing.IsDue(upload.Polls, Now - upload.CreatedAt))
            {
                _pending.Remove(id);
                _uploads[id] = Complete(upload, file);
            }
        }
    }

    private FakeUpload Complete(FakeUpload upload, ProcessedFile file)
    {
        var error = file.Error;
        if (error is null && _duplicates.FindDuplicate(upload, file) is { } original)
        {
            error = UploadTexts.DescribeDuplicate(options, upload.ExternalId, original, _activities[original].Name);
        }

        if (error is not null)
        {
            return upload with { Status = UploadTexts.Failed, Error = error };
        }

        // A recording of several sports becomes an activity per sport; the upload refers to the first.
        var activities = file.Activities
            .Select(draft => AddNumbered(draft with { UploadId = upload.Id, ExternalId = upload.ExternalId })).ToList();
        _duplicates.AddUpload(upload, activities);
        return upload with { Status = UploadTexts.Ready, ActivityId = activities[0].Id };
    }

    private DetailedActivity AddNumbered(DetailedActivity draft)
    {
        var id = _nextId++;
        var activity = draft with
        {
            Id = id,
            Map = draft.Map with { Id = $"a{id}" },
            EmbedToken = _secrets.DeriveSecret("embed", id),
            CreatedAt = Now,
            UpdatedAt = Now.UtcDateTime,
        };
        activity = _ranks.Complete(activity, _activities.Values.SelectMany(other => other.SegmentEfforts));
        _activities.Add(id, activity);
        _photoPlaces.Add(PhotoUrls.KeyOfActivity(id), id);
        return activity;
    }
}
