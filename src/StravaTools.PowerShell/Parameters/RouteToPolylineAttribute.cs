using System.Collections;
using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.Client.Representations;

namespace StravaTools.PowerShell.Parameters;

/// <summary>
/// Converts an activity or a map to its polyline, the detailed one if it is present. Objects without a route are skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RouteToPolylineAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (ArgumentValues.Unwrap(inputData) is IEnumerable list and not string)
        {
            return list.Cast<object?>().SelectMany(FindPolylines).ToArray();
        }

        return FindPolylines(inputData).ToArray();
    }

    private static IEnumerable<object> FindPolylines(object? input)
    {
        var value = ArgumentValues.Unwrap(input);
        var map = value as StravaMap ?? (value as StravaActivity)?.Map;
        if (map is null && value is not StravaActivity)
        {
            return OneOrNone(input);
        }

        return OneOrNone(NotEmpty(map?.Polyline) ?? NotEmpty(map?.SummaryPolyline));
    }

    private static object[] OneOrNone(object? item)
    {
        if (item is null)
        {
            return [];
        }

        return [item];
    }

    private static string? NotEmpty(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return text;
    }
}
