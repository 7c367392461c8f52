using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Reports;

/// <summary>JSON of a report.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SyncReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>Writes a report.</summary>
    public static string WriteJson(SyncReport report) => JsonSerializer.Serialize(report, Default.SyncReport);
}
