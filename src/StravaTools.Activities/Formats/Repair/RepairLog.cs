
namespace StravaTools.Activities.Formats.Repair;

/// <summary>Gathers what was done.</summary>
internal sealed class RepairLog
{
    private readonly List<ActivityRepairAction> _actions = [];

    public IReadOnlyList<ActivityRepairAction> Actions => _actions;

    public void AddAction(ActivityRepairKind kind, string message, int count = 1) => _actions.Add(new ActivityRepairAction(kind, message, count));

    public void RemoveAll() => _actions.Clear();

    /// <summary>Adds what was done to a number of points, if there are any.</summary>
    public void AddPoints(ActivityRepairKind kind, int count, string one, string many)
    {
        if (count > 0)
        {
            AddAction(kind, count == 1 ? one : FormattableString.Invariant($"{count:N0} {many}"), count);
        }
    }
}
