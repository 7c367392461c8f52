using System.Collections;
using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>
/// Takes whatever knows a thing for its id. Binding by property name would ask for the wrong one: the Id of an effort is the effort's, not its segment's.
/// What knows none gives none.
/// </summary>
/// <param name="name">The property of other objects that has the id; without it that is Id.</param>
[AttributeUsage(AttributeTargets.Property)]
public abstract class KnownIdsAttribute(string name) : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (ArgumentValues.Unwrap(inputData) is IEnumerable list and not string and not IDictionary)
        {
            return list.Cast<object?>().SelectMany(FindIds).ToArray();
        }

        return FindIds(inputData).ToArray();
    }

    /// <summary>The id that an object of ours knows, or null; anything else as it is.</summary>
    private protected abstract object? FindId(object? value);

    private static object? Property(object input, string name) => PSObject.AsPSObject(input).Properties[name]?.Value;

    private IEnumerable<object> FindIds(object? input)
    {
        var id = ArgumentValues.Unwrap(input) is PSCustomObject ? Property(input!, name) ?? Property(input!, "Id") ?? input : FindId(ArgumentValues.Unwrap(input));
        if (id is null)
        {
            return [];
        }

        return [id];
    }
}
