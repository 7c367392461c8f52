using System.Collections;
using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.Client.Photos;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>
/// Takes whatever knows an activity for its id. The Id of an upload's result is the upload's, so binding by property name would ask for the wrong thing;
/// results without an activity give none.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ActivityIdsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Values.Unwrap(inputData) is IEnumerable list and not string and not IDictionary
            ? list.Cast<object?>().SelectMany(Ids).ToArray()
            : Ids(inputData).ToArray();

    private static IEnumerable<object> Ids(object? input)
    {
        var id = Values.Unwrap(input) switch
        {
            UploadResult upload => upload.ActivityId ?? upload.DuplicateOfActivityId,
            PhotoResult photo => photo.ActivityId,
            StravaActivity activity => activity.Id,
            StravaActivityMeta meta => meta.Id,
            PSCustomObject => Property(input!, "ActivityId") ?? Property(input!, "Id") ?? input,
            _ => input,
        };
        return id is null ? [] : [id];
    }

    private static object? Property(object input, string name) => PSObject.AsPSObject(input).Properties[name]?.Value;
}
