namespace StravaTools.Sync.Monitoring;

/// <summary>The types of events, with the numbers of Windows.</summary>
internal enum EventLogType
{
    Error = 1,
    Warning = 2,
    Information = 4,
}
