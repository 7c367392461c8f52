using System.Management.Automation;
using System.Text.Json;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Converts JSON to PowerShell objects. Integers stay exact: Strava's IDs exceed the precision of a double.</summary>
internal static class JsonObjects
{
    public static object? FromElement(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => FromObject(json),
        JsonValueKind.Array => json.EnumerateArray().Select(FromElement).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number when json.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static PSObject FromObject(JsonElement json)
    {
        var result = new PSObject();
        foreach (var property in json.EnumerateObject().Where(property => property.Name.Length > 0))
        {
            // PowerShell ignores the case of names. The last property wins, as in JSON.
            result.Properties.Remove(property.Name);
            result.Properties.Add(new PSNoteProperty(property.Name, FromElement(property.Value)));
        }

        return result;
    }
}
