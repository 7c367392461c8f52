using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Blobs;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.RateLimits;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.State;

/// <summary>
/// All data of the fake. One lock guards it: it is held briefly, and two uploads of one file can never both succeed.
/// </summary>
internal sealed class World
{
    private readonly Lock _lock = new();
    private readonly WorldEvents _events;
    private WorldData _seed;
    private WorldData _data;

    /// <param name="options">The options at the start.</param>
    /// <param name="blobs">Keeps the files and photos.</param>
    /// <param name="events">Gets the changes.</param>
    public World(FakeStravaOptions options, BlobStore blobs, WorldEvents events)
    {
        (Blobs, _events) = (blobs, events);
        (_seed, _data) = (new WorldData(options), new WorldData(options));
        StartOptions = options;
        RateLimiter = new RateLimiter(Options.RateLimits ?? FakeRateLimits.DefaultOf(Options.Profile), Options.TimeProvider);
        Processing = Options.Processing;
    }

    /// <summary>The options at the start.</summary>
    public FakeStravaOptions StartOptions { get; }

    /// <summary>The options, with changes that were made since the start.</summary>
    public FakeStravaOptions Options => Volatile.Read(ref _data).Options;

    public BlobStore Blobs { get; }

    public PhotoUrls PhotoUrls { get; } = new();

    /// <summary>Known once the server listens.</summary>
    public Uri BaseUri { get; set; } = new("http://127.0.0.1/");

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    public TokenStore Tokens => Volatile.Read(ref _data).Tokens;

    public RateLimiter RateLimiter { get; }

    /// <summary>When uploads are processed; changes apply to waiting uploads too.</summary>
    public ProcessingPolicy Processing { get; set; }

    public bool IsDocumented => Options.Profile == FakeProfile.Documented;

    public IReadOnlyList<FakeUpload> Uploads() => Locked(() => _data.Uploads.Values.ToList());

    /// <summary>The newest uploads, the newest first: a list of all would be copied.</summary>
    public IReadOnlyList<FakeUpload> NewestUploads(int count) => Locked(() => TakeNewest(_data.Uploads, count));

    /// <summary>The newest activities, the newest first.</summary>
    public IReadOnlyList<DetailedActivity> NewestActivities(int count) => Locked(() => TakeNewest(_data.Activities, count));

    public IReadOnlyList<DetailedActivity> Activities() => Locked(() => _data.Activities.Values.ToList());

    public IReadOnlyList<FakePhoto> Photos() => Locked(() => _data.Photos.Values.ToList());

    /// <summary>Completes the uploads that are due.</summary>
    public void CompleteDueUploads() => Locked(() => true);

    /// <summary>Adds an upload that passed the initial checks; its result is visible when its processing is due.</summary>
    public FakeUpload AddUpload(FakeUpload upload, ProcessedFile file)
    {
        lock (_lock)
        {
            var added = upload with { Id = _data.NextId++, CreatedAt = Now };
            _data.Uploads.Add(added.Id, added);
            _data.Pending.Add(added.Id, file);
            CompleteDue();
            return added;
        }
    }

    /// <summary>Counts as a poll. Null if the athlete has no such upload.</summary>
    public FakeUpload? PollUpload(long athleteId, long uploadId)
    {
        lock (_lock)
        {
            if (!_data.Uploads.TryGetValue(uploadId, out var upload) || upload.AthleteId != athleteId)
            {
                return null;
            }

            _data.Uploads[uploadId] = upload with { Polls = upload.Polls + 1 };
            CompleteDue();
            return _data.Uploads[uploadId];
        }
    }

    /// <summary>Null if the athlete has another activity at the same time, which only today's Strava refuses.</summary>
    public DetailedActivity? AddActivity(DetailedActivity draft)
    {
        lock (_lock)
        {
            CompleteDue();
            if (!IsDocumented && _data.Activities.Values.Any(other => Overlaps(draft, other)))
            {
                return null;
            }

            var added = AddNumbered(draft, _data);
            _events.ActivityChanged(null, added, Tokens);
            return added;
        }
    }

    public DetailedActivity? FindActivity(long id) => Locked(() => _data.Activities.GetValueOrDefault(id));

    /// <summary>True while an activity of an upload is still processing. The call counts as a poll.</summary>
    public bool IsProcessing(DetailedActivity activity)
    {
        if (activity.ReadRecording is null || Options.ActivityProcessing == ProcessingPolicy.Immediate)
        {
            return false;
        }

        lock (_lock)
        {
            var reads = _data.Reads[activity.Id] = _data.Reads.GetValueOrDefault(activity.Id) + 1;
            return !Options.ActivityProcessing.IsDue(reads, Now - activity.CreatedAt);
        }
    }

    /// <summary>Null if the activity does not exist, for example because it was deleted.</summary>
    public DetailedActivity? UpdateActivity(long id, Func<DetailedActivity, DetailedActivity> change)
    {
        lock (_lock)
        {
            if (_data.Activities.TryGetValue(id, out var activity))
            {
                var changed = _data.Activities[id] = change(activity) with { UpdatedAt = Now.UtcDateTime };
                _events.ActivityChanged(activity, changed, Tokens);
                return changed;
            }

            return null;
        }
    }

    /// <summary>
    /// The efforts on a segment that an athlete can see, the oldest upload first: private activities are on no other athlete's leaderboard.
    /// </summary>
    public IReadOnlyList<SegmentEffort> SegmentEfforts(long segmentId, long athleteId) => Locked(() => _data.Activities.Values
        .Where(activity => !activity.Private || activity.Athlete.Id == athleteId)
        .SelectMany(activity => activity.SegmentEfforts).Where(effort => effort.Segment!.Id == segmentId).ToList());

    /// <summary>False if the activity does not exist.</summary>
    public bool DeleteActivity(long id)
    {
        lock (_lock)
        {
            CompleteDue();
            _data.Duplicates.RemoveActivity(id);
            foreach (var upload in _data.Uploads.Values.Where(upload => upload.ActivityId == id).ToList())
            {
                _data.Uploads[upload.Id] = upload with { Status = UploadTexts.Deleted, ActivityId = null };
            }

            if (!_data.Activities.Remove(id, out var activity))
            {
                return false;
            }

            _events.ActivityChanged(activity, null, Tokens);
            return true;
        }
    }

    /// <summary>Completes the processing of an upload now, or ends it with an error. False if it is not processing.</summary>
    public bool FinishUpload(long id, string? error)
    {
        lock (_lock)
        {
            CompleteDue();
            if (!_data.Pending.Remove(id, out var file))
            {
                return false;
            }

            _data.Held.Remove(id);
            _data.Uploads[id] = Complete(_data.Uploads[id], error is null ? file : ProcessedFile.Failed(error));
            return true;
        }
    }

    /// <summary>Keeps an upload in processing, regardless of polls and time. False if it is not processing.</summary>
    public bool HoldUpload(long id)
    {
        lock (_lock)
        {
            CompleteDue();
            if (!_data.Pending.ContainsKey(id))
            {
                return false;
            }

            _data.Held.Add(id);
            return true;
        }
    }

    public bool IsHeld(long id) => Locked(() => _data.Held.Contains(id));

    /// <summary>Changes the options, such as the athletes and segments.</summary>
    public void UpdateOptions(Func<FakeStravaOptions, FakeStravaOptions> change)
    {
        lock (_lock)
        {
            _data.Options = change(_data.Options);
        }
    }

    /// <summary>A copy of all data.</summary>
    public WorldData Capture() => Locked(() => _data.CopyData());

    /// <summary>Replaces all data.</summary>
    public void Restore(WorldData data)
    {
        lock (_lock)
        {
            Volatile.Write(ref _data, data.CopyData());
        }
    }

    /// <summary>Restores the data at the start, and with the same seed the same ids.</summary>
    public void ResetState() => Restore(_seed);

    /// <summary>The data becomes what <see cref="ResetState"/> restores.</summary>
    public void KeepAsSeed() => _seed = Capture();

    /// <summary>The content of the state.</summary>
    public WorldContent ReadContent() => Locked(() => _data.ReadContent());

    /// <summary>Changes the content of the state.</summary>
    /// <exception cref="StateException">The changed content is not valid.</exception>
    public void ChangeContent(Func<WorldContent, WorldContent> change)
    {
        lock (_lock)
        {
            CompleteDue();
            var before = _data;
            LoadContent(change(_data.ReadContent()), _data);
            foreach (var id in before.Activities.Keys.Union(_data.Activities.Keys))
            {
                _events.ActivityChanged(before.Activities.GetValueOrDefault(id), _data.Activities.GetValueOrDefault(id), Tokens);
            }
        }
    }

    /// <summary>Revokes what the athlete of a token allowed its application. False if the token is unknown.</summary>
    public bool RevokeAccess(string token)
    {
        if (Tokens.RevokeGrant(token) is not { } grant)
        {
            return false;
        }

        _events.AccessRevoked(grant);
        return true;
    }

    /// <summary>Replaces the content of the state, with new counters.</summary>
    /// <exception cref="StateException">The content is not valid.</exception>
    public void ReplaceContent(Func<WorldContent, WorldContent> create)
    {
        lock (_lock)
        {
            LoadContent(create(new WorldData(StartOptions).ReadContent()), null);
        }
    }

    public PhotoMetadata PhotoMetadata(long activityId)
    {
        var uri = PhotoUrls.SignAddress(BaseUri, PhotoUrls.KeyOfActivity(activityId), Now);
        return new PhotoMetadata(
            uri.AbsoluteUri, new PhotoHeader(PhotoUrls.ContentType), PhotoUrls.Method, Options.MaxPhotoSize ?? PhotoUrls.DocumentedMaxSize);
    }

    public FakePhoto? FindPhoto(string uniqueId) => Locked(() => _data.Photos.GetValueOrDefault(uniqueId));

    /// <summary>False if the activity was deleted. A second photo for the same key replaces the first, as in S3.</summary>
    public bool PutPhoto(string key, ReadOnlyMemory<byte> bytes, string contentType)
    {
        var read = Blobs.AddBlob(bytes.Span);
        lock (_lock)
        {
            if (!_data.PhotoPlaces.TryGetValue(key, out var activityId) || !_data.Activities.TryGetValue(activityId, out var activity))
            {
                return false;
            }

            _data.Photos[key] = new FakePhoto(key, activityId, bytes, contentType, Now) { ReadBytes = read };
            var url = new Uri(BaseUri, $"photos/{key}").AbsoluteUri;
            var primary = new PrimaryPhoto(null, 1, key, new PhotoSizes(url, url));
            var photos = new PhotosSummary(1, primary, UsePrimaryPhoto: true);
            _data.Activities[activityId] = activity with { TotalPhotoCount = 1, Photos = photos };
            return true;
        }
    }

    private void LoadContent(WorldContent content, WorldData? before)
    {
        WorldChecks.CheckContent(content);
        var data = WorldData.FromContent(content, before);
        foreach (var activity in data.Activities.Values.ToList())
        {
            data.Activities[activity.Id] = Identify(activity.CreatedAt == default ? StampTimes(activity) : activity, data);
            data.PhotoPlaces.TryAdd(PhotoUrls.KeyOfActivity(activity.Id), activity.Id);
        }

        foreach (var draft in content.Activities.Where(activity => activity.Id == 0))
        {
            AddNumbered(draft, data);
        }

        Volatile.Write(ref _data, data);
    }

    private static List<T> TakeNewest<T>(SortedList<long, T> items, int count) =>
        [.. Enumerable.Range(1, Math.Min(count, items.Count)).Select(place => items.GetValueAtIndex(items.Count - place))];

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
        if (_data.Pending.Count == 0)
        {
            return;
        }

        foreach (var (id, file) in _data.Pending.ToList())
        {
            var upload = _data.Uploads[id];
            if (!_data.Held.Contains(id) && Processing.IsDue(upload.Polls, Now - upload.CreatedAt))
            {
                _data.Pending.Remove(id);
                _data.Uploads[id] = Complete(upload, file);
            }
        }
    }

    private FakeUpload Complete(FakeUpload upload, ProcessedFile file)
    {
        var error = file.Error;
        if (error is null && FindProcessingTwin(upload) is { } twin)
        {
            error = UploadTexts.DescribeProcessingDuplicate(upload.ExternalId, twin.Id);
        }
        else if (error is null && _data.Duplicates.FindDuplicate(upload, file) is { } original)
        {
            error = UploadTexts.DescribeDuplicate(Options, upload.ExternalId, original, _data.Activities[original].Name);
        }

        if (error is not null)
        {
            return upload with { Status = UploadTexts.Failed, Error = error };
        }

        // A recording of several sports becomes an activity per sport; the upload refers to the first.
        var activities = file.Activities
            .Select(draft => AddNumbered(draft with { UploadId = upload.Id, ExternalId = upload.ExternalId }, _data)).ToList();
        _data.Duplicates.AddUpload(upload, activities);
        activities.ForEach(activity => _events.ActivityChanged(null, activity, Tokens));
        return upload with { Status = UploadTexts.Ready, ActivityId = activities[0].Id };
    }

    /// <summary>An earlier upload of the same content that is still processing: only today's Strava has an error for it.</summary>
    private FakeUpload? FindProcessingTwin(FakeUpload upload)
    {
        if (IsDocumented)
        {
            return null;
        }

        return _data.Pending.Keys.Where(id => id < upload.Id).Select(id => _data.Uploads[id])
            .FirstOrDefault(other => other.AthleteId == upload.AthleteId && other.Sha256 == upload.Sha256);
    }

    private static bool Overlaps(DetailedActivity activity, DetailedActivity other) =>
        activity.Athlete.Id == other.Athlete.Id
        && activity.StartDate < other.StartDate.AddSeconds(other.ElapsedTime)
        && other.StartDate < activity.StartDate.AddSeconds(activity.ElapsedTime);

    private DetailedActivity AddNumbered(DetailedActivity draft, WorldData data)
    {
        var id = data.NextId++;
        var activity = Identify(StampTimes(draft) with { Id = id }, data);
        activity = data.Ranks.Complete(activity, data.Activities.Values.SelectMany(other => other.SegmentEfforts));
        data.Activities.Add(id, activity);
        data.PhotoPlaces.Add(PhotoUrls.KeyOfActivity(id), id);
        return activity;
    }

    private DetailedActivity StampTimes(DetailedActivity activity) => activity with { CreatedAt = Now, UpdatedAt = Now.UtcDateTime };

    /// <summary>With the texts that contain or depend on the id.</summary>
    private static DetailedActivity Identify(DetailedActivity activity, WorldData data) => activity with
    {
        Map = activity.Map with { Id = $"a{activity.Id}" },
        EmbedToken = data.Secrets.DeriveSecret("embed", activity.Id),
    };
}
