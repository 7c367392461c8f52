using System.Management.Automation;
using System.Text.Json;

namespace StravaTools.PowerShell.Parameters;

/// <summary>JSON as PowerShell's objects. Whole numbers stay exact: Strava's ids are larger than a double holds.</summary>
internal static class JsonObjects
{
    public static object? FromElement(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => OfObject(json),
        JsonValueKind.Array => json.EnumerateArray().Select(FromElement).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number when json.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static PSObject OfObject(JsonElement json)
    {
        var result = new PSObject();
        foreach (var property in json.EnumerateObject().Where(property => property.Name.Length > 0))
        {
            // Names that differ in case only are one name in PowerShell: the last counts, as it does in JSON.
            result.Properties.Remove(property.Name);
            result.Properties.Add(new PSNoteProperty(property.Name, FromElement(property.Value)));
        }

        return result;
    }
}
