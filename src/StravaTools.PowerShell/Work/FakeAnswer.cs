using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.PowerShell.Work;

/// <summary>A response of the administration of a fake server.</summary>
internal sealed record FakeAnswer(string Json)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public T ReadAs<T>() => JsonSerializer.Deserialize<T>(Json, Options)!;

    /// <summary>The elements of the list with a name.</summary>
    public IEnumerable<T> ReadList<T>(string name)
    {
        using var json = JsonDocument.Parse(Json);
        return [.. json.RootElement.GetProperty(name).EnumerateArray().Select(element => element.Deserialize<T>(Options)!)];
    }
}
