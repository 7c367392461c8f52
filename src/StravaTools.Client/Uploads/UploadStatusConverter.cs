using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Client.Photos;
using StravaTools.Http.Text;

namespace StravaTools.Client.Uploads;

/// <summary>
/// Reads an Upload Status Object. The ID decides whether it is one: an upload whose ID is readable is never lost because of another field.
/// </summary>
internal sealed class UploadStatusConverter : JsonConverter<UploadStatus>
{
    public override UploadStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind == JsonValueKind.Object && ReadStatus(json.RootElement) is { } status
            && (status.Id > 0 || status.Error is { Length: > 0 }))
        {
            return status;
        }

        throw new JsonException("This is not an upload status: it contains no ID.");
    }

    public override void Write(Utf8JsonWriter writer, UploadStatus value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Writing is not supported.");

    /// <summary>Reads as much of a status as possible. It may have no ID.</summary>
    public static UploadStatus ReadStatus(JsonElement json) => new()
    {
        Id = ReadId(json, "id") ?? ReadId(json, "id_str") ?? 0,
        IdStr = ReadText(json, "id_str"),
        ExternalId = ReadText(json, "external_id"),
        Error = ReadText(json, "error"),
        Status = ReadText(json, "status"),
        ActivityId = ReadId(json, "activity_id"),
        PhotoMetadata = json.TryGetProperty("photo_metadata", out var photos) ? PhotoMetadataConverter.ReadAll(photos) : null,
    };

    /// <summary>An ID is a positive integer, which may be written as text or with a fraction of zero.</summary>
    private static long? ReadId(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var id)
            && id is > 0 and <= long.MaxValue && decimal.IsInteger(id))
        {
            return (long)id;
        }

        return null;
    }

    private static string? ReadText(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.False)
        {
            return null;
        }

        return PlainText.ToOneLine(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
    }
}
