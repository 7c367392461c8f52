using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Formats.Repair;

/// <summary>Collects the changes of a repair.</summary>
internal sealed class RepairLog
{
    private readonly List<ActivityRepairAction> _actions = [];

    public IReadOnlyList<ActivityRepairAction> Actions => _actions;

    public void AddAction(ActivityRepairKind kind, string message, int count = 1) =>
        _actions.Add(new ActivityRepairAction(kind, message, count));

    public void RemoveAll() => _actions.Clear();

    /// <summary>Adds a change of a number of points; nothing if the number is 0.</summary>
    public void AddPoints(ActivityRepairKind kind, int count, string one, string many)
    {
        if (count == 1)
        {
            AddAction(kind, one);
        }
        else if (count > 1)
        {
            AddAction(kind, MessageText.Format($"{count:N0} {many}"), count);
        }
    }
}
