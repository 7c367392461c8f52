using System.Collections;
using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.Client.Representations;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Takes an activity or a map for its polyline, the whole one where it is there; those without a route give none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RouteToPolylineAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (ArgumentValues.Unwrap(inputData) is IEnumerable list and not string)
        {
            return list.Cast<object?>().SelectMany(Polylines).ToArray();
        }

        return Polylines(inputData).ToArray();
    }

    private static IEnumerable<object> Polylines(object? input)
    {
        var value = ArgumentValues.Unwrap(input);
        var map = value as StravaMap ?? (value as StravaActivity)?.Map;
        var text = map is not null || value is StravaActivity ? NotEmpty(map?.Polyline) ?? NotEmpty(map?.SummaryPolyline) : input;
        if (text is null)
        {
            return [];
        }

        return [text];
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
