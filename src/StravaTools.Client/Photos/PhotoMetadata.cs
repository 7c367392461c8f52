using System.Text.Json;

namespace StravaTools.Client.Photos;

/// <summary>Where and how to upload a photo (strava-partner-uploads.md, "Upload an activity and photo metadata").</summary>
public sealed record PhotoMetadata
{
    /// <summary>The signed address, which expires. It is a secret: it permits uploads without a token.</summary>
    public string? Uri { get; init; }

    /// <summary>Headers to send. Only those that a signature can concern are sent.</summary>
    public IReadOnlyDictionary<string, string>? Header { get; init; }

    /// <summary>The method, PUT.</summary>
    public string? Method { get; init; }

    /// <summary>1600 in the document's examples. The document specifies neither a unit nor a rule, so it is not enforced.</summary>
    public long? MaxSize { get; init; }

    /// <summary>True if a server elsewhere named the address: it must not lead to this machine.</summary>
    internal bool IsFromElsewhere { get; init; }

    /// <summary>Notes which server named the addresses.</summary>
    internal static IReadOnlyList<PhotoMetadata>? NamedBy(Uri server, IReadOnlyList<PhotoMetadata>? addresses) =>
        addresses is null ? null : [.. addresses.Select(address => address with { IsFromElsewhere = !server.IsLoopback })];

    /// <summary>Reads as much as possible. An address without a readable header can still be used.</summary>
    internal static PhotoMetadata FromJson(JsonElement json) => new()
    {
        Uri = ReadText(json, "uri"),
        Header = ReadHeader(json),
        Method = ReadText(json, "method"),
        MaxSize = FindField(json, "max_size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) ? bytes : null,
    };

    private static JsonElement? FindField(JsonElement json, string name)
    {
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value))
        {
            return value;
        }

        return null;
    }

    private static string? ReadText(JsonElement json, string name)
    {
        if (FindField(json, name) is { ValueKind: JsonValueKind.String } text)
        {
            return text.GetString();
        }

        return null;
    }

    private static Dictionary<string, string>? ReadHeader(JsonElement json)
    {
        if (FindField(json, "header") is not { ValueKind: JsonValueKind.Object } header)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in header.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String))
        {
            fields[field.Name] = field.Value.GetString()!;
        }

        return fields;
    }

    /// <summary>Does not contain the address, which is a secret.</summary>
    public override string ToString() => $"{Method} (address hidden)";
}
