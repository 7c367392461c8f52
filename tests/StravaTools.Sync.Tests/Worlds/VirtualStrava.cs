using StravaTools.Client;
using StravaTools.Client.Uploads;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Core;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>Strava in memory: uploads, lists that show new activities late, duplicates, photos, limits, and faults.</summary>
internal sealed class VirtualStrava(IReadOnlyDictionary<ContentKey, DateTimeOffset> starts)
{
    private readonly Dictionary<long, Upload> _uploads = [];
    private readonly Dictionary<ContentKey, List<VirtualActivity>> _byKey = [];
    private long _lastId = 100;
    private DateTimeOffset _refusedUntil;

    public List<VirtualActivity> Activities { get; } = [];

    public IEnumerable<VirtualActivity> Live => Activities.Where(activity => !activity.IsDeleted);

    /// <summary>How long after an upload lists begin to show the activity.</summary>
    public Func<TimeSpan> Lag { get; init; } = () => TimeSpan.Zero;

    /// <summary>How long an upload is processed.</summary>
    public Func<TimeSpan> Processing { get; init; } = () => TimeSpan.FromSeconds(2);

    /// <summary>True for contents that Strava rejects.</summary>
    public Func<ContentKey, bool> Rejects { get; init; } = _ => false;

    /// <summary>The fault of the next request; null for none.</summary>
    public Func<SyncRequest, VirtualFault?> NextFault { get; set; } = _ => null;

    /// <summary>The requests that the server counted; null for no limits.</summary>
    public RequestBook? Book { get; set; }

    /// <summary>False if the application gets no photo addresses.</summary>
    public bool IsPartner { get; init; } = true;

    /// <summary>Lists show nothing: for the wrong protocols.</summary>
    public bool HidesLists { get; init; }

    public int Requests { get; private set; }

    public int Posts { get; private set; }

    public int Lists { get; private set; }

    public int Polls { get; private set; }

    /// <summary>Requests between a 429 and the time that it named.</summary>
    public int TooEarly { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Answers a request.</summary>
    public SyncAnswer Answer(SyncRequest request, DateTimeOffset now)
    {
        Requests += request is SyncRequest.PutPhoto ? 0 : 1;
        Posts += request is SyncRequest.Post ? 1 : 0;
        Lists += request is SyncRequest.ListPage ? 1 : 0;
        Polls += request is SyncRequest.Poll ? 1 : 0;
        if (Limit(request, now) is { } limited)
        {
            return limited;
        }

        var fault = NextFault(request);
        if (fault is { HasEffect: false })
        {
            return Fail(fault, now);
        }

        var answer = Perform(request, now);
        return fault is null ? answer : Fail(fault, now);
    }

    /// <summary>The user deletes an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="isKnown">Whether the platter has a fact that it, or its upload, exists.</param>
    public static void Delete(VirtualActivity activity, bool isKnown) =>
        (activity.IsDeleted, activity.WasUnknownWhenDeleted) = (true, !isKnown);

    /// <summary>Another program uploads the same ride.</summary>
    public void AddForeign(ContentKey key, DateTimeOffset now) => AddActivity(new VirtualActivity
    {
        Id = ++_lastId,
        Key = key,
        Start = starts[key],
        ListedFrom = now,
    });

    /// <summary>The activities of a content that the user did not delete.</summary>
    public IEnumerable<VirtualActivity> LiveOf(ContentKey key) =>
        _byKey.GetValueOrDefault(key, []).Where(activity => !activity.IsDeleted);

    private void AddActivity(VirtualActivity activity)
    {
        Activities.Add(activity);
        if (!_byKey.TryGetValue(activity.Key, out var same))
        {
            _byKey.Add(activity.Key, same = []);
        }

        same.Add(activity);
    }

    private SyncAnswer.Failed? Limit(SyncRequest request, DateTimeOffset now)
    {
        if (Book is null || request is SyncRequest.PutPhoto)
        {
            return null;
        }

        var kind = request is SyncRequest.Post ? RequestKind.Write : RequestKind.Read;
        TooEarly += now < _refusedUntil ? 1 : 0;
        Book = Book.MoveTo(now).TakeRequest(kind);
        var isOver = Book.Quarter.Used > Book.Quarter.Limit || Book.Day.Used > Book.Day.Limit
            || (kind == RequestKind.Read && (Book.ReadQuarter.Used > Book.ReadQuarter.Limit || Book.ReadDay.Used > Book.ReadDay.Limit));
        if (!isOver)
        {
            return null;
        }

        Refused++;
        var isDay = Book.Day.Used > Book.Day.Limit || Book.ReadDay.Used > Book.ReadDay.Limit;
        var until = StravaRateLimit.ResetAfter(now, isDay ? RateLimitWindow.Daily : RateLimitWindow.FifteenMinutes);
        _refusedUntil = request is SyncRequest.Post ? until : _refusedUntil;
        return new SyncAnswer.Failed(RequestFailure.Limited, "429", Until: until);
    }

    private static SyncAnswer.Failed Fail(VirtualFault fault, DateTimeOffset now)
    {
        DateTimeOffset? until = fault.Failure == RequestFailure.Limited
            ? StravaRateLimit.ResetAfter(now, RateLimitWindow.FifteenMinutes)
            : null;
        return new SyncAnswer.Failed(fault.Failure, $"fault {fault.Failure}", Until: until);
    }

    private SyncAnswer Perform(SyncRequest request, DateTimeOffset now) => request switch
    {
        SyncRequest.Post post => Post(post.Key, now),
        SyncRequest.ListPage list => List(list.After, now),
        SyncRequest.Poll poll => Poll(poll.UploadId, now),
        SyncRequest.Look look => Look(look.ActivityId),
        SyncRequest.PutPhoto photo => Put(photo.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private SyncAnswer.Accepted Post(ContentKey key, DateTimeOffset now)
    {
        var id = ++_lastId;
        var ready = now + Processing();
        if (Rejects(key))
        {
            _uploads[id] = new Upload(null, ready, IsDuplicate: false);
            return new SyncAnswer.Accepted(id);
        }

        // The worst case: Strava's own check for duplicates finds an activity only when its list contains it.
        var existing = LiveOf(key).FirstOrDefault(activity => activity.ListedFrom <= now);
        if (existing is null)
        {
            existing = new VirtualActivity
            {
                Id = ++_lastId,
                Key = key,
                Prefix = key.Prefix,
                UploadId = id,
                Start = starts[key],
                ListedFrom = ready + Lag(),
            };
            AddActivity(existing);
        }

        _uploads[id] = new Upload(existing, ready, existing.UploadId != id);
        return new SyncAnswer.Accepted(id);
    }

    private SyncAnswer.Page List(DateTimeOffset after, DateTimeOffset now) => new(
        [.. Live.Where(activity => activity.Start > after && activity.ListedFrom <= now && !HidesLists)
            .OrderBy(activity => activity.Start).Take(200).Select(ToListed)]);

    private SyncAnswer Poll(long id, DateTimeOffset now)
    {
        if (!_uploads.TryGetValue(id, out var upload))
        {
            return new SyncAnswer.Failed(RequestFailure.NotFound, "404");
        }

        if (now < upload.Ready)
        {
            return new SyncAnswer.Status(UploadOutcome.Pending, null, null, false);
        }

        if (upload.Activity is null)
        {
            return new SyncAnswer.Status(UploadOutcome.Rejected, null, "empty", false);
        }

        if (upload.IsDuplicate)
        {
            return new SyncAnswer.Status(UploadOutcome.Duplicate, upload.Activity.Id, "duplicate", false);
        }

        return upload.Activity.IsDeleted
            ? new SyncAnswer.Status(UploadOutcome.Deleted, null, null, false)
            : new SyncAnswer.Status(UploadOutcome.Ready, upload.Activity.Id, null, IsPartner);
    }

    private SyncAnswer Look(long id) => Live.FirstOrDefault(activity => activity.Id == id) is { } activity
        ? new SyncAnswer.Activity(ToListed(activity))
        : new SyncAnswer.Failed(RequestFailure.NotFound, "404");

    private SyncAnswer Put(ContentKey key)
    {
        if (LiveOf(key).FirstOrDefault() is not { } activity)
        {
            return new SyncAnswer.Failed(RequestFailure.Refused, "gone");
        }

        activity.Photos++;
        return new SyncAnswer.Done();
    }

    private static ListedActivity ToListed(VirtualActivity activity) =>
        new(activity.Id, activity.UploadId == 0 ? null : activity.UploadId, activity.Prefix, activity.Start, 3600, activity.Photos);

    private sealed record Upload(VirtualActivity? Activity, DateTimeOffset Ready, bool IsDuplicate);
}
