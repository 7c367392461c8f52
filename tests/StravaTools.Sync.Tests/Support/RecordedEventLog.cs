using StravaTools.Sync.Monitoring;

namespace StravaTools.Sync.Tests.Support;

/// <summary>Remembers the events instead of writing them.</summary>
internal sealed class RecordedEventLog : IEventLog
{
    public List<(EventLogType Type, int Id, string Text)> Events { get; } = [];

    public bool IsOpen { get; private set; }

    public void Open() => IsOpen = true;

    public void WriteEvent(EventLogType type, int id, string text)
    {
        Assert.True(IsOpen);
        Events.Add((type, id, text));
    }
}
