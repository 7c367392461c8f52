using System.Text.Json.Serialization;

namespace StravaTools.Client.Uploads;

/// <summary>JSON of uploads.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(UploadStatusConverter)])]
[JsonSerializable(typeof(UploadStatus))]
internal sealed partial class UploadJson : JsonSerializerContext;
