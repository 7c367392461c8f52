using System.Collections;
using System.Management.Automation;

namespace StravaTools.PowerShell.Parameters;

/// <summary>
/// Converts objects to an ID that they contain. Objects without the ID are skipped. Binding by property name would choose the wrong one:
/// the Id of an effort is not the ID of its segment.
/// </summary>
/// <param name="name">The property of other objects that contains the ID. If it is missing, Id is used.</param>
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

    /// <summary>Returns the ID in an object of this module, or null; returns any other value unchanged.</summary>
    private protected abstract object? FindId(object? value);

    private static object? ReadProperty(object input, string name) => PSObject.AsPSObject(input).Properties[name]?.Value;

    private object? FindAnyId(object? input)
    {
        if (ArgumentValues.Unwrap(input) is PSCustomObject)
        {
            return ReadProperty(input!, name) ?? ReadProperty(input!, "Id") ?? input;
        }

        return FindId(ArgumentValues.Unwrap(input));
    }

    private IEnumerable<object> FindIds(object? input)
    {
        var id = FindAnyId(input);
        if (id is null)
        {
            return [];
        }

        return [id];
    }
}
