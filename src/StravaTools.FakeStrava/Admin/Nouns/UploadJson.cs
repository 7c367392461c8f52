using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>An upload, and for one in processing the result that follows.</summary>
internal sealed record UploadJson
{
    public required long Id { get; init; }

    public long AthleteId { get; init; }

    public string FileName { get; init; } = "";

    public string ExternalId { get; init; } = "";

    public string DataType { get; init; } = "";

    public int Size { get; init; }

    public string Sha256 { get; init; } = "";

    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public DateTimeOffset CreatedAt { get; init; }

    public int Polls { get; init; }

    public string Status { get; init; } = UploadTexts.Processing;

    public string? Error { get; init; }

    public long? ActivityId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHeld { get; init; }

    /// <summary>The result of an upload in processing.</summary>
    public UploadResultJson? Result { get; init; }

    public static IReadOnlyList<UploadJson> ListUploads(WorldContent content) =>
        [.. content.Uploads.Select(upload => FromUpload(upload, content))];

    public static WorldContent WithUploads(WorldContent content, IReadOnlyList<UploadJson> uploads) => content with
    {
        Uploads = [.. uploads.Select(upload => upload.ToUpload(content))],
        Pending = uploads.Where(upload => upload.Status == UploadTexts.Processing).ToDictionary(
            upload => upload.Id, upload => (upload.Result ?? new UploadResultJson()).ToFile(content.Options)),
        Held = uploads.Where(upload => upload.IsHeld).Select(upload => upload.Id).ToHashSet(),
    };

    private static UploadJson FromUpload(FakeUpload upload, WorldContent content) => new()
    {
        Id = upload.Id,
        AthleteId = upload.AthleteId,
        FileName = upload.FileName,
        ExternalId = upload.ExternalId,
        DataType = upload.DataType,
        Size = upload.Size,
        Sha256 = upload.Sha256,
        Parameters = upload.Parameters,
        CreatedAt = upload.CreatedAt,
        Polls = upload.Polls,
        Status = upload.Status,
        Error = upload.Error,
        ActivityId = upload.ActivityId,
        IsHeld = content.Held.Contains(upload.Id),
        Result = UploadResultJson.FromFile(content.Pending.GetValueOrDefault(upload.Id)),
    };

    private FakeUpload ToUpload(WorldContent content) => new()
    {
        Id = Id,
        AthleteId = AthleteId == 0 ? content.Options.Athletes[0].Id : AthleteId,
        FileName = FileName,
        ExternalId = ExternalId,
        DataType = DataType,
        Size = Size,
        Sha256 = Sha256,
        Parameters = Parameters,
        CreatedAt = CreatedAt,
        Polls = Polls,
        Status = Status,
        Error = Error,
        ActivityId = ActivityId,
    };
}
