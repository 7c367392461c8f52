using StravaTools.Sync.Monitoring;

namespace StravaTools.Sync.Tests.Support;

/// <summary>Remembers the events instead of writing them.</summary>
internal sealed class RecordedEventLog : IEventLog
{
    public List<(EventLogType Type, int Id, string Text)> Events { get; } = [];

    public bool IsChecked { get; private set; }

    public void CheckAccess() => IsChecked = true;

    public void WriteEvent(EventLogType type, int id, string text)
    {
        Assert.True(IsChecked);
        Events.Add((type, id, text));
    }
}
