namespace StravaTools.Sync.Monitoring;

/// <summary>The event log of the operating system.</summary>
internal interface IEventLog
{
    /// <summary>Checks that events can be written.</summary>
    /// <exception cref="Http.Errors.ApiException"><see cref="Errors.SyncErrors.EventLogNotUsable"/>.</exception>
    void CheckAccess();

    /// <summary>Writes an event. A log that cannot be written does not end a run.</summary>
    /// <param name="type">How important it is.</param>
    /// <param name="id">One of <see cref="SyncEventIds"/>.</param>
    /// <param name="text">At most 30,000 characters.</param>
    void WriteEvent(EventLogType type, int id, string text);
}
