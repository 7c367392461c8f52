namespace StravaTools.FakeStrava.Journal;

/// <summary>A request that is being recorded. The journal keeps its entry, but not the request.</summary>
internal sealed class Recording(HttpContext http, JournalEntry entry, RequestJournal journal, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private bool _isComplete;

    public JournalEntry Entry => entry;

    /// <summary>Null for a request without a body.</summary>
    public RecordingStream? Body { get; set; }

    /// <summary>Adds the entry to the journal, once.</summary>
    public void Complete()
    {
        if (_isComplete)
        {
            return;
        }

        _isComplete = true;
        entry.Duration = clock.GetElapsedTime(_started);
        entry.Headers = [.. http.Request.Headers];
        entry.StatusCode = http.Response.StatusCode;
        entry.ResponseHeaders = [.. http.Response.Headers];
        if (Body is not null)
        {
            (entry.Body, entry.BodyLength) = (Body.Recorded, Body.LengthSoFar);
        }

        journal.AddEntry(entry);
    }
}
