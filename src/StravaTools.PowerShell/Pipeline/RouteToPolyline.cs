using System.Collections;
using System.Management.Automation;
using StravaTools.Client.Activities;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Takes an activity or a map for its polyline, the whole one where it is there; those without a route give none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RouteToPolylineAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Values.Unwrap(inputData) is IEnumerable list and not string
            ? list.Cast<object?>().SelectMany(Polylines).ToArray()
            : Polylines(inputData).ToArray();

    private static IEnumerable<object> Polylines(object? input)
    {
        var value = Values.Unwrap(input);
        var map = value as StravaMap ?? (value as StravaActivity)?.Map;
        var text = map is not null || value is StravaActivity ? NotEmpty(map?.Polyline) ?? NotEmpty(map?.SummaryPolyline) : input;
        return text is null ? [] : [text];
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
